"""Whom a manuscript names and no sheet knows: spellings put together to persons, most mentioned first.

“Elena”, “Martinez”, “Captain Martinez” and “Elena Martinez” are one person, as long as nobody else in the
story may be meant; Mr. Hall and Mrs. Hall are two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.candidates import calm
from fabula_daemon.story.people.cues import Cue, cues_around
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Entity, derived_forms, gender_of_title

LEAST = 3
"""Who is named less often, and neither with a title nor as a speaker, is not proposed."""

_BY_FAR = 4
_CLOSING = {"“": "”", "„": "“", "‘": "’", "«": "»", '"': '"', "'": "'"}
_OTHER = {"m": "f", "f": "m", None: ""}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter read: `number` is its 1-based place in reading order."""

    path: str
    number: int
    passages: Sequence[Passage]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the manuscript."""

    path: str
    chapter: int
    text: str


def quoted(chapter: Chapter, passage: Passage, start: int, end: int) -> Quote:
    """Return a sentence of a passage as it reads alone: cut out of a speech, it keeps the speech's marks."""
    text = passage.text[start:end]
    for first, last in passage.spoken:
        closing = _CLOSING.get(passage.text[first])
        if closing and first < start < last:
            text = passage.text[first] + text
        if closing == passage.text[last - 1] and first < end < last:
            text += closing
    return Quote(chapter.path, chapter.number, " ".join(text.split()))


@dataclass(frozen=True)
class Person:
    """Somebody whom no sheet knows: the fullest name, the other ways in which the text has it, and where.

    `mentions` counts by chapter; `first` is the sentence that names the person first.
    """

    name: str
    aliases: tuple[str, ...]
    gender: str | None
    mentions: Mapping[int, int]
    first: Quote

    @property
    def introduced(self) -> int:
        """The chapter that first names the person."""
        return min(self.mentions)

    def as_entity(self) -> Entity:
        """Return the person as the canon would have it."""
        return Entity(self.name, "character", self.aliases)


@dataclass
class _Spelling:
    """One way to write a name, without titles: with which titles it stands, and where."""

    name: str
    told: "_Told"
    first: Quote
    titled: Counter[str] = field(default_factory=Counter)
    bare: int = 0
    mentions: Counter[int] = field(default_factory=Counter)
    is_cued: bool = False

    @property
    def words(self) -> list[str]:
        return [word for word in self.name.split() if word.casefold().rstrip(".") not in language.POST_TITLES]

    @property
    def all_told(self) -> "_Told":
        """What its titles tell, or else a first name that only men, or only women, have."""
        return self.told.joined(_Told(_gender_of_name(self.words)))


class _Told(NamedTuple):
    """What titles tell of somebody: the gender, and whether she is married."""

    gender: str | None = None
    married: bool | None = None

    def fits(self, other: "_Told") -> bool:
        return all(one is None or two is None or one == two for one, two in zip(self, other, strict=True))

    def joined(self, other: "_Told") -> "_Told":
        return _Told(self.gender or other.gender, other.married if self.married is None else self.married)


@dataclass
class _Group:
    """Spellings that mean one person."""

    spellings: list[_Spelling] = field(default_factory=list)
    told: _Told = field(default_factory=_Told)

    def join(self, spelling: _Spelling) -> None:
        self.spellings.append(spelling)
        self.told = self.told.joined(spelling.all_told)

    @property
    def full(self) -> str:
        return max((one.name for one in self.spellings), key=lambda name: (len(name.split()), len(name)))

    @property
    def count(self) -> int:
        return sum(one.mentions.total() for one in self.spellings)


def persons(chapters: Iterable[Chapter], *, least: int = LEAST) -> list[Person]:
    """Return who is named in the chapters and unknown there, most mentioned first."""
    found = [_person(group) for group in _grouped(_spellings(chapters)) if _is_worth_it(group, least)]
    return sorted(found, key=lambda person: (-sum(person.mentions.values()), person.introduced, person.name))


def _spellings(chapters: Iterable[Chapter]) -> list[_Spelling]:
    found: dict[tuple[str, _Told, str], _Spelling] = {}
    for chapter in chapters:
        for passage in chapter.passages:
            for mention in passage.mentions:
                if mention.known or not mention.certain:
                    continue
                titles, name = _apart(mention.text)
                told = _told_by(titles)
                key = (name, told, "" if told.gender else " ".join(titles).casefold())
                spelling = found.get(key)
                if spelling is None:
                    start, end = passage.sentence_at(mention.start)
                    first = quoted(chapter, passage, start, end)
                    spelling = found[key] = _Spelling(name, told, first)
                spelling.mentions[chapter.number] += 1
                if titles:
                    spelling.titled[" ".join([*titles, name])] += 1
                else:
                    spelling.bare += 1
                spelling.is_cued = spelling.is_cued or bool(titles) or _speaks(passage, mention)
    return list(found.values())


def _told_by(titles: Sequence[str]) -> _Told:
    bare = [title.casefold().rstrip(".") for title in titles]
    gender = next((g for title in bare if (g := gender_of_title(title))), None)
    if any(title in language.MARRIED_TITLES for title in bare):
        return _Told(gender, True)
    return _Told(gender, False if any(title in language.UNMARRIED_TITLES for title in bare) else None)


def _apart(text: str) -> tuple[list[str], str]:
    """Return the titles before a name, and the name, in ordinary letters if it is shouted."""
    name = fold_name(text)
    words = (calm(name) if name.isupper() else name).split()
    titles: list[str] = []
    while len(words) > 1 and (title := words[0].casefold().rstrip(".")) in language.TITLES:
        if len(title) == 1 and len(words[1].rstrip(".")) == 1:
            break  # M. C. DuQuesne is no Monsieur
        titles += [words[0]] if title not in language.EPITHETS else []
        words = words[1:]
    return titles, " ".join(words)


def _speaks(passage: Passage, mention: Mention) -> bool:
    return Cue.SPEAKS in cues_around(passage.text, mention.start, mention.end, passage.spoken)


def _grouped(spellings: Sequence[_Spelling]) -> list[_Group]:
    """Put together what means one person: full names first, then what is short for one of them, and last what
    may be short for several.
    """
    groups: list[_Group] = []
    of_form: dict[str, list[_Group]] = defaultdict(list)
    told_of = {(one.name, told) for one in spellings for told in one.told}
    unclear: list[tuple[_Spelling, list[_Group]]] = []
    for spelling in sorted(
        spellings, key=lambda one: (-len(one.words), one.told == _Told(), -len(one.name), one.name)
    ):
        fitting = _fitting(spelling, of_form[spelling.name], told_of)
        if len(fitting) > 1:
            unclear.append((spelling, fitting))
        elif fitting:
            fitting[0].join(spelling)
        else:
            group = _Group()
            group.join(spelling)
            groups.append(group)
            for form in {spelling.name, *derived_forms(spelling.name)}:
                of_form[form].append(group)
    apart: dict[str, _Group] = {}
    for spelling, fitting in unclear:
        foremost = _foremost(fitting)
        if foremost:
            foremost.join(spelling)
        elif spelling.titled:  # one of several, and the text says which: Dr. Okonjo
            apart.setdefault(f"{spelling.name} {spelling.told}", _Group()).join(spelling)
    return [*groups, *apart.values()]


def _fitting(
    spelling: _Spelling, groups: Iterable[_Group], told_of: AbstractSet[tuple[str, object]]
) -> list[_Group]:
    """Return those of the groups to whose person a spelling may belong, by what its title tells."""
    name, told = spelling.name, spelling.all_told
    fitting = [group for group in groups if group.told.fits(told)]
    if (name, _OTHER.get(told.gender)) in told_of:  # there are a Mr. and a Mrs. Hall
        fitting = [group for group in fitting if group.told.gender == told.gender]
    if told.married and (name, False) in told_of:  # and a Miss Hall
        fitting = [group for group in fitting if group.told.married]
    return fitting


def _foremost(groups: Sequence[_Group]) -> _Group | None:
    """Return the only one, or the one that the story speaks of by far the most."""
    ordered = sorted(groups, key=lambda group: -group.count)
    if len(ordered) > 1 and ordered[0].count < _BY_FAR * ordered[1].count:
        return None
    return ordered[0] if ordered else None


def _gender_of_name(words: Sequence[str]) -> str | None:
    """Return "m" or "f" for a first name that only men, or only women, have."""
    first = words[0].casefold() if words else ""
    male, female = first in language.MALE_GIVEN_NAMES, first in language.FEMALE_GIVEN_NAMES
    return None if male == female else "m" if male else "f"


def _is_worth_it(group: _Group, least: int) -> bool:
    return group.count >= least or any(one.is_cued for one in group.spellings)


def _person(group: _Group) -> Person:
    name = group.full
    if " " not in name:
        name = _titled(group) or name
    aliases = Counter[str]()
    mentions = Counter[int]()
    for spelling in group.spellings:
        mentions.update(spelling.mentions)
        aliases.update(spelling.titled)
        if spelling.bare:
            aliases[spelling.name] += spelling.bare
    aliases.pop(name, None)
    first = min((one.first for one in group.spellings), key=lambda quote: quote.chapter)
    return Person(
        name, tuple(alias for alias, _ in aliases.most_common()), group.told.gender, mentions, first
    )


def _titled(group: _Group) -> str | None:
    """Return the name with its title for somebody of whom only a surname is known, which others may bear."""
    titled = Counter[str]()
    bare = sum(spelling.bare for spelling in group.spellings)
    for spelling in group.spellings:
        tells = {
            name: n for name, n in spelling.titled.items() if not bare or gender_of_title(name.split()[0])
        }
        titled.update(tells)
    return titled.most_common(1)[0][0] if titled and sum(titled.values()) > bare else None
