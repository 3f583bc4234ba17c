"""What a client asks for, read out of its JSON: checked, with OpenAI's defaults, and with a refusal that says
what is wrong where it cannot be.

Parameters that only colour the choice of words and that Fabula does not know are passed over, and the answer
says so; those that would change its form are refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fabula_daemon.errors import Unserved

MOST_TOKENS = 1_000_000
MOST_CHOICES = 8  # of a prompt, and as many prompts
MOST_STOPS = 32  # plugins send more than OpenAI's four
COMPLETION_TOKENS, CHAT_TOKENS = 16, 512  # unless asked for otherwise
ROLES = ("system", "developer", "user", "assistant", "tool", "function")
GROUNDING, GATE = "x-fabula-grounding", "x-fabula-gate"

_SWITCH = {"on": True, "off": False}
_KNOWN = frozenset(
    "model prompt suffix messages max_tokens max_completion_tokens temperature top_p n seed stop stream "
    "stream_options echo logprobs top_logprobs best_of tools functions tool_choice function_call "
    "response_format modalities audio user metadata store".split()
)
_PLAIN: Mapping[str, tuple[Any, ...]] = {  # values with which a parameter asks for nothing out of the way
    "echo": (False,),
    "logprobs": (False,),
    "top_logprobs": (0,),
    "best_of": (1,),
    "tools": ([],),
    "functions": ([],),
    "tool_choice": ("none", "auto"),
    "function_call": ("none", "auto"),
    "response_format": ({"type": "text"},),
    "modalities": (["text"],),
    "audio": (),
}


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody has said in a chat."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: continuations of prompts (with what stands behind the cursor as `suffix`), or, if there are
    `messages`, the next one of a chat.
    """

    prompts: tuple[str, ...] = ()
    suffix: str = ""
    messages: tuple[Message, ...] = ()
    max_tokens: int = COMPLETION_TOKENS
    temperature: float = 1.0
    top_p: float = 1.0
    n: int = 1
    seed: int | None = None
    stop: tuple[str, ...] = ()
    stream: bool = False
    include_usage: bool = False
    grounding: bool = True
    gate: bool = True
    ignored: tuple[str, ...] = ()

    @property
    def is_chat(self) -> bool:
        """Whether it is a chat."""
        return bool(self.messages)


def completion(body: Any, headers: Mapping[str, str]) -> Asked:
    """Return what is asked of /v1/completions. Raises Unserved."""
    fields = _Fields(body)
    return Asked(
        prompts=fields.prompts(),
        suffix=fields.text("suffix"),
        max_tokens=fields.whole("max_tokens", COMPLETION_TOKENS, 1, MOST_TOKENS),
        n=fields.whole("n", 1, 1, MOST_CHOICES),
        **_common(fields, headers),
    )


def chat(body: Any, headers: Mapping[str, str]) -> Asked:
    """Return what is asked of /v1/chat/completions. Raises Unserved."""
    fields = _Fields(body)
    limit = fields.whole("max_tokens", CHAT_TOKENS, 1, MOST_TOKENS)
    return Asked(
        messages=fields.messages(),
        max_tokens=fields.whole("max_completion_tokens", limit, 1, MOST_TOKENS),
        n=fields.whole("n", 1, 1, MOST_CHOICES),
        **_common(fields, headers),
    )


def _common(fields: "_Fields", headers: Mapping[str, str]) -> dict[str, Any]:
    fields.refuse_what_changes_the_form()
    fields.text("model")
    options = fields.mapping("stream_options")
    return {
        "temperature": fields.number("temperature", 1.0, 0.0, 2.0),
        "top_p": fields.number("top_p", 1.0, 0.0, 1.0),
        "seed": fields.whole("seed", None, None, None),
        "stop": fields.stops(),
        "stream": fields.flag("stream"),
        "include_usage": _Fields(options).flag("include_usage"),
        "grounding": _switched(headers, GROUNDING),
        "gate": _switched(headers, GATE),
        "ignored": fields.unknown(),
    }


def _switched(headers: Mapping[str, str], name: str) -> bool:
    value = headers.get(name, "on").strip().casefold()
    if value not in _SWITCH:
        raise Unserved(f"The header {name} is “on” or “off”.", param=name)
    return _SWITCH[value]


class _Fields:
    """The fields of a JSON object, each read as what it must be; null is as good as absent."""

    def __init__(self, body: Any) -> None:
        if not isinstance(body, dict):
            raise Unserved("The body must be a JSON object.")
        self._body: dict[str, Any] = body

    def whole(self, name: str, default: Any, least: int | None, most: int | None) -> Any:
        """Return a whole number, also one written 1.0."""
        value = self._body.get(name)
        if value is None:
            return default
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _wrong(name, "a whole number")
        if (least is not None and value < least) or (most is not None and value > most):
            raise _wrong(name, f"from {least} to {most}")
        return value

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """Return a number."""
        value = self._body.get(name)
        if value is None:
            return default
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not least <= value <= most:
            raise _wrong(name, f"a number from {least:g} to {most:g}")
        return float(value)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._body.get(name)
        if not isinstance(value, bool | None):
            raise _wrong(name, "true or false")
        return bool(value)

    def text(self, name: str) -> str:
        """Return a text, empty if there is none."""
        value = self._body.get(name)
        if not isinstance(value, str | None):
            raise _wrong(name, "a text")
        return sound(value or "")

    def mapping(self, name: str) -> dict[str, Any]:
        """Return an object, empty if there is none."""
        value = self._body.get(name)
        if not isinstance(value, dict | None):
            raise _wrong(name, "an object")
        return value or {}

    def stops(self) -> tuple[str, ...]:
        """Return the texts at which to stop; an empty one means nothing."""
        value = self._body.get("stop")
        stops = _strings([value] if isinstance(value, str) else [] if value is None else value)
        if stops is None or len(stops) > MOST_STOPS:
            raise _wrong("stop", f"a text, or a list of at most {MOST_STOPS}")
        return tuple(sound(stop) for stop in stops if stop)

    def prompts(self) -> tuple[str, ...]:
        """Return the texts to continue."""
        value = self._body.get("prompt")
        prompts = _strings([value] if isinstance(value, str) else value)
        if not prompts or len(prompts) > MOST_CHOICES:
            expected = f"a text, or a list of 1 to {MOST_CHOICES} of them; numbers of tokens are not read"
            raise _wrong("prompt", expected)
        return tuple(map(sound, prompts))

    def messages(self) -> tuple[Message, ...]:
        """Return what has been said."""
        value = self._body.get("messages")
        if not isinstance(value, list) or not value:
            raise _wrong("messages", "a list of messages, and not empty")
        return tuple(map(_message, value))

    def refuse_what_changes_the_form(self) -> None:
        """Raise Unserved for parameters that ask for what is not made here."""
        for name, plain in _PLAIN.items():
            value = self._body.get(name)
            if value is not None and not any(value == one and type(value) is type(one) for one in plain):
                raise Unserved(f"`{name}` is not supported here.", param=name, code="unsupported_parameter")

    def unknown(self) -> tuple[str, ...]:
        """Return the names of parameters that are passed over."""
        return tuple(
            sorted(name for name, value in self._body.items() if name not in _KNOWN and value is not None)
        )


def _message(message: Any) -> Message:
    if not isinstance(message, dict) or message.get("role") not in ROLES:
        raise _wrong("messages", f"objects with a role: {', '.join(ROLES)}")
    content = message.get("content")
    if isinstance(content, list):
        parts = [one if isinstance(one, dict) and one.get("type") == "text" else {} for one in content]
        texts = _strings([part.get("text") for part in parts])
        content = None if texts is None else "\n".join(texts)
        if content is None:
            raise _wrong("messages", "of text only")
    if not isinstance(content, str | None):
        raise _wrong("messages", "of texts, or of lists of parts that are")
    return Message(message["role"], sound(content or ""))


def _strings(value: Any) -> list[str] | None:
    """Return a list of texts, None if it is none."""
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else None


def sound(text: str) -> str:
    """Return a text without halves of characters, which JSON can spell and no tokenizer reads."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def _wrong(name: str, expected: str) -> Unserved:
    return Unserved(f"`{name}` must be {expected}.", param=name)


Reads = Callable[[Any, Mapping[str, str]], Asked]
