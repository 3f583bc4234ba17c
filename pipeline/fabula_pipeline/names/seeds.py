"""Who is a person in a novel without marks: names that hundreds of uses leave no doubt about.

Plain rules over the counts of cues. They are sure of a half of all names, and right about nearly all of
these; the weights of contexts are learned from them.
"""

from collections.abc import Mapping

from fabula_daemon.story.people.cues import Cue
from fabula_daemon.story.people.names import NOTHING, Names, Row
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS

FEWEST_USES = 3


def seeds(names: Names) -> Mapping[str, bool]:
    """Return the names that are certainly persons', or certainly not."""
    told = {}
    for name, row in names.cues.items():
        if row[Cue.MID] + row[Cue.INITIAL] >= FEWEST_USES:
            verdict = _of_word(name, row, names) if " " not in name else _of_words(name.split(), row)
            if verdict is not None:
                told[name] = verdict
    return told


def _of_word(name: str, row: Row, names: Names) -> bool | None:
    folded = name.casefold()
    given = folded in language.GIVEN_NAMES
    person, other = _weigh(row)
    uses = row[Cue.MID] + row[Cue.INITIAL]
    if folded in language.NOT_NAMES and not (given and person >= 2 + other):
        return False
    lower = names.lower[folded]
    if (lower or folded in ORDINARY_WORDS) and not given:
        if row[Cue.MID] == 0 or lower > row[Cue.MID] or row[Cue.TITLED] + row[Cue.SPEAKS] == 0:
            return False
        return person > other + 1
    if given:
        if lower > uses and row[Cue.MID] == 0:
            return False
        person += 3
    person += sum(
        min(count, 2)
        for longer, count in names.longer(name).items()
        if _of_words(longer.split(), names.cues.get(longer, NOTHING))
    )
    if person >= 2 and person > other:
        return True
    return False if other > person else None


def _of_words(words: list[str], row: Row) -> bool | None:
    person, other = _weigh(row)
    folded = [word.casefold() for word in words]
    if row[Cue.TITLED] > row[Cue.NOUN]:
        return True
    if folded[-1] in language.PLACE_NOUNS:
        return False
    if folded[0] in language.GIVEN_NAMES and person + 3 > other:
        return True
    strange = [word for word in folded if word not in ORDINARY_WORDS and word not in language.PARTICLES]
    if any(word in language.NOT_NAMES for word in folded) or not strange:
        return bool(row[Cue.SPEAKS] and person > other + 2 and row[Cue.MID])
    if person + 1 > other:
        return True
    return False if other > person + 1 else None


def _weigh(row: Row) -> tuple[float, float]:
    """Return how much speaks for a person, and how much against."""
    person = (
        3 * row[Cue.TITLED]
        + 2 * row[Cue.SPEAKS]
        + row[Cue.ACTS]
        + row[Cue.ADDRESSED]
        + 2 * row[Cue.INTRODUCED]
        + 0.5 * row[Cue.OWNS]
    )
    other = 2 * row[Cue.PLACE] + 0.4 * row[Cue.WEAK_PLACE] + 1.5 * row[Cue.DETERMINED] + 3 * row[Cue.NOUN]
    return person, other
