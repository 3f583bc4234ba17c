"""Whether a name is a person's: what the decision trees say, and the few things that they cannot know."""

import re
from collections.abc import Sequence
from enum import Enum

from fabula_daemon.story.people import evidence, weights
from fabula_daemon.story.people.candidates import Candidate
from fabula_daemon.story.people.cues import SHOWS_SOMEBODY, Cue
from fabula_daemon.story.people.leaning import MOST
from fabula_daemon.story.people.names import LEAN, NOTHING, Names, Row, row_of
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english import people, places
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS
from fabula_daemon.story.tables.english.roles import OFFICES
from fabula_daemon.story.text.folding import fold_name

CERTAIN, POSSIBLE, DENIED = 0.55, 0.12, 0.05
_SCOTS_OR_IRISH = re.compile(r"\b(?:Ma?c|O')[A-Z]\w+\Z")
_USES_OF_A_CHARACTER = 2
_LONGEST_PHRASE = 2  # words, if all of them are ordinary
_REMEMBERED = 4096  # few enough to be forgotten between two keystrokes


class Verdict(Enum):
    """What a name is the name of."""

    PERSON = "person"
    OTHER = "other"
    UNSURE = "unsure"


class Judge:
    """Judges names by a story's evidence, which may go on changing; until it does, chances are remembered."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._revision = -1
        self._of_name: dict[str, tuple[float, ...]] = {}
        self._of_values: dict[tuple[float, ...], float] = {}
        self._chances: dict[tuple[str, tuple[float, ...]], float] = {}

    def verdict(self, candidate: Candidate) -> Verdict:
        """Return what a candidate is, where it stands."""
        name, cues = candidate.name, candidate.cues
        if _names_nobody(candidate) or self._is_short_for_a_thing(name):
            return Verdict.OTHER
        verdict = _verdict(self._chance(name, evidence.of_use(candidate), row_of(candidate)))
        if verdict is Verdict.PERSON:
            doubtful = self._is_a_word_with_a_capital(name) or self._is_only_a_place(name)
            return Verdict.UNSURE if doubtful else verdict
        if Cue.NICKNAME in cues or self._bears_rank(name):
            return Verdict.PERSON
        return self._settled(name, verdict)

    def verdict_on(self, name: str) -> Verdict:
        """Return what a name, folded and without titles, is by all its uses together."""
        row = self.names.cues.get(name, NOTHING)
        lean = round(row[LEAN] / max(1, row[Cue.MID] + row[Cue.INITIAL]))
        titled = row[Cue.TITLED] > 0
        use = (lean, row[Cue.MID] > 0, titled, titled, False, False)
        return self._settled(name, _verdict(self._chance(name, use, NOTHING)))

    def denies(self, candidate: Candidate) -> bool:
        """Whether a candidate is nobody for certain, even if somebody is called so."""
        if _names_nobody(candidate):
            return True
        return self._chance(candidate.name, evidence.of_use(candidate), row_of(candidate)) < DENIED

    def is_famous(self, candidate: Candidate, text: str) -> bool:
        """Whether a candidate, which reads `text`, is somebody whom everybody knows, and no character."""
        last = candidate.name.rpartition(" ")[2].casefold()
        if last in language.DIVINE or fold_name(text).casefold() in language.PROVERBIAL:
            return True
        row = self.names.cues.get(candidate.name, NOTHING)
        at_work = row[Cue.TITLED] + row[Cue.SPEAKS] + row[Cue.ADDRESSED]
        return last in people.ONLY_FAMOUS and at_work < _USES_OF_A_CHARACTER

    def _settled(self, name: str, verdict: Verdict) -> Verdict:
        """Return what an unsure name is after all: a surname by its shape, or because somebody bears it."""
        if verdict is not Verdict.UNSURE:
            return verdict
        full = (longer for longer in self.names.longer(name) if longer.endswith(f" {name}"))
        borne = any(
            longer.partition(" ")[0].casefold() in language.GIVEN_NAMES
            and self.names.cues.get(longer, NOTHING)[LEAN] > 0
            for longer in full
        )
        return Verdict.PERSON if borne or _SCOTS_OR_IRISH.search(name) else verdict

    def _is_a_word_with_a_capital(self, name: str) -> bool:
        """Whether an ordinary word has a capital only where every word has one."""
        row = self.names.cues.get(name, NOTHING)
        shown = row[Cue.MID] + row[Cue.TITLED] + row[Cue.SPEAKS] + row[Cue.ADDRESSED]
        return not shown and row[Cue.INITIAL] > 0 and name.casefold() in ORDINARY_WORDS

    def _is_only_a_place(self, name: str) -> bool:
        """Whether a name stands where places do half of the time, and never where only somebody can."""
        row = self.names.cues.get(name, NOTHING)
        if row[Cue.PLACE] * 2 < max(1, row[Cue.MID] + row[Cue.INITIAL]):
            return False
        return not any(row[cue] for cue in (*SHOWS_SOMEBODY, Cue.NICKNAME)) and not self.names.longer(name)

    def _is_short_for_a_thing(self, name: str) -> bool:
        """Whether a word ends the name of a thing of the story, or is the plural of one: the Ray, where the
        Heat-Ray is known; Rays, where there is a Ray.
        """
        cues = self.names.cues
        one = cues.get(name[:-1], NOTHING) if name.endswith("s") else NOTHING
        if one[Cue.DETERMINED] and one[LEAN] < 0:
            return True
        if cues.get(name, NOTHING)[LEAN] >= 0:
            return False
        things = (cues.get(longer, NOTHING) for longer in self.names.longer(name) if longer.endswith(name))
        return any(
            row[LEAN] < -MOST and row[Cue.DETERMINED] * 2 > row[Cue.MID] + row[Cue.INITIAL] for row in things
        )

    def _bears_rank(self, name: str) -> bool:
        """Whether a name begins with a rank of the story's own, or ends with the name of a person of the
        story: the Overseer Okonjo.
        """
        first, _, rest = name.partition(" ")
        if not rest or rest.rpartition(" ")[2].casefold() in language.PLACE_NOUNS:
            return False
        if self.names.cues.get(first, NOTHING)[Cue.RANK] > 0:
            return True
        firm = self.names.cues.get(rest, NOTHING)[LEAN] >= MOST and first.casefold() not in places.PLACES
        return firm and self.verdict_on(rest) is Verdict.PERSON

    def _chance(self, name: str, use: tuple[float, ...], own: Row) -> float:
        """Return how likely a name is a person's at a place like `use`; `own` is what is seen there."""
        if _is_a_plain_word(name, self.names.cues.get(name, own)):
            return 0.0
        if self._revision != self.names.revision or len(self._chances) > _REMEMBERED:
            self._of_name, self._chances = {}, {}
            self._revision = self.names.revision
        if name not in self.names.cues:
            return self._learned((*use, *evidence.of_name(name, self.names, own)))
        chance = self._chances.get((name, use))
        if chance is None:
            values = self._of_name.get(name)
            if values is None:
                values = self._of_name[name] = tuple(evidence.of_name(name, self.names, own))
            chance = self._chances[name, use] = self._learned((*use, *values))
        return chance

    def _learned(self, values: tuple[float, ...]) -> float:
        """Return what the trees say of some values, which most edits leave as they are."""
        chance = self._of_values.get(values)
        if chance is None:
            if len(self._of_values) > _REMEMBERED:
                self._of_values.clear()
            chance = self._of_values[values] = weights.current().probability(values)
        return chance


def judge(name: str, names: Names) -> Verdict:
    """Return what `name`, folded and without titles, is the name of, by all that the story shows."""
    return Judge(names).verdict_on(name)


def _verdict(chance: float) -> Verdict:
    return Verdict.PERSON if chance >= CERTAIN else Verdict.UNSURE if chance >= POSSIBLE else Verdict.OTHER


def _is_a_plain_word(name: str, row: Row) -> bool:
    """Whether an ordinary word has a capital only where every word has one: Then, Nobody, Rain."""
    folded = name.casefold()
    if folded not in ORDINARY_WORDS or folded in language.GIVEN_NAMES:
        return False
    return not (row[Cue.MID] or row[Cue.TITLED] or row[Cue.SPEAKS])


def _names_nobody(candidate: Candidate) -> bool:
    """Whether nobody is named, at first sight: by George, a Morris chair, the Last Man Alive, His Highness,
    Engineers, Londonwards.
    """
    if Cue.SWORN in candidate.cues or Cue.STUFF in candidate.cues:
        return True
    words = candidate.name.casefold().split()
    if len(words) > _LONGEST_PHRASE and Cue.TITLED not in candidate.cues and ORDINARY_WORDS.issuperset(words):
        return True
    if len(words) == 1 and words[0].endswith("s") and words[0][:-1] in OFFICES:
        return True
    first, _, last = candidate.name.casefold().rpartition(" ")
    return _is_an_honour(first.split(), last) or (
        last.endswith(language.TOWARDS) and last.rstrip("s").removesuffix("ward") in places.PLACES
    )


def _is_an_honour(words: Sequence[str], last: str) -> bool:
    """Whether words and the last one address a rank: Royal Highness, and not Mary Grace."""
    if not words or last not in language.HONOURS:
        return False
    return last not in language.GIVEN_NAMES or ORDINARY_WORDS.union(language.FUNCTION_WORDS).issuperset(words)
