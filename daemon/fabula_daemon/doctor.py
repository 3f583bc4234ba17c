"""What is installed, what is missing, and the command that adds it: the answers of `fabula doctor`."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fabula_daemon import __version__, lifecycle, platforms
from fabula_daemon.errors import ExtraMissing, FabulaError, NoStory
from fabula_daemon.locate import find_story, state_folder

_ROOM_MB = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing looked at: whether it is well, what was seen, and what to do if it is not."""

    well: bool
    about: str
    seen: str
    advice: str = ""


def examine(folder: Path) -> Iterator[Answer]:
    """Yield what can be said of this installation, and of the story around `folder` if there is one."""
    yield Answer(True, "fabula", f"{__version__}, Python {sys.version.split()[0]} on {sys.platform}")
    missing = []
    for package in ExtraMissing.PACKAGES:
        try:
            yield Answer(True, package, version(package))
        except PackageNotFoundError:
            missing.append(package)
            yield Answer(False, package, "not installed", ExtraMissing.command())
    yield _embedding_model(bool(missing))
    yield _language_model(bool(missing))
    yield _reachable()
    yield from _story(folder)


def _embedding_model(extra_missing: bool) -> Answer:
    about = "embedding model"
    if extra_missing:
        return Answer(
            False, about, "needs the packages above; search works by words alone", ExtraMissing.command()
        )
    from fabula_daemon.index import embedding

    try:
        return Answer(True, about, embedding.locate("", Path()).name)
    except FabulaError as error:
        return Answer(False, about, str(error))


def _language_model(extra_missing: bool) -> Answer:
    about = "language model"
    if extra_missing:
        return Answer(
            False, about, "needs the packages above; there are no suggestions", ExtraMissing.command()
        )
    from fabula_daemon.completion.engines.directory import STARTER, inspect

    try:
        return Answer(True, about, f"{inspect(STARTER).name}, which comes with Fabula")
    except FabulaError as error:
        return Answer(False, about, str(error))


def _reachable() -> Answer:
    if not platforms.uses_unix_sockets():
        return Answer(True, "connection", "editors reach the daemon by a loopback port and the story's token")
    try:
        return Answer(
            True,
            "connection",
            f"editors reach the daemon by a socket in {platforms.socket_path(Path()).parent}",
        )
    except OSError as error:
        return Answer(False, "connection", str(error))


def _story(folder: Path) -> Iterator[Answer]:
    try:
        root = find_story(folder)
    except NoStory:
        yield Answer(True, "story", f"none here; `fabula init {folder}` makes one of a folder of chapters")
        return
    from fabula_daemon.reading import read_world

    world = read_world(root)
    seen = f"{root}: {len(world.chapters)} chapters, {len(world.canon.entities)} names in sheets"
    faults = len(world.findings)
    yield Answer(
        not faults,
        "story",
        seen,
        f"{faults} faults in its settings and sheets; `fabula check` shows them" if faults else "",
    )
    free = shutil.disk_usage(root).free / 1e6
    yield Answer(free > _ROOM_MB, "disk", f"{free:,.0f} MB free", f"the index needs up to {_ROOM_MB} MB")
    present = lifecycle.find(root)
    running = (
        f"process {present.pid}, version {present.version}" if present else "not running; an editor starts it"
    )
    yield Answer(True, "daemon", running)
    log = state_folder(root) / "daemon.log"
    if log.exists():
        yield Answer(True, "log", str(log))
