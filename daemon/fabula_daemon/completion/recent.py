"""What was suggested lately, so that typing through a suggestion, and deleting back, cost nothing."""

from collections import deque
from dataclasses import dataclass
from hashlib import blake2b

REMEMBERED = 64
FOLLOWING = 80  # characters behind the cursor that must still be the same


@dataclass(frozen=True, slots=True)
class _Offer:
    path: str
    offset: int
    before: bytes
    following: str
    canon: str
    texts: tuple[str, ...]


class Recent:
    """The last suggestions with the places for which they were made. A place is all the text before it,
    hashed.
    """

    def __init__(self) -> None:
        self._offers: deque[_Offer] = deque(maxlen=REMEMBERED)

    def remember(self, path: str, text: str, offset: int, canon: str, texts: tuple[str, ...]) -> None:
        """Keep what was suggested at `offset` of the chapter `text`, while the canon was of the version
        `canon`.
        """
        following = text[offset : offset + FOLLOWING]
        self._offers.appendleft(_Offer(path, offset, _digest(text[:offset]), following, canon, texts))

    def rest(self, path: str, text: str, offset: int, canon: str) -> tuple[str, ...]:
        """Return what is left of suggestions whose beginning has since been typed, the newest first; () if
        none is.
        """
        following = text[offset : offset + FOLLOWING]
        for offer in self._offers:
            if (offer.path, offer.canon, offer.following) != (
                path,
                canon,
                following,
            ) or offer.offset > offset:
                continue
            typed = text[offer.offset : offset]
            rests = tuple(t[len(typed) :] for t in offer.texts if t.startswith(typed) and t != typed)
            if rests and offer.before == _digest(text[: offer.offset]):
                return rests
        return ()


def _digest(text: str) -> bytes:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
