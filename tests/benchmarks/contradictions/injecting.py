"""A form becomes a change of a story: whom it is about, what stands in its slots, and where it is written.

Places are drawn at random from a seed, so that the same story always gets the same changes. What states an
attribute stands where its person has just been named; the dead and the absent are put wherever they should
not be.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fabula_daemon.story.text import sentences
from fabula_daemon.story.text.prose import Paragraph
from tests.benchmarks.contradictions.filling import Task, slots
from tests.benchmarks.contradictions.stories import Chapter, Person, Story

IN_PLACE = "(in place)"
PRESENT = frozenset({"eyes", "hair", "age", "rank", "pronoun", "misspelled"})
_LEADS = ("{name} put the paper down.", "{name} came back into the room.", "{name} turned round.")
_NEAR = 2  # paragraphs back in which a person must have been named to be there
_SCENE = 8  # paragraphs back in which whoever is named may be meant by a pronoun
_EARSHOT = 4  # paragraphs back in which anybody at all may be
_MEN = re.compile(
    r"\b(?:he|him|his|man|men|boys?|gentlem[ae]n|brother|father|son|husband|uncle|king|lord|captain|fellow|sir|mr)\b",
    re.IGNORECASE,
)
_WOMEN = re.compile(
    r"\b(?:she|her|hers|wom[ae]n|girls?|lad(?:y|ies)|sister|mother|daughter|wife|aunt|queen|maid|ship|mrs|miss)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[“”\"‘*]")
_LONG = 120  # characters that a paragraph of narration has at least, to take a sentence more
_TRIES = 24


@dataclass(frozen=True)
class Change:
    """text[start:end] of a chapter becomes `text`, of which [at:at+length] is the sentence that matters."""

    task: Task
    who: str
    chapter: Chapter
    paragraph: int
    start: int
    end: int
    text: str
    at: int
    length: int

    @property
    def sentence(self) -> str:
        return self.text[self.at : self.at + self.length]


def tasks(
    forms: Mapping[str, tuple[object, ...]], distractors: Mapping[str, tuple[tuple[str, str], ...]]
) -> Iterator[Task]:
    """Yield a task for every form and every distractor."""
    for kind, entries in forms.items():
        for entry in entries:
            if isinstance(entry, tuple):
                yield Task(kind, entry[1], manner=entry[0])
            else:
                yield Task(kind, str(entry))
    for kind, pairs in distractors.items():
        for why, form in pairs:
            yield Task(kind, form, manner="full", harmless=why)


def changes(story: Story, task: Task, seed: str) -> Iterator[Change]:
    """Yield the changes that could be made of a task, in a random order that depends on `seed` alone."""
    chance = random.Random(f"{seed}|{task.kind}|{task.harmless}|{task.form}")
    people = list(story.people)
    for _ in range(_TRIES):
        chapter = chance.choice(story.chapters)
        person = chance.choice(people)
        if task.kind in PRESENT and chapter.number not in person.chapters:
            chapter = story.chapters[chance.choice(person.chapters) - 1]
        change = _change(story, task, person, chapter, chance)
        if change is not None and not story.forbidden.search(change.sentence):
            yield change


def _change(
    story: Story, task: Task, person: Person, chapter: Chapter, chance: random.Random
) -> Change | None:
    filled = slots(story, task, person, chapter.number, chance)
    if filled is None:
        return None
    places = [
        at
        for at in range(len(chapter.paragraphs))
        if task.kind not in PRESENT or _is_there(story, person, chapter, at)
        if task.kind != "pronoun" or _is_alone(story, filled["w_they"], chapter, at)
    ]
    if not places:
        return None
    sentence = task.form.format_map(filled)
    if not re.search(
        r"\{(?:name|slip|NAME|new|given|surname|stammer|drawl|plural|w_|kin)", task.form
    ) and re.search(r"\{[Tt]hey?", task.form):
        behind = [
            place for at in places if (place := _behind_its_subject(story, person, chapter.paragraphs[at]))
        ]
        if not behind or chance.random() < 0.3:
            return _as_paragraph(
                task, person, chapter, chance.choice(places), sentence, _lead(filled, chance)
            )
        paragraph, offset = chance.choice(behind)
        at = chapter.paragraphs.index(paragraph)
        return _inserted(task, person, chapter, at, paragraph.start + offset, " ", sentence)
    at = chance.choice(places)
    paragraph = chapter.paragraphs[at]
    narrated = (
        len(paragraph.text) > _LONG and not _QUOTES.search(paragraph.text) and not _QUOTES.search(sentence)
    )
    if narrated and paragraph.text.rstrip().endswith(".") and chance.random() < 0.5:
        return _inserted(
            task, person, chapter, at, paragraph.start + len(paragraph.text.rstrip()), " ", sentence
        )
    return _as_paragraph(task, person, chapter, at, sentence, "")


def _lead(filled: Mapping[str, str], chance: random.Random) -> str:
    return chance.choice(_LEADS).format_map(filled) + " "


def _as_paragraph(task: Task, person: Person, chapter: Chapter, at: int, sentence: str, lead: str) -> Change:
    return _inserted(task, person, chapter, at, chapter.paragraphs[at].end, f"\n\n{lead}", sentence)


def _inserted(
    task: Task, person: Person, chapter: Chapter, at: int, offset: int, before: str, sentence: str
) -> Change:
    sentence = sentence[:1].upper() + sentence[1:]
    return Change(
        task, person.name, chapter, at, offset, offset, before + sentence, len(before), len(sentence)
    )


def _is_there(story: Story, person: Person, chapter: Chapter, at: int) -> bool:
    return not story.named_in(person, chapter).isdisjoint(range(at - _NEAR, at + 1))


def _is_alone(story: Story, they: str, chapter: Chapter, at: int) -> bool:
    """Whether nobody is about whom a pronoun could mean: nobody who goes by it, no such pronoun near."""
    near = chapter.paragraphs[max(0, at - _EARSHOT) : at + 1]
    words = _MEN if they == "he" else _WOMEN
    return all(
        story.named_in(person, chapter).isdisjoint(range(at - _SCENE, at + 1))
        for person in story.people
        if person.pronouns[0] == they
    ) and not any(words.search(paragraph.text) for paragraph in near)


def _behind_its_subject(story: Story, person: Person, paragraph: Paragraph) -> tuple[Paragraph, int] | None:
    """Return the place behind a paragraph's first sentence, if that begins with the person and names nobody
    else.
    """
    text = paragraph.text
    if _QUOTES.search(text) or not text.startswith(person.short + " "):
        return None
    spans = list(sentences.sentences(text))
    if len(spans) < 2:
        return None
    first = text[spans[0][0] : spans[0][1]].rstrip()
    capitals = set(re.findall(r"(?<=\s)[A-Z]\w+", first)) - set(person.name.split()) - {"I"}
    if capitals or re.search(r"\b(?:man|woman|men|women|girl|boy|him|her|them|two|others)\b", first):
        return None
    return paragraph, spans[0][0] + len(first)
