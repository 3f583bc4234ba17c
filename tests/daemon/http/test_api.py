"""The HTTP API: for programs of this machine that know the token, and for no web page."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from fabula_daemon.completion.suggesting.suggest import Request, Suggestion, Why
from fabula_daemon.completion.weighing import Explanation
from fabula_daemon.errors import ModelError, Refused
from fabula_daemon.http import api
from fabula_daemon.index.search import Hit

TOKEN = "a-token"


class Answers:
    def __init__(self) -> None:
        self.stopped, self.uses = False, 0
        self.asked: Any = None

    def status(self) -> dict[str, Any]:
        return {"title": "Ullage"}

    def stop(self) -> None:
        self.stopped = True

    def used(self) -> None:
        self.uses += 1

    async def search(self, query: str, k: int) -> list[Hit]:
        self.asked = (query, k)
        return []

    async def suggest(self, request: Request) -> list[Suggestion]:
        self.asked = (request.path, request.offset, request.explicit)
        return [Suggestion("and waited.", Why(request.path, request.offset))]

    async def explain(self, path: str, offset: int, top: int) -> Explanation:
        self.asked = (path, offset, top)
        if offset > 100:
            raise Refused("There is nothing to continue here.")
        raise ModelError("The language model is not loaded yet.")

    def why(self) -> dict[str, Any] | None:
        return None


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def client(answers: Answers) -> TestClient:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return TestClient(api.build(answers, TOKEN), base_url="http://127.0.0.1:8001", headers=headers)


def test_status_is_told_to_who_shows_the_token(client: TestClient) -> None:
    assert client.get("/api/status").json() == {"title": "Ullage"}


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer wrong", "Basic a-token", "Bearer ä"])
def test_nobody_else_is_told_anything(client: TestClient, shown: str) -> None:
    answer = client.get("/api/status", headers={"Authorization": shown.encode()})

    assert answer.status_code == 401
    assert "token" in answer.json()["error"]


def test_a_rebound_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/api/status", headers={"Host": "evil.example:8001"}).status_code == 403


def test_a_page_of_another_origin_is_refused(client: TestClient) -> None:
    assert client.get("/api/status", headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.get("/api/status", headers={"Origin": "http://127.0.0.1:8001"}).status_code == 200


def test_stopping_takes_a_post(client: TestClient, answers: Answers) -> None:
    assert client.get("/api/stop").status_code == 405
    assert not answers.stopped
    client.post("/api/stop")
    assert answers.stopped


def test_questions_count_as_use_and_status_does_not(client: TestClient, answers: Answers) -> None:
    client.get("/api/status")
    assert answers.uses == 0
    client.get("/api/search", params={"q": "the storm"})
    assert answers.uses == 1


@pytest.mark.parametrize(
    "parameters", [{}, {"q": " "}, {"q": "x", "k": "0"}, {"q": "x", "k": "many"}, {"q": "x", "k": "101"}]
)
def test_a_search_without_a_query_or_with_a_foolish_number_is_refused(
    client: TestClient, parameters: dict[str, str]
) -> None:
    answer = client.get("/api/search", params=parameters)

    assert answer.status_code == 400
    assert "1 to 100" in answer.json()["error"]


def test_suggestions_are_asked_for_at_a_path_and_an_offset_and_all_are_waited_for(
    client: TestClient, answers: Answers
) -> None:
    answer = client.get("/api/complete", params={"path": "manuscript/01.md", "offset": "12"}).json()

    assert answers.asked == ("manuscript/01.md", 12, True)
    assert answer["suggestions"][0]["text"] == "and waited."
    assert client.get("/api/complete", params={"path": "manuscript/01.md", "offset": "-1"}).status_code == 400


def test_why_there_is_nothing_to_explain_is_a_sentence(client: TestClient, answers: Answers) -> None:
    place = {"path": "manuscript/01.md", "offset": "12"}
    no_model = client.get("/api/explain", params=place | {"top": "5"})
    no_place = client.get("/api/explain", params=place | {"offset": "120"})

    assert answers.asked == ("manuscript/01.md", 120, 10)
    assert (no_model.status_code, no_model.json()["error"]) == (503, "The language model is not loaded yet.")
    assert (no_place.status_code, no_place.json()["error"]) == (409, "There is nothing to continue here.")
    assert client.get("/api/explain", params=place | {"top": "0"}).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/v1/embeddings", 404), ("GET", "/api/nothing", 404), ("DELETE", "/api/status", 405)],
)
def test_what_is_not_served_is_said_as_who_asks_expects_it(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert (error["message"] if path.startswith("/v1") else error).startswith(f"{method} {path}: ")
