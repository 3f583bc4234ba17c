"""The OpenAPI document says what the proxy takes and gives: schemathesis asks by it, rightly and wrongly."""

import asyncio

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fabula_daemon.http.openai.document import document
from tests.daemon.http.openai.conftest import TOKEN, serving
from tests.support.fake_engine import FakeEngine

EXAMPLES = {"get": 5, "post": 20}
OPERATIONS = [(path, method) for path, operations in document()["paths"].items() for method in operations]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
async def test_it_says_what_is_taken_and_given(desk, path, method):
    engine = FakeEngine(answer=lambda _: "down to the water.")
    async with serving(desk, engine) as served:
        url = f"http://127.0.0.1:{served.port}"
        await asyncio.to_thread(_try, url, path, method)


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
