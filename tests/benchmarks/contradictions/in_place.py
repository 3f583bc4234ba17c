"""Where a novel itself states a fact, the fact is changed in its own sentence."""

import random
import re
from collections.abc import Iterator

from tests.benchmarks.contradictions import values
from tests.benchmarks.contradictions.filling import Task, slipped, slots
from tests.benchmarks.contradictions.injecting import IN_PLACE, Change
from tests.benchmarks.contradictions.stories import Chapter, Person, Story, named

_MOST = 6  # changes of one kind and story
_SPEECH = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_OWN = (
    r"shook|nodded|raised|lifted|lowered|shrugged|folded|cleared|bowed|knitted|bit|rubbed|closed|opened|"
    r"rose to|took off|put on|drew on|pulled on|threw back|squared"
)
_BODY = r"head|shoulders|arms|eyes|brows?|lips?|feet|throat|hat|coat|gloves|chair"


def found(story: Story, seed: str) -> Iterator[Change]:
    """Yield the changes that can be made where the story itself states a declared fact."""
    for kind in ("eyes", "hair", "pronoun", "misspelled"):
        chance = random.Random(f"{seed}|{kind}|{IN_PLACE}")
        task = Task(kind, IN_PLACE)
        possible = [
            change for chapter in story.chapters for change in _of_chapter(story, task, chapter, chance)
        ]
        chance.shuffle(possible)
        yield from possible[:_MOST]


def _of_chapter(story: Story, task: Task, chapter: Chapter, chance: random.Random) -> Iterator[Change]:
    people = [person for person in story.people if chapter.number in person.chapters]
    for at, paragraph in enumerate(chapter.paragraphs):
        spoken = [match.span() for match in _SPEECH.finditer(paragraph.text)]
        there = [person for person in people if named(person, paragraph.text)]
        if len(there) != 1 or (task.kind == "pronoun" and spoken):
            continue
        for start, end, new in _swaps(story, task, there[0], chapter, paragraph.text, chance):
            if any(a < end and start < b for a, b in spoken) and task.kind != "misspelled":
                continue
            where = paragraph.start + start
            yield Change(task, there[0].name, chapter, at, where, paragraph.start + end, new, 0, len(new))
            break


def _swaps(
    story: Story, task: Task, person: Person, chapter: Chapter, text: str, chance: random.Random
) -> Iterator[tuple[int, int, str]]:
    """Yield what in a paragraph could be replaced by what."""
    if task.kind == "misspelled":
        slip = slipped(story, person.short, chance.choice([s for s in values.SLIPS if s != "lower"]), chance)
        first = named(person, text)
        if slip is not None and first is not None:
            yield first.start(), first.end(), slip
        return
    if task.kind == "pronoun":
        they, _, their, themself, _ = person.pronouns
        if they == "they":
            return
        wrong = {"his": "her", "her": "his", "himself": "herself", "herself": "himself"}
        subject = rf"(?:^|[.!?] ){re.escape(person.short)}"
        own = rf"{subject} (?:\w+ ){{0,2}}(?:{_OWN}) ({their}) (?:\w+ )?(?:{_BODY})\b"
        for match in re.finditer(rf"{own}|{subject} [^.;,“]{{0,60}}\b({themself})\b", text):
            group = 1 if match[1] else 2
            yield match.start(group), match.end(group), wrong[match[group]]
        return
    filled = slots(story, task, person, chapter.number, chance)
    if filled is None:
        return
    noun = "eyes?" if task.kind == "eyes" else "hair"
    families = values.EYES if task.kind == "eyes" else values.HAIR
    words = "|".join(families[values.family(task.kind, filled["right"]) or ""])
    for match in re.finditer(rf"\b({words})\b(?=[ -](?:\w+ )?{noun}\b)", text):
        yield match.start(1), match.end(1), filled["value"]
