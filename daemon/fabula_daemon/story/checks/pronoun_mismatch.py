"""pronoun-mismatch: the narration calls somebody he, she or themself who by the sheet is not.

A pronoun is anybody's until it is shown whose it is. So there is a finding only where nobody else of its
gender is about. How far around depends on how surely it hangs on the one who is named: “Anna hurt himself”
needs only the sentence, “Anna wiped his hands” the one before too, “Anna stopped; he had heard it” the scene.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto

from fabula_daemon.story.canon import Entity
from fabula_daemon.story.checks import Setting, check, sentence_evidence, sheet_evidence
from fabula_daemon.story.claims.antecedents import gender_of, gender_of_mention, is_described, may_be
from fabula_daemon.story.claims.owners import subject_at
from fabula_daemon.story.claims.tokens import Told, tell
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.tables import gestures, telling

CODE = "pronoun-mismatch"
_PRONOUNS = {
    "m": ("he", "him", "his", "himself"),
    "f": ("she", "her", "her", "herself"),
    "t": ("they", "them", "their", "themself"),
}
_ALL = {
    word: gender for gender in "mf" for word in (*_PRONOUNS[gender], *(("hers",) if gender == "f" else ()))
}
_WRONG = {
    gender: re.compile(rf"\b(?:{'|'.join(word for word, g in _ALL.items() if g != gender)})\b", re.IGNORECASE)
    for gender in "mft"
}
_REFLEXIVE = frozenset({"himself", "herself"})
_JOINTS = frozenset("and but that who whom which as than when while to".split())


class _Bond(Enum):
    """How a pronoun hangs on the subject: “hurt himself”; “wiped his hands”; “and he”."""

    SURE = auto()
    CLOSE = auto()
    LIKELY = auto()


@check(CODE)
def pronoun_mismatch(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a warning for the first pronoun of a sentence that cannot be of the one whom it must mean."""
    for start, end in _suspects(passage):
        told = tell(passage, (start, end))
        found = _mismatch(told)
        if found:
            at, entity = found
            yield _finding(told, at, entity, setting)


def _suspects(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the sentences that name one person, and have a pronoun that is not hers."""
    known = [m for m in passage.mentions if m.entity is not None and gender_of(m.entity)]
    if not known:
        return
    spans = []
    for mention in known:
        span = passage.sentence_at(mention.start)
        gender = gender_of(mention.entity) if mention.entity else None
        if gender and span not in spans and _WRONG[gender].search(passage.text, mention.end, span[1]):
            spans.append(span)
    yield from spans


def _mismatch(told: Told) -> tuple[int, Entity] | None:
    """Return the index of a pronoun that must mean the one person of a sentence and cannot, and who it is."""
    entity = told.named[0].entity if told.named else None
    gender = gender_of(entity) if entity else None
    if entity is None or gender is None or any(m.entity != entity for m in told.named) or told.has_narrator:
        return None
    named_at = next(at for at, token in enumerate(told.tokens) if token.mention)
    if told.others() or not (subject_at(told, named_at) or told.is_possessor(named_at)):
        return None
    opening = told.word(0) in telling.PREPOSITIONS or told.word(0).endswith("ing")
    for at in range(0 if opening else named_at + 1, len(told.tokens)):
        wrong = _ALL.get(told.word(at))
        if wrong is None:
            continue
        bond = _bond(told, min(named_at, at), at)
        return (at, entity) if wrong != gender and bond and _is_free(told, wrong, bond) else None
    return None


def _bond(told: Told, after: int, at: int) -> _Bond | None:
    """Return how surely a pronoun is the subject's; None if it may be anybody's."""
    word = told.word(at)
    if word in telling.SUBJECTS:
        return _Bond.LIKELY
    if word in _REFLEXIVE:
        between = told.tokens[after + 1 : at]
        return _Bond.CLOSE if any(token.is_mark or token.text in _JOINTS for token in between) else _Bond.SURE
    if word not in ("his", "her"):
        return None
    noun = at + 1
    while noun - at < 3 and told.word(noun) in telling.ADJECTIVES:
        noun += 1
    if told.word(at - 1) == "with" and told.word(noun) in gestures.WITH_OWN:
        return _Bond.CLOSE
    verb = at - 1
    while verb > after and (told.word(verb) in gestures.BETWEEN or told.word(verb) in telling.ADVERBS):
        verb -= 1
    if told.word(verb) in gestures.OWN.get(told.word(noun), ()):
        return _Bond.CLOSE if told.word(noun) in gestures.LOOSE else _Bond.SURE
    if told.word(noun - 1) == "own":
        return _Bond.CLOSE
    others = {token.text for token in told.tokens[after:at]} & gestures.TO_ANOTHER
    return _Bond.LIKELY if told.word(noun) in gestures.PERSONAL and not others else None


def _is_free(told: Told, wrong: str, bond: _Bond) -> bool:
    """Whether nobody is about, as far as the bond asks, whom a pronoun of the gender `wrong` could mean."""
    passage, (start, end) = told.passage, told.span
    last = max((a for a, _ in passage.sentences if a < start), default=start)
    since = 0 if bond is _Bond.LIKELY else start
    if bond is _Bond.CLOSE:
        since = last
    own = {mention.entity for mention in told.named}
    if any(
        since <= mention.start < end
        and mention.entity not in own
        and (mention.known or mention.certain)
        and may_be(gender_of_mention(mention), wrong)
        for mention in passage.mentions
    ):
        return False
    if is_described(passage, max(since, last), end, wrong) or is_described(
        passage, since, end, wrong, told=True
    ):
        return False
    if _said_before(passage, since, start, wrong):
        return False
    if bond is _Bond.SURE or (bond is _Bond.CLOSE and since < start):
        return True
    mind = passage.focus.last if bond is _Bond.CLOSE else (*passage.focus.last, *passage.focus.recent)
    return not any(entity is None or may_be(gender_of(entity), wrong) for entity in mind)


def _said_before(passage: Passage, since: int, start: int, wrong: str) -> bool:
    """Whether the narration has a pronoun of that gender before the sentence."""
    words = re.compile(rf"\b(?:{'|'.join(w for w, g in _ALL.items() if g == wrong)})\b", re.IGNORECASE)
    return any(not passage.is_claim(match.start()) for match in words.finditer(passage.text, since, start))


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
