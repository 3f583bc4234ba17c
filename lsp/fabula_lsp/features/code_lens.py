"""Above each scene, who is in it and how long it is; above the chapter, how long that is.

These lines are told, not clicked: their command is empty.
"""

import asyncio
from collections.abc import Set as AbstractSet

from lsprotocol import types

from fabula_daemon.story.answers import statistics
from fabula_daemon.story.answers.statistics import Figures
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.document import Document
from fabula_lsp.features import feature

_MOST_NAMES = 6


@feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())
async def code_lenses(client: Client, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Return a line for the chapter and one for each of its scenes."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None or not client.is_current(opened.path):
        return []
    desk, path = client.services.desk, opened.path
    passages = await desk.appearances.passages(path)
    read = desk.prose(path)
    if read is None or not passages or not client.is_current(path):
        return []
    document = Document(opened.document.uri, opened.document.version, read.text, client.encoding)
    named = {passage.paragraph.start: passage.mentions for passage in passages}
    chapter = await asyncio.to_thread(statistics.chapter, path, desk.chapter_number(path), read, named)
    head = next((block.start for block in read.paragraphs), 0)
    lenses = [_lens(document, head, describe_chapter(chapter.figures, len(chapter.scenes)))]
    return lenses + [_lens(document, scene.start, describe_scene(scene.figures)) for scene in chapter.scenes]


def changed(client: Client, paths: AbstractSet[str]) -> None:
    """Have the editor ask again, if who is in an open chapter may have changed without an edit."""
    if client.abilities.reads_lenses_anew and any(one.path in paths for one in client.opened.values()):
        client.ask(types.WORKSPACE_CODE_LENS_REFRESH)


def describe_chapter(figures: Figures, scenes: int) -> str:
    """Return the line above a chapter."""
    several = f" · {scenes} scenes" if scenes > 1 else ""
    return f"{_words(figures)}{several} · {figures.dialogue:.0%} spoken"


def describe_scene(figures: Figures) -> str:
    """Return the line above a scene: whom the narrator names in it, and its length."""
    names = [entity.name for entity in figures.present]
    shown = names[:_MOST_NAMES] + ([f"{len(names) - _MOST_NAMES} more"] if len(names) > _MOST_NAMES else [])
    return f"{', '.join(shown) or 'nobody named'} · {_words(figures)}"


def _words(figures: Figures) -> str:
    return f"{figures.words:,} word{'' if figures.words == 1 else 's'}"


def _lens(document: Document, offset: int, title: str) -> types.CodeLens:
    return types.CodeLens(convert.to_range(document, offset, offset), types.Command(title, ""))
