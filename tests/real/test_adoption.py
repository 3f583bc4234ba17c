"""A keeper is killed while its server loads: the server is found, and taken over or ended, never lost."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest_asyncio

from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.config import ModelSettings
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share, State
from fabula_daemon.serving.sweep import sweep
from tests.support.serving import ask, free_port, ready, until

DAEMON = """
import asyncio, sys
from pathlib import Path
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.config import ModelSettings
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share

async def main():
    settings = ModelSettings(port=int(sys.argv[2]))
    await ModelServer(lambda: Launch.of_vllm(settings, STARTER), Share(Path(sys.argv[1]), "Killed")).start()
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest_asyncio.fixture(loop_scope="session")
async def abandoned(tmp_path):
    """Yield the settings of a server whose keeper was killed while it loaded; it lies in `tmp_path`."""
    settings = ModelSettings(port=free_port())
    source = os.pathsep.join(sys.path)
    keeper = subprocess.Popen(
        [sys.executable, "-c", DAEMON, str(tmp_path), str(settings.port)],
        env={**os.environ, "PYTHONPATH": source},
    )
    share = Share(tmp_path, "An onlooker")
    try:
        with keeper:
            try:
                await until(
                    lambda: (record := share.read()) and record.group and len(record.group.members()) >= 3,
                    120,
                )
            finally:
                keeper.kill()
        yield settings
    finally:
        await sweep(share)


def server_of(folder: Path, settings: ModelSettings) -> ModelServer:
    return ModelServer(lambda: Launch.of_vllm(settings, STARTER), Share(folder, "The next"))


async def test_who_wants_the_same_takes_it_over_and_the_last_to_leave_ends_it(tmp_path, abandoned):
    group = Share(tmp_path, "").read().group
    assert len(group.members()) >= 3
    server = server_of(tmp_path, abandoned)

    await server.start()
    await ready(server)

    assert Share(tmp_path, "").read().group == group
    assert (await ask(server)).status_code == 200
    await server.stop()
    assert group.members() == []


async def test_who_wants_another_ends_it_with_all_its_processes(tmp_path, abandoned):
    group = Share(tmp_path, "").read().group
    server = server_of(tmp_path, ModelSettings(port=free_port(), max_model_len=512))

    await server.start()
    await until(lambda: (record := Share(tmp_path, "").read()) and record.group not in (None, group), 30)

    assert group.members() == []
    assert server.state is State.LOADING
    async with asyncio.timeout(20):
        await server.stop()
