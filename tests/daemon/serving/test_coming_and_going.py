"""Whoever comes, leaves, is killed or kills, in any order: there is one server while somebody uses it."""

import asyncio
import os
import random
import signal

import psutil

from fabula_daemon.serving.sweep import MARK
from tests.support.serving import ask, until

STEPS = 14


def sessions(folder):
    """Return the sessions of the servers that run for a folder."""
    found = set()
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == str(folder):
                found.add(os.getsid(process.pid))
        except (psutil.Error, OSError):
            continue
    return found


async def leave(server):
    await server.stop()


async def be_killed(server):
    """As far as others can tell: it watches no more, and the system has let go of its lock."""
    server._living.cancel()
    await asyncio.wait({server._living})
    server._living = None
    server._share.leave()


async def kill_the_server(server):
    os.kill((await ask(server)).json()["pid"], signal.SIGKILL)


async def test_there_is_one_server_while_somebody_uses_it_and_none_when_the_last_has_left(
    serve, launch, tmp_path
):
    chance, living = random.Random(1), []
    for number in range(STEPS):
        if not living or (len(living) < 4 and chance.random() < 0.5):
            living.append(serve(launch("child"), f"Story {number}"))
            await living[-1].start()
        else:
            happens = chance.choice([leave, leave, be_killed, kill_the_server])
            server = chance.choice(living)
            before = server._record.group
            await happens(server)
            if happens is kill_the_server:
                await until(lambda before=before: all(one._record.group != before for one in living))
            else:
                living.remove(server)

        for server in living:
            await server.until_ready()
        if living:
            pids = {(await ask(server)).json()["pid"] for server in living}
            assert sessions(tmp_path / "serving") == pids
        elif happens is leave:
            assert sessions(tmp_path / "serving") == set()

    for server in living:
        await server.stop()
    if living:
        assert sessions(tmp_path / "serving") == set()
