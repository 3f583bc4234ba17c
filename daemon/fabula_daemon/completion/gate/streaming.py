"""What may be given out of a continuation while it is written.

Text passes as it comes. What may be, or become, a name is held back until that is settled. At a stranger the
model stops, and continues from what has been given out with the name banned.
"""

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.engines import Engine, Piece, Prompt, Usage
from fabula_daemon.completion.gate.bans import refused
from fabula_daemon.completion.gate.candidate import RETRIES
from fabula_daemon.completion.gate.cutting import sentence_ends
from fabula_daemon.completion.gate.strangers import Found, Read, Strangers, Welcome, is_over
from fabula_daemon.completion.grounding.prompt import opening_of
from fabula_daemon.completion.why import Rejected
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.tables.english import FUNCTION_WORDS, GIVEN_NAMES, PARTICLES
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS

_APART = 1 << 20  # between the seeds of two draws, so that they are not those of other choices
REFUSED = "refused"  # how a continuation ends that named too many strangers

_SEEN = 32  # characters behind a name that bear on whether it is one
_LONG = 400  # characters of a paragraph, after which those given out are only looked back to
_PARTICLE = "|".join(sorted(PARTICLES))
_CAPITALISED = r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_WORD = re.compile(_CAPITALISED)
_RUN = re.compile(rf"{_CAPITALISED}(?:\.?\s+(?:(?:{_PARTICLE})\s+){{0,2}}{_CAPITALISED})*")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_BEGUN = re.compile(_CAPITALISED + r"\Z")
_LEADING = re.compile(r"[\s“\"‘'«(]+\Z")


class Release:
    """Text that comes in pieces behind `before`, the beginning of a paragraph, and is given out when it is
    settled. At a stranger nothing more is: then `rejected` is the name.
    """

    def __init__(self, before: str, read: Read, setting: Setting | None = None, *, opening: str = "") -> None:
        self._before, self._read, self._setting, self._scene = before, read, setting, opening
        self.rejected: Rejected | None = None
        self._begin("")

    def add(self, piece: str) -> str:
        """Take the next piece. Return what is settled now."""
        return self._take(piece, ended=False)

    def finish(self) -> str:
        """Return what is left: no more comes."""
        return self._take("", ended=True)

    def _take(self, piece: str, *, ended: bool) -> str:
        self._line += piece
        given = ""
        while self.rejected is None:
            line, newline, rest = self._line.partition("\n")
            given += self._settled(line, ended=ended or bool(newline))
            if not newline or self.rejected:
                break
            given += newline
            self._scene = self._scene or self._before + line
            self._before = ""
            self._begin(rest)
        return given

    def _begin(self, line: str) -> None:
        self._line, self._given, self._looked = line, 0, 0
        self._head = _ending(_BEGUN, self._before)
        self._strangers = Strangers(self._before, self._read, self._setting, opening=self._scene)

    def _settled(self, line: str, *, ended: bool) -> str:
        """Return what of the paragraph can be given out that has not been."""
        begin = self._given
        to = len(line)
        if (self._head and not begin) or any(map(str.isupper, line[begin:])):
            if not ended and _goes_on_with_a_word(line, self._looked):
                return ""
            self._looked = to
            found = self._strangers.first(line, ended=ended) or self._dead(line)
            if found and (ended or found.end + _SEEN <= len(line) or is_over(line, max(0, found.end))):
                to = self._refuse(found, line)
            elif not ended:
                to = self._unsettled(line)
        if to > 0 and (to < len(line) or not ended):
            to -= len(_ending(_LEADING, line[:to]))
        self._given = max(begin, to)
        given = line[begin : self._given]
        if self._given > _LONG:
            self._go_on()
        return given

    def _refuse(self, found: Found, line: str) -> int:
        """Return where the first stranger stands, also by what is read without the one found."""
        first: Found | None = found
        while first:
            found, first = first, self._strangers.first(line[: max(0, first.start)], ended=True)
        self.rejected = found.rejected
        return found.start

    def _dead(self, line: str) -> Found | None:
        """Return who among the dead does something in the sentences that have ended."""
        ends = sentence_ends(line, self._before)
        return (
            self._strangers.first(line[: ends[-1]], ended=True) if ends and ends[-1] > self._given else None
        )

    def _go_on(self) -> None:
        """Count what has been given out to what stands before, up to the end of a sentence."""
        ends = [end for end in sentence_ends(self._line, self._before) if end <= self._given]
        if ends:
            self._before += self._line[: ends[-1]]
            given = self._given - ends[-1]
            self._begin(self._line[ends[-1] :])
            self._given = given

    def _unsettled(self, line: str) -> int:
        """Return where the first word stands that may yet become a stranger's name, or the end."""
        known = self._strangers.welcome(line)
        begun = len(self._head)
        for run in _RUN.finditer(self._head + line, self._given and self._given + begun):
            start, end = run.start() - begun, run.end() - begun
            within = [name for name in known if name.start < end and start < name.end]
            words = [(start + word.start(), word[0]) for word in _WORD.finditer(run[0])]
            others = [word for at, word in words if not any(_covers(name, at, word) for name in within)]
            if not self._is_over(line, end, within, others):
                return max(0, min([start, *(name.start for name in within)]))
        return len(line)

    def _is_over(self, line: str, end: int, within: Sequence[Welcome], others: Sequence[str]) -> bool:
        """Whether nothing to come can change who is named by the run that ends there; `within` it are those
        known, `others` its other words.
        """
        if any(name.dead for name in within):
            ends = sentence_ends(line, self._before)
            return bool(ends) and ends[-1] >= end
        if not within and end < len(line) and FUNCTION_WORDS.issuperset(map(str.casefold, others)):
            return True
        if all(map(_is_ordinary, others)):
            return is_over(line, max([end, *(name.end for name in within)]))
        return end + _SEEN <= len(line)


def _goes_on_with_a_word(text: str, since: int) -> bool:
    """Whether no more than letters of one word have come since: they settle nothing."""
    return since > 0 and text[since - 1 :].isalnum()


def _covers(name: Welcome, at: int, word: str) -> bool:
    """Whether a word that stands there is part of a known name, or its possessive."""
    return name.start <= at and at + len(_POSSESSIVE.sub("", word)) <= name.end


def _is_ordinary(word: str) -> bool:
    folded = word.casefold()
    return (folded in ORDINARY_WORDS or folded in FUNCTION_WORDS) and folded not in GIVEN_NAMES


def _ending(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _continued(
    prompt: Prompt, given: str, left: int, draw: int, rejected: Sequence[Rejected], setting: Setting | None
) -> Prompt:
    """Return what to ask for in a further draw, behind `given`, the beginning of an answer to `prompt`, of
    which `left` tokens are left.
    """
    written = prompt.text + prompt.opening + given
    opening = opening_of(written) if given else prompt.opening
    names = [one.name for one in rejected]
    banned = refused(names, setting.canon, opening) if setting else names
    return replace(
        prompt,
        text=written[: len(written) - len(opening)],
        opening=opening,
        banned=(*prompt.banned, *banned),
        max_tokens=left,
        seed=prompt.seed + draw * _APART,
    )


async def stream(
    engine: Engine,
    prompt: Prompt,
    cursor: Cursor,
    read: Read,
    setting: Setting | None,
    rejected: list[Rejected],
) -> AsyncGenerator[Piece, None]:
    """Yield the continuation of `prompt` at `cursor` without strangers; those refused go into `rejected`.

    The last piece is without text, and tells how it ended: “stop”, “length”, or REFUSED. Its usage is that of
    all draws together. Raises ModelError as the engine does.
    """
    given, usage = "", Usage()
    opening = next(iter(cursor.earlier[cursor.scene :]), "")
    for draw in range(1 + RETRIES):
        left = prompt.max_tokens - engine.count(given)
        if left <= 0:
            yield Piece("", finish="length", usage=usage)
            return
        asked = _continued(prompt, given, left, draw, rejected, setting)
        release, finish = _release_behind(given, cursor, read, setting, opening), "stop"
        async with aclosing(engine.stream(asked)) as pieces:
            async for piece in pieces:
                usage.generated += piece.tokens
                _count(usage, piece.usage)
                text = release.add(piece.text)
                given += text
                if text:
                    yield Piece(text, piece.logprob, piece.tokens)
                finish = piece.finish or finish
                if release.rejected:
                    break
        if not release.rejected and (text := release.finish()):
            given += text
            yield Piece(text)
        if release.rejected is None:
            yield Piece("", finish=finish, usage=usage)
            return
        rejected.append(release.rejected)
        if finish == "length":  # half a name that the last token left
            yield Piece("", finish=finish, usage=usage)
            return
    yield Piece("", finish=REFUSED, usage=usage)


def _release_behind(given: str, cursor: Cursor, read: Read, setting: Setting | None, opening: str) -> Release:
    before, newline, rest = (cursor.before + given).rpartition("\n")
    if not newline:
        return Release(rest, read, setting, opening=opening)
    return Release(rest, read, setting, opening=opening or before.partition("\n")[0])


def _count(usage: Usage, of_one: Usage | None) -> None:
    if of_one:
        usage.prompt += of_one.prompt
        usage.reused += of_one.reused
        usage.cut += of_one.cut
