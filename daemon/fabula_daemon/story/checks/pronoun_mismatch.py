"""pronoun-mismatch: the narration calls somebody he, she or themself who by the sheet is not.

A pronoun is anybody's until it is shown whose it is. So there is a finding only where nobody else of its
gender is about. How far around depends on how surely it hangs on the one who is named: “Anna hurt himself”
needs the sentence alone, “Anna put on his coat” the one before too, “Anna nodded, and he went” paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fabula_daemon.story.checks import Setting, Sighting, page_check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.tables.english import persons, telling
from fabula_daemon.story.telling.claims import words_of
from fabula_daemon.story.telling.claims.antecedents import gender_of, gender_of_mention
from fabula_daemon.story.telling.claims.bonds import Bond, bond, is_free
from fabula_daemon.story.telling.claims.owners import subject_at
from fabula_daemon.story.telling.claims.tokens import Told, tell
from fabula_daemon.story.world.canon import Entity

CODE = "pronoun-mismatch"
_PRONOUNS = {
    "m": ("he", "him", "his", "himself"),
    "f": ("she", "her", "her", "herself"),
    "t": ("they", "them", "their", "themself"),
}
_ALL = {word: gender for gender in "mf" for word in _PRONOUNS[gender]} | {"hers": "f"}
_WRONG = {
    gender: re.compile(rf"\b(?:{'|'.join(word for word, g in _ALL.items() if g != gender)})\b", re.IGNORECASE)
    for gender in "mft"
}
_SIGNS = {
    "m": frozenset(_PRONOUNS["m"]) | persons.MALE_NOUNS | {"men", "boys", "mr"},
    "f": frozenset(_PRONOUNS["f"]) | persons.FEMALE_NOUNS | {"women", "girls", "ladies", "mrs", "miss"},
}
_FAR = 4  # paragraphs


@dataclass(frozen=True, slots=True)
class Seen:
    """Of which genders a paragraph has somebody, and the pronouns in it that cannot mean whom they must.

    Each has the gender of whom it could mean if anybody of that one were in the paragraphs before.
    """

    genders: frozenset[str]
    found: tuple[tuple[Finding, str | None], ...] = ()


_PLAIN = {genders: Seen(frozenset(genders)) for genders in ("", "m", "f", "mf")}


def _observe(passage: Passage, setting: Setting) -> Seen | None:
    genders = "".join(gender for gender in "mf" if _is_about(passage, gender))
    found = tuple(_found(passage, setting))
    return Seen(frozenset(genders), found) if found else _PLAIN[genders]


@page_check(CODE, _observe)
def pronoun_mismatch(setting: Setting, seen: Sequence[Sighting[Seen]]) -> Iterator[Finding]:
    """Yield a warning for the first pronoun of a sentence that cannot be of the one whom it must mean."""
    for at, sighting in enumerate(seen):
        for finding, gender in sighting.seen.found:
            before = seen[max(0, at - _FAR) : at]
            if not any(gender in s.seen.genders for s in before if s.scene == sighting.scene):
                yield finding.moved(sighting.start)


def _is_about(passage: Passage, gender: str) -> bool:
    """Whether a paragraph has somebody of a gender, by name, noun or pronoun, in speech too."""
    if not _SIGNS[gender].isdisjoint(words_of(passage.text)):
        return True
    return any(
        gender_of_mention(mention) == gender
        for mention in passage.mentions
        if mention.known or mention.certain
    )


def _found(passage: Passage, setting: Setting) -> Iterator[tuple[Finding, str | None]]:
    """Yield what is wrong by the paragraph itself, with the gender that may not be in those before."""
    for span, entity in _suspects(passage):
        told = tell(passage, span)
        at = _mismatch(told, entity)
        if at is not None:
            how = _how(told, entity, at)
            gender = _ALL[told.word(at)]
            if how and is_free(told, gender, how):
                yield _finding(told, at, entity, setting), gender if how is Bond.LOOSE else None


def _suspects(passage: Passage) -> Iterator[tuple[tuple[int, int], Entity]]:
    """Yield the sentences with a pronoun that is not of the one whom they name, or the one before them."""
    last: Entity | None = None
    for span in passage.sentences:
        here = [m for m in passage.mentions if span[0] <= m.start < span[1] and not passage.is_claim(m.start)]
        named = {m.entity for m in here if m.known or m.certain}
        if len(named) == 1:
            (last,) = named
        elif named:
            last = None
        gender = gender_of(last) if last else None
        if last and gender and _WRONG[gender].search(passage.text, *span):
            yield span, last


def _mismatch(told: Told, entity: Entity) -> int | None:
    """Return the index of the first pronoun of a sentence if it is not of its only person."""
    if told.has_narrator or told.others() or any(mention.entity != entity for mention in told.named):
        return None
    first = next((at for at, token in enumerate(told.tokens) if token.text in _ALL), None)
    return first if first is not None and _ALL[told.word(first)] != gender_of(entity) else None


def _how(told: Told, entity: Entity, at: int) -> Bond | None:
    """Return how the pronoun hangs on who is named in the sentence, or in the one before."""
    named_at = next((i for i, token in enumerate(told.tokens) if token.mention), None)
    if named_at is not None:
        return bond(told, named_at, at)
    opens = told.word(at) in telling.SUBJECTS and not any(t.text.isalpha() for t in told.tokens[:at])
    before = max((span for span in told.passage.sentences if span[0] < told.span[0]), default=None)
    if not opens or before is None or gender_of(entity) in {_ALL.get(token.text) for token in told.tokens}:
        return None
    earlier = tell(told.passage, before)
    named_at = next((i for i, token in enumerate(earlier.tokens) if token.mention), -1)
    return Bond.LOOSE if named_at >= 0 and subject_at(earlier, named_at) else None


def _finding(told: Told, at: int, entity: Entity, setting: Setting) -> Finding:
    token = told.tokens[at]
    text = told.passage.text[token.start : token.end]
    wrong, right = _PRONOUNS[_ALL[token.text]], _PRONOUNS[gender_of(entity) or "t"]
    place = wrong.index(token.text) if token.text in wrong else 2
    if token.text == "her" and not told.word(at + 1).isalpha():
        place = 1
    better = right[place]
    better = better.capitalize() if text[0].isupper() else better
    return Finding(
        setting.path,
        token.start,
        token.end,
        text,
        CODE,
        Severity.WARNING,
        f"“{text}” can only be {entity.name} here, whose pronouns are {'/'.join(right[:2])}.",
        evidence=(sentence_evidence(setting, told.passage, token.start), *sheet_evidence(entity, "pronouns")),
        suggestions=(better,),
        data={"name": entity.name},
    )
