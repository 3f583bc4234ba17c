"""Who is named in generated text, read without Fabula's own detector of names.

Every capitalised word is listed that does not begin a sentence, is in no name of the canon, and is never
written in lower case in a corpus of novels or in the story. Such a word counts as an invented name unless it
has been judged to be none: JUDGED holds those, read by eye in the bench's own list. Apart from these are the
names of people who have died before the chapter, or are introduced in a later one, in whatever way they are
named.
"""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from fabula_daemon.story.world.canon import Canon, Entity

CORPUS = Path(__file__).parents[4] / "shared" / "data" / "corpus.tar.xz"

TITLES = frozenset("Captain Dr Lady Lord Miss Mr Mrs Ms Professor Sir St".split())
JUDGED = frozenset(  # things and places: “the Nile”, “a Mondayer”; who speaks is somebody, article or not
    "Bottomer Cors Dolph Douch Drait Mondayer Nile Okonjole Towner Vidance".split()
)

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LOWER = re.compile(r"(?<![^\W\d_’'])[a-zà-ÿ]+")
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?…:]|[“‘\"(\[—–*])\s*[“‘\"'(\[—–*’”]*\s*\Z")


class Independent:
    """Reads generated text against a canon and a corpus."""

    def __init__(self, canon: Canon, texts: Iterable[str]) -> None:
        self._owners: dict[str, set[Entity]] = defaultdict(set)
        for form, entities in canon.owners.items():
            for word in words(form):
                self._owners[word].update(entities)
        self._chapter = canon.chapter
        self._lower: set[str] = set()
        for text in texts:
            self._lower.update(_LOWER.findall(text))

    def listed(self, before: str, text: str) -> list[str]:
        """Return the words of `text`, which follows `before` in a paragraph, that may be invented names."""
        whole = before + text
        return [
            word
            for match in _WORD.finditer(whole, len(before))
            if (word := _bare(match.group()))[:1].isupper()
            and word != "I"
            and not begins_sentence(whole[: match.start()])
            and word not in TITLES
            and word not in self._owners
            and word.lower() not in self._lower
        ]

    def out_of_scene(self, text: str, number: int) -> list[str]:
        """Return the words of `text` that name only people who cannot be in the chapter of that number."""
        return [
            word
            for word in words(text)
            if word[:1].isupper()
            and (owners := self._owners.get(word))
            and all(self._is_elsewhere(entity, number) for entity in owners)
        ]

    def _is_elsewhere(self, entity: Entity, number: int) -> bool:
        if entity.sheet is None:
            return False
        died, introduced = map(self._chapter, (entity.sheet.died, entity.sheet.introduced))
        return (died is not None and died < number) or (introduced is not None and introduced > number)


def begins_sentence(before: str) -> bool:
    """Whether a sentence, or something spoken, begins behind `before`: not so behind “Dr.”."""
    if not _SENTENCE_BEGINS.search(before):
        return False
    last = _WORD.findall(before[-20:])
    return not (before.rstrip().endswith(".") and last and last[-1] in TITLES)


def words(text: str) -> list[str]:
    """Return the words of a text, without what makes them possessive or contracted."""
    return [_bare(word) for word in _WORD.findall(text)]


def corpus(archive: Path = CORPUS) -> Iterable[str]:
    """Yield the novels of the corpus."""
    with tarfile.open(archive) as tar:
        for member in tar:
            file = tar.extractfile(member)
            if member.name.endswith(".txt") and file is not None:
                yield file.read().decode("utf-8", "replace")


def _bare(word: str) -> str:
    return re.split(r"[’']", word)[0]
