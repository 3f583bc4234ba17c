"""The tokens of a model as bytes: which go on from what is there, and which would spell a banned name.

Both are decided by the text and never by how it happens to be cut into tokens, of which there are many ways.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence


class Vocabulary:
    """A model's tokens. `pieces[i]` is what token i adds to the text; those in `written` add something."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces = tuple(pieces)
        self.written = [token for token, piece in enumerate(pieces) if piece]
        self._sorted = sorted((pieces[token], token) for token in self.written)

    def beginning(self, start: bytes) -> list[int]:
        """Return the tokens that begin with `start`."""
        low = bisect_left(self._sorted, (start,))
        high = low
        while high < len(self._sorted) and self._sorted[high][0].startswith(start):
            high += 1
        return [token for _, token in self._sorted[low:high]]

    def containing(self, word: bytes) -> list[int]:
        """Return the tokens that hold `word` whole, behind something that does not belong to a word."""
        found = []
        for piece, token in self._sorted:
            at = piece.find(word, 1)
            if at > 0 and _ends_word(piece[:at]) and _begins_gap(piece[at + len(word) :]):
                found.append(token)
        return found


class Ban:
    """Names that must not be written, in the spellings in which a name is met: as given, Capitalised,
    CAPITALS.
    """

    def __init__(self, names: Iterable[str], vocabulary: Vocabulary) -> None:
        spellings = {form for name in names if name for form in (name, name.title(), name.upper())}
        self._names = sorted(spelling.encode() for spelling in spellings)
        self._vocabulary = vocabulary
        self._always = {token for name in self._names for token in vocabulary.containing(name)}

    def after(self, text: bytes) -> set[int]:
        """Return the tokens that, written behind `text`, would complete a banned name."""
        forbidden = set(self._always)
        for name in self._names:
            for length in range(len(name)):
                if text.endswith(name[:length]) and _ends_word(text[: len(text) - length]):
                    rest = name[length:]
                    forbidden.update(
                        token
                        for token in self._vocabulary.beginning(rest)
                        if _begins_gap(self._vocabulary.pieces[token][len(rest) :])
                    )
        return forbidden


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
