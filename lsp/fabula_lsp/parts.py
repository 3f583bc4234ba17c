"""The parts of an open document, as its editor shows it: what outlines and folds are made of."""

import asyncio

from fabula_daemon.story.answers import outline
from fabula_daemon.story.answers.outline import Part
from fabula_daemon.story.text import prose
from fabula_lsp.client import Client
from fabula_lsp.document import Document


async def parts_of(client: Client, uri: str) -> tuple[Document, Part] | None:
    """Return a document as of now and the parts of it, read in a thread; None if it is no text of the story.

    The document is a copy, which stays what it is while the author types on.
    """
    opened = client.opened.get(uri)
    if opened is None:
        return None
    desk, path, text = client.services.desk, opened.path, opened.document.text
    kind, read = desk.kind(path), desk.prose(path) if desk.kind(path) == "chapter" else None
    document = Document(uri, opened.document.version, text, opened.document.encoding)
    if kind == "chapter":
        known = read if read is not None and read.text == text else None
        return document, await asyncio.to_thread(lambda: outline.of_chapter(path, known or prose.parse(text)))
    if kind == "sheet":
        return document, await asyncio.to_thread(outline.of_sheet, path, text)
    return None
