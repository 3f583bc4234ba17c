"""Daemons of one user's stories share a server: one keeps it, it is succeeded, and the last one ends it."""

import json
import os
import subprocess
import sys

import pytest

from fabula_daemon.errors import ModelError
from fabula_daemon.platforms import creation
from fabula_daemon.serving import sharing
from fabula_daemon.serving.group import Group
from fabula_daemon.serving.sharing import Record, Share, State
from tests.support.serving import ask, until


async def pid_of(server):
    return (await ask(server)).json()["pid"]


async def test_a_second_story_uses_the_server_of_the_first(serve, launch):
    first, second = serve(launch(), "Red Dust"), serve(launch(), "Blue Ice")

    await first.start()
    await first.until_ready()
    await second.start()
    await second.until_ready()

    assert await pid_of(second) == await pid_of(first)
    assert (second.url, second.key, second.request_name) == (first.url, first.key, first.request_name)


async def test_who_is_not_its_keeper_sees_it_die_and_come_back(serve, launch):
    first, second = serve(launch()), serve(launch())
    await first.start()
    await first.until_ready()
    await second.start()
    await second.until_ready()

    dead = await pid_of(second)
    os.kill(dead, 9)
    await until(lambda: not second.ready)
    await second.until_ready()

    assert await pid_of(second) != dead


async def test_when_its_keeper_leaves_another_goes_on_with_the_same_server(serve, launch, tmp_path):
    first, second = serve(launch(), "Red Dust"), serve(launch(), "Blue Ice")
    await first.start()
    await first.until_ready()
    await second.start()
    await second.until_ready()
    pid = await pid_of(second)

    await first.stop()
    await until(lambda: second._share.is_keeper)

    assert second.ready
    assert await pid_of(second) == pid
    os.kill(pid, 9)  # and it is the keeper now
    await until(lambda: not second.ready)
    await second.until_ready()
    group = Share(tmp_path / "serving", "").read().group
    await second.stop()
    assert group.members() == []


async def test_a_server_in_use_is_gone_on_with_though_it_was_started_with_other_options(serve, launch):
    first, second = serve(launch(fingerprint="by hand")), serve(launch(fingerprint="by the settings"))
    await first.start()
    await first.until_ready()
    await second.start()
    await second.until_ready()
    pid = await pid_of(second)

    await first.stop()
    await until(lambda: second._share.is_keeper)

    assert second.ready
    assert await pid_of(second) == pid


async def test_another_model_is_left_to_those_who_use_it_and_comes_when_they_have_left(serve, launch):
    first = serve(launch(model="mars 11111111"), "Red Dust")
    second = serve(launch(model="venus 22222222"), "Blue Ice")
    await first.start()
    await first.until_ready()

    await second.start()
    await until(lambda: second.state is State.ELSEWHERE)
    with pytest.raises(
        ModelError, match=r"runs mars 11111111 for the story “Red Dust”.*wants venus 22222222"
    ):
        await second.until_ready()
    assert not second.ready
    assert first.ready

    await first.stop()
    await until(lambda: second.ready)

    assert second.request_name == "venus-22222222"
    assert second.problem is None


async def test_a_server_in_use_is_kept_by_who_uses_it_not_by_who_wants_another_model(serve, launch):
    keeper = serve(launch(model="mars 11111111"), "Red Dust")
    user = serve(launch(model="mars 11111111"), "Blue Ice", look=0.3)  # looks last whether it may keep it
    waiting = serve(launch(model="venus 22222222"), "Green Rain")
    for server in (keeper, user):
        await server.start()
        await server.until_ready()
    await waiting.start()
    await until(lambda: waiting.state is State.ELSEWHERE)
    pid = await pid_of(user)

    await keeper.stop()
    await until(lambda: user._share.is_keeper)

    assert await pid_of(user) == pid
    await until(lambda: "for the story “Blue Ice”" in (waiting.problem or ""))
    assert waiting.state is State.ELSEWHERE

    await user.stop()
    await until(lambda: waiting.ready)

    assert waiting.request_name == "venus-22222222"


async def test_a_model_that_was_trained_anew_in_its_place_is_the_one_that_both_mean(serve, launch):
    lies_there = ["mars 11111111"]

    def plan():
        return launch(model=lies_there[0])

    first, second = serve(plan), serve(plan)
    await first.start()
    await first.until_ready()
    await second.start()
    await second.until_ready()

    lies_there[0] = "mars 22222222"
    os.kill(await pid_of(first), 9)
    await until(lambda: first.ready and first.model == "mars 22222222")
    await until(lambda: second.ready and second.model == "mars 22222222")

    assert await pid_of(second) == await pid_of(first)


async def test_a_killed_daemon_counts_no_more(tmp_path):
    share = Share(tmp_path, "Red Dust")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        user = {
            "pid": process.pid,
            "began": creation(process.pid),
            "story": "Blue Ice",
            "model": "m",
            "adapter": "",
        }
        file = tmp_path / "users" / "1.json"
        file.write_text(json.dumps(user))
        assert [other.story for other in share.others()] == ["Blue Ice"]
        process.kill()

    assert share.others() == []
    assert not file.exists()


async def test_only_one_keeps_it_and_another_may_when_it_has_left(tmp_path):
    first, second = Share(tmp_path, "Red Dust"), Share(tmp_path, "Blue Ice")

    assert first.keep()
    assert first.keep()
    assert not second.keep()
    first.leave()
    assert second.keep()
    second.leave()


def test_a_record_is_read_as_it_was_written_and_a_damaged_one_is_none(tmp_path):
    share = Share(tmp_path, "Red Dust")
    record = Record(
        state=State.READY,
        story="Red Dust",
        url="http://127.0.0.1:8000",
        name="mars-11111111",
        model="mars 11111111",
        directory="/models/mars",
        context=512,
        fingerprint="f",
        group=Group(12, 3.5),
        key="k",
    )

    assert share.read() is None
    share.write(record)
    assert Share(tmp_path, "Blue Ice").read() == record

    for damage in (
        "",
        "[]",
        "{}",
        '{"state": "asleep", "group": null}',
        '{"state": "ready", "group": {"x": 1}}',
    ):
        (tmp_path / "server.json").write_text(damage)
        assert share.read() is None

    share.write(None)
    assert share.read() is None


def test_the_folder_is_the_users_own_or_where_she_says(tmp_path):
    assert sharing.folder({"FABULA_SERVING_STATE": str(tmp_path)}) == tmp_path
    assert sharing.folder({}).parts[-2:] == ("fabula", "serving")
