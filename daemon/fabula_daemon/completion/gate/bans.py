"""Names that a model is not to write at all: those of the drafts, and those that models give by themselves,
where the canon has not got them.

It is a help, which saves a second draw: the gate is what keeps strangers out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from fabula_daemon.completion.engines.vocabulary import ANY_END
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.tables import default_names
from fabula_daemon.story.tables.english import DIVINE, PROVERBIAL, TITLES
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS
from fabula_daemon.story.tables.english.people import ONLY_FAMOUS
from fabula_daemon.story.tables.english.stop_words import STOP_WORDS
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, once_a_canon

_WELCOME = ORDINARY_WORDS | DIVINE | PROVERBIAL | ONLY_FAMOUS  # who is no character anyhow, and words
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST = 2  # letters
_DEFAULTS = frozenset(name.title() for name in default_names.GIVEN | default_names.SURNAMES)


def bans(setting: Setting) -> tuple[str, ...]:
    """Return the names, in order, that nobody of the canon bears and that are no ordinary words.

    A full name of which every word is banned is not among them: its words are enough.
    """
    held = _bans_of(setting.canon)
    if setting.drafted not in held:
        held.clear()  # of the drafts only what they say now counts
        held[setting.drafted] = _bans(setting)
    return held[setting.drafted]


def beginnings(name: str, canon: Canon) -> tuple[str, ...]:
    """Return what the words of a refused name begin with, as short as no name of the canon and no stop word
    does, each marked as a beginning.

    A model that is kept only from the end of a name has begun it by then, and invents another end.
    """
    owned, taken, found = _words_of(canon), _taken(canon), []
    for word in _LETTERS.findall(name):
        folded = word.casefold()
        if not word[0].isupper() or folded in TITLES or not _is_a_stranger(word, owned):
            continue
        free = (n for n in range(_SHORTEST, len(word)) if not _begins_one(folded[:n], taken))
        if length := next(free, None):
            found.append(f"{word[:length]}{ANY_END}")
    return tuple(found)


def refused(names: Iterable[str], canon: Canon, opening: str) -> Iterator[str]:
    """Yield names that were refused, and their beginnings, but none that `opening`, which she has typed
    herself, begins with: with that banned nothing could be written behind it.
    """
    names, typed = tuple(names), opening.strip()
    yield from names
    for beginning in (one for name in names for one in beginnings(name, canon)):
        if not typed.startswith(beginning.removesuffix(ANY_END)):
            yield beginning


@once_a_canon
def _bans_of(_: Canon) -> dict[frozenset[str], tuple[str, ...]]:
    """Return where the bans of a canon are kept, by what its drafts were."""
    return {}


def _bans(setting: Setting) -> tuple[str, ...]:
    owned = _words_of(setting.canon)
    names = {fold_name(name) for name in setting.drafted} | _DEFAULTS
    words = {name for name in names if " " not in name and _is_a_stranger(name, owned)}
    known = setting.canon.owners
    full = {
        name
        for name in names
        if " " in name
        and words.isdisjoint(name.split())
        and not (name in known or name.casefold() in _WELCOME)
    }
    return tuple(sorted(words | full))


@once_a_canon
def _words_of(canon: Canon) -> frozenset[str]:
    """Return the words of everything's names: who bans Elena bans the Elena Dome."""
    return frozenset(word for form in canon.owners for word in form.casefold().split())


@once_a_canon
def _taken(canon: Canon) -> list[str]:
    """Return, in order, the words that a model has to be able to begin, whomever it is kept from."""
    return sorted(_words_of(canon) | STOP_WORDS)


def _begins_one(beginning: str, words: list[str]) -> bool:
    """Whether one of `words`, which are in order, begins so."""
    at = bisect_left(words, beginning)
    return at < len(words) and words[at].startswith(beginning)


def _is_a_stranger(word: str, owned: frozenset[str]) -> bool:
    folded = word.casefold()
    return len(folded) > 1 and folded not in owned and folded not in _WELCOME
