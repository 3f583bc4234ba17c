"""`fabula check --deep`: a model is asked about pairs of statements, one at a time, and believed where it
quotes both.

A finding whose quotations cannot be found again, letter by letter, in the statements it was asked about is
dropped. Whatever goes wrong with the model is a line for the author, never an error.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from fabula_daemon.deep_model import Silence, Verdict
from fabula_daemon.reading import Reading
from fabula_daemon.story import questions, waivers
from fabula_daemon.story.answers.proposals import Chapter
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.questions import Pair, Statement

CODE = "deep-contradiction"

_PATIENCE = 3
_LONGEST_REASON = 200
_QUOTED = re.compile(r"\A[\s\"'“”‘’«»`]+|[\s\"'“”‘’«»`]+\Z")
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\u00a0-\ud7ff\ue000-\uffff]+")

Ask = Callable[[Pair], Verdict | Silence]
"""Asks the model about a pair."""


@dataclass
class Outcome:
    """What the model made of the pairs: of how many it was asked, and how many of its answers were which."""

    pairs: int
    asked: int = 0
    findings: list[Finding] = field(default_factory=list)
    unquoted: int = 0
    silences: Counter[str] = field(default_factory=Counter)

    def describe(self) -> str:
        """Return in a line or two how it went."""
        found = len(self.findings)
        line = f"The model was asked about {_counted(self.asked, 'pair')} of statements"
        line += f" of {self.pairs}" if self.asked < self.pairs else ""
        if self.asked and self.asked == self.silences.total():
            line += " and answered nothing that can be used."
        else:
            line += f" and found {_counted(found, 'contradiction') if found else 'nothing'}."
        if self.unquoted:
            were = "was" if self.unquoted == 1 else "were"
            line += f" {_counted(self.unquoted, 'answer')} did not quote the text and {were} dropped."
        return "\n".join([line, *(f"{_counted(n, 'time')}: {why}" for why, n in self.silences.items())])


def pairs_of(reading: Reading, only: AbstractSet[str] | None = None) -> list[Pair]:
    """Return the pairs of statements of a story, or of its chapters at `only`, for a model to look at."""
    chapters = [
        Chapter(path, number, passages)
        for path, passages in reading.passages.items()
        if (number := reading.world.numbers.get(path)) is not None
    ]
    world = reading.world
    return questions.pairs(chapters, world.canon, most=world.settings.checks.deep_pairs, only=only)


def deepened(reading: Reading, found: Iterable[Finding]) -> Reading:
    """Return a reading with more findings, less those that the author has switched off or waived."""
    world = reading.world
    standing, waived = waivers.apply(world.unsilenced(found), world.waivers, reading.texts)
    order = {entry.path: place for place, entry in enumerate(world.entries)}
    findings = sorted((*reading.findings, *standing), key=lambda one: (order.get(one.path, -1), one.order))
    return replace(reading, findings=tuple(findings), waived=reading.waived + len(waived))


def judge(pairs: Iterable[Pair], ask: Ask, progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Ask about each pair; after some answers in a row that did not come, ask no more."""
    pairs = list(pairs)
    outcome, unanswered = Outcome(len(pairs)), 0
    for pair in pairs:
        if progress:
            progress(outcome.asked, len(pairs))
        answer = ask(pair)
        outcome.asked += 1
        if isinstance(answer, Silence):
            outcome.silences[answer.why] += 1
            unanswered = unanswered + 1 if answer.is_lasting else 0
            if unanswered >= _PATIENCE:
                break
            continue
        unanswered = 0
        if answer.contradicts:
            found = finding(pair, answer)
            outcome.findings += [found] if found else []
            outcome.unquoted += found is None
    return outcome


def finding(pair: Pair, verdict: Verdict) -> Finding | None:
    """Return what a verdict says of a pair; None if it does not quote both statements."""
    story = _found(verdict.first, pair.story, least=2)
    other = _found(verdict.second, pair.other, least=1)
    if story is None or other is None:
        return None
    reason = " ".join(_UNPRINTABLE.sub(" ", verdict.reason).split())[:_LONGEST_REASON].rstrip(". ")
    because = f": {reason}" if reason else ""
    return Finding(
        path=story.path,
        start=story.start,
        end=story.end,
        text=story.quote,
        code=CODE,
        severity=Severity.INFORMATION,
        message=f"A model thinks that this contradicts {pair.other.where}, “{_line(other.quote)}”{because}.",
        evidence=(story, other),
        data={"subject": pair.subject},
    )


def _found(quote: str, statement: Statement, *, least: int) -> Evidence | None:
    """Return where a quotation stands in a statement: letter by letter, whatever spaces it is broken by."""
    for words in (quote.split(), _QUOTED.sub("", quote).split()):
        letters = "".join(words)
        if len(words) < least or len(letters) > len(statement.text) or not any(map(str.isalnum, letters)):
            continue
        found = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", statement.text)
        if found:
            start = statement.start + found.start()
            return Evidence(statement.path, start, start + len(found[0]), found[0])
    return None


def _line(text: str) -> str:
    return " ".join(text.split())


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
