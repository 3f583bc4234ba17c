"""A model server is started, found ready, watched, started again when it dies or hangs, and ended whole."""

import asyncio
import contextlib
import os
import signal
import stat

import httpx
import psutil
import pytest

from fabula_daemon.errors import EnvironmentMissing, ModelError, ModelMissing, ServerFailed
from fabula_daemon.serving import server_log
from fabula_daemon.serving.group import Group
from fabula_daemon.serving.sharing import Share, State
from tests.support.serving import ask, until


async def pid_of(server):
    return (await ask(server)).json()["pid"]


async def befalls(server, prompt):
    with contextlib.suppress(httpx.HTTPError):
        await ask(server, prompt, stream=False)


async def test_it_is_ready_when_it_completes_a_token_and_not_before(serve, launch):
    server = serve(launch("load=0.2"))
    assert server.state is State.STOPPED

    await server.start()
    assert (server.state, server.ready, server.model) == (State.LOADING, False, "mars 11111111")
    await server.until_ready()

    assert (server.state, server.problem, server.note) == (State.READY, None, None)
    assert (await ask(server)).status_code == 200
    assert (server.request_name, server.context) == ("mars-11111111", 512)


async def test_who_has_no_key_is_not_served(serve, launch):
    server = serve(launch())
    await server.start()
    await server.until_ready()

    async with httpx.AsyncClient() as stranger:
        reply = await stranger.post(
            f"{server.url}/v1/completions", json={"prompt": "The"}, headers={"authorization": ""}
        )

    assert reply.status_code == 401


async def test_stopping_ends_it_with_all_that_it_has_started(serve, launch, tmp_path):
    server = serve(launch("child"))
    await server.start()
    await server.until_ready()
    group = Share(tmp_path / "serving", "").read().group
    assert len(group.members()) == 2

    await server.stop()

    assert group.members() == []
    assert Share(tmp_path / "serving", "").read() is None
    assert server.state is State.STOPPED
    with pytest.raises(ModelError, match="not been started"):
        await server.until_ready()


async def test_it_can_be_stopped_while_it_loads_though_it_ignores_sigterm_then(serve, launch, tmp_path):
    server = serve(launch("load=60"), end=5)
    await server.start()
    await until(lambda: (record := Share(tmp_path / "serving", "").read()) is not None and record.group)
    group = Share(tmp_path / "serving", "").read().group
    await until(lambda: group.members()[0].num_ctx_switches().voluntary > 0)

    async with asyncio.timeout(4):
        await server.stop()

    assert group.members() == []


async def test_one_that_will_not_end_is_killed(serve, launch, tmp_path):
    server = serve(launch(), end=0.1)
    await server.start()
    await server.until_ready()
    pid = await pid_of(server)
    os.kill(pid, signal.SIGSTOP)

    await server.stop()

    assert not psutil.pid_exists(pid)


@pytest.mark.parametrize("what", ["die", "kill -9"])
async def test_every_end_that_was_not_asked_for_is_a_crash_whatever_its_status(serve, launch, what):
    server = serve(launch("child"))
    await server.start()
    await server.until_ready()
    first = await pid_of(server)

    if what == "die":  # with status 0, as vLLM does when its engine has died
        await befalls(server, "die")
    else:
        os.kill(first, signal.SIGKILL)
    await until(lambda: not server.ready)
    assert server.problem is None
    await server.until_ready()

    assert await pid_of(server) != first


async def test_however_many_ask_it_to_start_there_is_one_and_one_after_a_crash(serve, launch, monkeypatch):
    started, start = [], Group.start
    monkeypatch.setattr(Group, "start", lambda *given: started.append(given) or start(*given))
    server = serve(launch())
    await asyncio.gather(server.start(), server.start())
    await server.until_ready()
    await server.start()
    os.kill(await pid_of(server), signal.SIGKILL)
    await until(lambda: not server.ready)
    await server.until_ready()
    assert len(started) == 2


async def test_what_a_dead_server_has_left_is_gone_before_the_next_one_starts(serve, launch, tmp_path):
    server = serve(launch("child"), backoff=(60.0,))
    await server.start()
    await server.until_ready()
    group = Share(tmp_path / "serving", "").read().group

    await befalls(server, "die")
    await until(lambda: Share(tmp_path / "serving", "").read().group is None)

    assert group.members() == []
    await until(lambda: server.state is State.RESTARTING)
    assert "ended" in server.note


async def test_a_hung_server_says_that_it_is_well_and_is_started_again_all_the_same(serve, launch):
    server = serve(launch())
    await server.start()
    await server.until_ready()
    first = await pid_of(server)

    os.kill(first, signal.SIGSTOP)
    await until(lambda: server.state is State.RESTARTING)
    note = server.note
    await server.until_ready()

    assert note.startswith("The model server hangs")
    assert await pid_of(server) != first
    assert not psutil.pid_exists(first)


async def test_one_that_is_healthy_and_never_answers_is_not_ready(serve, launch):
    server = serve(launch("mute"), warm=0.1)
    await server.start()

    with pytest.raises(ModelError, match="hangs"):
        await server.until_ready()

    assert server.state is State.FAILED


async def test_a_server_that_fails_three_times_is_the_authors_to_mend_and_comes_back_by_itself(serve, launch):
    steps = ["say=torch.OutOfMemoryError: CUDA out of memory.", "exit=1"]
    starts = []

    def plan():
        starts.append(steps)
        return launch(*steps)

    server = serve(plan)
    await server.start()
    with pytest.raises(ModelError, match="memory"):
        await server.until_ready()
    assert len(starts) == 1 + 3
    assert server.state is State.FAILED

    steps.clear()
    await until(lambda: server.ready)

    assert server.problem is None


@pytest.mark.parametrize(("steady", "then"), [(60.0, State.FAILED), (0.0, State.RESTARTING)])
async def test_one_that_dies_soon_each_time_is_the_authors_to_mend_one_that_ran_long_is_not(
    serve, launch, steady, then
):
    server = serve(launch(), attempts=2, backoff=(0.01, 60.0) if steady else (0.3,), steady=steady)
    await server.start()

    for _ in range(2):
        await server.until_ready()
        await befalls(server, "die")
        await until(lambda: not server.ready)

    assert server.state is then
    assert (server.problem is not None) == (then is State.FAILED)


async def test_what_is_known_to_be_in_vain_is_not_started_until_it_is_mended(serve, launch, tmp_path):
    wrong = [ServerFailed("Port 8000 is taken by another program.", "Set another under [model].")]

    def check():
        if wrong:
            raise wrong[0]

    server = serve(launch(check=check))
    await server.start()
    with pytest.raises(ModelError, match="Port 8000 is taken"):
        await server.until_ready()
    assert server.state is State.FAILED
    assert not (tmp_path / "serving" / "server.log").exists()

    wrong.clear()
    await until(lambda: server.ready)


async def test_without_a_model_or_an_environment_starting_says_so(serve):
    def plan():
        raise EnvironmentMissing("vLLM", "fabula serve setup")

    server = serve(plan)

    with pytest.raises(EnvironmentMissing):
        await server.start()
    assert "fabula serve setup" in server.problem
    with pytest.raises(ModelError, match="fabula serve setup"):
        await server.until_ready()


async def test_a_model_that_goes_away_is_a_problem_until_it_is_back(serve, launch):
    there = [True]

    def plan():
        if not there:
            raise ModelMissing("There is no directory m.", "Give one.")
        return launch()

    server = serve(plan)
    await server.start()
    await server.until_ready()

    there.clear()
    await befalls(server, "die")
    await until(lambda: server.problem is not None)
    assert server.problem == "There is no directory m. Give one."

    there.append(True)
    await until(lambda: server.ready)


async def test_a_log_that_grows_is_put_by_and_the_server_goes_on_writing(
    serve, launch, tmp_path, monkeypatch
):
    monkeypatch.setattr(server_log, "LIMIT", 100)
    log = tmp_path / "serving" / "server.log"
    server = serve(launch("say=" + "x" * 200))
    await server.start()
    await server.until_ready()

    await until(lambda: log.stat().st_size == 0)

    assert "x" * 200 in (tmp_path / "serving" / "server.log.1").read_text()


async def test_nobody_else_may_read_where_it_is_and_with_which_key(serve, launch, tmp_path):
    server = serve(launch())
    await server.start()
    await server.until_ready()

    folder = tmp_path / "serving"

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "server.json").stat().st_mode) == 0o600
