"""Who is named where: the one reader of names, for diagnostics, the gate, the index and statistics alike.

What the canon knows is found in one Aho–Corasick pass over every form of every name; what it does not know is
a capitalised run that the whole story's evidence calls a person. Offsets count from the start of the
paragraph read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fabula_daemon.story.people import weights
from fabula_daemon.story.people.bearers import (
    bears_as_written,
    fits,
    further,
    gender_of,
    may_be_called,
    nearest,
    strange,
)
from fabula_daemon.story.people.candidates import Candidate, calm, candidates
from fabula_daemon.story.people.cues import Cue
from fabula_daemon.story.people.forms import Forms, Match
from fabula_daemon.story.people.judge import Judge, Verdict
from fabula_daemon.story.people.names import NOTHING, Names
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS
from fabula_daemon.story.tables.english.places import PLACES
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, Entity, gender_of_title

_USES_OF_A_TITLE = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody is named at [start, end).

    `entity` is who, None if nobody known or if several bear the name; `known` tells these two apart, and
    `owners` are the several of whom one is meant (none, if a whole family is, or somebody whom everybody
    knows, as Shakespeare). An unknown mention is `certain` if it names a person by all evidence; else it is a
    word that may be a name.
    """

    start: int
    end: int
    text: str
    entity: Entity | None
    known: bool
    certain: bool
    owners: tuple[Entity, ...] = ()


class Reader:
    """Reads paragraphs by one canon and one body of evidence; `names` may go on changing."""

    def __init__(self, canon: Canon, names: Names) -> None:
        self.canon, self.names = canon, names
        self._forms = Forms(canon)
        self._judge = Judge(names)

    @cached_property
    def version(self) -> str:
        """What a reading depends on beside the text: the canon's names, and what the detector has learned."""
        return f"{self.canon.version}-{weights.current().identity}"

    def read(self, text: str) -> list[Mention]:
        """Return the persons named in the text of one paragraph, in order, and what may be a name."""
        return self.resolve(text, candidates(text))

    def matches(self, text: str) -> list[Match]:
        """Return the names of the canon in a text, those of places and things too, whoever is meant."""
        return list(self._forms.find(text))

    def resolve(self, text: str, found: list[Candidate]) -> list[Mention]:
        """Return the mentions in a paragraph whose candidates are known already."""
        matches = list(self._forms.find(text))
        mentions = [
            mention for candidate in found for mention in self._of_candidate(text, candidate, matches)
        ]
        covered = [(candidate.start, candidate.end) for candidate in found]
        opening = {candidate.start for candidate in found}
        mentions += [
            self._known(text, match.start, match.end, match)
            for match in matches
            if match.names_person
            and not any(a < match.end and match.start < b for a, b in covered)
            and not (match.form in language.ASKING_NAMES and match.end + 1 in opening)
        ]
        return sorted(mentions, key=lambda mention: mention.start)

    def _of_candidate(self, text: str, candidate: Candidate, matches: list[Match]) -> Iterator[Mention]:
        inside = [m for m in matches if m.start < candidate.end and candidate.start < m.end]
        persons = [m for m in inside if m.names_person]
        if candidate.shouted and not inside:
            yield from self._of_shouted(text, candidate)
        elif not inside:
            yield from self._unknown(text, candidate)
        elif not persons:
            yield from self._beside_a_thing(text, candidate, inside)
        elif len(persons) == 1:
            behind = _behind_things(text, candidate, inside, persons[0])
            if not self._is_no_person_here(behind, persons[0]):
                yield self._of_person(text, behind, persons[0])
        else:
            yield from self._of_several(text, candidate, persons)

    def _unknown(self, text: str, candidate: Candidate) -> Iterator[Mention]:
        verdict = self._judge.verdict(candidate)
        if verdict is not Verdict.OTHER:
            span = text[candidate.start : candidate.end]
            known = self._judge.is_famous(candidate, span)
            certain = known or verdict is Verdict.PERSON
            yield Mention(candidate.start, candidate.end, span, None, known, certain)

    def _of_shouted(self, text: str, candidate: Candidate) -> Iterator[Mention]:
        """Capitals show nothing: it is a name only if the canon or the story has it in ordinary letters."""
        span = text[candidate.start : candidate.end]
        matches = list(self._forms.find(calm(span)))
        for match in matches:
            if match.names_person:
                mention = self._known(span, match.start, match.end, match)
                yield replace(mention, start=candidate.start + match.start, end=candidate.start + match.end)
        if not matches:
            told = candidate.name in self.names.cues
            named = told and self._judge.verdict_on(candidate.name) is Verdict.PERSON
            named = named or (Cue.TITLED in candidate.cues and not told)
            yield Mention(candidate.start, candidate.end, span, None, False, named)

    def _beside_a_thing(self, text: str, candidate: Candidate, things: list[Match]) -> Iterator[Mention]:
        """A place or a thing of the canon is in the run: what remains of it is a name only if it looks like
        one by itself.
        """
        if any(m.start <= candidate.name_start and candidate.end <= m.end for m in things):
            return
        start, end = candidate.start, candidate.end
        for match in things:
            if match.start <= candidate.name_start:
                start = match.end
            else:
                end = min(end, match.start)
        yield from self._of_rest(text, start, end)

    def _of_person(self, text: str, candidate: Candidate, match: Match) -> Mention:
        """One known person's name is in the run: with nothing else, or with words that make it somebody
        else's.
        """
        titles = _titles(text, candidate)
        before = _words(text[candidate.name_start : match.start])
        after = _words(text[match.end : candidate.end])
        owners = match.owners
        before = [word for word in before if not self._is_title_here(word)]
        if strange(before) or further(after):
            owners = tuple(o for o in owners if o.is_person and may_be_called(o, before, match.form, after))
            if not owners and self._judge.verdict(candidate) is Verdict.OTHER:
                return self._known(text, match.start, match.end, match)
            if not owners:
                return Mention(
                    candidate.start, candidate.end, text[candidate.start : candidate.end], None, False, True
                )
            return self._known(text, candidate.start, candidate.end, match, titles, owners)
        start = match.start
        if candidate.titled and not before:
            start = min(candidate.start, match.start)
        return self._known(text, start, match.end, match, titles)

    def _is_no_person_here(self, candidate: Candidate, match: Match) -> bool:
        """Whether a known name is part of a place's, or stands for the word or the place that it is too: Hall
        Street, Will you?

        What a sheet has as a name is nobody's only where every word has a capital.
        """
        cues, name = candidate.cues, match.form
        if Cue.NOUN in cues and (match.end < candidate.end or match.start > candidate.name_start):
            return True
        alone = match.start <= candidate.start and candidate.end <= match.end
        if not alone or " " in name or match.family or candidate.shouted:
            return False
        if Cue.SWORN in cues or Cue.STUFF in cues:
            return True
        ordinary = Cue.INITIAL in cues and name.casefold() in ORDINARY_WORDS
        written = any(bears_as_written(owner, name) for owner in match.owners)
        placed = name.casefold() in PLACES or Cue.PLACE in cues or Cue.DETERMINED in cues
        return (ordinary or (placed and not written)) and self._judge.denies(candidate)

    def _is_title_here(self, word: str) -> bool:
        """Whether the story uses a word as a title of its own: before the names of several people."""
        if word.casefold() in language.GIVEN_NAMES:
            return False
        if self.names.cues.get(word, NOTHING)[Cue.RANK] > 0:
            return True
        followers = {
            name.partition(" ")[2] for name in self.names.longer(word) if name.startswith(f"{word} ")
        }
        return len(followers) >= _USES_OF_A_TITLE

    def _of_several(self, text: str, candidate: Candidate, persons: list[Match]) -> Iterator[Mention]:
        """Several known names side by side: one person only if somebody bears them all, and nothing else."""
        first, last = persons[0], persons[-1]
        bearers = set(first.owners).intersection(*(match.owners for match in persons[1:]))
        outside = _words(f"{text[candidate.name_start : first.start]} {text[last.end : candidate.end]}")
        if bearers and len({match.form for match in persons}) == len(persons) and not strange(outside):
            owners = tuple(sorted(bearers, key=lambda bearer: bearer.name))
            whole = Match(first.start, last.end, last.form, owners)
            yield self._known(text, candidate.start, candidate.end, whole, _titles(text, candidate))
        elif len(persons) == 2 and all(_could_be_one_name(m) for m in persons):
            span = text[candidate.start : candidate.end]
            yield Mention(candidate.start, candidate.end, span, None, False, True)
        else:
            for match in persons:
                yield self._known(text, match.start, match.end, match)
            ends = [candidate.name_start, *(match.end for match in persons)]
            starts = [*(match.start for match in persons), candidate.end]
            for start, end in zip(ends, starts, strict=True):
                yield from self._of_rest(text, start, end)

    def _of_rest(self, text: str, start: int, end: int) -> Iterator[Mention]:
        """What known names leave of a run is a name if it looks like one by itself."""
        rest = text[start:end]
        for piece in candidates(rest):
            verdict = self._judge.verdict(piece)
            if verdict is not Verdict.OTHER:
                span = rest[piece.start : piece.end]
                certain = verdict is Verdict.PERSON
                yield Mention(start + piece.start, start + piece.end, span, None, False, certain)

    def _known(
        self,
        text: str,
        start: int,
        end: int,
        match: Match,
        titles: Sequence[str] = (),
        owners: tuple[Entity, ...] | None = None,
    ) -> Mention:
        """Return the mention of a person by a known name; a title that is not hers makes it an unknown."""
        span = text[start:end]
        people = [owner for owner in (match.owners if owners is None else owners) if owner.is_person]
        fitting = [owner for owner in people if fits(owner, titles)]
        if not fitting and any(not bears_as_written(owner, span) for owner in people):
            return Mention(start, end, span, None, False, True)
        gender = next((g for title in titles if (g := gender_of_title(title))), None)
        told = [owner for owner in fitting if gender and gender_of(owner) == gender]
        people = told or fitting or people
        if len(people) > 1:
            people = nearest(people, match.form, titled=bool(titles))
        entity = people[0] if len(people) == 1 else None
        several = tuple(people) if entity is None and not match.family else ()
        return Mention(start, end, span, entity, True, True, several)


def _titles(text: str, candidate: Candidate) -> list[str]:
    return _words(text[candidate.start : candidate.name_start])


def _words(text: str) -> list[str]:
    return [word for word in fold_name(text).split() if any(c.isalnum() for c in word)]


def _behind_things(text: str, candidate: Candidate, inside: list[Match], person: Match) -> Candidate:
    """Return what of a run can be a person's name: not the place before it, as in “In Hull Okonjo rose”."""
    ends = [match.end for match in inside if not match.names_person and match.end <= person.start]
    if not ends:
        return candidate
    start = max(ends) + len(text[max(ends) : person.start]) - len(text[max(ends) : person.start].lstrip())
    return replace(candidate, start=start, name_start=start)


def _could_be_one_name(match: Match) -> bool:
    return " " not in match.form
