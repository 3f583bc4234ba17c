"""The names of the story, completed from a capital letter on, over several words; and the keys of sheets."""

import re
import string
from collections.abc import Iterator

from lsprotocol import types

from fabula_daemon.story.answers.sheet_offers import offers
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature

LONGEST_NAME = 5  # words

_WORD_START = re.compile(r"(?<![\w'’-])[\w.]")
_ELSEWHERE = (2, 0)
_MOST_OFFERED = 300  # of a world with thousands of names; typing on brings the others
_REACH = 200  # characters before the cursor that are looked at
_CAPITALS = [*string.ascii_uppercase, *(chr(code) for code in range(0xC0, 0xDF) if chr(code).isupper())]


@feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[*_CAPITALS, "[", ":"]))
async def complete(
    client: Client, params: types.CompletionParams
) -> list[types.CompletionItem] | types.CompletionList:
    """Offer what a sheet's front matter may go on with; elsewhere the names that continue what is typed, all
    of them where nothing is, first whoever is in the scene.
    """
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return []
    document, desk = opened.document, client.services.desk
    offset = convert.to_offset(document, params.position)
    if desk.kind(opened.path) == "sheet":
        found = offers(document.text, offset, desk.canon, desk.world.settings.checks.attributes)
        if found is not None:
            begun, goes_on = found
            span = types.Range(convert.to_position(document, offset - begun), params.position)
            return [convert.offer_item(offer, span, place) for place, offer in enumerate(goes_on)]
    before = document.text[max(0, offset - _REACH) : offset]
    if _is_triggered(params.context) and not before.endswith("[["):
        return []
    start, matches = names_at(desk.canon, before)
    span = types.Range(convert.to_position(document, offset - start), params.position)
    nearest = _nearness(client, opened.path, offset)
    ranked = sorted(matches, key=lambda match: nearest.get((match[1].name, match[1].kind), _ELSEWHERE))
    offered = [
        convert.completion_item(entity, name, span, place)
        for place, (name, entity) in enumerate(ranked[:_MOST_OFFERED])
    ]
    return (
        offered if len(ranked) <= _MOST_OFFERED else types.CompletionList(is_incomplete=True, items=offered)
    )


def _is_triggered(context: types.CompletionContext | None) -> bool:
    """Whether a mark was typed that stands for something in a sheet and in links only."""
    return context is not None and context.trigger_character in ("[", ":")


def _nearness(client: Client, path: str, offset: int) -> dict[tuple[str, str], tuple[int, int]]:
    """Return for everybody whom a chapter names whether that is in the scene at `offset` (0) or elsewhere in
    the chapter (1), and how far from there.
    """
    desk = client.services.desk
    passages = desk.passages(path)
    prose = desk.prose(path) if passages else None
    scene = prose.scene_at(offset) if prose else None
    nearest: dict[tuple[str, str], tuple[int, int]] = {}
    for passage in passages:
        start = passage.paragraph.start
        apart = 0 if scene and scene.start <= start <= scene.end else 1
        for mention in passage.mentions:
            if mention.entity is not None and not start + mention.start < offset <= start + mention.end:
                key = (mention.entity.name, mention.entity.kind)
                place = (apart, abs(offset - start - mention.start))
                nearest[key] = min(place, nearest.get(key, place))
    return nearest


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
