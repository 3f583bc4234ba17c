"""Which engine answers: the one that is wanted, and while it cannot, the embedded one."""

import asyncio

import pytest

from fabula_daemon.completion.engines.choice import Choice, pick
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelError, ModelMissing
from tests.support.fake_engine import FakeEngine

CARD = "NVIDIA H200"


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def engine(name, *, ready=True, problem=None):
    made = FakeEngine()
    made.name, made.model, made.ready, made.problem = name, f"{name} 00000000", ready, problem
    return made


# What the settings want


@pytest.mark.parametrize("wanted", ["vllm", "transformers", "openai"])
@pytest.mark.parametrize("gpu", [CARD, None])
def test_an_engine_that_is_named_is_taken(wanted, gpu):
    settings = ModelSettings(engine=wanted, path="models/mine")
    assert pick(settings, gpu=gpu, environment=False).engine == wanted


@pytest.mark.parametrize(
    ("path", "gpu", "environment", "taken", "because"),
    [
        ("models/mine", CARD, True, "vllm", CARD),
        ("models/mine", CARD, False, "transformers", "fabula serve setup"),
        ("models/mine", None, True, "transformers", "no GPU"),
        ("", CARD, True, "transformers", "no model of yours"),
    ],
)
def test_auto_takes_vllm_where_there_are_a_model_and_a_gpu(path, gpu, environment, taken, because):
    picked = pick(ModelSettings(path=path), gpu=gpu, environment=environment)
    assert picked.engine == taken
    assert because in picked.because


# Which answers now


def test_the_wanted_one_answers_when_it_is_ready():
    wanted, embedded = engine("vllm"), engine("transformers")
    choice = Choice([wanted, embedded], because="there is a GPU")
    assert choice.current() is wanted
    assert choice.status()["because"] == "there is a GPU"


def test_while_it_loads_the_embedded_one_does():
    wanted, embedded = engine("vllm", ready=False), engine("transformers")
    choice = Choice([wanted, embedded])
    assert choice.current() is embedded
    assert choice.status()["because"] == "vllm is not ready yet"
    wanted.note = "It was out of memory and is started again."
    assert choice.status()["because"] == wanted.note
    wanted.ready = True
    assert choice.current() is wanted


def test_while_nobody_is_ready_what_is_small_is_waited_for():
    wanted, embedded = engine("vllm", ready=False), engine("transformers", ready=False)
    choice = Choice([wanted, embedded])
    assert choice.current() is embedded
    assert not choice.ready
    embedded.problem = "It is not installed."
    assert choice.current() is wanted
    assert choice.problem is None


def test_what_keeps_all_of_them_from_answering_is_a_problem():
    choice = Choice(
        [engine("openai", ready=False, problem="No key."), engine("transformers", ready=False, problem="No.")]
    )
    assert choice.problem == "No key."
    assert choice.current().name == "openai"


def test_a_problem_of_the_wanted_one_is_told_though_another_answers():
    wanted, embedded = engine("vllm", ready=False, problem="The weights are damaged."), engine("transformers")
    choice = Choice([wanted, embedded])
    status = choice.status()
    assert choice.problem is None
    assert (status["name"], status["ready"]) == ("transformers", True)
    assert status["problem"] == status["because"] == "The weights are damaged."
    assert [one["name"] for one in status["engines"]] == ["vllm", "transformers"]


# When one fails


def test_one_that_fails_is_passed_over_for_longer_each_time():
    wanted, embedded, clock = engine("vllm"), engine("transformers"), Clock()
    choice = Choice([wanted, embedded], clock=clock)
    for seconds in (5, 15, 60, 60):
        assert choice.instead_of(wanted) is embedded
        clock.now += seconds - 0.1
        assert choice.current() is embedded
        clock.now += 0.2
        assert choice.current() is wanted
    clock.now += 300
    choice.instead_of(wanted)
    clock.now += 5.1
    assert choice.current() is wanted


def test_why_it_failed_is_told():
    wanted, embedded = engine("openai"), engine("transformers")
    choice = Choice([wanted, embedded])
    choice.instead_of(wanted)
    assert choice.status()["because"] == "openai has just failed"
    assert choice.status()["engines"][0]["resting"]


def test_the_only_one_is_asked_again_though_it_failed():
    only = engine("transformers")
    choice = Choice([only])
    assert choice.instead_of(only) is None
    assert choice.current() is only


def test_there_is_nothing_instead_where_the_other_failed_too():
    wanted, embedded = engine("vllm"), engine("transformers")
    choice = Choice([wanted, embedded])
    choice.instead_of(wanted)
    assert choice.instead_of(embedded) is None


# Starting and waiting


class Unstartable(FakeEngine):
    async def start(self):
        self.ready, self.problem = False, "There is none."
        raise ModelMissing("There is none.", "Get one.")


async def test_one_that_cannot_be_started_leaves_the_others():
    choice = Choice([Unstartable(), FakeEngine()])
    await choice.start()
    assert choice.ready
    await choice.until_ready()
    await choice.stop()
    assert not choice.ready


async def test_waiting_ends_with_the_first_that_is_ready():
    wanted, embedded = engine("vllm", ready=False), engine("transformers", ready=False)
    choice = Choice([wanted, embedded])
    waiting = asyncio.ensure_future(choice.until_ready())
    await asyncio.sleep(0)
    assert not waiting.done()
    await embedded.start()
    await waiting
    assert choice.current() is embedded


async def test_waiting_goes_on_when_one_is_given_up():
    wanted, embedded = engine("vllm", ready=False, problem="Gone."), engine("transformers", ready=False)
    waiting = asyncio.ensure_future(Choice([wanted, embedded]).until_ready())
    for _ in range(5):
        await asyncio.sleep(0)
    assert not waiting.done()
    await embedded.start()
    await waiting


async def test_waiting_for_nobody_is_said():
    choice = Choice([engine("vllm", ready=False, problem="Gone."), engine("b", ready=False, problem="Too.")])
    with pytest.raises(ModelError, match="Gone"):
        await choice.until_ready()


async def test_what_is_being_started_is_waited_for():
    slow = engine("vllm", ready=False, problem="not started yet")
    gate = asyncio.Event()

    async def start():
        await gate.wait()
        slow.ready, slow.problem = True, None

    slow.start = start
    choice = Choice([slow])
    starting = asyncio.ensure_future(choice.start())
    waiting = asyncio.ensure_future(choice.until_ready())
    for _ in range(5):
        await asyncio.sleep(0)
    assert not waiting.done()
    gate.set()
    await waiting
    await starting
