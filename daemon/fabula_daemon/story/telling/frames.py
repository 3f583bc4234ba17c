"""What a sentence tells: the story's here and now, or something remembered, dreamt, written down or supposed.

A check that holds a sentence against the world first asks here whether it claims anything at all.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from fabula_daemon.story.tables.english import frames as language


class Frame(StrEnum):
    """What sets a sentence apart from the story's here and now."""

    REMEMBERED = "remembered"
    DREAMT = "dreamt"
    RECORDED = "recorded"
    DEPARTED = "departed"
    SUPPOSED = "supposed"


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_FRAMES = (
    (Frame.REMEMBERED, _either(language.REMEMBERED)),
    (Frame.DREAMT, _either(language.DREAMT)),
    (Frame.RECORDED, _either(language.RECORDED)),
    (Frame.DEPARTED, _either(language.DEPARTED)),
    (Frame.SUPPOSED, _either(language.SUPPOSED)),
)
_FROM_AFAR = _either(language.FROM_AFAR)
_ELSEWHEN = _either(language.ELSEWHEN)
_LIKENED = re.compile(language.LIKENED, re.IGNORECASE)
_JUST_THEN = re.compile(language.JUST_THEN, re.IGNORECASE)


@lru_cache(maxsize=256)
def frames(sentence: str) -> frozenset[Frame]:
    """Return every frame that a word of the sentence sets up; none means that it tells what happens."""
    return frozenset(frame for frame, pattern in _FRAMES if pattern.search(sentence))


def frames_at(sentence: str, at: int) -> frozenset[Frame]:
    """Return the frames of what is told at an index of a sentence.

    A comparison (“as if nothing had happened”) sets apart only what stands behind it.
    """
    likened = _LIKENED.search(sentence, at)
    return frames(sentence[: likened.start()] if likened else sentence)


def is_from_afar(text: str) -> bool:
    """Whether somebody may be heard, read or seen in it from another place: by telephone or letter."""
    return _FROM_AFAR.search(text) is not None


def opens_another_time(paragraph: str) -> bool:
    """Whether a paragraph, first in its scene, takes the scene to another time: “Eleven years earlier …”."""
    return _ELSEWHEN.search(paragraph[:_OPENING]) is not None


def is_just_then(sentence: str) -> bool:
    """Whether a pluperfect in the sentence tells the present moment: “Before she could speak he had gone”."""
    return _JUST_THEN.search(sentence) is not None


_OPENING = 80
