"""What may come next in one continuation: behind what is typed, without banned names, without copying.

The same fence stands around the embedded model and around vLLM's, whose process loads this file by itself: it
stands on nothing but the standard library, and is made of tokens and bytes.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fabula_daemon.completion.engines.vocabulary import Ban, Vocabulary

DAMPING = 0.4  # what a token's logit loses for each time it has been written in this continuation
COPIED = 8  # tokens in a row that the context already has: the last of them is not written
REACH = 8192  # tokens of the context in which they are looked for
TAIL = 16  # tokens before the cursor in which a name may have begun

_BEGUN = re.compile(r"[^\S\n]?\w*\Z")  # a space and the beginning of a word


def healed(tokens: Sequence[int], opening: str, vocabulary: "Vocabulary") -> tuple[list[int], bytes]:
    """Return the tokens of a text that ends with `opening` without the last, and what that one writes.

    Whether the word goes on with it or with a longer one is for the model to say (token healing).
    Of a word that is being typed all tokens are taken back, as long as there is one token that begins like
    all of them: “ lo” and “o” become “ look”. Marks of the end, which some tokenizers add, are dropped.
    """
    kept = list(tokens)
    while kept and not vocabulary.pieces[kept[-1]]:
        kept.pop()
    begun = _BEGUN.search(opening)
    length = len((begun[0] if begun else "").encode()) or len(opening[-1:])
    found, taken = (kept, b""), b""
    for number in range(1, len(kept) + 1):
        if len(taken) >= length:
            break
        taken = vocabulary.pieces[kept[-number]] + taken
        if vocabulary.beginning(taken):
            found = kept[:-number], taken
    return found


class Fence:
    """What may come next behind the tokens of `prompt` and those that have been added since.

    The first token has to begin with `opening`.
    """

    def __init__(self, vocabulary: "Vocabulary", ban: "Ban", prompt: Sequence[int], opening: bytes) -> None:
        self._vocabulary, self._ban, self._opening = vocabulary, ban, opening
        self._text = b"".join(vocabulary.pieces[token] for token in prompt[-TAIL:])
        self._run = list(prompt[-(COPIED - 1) :])
        self._followed: dict[tuple[int, ...], set[int]] = defaultdict(set)
        seen = prompt[-REACH:]
        for end in range(COPIED - 1, len(seen)):
            self._followed[tuple(seen[end - COPIED + 1 : end])].add(seen[end])

    @property
    def only(self) -> list[int] | None:
        """The tokens of which it has to be one; None where it is one of all that write something."""
        return self._vocabulary.beginning(self._opening) if self._opening else None

    @property
    def never(self) -> frozenset[int]:
        """The tokens of which it must not be one. What is typed comes first: a run may be copied by it."""
        banned = self._ban.after(self._text)
        copying = () if self._opening else self._followed.get(tuple(self._run), ())
        return banned.union(copying) if copying else banned

    def add(self, token: int) -> None:
        """`token` has been written."""
        self._opening = b""
        if len(self._run) == COPIED - 1:
            self._followed[tuple(self._run)].add(token)
        self._run = [*self._run[-(COPIED - 2) :], token]
        self._text += self._vocabulary.pieces[token]
