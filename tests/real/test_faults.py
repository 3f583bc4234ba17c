"""What befalls a real vLLM: it is noticed, named, and mended, and requests meanwhile end."""

import asyncio
import json
import signal
import socket

import httpx
import pytest

from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelError
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share, State
from tests.support.serving import ask, free_port, ready, stream, until

NOTICED_WITHIN = 120.0  # seconds


def group_of(server):
    return server._share.read().group


def part(server, name):
    return next(process for process in group_of(server).members() if name in process.name())


async def test_it_serves_the_starter_on_the_loopback_interface_alone_and_asks_for_a_key(served):
    reply = await ask(served)

    assert reply.json()["choices"][0]["text"].strip()
    async with httpx.AsyncClient(base_url=served.url) as stranger:
        assert (await stranger.get("/v1/models")).status_code == 401
    listening = {
        listener.laddr.ip
        for process in group_of(served).members()
        for listener in process.net_connections()
        if listener.status == "LISTEN"
    }
    assert listening <= {"127.0.0.1"}


async def test_a_prompt_longer_than_the_context_is_refused_and_the_server_lives(served):
    reply = await ask(served, "Dust fell. " * 2000)

    assert reply.status_code == 400
    assert "context length" in json.dumps(reply.json())
    assert (await ask(served)).status_code == 200


async def test_killed_while_it_streams_the_stream_ends_and_it_is_started_again(served):
    group, engine = group_of(served), part(served, "EngineCore")

    lines = []
    async with asyncio.timeout(NOTICED_WITHIN):
        try:
            async for line in stream(served):
                lines.append(line)
                if len(lines) == 1:
                    engine.kill()
        except httpx.HTTPError:
            pass
    await until(lambda: not served.ready, NOTICED_WITHIN)

    assert len(lines) < 900
    assert "ended from outside" in served.note
    await until(lambda: group.members() == [], NOTICED_WITHIN)


async def test_killed_while_it_loads_it_is_started_again(started):
    await until(lambda: started.state is State.LOADING and group_of(started) is not None, NOTICED_WITHIN)
    group = group_of(started)
    await until(lambda: any("EngineCore" in process.name() for process in group.members()), NOTICED_WITHIN)

    part(started, "EngineCore").kill()
    await until(lambda: group_of(started) not in (None, group), NOTICED_WITHIN)

    assert group.members() == []
    assert started.note


async def test_killed_while_idle_nothing_of_it_is_left(served):
    group = group_of(served)

    part(served, "python").send_signal(signal.SIGKILL)
    await until(lambda: not served.ready, NOTICED_WITHIN)
    await until(lambda: group.members() == [], NOTICED_WITHIN)

    assert served.problem is None


async def test_a_hung_engine_is_found_out_though_the_server_says_that_it_is_well(served):
    group, engine = group_of(served), part(served, "EngineCore")

    engine.suspend()
    async with httpx.AsyncClient(base_url=served.url) as client:
        assert (await client.get("/health")).status_code == 200
    await until(lambda: not served.ready, NOTICED_WITHIN)

    assert "hangs" in served.note
    await until(lambda: group.members() == [], NOTICED_WITHIN)
    await ready(served)
    assert (await ask(served)).status_code == 200


async def refused(tmp_path, model=STARTER, **settings):
    """Return why a model is not started."""
    chosen = ModelSettings(**{"port": free_port(), **settings})
    server = ModelServer(lambda: Launch.of_vllm(chosen, model), Share(tmp_path / "serving", "Red Dust"))
    try:
        await server.start()
        with pytest.raises(ModelError) as error:
            await ready(server, 10)
        assert not server._share.log.exists()
        return str(error.value)
    finally:
        await server.stop()


async def test_a_port_that_is_taken_is_named_before_anything_is_started(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert str(port) in await refused(tmp_path, port=port)


@pytest.mark.parametrize("wrong", [{"hidden_size": 192}, {"head_dim": 16}, {"num_hidden_layers": 7}])
async def test_a_model_of_a_wrong_shape_is_not_started(tmp_path, wrong):
    model = tmp_path / "model"
    model.mkdir()
    for file in STARTER.iterdir():
        (model / file.name).symlink_to(file)
    config = json.loads((STARTER / "config.json").read_text()) | wrong
    (model / "config.json").unlink()
    (model / "config.json").write_text(json.dumps(config))

    assert "model" in await refused(tmp_path, model)
