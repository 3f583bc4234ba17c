"""The checks: one a file, registered by a decorator.

A check of paragraphs looks at one `Passage` and is run again only where that has changed. A check of chapters
remembers a little of each paragraph (`observe`) and judges all that together when the author pauses. Whatever
contradicts something carries both quotations as evidence: the story's, then the world's.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from fabula_daemon.story.findings import Evidence, Finding
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.world.canon import Canon, Entity

T = TypeVar("T")


@dataclass(frozen=True)
class Setting:
    """Where a passage stands: the chapter's path and 1-based number, and what the author has laid down.

    `attributes` are the closed sets of values that she has given attributes of her own; `drafted` the folded
    names of people in the drafts; `off` the codes of checks that are switched off. `pov` names those with
    whose eyes the chapter sees, if its front matter says so; only checks of chapters are told.
    """

    path: str
    number: int | None
    canon: Canon
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    drafted: frozenset[str] = frozenset()
    off: tuple[str, ...] = ()
    pov: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting(Generic[T]):
    """What a check of chapters has seen in one paragraph, which begins at `start` of the file and is in the
    chapter's `scene`, counted from 1.
    """

    start: int
    text: str
    scene: int
    seen: T


Check = Callable[[Passage, Setting], Iterator[Finding]]
Observe = Callable[[Passage, Setting], T | None]
Judge = Callable[[Setting, Sequence[Sighting[T]]], Iterator[Finding]]

_CHECKS: dict[str, Check] = {}
_PAGE_CHECKS: dict[str, tuple[Observe[Any], Judge[Any]]] = {}


def check(code: str) -> Callable[[Check], Check]:
    """Register a check of paragraphs under the code that its findings bear, and that switches it off.

    Its offsets count from the paragraph's start, those of evidence in the same file too.
    """

    def register(function: Check) -> Check:
        _CHECKS[code] = function
        return function

    return register


def page_check(code: str, observe: Observe[T]) -> Callable[[Judge[T]], Judge[T]]:
    """Register a check of chapters. `observe` says what to remember of a paragraph, None for nothing; the
    function below judges it, with offsets of the file.
    """

    def register(function: Judge[T]) -> Judge[T]:
        _PAGE_CHECKS[code] = (observe, function)
        return function

    return register


def codes() -> tuple[str, ...]:
    """Return the codes of all checks."""
    return (*_CHECKS, *_PAGE_CHECKS)


def run(passage: Passage, setting: Setting) -> tuple[Finding, ...]:
    """Return what the checks of paragraphs find in a passage, offsets from its start."""
    return tuple(
        finding
        for code, function in _CHECKS.items()
        if code not in setting.off
        for finding in function(passage, setting)
    )


def observe(passage: Passage, setting: Setting) -> dict[str, Any]:
    """Return what the checks of chapters remember of a passage, by code."""
    seen = {
        code: look(passage, setting) for code, (look, _) in _PAGE_CHECKS.items() if code not in setting.off
    }
    return {code: what for code, what in seen.items() if what is not None}


def run_page(setting: Setting, seen: Mapping[str, Sequence[Sighting[Any]]]) -> Iterator[Finding]:
    """Yield what the checks of chapters find by all that was seen in one, by code."""
    for code, (_, judge) in _PAGE_CHECKS.items():
        if code not in setting.off and seen.get(code):
            yield from judge(setting, seen[code])


def sentence_evidence(setting: Setting, passage: Passage, offset: int) -> Evidence:
    """Return the sentence around `offset` of a passage as evidence, offsets from the paragraph's start."""
    start, end = passage.sentence_at(offset)
    return Evidence(setting.path, start, end, passage.text[start:end])


def sheet_evidence(entity: Entity, key: str) -> tuple[Evidence, ...]:
    """Return what a sheet says under `key` as evidence; its name's line if it says nothing there."""
    sheet = entity.sheet
    if sheet is None:
        return ()
    start, end = sheet.places.get(key) or sheet.places.get("name") or (0, 0)
    return (Evidence(sheet.path, start, end, sheet.text[start:end]),)


for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)
