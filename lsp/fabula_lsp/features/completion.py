"""The names of the story, completed: from a capital letter on, over several words."""

import re
import string
from collections.abc import Iterator

from lsprotocol import types

from fabula_daemon.story.canon import Canon, Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature

LONGEST_NAME = 5  # words

_WORD_START = re.compile(r"(?<![\w'’-])[\w.]")
_REACH = 200  # characters before the cursor that are looked at
_CAPITALS = [*string.ascii_uppercase, *(chr(code) for code in range(0xC0, 0xDF) if chr(code).isupper())]


@feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_CAPITALS))
async def complete(client: Client, params: types.CompletionParams) -> list[types.CompletionItem]:
    """Offer the names that continue what is typed; all of them where nothing is."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return []
    document = opened.document
    offset = convert.to_offset(document, params.position)
    start, matches = names_at(client.services.desk.canon, document.text[max(0, offset - _REACH) : offset])
    span = types.Range(convert.to_position(document, offset - start), params.position)
    return [convert.completion_item(entity, name, span) for name, entity in matches]


def names_at(canon: Canon, before: str) -> tuple[int, list[tuple[str, Entity]]]:
    """Return how many characters at the end of `before` begin a name, and the names they begin.

    The longest beginning counts: behind "said Sarah Ch" it is "Sarah Ch". The first letter is taken as it is
    typed, for the others case does not matter.
    """
    line = re.split(r"[\r\n]", before)[-1]
    starts = [match.start() for match in _WORD_START.finditer(line)][-LONGEST_NAME:]
    names = list(_names(canon))
    for start in starts:
        typed = line[start:]
        begun = [(name, entity) for name, entity in names if _begins(name, typed)]
        if begun:
            return len(typed), begun
    at_word = bool(line) and (line[-1].isalnum() or line[-1] in "'’-")
    return 0, [] if at_word else names


def _names(canon: Canon) -> Iterator[tuple[str, Entity]]:
    for entity in canon.entities:
        for name in (entity.name, *entity.aliases) if entity.named else entity.aliases:
            if name[:1].isupper():
                yield name, entity


def _begins(name: str, typed: str) -> bool:
    return (
        len(name) > len(typed) and name[0] == typed[0] and name[: len(typed)].casefold() == typed.casefold()
    )
