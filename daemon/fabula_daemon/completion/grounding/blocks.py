"""The blocks of a prompt: what each may tell, and what of it fits.

A block has a heading and lines. What may stand in it are entries, each with a weight; those of the least
weight are taken first, as long as they fit, and every entry that is not taken is reported.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fabula_daemon.completion.grounding.inert import inert, inert_line

Count = Callable[[str], int]
"""Returns the number of a model's tokens in a text."""

LONGEST = 240  # characters of an entry that stands on a line with others
LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a prompt may tell: `text` as the model reads it, `label` as the author is told of it.

    Entries with the same `line` stand behind each other on one line; it begins with `line` and a colon,
    unless that begins with a line end. Entries without have lines of their own. Those of the least `weight`
    come first when there is little room. `cut` tells that the text was longer.
    """

    text: str
    label: str
    line: str = ""
    weight: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """What may stand under one heading, in the order in which it is to stand there.

    `between` stands between the entries of one line. In a `strict` one, nothing of more weight follows what
    does not fit. `omitted` belongs in it too, and was left out beforehand.
    """

    heading: str
    entries: tuple[Entry, ...] = ()
    between: str = "; "
    strict: bool = False
    omitted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One headed block of the prompt. `told` are the labels of what stands in it, `left_out` those of what
    belongs in it and did not fit.
    """

    heading: str
    lines: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The block as the model reads it, with the blank line behind it; nothing if it is empty."""
        return "\n".join((self.heading, *self.lines)) + "\n\n" if self.lines else ""


def entry(text: str, label: str, *, line: str = "", weight: int = 0) -> Entry:
    """Return an entry of what an author wrote, made inert and, if it is long, shortened."""
    whole = inert_line(text)
    told = shortened(whole, LONGEST)
    return Entry(told, shortened(label, LONGEST_LABEL), inert_line(line), weight, cut=told != whole)


def shortened(text: str, longest: int) -> str:
    """Return a text of so many characters at most, cut between two words where there are words."""
    if len(text) <= longest:
        return text
    space = text.rfind(" ", longest // 2, longest)
    return f"{text[: space if space > 0 else longest - 1]}…"


def fit(block: Block, room: int, count: Count) -> Part:
    """Return what of a block has at most `room` tokens."""
    kept: set[int] = set()
    begun: set[str] = set()
    left_out: list[str] = []
    room -= count(f"{block.heading}\n\n")
    full = False
    for at, one in sorted(enumerate(block.entries), key=lambda numbered: numbered[1].weight):
        cost = _cost(one, block.between, count, begun)
        if full or cost > room:
            left_out.append(one.label)
            full = full or block.strict
            continue
        room -= cost
        kept.add(at)
        begun.add(one.line)
        if one.cut:
            left_out.append(f"the end of {one.label}")
    taken = [one for at, one in enumerate(block.entries) if at in kept]
    told = dict.fromkeys(one.label for one in taken)
    return Part(
        block.heading,
        tuple(_lines(taken, block.between)),
        tuple(dict.fromkeys((*(_rest(label, told) for label in left_out), *block.omitted))),
        tuple(told),
    )


def fit_all(
    blocks: Sequence[Block], room: int, count: Count, *, shares: Mapping[str, int], growing: Sequence[str]
) -> tuple[Part, ...]:
    """Return what of several blocks has at most `room` tokens.

    Of that, each may take its share, by its heading; of what is left, those that are `growing` may take as
    much again, in that order.
    """
    whole = sum(shares.values())
    share = [room * shares[block.heading] // whole for block in blocks]
    parts = [fit(block, part, count) for block, part in zip(blocks, share, strict=True)]
    free = room - sum(count(part.text) for part in parts)
    wanting = (at for at, block in enumerate(blocks) if parts[at].left_out and block.heading in growing)
    for at in sorted(wanting, key=lambda at: growing.index(blocks[at].heading)):
        used = count(parts[at].text)
        parts[at] = fit(blocks[at], min(2 * share[at], used + max(0, free)), count)
        free += used - count(parts[at].text)
    while count("".join(part.text for part in parts)) > max(0, room):
        # Together they have more tokens than one by one: few tokenizers do that, and by few tokens.
        last = max(at for at, part in enumerate(parts) if part.lines)
        parts[last] = _empty(parts[last])
    return tuple(parts)


def _rest(label: str, told: Container[str]) -> str:
    """Return the label of what is left out of something that may be told in part."""
    return f"the rest of {label}" if label in told else label


def _empty(part: Part) -> Part:
    return replace(part, lines=(), told=(), left_out=tuple(dict.fromkeys((*part.told, *part.left_out))))


def _cost(one: Entry, between: str, count: Count, begun: set[str]) -> int:
    if not one.line:
        return count(f"{one.text}\n")
    cost = count(f"{between}{one.text}")
    return cost if one.line in begun else cost + count("\n" if one.line[0] == "\n" else f"{one.line}:\n")


def _lines(entries: Iterable[Entry], between: str) -> Iterator[str]:
    lines: dict[str, list[str]] = {}
    for number, one in enumerate(entries):
        lines.setdefault(one.line or f"\n\n{number}", []).append(one.text)
    for line, texts in lines.items():
        told = between.join(texts)
        yield inert(told if line[0] == "\n" else f"{line}: {told}")
