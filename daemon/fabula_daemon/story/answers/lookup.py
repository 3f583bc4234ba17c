"""How well a name answers what somebody types who is looking for it."""

import unicodedata
from functools import lru_cache

from fabula_daemon.story.text.folding import fold_name


def rank(query: str, name: str) -> int | None:
    """Return 0 for a name that begins with the query, 1 if a word of it does, 2 if it holds it, 3 if it holds
    its letters in their order, None otherwise. Case, accents and kinds of apostrophe do not matter.
    """
    wanted, found = _plain(query), _plain(name)
    if found.startswith(wanted):
        return 0
    if f" {wanted}" in found:
        return 1
    if wanted in found:
        return 2
    letters = iter(found)
    return 3 if all(letter in letters for letter in wanted if letter != " ") else None


@lru_cache(maxsize=1 << 15)
def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", fold_name(text))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
