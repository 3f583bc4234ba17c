"""Names that a model is not to write at all: those of the drafts, and those that models give by themselves,
where the canon has not got them.

It is a help, which saves a second draw: the gate is what keeps strangers out.
"""

from fabula_daemon.story.checks import Setting
from fabula_daemon.story.tables import default_names
from fabula_daemon.story.tables.english import DIVINE, PROVERBIAL
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS
from fabula_daemon.story.tables.english.people import ONLY_FAMOUS
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, once_a_canon

_WELCOME = ORDINARY_WORDS | DIVINE | PROVERBIAL | ONLY_FAMOUS  # who is no character anyhow, and words
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


def _is_a_stranger(word: str, owned: frozenset[str]) -> bool:
    folded = word.casefold()
    return len(folded) > 1 and folded not in owned and folded not in _WELCOME
