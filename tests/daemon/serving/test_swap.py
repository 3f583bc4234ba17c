"""An adapter is replaced by another while requests go on; one that cannot be used changes nothing."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from fabula_daemon.completion.engines import adapters
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.errors import ModelError, ModelMissing, ServerFailed
from fabula_daemon.serving import copies
from fabula_daemon.serving.copies import preserve
from fabula_daemon.serving.swap import in_use
from tests.support.adapters import adapter
from tests.support.serving import ask, until


@pytest.fixture
def starter(launch):
    return launch(directory=STARTER, lora_rank=64)


async def asked_of(server):
    """Return the path of the adapter that answers."""
    return (await ask(server)).json()["adapter"]


async def test_a_server_is_ready_with_the_adapter_that_is_wanted_a_restarted_one_too(
    serve, starter, tmp_path
):
    server = serve(starter, adapter=adapter(tmp_path / "crisis"))
    await server.start()
    await server.until_ready()
    used = await asked_of(server)

    assert used.startswith(str(tmp_path / "serving" / "adapters"))
    assert server.request_name.startswith("crisis-")
    assert server.model.startswith("mars 11111111 + crisis ")

    os.kill((await ask(server)).json()["pid"], 9)
    await until(lambda: not server.ready)
    await server.until_ready()
    assert await asked_of(server) == used


async def test_swapping_is_a_flip_of_the_name_and_going_back_is_the_same(serve, starter, tmp_path):
    first, second = adapter(tmp_path / "one" / "voice", seed=1), adapter(tmp_path / "two" / "voice", seed=2)
    server = serve(starter, adapter=first)
    await server.start()
    await server.until_ready()
    before, name = await asked_of(server), server.request_name

    previous = await server.swap(second)
    assert server.request_name != name
    assert await asked_of(server) not in (before, None)

    (first / adapters.WEIGHTS).unlink()  # whoever trains may do what he likes with his files
    await server.swap(previous)
    assert (server.request_name, await asked_of(server)) == (name, before)

    await server.swap(None)
    assert server.request_name == "mars-11111111"
    assert server.model == "mars 11111111"


async def test_an_adapter_that_nobody_asks_for_any_more_is_unloaded(serve, starter, tmp_path):
    server, other = serve(starter, adapter=adapter(tmp_path / "crisis")), serve(starter)
    await server.start()
    await server.until_ready()
    old = server.request_name

    async def loaded():
        return (await ask(server, model=old)).status_code == 200

    await server.swap(None)
    await until(lambda: not server._swapper._letting_go)
    assert not await loaded()

    await server.swap(adapter(tmp_path / "again" / "crisis"))
    await other.start()
    await other.until_ready()
    await other.swap(tmp_path / "crisis")
    await server.swap(None)
    await until(lambda: not server._swapper._letting_go)
    assert await loaded()  # for the other story uses it


@pytest.mark.parametrize(
    ("made", "because"),
    [
        ({"width": 128}, "made for another model"),
        ({"rank": 128}, "rank 128"),
        ({"use_dora": True}, "DoRA"),
    ],
)
async def test_what_does_not_fit_is_refused_and_the_one_before_stays(serve, starter, tmp_path, made, because):
    server = serve(starter, adapter=adapter(tmp_path / "good"))
    await server.start()
    await server.until_ready()
    before = await asked_of(server)

    with pytest.raises(ModelMissing, match=because):
        await server.swap(adapter(tmp_path / "bad", **made))

    assert await asked_of(server) == before
    assert because in server.note
    assert server.problem is None


async def test_what_the_server_does_not_take_is_refused_and_the_one_before_stays(serve, starter, tmp_path):
    server = serve(starter)
    await server.start()
    await server.until_ready()

    with pytest.raises(ServerFailed, match="does not take"):
        await server.swap(adapter(tmp_path / "refused"))

    assert server.request_name == "mars-11111111"


async def test_a_server_is_of_use_without_an_adapter_of_another_base_and_says_why(serve, starter, tmp_path):
    other = adapter(tmp_path / "venus")
    (other / adapters.RECORD).write_text(json.dumps({"base": "00000000"}))
    server = serve(starter, adapter=other)

    await server.start()
    await server.until_ready()

    assert await asked_of(server) is None
    assert server.problem is None
    assert "made for another model" in server.note


async def test_swapped_before_the_server_runs_it_is_used_when_it_does(serve, starter, tmp_path):
    server = serve(starter)
    assert await server.swap(adapter(tmp_path / "crisis")) is None

    await server.start()
    await server.until_ready()

    assert server.request_name.startswith("crisis-")


async def test_another_model_takes_its_place_and_the_one_before_comes_back_if_it_cannot(serve, launch):
    server = serve(launch(model="mars 1"))
    await server.start()
    await server.until_ready()

    await server.change(lambda: launch(model="venus 2"))
    assert (server.ready, server.model, server.request_name) == (True, "venus 2", "venus-2")

    with pytest.raises(ModelError, match="in vain"):
        await server.change(lambda: launch(model="pluto 3", check=in_vain))
    await server.until_ready()
    assert server.model == "venus 2"


async def test_a_model_that_is_known_not_to_fit_does_not_end_the_one_that_runs(serve, launch):
    server = serve(launch(model="mars 1"))
    await server.start()
    await server.until_ready()
    pid = (await ask(server)).json()["pid"]

    with pytest.raises(ServerFailed, match="in vain"):
        await server.change(lambda: launch(model="pluto 3", fits=in_vain))

    assert (await ask(server)).json()["pid"] == pid


def in_vain():
    raise ServerFailed("It is in vain.", "Try another.")


def test_a_copy_is_named_by_content_and_the_oldest_unused_go(tmp_path, monkeypatch):
    monkeypatch.setattr(copies, "KEPT", 2)
    made = [adapters.read(adapter(tmp_path / str(seed) / "voice", seed=seed)) for seed in range(4)]
    folder = tmp_path / "copies"
    kept = []
    for age, one in enumerate(made):
        kept.append(preserve(one, folder, used={made[0].fingerprint}))
        os.utime(kept[-1].parent, (age, age))

    assert [path.parent.name for path in kept] == [one.fingerprint for one in made]
    assert [path.exists() for path in kept] == [True, False, True, True]
    assert preserve(replace(made[3], path=kept[3]), folder) == kept[3]
    assert adapters.read(kept[3]).fingerprint == made[3].fingerprint


def test_an_adapter_that_is_being_written_is_not_copied(tmp_path):
    seen = adapters.read(adapter(tmp_path / "voice", seed=1))
    (tmp_path / "voice" / adapters.WEIGHTS).write_bytes(
        (adapter(tmp_path / "later", seed=2) / adapters.WEIGHTS).read_bytes()
    )

    with pytest.raises(ModelMissing, match="being written"):
        preserve(seen, tmp_path / "copies")
    assert [path for path in Path(tmp_path / "copies").rglob("*") if path.is_file()] == []


def test_the_adapters_in_use_are_the_last_that_the_server_told():
    line = 'vllm:lora_requests_info{max_lora="3",running_lora_adapters="%s",waiting_lora_adapters="%s"} %s\n'

    assert in_use("") == set()
    assert in_use(line % ("a", "", "1.7e9") + line % ("", "", "1.8e9")) == set()
    assert in_use(line % ("", "", "1.7e9") + line % ("a,b", "c", "1.8e9")) == {"a", "b", "c"}
