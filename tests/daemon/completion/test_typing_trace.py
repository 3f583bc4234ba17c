"""Whatever the author types, deletes, accepts and asks for: what stands at her cursor was written for just
that place, stays what it was while she types it, and no engine is left writing.
"""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk
from tests.support.fake_engine import FakeEngine

CHAPTER = "manuscript/01.md"
BEGINNING = "Sarah Chen took the lamp. She went "
CONTINUATIONS = ("down to the water. Then", "down the stairs and out. Then", "out. Then", "d. Then")
KEYS = st.sampled_from(["d", "o", ".", "the next letter", "the next letter", "all of it", "delete", "more"])
STROKES = st.lists(st.tuples(KEYS, st.sampled_from(["waits", "types on", "gives up"])), max_size=25)


def continuation(prompt):
    """Continue a place always in the same way, and different places in different ones."""
    return CONTINUATIONS[(len(prompt.text) + prompt.seed) % len(CONTINUATIONS)]


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    root = tmp_path_factory.mktemp("story")
    for path, text in {
        "fabula.toml": "",
        CHAPTER: BEGINNING,
        "world/sarah.md": "---\nname: Sarah Chen\nkind: character\n---\n",
    }.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)
    return root


@given(strokes=STROKES, candidates=st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_what_is_shown_belongs_where_it_stands(story, strokes, candidates):
    asyncio.run(typed(Desk(story), strokes, candidates))


async def typed(desk, strokes, candidates):
    engine = FakeEngine(answer=continuation)
    engine.pace = asyncio.Semaphore(0)
    chosen = CompletionSettings(candidates=candidates)
    suggester = Suggester(desk, engine, chosen, sleep=at_once, ahead_after=0.0, linger=0.0)
    text, shown, asked = BEGINNING, "", []
    for key, then in strokes:
        expected = shown[1:] if key == "the next letter" else ""
        text = struck(text, key, shown)
        desk.change(suggester, CHAPTER, text)
        request = Request(suggester, CHAPTER, len(text), explicit=key == "more")
        asked.append(asyncio.create_task(suggester.suggest(request)))
        engine.pace.release()
        await asyncio.sleep(0)
        shown = ""
        if then == "gives up":
            asked.pop().cancel()
        elif then == "waits":
            write_on(engine)
            texts = [suggestion.text for suggestion in await asked[-1]]
            assert all(was_written(text + one, engine.prompts) for one in texts)
            assert expected in ("", *texts[:1])
            shown = texts[0] if texts else ""
    write_on(engine)
    answers = await asyncio.gather(*asked)
    assert all(not answer or answer[0].why.reason == "shown" for answer in answers)
    await suggester.close()
    await asyncio.sleep(0)
    assert engine.running == 0


def struck(text, key, shown):
    """Return the text after a key."""
    match key:
        case "the next letter":
            return text + shown[:1]
        case "all of it":
            return text + shown
        case "delete":
            return text[:-1] if len(text) > len(BEGINNING) else text
        case "more":
            return text
        case letter:
            return text + letter


def was_written(whole, prompts):
    """Whether the engine has written the end of this text for one of its beginnings."""
    written = (prompt.text.rpartition("\n")[2] + prompt.opening + continuation(prompt) for prompt in prompts)
    return any(one.startswith(whole) for one in written)


def write_on(engine):
    for _ in range(100):
        engine.pace.release()


async def at_once(seconds):
    """Let no time pass."""
