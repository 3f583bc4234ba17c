"""The likeliest tokens that a server tells of, and what they are worth behind what is typed already."""

import math
from collections.abc import Iterable

from fabula_daemon.completion.engines import Alternative


def likeliest(
    told: Iterable[tuple[bytes, float]], opening: bytes, top: int, *, all_of_them: bool
) -> tuple[Alternative, ...]:
    """Return the `top` likeliest of the tokens in `told` that begin with `opening`, without it.

    `told` are pairs of what a token writes and the logarithm of its probability among all tokens. What is
    returned is the probability among those that begin with `opening`: exactly, if `told` holds `all_of_them`;
    else as if of the tokens not told of the same share did.
    """
    told = [(piece, logprob) for piece, logprob in told if piece]
    found = [(piece[len(opening) :], logprob) for piece, logprob in told if piece.startswith(opening)]
    if not found:
        return ()
    share = math.fsum(math.exp(logprob) for _, logprob in found)
    if not all_of_them:
        share /= math.fsum(math.exp(logprob) for _, logprob in told)
    ordered = sorted(found, key=lambda pair: -pair[1])[:top]
    return tuple(
        Alternative(rest.decode(errors="replace"), logprob - math.log(share)) for rest, logprob in ordered
    )
