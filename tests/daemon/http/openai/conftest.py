"""A small story behind the proxy, on a real server, with an engine that writes what it is told to."""

import contextlib
import random
from dataclasses import dataclass

import httpx
import openai
import pytest

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.grounding.grounder import Grounder
from fabula_daemon.completion.why import Why
from fabula_daemon.desk import Desk
from fabula_daemon.http import api, server
from fabula_daemon.http.openai.context import Context
from fabula_daemon.http.openai.proxy import Proxy
from fabula_daemon.http.openai.routes import routes
from tests.support.fake_engine import FakeEngine

TOKEN = "a-token"
CHAPTER = "manuscript/01.md"
TEXT = (
    "# One\n\nSarah Chen took the lamp from its hook and went down to the water. “It’s dark,” said Yusuf.\n\n"
    "She went on along the sea wall, and the lamp swung beside her, and the wind was cold. Then she "
)
STORY = {
    "fabula.toml": "",
    CHAPTER: TEXT,
    "world/sarah.md": "---\nname: Sarah Chen\nkind: character\nrole: harbour pilot\n---\n",
    "world/yusuf.md": "---\nname: Yusuf Demir\nkind: character\n---\n",
    "drafts/old.md": "“Well,” said Zorblax Martinez. Zorblax smiled. “No,” Zorblax said to Mr. Zorblax.\n",
}


@dataclass
class Served:
    """The proxy as a test needs it: what it stands on, the client, and what was told of its answers."""

    desk: Desk
    proxy: Proxy
    engine: FakeEngine
    client: openai.AsyncOpenAI
    port: int
    told: list[tuple[str, Why, list[str]]]
    uses: list[None]

    @property
    def prompt(self):
        """The last prompt."""
        return self.engine.prompts[-1]


@pytest.fixture
def desk(tmp_path):
    for path, text in STORY.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return Desk(tmp_path)


@contextlib.asynccontextmanager
async def serving(desk, *engines):
    """Serve `desk` through the proxy with these engines."""
    choice, told, uses = Choice(engines), [], []
    proxy = Proxy(
        desk,
        Grounder(desk),
        lambda: choice,
        told=lambda *what: told.append(what),
        chance=random.Random(1),
        date=lambda: 1_700_000_000.0,
    )
    context = Context(desk, Grounder(desk), lambda: choice, lambda: (CHAPTER, len(TEXT)))
    app = api.build(None, TOKEN, routes(proxy, context, lambda: uses.append(None)))
    async with (
        server.serving(app, 0) as port,
        openai.AsyncOpenAI(
            base_url=f"http://127.0.0.1:{port}/v1",
            api_key=TOKEN,
            max_retries=0,
            http_client=httpx.AsyncClient(verify=False),  # noqa: S501 - nothing is encrypted here
        ) as client,
    ):
        yield Served(desk, proxy, engines[0], client, port, told, uses)


@pytest.fixture
async def served(desk):
    engine = FakeEngine(answer=lambda _: "down to the water. The lamp swung.")
    async with serving(desk, engine) as served:
        yield served
