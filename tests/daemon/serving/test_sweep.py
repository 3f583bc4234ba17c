"""What killed keepers have left: of use and adopted, or ended with every process; never anybody else's."""

import asyncio
import os
import signal
import subprocess
import sys

import psutil
import pytest

from fabula_daemon.serving.group import Group
from fabula_daemon.serving.sharing import Share
from fabula_daemon.serving.sweep import KEY, MARK
from tests.support.serving import ask, until

FAMILY = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
print("begun", flush=True)
import threading; threading.Event().wait()
"""


@pytest.fixture
async def family(tmp_path):
    """Start a group of two processes, as a server is one, and end it in any case."""
    groups = []

    async def start(env=None):
        log = tmp_path / f"family{len(groups)}.log"
        group = Group.start([sys.executable, "-c", FAMILY], {**os.environ, **(env or {})}, log)
        groups.append(group)
        await until(lambda: len(group.members()) == 2 and "begun" in log.read_text())
        return group

    yield start
    for group in groups:
        await group.kill()


async def abandon(server):
    """Let a server's keeper be as if killed: it watches no more, and holds nothing."""
    server._living.cancel()
    await asyncio.wait({server._living})
    server._share.leave()
    server._living = None


async def test_a_server_that_runs_as_wanted_is_taken_over_as_it_is(serve, launch, tmp_path):
    dead, next_one = serve(launch("child")), serve(launch("child"))
    await dead.start()
    await dead.until_ready()
    group = Share(tmp_path / "serving", "").read().group
    await abandon(dead)

    await next_one.start()
    await next_one.until_ready()

    assert (await ask(next_one)).json()["pid"] == group.number
    await next_one.stop()
    assert group.members() == []


async def test_one_that_still_loads_is_taken_over_too(serve, launch, tmp_path):
    dead, next_one = serve(launch("load=0.5")), serve(launch("load=0.5"))
    await dead.start()
    await until(lambda: (record := Share(tmp_path / "serving", "").read()) and record.group)
    group = Share(tmp_path / "serving", "").read().group
    await abandon(dead)

    await next_one.start()
    await next_one.until_ready()

    assert (await ask(next_one)).json()["pid"] == group.number


async def test_one_that_hangs_is_taken_over_found_out_and_replaced(serve, launch, tmp_path):
    dead, next_one = serve(launch()), serve(launch())
    await dead.start()
    await dead.until_ready()
    group = Share(tmp_path / "serving", "").read().group
    await abandon(dead)
    os.kill(group.number, signal.SIGSTOP)

    await next_one.start()
    await until(lambda: next_one.ready and next_one._record.group != group)

    assert group.members() == []
    assert (await ask(next_one)).json()["pid"] != group.number


async def test_one_of_another_model_is_ended_and_the_wanted_one_started(serve, launch, tmp_path):
    dead, next_one = serve(launch(model="mars 1")), serve(launch(model="venus 2"))
    await dead.start()
    await dead.until_ready()
    group = Share(tmp_path / "serving", "").read().group
    await abandon(dead)

    await next_one.start()
    await next_one.until_ready()

    assert group.members() == []
    assert next_one.request_name == "venus-2"


async def test_parts_that_outlive_a_killed_server_are_ended(serve, launch, tmp_path):
    dead, next_one = serve(launch("child")), serve(launch())
    await dead.start()
    await dead.until_ready()
    group = Share(tmp_path / "serving", "").read().group
    await abandon(dead)
    os.kill(group.number, signal.SIGKILL)
    await until(lambda: len(group.members()) == 1)

    await next_one.start()
    await next_one.until_ready()

    assert group.members() == []


async def test_a_server_that_was_never_written_down_is_known_by_its_mark(serve, launch, tmp_path, family):
    lost = await family({MARK: str(tmp_path / "serving")})
    elsewhere = await family({MARK: str(tmp_path / "another")})
    server = serve(launch())

    await server.start()
    await server.until_ready()

    assert lost.members() == []
    assert len(elsewhere.members()) == 2


async def test_what_has_left_the_group_of_a_server_ends_with_it_and_not_before(
    serve, launch, tmp_path, family
):
    server = serve(launch())
    await server.start()
    await server.until_ready()
    daemonised = await family({MARK: str(tmp_path / "serving"), KEY: server.key})  # as Ray's are

    await abandon(server)
    next_one = serve(launch())
    await next_one.start()
    await next_one.until_ready()
    assert len(daemonised.members()) == 2
    await next_one.stop()

    assert daemonised.members() == []


async def test_a_group_is_ended_whole_even_when_its_first_process_has_died(family):
    group = await family()
    os.kill(group.number, signal.SIGKILL)
    await until(lambda: not group.is_led())
    assert len(group.members()) == 1

    await group.kill()

    assert group.members() == []


async def test_a_number_that_is_another_process_by_now_is_left_alone(family):
    group = await family()
    earlier = Group(group.number, group.began - 3600)

    assert not earlier.is_led()
    assert earlier.members() == []
    await earlier.end(signal.SIGTERM, 0.1)

    assert len(group.members()) == 2


async def test_a_group_is_known_though_the_clock_is_set(family, monkeypatch):
    group = await family()
    create_time = psutil.Process.create_time
    monkeypatch.setattr(psutil.Process, "create_time", lambda process: create_time(process) + 3600)

    assert group.is_led()
    assert len(group.members()) == 2


async def test_a_group_outlives_who_has_started_it(tmp_path):
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom fabula_daemon.serving.group import Group\n"
        "print(Group.start([sys.executable, '-c', 'import threading; threading.Event().wait()'], os.environ,"
        f" Path({str(tmp_path / 'log')!r})).number)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    started = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    number = int(started.stdout)

    assert os.getsid(number) == number
    os.kill(number, signal.SIGKILL)
