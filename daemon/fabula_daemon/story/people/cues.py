"""What stands around a capitalised run, and what it shows: a person, a place, the head of a sentence."""

import re
from collections.abc import Sequence
from enum import IntEnum

from fabula_daemon.story.tables import english as language


class Cue(IntEnum):
    """What one use of a capitalised run shows. The values are columns of `names.Names`, and stored: only
    append.
    """

    MID = 0  # inside a sentence, where only a name has a capital
    INITIAL = 1  # first in its sentence or speech, where every word has one
    TITLED = 2  # behind a title: Dr. Okonjo
    SPEAKS = 3  # with a verb of speech: said Okonjo
    ACTS = 4  # before a verb of what people do: Okonjo nodded
    ADDRESSED = 5  # spoken to: “Well, Okonjo, …”
    INTRODUCED = 6  # his friend Okonjo
    PLACE = 7  # in Okonjo
    WEAK_PLACE = 8  # at, from, to Okonjo
    DETERMINED = 9  # the Okonjo
    NOUN = 10  # Okonjo Street
    OWNS = 11  # Okonjo’s
    RANK = 12  # said the Okonjo: what people of the story are, rather than who
    SWORN = 13  # “By Okonjo, …”: nobody is meant
    STUFF = 14  # an Okonjo chair, “The Okonjo”, “Will you …”
    NICKNAME = 15  # ‘Wren’ Okonjo, and the Okonjo of it


SHOWS_SOMEBODY = frozenset({Cue.TITLED, Cue.SPEAKS, Cue.ACTS, Cue.ADDRESSED, Cue.INTRODUCED, Cue.OWNS})

_BEFORE = 28
POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
_WORD_BEFORE = re.compile(r"([^\W_](?:[\w’']*[^\W_])?)(,?)[\s“\"‘(—–*_]*\Z")
_NEXT_WORD = re.compile(
    r"(?:[*_]*,?[’”\"']?[*_]*\s+|[—–])"
    r"(?:(?:then|now|had|only|just|slowly|suddenly|quietly|himself|herself|always|never|still|also)\s+)?([\w’']+)"
)
_ADDRESS_BEFORE = re.compile(
    r"(?:,\s*|[“\"‘]\s*|\b(?:oh|o|dear|my|well|yes|no|hello|hullo|thank\s+you|good|please),?\s+)\Z",
    re.IGNORECASE,
)
_ADDRESS_AFTER = re.compile(r"\s*[,.!?—…–;]")
_NICKNAME_BEFORE = re.compile(r"\w\s[‘“\"'][^\W\d_a-z][\w-]*(?:\s[\w-]+)?[’”\"']\s\Z")
_QUOTE_BEFORE = re.compile(r"[\w,]\s[‘“\"'(]\Z")
_SURNAME_AFTER = re.compile(r"[’”\"')]\s[^\W\d_a-z]\w")
_WORK_BEFORE = re.compile(r"[“\"‘'*_]The\s\Z")
_WORK_AFTER = re.compile(r"[.,]?[”\"’'*_]")
_OATH_BEFORE = re.compile(r"\bby\s\Z", re.IGNORECASE)
_SPOKEN_OF_BEFORE = re.compile(r"([\w’']+)\s+the\s\Z")
_OF_WORD_BEFORE = (
    (language.SPEECH_VERBS, Cue.SPEAKS),
    (language.INTRODUCERS, Cue.INTRODUCED),
    (language.PLACE_PREPOSITIONS, Cue.PLACE),
    (language.WEAK_PLACE_PREPOSITIONS, Cue.WEAK_PLACE),
    (language.DETERMINERS, Cue.DETERMINED),
)


def cues_around(text: str, start: int, end: int, spoken: Sequence[tuple[int, int]]) -> tuple[Cue, ...]:
    """Return what stands around text[start:end]; `spoken` are the spans of speech in the text."""
    cues = []
    before = text[max(0, start - _BEFORE) : start]
    previous = _WORD_BEFORE.search(before)
    word = previous[1].casefold() if previous and not previous[2] else ""
    cues += [cue for words, cue in _OF_WORD_BEFORE if word in words][:1]
    if _NICKNAME_BEFORE.search(before) or (_QUOTE_BEFORE.search(before) and _SURNAME_AFTER.match(text, end)):
        cues.append(Cue.NICKNAME)
    if POSSESSIVE.match(text, end):
        cues.append(Cue.OWNS)
    following = _NEXT_WORD.match(text, end)
    verb = following[1].casefold() if following else ""
    cues += _of_things(text[start:end].casefold(), before, verb)
    if _WORK_BEFORE.search(before) and _WORK_AFTER.match(text, end):
        cues.append(Cue.STUFF)
    if word == "the":
        speaks = _SPOKEN_OF_BEFORE.search(before)
        if verb in language.SPEECH_VERBS or (speaks and speaks[1].casefold() in language.SPEECH_VERBS):
            cues.append(Cue.RANK)
    if verb in language.SPEECH_VERBS and Cue.SPEAKS not in cues:
        cues.append(Cue.SPEAKS)
    elif verb in language.ACTION_VERBS:
        cues.append(Cue.ACTS)
    addressed = _ADDRESS_AFTER.match(text, end) and _ADDRESS_BEFORE.search(before)
    if addressed and any(a <= start < b for a, b in spoken):
        cues.append(Cue.ADDRESSED)
    return tuple(cues)


def _of_things(name: str, before: str, following: str) -> list[Cue]:
    """Return what shows that nobody is meant, though the name is somebody's."""
    if name in language.OATHS and _OATH_BEFORE.search(before):
        return [Cue.SWORN]
    return [Cue.STUFF] if following in language.EPONYMS.get(name, ()) else []
