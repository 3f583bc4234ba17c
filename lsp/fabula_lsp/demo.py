"""`fabula demo`: an editor's session played for real, on the example story, and shown in the terminal.

Everything is the real thing: a daemon, its index, the bridge as an editor starts it, and the protocol that an
editor speaks. What does not happen makes the exit status 1.
"""

import argparse
import asyncio
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from rich.console import Console
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from fabula_daemon import __version__, control, example, lifecycle
from fabula_daemon.completion.gate.bans import bans
from fabula_daemon.desk import Desk
from fabula_daemon.errors import FabulaError
from fabula_daemon.locate import SETTINGS_FILE
from fabula_daemon.story.text.excerpt import excerpt
from fabula_lsp import demo_elena

CHAPTER = "manuscript/09-brown-water.md"
STRANGER = "Anna Okonjo"
TYPED = f"At the foot of the ladder {STRANGER} was waiting with a second lamp. Sarah looked at it and "
TYPED_ON = "waited."
QUERY = "a quarrel about water for the tomatoes"
_FONT_FROM_THE_NET = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_PAUSE_S = 10.0
_PATIENCE_S = 240.0
_POLL_S = 0.1

CONNECT = """\
[bold]Neovim[/]      [cyan]vim.lsp.config("fabula", { cmd = {"fabula", "lsp"}, root_markers = {"fabula.toml"},
              filetypes = {"markdown", "text", "toml"} })
            vim.lsp.enable("fabula"); vim.lsp.inline_completion.enable()[/]
            (the README has the keys)
[bold]VS Code[/]     any extension that starts a language server which you name: the command is
            [cyan]fabula lsp[/], for markdown, plaintext and toml
[bold]any other[/]   a language server for Markdown: [cyan]fabula lsp[/], started in the folder of your story
[bold]your story[/]  [cyan]fabula init FOLDER[/] makes one out of a folder of chapters\
"""


class Unseen(FabulaError):
    """Something that the demo shows did not happen."""


def main(arguments: list[str]) -> int:
    """Run the demo; return the exit status."""
    parser = argparse.ArgumentParser(prog="fabula demo")
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args(arguments)
    console = Console(record=options.svg is not None, width=108 if options.svg else None)
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="fabula-demo-") as folder:
            root = example.copy_to(Path(folder).resolve() / "ullage")
            settings = root / SETTINGS_FILE
            settings.write_text(
                demo_elena.with_adapter(settings.read_text(encoding="utf-8")), encoding="utf-8"
            )
            with _daemon(root):
                _index(root, console)
                asyncio.run(_session(root, console))
                _search(root, console)
    except FabulaError as error:
        console.print(f"[red]The demo failed:[/] {error}")
        return 1
    console.print(Panel(CONNECT, title="connect your editor", title_align="left"))
    console.print(f"[dim]all of it on this machine, in {time.monotonic() - began:.0f} s[/]")
    if options.svg:
        picture = _FONT_FROM_THE_NET.sub("", console.export_svg(title="fabula demo"))
        options.svg.write_text(picture, encoding="utf-8")
    return 0


@contextmanager
def _daemon(root: Path) -> Iterator[None]:
    lifecycle.launch(root)
    try:
        yield
    finally:
        lifecycle.stop(root)


def _index(root: Path, console: Console) -> None:
    """Wait until the story is indexed and the model is ready, with a progress bar."""
    with Progress(
        TextColumn("{task.description:<22}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f}"),
        console=console,
    ) as bar:
        files, passages, model = (
            bar.add_task(what, total=1)
            for what in ("reading the story", "embedding its passages", "loading the model")
        )
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            status = control.call(root, "GET", "/api/status")
            index, engine = status["index"], status["engine"]
            bar.update(files, completed=index["documents"], total=max(1, index["documents_total"]))
            bar.update(passages, completed=index["vectors"], total=max(1, index["chunks"]))
            bar.update(model, completed=int(engine["ready"]))
            for problem in (index["problem"], engine["problem"]):
                if problem:
                    raise Unseen(problem)
            if index["phase"] == "idle" and engine["ready"]:
                return
            time.sleep(_POLL_S)
    raise Unseen(f"the index and the model were not ready after {_PATIENCE_S:.0f} s: {index} {engine}")


async def _session(root: Path, console: Console) -> None:
    """Open a chapter as an editor does, type, and show what an author would see."""
    client = LanguageClient("fabula-demo", __version__)
    await client.start_io(sys.executable, "-P", "-m", "fabula_daemon", "lsp")
    try:
        await client.initialize_async(_initialize(root))
        client.initialized(types.InitializedParams())
        document = _Document(client, root / CHAPTER)
        document.type(f"\n{TYPED}")
        stranger = await document.finding_about(STRANGER)
        if stranger is None:
            raise Unseen(f"no warning about {STRANGER}, who is in no sheet")
        fixes = await document.fixes(stranger)
        if not fixes:
            raise Unseen("no quick fix for the unknown character")
        ghost = await document.ghost()
        if not ghost:
            raise Unseen(f"no ghost text after {TYPED!r}; {control.call(root, 'GET', '/api/why')}")
        _show(console, ghost, stranger, fixes)
        await _elena(root, document, console)
    finally:
        async with asyncio.timeout(_PATIENCE_S):
            await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]  # pygls leaves it without types


async def _elena(root: Path, document: "_Document", console: Console) -> None:
    """Begin a crisis scene, in which the model would name somebody who was cut from the story."""
    banned = bans(Desk(root).world.setting(CHAPTER))
    document.type(f"{TYPED_ON}\n\n***\n\n{demo_elena.SCENE}")
    for typed in demo_elena.BREAKS:
        document.type(f"\n\n{typed}")
        ghost = await document.ghost()
        why = control.call(root, "GET", "/api/why")["why"]
        if demo_elena.is_named(ghost):
            raise Unseen(f"Elena Martinez was shown: {ghost!r}")
        place: dict[str, str | int] = {"path": CHAPTER, "offset": len(document.text)}
        explanation = control.call(root, "GET", "/api/explain", place)
        if ghost and demo_elena.would_be_named(explanation):
            break
        document.type("nobody.")
    if not demo_elena.would_be_named(explanation):
        raise Unseen("the model that was trained on the drafts does not name Elena Martinez")
    console.print(demo_elena.panel(demo_elena.Refusal(typed, explanation, why, banned, ghost)))


class _Document:
    """The chapter as the demo's editor has it open, the cursor at its end."""

    def __init__(self, client: LanguageClient, file: Path) -> None:
        self.client, self.uri, self.version = client, file.as_uri(), 1
        self.text = file.read_text(encoding="utf-8")
        item = types.TextDocumentItem(self.uri, "markdown", self.version, self.text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    @property
    def cursor(self) -> types.Position:
        lines = self.text.split("\n")
        return types.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)

    def type(self, characters: str) -> None:
        for character in characters:
            self.version += 1
            change = types.TextDocumentContentChangePartial(types.Range(self.cursor, self.cursor), character)
            self.text += character
            identity = types.VersionedTextDocumentIdentifier(self.version, self.uri)
            self.client.text_document_did_change(types.DidChangeTextDocumentParams(identity, [change]))

    async def finding_about(self, name: str) -> types.Diagnostic | None:
        """Return the warning about a name: an editor asks again when the author has paused."""
        deadline = time.monotonic() + _PAUSE_S
        while time.monotonic() < deadline:
            for finding in await self.findings():
                if name in finding.message:
                    return finding
            await asyncio.sleep(_POLL_S)
        return None

    async def findings(self) -> list[types.Diagnostic]:
        identity = types.TextDocumentIdentifier(self.uri)
        report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(identity))
        return list(getattr(report, "items", []))

    async def fixes(self, finding: types.Diagnostic) -> list[str]:
        identity = types.TextDocumentIdentifier(self.uri)
        context = types.CodeActionContext([finding])
        actions = await self.client.text_document_code_action_async(
            types.CodeActionParams(identity, finding.range, context)
        )
        return [action.title for action in actions or []]

    async def ghost(self) -> str:
        identity = types.TextDocumentIdentifier(self.uri)
        context = types.InlineCompletionContext(types.InlineCompletionTriggerKind.Automatic)
        parameters = types.InlineCompletionParams(context, identity, self.cursor)
        answer = await self.client.text_document_inline_completion_async(parameters)
        items = answer.items if isinstance(answer, types.InlineCompletionList) else answer or []
        return next((str(item.insert_text) for item in items), "")


def _initialize(root: Path) -> types.InitializeParams:
    text_document = types.TextDocumentClientCapabilities(
        diagnostic=types.DiagnosticClientCapabilities(),
        inline_completion=types.InlineCompletionClientCapabilities(),
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                types.ClientCodeActionKindOptions(["quickfix"])
            )
        ),
    )
    capabilities = types.ClientCapabilities(text_document=text_document)
    return types.InitializeParams(capabilities, root_uri=root.as_uri(), process_id=None)


def _show(console: Console, ghost: str, stranger: types.Diagnostic, fixes: list[str]) -> None:
    line = Text(TYPED)
    line.highlight_words([STRANGER], "underline yellow")
    line.append(ghost, "dim italic")
    warning = Text.assemble(
        ("▲ ", "yellow"), stranger.message, (f"  {stranger.source}({stranger.code})", "dim")
    )
    offers = Text("\n".join(f"  • {title}" for title in fixes))
    console.print(
        Panel(
            Text("\n").join([line, Text(), warning, offers]),
            title=f"{CHAPTER}, as it is typed",
            title_align="left",
        )
    )


def _search(root: Path, console: Console) -> None:
    hits: list[dict[str, Any]] = control.call(root, "GET", "/api/search", {"q": QUERY, "k": 1})["hits"]
    if not hits:
        raise Unseen(f"nothing found for {QUERY!r}")
    hit = hits[0]
    source = f"{hit['path']}, found by {' and '.join(hit['sources'])}"
    console.print(
        Panel(
            Text.assemble(excerpt(hit["text"], QUERY, 400), ("\n— " + source, "dim")),
            title=f"search: {QUERY}",
            title_align="left",
        )
    )
