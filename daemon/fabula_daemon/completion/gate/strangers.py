"""Who in a text has no business at the cursor: somebody nobody knows, or somebody who cannot be there.

Names are read by the same `mentions` as the diagnostics, and who is dead by now or not introduced yet is
judged as the checks judge it. Of the paragraph before the cursor no more is read than bears on what follows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fabula_daemon.completion.why import Rejected, Stranger
from fabula_daemon.story.checks import Setting, deceased_active, unintroduced_mention
from fabula_daemon.story.checks.unknown_character import class_of
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.candidates import candidates
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables.english import PARTICLES, SPEECH_VERBS
from fabula_daemon.story.telling.frames import opens_another_time
from fabula_daemon.story.text.narration import narration
from fabula_daemon.story.text.prose import Paragraph
from fabula_daemon.story.text.sentences import dialogue, sentences

Read = Callable[[str], Sequence[Mention]]

CONTEXT = 80  # characters before a place that bear on how what follows is read
_SENTENCES = 2  # whole ones before that, by which a check tells what is remembered
_CLASSES = {"fresh": Stranger.FRESH, "drafts": Stranger.DRAFT, "model-default": Stranger.DEFAULT}
# A name has come to its end: a whole word in small letters follows, or a mark that no name contains.
_OVER = re.compile(
    rf"(?:[’']s)?(?:\s+(?!(?:{'|'.join(sorted(PARTICLES))})\b)[a-zà-ÿ]\w*\W|\s+[“‘(]|[,;:!?…”)—–]|\.\s+\W*\w)"
)
_SPEAKS = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH_VERBS))})\s+the\s+(?=[A-Z])")


class Found(NamedTuple):
    """A stranger at [start, end) of what follows the cursor; `start` is less than 0 if the author has written
    the beginning of the name.
    """

    start: int
    end: int
    rejected: Rejected


class Welcome(NamedTuple):
    """Somebody known at [start, end) of what follows the cursor. Of the `dead` it takes a whole sentence to
    tell whether they can be there.
    """

    start: int
    end: int
    dead: bool


class Strangers:
    """Looks for strangers in what may follow `before`, the beginning of a paragraph.

    Without a `setting`, who is known is welcome. `opening` is the first paragraph of the scene, if it is not
    this one: it tells whether the scene plays in another time.
    """

    def __init__(self, before: str, read: Read, setting: Setting | None = None, *, opening: str = "") -> None:
        self.before, self.setting = before, setting
        self._read, self._opening = read, opening
        self._lead = _lead(before)
        self._last: tuple[str, Sequence[Mention]] = ("", ())

    def first(self, text: str, *, after: str = "", ended: bool) -> Found | None:
        """Return the first stranger in which `text`, put between `before` and `after`, has a part.

        Whether the dead do anything is known only where a sentence has `ended`.
        """
        begin = len(self._lead)
        whole = self._lead + text + after[: 2 * CONTEXT]
        mentions = self._mentions(whole)
        for start, end in _speakers(whole):  # “said the Ashby” is nobody to who counts names, and speaks
            known = any(mention.known and mention.start < end and start < mention.end for mention in mentions)
            if not known and start < begin + len(text) and begin < end:
                return Found(start - begin, end - begin, Rejected(whole[start:end], Stranger.FRESH))
        for mention in mentions:
            if begin < mention.end and mention.start < begin + len(text):
                stranger = self._stranger(whole, mention, mentions, ended=ended)
                if stranger is not None:
                    rejected = Rejected(mention.text, stranger)
                    return Found(mention.start - begin, mention.end - begin, rejected)
        return None

    def welcome(self, text: str) -> list[Welcome]:
        """Return where people are named in `text`, put behind `before`, whom the story knows."""
        begin = len(self._lead)
        return [
            Welcome(mention.start - begin, mention.end - begin, self._is_dead(mention))
            for mention in self._mentions(self._lead + text)
            if mention.known and mention.end > begin
        ]

    def border(self, text: str, at: int) -> int:
        """Return `at`, or the beginning of the name in `text` that a cut there would halve."""
        begin = len(self._lead)
        mentions = self._read(self._lead + text) if at < len(text) else ()
        return next((max(0, m.start - begin) for m in mentions if m.start < begin + at < m.end), at)

    def _mentions(self, whole: str) -> Sequence[Mention]:
        if self._last[0] != whole:
            self._last = (whole, self._read(whole))
        return self._last[1]

    def _stranger(
        self, whole: str, mention: Mention, mentions: Sequence[Mention], *, ended: bool
    ) -> Stranger | None:
        if not mention.known:
            return _CLASSES[class_of(mention.text, self.setting)] if self.setting else Stranger.FRESH
        early, dead = self._is_early(mention), ended and self._is_dead(mention)
        if not early and not dead:
            return None
        passage = Passage(Paragraph(0, whole), tuple(mentions))
        if passage.is_claim(mention.start):
            return None
        acts = dead and deceased_active.act_of_the_dead(passage, mention) and not self._is_elsewhen()
        return Stranger.ABSENT if early or acts else None

    def _is_early(self, mention: Mention) -> bool:
        """Whether somebody is introduced in a later chapter."""
        setting = self.setting
        if setting is None or setting.number is None or mention.entity is None:
            return False
        introduced = unintroduced_mention.introductions(setting.canon).get(mention.entity, 0)
        return introduced > setting.number and unintroduced_mention.CODE not in setting.off

    def _is_dead(self, mention: Mention) -> bool:
        """Whether somebody has died before this chapter."""
        if self.setting is None or mention.entity is None or deceased_active.CODE in self.setting.off:
            return False
        died = deceased_active.deaths(self.setting.canon).get(mention.entity)
        return died is not None and deceased_active.is_behind(self.setting, died)

    def _is_elsewhen(self) -> bool:
        """Whether the scene plays in another time, in which the dead are alive."""
        first = Passage(Paragraph(0, self._opening or self.before), ())
        return opens_another_time(narration(first))


def _speakers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand behind “said the” and the like."""
    ends = {match.end() for match in _SPEAKS.finditer(text)}
    if ends:
        yield from ((c.start, c.end) for c in candidates(text) if c.start in ends)


def is_over(text: str, at: int) -> bool:
    """Whether a name that ends there, in a text that is being written, cannot become a longer one."""
    return _OVER.match(text, at) is not None


def _lead(before: str) -> str:
    """Return the end of a paragraph's beginning, from the start of a sentence on, as far as it bears on what
    follows; with the mark of quotation before it, if somebody is speaking there.
    """
    if len(before) <= 2 * CONTEXT:
        return before
    starts = [start for start, _ in sentences(before) if start <= len(before) - CONTEXT]
    start = starts[-1 - _SENTENCES] if len(starts) > _SENTENCES else 0
    mark = next((before[a] for a, b in dialogue(before) if a < start < b), "")
    return mark + before[start:]
