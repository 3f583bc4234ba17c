"""Whose something is in a sentence: whom a name, a pronoun or a “with” makes the bearer of green eyes.

Everything here is silent where a second person, named or not, could be meant.
"""

from dataclasses import dataclass

from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables.english import SPEECH_VERBS, appearance, persons, telling
from fabula_daemon.story.tables.english.gestures import TO_ANOTHER as SEEN
from fabula_daemon.story.tables.english.numerals import NUMBERS
from fabula_daemon.story.telling.claims.antecedents import GENDERS, antecedent, gender_of_mention, may_be
from fabula_daemon.story.telling.claims.tokens import PERSON, QUOTED, Told, is_animate
from fabula_daemon.story.text.folding import fold
from fabula_daemon.story.world.canon import Entity


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a claim is about: a known person, or the name of a stranger."""

    entity: Entity | None
    name: str


_NOTHING = frozenset[int]()


def named(mention: Mention) -> Owner | None:
    """Return the owner that a mention names; None where the name is borne by several."""
    if mention.entity is None and mention.known:
        return None
    return Owner(mention.entity, mention.entity.name if mention.entity else fold(mention.text))


def meant(told: Told, at: int) -> Owner | None:
    """Return whom the pronoun at an index means."""
    token = told.tokens[at]
    entity = antecedent(told.passage, token.start, token.text)
    return Owner(entity, entity.name) if entity else None


def person_at(told: Told, at: int) -> Owner | None:
    """Return who the name or pronoun at an index is."""
    mention = told.mention(at)
    if mention:
        return named(mention)
    return meant(told, at) if told.word(at) in GENDERS else None


def subject_at(told: Told, at: int) -> Owner | None:
    """Return who is at an index, if that is the subject of its clause: “X”, “she”, or “X, who”."""
    if told.word(at) == "who":
        at -= 2 if told.word(at - 1) == "," else 1
        return named(mention) if (mention := told.mention(at)) else None
    if told.word(at) == ",":
        return _set_off(told, at)
    if told.word(at) != PERSON and told.word(at) not in telling.SUBJECTS:
        return None
    left = at - 1
    while adjective_like(told.word(left)):
        left -= 1
    before = told.word(left)
    if told.word(at + 1) == ":":
        return None
    if before == "and" and (told.word(left - 1) in (PERSON, "'s") or is_animate(told.word(left - 1))):
        return None
    if before in telling.PREPOSITIONS and before not in telling.CLAUSE_WORDS:
        return None
    if told.word(left) in SEEN and told.word(left) not in SPEECH_VERBS:
        return None
    if told.is_possessor(at) or _somebody_before(told, at):
        return None
    return person_at(told, at)


def _set_off(told: Told, end: int) -> Owner | None:
    """Return the subject before what is set off by commas: “X, tired, was …”, “The man, X, was …”."""
    start = next((i for i in range(end - 2, max(end - 9, -1), -1) if told.word(i) == ","), None)
    if start is None:
        return None
    if told.mention(end - 1) and start == end - 2:
        return person_at(told, end - 1) if is_animate(told.word(start - 1)) else None
    return subject_at(told, start - 1) if told.mention(start - 1) else None


def _somebody_before(told: Told, at: int) -> bool:
    """Whether the clause has had somebody else already: “the girl who followed X”."""
    at -= 1
    while not told.ends_clause(at):
        if is_animate(told.word(at)) and not told.is_predicate(at):
            return True
        at -= 1
    return False


def before_verb(told: Told, verb: int) -> int:
    """Return the index of what stands before a verb and its adverbs."""
    at = verb - 1
    while at > 0 and told.word(at) in telling.ADVERBS:
        at -= 1
    if told.word(at) == "," and told.word(at - 1) in telling.ADVERBS:
        return before_verb(told, at)
    return at


def only_person(told: Told, allowed: frozenset[int] = _NOTHING) -> Owner | None:
    """Return who is in a sentence, where nobody else is; `allowed` are words that do not count."""
    if told.others(allowed | _forebears(told)) or told.has_narrator:
        return None
    if any(
        m.start < told.span[1]
        and told.span[0] < m.end
        and not (m.known or m.certain)
        and m.start > told.span[0]
        for m in told.passage.mentions
    ):
        return None
    if told.named:
        owner = named(told.named[0])
        if owner is None or any(named(mention) != owner for mention in told.named[1:]):
            return None
        gender = gender_of_mention(told.named[0])
        return owner if told.genders <= {gender} or (gender is None and len(told.genders) < 2) else None
    if len(told.genders) == 2:
        return None
    first = next((at for at, token in enumerate(told.tokens) if token.text in GENDERS), None)
    return None if first is None else meant(told, first)


def _forebears(told: Told) -> frozenset[int]:
    """Return the words of kin who are only likened to: “her father's eyes”, “as green as her mother's”."""
    return frozenset(
        at
        for at, token in enumerate(told.tokens)
        if token.text.removesuffix("'s") in persons.KIN
        and told.word(at - 1) in telling.POSSESSIVES
        and (told.word(at - 2) in ("as", "like", "than", "from") or _is_heirloom(told, at))
    )


def _is_heirloom(told: Told, at: int) -> bool:
    """Whether somebody has what is a forebear's: “had her mother's nose”."""
    return told.word(at).endswith("'s") and told.word(at - 2) in ("had", "has", "inherited", "and")


def adjective_like(word: str) -> bool:
    """Whether a word may stand before a noun and describe it."""
    if word in telling.ADJECTIVES or word in telling.ADVERBS:
        return True
    if word in telling.NOT_ADJECTIVES or word in NUMBERS or "'" in word or is_animate(word):
        return False
    return ("-" in word and len(word) > 3) or (len(word) > 3 and word.endswith(telling.ADJECTIVE_ENDINGS))


def of_part(told: Told, left: int, head: int, allowed: frozenset[int] = _NOTHING) -> Owner | None:
    """Return whose part is at `head`, if the words that describe it begin behind index `left`."""
    word = told.word(left)
    if word == "'s":
        return named(mention) if (mention := told.mention(left - 1)) else None
    if word in telling.POSSESSIVES:
        return _of_possessive(told, left)
    if word.endswith("'s"):
        return _inherited(told, left)
    if word == "whose":
        mention = told.mention(left - 2) if told.word(left - 1) == "," else None
        return named(mention) if mention else None
    if word in ("my", "your", "our", "its", "no", "neither"):
        return None
    if owner := _having(told, left):
        return owner
    if told.word(head + 1) == "of" and not _is_plain_colour(told, head + 2):
        return _of_genitive(told, head + 2)
    return only_person(told, allowed)


def _is_plain_colour(told: Told, at: int) -> bool:
    """Whether a colour follows: “eyes of a clear green”, “eyes of green”."""
    word = told.word(at)
    return word in ("a", "an") or word in appearance.EYE_COLOURS or word in appearance.HAIR_COLOURS


def _of_genitive(told: Told, at: int) -> Owner | None:
    """“the green eyes of X”, “those eyes of hers”."""
    if told.mention(at):
        return person_at(told, at)
    return _of_possessive(told, at) if told.word(at) in ("his", "hers", "theirs") else None


def _having(told: Told, left: int) -> Owner | None:
    """“X had …”, “X, with …”, where what she has begins behind index `left`."""
    word = told.word(left)
    verb = left - 1 if word in telling.DETERMINERS else left
    if told.word(verb) in telling.HAD - {"with"}:
        return subject_at(told, before_verb(told, verb))
    if word == "with" and told.mention(left - 1) and told.ends_clause(left - 2):
        return subject_at(told, left - 1)
    return None


def _of_possessive(told: Told, at: int) -> Owner | None:
    """Return whom “her” means; in a phrase that opens the sentence (“With her green eyes …”), its subject."""
    if told.word(0) in telling.PREPOSITIONS and not any(told.mention(i) for i in range(at)):
        gender = GENDERS[told.word(at)]
        named_at = next((i for i in range(at, len(told.tokens)) if told.mention(i)), None)
        if named_at is not None and (owner := subject_at(told, named_at)):
            mention = told.mention(named_at)
            return owner if mention and may_be(gender_of_mention(mention), gender) else None
    return meant(told, at)


def _inherited(told: Told, left: int) -> Owner | None:
    """Return who “had her mother’s green eyes”."""
    if (
        told.word(left).removesuffix("'s") not in persons.KIN
        or told.word(left - 1) not in telling.POSSESSIVES
    ):
        return None
    verbs = ("had", "has", "inherited")
    had = next((at for at in range(left - 2, -1, -1) if told.word(at) in verbs), None)
    if had is not None and told.word(had - 1) in verbs:
        had -= 1
    if had is None or QUOTED in {token.text for token in told.tokens[had:left]}:
        return None
    return subject_at(told, before_verb(told, had))
