"""A desk that knows two things: Elena is in no sheet, and Sarah Chen is."""

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from fabula_daemon.completion.suggesting import spans
from fabula_daemon.completion.suggesting.suggest import Request, Suggestion
from fabula_daemon.completion.why import Why
from fabula_daemon.sessions import Services
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.fixes import Edit, Fix
from fabula_daemon.story.world.canon import Canon, Entity

SHEET = "world/characters/elena.md"
SARAH = "world/characters/sarah.md"
CANON = Canon(
    (
        Entity("Sarah Chen", "character", ("Captain Chen",)),
        Entity("Sara Okonjo", "character"),
        Entity("New Tharsis", "place"),
        Entity("Élodie Blanc", "character"),
    )
)


class FakeAppearances:
    """Nothing is spelt wrong elsewhere."""

    async def chapters_with(self, wanted: re.Pattern[str]) -> list[object]:
        return []


class FakeDesk:
    """Finds every "Elena" in the chapters until somebody has her sheet open."""

    def __init__(self, root: Path, disk: dict[str, str] | None = None) -> None:
        self.root = root
        self.canon = CANON
        self.appearances = FakeAppearances()
        self.disk = {SARAH: "---\nname: Sarah Chen\naliases: []\n---\n", **(disk or {})}
        self.buffers: dict[str, dict[object, str]] = {}
        self.carets: list[int | None] = []
        self._listeners: list[Callable[[frozenset[str]], None]] = []

    def relative(self, file: Path) -> str | None:
        return file.relative_to(self.root).as_posix() if file.is_relative_to(self.root) else None

    def text(self, path: str) -> str | None:
        open_texts = list(self.buffers.get(path, {}).values())
        return open_texts[-1] if open_texts else self.disk.get(path)

    def text_as_read(self, path: str) -> str | None:
        return self.text(path)

    def kind(self, path: str) -> str:
        return "chapter" if path.startswith("manuscript/") else "sheet"

    def passages(self, path: str) -> tuple[object, ...]:
        return ()

    def open(self, owner: object, path: str, text: str) -> None:
        self.buffers.setdefault(path, {})[owner] = text
        if path == SHEET:
            self.tell()

    def change(self, owner: object, path: str, text: str, *, caret: int | None = None) -> None:
        self.buffers[path][owner] = text
        self.carets.append(caret)

    def close(self, owner: object, path: str) -> None:
        self.buffers.get(path, {}).pop(owner, None)

    def leave(self, owner: object) -> None:
        for texts in self.buffers.values():
            texts.pop(owner, None)

    def findings(self, path: str) -> tuple[Finding, ...]:
        if self.buffers.get(SHEET) or path == SHEET:
            return ()
        evidence = (Evidence(SARAH, 4, 20, "name: Sarah Chen"),)
        return tuple(
            Finding(
                path, match.start(), match.end(), "Elena", "unknown-character", Severity.WARNING,
                "Elena is in no sheet.", evidence, ("Sarah",), {"name": "Elena"},
            )
            for match in re.finditer("Elena", self.text(path) or "")
        )  # fmt: skip

    async def settled(self) -> None:
        """All is read."""

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        aliases = self.text(SARAH) or ""
        at = aliases.index("[") + 1
        return (
            Fix("Create a sheet for Elena", (), ((SHEET, "---\nname: Elena\n---\n"),), True),
            Fix("Add Elena as an alias of Sarah Chen", (Edit(SARAH, at, at, "Elena"),), (), False),
            Fix("Did you mean Sarah?", (Edit(finding.path, finding.start, finding.end, "Sarah"),), (), False),
        )

    def subscribe(self, listener: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(frozenset(self.buffers))

    @property
    def listeners(self) -> int:
        return len(self._listeners)


class FakeSuggester:
    """Suggests `text`, but not before it is let go."""

    def __init__(self, text: str = " and waited.") -> None:
        self.text = text
        self.go = asyncio.Event()
        self.go.set()
        self.requests: list[Request] = []
        self.last: Why | None = None
        self.cancelled = 0

    async def __call__(self, request: Request) -> list[Suggestion]:
        self.requests.append(request)
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        why = Why(request.path, request.offset)
        self.last = why
        return [Suggestion(self.text, why, id=str(len(self.requests)))] if self.text else []


class FakeLearning:
    """Keeps what it is told, without the client that told it."""

    def __init__(self) -> None:
        self.heard: list[tuple[object, ...]] = []

    def shown(self, client: object, path: str, offset: int, suggestions: Sequence[Suggestion]) -> None:
        self.heard.append(("shown", path, offset, [suggestion.id for suggestion in suggestions]))

    def accepted(self, suggestion: str) -> None:
        self.heard.append(("accepted", suggestion))

    def edited(self, client: object, path: str, edit: spans.Edit) -> None:
        self.heard.append(("edited", path, edit))

    def left(self, client: object, paths: Iterable[str]) -> None:
        self.heard += [("left", path) for path in paths]


def services(
    desk: FakeDesk, suggest: FakeSuggester | None = None, learning: FakeLearning | None = None
) -> Services:
    suggest = suggest or FakeSuggester()
    return Services(desk, suggest, lambda: suggest.last, learning or FakeLearning(), version="0")
