"""What a killed keeper has left: a server that is still of use is adopted, everything else is ended."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import psutil

from fabula_daemon.serving.group import Group, creation
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.sharing import Record, Share

MARK = "FABULA_SERVER_OF"  # in the environment of every server: the folder in which its keeper works


def usable(share: Share, wanted: Launch) -> Record | None:
    """Return what is known of a server that runs already and may serve as `wanted`.

    It may if it was started in the same way; or if it runs the same model, and others use it now. Whether it
    still answers is for its keeper to find out.
    """
    record = share.read()
    if record is None or record.group is None or not record.group.is_led():
        return None
    same = record.fingerprint == wanted.fingerprint
    used = record.model == wanted.model and any(user.model == record.model for user in share.others())
    return record if same or used else None


async def sweep(share: Share, kept: Record | None) -> None:
    """End every server of this folder except `kept`. For its keeper alone."""
    record = share.read()
    if kept is None:
        share.write(None)
        if record is not None and record.group is not None:
            await record.group.kill()
    for group in await asyncio.to_thread(lambda: list(_marked(share.folder))):
        if kept is None or group.number != (kept.group and kept.group.number):
            await group.kill()  # its keeper was killed before it could write down what it had started


def _marked(folder: Path) -> Iterator[Group]:
    """Yield the servers that were started by keepers of this folder, written down or not."""
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == str(folder) and os.getsid(process.pid) == process.pid:
                yield Group(process.pid, creation(process.pid))
        except (psutil.Error, OSError):
            continue
