"""How a model is asked whether two statements contradict each other: OpenAI's chat completions with a schema
for the answer, at the one address that the settings name.
"""

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from fabula_daemon.config import ChecksSettings
from fabula_daemon.errors import ModelMissing
from fabula_daemon.story.questions import Pair

if TYPE_CHECKING:
    import httpx

_LARGEST_ANSWER = 1 << 20  # bytes
_MOST_TOKENS = 400
_LONGEST_REASON = 120
_LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})

_INSTRUCTIONS = """\
You check a novel for contradictions. You are given two statements about {subject}. Decide whether both can \
be true of {subject} in one story. They contradict each other only if they state different values of the \
same thing at the same time: a colour, an age, a place, a relation, a rank, who is alive. What one of them \
leaves out is no contradiction, nor is a figure of speech, a change that time explains, or a matter of style.
Answer with JSON: `contradiction` (true or false), `first_quote` and `second_quote` (the few words of the \
first and of the second statement that contradict each other, copied letter by letter; empty if nothing \
does) and `reason` (one short sentence)."""

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "contradiction": {"type": "boolean"},
        "first_quote": {"type": "string"},
        "second_quote": {"type": "string"},
        "reason": {"type": "string"},
    },
    "required": ["contradiction", "first_quote", "second_quote", "reason"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a model says of a pair, with what it quotes of the first and of the second statement."""

    contradicts: bool
    first: str = ""
    second: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there is no verdict; `is_lasting` if the next question will hardly fare better."""

    why: str
    is_lasting: bool = False


class Model:
    """The model that the settings name. One question at a time, nothing to anybody else, no redirection."""

    def __init__(self, settings: ChecksSettings) -> None:
        """Raises ModelMissing if the settings name no model that can be asked."""
        import httpx

        self.settings = settings
        self.host = _host(settings.deep_url)
        self._url = settings.deep_url.rstrip("/") + "/chat/completions"
        headers = {"Authorization": f"Bearer {_key(settings.deep_key_env)}"} if settings.deep_key_env else {}
        self._client = httpx.Client(
            trust_env=False, follow_redirects=False, timeout=settings.deep_timeout, headers=headers
        )

    @property
    def is_local(self) -> bool:
        """Whether it runs on this machine, so that nothing of the story leaves it."""
        return self.host in _LOCAL

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close()

    def ask(self, pair: Pair) -> Verdict | Silence:
        """Return what the model says of a pair, or why it says nothing."""
        import httpx

        patience = self.settings.deep_timeout
        question = request(pair, self.settings.deep_model)
        try:
            with self._client.stream("POST", self._url, json=question) as answer:
                return _read(answer, time.monotonic() + patience)
        except (httpx.TimeoutException, TimeoutError):
            return Silence(f"{self.host} did not answer within {patience} s.", is_lasting=True)
        except httpx.ConnectError:
            advice = "start your model’s server there, or give its address in fabula.toml, [checks] deep_url"
            return Silence(f"nobody answers at {self.settings.deep_url}; {advice}.", is_lasting=True)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            why = " ".join(str(error).split())[:_LONGEST_REASON].rstrip(".") or type(error).__name__
            return Silence(f"{self.host} cannot be asked: {why}.", is_lasting=True)


def request(pair: Pair, model: str) -> dict[str, Any]:
    """Return the body of a question."""
    first, second = pair.story, pair.other
    statements = f"First ({first.where}): {first.text}\n\nSecond ({second.where}): {second.text}"
    return {
        "model": model or "default",
        "messages": [
            {"role": "system", "content": _INSTRUCTIONS.format(subject=pair.subject)},
            {"role": "user", "content": statements},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "verdict", "strict": True, "schema": SCHEMA},
        },
        "temperature": 0,
        "max_tokens": _MOST_TOKENS,
    }


def understood(body: bytes) -> Verdict | Silence:
    """Return the verdict in an answer's body, or why there is none."""
    try:
        message = json.loads(body)["choices"][0]["message"]
        refusal, content = message.get("refusal"), message.get("content")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Silence("an answer was not what chat completions give, and was left out.")
    if refusal or not isinstance(content, str):
        return Silence("the model refused to answer.")
    try:
        said = json.loads(content[content.index("{") : content.rindex("}") + 1])
        contradicts = said["contradiction"]
        texts = [said.get(key, "") for key in ("first_quote", "second_quote", "reason")]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Silence("an answer was not the JSON that was asked for, and was left out.")
    if not isinstance(contradicts, bool) or not all(isinstance(text, str) for text in texts):
        return Silence("an answer was not the JSON that was asked for, and was left out.")
    return Verdict(contradicts, *texts)


def _read(answer: "httpx.Response", deadline: float) -> Verdict | Silence:
    """Return what an answer says. Raises TimeoutError if it is not all there by the deadline."""
    host, status = answer.url.host, answer.status_code
    if status >= 500 or status == 429:
        return Silence(f"{host} answered with status {status}.", is_lasting=True)
    if status != 200:
        advice = (
            "[checks] deep_url, deep_model and deep_key_env say whom to ask, for what, and with which key"
        )
        return Silence(f"{host} answered with status {status}; {advice}.", is_lasting=True)
    body = b""
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > _LARGEST_ANSWER:
            return Silence("an answer was too long, and was left out.")
        if time.monotonic() > deadline:
            raise TimeoutError
    return understood(body)


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return parts.hostname
    except ValueError:
        pass
    raise ModelMissing(
        f"[checks] deep_url is {url!r}, which is no address.",
        "Give the one of a server that speaks OpenAI’s chat completions, as in “http://127.0.0.1:8080/v1”.",
    )


def _key(variable: str) -> str:
    key = os.environ.get(variable, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise ModelMissing(
            f"[checks] deep_key_env names {variable}, which is not set.",
            "Put the key into that environment variable.",
        )
    return key
