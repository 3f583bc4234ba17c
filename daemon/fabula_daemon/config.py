"""fabula.toml: typed, complete, defaulted, forgiving. A bad value becomes its default and a finding."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from fabula_daemon.locate import SETTINGS_FILE
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.text.lines import LineIndex


@dataclass(frozen=True, slots=True)
class StorySettings:
    """`[story]`: what the story is called and where its parts lie, as folders relative to fabula.toml."""

    title: str = ""
    manuscript: str = "manuscript"
    world: str = "world"
    drafts: str = "drafts"
    language: str = "en"
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompletionSettings:
    """`[completion]`: how suggestions are made.

    A suggestion is a `unit`: a sentence, just so many words, or what is left of a paragraph, and never more
    than `max_words` (of a paragraph, five times as many). It is shown only if the geometric mean of the
    probabilities that the model gave to its tokens is at least `confidence`.
    """

    enabled: bool = True
    unit: str = "sentence"
    max_words: int = 20
    temperature: float = 0.7
    candidates: int = 1
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """`[model]`: which models are used, and how they are run; empty means what comes with Fabula.

    `engine` is "vllm", "transformers" (embedded), "openai" (remote), or "auto": vLLM where there is a model
    and a GPU, else the embedded one. `path` is the directory of a language model, `adapter` that of a LoRA
    adapter for it. `embedding` is the directory or name of a sentence-transformers model that lies on this
    machine already.

    For vLLM: its port, how many requests it takes at once, how many tokens it reads at most (fewer, if the
    model reads fewer), its share of the GPU's memory, over how many cards a model is spread and copied,
    whether Ray runs it, and further arguments, passed on as they are.

    For a remote endpoint that speaks OpenAI's completions: the base URL, the model (or LoRA adapter) to ask
    for, the environment variable that holds the key, how many tokens it reads, and the directory of its
    tokenizer, if there is one to count with.
    """

    engine: str = "auto"
    path: str = ""
    adapter: str = ""
    embedding: str = ""
    port: int = 8000
    max_num_seqs: int = 9
    max_model_len: int = 64000
    gpu_memory_utilization: float = 0.9
    tensor_parallel: int = 1
    data_parallel: int = 1
    ray: bool = False
    vllm_args: tuple[str, ...] = ()
    url: str = ""
    name: str = ""
    key_env: str = ""
    context: int = 4096
    tokenizer: str = ""


@dataclass(frozen=True, slots=True)
class ChecksSettings:
    """`[checks]`: the codes of checks that are switched off, and the closed sets of values of attributes.

    `deep_*` is for `fabula check --deep`: the base URL of a server that speaks OpenAI's chat completions, the
    model to ask for, the environment variable that holds the key if one is needed, how many pairs of
    statements to ask about at most, and the seconds to wait for each answer.
    """

    off: tuple[str, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deep_url: str = "http://127.0.0.1:8080/v1"
    deep_model: str = ""
    deep_key_env: str = ""
    deep_pairs: int = 200
    deep_timeout: int = 120


@dataclass(frozen=True, slots=True)
class Settings:
    """All of fabula.toml."""

    story: StorySettings = StorySettings()
    completion: CompletionSettings = CompletionSettings()
    model: ModelSettings = ModelSettings()
    checks: ChecksSettings = ChecksSettings()


# Each is read by a part of Fabula of its own, in its own time.
SECTIONS_READ_ELSEWHERE = frozenset({"retrain"})

LIMITS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("completion", "max_words"): (1, 200),
    ("completion", "temperature"): (0.0, 2.0),
    ("completion", "candidates"): (1, 3),
    ("completion", "confidence"): (0.0, 1.0),
    ("model", "port"): (1, 65535),
    ("model", "max_num_seqs"): (1, 1024),
    ("model", "max_model_len"): (256, 10_000_000),
    ("model", "gpu_memory_utilization"): (0.05, 1.0),
    ("model", "tensor_parallel"): (1, 1024),
    ("model", "data_parallel"): (1, 1024),
    ("model", "context"): (256, 10_000_000),
    ("checks", "deep_pairs"): (1, 100_000),
    ("checks", "deep_timeout"): (1, 3600),
}

CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("completion", "unit"): ("sentence", "words", "paragraph"),
    ("model", "engine"): ("auto", "vllm", "transformers", "openai"),
}

FOLDERS = frozenset({("story", "manuscript"), ("story", "world"), ("story", "drafts")})

_LARGEST = 1e15
_LONGEST_SHOWN = 60

EXPECTED = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    tuple: 'a list of texts, as in ["a", "b"]',
    Mapping: 'a table of lists of texts, as in { build = ["slight", "broad"] }',
}


def load(root: Path) -> tuple[Settings, list[Finding]]:
    """Read fabula.toml in `root`; return the settings and what is wrong with the file."""
    path = root / SETTINGS_FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        return Settings(), [
            _finding(
                "", 0, 0, f"fabula.toml cannot be read: {error.strerror}. Every setting has its default."
            )
        ]
    except UnicodeDecodeError:
        return Settings(), [
            _finding(
                "",
                0,
                0,
                "fabula.toml is not UTF-8 text. Save it as UTF-8; until then every setting has its default.",
            )
        ]
    return parse(text)


def is_toml(text: str) -> bool:
    """Whether a text is TOML at all, whatever it sets."""
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return False
    return True


def parse(text: str) -> tuple[Settings, list[Finding]]:
    """Return the settings in the text of a fabula.toml, and one finding for each thing wrong with it."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        start, end = _place_of_syntax_error(text, str(error))
        return Settings(), [
            _finding(
                text,
                start,
                end,
                f"fabula.toml is not valid TOML: {error}. Every setting has its default until it is.",
            )
        ]
    findings: list[Finding] = []
    sections: dict[str, Any] = {}
    known = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}
    for name, table in data.items():
        if name in known and isinstance(table, dict):
            sections[name] = _section(name, known[name], table, text, findings)
        elif name in known:
            message = (
                f"{name} must be a section, [{name}], not {_shown(table)}. It has its defaults until then."
            )
            findings.append(_finding(text, *_place_of(text, "", name), message))
        elif name not in SECTIONS_READ_ELSEWHERE:
            choices = ", ".join(f"[{section}]" for section in (*known, *sorted(SECTIONS_READ_ELSEWHERE)))
            findings.append(
                _finding(
                    text,
                    *_place_of(text, "", name),
                    f"fabula.toml knows no section [{name}]; there are {choices}.",
                )
            )
    return replace(Settings(), **sections), findings


def _section(name: str, defaults: Any, table: Mapping[str, Any], text: str, findings: list[Finding]) -> Any:
    known = {f.name: getattr(defaults, f.name) for f in fields(defaults)}
    good: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            message = f"[{name}] knows no setting {key}; there are {', '.join(known)}."
        else:
            expected, converted = _converted(known[key], value)
            if expected is None:
                expected = _out_of_bounds(name, key, converted)
            if expected is None:
                good[key] = converted
                continue
            default = known[key]
            message = (
                f"[{name}] {key} must be {expected}, not {_shown(value)}. It is {_shown(default)} until then."
            )
        findings.append(_finding(text, *_place_of(text, name, key), message))
    return replace(defaults, **good)


def _converted(default: Any, value: Any) -> tuple[str | None, Any]:
    """Return (what is expected, None) if `value` is of the wrong kind, else (None, the value to keep)."""
    if isinstance(default, bool):
        return (None, value) if isinstance(value, bool) else (EXPECTED[bool], None)
    if isinstance(default, int):
        return (
            (None, value) if isinstance(value, int) and not isinstance(value, bool) else (EXPECTED[int], None)
        )
    if isinstance(default, float):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return (None, float(value)) if number and abs(value) < _LARGEST else (EXPECTED[float], None)
    if isinstance(default, str):
        return (None, value) if isinstance(value, str) else (EXPECTED[str], None)
    if isinstance(default, tuple):
        return (None, tuple(value)) if _is_texts(value) else (EXPECTED[tuple], None)
    if isinstance(value, dict) and all(_is_texts(item) for item in value.values()):
        return None, {key: tuple(item) for key, item in value.items()}
    return EXPECTED[Mapping], None


def _shown(value: Any) -> str:
    """Return a value as it is repeated to the author: not all of it, if it is long."""
    try:
        shown = repr(value)
    except ValueError:  # Python will not write so long a number out
        return "a number as long as this"
    shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
    return shown if not isinstance(value, str) else f"“{shown.strip(shown[0])}”" if value else "empty"


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _out_of_bounds(section: str, key: str, value: Any) -> str | None:
    if (section, key) in FOLDERS and (
        Path(value).is_absolute() or ".." in Path(value).parts or "\0" in value
    ):
        return "a folder inside the story"
    if (section, key) in CHOICES:
        return None if value in CHOICES[section, key] else f"one of {', '.join(CHOICES[section, key])}"
    low, high = LIMITS.get((section, key), (None, None))
    if low is None or high is None or low <= value <= high:
        return None
    return f"between {low:g} and {high:g}"


def _place_of(text: str, section: str, key: str) -> tuple[int, int]:
    """Return the span of the line that sets `key` in `[section]`, or of the section's heading if `section` is
    empty.
    """
    if not section:
        pattern = rf"^[ \t]*\[?[ \t]*{re.escape(key)}\b.*$"
        match = re.search(pattern, text, re.MULTILINE)
        return match.span() if match else (0, 0)
    heading = re.search(rf"^[ \t]*\[[ \t]*{re.escape(section)}[ \t]*\]", text, re.MULTILINE)
    begin = heading.end() if heading else 0
    match = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=.*$", re.MULTILINE).search(text, begin)
    return match.span() if match else (0, 0)


def _place_of_syntax_error(text: str, message: str) -> tuple[int, int]:
    match = re.search(r"at line (\d+), column (\d+)", message)
    if not match:
        return (max(0, len(text) - 1), len(text))
    index = LineIndex(text)
    start, end = (index.offset(int(match[1]) - 1, column) for column in (0, len(text)))
    return start, start + len(text[start:end].rstrip())


def _finding(text: str, start: int, end: int, message: str) -> Finding:
    return Finding(SETTINGS_FILE, start, end, text[start:end], "settings", Severity.WARNING, message)
