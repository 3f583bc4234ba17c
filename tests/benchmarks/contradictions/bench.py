"""contradiction_recall and contradiction_precision: how many changes that make a story contradict its world
are found, and how many findings are about nothing.

A change is found if a finding of the right code touches the changed sentence. Precision is
right / (right + other findings that only the changes caused + findings on harmless sentences).
"""

import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.contradictions import (
    distractors,
    forms,
    idiom_forms,
    in_place,
    injecting,
    later_forms,
    scoring,
    stories,
)
from tests.benchmarks.contradictions.filling import Task
from tests.benchmarks.contradictions.injecting import Change
from tests.benchmarks.contradictions.scoring import Answer, Outcome

SEED = "1"
TASKS = (
    *injecting.tasks(forms.FORMS, distractors.DISTRACTORS),
    *injecting.tasks(later_forms.LATER, later_forms.LATER_DISTRACTORS),
    *injecting.tasks(idiom_forms.FORMS, idiom_forms.DISTRACTORS),
)
_FIRST = frozenset(injecting.tasks(forms.FORMS, {}))
NOVELS = Path(__file__).parents[4] / "shared" / "data" / "novels"
EXAMPLE = Path(__file__).parents[3] / "world"
REPORT = Path(".bench") / "contradictions.json"


@dataclass(frozen=True)
class Score:
    """The outcome over all stories."""

    answers: tuple[Answer, ...]
    elsewhere: tuple[tuple[str, scoring.Record], ...]

    @property
    def injected(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if not answer.change.task.harmless)

    @property
    def harmless(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.change.task.harmless)

    @property
    def recall(self) -> float:
        return _share(self.injected)

    @property
    def precision(self) -> float:
        right = sum(bool(answer.right) for answer in self.injected)
        false = sum(len(answer.wrong) for answer in self.answers) + len(self.elsewhere)
        return right / max(right + false, 1)

    def recall_by(self, key: Callable[[Answer], str]) -> dict[str, float]:
        groups: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.injected:
            groups[key(answer)].append(answer)
        return {name: _share(group) for name, group in groups.items()}


def figures() -> dict[str, float]:
    """Return the figures, and write recall by form to .bench/contradictions.json."""
    scored = score(sources())
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report(scored), indent=1, ensure_ascii=False) + "\n", "utf-8")
    by_kind = scored.recall_by(lambda answer: answer.change.task.kind)
    return {
        "contradiction_recall": scored.recall,
        "contradiction_precision": scored.precision,
        "contradiction_recall_first_forms": _share([a for a in scored.injected if a.change.task in _FIRST]),
        "contradiction_injections": len(scored.injected),
        **{f"contradiction_recall_{kind}": share for kind, share in by_kind.items()},
    }


def novels() -> list[Path]:
    """Return the novels that have a world; they lie beside the repository, not in it."""
    found = sorted(folder for folder in NOVELS.glob("*") if (folder / "world").is_dir())
    if not found:
        raise FileNotFoundError(f"no novel with a world at {NOVELS}; the figures of contradictions need two")
    return found


def sources() -> list[Path]:
    """Return the novels that have a world, and the example story."""
    return [*novels(), EXAMPLE]


def score(
    roots: Sequence[Path],
    tasks: Sequence[Task] = TASKS,
    *,
    seed: str = SEED,
    kinds: Sequence[str] = (),
) -> Score:
    """Write every form into every story, and see what is found."""
    wanted = [t for t in tasks if not kinds or t.kind in kinds]
    answers: list[Answer] = []
    elsewhere: list[tuple[str, scoring.Record]] = []
    for root in roots:
        with tempfile.TemporaryDirectory() as folder:
            for outcome in _outcomes(root, Path(folder) / root.name, wanted, seed, kinds):
                answers += outcome.answers
                elsewhere += outcome.elsewhere
    return Score(tuple(answers), tuple(elsewhere))


def _outcomes(
    root: Path, copy: Path, tasks: Sequence[Task], seed: str, kinds: Sequence[str]
) -> list[Outcome]:
    chance = random.Random(f"{seed}|{root.name}")
    story = stories.enrich(stories.read(stories.copy(root, copy)), chance)
    stated = [iter([c]) for c in in_place.found(story, seed) if not kinds or c.task.kind in kinds]
    added = [injecting.changes(story, task, f"{seed}|{root.name}") for task in tasks]
    chance.shuffle(added)
    before = scoring.baseline(story)
    return [scoring.read(story, batch, before) for batch in scoring.batches([*stated, *added])]


def report(scored: Score) -> dict[str, object]:
    """Return recall by kind and form, what was missed, and every false alarm."""
    return {
        "recall": scored.recall,
        "precision": scored.precision,
        "by_kind": scored.recall_by(lambda answer: answer.change.task.kind),
        "by_form": scored.recall_by(lambda a: f"{a.change.task.kind}: {a.change.task.form}"),
        "by_story": scored.recall_by(lambda answer: answer.story),
        "missed": [described(answer) for answer in scored.injected if not answer.right],
        "false": [
            {**described(answer), "code": record["code"], "message": record["message"]}
            for answer in scored.answers
            for record in answer.wrong
        ],
        "elsewhere": [
            {"story": story, "path": r["path"], "text": r["text"], "code": r["code"], "message": r["message"]}
            for story, r in scored.elsewhere
        ],
    }


def described(answer: Answer) -> Mapping[str, str]:
    """Return what was written where, and why it is harmless if it is."""
    change = answer.change
    return {
        "kind": change.task.kind,
        "form": change.task.form,
        "harmless": change.task.harmless,
        "who": change.who,
        "sentence": change.sentence,
        "context": _around(change),
        "story": answer.story,
        "path": f"{change.chapter.path}, paragraph {change.paragraph + 1}",
    }


def _around(change: Change) -> str:
    """Return what stands before a changed sentence or word, that in brackets, and what stands behind."""
    text = change.chapter.text
    before = text[max(0, change.start - 120) : change.start] + change.text[: change.at]
    after = change.text[change.at + change.length :] + text[change.end : change.end + 60]
    return " ".join(f"…{before}[{change.sentence}]{after}…".split())


def _share(answers: Sequence[Answer]) -> float:
    return sum(bool(answer.right) for answer in answers) / max(len(answers), 1)
