"""Launches of scripted servers, and servers that are ended whatever a test does."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fabula_daemon.serving.keeping import Timing
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share
from fabula_daemon.serving.sweep import sweep
from tests.support import scripted_server
from tests.support.serving import free_port

QUICK = Timing(look=0.01, ask=0.05, silence=1, warm=5, die=0.1, load=10, end=1, backoff=(0.01,), check=0.02)

MakeLaunch = Callable[..., Launch]
MakeServer = Callable[..., ModelServer]


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def launch(tmp_path: Path, port: int) -> MakeLaunch:
    def make(*steps: str, model: str = "mars 11111111", **changes: object) -> Launch:
        name = model.replace(" ", "-")
        return replace(
            Launch(
                argv=(sys.executable, "-S", str(scripted_server.PROGRAM), str(port), name, *steps),
                env=dict(os.environ),
                url=f"http://127.0.0.1:{port}",
                name=name,
                model=model,
                directory=tmp_path,
                context=512,
                fingerprint=f"{model} {steps}",
            ),
            **changes,
        )

    return make


@pytest.fixture
async def serve(tmp_path: Path) -> AsyncIterator[MakeServer]:
    """Return a maker of servers in one folder, as daemons of several stories of one user make them."""
    made: list[ModelServer] = []

    def make(plan: Launch | Callable[[], Launch], story: str = "Red Dust", **timing: object) -> ModelServer:
        planned = plan if callable(plan) else lambda: plan
        adapter = timing.pop("adapter", None)
        server = ModelServer(
            planned, Share(tmp_path / "serving", story), adapter=adapter, timing=replace(QUICK, **timing)
        )
        made.append(server)
        return server

    yield make
    for server in made:
        await server.stop()
    await sweep(Share(tmp_path / "serving", "the end"))
