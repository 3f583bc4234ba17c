"""YAML front matter, read so that every value knows where it stands and no value is guessed at.

Scalars stay as the author typed them where a name is wanted ("No" is a name, not False), and a file that is
half written, recursive or hostile yields a fault, never an exception. `Name` is `name`, and so with every key
that Fabula knows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from fabula_daemon.story.tables.sheet_keys import KNOWN

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]

_FENCED = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_MOST_NODES = 20_000
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the front matter, at [start, end) of the file."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's front matter: `values` by key, the same `raw` (scalars as typed), where each key's entry
    stands.
    """

    present: bool
    body_start: int
    values: Mapping[str, Value] = field(default_factory=dict)
    raw: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read(text: str) -> FrontMatter:
    """Read the front matter of `text`; without any, the body begins at 0."""
    fenced = _FENCED.match(text)
    if fenced is None:
        if re.match(r"---[ \t]*\r?\n", text) and re.search(r"^\w+:", text[4:400], re.MULTILINE):
            fault = Fault(
                0,
                3,
                "The front matter that begins here is not closed. Put a line of three dashes behind it.",
            )
            return FrontMatter(True, len(text), faults=(fault,))
        return FrontMatter(False, 0)
    source, offset = fenced["yaml"], fenced.start("yaml")
    try:
        node = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        start, end, message = _explained(source, error)
        return FrontMatter(True, fenced.end(), faults=(Fault(offset + start, offset + end, message),))
    if node is None:
        return FrontMatter(True, fenced.end())
    if not isinstance(node, yaml.MappingNode):
        fault = Fault(
            offset, offset + len(source.rstrip()), "The front matter must be lines of `key: value`."
        )
        return FrontMatter(True, fenced.end(), faults=(fault,))
    return _mapping(node, source, offset, fenced.end())


_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _mapping(node: yaml.MappingNode, source: str, offset: int, body_start: int) -> FrontMatter:
    lines = [0, *(match.end() for match in re.finditer("\r\n|[\n\r\x85\u2028\u2029]", source))]

    def at(mark: yaml.Mark) -> int:
        return offset + min(len(source), lines[min(mark.line, len(lines) - 1)] + mark.column)

    values: dict[str, Value] = {}
    raw: dict[str, Value] = {}
    places: dict[str, tuple[int, int]] = {}
    faults: list[Fault] = []
    budget = _Budget()
    for key_node, value_node in node.value:
        start, end = at(key_node.start_mark), at(value_node.end_mark)
        end = start + len(source[start - offset : end - offset].rstrip())
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None:
            faults.append(Fault(start, end, "A key must be a plain word."))
            continue
        key = _as_known(key.strip())
        if key in values:
            faults.append(Fault(start, end, f"`{key}` stands here a second time; the first one counts."))
            continue
        try:
            values[key], raw[key] = (
                budget.value(value_node, typed=True),
                budget.value(value_node, typed=False),
            )
        except ValueError as error:
            faults.append(Fault(start, end, f"`{key}` cannot be read: {error}."))
            continue
        places[key] = (start, end)
    return FrontMatter(True, body_start, values, raw, places, tuple(faults))


def _as_known(key: str) -> str:
    return key.lower() if key.lower() in KNOWN else key


class _Budget:
    """Turns nodes into values, and gives up on what grows without end (a value that holds itself)."""

    def __init__(self) -> None:
        self.left = _MOST_NODES

    def value(self, node: yaml.Node, depth: int = 0, *, typed: bool) -> Value:
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise ValueError("it is too large or holds itself")
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1, typed=typed) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return {
                str(key.value) if isinstance(key, yaml.ScalarNode) else "": self.value(
                    item, depth + 1, typed=typed
                )
                for key, item in node.value
            }
        return _scalar(node) if typed or node.tag.endswith(":null") else str(node.value)


def _scalar(node: yaml.Node) -> Value:
    text = str(node.value)
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in {"true", "yes", "on"}
    if kind == "int" and re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    if kind == "float" and re.fullmatch(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", text):
        return float(text)
    return text


_NEVER_CLOSED = {
    "while parsing a flow sequence": "A bracket is opened here and not closed, or a comma is missing in it.",
    "while parsing a flow mapping": "A brace is opened here and not closed, or a comma is missing in it.",
    "while scanning a quoted scalar": "A quotation mark is opened here and not closed.",
}


def _explained(source: str, error: yaml.YAMLError) -> tuple[int, int, str]:
    """Return from where to where of the source a text is no YAML, and why, in an author's words."""
    opened = _NEVER_CLOSED.get(str(getattr(error, "context", None)))
    problem, marks = str(getattr(error, "problem", None)), ["problem_mark", "context_mark"]
    found = [mark for name in marks if (mark := getattr(error, name, None)) is not None]
    lines = source.splitlines(keepends=True)
    if not found or not lines:
        return 0, len(source), "The front matter cannot be read: a character in it belongs to no text."
    mark = found[-1] if opened else found[0]
    line = min(mark.line, len(lines) - 1)
    start = sum(map(len, lines[:line]))
    end = start + max(1, len(lines[line].rstrip()))
    if opened:
        return start, end, opened
    there = lines[line][mark.column : mark.column + 1]
    if "cannot start any token" in problem:
        first = (
            "A tab stands here. Write spaces." if there == "\t" else f"What begins with {there} needs quotes."
        )
        return start, end, first
    if "mapping values" in problem:
        message = (
            "A colon is out of place here. A key begins at the line’s edge; a text with a colon needs quotes."
        )
        return start, end, message
    message = "This is no line of `key: value`. A text with a colon, a # or a bracket in it needs quotes."
    return start, end, message
