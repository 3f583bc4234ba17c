"""What the decision trees look at: a name, the place where it stands, and all that the story shows about it.

Everything here is told by the words of the name (see `Names.observe`), so that a change of evidence about
other words changes no verdict.
"""

from collections.abc import Sequence
from math import log1p

from fabula_daemon.story.people import weights
from fabula_daemon.story.people.candidates import Candidate
from fabula_daemon.story.people.cues import Cue
from fabula_daemon.story.people.names import AGAINST, FOR, LEAN, NOTHING, Names, Row, row_of
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english import people, places
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS

_WORD_TABLES = (
    ORDINARY_WORDS,
    language.GIVEN_NAMES,
    language.NOT_NAMES,
    people.WORLD_GIVEN_NAMES,
    people.SURNAMES,
    people.FAMOUS,
    places.PLACES,
    places.DEMONYMS,
    places.EXCLAMATIONS,
)
_MOST = 80  # of a sum of leanings: from there on more shows nothing


def of_candidate(candidate: Candidate, names: Names) -> list[float]:
    """Return what there is to look at, for a candidate in a story."""
    return [*of_use(candidate), *of_name(candidate.name, names, row_of(candidate))]


def of_use(candidate: Candidate) -> tuple[float, ...]:
    """Return what the place shows where a candidate stands."""
    cues = candidate.cues
    return (
        candidate.lean,
        Cue.MID in cues,
        candidate.titled,
        Cue.TITLED in cues,
        Cue.OWNS in cues,
        candidate.spoken,
    )


def of_name(name: str, names: Names, own: Row) -> list[float]:
    """Return what a name and the story's evidence about it show. `own` is one use, which counts if the story
    has none.
    """
    row = names.cues.get(name) or own
    uses = row[Cue.MID] + row[Cue.INITIAL]
    words = name.split()
    folded = [word.casefold() for word in words]
    first, last = folded[0], folded[-1]
    scale = uses + 1
    values = [log1p(uses), _sum(row), row[LEAN] / scale, log1p(row[FOR]), log1p(row[AGAINST])]
    values += [row[cue] / scale for cue in Cue]
    values += [
        min(3, row[cue]) for cue in (Cue.TITLED, Cue.SPEAKS, Cue.PLACE, Cue.DETERMINED, Cue.NOUN, Cue.RANK)
    ]
    gazetteer = weights.current().gazetteer
    for word in (first, last):
        values += [word in table for table in _WORD_TABLES]
        values += [_is_surname_like(word), _is_of_place(word)]
        values += [gazetteer.get(word, 0.0), log1p(names.lower[word])]
    values.append(log1p(names.lower[last]) - log1p(row[Cue.MID]))
    values += [
        len(words),
        last in language.PLACE_NOUNS,
        first in language.TITLES,
        any(word in language.PARTICLES for word in folded),
        sum(word in ORDINARY_WORDS for word in folded) / len(folded),
        any(word in language.NOT_NAMES for word in folded),
    ]
    values += _of_longer(name, names) if len(words) == 1 else (0.0,) * 6
    values += _of_parts(words, names) if len(words) > 1 else (0.0,) * 6
    values.append(_sum(names.cues.get(name[:-1], NOTHING)) if name.endswith("s") else 0.0)
    values += _of_shape(name, last)
    return values


def _sum(row: Row) -> float:
    return max(-_MOST, min(_MOST, row[LEAN]))


def _of_longer(word: str, names: Names) -> tuple[float, ...]:
    """What the names show that begin or end with a word."""
    longer = names.longer(word)
    mean = titled = placed = given = 0.0
    joined = 0
    for name in longer:
        joined += " " not in name
        row = names.cues.get(name, NOTHING)
        mean += row[LEAN] / max(1, row[Cue.MID] + row[Cue.INITIAL])
        titled += row[Cue.TITLED] > 0
        first, _, rest = name.partition(" ")
        placed += rest.rpartition(" ")[2].casefold() in language.PLACE_NOUNS
        given += rest.endswith(word) and first.casefold() in language.GIVEN_NAMES
    return log1p(len(longer)), max(-48.0, min(48.0, mean)), titled, placed, given, joined


def _of_parts(words: Sequence[str], names: Names) -> list[float]:
    """What the first and the last word of a name show where they stand alone."""
    values: list[float] = []
    for word in (words[0], words[-1]):
        row = names.cues.get(word, NOTHING)
        values += [_sum(row), log1p(row[Cue.MID] + row[Cue.INITIAL]), len(names.longer(word))]
    return values


def _is_surname_like(word: str) -> bool:
    return len(word) > 4 and word.startswith(language.SURNAME_BEGINNINGS)


def _is_of_place(word: str) -> bool:
    return any(
        word.removesuffix(ending) in places.PLACES for ending in language.FROM_PLACES if word.endswith(ending)
    )


def _of_shape(name: str, last: str) -> list[float]:
    return [
        "-" in name,
        len(last),
        "." in name,
        any(letter.isdigit() for letter in name),
        any(word[1:] != word[1:].lower() for word in name.split()),
        *(last.endswith(ending) for ending in language.ENDINGS),
    ]
