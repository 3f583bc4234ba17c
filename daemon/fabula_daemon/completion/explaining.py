"""What a model would write next with the canon in its prompt and without it, side by side: how undecided it
is, how far the canon moves it, and what temperature does to either.

Entropy is Shannon's (1948) and the shift Kullback and Leibler's (1951), both in bits, the grounded prompt's
distribution being the one that is drawn from. Of a distribution that is not complete both are lower bounds:
what is not known by itself counts as one alternative, and putting outcomes together can only lose
information.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fabula_daemon.completion.engines import Alternative, Distribution

TEMPERATURES = (0.0, 0.5, 0.7, 1.0, 1.5)
_ROUNDING, _LEAST = 1e-6, 1e-12  # what is left for the unknown, when it is nothing, and never less than

Logs = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An alternative, and its probability by either prompt; None where the engine has not told it."""

    text: str
    ungrounded: float | None
    grounded: float | None


@dataclass(frozen=True, slots=True)
class Spread:
    """A distribution at some temperature: its entropy, and its probabilities of the alternatives listed."""

    entropy_bits: float
    probabilities: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Heated:
    """Both distributions at a temperature."""

    temperature: float
    ungrounded: Spread
    grounded: Spread


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two distributions side by side, at temperature 1 and at others.

    `alternatives` are the likeliest of either, likeliest with the canon first. `shift_bits` is how much the
    canon tells the model about the next token. If it is not `complete`, figures in bits at temperature 1 are
    "at least", and other temperatures are reckoned among the alternatives that are known.
    """

    alternatives: tuple[Weighed, ...]
    ungrounded: Spread
    grounded: Spread
    shift_bits: float
    temperatures: tuple[Heated, ...]
    complete: bool


def compare(
    ungrounded: Distribution,
    grounded: Distribution,
    *,
    top: int,
    temperatures: Sequence[float] = TEMPERATURES,
) -> Comparison:
    """Return both side by side, with the `top` likeliest alternatives of the two."""
    bare, told = _by_text(ungrounded), _by_text(grounded)
    never = float("-inf")
    likeliest = sorted(
        bare.keys() | told.keys(), key=lambda text: (-max(bare.get(text, never), told.get(text, never)), text)
    )[:top]
    likeliest.sort(key=lambda text: (-told.get(text, never), -bare.get(text, never), text))
    without, with_it = _spread(bare, likeliest), _spread(told, likeliest)
    return Comparison(
        alternatives=tuple(map(Weighed, likeliest, without.probabilities, with_it.probabilities)),
        ungrounded=without,
        grounded=with_it,
        shift_bits=divergence_bits(told, bare),
        temperatures=tuple(
            Heated(
                temperature,
                _spread(at_temperature(bare, temperature), likeliest),
                _spread(at_temperature(told, temperature), likeliest),
            )
            for temperature in temperatures
        ),
        complete=ungrounded.complete and grounded.complete,
    )


def continued(found: Distribution, behind: Distribution) -> Distribution:
    """Return `found` with what may come `behind` the author's own last word in place of its end.

    Where she has just written a word, its ending there is one alternative, and tells nothing: what follows
    it does.
    """
    ends = [one.logprob for one in found.alternatives if not one.text]
    if not ends:
        return found
    end = float(np.logaddexp.reduce(ends))
    return Distribution(
        (
            *(one for one in found.alternatives if one.text),
            *(Alternative(one.text, end + one.logprob) for one in behind.alternatives),
        ),
        found.complete and behind.complete,
    )


def entropy_bits(logs: Mapping[str, float]) -> float:
    """Return how undecided a distribution is, in bits: 0 if it is certain, n for 2ⁿ alternatives alike."""
    known = np.array([log for log in logs.values() if log > float("-inf")])
    if 1.0 - np.exp(known).sum() > _ROUNDING:
        known = _with_the_rest(known)
    return max(0.0, float(-(np.exp(known) * known).sum() / np.log(2)))


def divergence_bits(logs: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how many bits it costs, on the average, to expect `other` where `logs` is what is drawn from."""
    both = [text for text in logs if text in other]
    ours = _with_the_rest(np.array([logs[text] for text in both]))
    theirs = _with_the_rest(np.array([other[text] for text in both]))
    return max(0.0, float((np.exp(ours) * (ours - theirs)).sum() / np.log(2)))


def at_temperature(logs: Mapping[str, float], temperature: float) -> dict[str, float]:
    """Return what a distribution becomes: every probability to the power of one over the temperature.

    At 0 all is with the likeliest, above 1 the unlikely gain.
    """
    if not logs:
        return {}
    if temperature == 0:
        likeliest = max(logs, key=lambda text: (logs[text], text))
        return {text: 0.0 if text == likeliest else float("-inf") for text in logs}
    scaled = np.array(list(logs.values())) / temperature
    scaled -= scaled.max()
    scaled -= np.log(np.exp(scaled).sum())
    return dict(zip(logs, scaled.tolist(), strict=True))


def _spread(logs: Mapping[str, float], alternatives: Sequence[str]) -> Spread:
    return Spread(
        entropy_bits(logs),
        tuple(float(np.exp(logs[text])) if text in logs else None for text in alternatives),
    )


def _by_text(distribution: Distribution) -> dict[str, float]:
    """Return the logarithms by text: tokens that add the same to it are one alternative to a reader."""
    logs: dict[str, float] = {}
    for one in distribution.alternatives:
        if one.logprob > float("-inf"):
            logs[one.text] = float(np.logaddexp(logs.get(one.text, float("-inf")), one.logprob))
    return logs


def _with_the_rest(logs: Logs) -> Logs:
    """Return `logs` with one more, of all that is not among them."""
    return np.append(logs, np.log(max(1.0 - float(np.exp(logs).sum()), _LEAST)))
