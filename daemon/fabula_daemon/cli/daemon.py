"""`fabula daemon start|stop|status|run`, `fabula status` and `fabula index`."""

import json
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from fabula_daemon import control, lifecycle
from fabula_daemon.cli.options import FormatOption, ListFormat, StoryOption
from fabula_daemon.errors import FabulaError
from fabula_daemon.locate import find_story

_POLL_S = 0.2

daemon = typer.Typer(
    no_args_is_help=True, help="Start, stop and look at the story's daemon. Editors start it by themselves."
)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.add_typer(daemon, name="daemon")
    app.command("status")(status)
    app.command("index")(index)


@daemon.command("start")
def start(story: StoryOption = Path()) -> int:
    """Start the daemon, if it does not run yet."""
    root = find_story(story)
    present = lifecycle.find(root) or lifecycle.launch(root)
    sys.stdout.write(f"The daemon runs (process {present.pid}, http://127.0.0.1:{present.http_port}).\n")
    return 0


@daemon.command("stop")
def stop(story: StoryOption = Path()) -> int:
    """Stop the daemon."""
    stopped = lifecycle.stop(find_story(story))
    sys.stdout.write("The daemon has stopped.\n" if stopped else "No daemon ran.\n")
    return 0


@daemon.command("run")
def run(
    story: StoryOption = Path(),
    idle: Annotated[float, typer.Option(help="Seconds after which it ends when no editor is left.")] = 600.0,
) -> int:
    """Be the daemon, in the foreground."""
    from fabula_daemon import app

    app.run(find_story(story), idle_s=idle)
    return 0


@daemon.command("status")
def daemon_status(story: StoryOption = Path(), output: FormatOption = ListFormat.TEXT) -> int:
    """Show what the daemon does at the moment."""
    return status(story, output)


def status(story: StoryOption = Path(), output: FormatOption = ListFormat.TEXT) -> int:
    """Show what the daemon does at the moment; exit status 1 if none runs."""
    root = find_story(story)
    if lifecycle.find(root) is None:
        sys.stdout.write(
            '{"running": false}\n' if output is ListFormat.JSON else f"No daemon runs for {root}.\n"
        )
        return 1
    answer = control.call(root, "GET", "/api/status")
    if output is ListFormat.JSON:
        sys.stdout.write(json.dumps({"running": True, **answer}, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{label:>12}  {value}\n" for label, value in describe(answer)))
    return 0


def index(story: StoryOption = Path()) -> int:
    """Bring the index up to date and wait until it is: the text first, then its meaning."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    root = find_story(story)
    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()) as shown:
        documents, vectors = (
            shown.add_task("files read", total=None),
            shown.add_task("passages embedded", total=None),
        )
        while True:
            progress = control.call(root, "GET", "/api/status", start=True)["index"]
            shown.update(documents, completed=progress["documents"], total=progress["documents_total"])
            shown.update(vectors, completed=progress["vectors"], total=progress["chunks"])
            if progress["problem"]:
                raise FabulaError(progress["problem"])
            if progress["phase"] == "idle":
                return 0
            time.sleep(_POLL_S)


def describe(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the lines of `fabula status`, each a label and a value."""
    progress, engine, suggestions = answer["index"], answer["engine"], answer["suggestions"]
    withheld = ", ".join(f"{count} {reason}" for reason, count in suggestions["withheld"].items())
    lines = [
        ("story", f"{answer['title']} ({answer['story']})"),
        ("daemon", f"{answer['version']}, process {answer['pid']}, up {answer['up_s']:.0f} s"),
        ("memory", f"{answer['memory_mb']:.0f} MB, workers apart"),
        ("editors", str(answer["editors"])),
        ("world", f"{answer['entities']} names in sheets, {answer['chapters']} chapters"),
        ("index", f"{progress['documents']} of {progress['documents_total']} files"),
        ("passages", f"{progress['chunks']}, {progress['vectors']} embedded"),
        ("embedder", progress["embedding_model"] or "none"),
        *_answering(engine, answer.get("server")),
        ("programs", f"http://127.0.0.1:{answer['listening']['http']}/v1"),
        ("suggestions", f"{suggestions['shown']} shown{'; withheld: ' + withheld if withheld else ''}"),
    ]
    lines += [("model", _learned(figures)) for figures in answer["models"]]
    problems = dict.fromkeys(
        (progress["problem"], progress["embedding_problem"], engine["problem"], answer["records"]["problem"])
    )
    lines += [("problem", problem) for problem in problems if problem and problem != engine["because"]]
    return lines


def _answering(engine: dict[str, Any], server: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return the lines that say which engine answers and why, which others there are, what vLLM does, and
    what has befallen them lately.
    """
    because, every = engine["because"], engine["engines"]
    lines = [("engine", f"{_engine(engine)}: {because}" if because else _engine(engine))]
    others = [one for one in every if (one["name"], one["model"]) != (engine["name"], engine["model"])]
    lines += [("besides", _engine(one)) for one in others]
    if server is not None:
        lines.append(("server", ", ".join(filter(None, (server["state"], server["url"])))))
    notes = dict.fromkeys(one["note"] for one in every)
    return lines + [("note", note) for note in notes if note and note not in (because, engine["problem"])]


def _engine(engine: dict[str, Any]) -> str:
    state = "resting" if engine.get("resting") else "ready" if engine["ready"] else "not ready"
    return ", ".join(filter(None, (engine["name"], engine["model"], state)))


def _learned(figures: dict[str, Any]) -> str:
    """Return, in a line, what has become of a model version's suggestions."""
    kept, strangers = figures["kept_5min"], figures["strangers_per_1k_words"]
    accepted = figures["accepted"] + figures["partial"]
    line = f"{figures['model']}: {figures['shown']:,} shown, {accepted:,} accepted"
    line += "" if kept is None else f", {kept:.0%} of it kept"
    return line + ("" if strangers is None else f", {strangers:.1f} strangers per 1,000 words")
