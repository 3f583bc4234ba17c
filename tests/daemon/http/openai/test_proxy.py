"""The proxy as OpenAI's own client sees it."""

import asyncio
import contextlib

import httpx
import openai
import pytest

from fabula_daemon.errors import ModelError
from tests.daemon.http.openai.conftest import CHAPTER, TEXT, TOKEN, serving
from tests.support.fake_engine import FakeEngine

ASK = {"model": "fabula", "prompt": TEXT}


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


async def test_the_models(served):
    models = [model.id async for model in await served.client.models.list()]
    assert models == ["fabula", "fake 00000000"]
    assert (await served.client.models.retrieve("fake 00000000")).owned_by == "fabula"
    with pytest.raises(openai.NotFoundError) as refused:
        await served.client.models.retrieve("gpt-4")
    assert refused.value.code == "model_not_found"


async def test_a_completion(served):
    answer = await served.client.completions.create(**ASK, max_tokens=50)
    (choice,) = answer.choices
    assert (choice.text, choice.finish_reason, choice.index) == (
        "down to the water. The lamp swung.",
        "stop",
        0,
    )
    assert (answer.object, answer.model, answer.created) == (
        "text_completion",
        "fake 00000000",
        1_700_000_000,
    )
    assert answer.usage.completion_tokens == 7
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + 7 > 20
    assert served.uses == [None]


async def test_a_completion_that_streams(served):
    stream = await served.client.completions.create(
        **ASK, stream=True, stream_options={"include_usage": True}
    )
    chunks = [chunk async for chunk in stream]
    assert "".join(c.choices[0].text for c in chunks[:-1]) == "down to the water. The lamp swung."
    assert [c.choices[0].finish_reason for c in chunks[:-1]][-1] == "stop"
    assert len(chunks) > 5
    assert len({chunk.id for chunk in chunks}) == 1
    assert (chunks[-1].choices, chunks[-1].usage.completion_tokens) == ([], 7)


async def test_a_chat(served):
    messages = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Who is Sarah?"}]
    answer = await served.client.chat.completions.create(model="fabula", messages=messages, max_tokens=50)
    message = answer.choices[0].message
    assert (message.role, message.content) == ("assistant", "down to the water. The lamp swung.")
    whole = served.prompt.text + served.prompt.opening
    assert whole.endswith("[Story]\nBe brief.\n\nUser: Who is Sarah?\n\nAssistant:")
    assert "Sarah Chen" in whole
    assert "\nUser:" in served.prompt.stop


async def test_a_chat_that_streams(served):
    messages = [{"role": "user", "content": [{"type": "text", "text": "Who is Sarah?"}]}]
    stream = await served.client.chat.completions.create(model="fabula", messages=messages, stream=True)
    chunks = [chunk async for chunk in stream]
    assert chunks[0].choices[0].delta.role == "assistant"
    assert "".join(c.choices[0].delta.content or "" for c in chunks) == "down to the water. The lamp swung."
    assert chunks[-1].choices[0].finish_reason == "stop"


async def test_a_chat_that_ends_as_the_manuscript_does_goes_on_with_it(served):
    messages = [{"role": "user", "content": f"Continue:\n\n{TEXT.partition('Yusuf.')[2]}"}]
    answer = await served.client.chat.completions.with_raw_response.create(model="fabula", messages=messages)
    assert answer.headers["x-fabula-grounding"] == "manuscript"
    assert "took the lamp" in served.prompt.text
    assert served.prompt.text.endswith("beside her, and the wind was cold. Then she")


async def test_what_is_found_in_the_manuscript_gets_its_real_context(served):
    """A client sends the last words before the cursor; people and text are those of the page."""
    sent = "<fim_prefix>" + TEXT[-120:] + "<fim_suffix><fim_middle>"
    answer = await served.client.completions.with_raw_response.create(model="starcoder2", prompt=sent)
    assert served.prompt.text.startswith("[World]\n")
    assert "Sarah Chen" in served.prompt.text.partition("[Story]")[0]
    assert "took the lamp from its hook" in served.prompt.text
    assert "fim_" not in served.prompt.text
    assert answer.headers["x-fabula-grounding"] == "manuscript"
    assert answer.headers["x-fabula-path"] == CHAPTER
    assert answer.headers["x-fabula-offset"] == str(len(TEXT))
    assert "Sarah%20Chen" in answer.headers["x-fabula-people"]


async def test_the_buffer_counts_and_not_the_disk(served):
    unsaved = TEXT + "put the lamp out, all alone in the dark of the harbour, and "
    served.desk.open(served, CHAPTER, unsaved)
    await served.client.completions.create(model="fabula", prompt=unsaved[-100:])
    assert served.prompt.text.endswith("all alone in the dark of the harbour, and")
    assert "from its hook" in served.prompt.text


async def test_what_is_found_nowhere_is_grounded_by_whom_it_names(served):
    ask = {"model": "fabula", "prompt": "Nothing of this was ever written, said Sarah, and she "}
    answer = await served.client.completions.with_raw_response.create(**ask)
    assert answer.headers["x-fabula-grounding"] == "prompt"
    assert "x-fabula-path" not in answer.headers
    assert "Sarah Chen" in served.prompt.text


async def test_a_header_switches_grounding_off(served):
    off = {"x-fabula-grounding": "off"}
    answer = await served.client.completions.with_raw_response.create(**ASK, extra_headers=off)
    assert answer.headers["x-fabula-grounding"] == "off"
    assert served.prompt.text + served.prompt.opening == TEXT


async def test_where_no_prose_is_written_nothing_is_added_and_the_answer_says_why(served):
    answer = await served.client.completions.with_raw_response.create(model="fabula", prompt="# Chapter")
    assert answer.headers["x-fabula-grounding"] == "none"
    assert answer.headers["x-fabula-reason"] == "the cursor is in a heading"


async def test_a_stranger_is_never_sent_and_the_answer_tells_of_her(desk):
    engine = FakeEngine("down, and Elena Martinez came too", " then up again.")
    async with serving(desk, engine) as served:
        answer = await served.client.completions.create(**ASK, max_tokens=50)
    assert answer.choices[0].text == "down, and then up again."
    assert answer.model_extra["fabula"] == {"rejected": [{"name": "Elena Martinez", "stranger": "fresh"}]}
    assert engine.stopped_early == engine.prompts[:1]
    assert "Zorblax" in engine.prompts[0].banned


async def test_where_every_draw_names_a_stranger_it_ends(desk):
    engine = FakeEngine(answer=lambda _: " and Elena, who")
    async with serving(desk, engine) as served:
        chunks = [chunk async for chunk in await served.client.completions.create(**ASK, stream=True)]
    assert "".join(c.choices[0].text for c in chunks) == " and and and"
    assert chunks[-1].choices[0].finish_reason == "content_filter"
    assert [one["name"] for one in chunks[-1].model_extra["fabula"]["rejected"]] == ["Elena"] * 3


async def test_a_header_switches_the_gate_off(desk):
    engine = FakeEngine("down, and Elena Martinez came too")
    async with serving(desk, engine) as served:
        off = {"x-fabula-gate": "off"}
        answer = await served.client.completions.with_raw_response.create(**ASK, extra_headers=off)
    assert answer.parse().choices[0].text == "down, and Elena Martinez came too"
    assert answer.headers["x-fabula-gate"] == "off"
    assert engine.prompts[0].banned == ()


async def test_several_choices_of_several_prompts(desk):
    engine = FakeEngine(answer=lambda prompt: f"{prompt.opening.strip()} {prompt.seed}")
    async with serving(desk, engine) as served:
        ask = {"model": "fabula", "prompt": ["He went", "She came"], "n": 2, "seed": 7}
        answer = await served.client.completions.create(**ask)
        chunks = [chunk async for chunk in await served.client.completions.create(**ask, stream=True)]
    wanted = ["went 7", "went 8", "came 7", "came 8"]
    assert [choice.text for choice in answer.choices] == wanted
    streamed = [""] * 4
    for chunk in chunks:
        streamed[chunk.choices[0].index] += chunk.choices[0].text
    assert streamed == wanted


async def test_parameters_reach_the_engine(served):
    await served.client.completions.create(
        **ASK, max_tokens=9, temperature=0.3, top_p=0.5, stop=["\n", "###"]
    )
    prompt = served.prompt
    assert (prompt.max_tokens, prompt.temperature, prompt.top_p, prompt.stop) == (9, 0.3, 0.5, ("\n", "###"))


async def test_what_is_passed_over_and_what_is_too_much_is_told(served):
    extra = {"frequency_penalty": 0.5, "top_k": 40}
    answer = await served.client.completions.with_raw_response.create(
        **ASK, max_tokens=9000, extra_body=extra
    )
    assert answer.headers["x-fabula-ignored"] == "frequency_penalty, top_k"
    assert answer.headers["x-fabula-max-tokens"] == str(served.engine.context // 2)


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"prompt": []}, "prompt"),
        ({"prompt": [1, 2, 3]}, "prompt"),
        ({"temperature": 3}, "temperature"),
        ({"n": 9}, "n"),
        ({"max_tokens": "many"}, "max_tokens"),
        ({"logprobs": 5}, "logprobs"),
        ({"echo": True}, "echo"),
        ({"stop": [1]}, "stop"),
        ({"stream": "yes"}, "stream"),
        ({"seed": True}, "seed"),
    ],
)
async def test_what_cannot_be_asked_is_refused_as_openai_does(served, wrong, param):
    with pytest.raises(openai.BadRequestError) as refused:
        await served.client.completions.create(**ASK | wrong)
    assert (refused.value.param, refused.value.type) == (param, "invalid_request_error")


async def test_a_wrong_key_is_refused(served):
    with pytest.raises(openai.AuthenticationError, match="Show the token"):
        await served.client.with_options(api_key="wrong").models.list()


async def test_a_prompt_longer_than_the_model_reads_is_refused(served):
    with pytest.raises(openai.BadRequestError) as refused:
        await served.client.completions.create(
            model="fabula", prompt="word " * 2000, extra_headers={"x-fabula-grounding": "off"}
        )
    assert refused.value.code == "context_length_exceeded"


async def test_but_with_grounding_its_beginning_is_left_out(served):
    answer = await served.client.completions.create(model="fabula", prompt="word " * 3000)
    assert answer.choices[0].text


async def test_an_engine_that_fails_is_stood_in_for(desk):
    failing, other = FakeEngine(ModelError("It died.")), FakeEngine("down.")
    async with serving(desk, failing, other) as served:
        answer = await served.client.completions.with_raw_response.create(**ASK)
    assert answer.parse().choices[0].text == "down."


async def test_where_no_engine_answers_the_error_is_openais(desk):
    failing = FakeEngine(answer=lambda _: ModelError("It died."))
    async with serving(desk, failing) as served:
        with pytest.raises(openai.InternalServerError, match="It died") as refused:
            await served.client.completions.create(**ASK)
    assert (refused.value.status_code, refused.value.code) == (503, "model_unavailable")


async def test_a_model_that_loads_is_waited_for(desk):
    engine = FakeEngine("down.")
    engine.ready = False
    async with serving(desk, engine) as served:
        answer = asyncio.create_task(served.client.completions.create(**ASK))
        await until(lambda: engine.awaited)
        await engine.start()
        assert (await answer).choices[0].text == "down."


@pytest.mark.parametrize("stream", [True, False])
async def test_a_client_that_goes_away_stops_the_engine(desk, stream):
    engine = FakeEngine(answer=lambda _: "one two three")
    engine.hold = True
    async with serving(desk, engine) as served:
        url = f"http://127.0.0.1:{served.port}/v1/completions"
        async with httpx.AsyncClient(headers={"Authorization": f"Bearer {TOKEN}"}) as client:
            asking = asyncio.create_task(client.post(url, json=ASK | {"stream": stream, "n": 2}))
            await until(lambda: len(engine.prompts) == 2)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        await until(lambda: len(engine.stopped_early) == 2)


class Pausing(FakeEngine):
    """Waits after the first piece."""

    async def stream(self, prompt):
        async with contextlib.aclosing(super().stream(prompt)) as pieces:
            async for piece in pieces:
                yield piece
                await self.released.wait()


async def test_a_client_that_goes_away_in_the_middle_stops_the_engine(desk):
    engine = Pausing(answer=lambda _: "one two three")
    async with serving(desk, engine) as served:
        stream = await served.client.completions.create(**ASK, stream=True)
        async for chunk in stream:
            assert chunk.choices[0].text == "one"
            break
        await stream.close()
        await until(lambda: engine.stopped_early)


async def test_an_answer_is_told_of_when_it_is_complete(desk):
    engine = FakeEngine("down, and Elena came", " then up.")
    async with serving(desk, engine) as served:
        answer = await served.client.completions.create(**ASK, max_tokens=50)
    ((identity, why, texts),) = served.told
    assert (identity, texts) == (answer.id, ["down, and then up."])
    assert (why.path, why.offset, why.reason) == (CHAPTER, len(TEXT), "sent to a program")
    assert [one.name for one in why.rejected] == ["Elena"]
    assert "Sarah Chen" in why.people


async def test_one_that_its_reader_breaks_off_is_told_of_too(desk, caplog):
    caplog.set_level("INFO", "fabula.proxy")
    engine = Pausing("down, and so on")
    async with serving(desk, engine) as served:
        stream = await served.client.completions.create(**ASK, stream=True)
        await anext(aiter(stream))
        await stream.close()
        await until(lambda: served.told)
    ((_, why, texts),) = served.told
    assert (texts, why.words, why.reason) == (["down,"], 1, "sent to a program")
    assert [record.message for record in caplog.records] == ["the program has gone"]
    assert caplog.records[0].why["reason"] == "the program has gone"


class Breaking(FakeEngine):
    """Fails after the first piece."""

    async def stream(self, prompt):
        async with contextlib.aclosing(super().stream(prompt)) as pieces:
            yield await anext(pieces)
            raise ModelError("It died.")


async def test_an_engine_that_fails_midway_is_told_of_and_passed_over_by_the_next_request(desk, caplog):
    caplog.set_level("INFO", "fabula.proxy")
    breaking, other = Breaking(answer=lambda _: "down to the water"), FakeEngine(answer=lambda _: "up.")
    async with serving(desk, breaking, other) as served:
        with pytest.raises(openai.APIError, match="It died"):
            [chunk async for chunk in await served.client.completions.create(**ASK, stream=True)]
        assert (await served.client.completions.create(**ASK)).choices[0].text == "up."
    assert [record.message for record in caplog.records] == ["the model failed", "sent to a program"]
    assert len(breaking.prompts) == 1


async def test_the_client_that_does_not_wait_in_a_loop_works_too(served):
    def ask():
        with openai.OpenAI(base_url=f"http://127.0.0.1:{served.port}/v1", api_key=TOKEN) as client:
            return client.completions.create(**ASK).choices[0].text

    assert await asyncio.to_thread(ask) == "down to the water. The lamp swung."


async def test_context_for_a_question_is_the_canon_at_the_cursor(served):
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        url = f"http://127.0.0.1:{served.port}/api/context"
        items = (await client.post(url, json={"query": "", "fullInput": "What does Yusuf know?"})).json()
        assert items[0]["name"] == "Who is here"
        assert "Sarah Chen" in items[0]["content"]
        assert "Yusuf Demir" in items[0]["content"]
        assert {"name", "description", "content"} == set(items[0])
        refused = await client.post(url, json={"query": 5})
        assert (refused.status_code, refused.json()["error"]["param"]) == (400, "query")
