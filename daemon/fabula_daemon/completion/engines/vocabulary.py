"""The tokens of a model as bytes: which go on from what is there, and which would spell a banned name.

Both are decided by the text and never by how it happens to be cut into tokens, of which there are many ways.
vLLM's process loads this file by itself: it stands on nothing but the standard library.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any

ANY_END = "…"  # at the end of a banned name: every word that begins so

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 256  # places in names at which a text has stood


class Vocabulary:
    """A model's tokens. `pieces[i]` is what token i adds to the text; those in `written` add something."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces = tuple(pieces)
        self.written = [token for token, piece in enumerate(pieces) if piece]

    @classmethod
    def of(cls, tokenizer: Any, size: int) -> "Vocabulary":
        """Return the tokens of a `tokenizers.Tokenizer` for a model with `size` of them. Special ones, and
        those that only the model has, write nothing.
        """
        count = min(size, tokenizer.get_vocab_size())
        spellings = [tokenizer.id_to_token(token) or "" for token in range(count)]
        added = tokenizer.get_added_tokens_decoder()
        special = {token for token, entry in added.items() if entry.special}
        spaces = [sum(mark in spelling for spelling in spellings) for mark in "Ġ▁"]
        byte_level = spaces[0] > spaces[1]
        pieces = [
            b"" if token in special else piece_of(spelling, byte_level=byte_level)
            for token, spelling in enumerate(spellings)
        ]
        return cls([*pieces, *[b""] * (size - count)])

    def beginning(self, start: bytes) -> list[int]:
        """Return the tokens that begin with `start`."""
        low = bisect_left(self._sorted, (start,))
        high = low
        while high < len(self._sorted) and self._sorted[high][0].startswith(start):
            high += 1
        return [token for _, token in self._sorted[low:high]]

    def containing(self, name: str) -> list[int]:
        """Return the tokens that hold `name` whole, behind something that does not belong to a word, or the
        beginning of a word if it ends with ANY_END.
        """
        if name.endswith(ANY_END):
            start = name.removesuffix(ANY_END)
            places = (at for word, at in self._words_behind.items() if word.startswith(start))
            return [token for behind in places for token, _ in behind]
        first = _WORD.match(name)
        behind = self._words_behind.get(first[0], ()) if first else self._all_places
        return [
            token
            for token, at in behind
            if (text := self._text(token)).startswith(name, at)
            and not text[at + len(name) : at + len(name) + 1].isalnum()
        ]

    @cached_property
    def _sorted(self) -> list[tuple[bytes, int]]:
        return sorted((self.pieces[token], token) for token in self.written)

    @cached_property
    def _words_behind(self) -> dict[str, list[tuple[int, int]]]:
        """For each word that stands in a token behind something else, the tokens and where in them."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for token in self.written:
            for word in _WORD.finditer(self._text(token), 1):
                if not self._text(token)[word.start() - 1].isalnum():
                    found[word[0]].append((token, word.start()))
        return dict(found)

    @cached_property
    def _all_places(self) -> list[tuple[int, int]]:
        """Every place in every token behind something that does not belong to a word."""
        texts = ((token, self._text(token)) for token in self.written)
        return [
            (token, at) for token, text in texts for at in range(1, len(text)) if not text[at - 1].isalnum()
        ]

    def _text(self, token: int) -> str:
        return self.pieces[token].decode(errors="surrogateescape")


class Ban:
    """Names that must not be written, in the spellings in which a name is met: as given, Capitalised,
    CAPITALS. One that ends with ANY_END is the beginning of a word, and no word must begin so.
    """

    def __init__(self, names: Iterable[str], vocabulary: Vocabulary) -> None:
        named = (name for name in names if name.strip(ANY_END))
        spellings = {form for name in named for form in (name, name.title(), name.upper())}
        self._vocabulary = vocabulary
        self._always = {token for spelling in spellings for token in vocabulary.containing(spelling)}
        self._rests: dict[bytes, list[bytes]] = defaultdict(list)  # what a name lacks of which nothing, or
        self._begins: dict[bytes, list[bytes]] = defaultdict(list)  # the same of beginnings
        for spelling in spellings:  # some letters, stand there
            name = spelling.removesuffix(ANY_END).encode()
            lacking = self._begins if spelling.endswith(ANY_END) else self._rests
            for length in range(len(name)):
                lacking[name[:length]].append(name[length:])
        self._begun = self._rests.keys() | self._begins.keys()
        self._longest = max(map(len, self._begun), default=0)
        self._forbidden = lru_cache(_REMEMBERED)(self._find_forbidden)

    def after(self, text: bytes) -> frozenset[int]:
        """Return the tokens that, written behind `text`, would complete a banned name."""
        lengths = range(min(self._longest, len(text)) + 1)
        begun = ((text[len(text) - length :], text[: len(text) - length]) for length in lengths)
        return self._forbidden(
            tuple(start for start, before in begun if start in self._begun and _ends_word(before))
        )

    def _find_forbidden(self, begun: tuple[bytes, ...]) -> frozenset[int]:
        """Return what must not come behind the beginnings of names that stand at a text's end."""
        forbidden = set(self._always)
        for rest in (rest for start in begun for rest in self._begins.get(start, ())):
            forbidden.update(self._vocabulary.beginning(rest))
        for rest in (rest for start in begun for rest in self._rests.get(start, ())):
            forbidden.update(
                token
                for token in self._vocabulary.beginning(rest)
                if _begins_gap(self._vocabulary.pieces[token][len(rest) :])
            )
        return frozenset(forbidden)


def _ends_word(text: bytes) -> bool:
    """Whether a new word can begin behind `text`."""
    return not text[-4:].decode(errors="ignore")[-1:].isalnum()


def _begins_gap(text: bytes) -> bool:
    """Whether a word ends in front of `text`. At the end of what is known it might, so there it does."""
    return not text[:4].decode(errors="ignore")[:1].isalnum()


def piece_of(token: str, *, byte_level: bool) -> bytes:
    """Return the bytes for which a tokenizer's own spelling of a token stands.

    Byte-level tokenizers (GPT-2, Llama 3) spell each byte as one printable character; the others
    (SentencePiece, Llama 2) spell a space as ▁ and bytes that they have no character for as <0xAB>.
    """
    if byte_level:
        return (
            bytes(BYTES[character] for character in token)
            if all(c in BYTES for c in token)
            else token.encode()
        )
    if len(token) == 6 and token.startswith("<0x") and token.endswith(">"):
        return bytes([int(token[3:5], 16)])
    return token.replace("▁", " ").encode()


def _byte_characters() -> dict[str, int]:
    """Return GPT-2's table: printable bytes stand for themselves, the rest are moved behind U+0100."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printable]
    return {chr(byte): byte for byte in printable} | {chr(0x100 + n): byte for n, byte in enumerate(others)}


BYTES = _byte_characters()
