"""What the narration says of somebody's eyes and hair."""

import re
from collections.abc import Iterator, Mapping

from fabula_daemon.story.tables.english import appearance, persons, telling
from fabula_daemon.story.tables.english.gestures import TO_ANOTHER
from fabula_daemon.story.telling.claims import near
from fabula_daemon.story.telling.claims.owners import adjective_like, of_part, only_person, subject_at
from fabula_daemon.story.telling.claims.predicates import of_predicate
from fabula_daemon.story.telling.claims.said import Said, said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal

Colours = Mapping[str, frozenset[str]]
Found = tuple[int, int, frozenset[str]]  # the first and last word of the colours, and which they may be
TRIGGERS = (
    appearance.EYE_NOUNS
    | appearance.HAIR_NOUNS
    | appearance.EYED
    | appearance.HAIRED
    | appearance.HEAD_NOUNS
    | appearance.GAZES
    | frozenset(appearance.HAIR_PERSONS)
)
_WANTED = frozenset("want wants wanted envied envies preferred liked likes loved loves hated admired".split())
_CALLED = frozenset("called named nicknamed dubbed styled".split())
_QUANTITIES = frozenset(
    "pair lock strand strands wisp wisps mass mop head shock crop thatch mane cloud wealth tangle "
    "fringe braid curl curls locks set bun knot coil coils tuft tufts swirl flood torrent cascade".split()
)
_BEHIND = frozenset(
    "since and but or as now still again too like also though so for yet while than to at because "
    "ones that which".split()
)
_WITHIN = 6
_LASTING = frozenset("cradle birth always since".split())
_MODAL = re.compile(rf"\b(?:{'|'.join(sorted(telling.MODALS))})\b(?! (?:see|be seen|make out))")
_ONCE = re.compile(r"\bonce (?:had|been|was|were|wore)\b|\bhad once (?:had|been)\b|\b(?:was|were) once\b")


def read(told: Told) -> Iterator[Said]:
    """Yield what a sentence says of colours of eyes and hair."""
    if is_unreal(told):
        return
    found = list(_read(told))
    yield from found
    keys = {one.key for one in found}
    if "eyes" not in keys:
        yield from near.colours(told, appearance.EYE_NOUNS, "eyes", appearance.EYE_COLOURS)
    if "hair" not in keys:
        yield from near.colours(told, appearance.HAIR_NOUNS, "hair", appearance.HAIR_COLOURS)


def _read(told: Told) -> Iterator[Said]:
    for at, token in enumerate(told.tokens):
        word = token.text
        if word in appearance.EYE_NOUNS:
            yield from _of_head(told, at, "eyes", appearance.EYE_COLOURS)
        elif (
            (word in appearance.HAIR_SHAPES and "hair" in told.words)
            or word in appearance.HAIR_NOUNS
            or (word in appearance.HEAD_NOUNS and told.word(at - 1) in appearance.HAIR_COLOURS)
        ):
            yield from _of_head(told, at, "hair", appearance.HAIR_COLOURS)
        elif word in appearance.GAZES and told.word(at - 1) in appearance.PLAIN_EYES:
            yield from _of_head(told, at, "eyes", appearance.EYE_COLOURS)
        elif "-" in word or word in appearance.EYED or word in appearance.HAIRED:
            yield from _of_compound(told, at)
        elif word in appearance.HAIR_PERSONS and not told.word(at + 1).isalpha():
            owner = of_predicate(told, at, at, noun=True)
            if owner:
                yield said(told, owner, "hair", appearance.HAIR_PERSONS[word], (at, at))


def _of_head(told: Told, head: int, key: str, colours: Colours) -> Iterator[Said]:
    if told.word(head + 1) in appearance.OF_HAIR:
        return
    left = _left(told, head, colours)
    found = _colours(told, left + 1, head, colours) or _of_phrase(told, left, colours)
    if found is None:
        found = _behind(told, head, colours, key)
    if found is None or _is_passing(told, left, head, found, key):
        return
    if told.word(left) == "of" and told.word(left - 1) in _QUANTITIES:
        left = _left(told, left - 1, colours)
    if told.word(left) == "its" and (at := _of_head_before(told, left)) is not None:
        left = at  # “her head, with its wealth of red hair”
    if not _WANTED.isdisjoint(told.word(i) for i in range(left, head)) or (
        not _is_owned(told, left) and _is_seen(told, head, left)
    ):
        return
    owner = of_part(told, left, head)
    if owner is None and key == "hair" and found[0] > head and told.word(left) not in telling.POSSESSIVES:
        owner = only_person(told)
    if owner:
        yield said(told, owner, key, found[2], found[:2])


def _of_head_before(told: Told, at: int) -> int | None:
    """Return the index of the “her” of “her head” before an index."""
    heads = (i for i in range(1, at) if told.word(i) in appearance.HEAD_NOUNS)
    return next((i - 1 for i in heads if told.word(i - 1) in telling.POSSESSIVES), None)


def _is_owned(told: Told, left: int) -> bool:
    """Whether somebody stands before hair or eyes as whose they are."""
    word = told.word(left)
    verb = told.word(left - 1) if word in telling.DETERMINERS else word
    return (
        word == "'s" or word.endswith("'s") or word in telling.POSSESSIVES or verb in telling.HAD - {"with"}
    )


def _left(told: Told, head: int, colours: Colours) -> int:
    """Return the index left of the adjectives before `head`."""
    at = head - 1
    while at >= 0 and head - at < 10:
        word = told.word(at)
        if word in (",", "and", "but"):
            before = told.word(at - 1)
            if not (at < head - 1 and (before in colours or adjective_like(before))):
                return at
        elif not (word in colours or adjective_like(word)):
            return at
        at -= 1
    return at


def _colours(told: Told, first: int, end: int, colours: Colours) -> Found | None:
    """Return where between two indices colours are named, and which plain ones; tones only by themselves."""
    at = [i for i in range(first, end) if told.word(i) in colours]
    plain = [i for i in at if told.word(i) not in appearance.TONES] or at
    if not plain:
        return None
    return plain[0], plain[-1], frozenset().union(*(colours[told.word(i)] for i in plain))


def _of_phrase(told: Told, left: int, colours: Colours) -> Found | None:
    """“the green of her eyes”, “the green depths of her eyes”."""
    at = left
    if told.word(at) == "'s":
        at -= 1
    if told.word(at - 1) in colours and told.word(at - 2) == "how":  # “How green her eyes were!”
        return at - 1, at - 1, colours[told.word(at - 1)]
    if told.word(at - 1) != "of":
        return None
    at -= 2
    if told.word(at) in appearance.DEPTHS:
        at -= 1
    if told.word(at) in colours and told.word(at) not in appearance.TONES:
        return at, at, colours[told.word(at)]
    return None


def _behind(told: Told, head: int, colours: Colours, key: str) -> Found | None:
    """“eyes were green”, “eyes, which were green”, “eyes, green and level”, “eyes of a green”."""
    at = head + 1
    word = told.word(at)
    if word in (",", ":", "—", "-", "–", "("):
        at += 1
        if told.word(at) in ("which", "that"):
            return _predicate(told, at + 1, colours, key)
        close = next((i for i in range(at + 1, at + 6) if told.word(i) == ","), None)
        aside = _predicate(told, close + 1, colours, key) if close and not told.mention(close - 1) else None
        return _run(told, at, colours) or aside or _strands(told, head, colours)
    if word in ("which", "that"):
        return _predicate(told, at + 1, colours, key)
    if word == "of":
        return _run(told, at + 1, colours) or _likeness(told, at, key) or _predicate(told, at, colours, key)
    if word in ("as", "so", "this") or told.word(at + 1) == "same":
        return _run(told, at + 1, colours)
    if word in colours and word not in ("black", "dark"):  # “her lashes were dark and her eyes blue”
        return _run(told, at, colours)
    verb = at + (told.word(at) in telling.ADVERBS)
    if (
        told.word(verb).isalpha()
        and told.word(verb + 1) == ","
        and told.word(verb) not in telling.PREPOSITIONS
    ):
        return _run(told, verb + 2, colours)  # “her eyes swam, enormous and green”
    return _predicate(told, at, colours, key) or _likeness(told, at, key) or _strands(told, head, colours)


def _predicate(told: Told, at: int, colours: Colours, key: str) -> Found | None:
    if told.word(at) in telling.PREPOSITIONS:
        for step in range(2, 5):
            if told.ends_clause(at + step):
                return None
            if told.word(at + step) in telling.SHOWN:
                at += step
                break
    while told.word(at) in telling.ADVERBS:
        at += 1
    if told.word(at) == "had" and _LASTING & told.words:  # “had been white from the cradle”
        at += 1 + (told.word(at + 1) == "always")
    elif told.word(at) not in telling.SHOWN:
        return None
    return _run(told, at + 1, colours) or _likeness(told, at + 1, key)


def _run(told: Told, at: int, colours: Colours) -> Found | None:
    """Return the colours among the adjectives that begin at an index, if no noun follows them."""
    found: list[int] = []
    for here in range(at, at + _WITHIN):
        word = told.word(here)
        if word in telling.NEGATIONS or word == "like":
            break
        if word in colours:
            found.append(here)
        elif not (
            word in ("of", "a", "an", "the", ",", "and", "as", "in", "that", "colour", "color")
            or adjective_like(word)
        ):
            break
    plain = [i for i in found if told.word(i) not in appearance.TONES] or found
    if not plain or not _ends(told, found[-1] + 1):
        return None
    return plain[0], plain[-1], frozenset().union(*(colours[told.word(i)] for i in plain))


def _ends(told: Told, at: int) -> bool:
    """Whether no noun follows that a colour may be of, nor what colours for a while only."""
    word = told.word(at)
    if word == "from" and _LASTING & told.words:
        return True
    if word in appearance.CAUSES or word in appearance.LIGHT:
        return False
    return told.ends_clause(at) or word in _BEHIND or word in telling.SUBJECTS or word in telling.ADVERBS


def _likeness(told: Told, at: int, key: str) -> Found | None:
    """“eyes like emeralds”, “hair the colour of straw”."""
    likenesses = appearance.LIKENESSES[key]
    for here in range(at, at + 3):
        if told.word(here) == "like" or (
            told.word(here) == "of" and told.word(here - 1) in ("colour", "color", "shade")
        ):
            for noun in range(here + 1, here + 5):
                if told.word(noun) in likenesses and _ends(told, noun + 1):
                    return noun, noun, likenesses[told.word(noun)]
        elif told.word(here) not in ("the", "a", "colour", "color", "shade"):
            return None
    return None


def _strands(told: Told, head: int, colours: Colours) -> Found | None:
    """“the wind got at her hair and turned the gold of it to fire”."""
    for at in range(head + 1, len(told.tokens) - 2):
        if told.word(at + 1) == "of" and told.word(at + 2) in ("it", "them") and told.word(at) in colours:
            return at, at, colours[told.word(at)]
    return None


def _is_seen(told: Told, head: int, left: int) -> bool:
    """Whether a sentence has its one person look at hair or eyes that may be another's."""
    named_at = next((i for i, token in enumerate(told.tokens) if token.mention), -1)
    if named_at < 0 and told.word(left) in ("the", "those", "that", "these"):
        return True
    before = {told.word(i) for i in range(max(named_at, 0), head)}
    is_subject = named_at < 0 or subject_at(told, named_at) is not None
    by_itself = told.word(left) == "," or (
        told.word(left) == "with" and told.word(left - 1) in appearance.BEHOLDING
    )
    if (
        is_subject
        and not by_itself
        and (not before.isdisjoint(appearance.BEHOLDING) or told.word(left - 1) in TO_ANOTHER)
    ):
        return True
    opening = {told.word(0), told.word(1)} & telling.OTHER_TIME
    return named_at > head and bool(opening) and "," in {told.word(i) for i in range(head, named_at)}


def _is_passing(told: Told, left: int, head: int, found: Found, key: str) -> bool:
    """Whether something hides the colour, denies it, or makes it for a while."""
    if not appearance.DISGUISES.isdisjoint(told.words):
        return True
    first, last, _ = found
    if told.word(head) == "eye" and told.word(first) == "black" and told.word(first - 1) != "one":
        return True
    if (
        key == "hair"
        and told.word(_left(told, head, appearance.HAIR_COLOURS)) == "a"
        and told.word(head) == "hair"
    ):
        return True
    start = min(first, head)
    while start > 0 and not told.ends_clause(start - 1):
        start -= 1
    clause = [told.word(i) for i in range(start, min(first, head))]
    said = " ".join(clause)
    is_hers = told.word(left) in telling.POSSESSIVES | {"'s"} and found[0] < head
    if _ONCE.search(said) or (not is_hers and _MODAL.search(said)):
        return True
    between = {told.word(i) for i in range(min(first, head), max(last, head))}
    before = {told.word(min(first, head) - i) for i in (1, 2)}
    return bool((between | before) & (telling.NEGATIONS | {"no"})) or (
        told.word(last + 1) in ("with", "from") and last > head
    )


def _of_compound(told: Told, at: int) -> Iterator[Said]:
    """“green-eyed”, “red-haired”, “green eyed”."""
    word = told.word(at)
    colour, _, part = word.rpartition("-")
    first = at
    if not colour:
        colour, part, first = told.word(at - 1), word, at - 1
    if part in appearance.EYED:
        key, colours = "eyes", appearance.EYE_COLOURS
    elif part in appearance.HAIRED:
        key, colours = "hair", appearance.HAIR_COLOURS
    else:
        return
    if (
        colour not in colours
        or (colour in appearance.TONES and part == "headed")
        or not appearance.DISGUISES.isdisjoint(told.words)
    ):
        return
    last = at
    while told.word(last + 1) in persons.GENERAL_NOUNS or (
        adjective_like(told.word(last + 1)) and told.word(last + 2) in persons.GENERAL_NOUNS
    ):
        last += 1
    owner = of_predicate(told, first, last)
    if owner is None and _ends(told, at + 1) and not _CALLED & told.words:
        owner = only_person(told)
    if owner:
        start = told.tokens[first].start
        yield Said(owner, key, colours[colour], start, start + len(colour))
