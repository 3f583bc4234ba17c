"""What a killed keeper has left: a server that is still of use is adopted, everything else is ended."""

import asyncio
import contextlib
from collections.abc import Iterator
from pathlib import Path

import psutil

from fabula_daemon.platforms import creation
from fabula_daemon.serving.group import Group
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.sharing import Record, Share

KEY = "VLLM_API_KEY"
MARK = "FABULA_SERVER_OF"  # in the environment of every server: the folder in which its keeper works


def usable(share: Share, wanted: Launch, followed: Group | None = None) -> Record | None:
    """Return what is known of a server that runs already and may serve as `wanted`.

    It may if it was started in the same way; or if it runs the same model and is in use: by others, or, as it
    is `followed`, by this daemon. Whether it still answers is for its keeper to find out.
    """
    record = share.read()
    if record is None or record.group is None or not record.group.is_led():
        return None
    used = record.group == followed or share.others_use(record)
    same = record.fingerprint == wanted.fingerprint
    return record if same or (used and record.model == wanted.model) else None


async def sweep(share: Share, kept: Record | None = None) -> None:
    """End every server of this folder except `kept`. For its keeper alone."""
    record = share.read()
    if kept is None:
        share.write(None)
        if record is not None and record.group is not None:
            await record.group.kill()
    await strays(share, kept)


async def strays(share: Share, kept: Record | None = None) -> None:
    """End what has left its server's group, as Ray does, or was never written down because its keeper was
    killed before it could; but nothing of the server `kept`, which is known by its key.
    """
    for process in await asyncio.to_thread(lambda: list(_marked(share.folder, kept))):
        await Group(process.pid, creation(process.pid)).kill()
        with contextlib.suppress(psutil.Error):
            process.kill()


def _marked(folder: Path, kept: Record | None) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            told = process.environ()
            if told.get(MARK) == str(folder) and (kept is None or told.get(KEY) != kept.key):
                yield process
