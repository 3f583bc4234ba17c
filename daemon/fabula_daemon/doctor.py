"""What is installed, what is missing, and the command that adds it: the answers of `fabula doctor`."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fabula_daemon import __version__, lifecycle, platforms
from fabula_daemon.config import ModelSettings, load
from fabula_daemon.errors import EnvironmentMissing, ExtraMissing, FabulaError, ModelMissing, NoStory
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
    yield from _model_server()
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


def _model_server() -> Iterator[Answer]:
    """Yield what there is for a larger model than the one that comes with Fabula: cards, and vLLM."""
    from fabula_daemon.serving import environment, gpu

    cards = gpu.gpus()
    for card in cards:
        memory = (
            f"{card.free / 1024:.0f} of {card.memory / 1024:.0f} GB free" if card.memory else "shared memory"
        )
        yield Answer(True, "card", f"{card.name}, {memory}")
    if not cards:
        yield Answer(True, "card", "none that NVIDIA's driver sees; the small model needs none")
    try:
        found = environment.find()
    except EnvironmentMissing:
        advice = f"`{environment.SETUP_COMMAND}` makes its environment" if cards else ""
        yield Answer(not cards, "vLLM", "not set up; it serves larger models, such as your own", advice)
        return
    usable = found.device == "cpu" or bool(cards)
    advice = "" if usable else f"`{environment.SETUP_COMMAND}` makes one that needs no card"
    on = "a card" if found.device == "cuda" else "the processor"
    yield Answer(usable, "vLLM", f"{found.version}, for {on}", advice)


def _own_model(root: Path, settings: ModelSettings) -> Answer | None:
    """Return what can be said of the model that the story's settings name; None if they name none."""
    about = "the story's model"
    if settings.engine == "openai":
        seen = f"{settings.name or 'the only one'} at {settings.url or 'no address'}: your prose goes there"
        if not settings.url:
            return Answer(False, about, seen, "give its address as `url` under [model] in fabula.toml")
        if settings.key_env and not os.environ.get(settings.key_env):
            return Answer(False, about, seen, f"put its key into the environment variable {settings.key_env}")
        return Answer(True, about, seen)
    if not settings.path and not settings.adapter:
        return None
    from fabula_daemon.completion.engines import adapters, directory, tensors

    try:
        path = root / Path(settings.path).expanduser() if settings.path else directory.STARTER
        model = directory.inspect(path)
        tensors.read_all(path)
        if not settings.adapter:
            return Answer(True, about, model.name)
        adapter = adapters.read(root / Path(settings.adapter).expanduser())
        adapters.fits(adapter, model)
    except ModelMissing as error:
        return Answer(False, about, error.what, error.advice)
    return Answer(True, about, f"{model.name} with the adapter {adapter.path.name}")


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
    if model := _own_model(root, load(root)[0].model):
        yield model
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
