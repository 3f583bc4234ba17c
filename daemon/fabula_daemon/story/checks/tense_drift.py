"""tense-drift: the narration slips from its scene's tense into the other for a sentence or more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fabula_daemon.story.checks import Setting, Sighting, page_check
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.telling import tense
from fabula_daemon.story.telling.tense import Telling, Tense
from fabula_daemon.story.text.narration import narration, speaks_without_marks
from fabula_daemon.story.text.sentences import sentences

CODE = "tense-drift"

_FEWEST = 4  # verbs that show in which tense a scene is told
_MAJORITY = 2  # times as many of its own tense as of the other
_NEAR = 4  # paragraphs around a slip in which the own tense must be seen
_FEWEST_OF_A_SLIP = 2  # verbs
_LONGEST_SLIP = 10  # sentences; more of them are meant
_LONGEST_SLIP_BACK = 3  # sentences in the past; more of them, in a story told in the present, are its past
_BETWEEN = 4  # characters between paragraphs that follow on each other
_LAYOUT_SHARE = 4  # of so many paragraphs one may be a script's, a letter's or a list's


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told in a paragraph, all else blanked out (nothing, if it is a script's or the like), and its
    verbs that are certainly past or present. `spoken` and `unmarked` tell whether speech stands in marks, or
    without.
    """

    text: str
    past: int
    present: int
    spoken: bool = False
    unmarked: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence at [start, end) of the file, in the scene's paragraph number `place`."""

    start: int
    end: int
    place: int
    quote: str
    telling: Telling
    told: str


_Scene = Sequence[Sighting[_Told]]


def observe(passage: Passage, setting: Setting) -> _Told | None:
    """Return the verbs of a paragraph's narration, None if they show no tense."""
    told = narration(passage)
    past, present = tense.count(told)
    spoken = bool(passage.spoken)
    unmarked = not spoken and speaks_without_marks(told)
    if past or present or spoken or unmarked or not told or _introduces(passage.text):
        return _Told(told, past, present, spoken, unmarked)
    return None


@page_check(CODE, observe)
def tense_drift(setting: Setting, seen: _Scene) -> Iterator[Finding]:
    """Yield a warning for each run of sentences in another tense than their scene is told in."""
    chapter = _own_tense(seen, None)
    unmarked = any(s.seen.unmarked for s in seen) and not any(s.seen.spoken for s in seen)
    if unmarked or setting.path.endswith(".fountain"):
        return
    for _, group in groupby(seen, key=lambda sighting: sighting.scene):
        scene = [s for s in group if s.seen.past or s.seen.present or not s.seen.text or _introduces(s.text)]
        own = _own_tense(scene, chapter)
        if own is None or _LAYOUT_SHARE * sum(not sighting.seen.text for sighting in scene) > len(scene):
            continue
        slips = _slips_into_present(scene) if own == "past" else _slips_into_past(scene)
        for slip in slips:
            shown = _shown(scene, own, slip)
            if shown is not None:
                yield _finding(setting, scene, slip, own, shown)


def _own_tense(seen: _Scene, chapter: Tense | None) -> Tense | None:
    """Return the tense of a clear majority of verbs; where they are few, the chapter's if they agree."""
    past = sum(sighting.seen.past for sighting in seen)
    present = sum(sighting.seen.present for sighting in seen)
    told: Tense | None = None
    if past > _MAJORITY * present:
        told = "past"
    elif present > _MAJORITY * past:
        told = "present"
    return told if past + present >= _FEWEST or told == chapter else None


def _slips_into_present(scene: _Scene) -> Iterator[list[_Sentence]]:
    for run in _runs(scene, "past"):
        if (
            sum(sentence.telling.present for sentence in run) >= _FEWEST_OF_A_SLIP
            and len(run) <= _LONGEST_SLIP
            and 3 * sum(sentence.telling.present_acts > 0 for sentence in run) >= len(run)
            and _own_around(scene, run, "past")
        ):
            yield run


def _slips_into_past(scene: _Scene) -> Iterator[list[_Sentence]]:
    """In a story told in the present, what lies behind it is told in the past: only a slip amid the action
    is certain.
    """
    for run in _runs(scene, "present"):
        if (
            len(run) <= _LONGEST_SLIP_BACK
            and sum(sentence.telling.past_acts for sentence in run) >= _FEWEST_OF_A_SLIP
            and not any(tense.goes_further_back(sentence.told) for sentence in run)
            and run[0].place == run[-1].place
            and scene[run[0].place].seen.present
            and _own_around(scene, run, "present")
        ):
            yield run


def _runs(scene: _Scene, own: Tense) -> Iterator[list[_Sentence]]:
    """Yield the longest runs of sentences with verbs of the other tense alone."""
    run: list[_Sentence] = []
    held: list[_Sentence] = []  # sentences without a verb, part of the run if it goes on
    for place, sighting in enumerate(scene):
        if not (sighting.seen.present if own == "past" else sighting.seen.past) or _is_introduced(
            scene, place
        ):
            if run:
                yield run
            run, held = [], []
            continue
        for sentence in _sentences(sighting, place):
            its_own, other = _verbs(sentence.telling, own)
            if its_own or (sentence.telling.timeless and other):
                if run:
                    yield run
                run, held = [], []
            elif other:
                run, held = [*run, *held, sentence], []
            elif run:
                held.append(sentence)
    if run:
        yield run


def _is_introduced(scene: _Scene, place: int) -> bool:
    before, here = scene[place - 1] if place else None, scene[place]
    return (
        before is not None
        and here.start - before.start - len(before.text) <= _BETWEEN
        and _introduces(before.text)
    )


def _introduces(text: str) -> bool:
    """Whether what follows on a paragraph is likely to be a document, or somebody's words."""
    return text.rstrip().endswith(":")


def _verbs(telling: Telling, own: Tense) -> tuple[int, int]:
    return (telling.past, telling.present) if own == "past" else (telling.present, telling.past)


def _sentences(sighting: Sighting[_Told], place: int) -> Iterator[_Sentence]:
    for start, end in sentences(sighting.text):
        told = sighting.seen.text[start:end]
        quote = sighting.text[start:end]
        yield _Sentence(sighting.start + start, sighting.start + end, place, quote, tense.tell(told), told)


def _own_around(scene: _Scene, run: list[_Sentence], own: Tense) -> bool:
    """Whether the own tense is seen near before a run, and near behind it unless the scene ends there."""
    first, last = run[0], run[-1]
    before = [s for s in _sentences(scene[first.place], first.place) if s.end <= first.start]
    behind = [s for s in _sentences(scene[last.place], last.place) if s.start >= last.end]
    earlier, later = scene[max(0, first.place - _NEAR) : first.place], scene[last.place + 1 :][:_NEAR]
    if before and all(_verbs(before[-1].telling, own)):
        return False  # one sentence mixes the tenses: what follows is a general truth, or a thought
    shown_before = any(_verbs(s.telling, own)[0] for s in before) or _any_of(earlier, own)
    shown_behind = any(_verbs(s.telling, own)[0] for s in behind)
    if not shown_before:
        return shown_behind and not (before or earlier)
    return shown_behind or _any_of(later, own) or not (later or behind)


def _any_of(seen: _Scene, own: Tense) -> bool:
    return any(sighting.seen.past if own == "past" else sighting.seen.present for sighting in seen)


def _shown(scene: _Scene, own: Tense, run: list[_Sentence]) -> _Sentence | None:
    """Return the sentence nearest to a run that shows the scene's own tense."""
    first, last = run[0], run[-1]
    for place in range(first.place, max(-1, first.place - _NEAR - 1), -1):
        for sentence in reversed(list(_sentences(scene[place], place))):
            its_own, other = _verbs(sentence.telling, own)
            if sentence.end <= first.start and its_own and not other:
                return sentence
    for place in range(last.place, min(len(scene), last.place + _NEAR + 1)):
        for sentence in _sentences(scene[place], place):
            its_own, other = _verbs(sentence.telling, own)
            if sentence.start >= last.end and its_own and not other:
                return sentence
    return None


def _finding(setting: Setting, scene: _Scene, run: list[_Sentence], own: Tense, shown: _Sentence) -> Finding:
    sighting = scene[run[0].place]
    here = [sentence for sentence in run if sentence.place == run[0].place]
    start, end = here[0].start, here[-1].end
    other = "present" if own == "past" else "past"
    return Finding(
        path=setting.path,
        start=start,
        end=end,
        text=sighting.text[start - sighting.start : end - sighting.start],
        code=CODE,
        severity=Severity.WARNING,
        message=f"The scene is told in the {own} tense, and this in the {other}.",
        evidence=tuple(
            Evidence(setting.path, sentence.start, sentence.end, sentence.quote)
            for sentence in (here[0], shown)
        ),
    )
