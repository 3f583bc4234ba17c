"""`fabula serve setup|run|status|stop`: the model server, which daemons otherwise start by themselves."""

import asyncio
import json
import sys
import time
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fabula_daemon.cli.options import FormatOption, ListFormat, StoryOption
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import EnvironmentMissing, NoStory, ServerFailed
from fabula_daemon.locate import find_story

if TYPE_CHECKING:  # what serves is imported by the commands that need it
    from fabula_daemon.serving.server import ModelServer
    from fabula_daemon.serving.sharing import Share

BY_HAND = "fabula serve run"

_LOOK_S = 0.2
_ENDS_WITHIN_S = 20.0

serve = typer.Typer(no_args_is_help=True, help="Set up, run and look at vLLM, which serves large models.")


class Device(StrEnum):
    """What vLLM is to run on."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.add_typer(serve, name="serve")


@serve.command("setup")
def setup(
    device: Annotated[
        Device, typer.Option(help="What it is to run on; auto: a card if there is one.")
    ] = Device.AUTO,
    ray: Annotated[bool, typer.Option("--ray", help="Add Ray too, for models on several machines.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Make it anew though it is there.")] = False,
) -> int:
    """Make the environment in which vLLM runs. It fetches several gigabytes."""
    from fabula_daemon.serving import environment, gpu
    from fabula_daemon.serving.setup import REQUIREMENTS, make

    chosen: environment.Device = (
        "cuda" if device is Device.CUDA or (device is Device.AUTO and gpu.gpus()) else "cpu"
    )
    folder = environment.home()
    try:
        there = environment.find()
    except EnvironmentMissing:
        there = None
    wanted = REQUIREMENTS[chosen].partition("==")[2]
    if there and (there.device, there.version) == (chosen, wanted) and not (again or ray):
        sys.stdout.write(f"vLLM {there.version} for {_on(there.device)} is there: {folder}\n")
        return 0
    if _look()["server"]:
        raise ServerFailed(
            "The model server runs in the environment that is to be made anew.",
            "`fabula serve stop` ends it.",
        )
    made = make(folder, chosen, _say, ray=ray)
    sys.stdout.write(f"vLLM {made.version} for {_on(made.device)} is ready: {folder}\n")
    return 0


@serve.command("run", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def run(
    context: typer.Context,
    model: Annotated[Path, typer.Argument(help="The model's directory.")],
    story: StoryOption = Path(),
    adapter: Annotated[Path | None, typer.Option(help="The directory of a LoRA adapter for it.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Where it listens.")] = None,
    max_num_seqs: Annotated[
        int | None, typer.Option(min=1, help="How many requests it takes at once.")
    ] = None,
    max_model_len: Annotated[
        int | None, typer.Option(min=256, help="How many tokens it reads at most.")
    ] = None,
    gpu_memory_utilization: Annotated[
        float | None, typer.Option(min=0.05, max=1.0, help="Its share of the card's memory.")
    ] = None,
    tensor_parallel: Annotated[
        int | None, typer.Option(min=1, help="Over how many cards the model is spread.")
    ] = None,
) -> int:
    """Serve the model in the directory MODEL until interrupted, with the story's settings if there is one.

    Further options are passed on to vLLM. The daemons of stories with this model use the server too.
    """
    given: dict[str, Any] = {
        "port": port,
        "max_num_seqs": max_num_seqs,
        "max_model_len": max_model_len,
        "gpu_memory_utilization": gpu_memory_utilization,
        "tensor_parallel": tensor_parallel,
    }
    settings = replace(
        _settings(story), **{name: value for name, value in given.items() if value is not None}
    )
    settings = replace(settings, vllm_args=(*settings.vllm_args, *context.args))
    asyncio.run(_serve(settings, model, adapter))
    return 0


@serve.command("status")
def status(output: FormatOption = ListFormat.TEXT) -> int:
    """Show vLLM's environment, and what its server does; exit status 1 if none runs."""
    answer = _look()
    if output is ListFormat.JSON:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{label:>12}  {value}\n" for label, value in _described(answer)))
    return 0 if answer["server"] else 1


@serve.command("stop")
def stop() -> int:
    """End the model server, if no story uses it."""
    from fabula_daemon.serving import sharing

    share = sharing.Share(sharing.folder(), "fabula serve stop")
    stories = [user.story for user in share.others() if user.story != BY_HAND]
    if stories:
        raise ServerFailed(
            f"The model server is used by {' and '.join(f'“{story}”' for story in stories)}.",
            "It ends by itself some minutes after their last editor; `fabula daemon stop` there ends it now.",
        )
    _say("The model server has ended." if _end(share) else "No model server ran.")
    return 0


def _end(share: "Share") -> bool:
    """Ask whoever serves by hand to end, then see that nothing is left; tell whether there was anything."""
    from fabula_daemon import platforms
    from fabula_daemon.serving.sweep import sweep

    record = share.read()
    for user in share.others():
        platforms.ask_to_end(user.pid)
    deadline = time.monotonic() + _ENDS_WITHIN_S
    while not share.keep():
        if time.monotonic() > deadline:
            raise ServerFailed(
                f"What keeps the model server does not end within {_ENDS_WITHIN_S:.0f} s.",
                f"`fabula serve status` shows what runs; {share.log} may tell why.",
            )
        time.sleep(_LOOK_S)
    try:
        asyncio.run(sweep(share, None))
    finally:
        share.leave()
    return record is not None and record.group is not None


async def _serve(settings: ModelSettings, model: Path, adapter: Path | None) -> None:
    from fabula_daemon import platforms
    from fabula_daemon.serving import sharing
    from fabula_daemon.serving.launch import Launch
    from fabula_daemon.serving.server import ModelServer

    share = sharing.Share(sharing.folder(), BY_HAND)
    server = ModelServer(lambda: Launch.of_vllm(settings, model, adapter), share, adapter=adapter)
    over = asyncio.Event()
    platforms.on_signals_to_stop(asyncio.get_running_loop(), over.set)
    await server.start()
    _say(f"Starting vLLM; it takes half a minute or more. Its log: {share.log}")
    telling, ending = asyncio.create_task(_tell(server)), asyncio.create_task(over.wait())
    try:
        await asyncio.wait({telling, ending}, return_when=asyncio.FIRST_COMPLETED)
        if telling.done():
            telling.result()
    finally:
        telling.cancel()
        ending.cancel()
        await server.stop()


async def _tell(server: "ModelServer") -> None:
    """Say how the server is whenever that changes. Raises ModelError if it has a problem before it was ever
    ready.
    """
    await server.until_ready()
    told = ""
    while True:
        where = f"{server.model} is served at {server.url}/v1 as {server.request_name}; key: {server.key}"
        now = "\n".join(filter(None, (server.problem, server.note, where if server.ready else "")))
        if now and now != told:
            _say(now)
            told = now
        await asyncio.sleep(_LOOK_S)


def _say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _settings(story: Path) -> ModelSettings:
    from fabula_daemon.config import load

    try:
        return load(find_story(story))[0].model
    except NoStory:
        return ModelSettings()


def _look() -> dict[str, Any]:
    from fabula_daemon.serving import environment, sharing

    there, problem = None, None
    try:
        found = environment.find()
        there = {"python": str(found.python), "version": found.version, "device": found.device}
    except EnvironmentMissing as error:
        problem = str(error)
    share = sharing.Share(sharing.folder(), "")
    record = share.read()
    server = None
    if record is not None and record.group is not None and record.group.is_led():
        server = {
            "state": record.state.value,
            "model": record.model,
            "url": record.url,
            "name": record.name,
            "context": record.context,
            "pid": record.group.number,
            "kept_for": record.story,
            "cause": record.cause,
            "log": str(share.log),
        }
    users = [user.story for user in share.others()]
    return {"environment": there, "problem": problem, "server": server, "users": users}


def _described(answer: dict[str, Any]) -> list[tuple[str, str]]:
    there, server = answer["environment"], answer["server"]
    lines = [("vLLM", f"{there['version']} for {_on(there['device'])}" if there else answer["problem"])]
    if server is None:
        return [*lines, ("server", "none runs; a story's daemon starts it")]
    lines += [
        ("server", f"{server['state']}, process {server['pid']}"),
        ("model", f"{server['model']}, {server['context']} tokens"),
        ("at", f"{server['url']}/v1, as {server['name']}"),
        ("used by", ", ".join(answer["users"]) or "nobody"),
        ("log", server["log"]),
    ]
    return [*lines, ("problem", server["cause"])] if server["cause"] else lines


def _on(device: str) -> str:
    return "a card" if device == "cuda" else "the processor"
