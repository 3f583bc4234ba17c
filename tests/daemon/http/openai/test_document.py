"""The OpenAPI document says what the proxy takes and gives: schemathesis asks by it, rightly and wrongly."""

import asyncio
import re
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fabula_daemon.http.openai.document import document
from tests.daemon.http.openai.conftest import TOKEN, serving
from tests.support.fake_engine import FakeEngine

ROOT = Path(__file__).parents[4]
EXAMPLES = {"get": 5, "post": 20}
OPERATIONS = [(path, method) for path, operations in document()["paths"].items() for method in operations]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
async def test_it_says_what_is_taken_and_given(desk, path, method):
    engine = FakeEngine(answer=lambda _: "down to the water.")
    async with serving(desk, engine) as served:
        url = f"http://127.0.0.1:{served.port}"
        await asyncio.to_thread(_try, url, path, method)


def test_the_manual_has_every_endpoint_and_every_header():
    manual = (ROOT / "docs/proxy.md").read_text(encoding="utf-8")
    sources = (ROOT / "daemon/fabula_daemon/http/openai").glob("*.py")
    named = {name for file in sources for name in re.findall(r"x-fabula-[a-z-]*[a-z]", file.read_text())}
    headers = named | {f"x-fabula-{name}" for name in ("facts", "passages", "left-out")}
    endpoints = {f"`{method.upper()} {path}`" for path, method in OPERATIONS} | {"`GET /openapi.json`"}
    assert endpoints == set(re.findall(r"^\| (`[A-Z]+ /.*?`) \|", manual, re.MULTILINE))
    assert headers == set(re.findall(r"x-fabula-[a-z-]*[a-z]", manual))


def _try(url, path, method):
    operation = schemathesis.openapi.from_dict(document())[path][method.upper()]
    right, wrong = map(operation.as_strategy, schemathesis.GenerationMode)

    @settings(
        max_examples=EXAMPLES[method],
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(right, wrong))
    def check(case):
        case.call_and_validate(base_url=url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=10)

    check()
