"""A worker speaks JSON lines, says why it died, and never outlives its parent."""

import asyncio
import contextlib
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from fabula_daemon.errors import WireError, WorkerDied
from fabula_daemon.processes import Worker, keep_alive

ROOT = Path(__file__).parents[2]
ECHO = """
from fabula_daemon.processes import Parent
parent = Parent()
print("noise of a library")
while True:
    message = parent.receive()
    if "echo" in message: parent.emit(message)
    if "raise" in message: raise RuntimeError(message["raise"])
    if "babble" in message: parent._wire.write(b"babble\\n")
    if "spin" in message:
        parent.emit({"spinning": True})
        while True: pass
"""


@pytest.fixture
def child(tmp_path, monkeypatch):
    (tmp_path / "echo_child.py").write_text(ECHO)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "daemon"), str(tmp_path)]))
    return "echo_child"


@contextlib.asynccontextmanager
async def running(child, **options):
    worker = await Worker.start("echo", [child], **options)
    try:
        yield worker
    finally:
        await worker.stop()


async def first(worker):
    return await anext(aiter(worker))


async def test_messages_go_both_ways_whatever_a_library_prints(child, tmp_path):
    async with running(child, log=tmp_path / "logs" / "echo.log") as worker:
        await worker.send({"echo": "“Élan” \u2028 \n"})
        assert await first(worker) == {"echo": "“Élan” \u2028 \n"}
    assert "noise of a library" in (tmp_path / "logs" / "echo.log").read_text()


async def test_a_message_may_be_large(child):
    async with running(child) as worker:
        await worker.send({"echo": "x" * 3_000_000})
        assert len((await first(worker))["echo"]) == 3_000_000


async def test_a_death_carries_status_and_last_words(child):
    async with running(child) as worker:
        await worker.send({"raise": "the disk is made of cheese"})
        with pytest.raises(WorkerDied, match="the disk is made of cheese") as death:
            await first(worker)
        assert death.value.status == 1
        with pytest.raises(WorkerDied):
            await worker.send({"echo": 1})


async def test_a_start_that_is_cancelled_at_any_moment_leaves_no_log_open_and_no_child(child, tmp_path):
    before, steps = set(psutil.Process().children()), 0
    while True:
        start = asyncio.create_task(Worker.start("echo", [child], log=tmp_path / "echo.log"))
        for _ in range(steps):
            await asyncio.sleep(0)
        if start.done():
            await start.result().stop()
            break
        start.cancel()
        with pytest.raises(asyncio.CancelledError):
            await start
        steps += 1
    assert steps > 1
    assert not [file for file in psutil.Process().open_files() if file.path == str(tmp_path / "echo.log")]
    assert set(psutil.Process().children()) <= before


async def test_babble_is_a_breach_of_the_protocol(child):
    async with running(child) as worker:
        await worker.send({"babble": True})
        with pytest.raises(WireError, match="echo worker"):
            await first(worker)


async def test_stopping_ends_the_iteration_and_the_child(child):
    async with running(child) as worker:
        pass
    assert [message async for message in worker] == []
    assert not psutil.pid_exists(worker.pid)


async def test_a_busy_child_ends_when_its_input_closes(child):
    async with running(child) as worker:
        await worker.send({"spin": True})
        assert await first(worker) == {"spinning": True}
    assert not psutil.pid_exists(worker.pid)


async def test_a_frozen_child_is_killed(child):
    async with running(child) as worker:
        psutil.Process(worker.pid).suspend()
        await worker.stop(timeout=0.1)
        assert not psutil.pid_exists(worker.pid)


async def test_a_worker_can_be_less_urgent_than_the_daemon(child):
    async with running(child, nice=7) as worker:
        assert psutil.Process(worker.pid).nice() == psutil.Process().nice() + 7


def test_a_child_ends_with_a_killed_parent(child):
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import asyncio\nfrom fabula_daemon.processes import Worker\n"
            "async def main():\n"
            f"    worker = await Worker.start('echo', [{child!r}])\n"
            "    await worker.send({'spin': True})\n"
            "    async for message in worker: print(worker.pid, flush=True)\n"
            "asyncio.run(main())",
        ],
        stdout=subprocess.PIPE,
    )
    with parent:
        pid = int(parent.stdout.readline())
        parent.kill()
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(pid).wait(10)
    assert not psutil.pid_exists(pid)


async def test_a_worker_that_dies_is_started_again():
    deaths = []

    async def run():
        if len(deaths) < 3:
            raise WorkerDied("echo", -9)

    await asyncio.wait_for(keep_alive(run, deaths.append, backoff=(0.0, 0.001)), 10)
    assert [death.status for death in deaths] == [-9, -9, -9]


def test_the_child_can_look_for_a_message_without_waiting():
    program = (
        "from fabula_daemon.processes import Parent\n"
        "parent = Parent()\n"
        "assert parent.receive(timeout=0) is None\n"
        "assert parent.receive(timeout=0.01) is None\n"
        "parent.emit({'fine': True})\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b'{"fine":true}\n'
        process.stdin.close()
