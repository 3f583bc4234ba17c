"""The proxy of a real daemon, with the model that comes with Fabula, as OpenAI's own client sees it."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import openai
import pytest

from fabula_daemon import control, lifecycle
from fabula_daemon.reading import read_world
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text.prose import parse

PATIENCE_S = 60.0
EXAMPLE = Path(__file__).parents[2] / "world"
CHAPTER = "manuscript/05-nine-litres.md"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = (tmp_path_factory.mktemp("proxy") / "story").resolve()
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".fabula"))
    yield root
    lifecycle.stop(root)


@pytest.fixture(scope="module")
def client(story: Path) -> Iterator[openai.OpenAI]:
    presence = lifecycle.launch(story)
    url = f"http://127.0.0.1:{presence.http_port}/v1"
    with openai.OpenAI(base_url=url, api_key=lifecycle.token(story), timeout=120, max_retries=0) as client:
        yield client


def sent(story: Path) -> str:
    """Return what an editor's plugin sends of a chapter."""
    text = (story / CHAPTER).read_text(encoding="utf-8")
    offset = text.index(" ", len(text) // 2) + 1
    return text[offset - 900 : offset]


def test_a_completion_is_grounded_in_the_page_where_the_client_is(client: openai.OpenAI, story: Path) -> None:
    raw = client.completions.with_raw_response.create(
        model="fabula", prompt=sent(story), max_tokens=30, seed=5
    )
    answer = raw.parse()

    assert answer.choices[0].text.strip()
    assert raw.headers["x-fabula-path"] == CHAPTER
    assert "Sarah%20Chen" in raw.headers["x-fabula-people"]
    assert answer.usage is not None
    assert answer.usage.prompt_tokens > 300


def test_no_stranger_comes_through(client: openai.OpenAI, story: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while control.call(story, "GET", "/api/status")["index"]["phase"] == "reading":
        assert time.monotonic() < deadline, "the story is never read"
        time.sleep(0.05)
    world = read_world(story)
    texts = [(story / chapter.path).read_text(encoding="utf-8") for chapter in world.chapters]
    reader = Reader(world.canon, observe(p.text for text in texts for p in parse(text).paragraphs))
    for seed in range(3):
        chunks = client.completions.create(
            model="fabula", prompt=sent(story), max_tokens=40, seed=seed, stream=True
        )
        for paragraph in "".join(chunk.choices[0].text for chunk in chunks).split("\n"):
            assert [m.text for m in reader.read(paragraph) if not m.known] == []


def test_a_chat_is_answered(client: openai.OpenAI) -> None:
    messages = [{"role": "user", "content": "Who is Sarah Chen?"}]
    answer = client.chat.completions.create(model="fabula", messages=messages, max_tokens=20)

    assert answer.choices[0].message.role == "assistant"
    assert answer.choices[0].finish_reason in ("stop", "length", "content_filter")
