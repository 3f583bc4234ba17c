"""Who does what in a paragraph: which persons named in the narration are the subjects of which verbs, and who
speaks.

No parser: a verb belongs to the name before it if nothing but adverbs, auxiliaries or an apposition stands
between them, and if the words before the name leave it free to be a subject. What is not certain is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables import english
from fabula_daemon.story.tables.english import clauses as clauses
from fabula_daemon.story.tables.english import verbs as english_verbs
from fabula_daemon.story.world.canon import Entity


@dataclass(frozen=True, slots=True)
class Act:
    """The person of `mention` is the subject of `verb`, which stands at [start, end) of the paragraph.

    `auxiliary` is what stands before it, in lower case (“had”, “was”, “would”), or nothing. `speaks` is set
    for a verb of speech beside what is spoken, `found` where others find or meet the person, who is there.
    """

    mention: Mention
    verb: str
    start: int
    end: int
    auxiliary: str = ""
    negated: bool = False
    speaks: bool = False
    found: bool = False

    @property
    def is_state(self) -> bool:
        """Whether it says how somebody is, rather than what she does."""
        return self.verb in _STATES


_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?|[^\s\w]")
_CLAUSE = re.compile(r"[,;:—–(]|\b(?:and|but|or|so)\b")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?!\w))")
_APPOSITION = re.compile(r",\s[^,;:.!?“”\"—–]{2,60},(?=\s)")
_CONJOINED = re.compile(
    r"\s+(?:and|with)\s+(?:the\s+(?:rest|others?)(?:\s+of\s+\w+)?|(?:\w+\s+)?others?|(?:the|a|an|his|her|their|my)\s+\w+|[\w’-]+(?:\s+[A-Z][\w’-]*)?)(?=\s)"
)
_WHO = re.compile(r",\s+who(?=\s)")
_NOT = re.compile(r"n['’]t\Z")
_IT_WAS = re.compile(r"\b(?:it|there|here)\s+(?:was|is|stood|sat|came)\s*\Z", re.IGNORECASE)
_TAG_OF_PRONOUN = re.compile(
    rf"\b(?:(?P<a>he|she|they)\s+(?:\w+ly\s+)?(?:{'|'.join(sorted(english.SPEECH_VERBS))})"
    rf"|(?:{'|'.join(sorted(english.SPEECH_VERBS))})\s+(?P<b>he|she|they))\b",
    re.IGNORECASE,
)
_STATES = clauses.BEING | clauses.PERFECT | {"seemed"}
_PASTS = frozenset(past for _, past, _ in english_verbs.IRREGULAR)
_BASE_OF = {form: base for base, past, participle in english_verbs.IRREGULAR for form in (past, participle)}
_PARTICIPLES = frozenset(participle for _, _, participle in english_verbs.IRREGULAR)
_GENDERS = {"he": "m", "she": "f"}
_EMPHATIC = frozenset({"do", "does", "did"})
_REACH = 9


def acts(passage: Passage) -> tuple[Act, ...]:
    """Return what the persons named in the narration of a passage do, in order; at most one act a mention."""
    found = (
        act_of(passage, mention)
        for mention in passage.mentions
        if (mention.known or mention.certain) and not passage.is_claim(mention.start)
    )
    return tuple(act for act in found if act is not None)


def act_of(passage: Passage, mention: Mention) -> Act | None:
    """Return what the person of a mention does there, None if she is not surely the subject of a verb."""
    text = passage.text
    begin, end = passage.sentence_at(mention.start)
    begin = max([begin, *(b for _, b in passage.spoken if b <= mention.start)])
    end = min([end, *(a for a, _ in passage.spoken if a >= mention.end)])
    lead, behind = text[begin : mention.start], text[mention.end : end]
    if _POSSESSIVE.match(behind):
        return None
    words = [match.group().casefold() for match in _TOKEN.finditer(lead)]
    last = words[-1] if words else ""
    beside_speech = any(a == end or (b <= begin and not text[b:begin].strip()) for a, b in passage.spoken)
    if last in english.SPEECH_VERBS and beside_speech and len(words) <= 2:
        at = text.casefold().rindex(last, 0, mention.start)
        return Act(mention, last, at, at + len(last), speaks=True)
    if _is_found(lead, words):
        at = text.casefold().rindex(last, 0, mention.start)
        return Act(mention, last, at, at + len(last), found=True)
    if _may_be_subject(lead, words):
        act = _verb(mention, text, mention.end, end, beside_speech)
        if act is not None:
            return act
    who = _WHO.match(behind)
    return _verb(mention, text, mention.end + who.end(), end, beside_speech=False) if who else None


def speaker(passage: Passage) -> Entity | None:
    """Return who speaks in a passage, None if nobody does or it is not certain who.

    It is who says so; else who alone does anything in the narration beside the speech.
    """
    if not passage.spoken:
        return None
    done = acts(passage)
    tags = {act.mention.entity for act in done if act.speaks}
    if tags:
        return tags.pop() if len(tags) == 1 else None
    actors = {act.mention.entity for act in done}
    if len(actors) != 1:
        return None
    actor = actors.pop()
    for tag in _TAG_OF_PRONOUN.finditer(passage.text):
        gender = _GENDERS.get((tag["a"] or tag["b"]).casefold())
        if passage.is_claim(tag.start()) or actor is None:
            continue
        if tag.start() < done[0].mention.start or (actor.gender or gender) != gender:
            return None
    return actor


def is_finite(word: str) -> bool:
    """Whether a word, in lower case, is the form of a verb that a subject can stand before."""
    if word in english.SPEECH_VERBS or word in english.ACTION_VERBS or word in _PASTS:
        return True
    if word.endswith("ed"):
        return word not in english_verbs.NO_PASTS
    return word.endswith("s") and is_deed(word) and word not in english_verbs.ACTIONS


def is_deed(word: str) -> bool:
    """Whether a word, in lower case, is a form of a verb of what can be seen done, there and then."""
    return any(base in english_verbs.ACTIONS or base in clauses.DEEDS for base in _bases(word))


def _bases(word: str) -> Iterator[str]:
    """Yield what a form may be a form of."""
    yield word
    if word in _BASE_OF:
        yield _BASE_OF[word]
    for ending, lost in (("ed", "e"), ("ing", "e"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}{lost}", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
            if stem.endswith("i"):
                yield f"{stem[:-1]}y"


def _is_found(lead: str, words: list[str]) -> bool:
    if _IT_WAS.search(lead):
        return len(words) == 2 or words[-3] in (",", ";", ":", "—", "and")
    comes = words[-1:] and words[-1] in clauses.INVERTED and words[0] in clauses.FRONTED
    return len(words) > 1 and (words[-1] in clauses.FINDING or bool(comes))


def _may_be_subject(lead: str, words: list[str]) -> bool:
    """Whether the words of the sentence before a name leave it free to be the subject of what follows."""
    while words and (words[-1] in clauses.ADVERBS or words[-1].endswith("ly")):
        words = words[:-1]
    last = words[-1] if words else ""
    if not last or not last[0].isalpha() or last in clauses.JOINING:
        return True
    clause = [word.casefold().strip("“”\"'’‘*_") for word in _CLAUSE.split(lead)[-1].split()]
    first = clause[0] if clause else ""
    if last in clauses.BEFORE_OBJECT or last in clauses.EMBEDDING:
        return last == "that" and clause[:2] == ["it", "was"]
    is_name = len(words) > 1 and lead.rstrip().split()[-1][0].isupper()
    if is_finite(last) and not is_name:
        return first in clauses.SUBORDINATING and len(clause) > len("ab")
    return first in clauses.FRONTED


def _verb(mention: Mention, text: str, start: int, end: int, beside_speech: bool) -> Act | None:
    for skipped in (_APPOSITION, _CONJOINED):
        match = skipped.match(text, start, end)
        start = match.end() if match else start
    group = _VerbGroup()
    for token in list(_TOKEN.finditer(text, start, end))[:_REACH]:
        if not group.goes_on(token):
            break
    if group.verb is None:
        return None
    speaks = beside_speech and group.verb[0] in english.SPEECH_VERBS
    return Act(mention, *group.verb, group.auxiliary, group.negated, speaks)


class _VerbGroup:
    """The words behind a subject, taken one by one until its verb is known."""

    def __init__(self) -> None:
        self.auxiliary, self.negated = "", False
        self.verb: tuple[str, int, int] | None = None
        self._being = self._having = self._helped = False

    def goes_on(self, token: re.Match[str]) -> bool:
        word = token.group().casefold()
        if _NOT.search(word):
            word, self.negated = _NOT.sub("", word), True
        here = (word, *token.span())
        if word in clauses.NEGATED:
            self.negated = True
        elif word in clauses.BEING:
            self._being, self.verb = True, here
        elif word in clauses.PERFECT:
            self._having, self.verb = True, here
        elif word in clauses.MODAL:
            self._helped, self.auxiliary = True, "" if word in _EMPHATIC else word
        elif not (word in clauses.ADVERBS or word.endswith("ly")):
            if token.group()[0].islower():
                self._end(here)
            return False
        return True

    def _end(self, here: tuple[str, int, int]) -> None:
        word = here[0]
        if self._being:
            if word.endswith("ing"):
                self.verb, self.auxiliary = here, self.auxiliary or ("had" if self._having else "was")
        elif self._having:
            if word.endswith("ed") or word in _PARTICIPLES or word in _PASTS:
                self.verb, self.auxiliary = here, self.auxiliary or "had"
        elif word[0].isalpha() and (self._helped or self.negated or is_finite(word)):
            self.verb = here
