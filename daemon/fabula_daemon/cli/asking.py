"""`fabula search`, `fabula complete` and `fabula why`: what the daemon is asked; it starts if none runs."""

import json
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from fabula_daemon import control, files
from fabula_daemon.cli.options import FormatOption, ListFormat, PlaceArgument, StoryOption
from fabula_daemon.cli.places import offset_of
from fabula_daemon.completion import telling
from fabula_daemon.locate import find_story
from fabula_daemon.story.text.excerpt import excerpt
from fabula_daemon.story.text.lines import LineIndex

_PATIENCE_S, _POLL_S = 10.0, 0.1


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("search")(search)
    app.command("complete")(complete)
    app.command("why")(why)


def search(
    query: Annotated[str, typer.Argument(help="What to look for, in plain words.")],
    story: StoryOption = Path(),
    k: Annotated[int, typer.Option("-k", help="How many passages to show.", min=1, max=100)] = 5,
    output: FormatOption = ListFormat.TEXT,
) -> int:
    """Find passages of the chapters and the world by their words and, as soon as they are embedded, their
    meaning.
    """
    root = find_story(story)
    answer = _search(root, {"q": query, "k": k})
    hits = answer["hits"]
    if output is ListFormat.JSON:
        sys.stdout.write(json.dumps(hits, ensure_ascii=False, indent=1) + "\n")
        return 0
    if not hits:
        sys.stdout.write("Nothing found.\n")
    for hit in hits:
        line, column = LineIndex(files.read(root, hit["path"])).position(hit["start"])
        place = f"{hit['path']}:{line + 1}:{column + 1}"
        sys.stdout.write(f"{place}  ({', '.join(hit['sources'])})\n    {excerpt(hit['text'], query)}\n")
    return 0


def complete(
    place: PlaceArgument,
    story: StoryOption = Path(),
    output: FormatOption = ListFormat.TEXT,
) -> int:
    """Show the suggestion at a place, its candidates and why."""
    root = find_story(story)
    path, offset = offset_of(root, place)
    parameters: dict[str, str | int] = {"path": path, "offset": offset}
    answer = control.call(root, "GET", "/api/complete", parameters, start=True)
    if output is ListFormat.JSON:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
        return 0
    for suggestion in answer["suggestions"]:
        sys.stdout.write(f"{suggestion['text']}\n")
    sys.stdout.write(_reason(answer["why"]))
    return 0


def why(story: StoryOption = Path(), output: FormatOption = ListFormat.TEXT) -> int:
    """Show why the last suggestion was shown, or why nothing was."""
    answer = control.call(find_story(story), "GET", "/api/why")["why"]
    sys.stdout.write(
        json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
        if output is ListFormat.JSON
        else _reason(answer)
    )
    return 0


def _search(root: Path, parameters: dict[str, str | int]) -> dict[str, Any]:
    """Ask the daemon; while the story is being read for the first time, wait a while until it has been."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        answer = control.call(root, "GET", "/api/search", parameters, start=True)
        index = answer["index"]
        if index["phase"] != "reading":
            return answer
        if time.monotonic() > deadline:
            so_far = f"{index['documents']} of {index['documents_total']} files have been read so far."
            sys.stderr.write(f"{so_far}\n")
            return answer
        time.sleep(_POLL_S)


def _reason(why: dict[str, Any] | None) -> str:
    lines = telling.tell(None if why is None else telling.read(why))
    return "".join(f"  {line}\n" for line in lines)
