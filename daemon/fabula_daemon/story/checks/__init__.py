"""The checks: one a file, registered by a decorator, each a function from a page to its findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from fabula_daemon.story.canon import Canon
from fabula_daemon.story.findings import Finding
from fabula_daemon.story.mentions import Mention
from fabula_daemon.story.prose import Paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and who is named in it; the mentions' offsets count from the paragraph's start."""

    paragraph: Paragraph
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a check looks at: some or all passages of the chapter at `path`, and the canon."""

    path: str
    number: int | None
    canon: Canon
    passages: tuple[Passage, ...]


Check = Callable[[Page], Iterator[Finding]]

_CHECKS: dict[str, Check] = {}


def check(code: str) -> Callable[[Check], Check]:
    """Register a check under the code that its findings bear, and that switches it off in fabula.toml."""

    def register(function: Check) -> Check:
        _CHECKS[code] = function
        return function

    return register


def codes() -> tuple[str, ...]:
    """Return the codes of all checks."""
    return tuple(_CHECKS)


def run(page: Page, off: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Yield what every check that is not switched off finds on a page."""
    for code, function in _CHECKS.items():
        if code not in off:
            yield from function(page)


for _module in ("unknown_character",):
    import_module(f"{__name__}.{_module}")
