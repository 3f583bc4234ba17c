"""Words that may name somebody: every capitalised run of a paragraph, and what stands around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import NamedTuple

from fabula_daemon.story.people import leaning
from fabula_daemon.story.people.cues import POSSESSIVE, SHOWS_SOMEBODY, Cue, cues_around
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS
from fabula_daemon.story.tables.english.places import PLACES
from fabula_daemon.story.text import sentences
from fabula_daemon.story.text.folding import composed, fold
from fabula_daemon.story.world.canon import gender_of_title


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised run at [start, end) of a paragraph; `name` is it folded, without its titles.

    `name_start` is where the name begins, behind the titles. `title_gender` is "m", "f" or None. `lean` is
    how much the words around it speak for a person (see `leaning`). What is SHOUTED has its name in ordinary
    letters; its capitals show nothing, so it has no cues.
    """

    start: int
    end: int
    name_start: int
    name: str
    titled: bool
    title_gender: str | None
    cues: tuple[Cue, ...]
    shouted: bool = False
    lean: int = 0
    spoken: bool = False


class _Word(NamedTuple):
    start: int
    end: int
    text: str


_CAPITAL = "".join(
    character
    for character in map(
        chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00))
    )
    if character.isupper()
)
_LETTERS = r"[^\W_]"
# D’Artagnan, T’Pol; Sha’ira, where more than the end of a contraction follows.
_APOSTROPHE = (
    rf"['’](?:[{_CAPITAL}]{_LETTERS}*|(?<={_LETTERS}{_LETTERS}['’])(?!tis\b|twas\b|clock\b){_LETTERS}{{3,}})"
)
_NAME = rf"[{_CAPITAL}]{_LETTERS}*(?:{_APOSTROPHE})*(?:[-‐‑]{_LETTERS}+(?:{_APOSTROPHE})*)*"
_PARTICLE = "|".join(sorted(language.PARTICLES, key=len, reverse=True))
_GAP = r"(?:[^\S\r\n\u2028\u2029]+|[^\S\r\n]*(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n]*)"
# A full stop inside a name: behind an initial or a title.
_ABBREVIATED = (
    "Mr Ms Mx Dr Jr Sr St Lt Mrs Rev Gen Col Maj Sgt Hon Gov Sen Adm Cpl Pvt Cpt Capt Prof Supt Insp "
    "Lieut Messrs"
)
_ENDINGS = (  # a lookbehind has one length
    "|".join(case for title in group for case in (title, title.upper()))
    for _, group in groupby(sorted(_ABBREVIATED.split(), key=len), key=len)
)
_STOP = r"(?:(?<=\b\w)" + "".join(rf"|(?<=\b(?:{ending}))" for ending in _ENDINGS) + r")\."
_RUN = re.compile(
    rf"(?<!{_LETTERS})(?<!{_LETTERS}['’]){_NAME}(?:{_STOP})?"
    rf"(?:{_GAP}(?:(?:{_PARTICLE}){_GAP}){{0,2}}{_NAME}(?:{_STOP})?)*"
)
_RULER = re.compile(rf"{_GAP}the{_GAP}(?:{'|'.join(language.RULERS)})\b")
_PIECE = re.compile(r"\S+")
_CONTRACTED = re.compile(r"['’](?:(?:d|ll|ve|re|m)|(?P<never>t|am|er|em|all|twas))\b")
_OPENS_SPEECH = re.compile(r"(?:\A|[\s(—–])[“\"‘'«—–]+[*_]*\Z")
_OPENS_CLAUSE = re.compile(r"[:;]\s{1,2}\Z")
_BEFORE_NAMES = language.NOT_NAMES | {"o"}
_ASKED_OF = re.compile(r"\s+([\w’']+)")
_SENTENCE_END = re.compile(r"[.!?…]")
_LOUD = re.compile(rf"{_LETTERS}+")
_BETWEEN_LISTED = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_OF_PARISH = re.compile(r"\b(?:of|at|in|near)\s\Z", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|towards?)\s\Z", re.IGNORECASE)


def candidates(text: str, near: Sequence[tuple[int, int]] | None = None) -> list[Candidate]:
    """Return the candidates of one paragraph's text, in order.

    With `near`, some spans of it, only those in runs that overlap one of them or are shouted are looked for.
    """
    plain, places = composed(text)
    if places is None:
        return _candidates(plain, near)
    return [
        replace(c, start=places[c.start], name_start=places[c.name_start], end=places[c.end])
        for c in _candidates(plain, None)
    ]


def _candidates(text: str, near: Sequence[tuple[int, int]] | None) -> list[Candidate]:
    runs = [run for run in _RUN.finditer(text) if run[0].casefold() not in language.FUNCTION_WORDS]
    if near is not None:
        runs = [run for run in runs if run[0].isupper() or _overlaps(run.span(), near)]
    if not runs:
        return []
    starts = {start for start, _ in sentences.sentences(text)}
    spoken = sentences.dialogue(text)
    return _placed_in_lists(
        text, [candidate for run in runs for candidate in _read_run(text, run, starts, spoken)]
    )


def _placed_in_lists(text: str, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates, those as places that stand in a list of places: at Hull, Leeds and Okonjo."""
    lists: list[list[int]] = []
    for at, candidate in enumerate(found):
        if at and _BETWEEN_LISTED.fullmatch(text, found[at - 1].end, candidate.start):
            lists[-1].append(at)
        else:
            lists.append([at])
    for group in lists:
        if len(group) > 1 and any(_is_placed(text, found[at]) for at in group):
            for at in group:
                if not SHOWS_SOMEBODY.intersection(found[at].cues) and Cue.PLACE not in found[at].cues:
                    found[at] = replace(found[at], cues=(*found[at].cues, Cue.PLACE))
    return found


def _is_placed(text: str, candidate: Candidate) -> bool:
    """Whether a candidate is a place at first sight: a well-known one, or where only a place can stand."""
    if Cue.PLACE in candidate.cues or candidate.name.casefold() in PLACES:
        return True
    return (
        Cue.WEAK_PLACE in candidate.cues
        and _AT.search(text, max(0, candidate.start - 9), candidate.start) is not None
    )


def _overlaps(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def calm(text: str) -> str:
    """Return a text in capitals as it is written when nobody shouts; its length stays."""
    return _LOUD.sub(lambda word: word[0][0] + word[0][1:].lower(), text)


def _read_run(
    text: str, run: re.Match[str], starts: set[int], spoken: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    words = [_Word(*piece.span(), piece[0]) for piece in _PIECE.finditer(text, run.start(), run.end())]
    for part in _by_loudness(text, _before_sentence_end(words)):
        yield from _read_part(text, part, starts, spoken)


def _by_loudness(text: str, words: list[_Word]) -> list[list[_Word]]:
    """Part a run at the end of a line where only one of the lines is in capitals: ANNA, and what she says.

    A word shouted behind a name is none of its words: “Miss Hall WILL go.”
    """
    parts: list[list[_Word]] = [[]]
    for word in words:
        last = parts[-1][-1] if parts[-1] else None
        if last and "\n" in text[last.end : word.start] and _is_shouted(last.text) != _is_shouted(word.text):
            parts.append([])
        parts[-1].append(word)
    for part in parts:
        while len(part) > 1 and _is_shouted(part[-1].text) and not _is_shouted(part[0].text):
            if not _is_ordinary_shout(part[-1].text) or _bare(part[-1].text) in language.POST_TITLES:
                break
            part.pop()
    return parts


def _read_part(
    text: str, words: list[_Word], starts: set[int], spoken: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    if not words or _is_contraction(text, words):
        return
    if _is_shouted(text[words[0].start : words[-1].end]):
        yield from _shouted(words)
        return
    first = words[0]
    initial = _is_initial(text, first.start, starts)
    words = _from_first_name(words, initial)
    if initial and _asks(text, words):
        words = words[1:]
    titles = _leading_titles(words)
    if titles == len(words) or (len(words) == 1 and words[0].text.casefold() in language.FUNCTION_WORDS):
        return
    while len(words) - titles > 1 and words[-1].text.casefold() in (*language.PARTICLES, "i"):
        words = words[:-1]
    candidate = _candidate(words, titles)
    if len(candidate.name.rstrip(".")) < 2:
        return
    if titles and _bare(words[0].text) in language.SAINTS and _is_dedicated(text, candidate):
        return
    cues = [Cue.INITIAL if initial and words[0] is first else Cue.MID, *_cues_within(words, titles)]
    yield _as_it_stands(text, candidate, cues, spoken)


def _is_dedicated(text: str, candidate: Candidate) -> bool:
    """Whether a saint's name is that of a church, a school, a parish: at St. Anne, St. Anne's."""
    before = max(0, candidate.start - 9)
    return bool(POSSESSIVE.match(text, candidate.end) or _OF_PARISH.search(text, before, candidate.start))


def _cues_within(words: Sequence[_Word], titles: int) -> Iterator[Cue]:
    if any(_bare(word.text) not in language.WEAK_TITLES for word in words[:titles]):
        yield Cue.TITLED
    first, last = _bare(words[titles].text), words[-1].text.casefold()
    if len(words) - titles > 1 and (last in language.PLACE_NOUNS or first in language.PLACE_HEADS):
        yield Cue.NOUN


def _as_it_stands(
    text: str, candidate: Candidate, cues: Sequence[Cue], spoken: Sequence[tuple[int, int]]
) -> Candidate:
    """Return a candidate with all that stands around it."""
    start, end = candidate.start, candidate.end
    cues = (*cues, *cues_around(text, start, end, spoken))
    asks = Cue.INITIAL in cues and candidate.name in language.ASKING_NAMES and _ASKED_OF.match(text, end)
    if asks and asks[1].casefold() in language.FUNCTION_WORDS:
        cues = (*cues, Cue.STUFF)
    is_spoken = any(first <= start < behind for first, behind in spoken)
    named = candidate.name.casefold() not in language.NOT_NAMES  # May the First is a day
    ruler = _RULER.match(text, end) if named else None
    end = ruler.end() if ruler else end
    lean = leaning.lean(text, (start, candidate.name_start, end), cues, is_spoken)
    return replace(candidate, end=end, cues=cues, lean=lean, spoken=is_spoken)


def _candidate(words: Sequence[_Word], titles: int) -> Candidate:
    """Return the candidate that some words make, of which the first few are titles."""
    last = words[-1]
    end = last.end - 1 if last.text.endswith(".") and len(last.text) > 2 else last.end
    named = words[titles:]
    name = fold(" ".join([*(word.text for word in named[:-1]), last.text[: end - last.start]]))
    gender = next((g for word in words[:titles] if (g := gender_of_title(word.text))), None)
    return Candidate(words[0].start, end, named[0].start, name, titles > 0, gender, ())


def _shouted(words: Sequence[_Word]) -> Iterator[Candidate]:
    """Yield the stretches of a run in capitals that are no ordinary words, each with the titles before it."""
    titles: list[_Word] = []
    for ordinary, group in groupby(words, key=lambda word: _is_ordinary_shout(word.text)):
        stretch = list(group)
        if ordinary:
            last = takewhile(lambda word: _bare(word.text) in language.TITLES, reversed(stretch))
            titles = list(last)[::-1]
        else:
            plain = _candidate([*titles, *stretch], len(titles))
            cues = (Cue.TITLED,) if any(_bare(word.text) in language.SPOKEN_TITLES for word in titles) else ()
            yield replace(plain, name=calm(plain.name), cues=cues, shouted=True)


def _before_sentence_end(words: list[_Word]) -> list[_Word]:
    """Cut a run where a stop behind a single letter ends the sentence: “So did I. Then …” is not I. Then."""
    for at, word in enumerate(words[:-1]):
        if len(word.text) == 2 and word.text.endswith(".") and _is_ordinary(words[at + 1].text):
            return words[:at]
    return words


def _is_contraction(text: str, words: Sequence[_Word]) -> bool:
    """Whether the run is the head of an ordinary contraction, as in They’d and Don’t; Sarah’ll is none."""
    contracted = _CONTRACTED.match(text, words[-1].end)
    if contracted is None or len(words) > 1:
        return False
    return contracted["never"] is not None or _is_ordinary(words[0].text)


def _from_first_name(words: list[_Word], initial: bool) -> list[_Word]:
    """Leave out what stands before the name with a capital of its own: “Then Sarah”, “But Oh Sarah”."""
    if initial and len(words) > 1 and _is_ordinary(words[0].text):
        words = words[1:]
    while len(words) > 1 and words[0].text.casefold() in _BEFORE_NAMES and _is_ordinary(words[0].text):
        words = words[1:]
    return words


def _asks(text: str, words: Sequence[_Word]) -> bool:
    """Whether a run begins a question with a verb, and no name: “Will Sarah come?”"""
    if len(words) < 2 or words[0].text not in language.ASKING_NAMES:
        return False
    mark = _SENTENCE_END.search(text, words[-1].end)
    return mark is not None and mark[0] == "?"


def _leading_titles(words: Sequence[_Word]) -> int:
    """Return how many words at the beginning are titles; a given name that is one too may stand alone."""
    titles = 0
    while titles < len(words) and _bare(words[titles].text) in language.TITLES:
        titles += 1
    alone = titles == len(words) == 1 and words[0].text.casefold() in language.GIVEN_NAMES
    return 0 if alone else titles


def _is_initial(text: str, start: int, starts: set[int]) -> bool:
    if start in starts:
        return True
    before = text[max(0, start - 4) : start]
    if _OPENS_SPEECH.search(before):
        return True
    # an opening mark, a dash or a star may stand between the sentence's start and its first word
    at = start
    while at > 0 and not text[at - 1].isalnum() and not text[at - 1].isspace():
        at -= 1
    return at in starts or _OPENS_CLAUSE.search(before) is not None


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")


def _is_ordinary(word: str) -> bool:
    folded = fold(word.casefold())
    if folded in language.GIVEN_NAMES or _bare(word) in language.TITLES:
        return False
    if folded in ORDINARY_WORDS or folded in language.NOT_NAMES or folded in ("a", "o"):
        return True
    return "-" in folded and all(part in ORDINARY_WORDS for part in folded.split("-"))


def _is_shouted(name: str) -> bool:
    letters = [character for character in name if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters)


def _is_ordinary_shout(word: str) -> bool:
    """Whether a word in capitals need not be a name: most that are names too are words here (WILL, MAY)."""
    bare = fold(_bare(word))
    known = bare in ORDINARY_WORDS or bare in language.NOT_NAMES or bare in language.TITLES
    return known or sum(character.isalpha() for character in bare) < 3
