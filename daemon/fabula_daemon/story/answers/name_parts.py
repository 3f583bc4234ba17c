"""The parts of a name, and which of them become which when it is given up for another."""

from collections.abc import Iterator

from fabula_daemon.story.tables.english import PARTICLES, POST_TITLES, TITLES
from fabula_daemon.story.text.folding import fold

Words = tuple[str, ...]

_PLURAL_ES = ("s", "x", "z", "ch", "sh")


def rules(old: str, new: str, *, person: bool) -> Iterator[tuple[Words, Words]]:
    """Yield which words of an old name become which of the new, parts before the whole."""
    if not person:
        before, after, words = _without_article(old), _without_article(new), tuple(new.split())
        articled = len(before) < len(old.split())
        yield tuple(map(key, before)), after if articled else words
        if articled and after == words:
            yield ("the", *map(key, before)), words
        return
    titles, before = _titled(old)
    new_titles, after = _titled(new)
    given, middle, surname = _parts(before)
    new_given, new_middle, new_surname = _parts(after)
    if len(before) > 1:
        fitting = new_middle if len(new_middle) == len(middle) else [""] * len(middle)
        yield (key(given),), (new_given,)
        yield from (((key(a),), (b,) if b else ()) for a, b in zip(middle, fitting, strict=True))
        yield (key(surname[-1]),), (new_surname or after)[-1:]
        yield tuple(map(key, surname)), new_surname or after
    if len(before) > 1 or key(before[0]) not in map(key, after):
        yield tuple(map(key, before)), after
    if titles:
        yield tuple(map(key, (*titles, *before))), (*new_titles, *after)


def key(word: str) -> str:
    """Return a word so that it compares equal however it is written."""
    folded = fold(word).casefold()
    return folded.rstrip(".") or folded


def keys(name: str) -> Words:
    """Return the words of a name so that they compare equal however they are written."""
    return tuple(key(word) for word in name.split())


def plural(name: str) -> str:
    """Return what a family of that name is called."""
    return name + ("es" if name.casefold().endswith(_PLURAL_ES) else "s")


def place_of(name: Words, words: Words) -> int | None:
    """Return where in a name some words stand one after another."""
    places = range(len(name) - len(words) + 1)
    return next((at for at in places if name[at : at + len(words)] == words), None)


def _titled(name: str) -> tuple[Words, Words]:
    """Return the titles at the beginning of a name, and the rest without what follows it, as Esq. does."""
    words = name.split()
    first = 0
    while first < len(words) - 1 and key(words[first]) in TITLES:
        first += 1
    rest = [word for word in words[first:] if key(word) not in POST_TITLES] or words[first:]
    return tuple(words[:first]), tuple(rest)


def _parts(words: Words) -> tuple[str, Words, Words]:
    """Return a person's given name, the names in the middle, and the surname with its particles."""
    if len(words) == 1:
        return words[0], (), ()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return words[0], words[1:start], words[start:]


def _without_article(name: str) -> Words:
    words = tuple(name.split())
    return words[1:] if len(words) > 1 and words[0].casefold() == "the" else words
