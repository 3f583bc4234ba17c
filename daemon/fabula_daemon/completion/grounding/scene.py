"""Who and what is in a scene, by its text up to the cursor: the people there, those who are only spoken of,
whoever says “I”, and the places and things that are named.

Who was named once in the narration stays until the scene ends, so that those who speak on without being named
are there too. A name in dialogue is of somebody absent, unless it is somebody spoken to.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fabula_daemon.completion.grounding.signs import NARRATORS, Sign, Signs
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon
from fabula_daemon.story.world.places import places

_FEWEST_FIRST = 2  # words for the first person that show how a scene is told
_PARAGRAPHS_TO_FIRST = 8  # and one more for so many paragraphs
_NARRATOR_KEYS = ("role", "pov", "narrator")
_MOST_EXPECTED = 6
_MOST_THINGS = 12


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, and the other forms in which the scene names her."""

    entity: Entity
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a scene holds. Who or what was named last stands first.

    `here` are the people in it, `spoken_of` those who are named and absent, `expected` those who should be
    there though nobody has named them: he or she, of whom it tells. `narrator` is who says “I”.
    """

    here: tuple[Person, ...] = ()
    spoken_of: tuple[Person, ...] = ()
    expected: tuple[Entity, ...] = ()
    things: tuple[Entity, ...] = ()
    narrator: Entity | None = None


def look(
    passages: Sequence[Passage],
    signs: Signs,
    *,
    chapter: int,
    pov: Sequence[str] = (),
    earlier: Callable[[], Sequence[Passage]] = tuple,
) -> Scene:
    """Return what a scene of a chapter holds, of which `passages` are the paragraphs up to the cursor.

    `pov` names those with whose eyes the chapter sees, and `earlier` gives its paragraphs before the scene.
    """
    canon = signs.reader.canon
    seen = _Seen()
    for passage in passages:
        seen.take(signs.of(passage))
    eyes = [entity for name in pov if (entity := canon.find(name)) is not None and entity.is_person]
    narrator = _narrator(canon, eyes, seen)
    there = [entity for entity in seen.here if entity is not narrator]
    for entity in eyes if not set(eyes) & set(there) else ():
        if entity is not narrator:
            there.insert(0, entity)
    there = [entity for entity in reversed(there) if not is_dead(canon, entity, chapter)]
    gone = [entity for entity in reversed(seen.named) if entity not in there and entity is not narrator]
    missing = {gender for gender in seen.pronouns if not any(_may_be(entity, gender) for entity in there)}
    expected: tuple[Entity, ...] = ()
    if missing or not there:
        known = {*there, *([narrator] if narrator else [])}
        expected = _expected(signs, chapter, known, earlier, missing if there else None)
    return Scene(
        here=tuple(Person(entity, seen.forms(entity)) for entity in there),
        spoken_of=tuple(Person(entity, seen.forms(entity)) for entity in gone if entity not in expected),
        expected=expected,
        things=_things([signs.of(passage) for passage in passages], canon, chapter, there),
        narrator=narrator,
    )


def is_dead(canon: Canon, entity: Entity, chapter: int) -> bool:
    """Whether somebody has died in an earlier chapter."""
    died = canon.chapter(entity.sheet.died) if entity.sheet and entity.sheet.kind != "roster" else None
    return died is not None and died < chapter


def is_awaited(canon: Canon, entity: Entity, chapter: int) -> bool:
    """Whether somebody is introduced in a later chapter only."""
    sheet = entity.sheet
    introduced = canon.chapter(sheet.introduced) if sheet and sheet.kind != "roster" else None
    return introduced is not None and introduced > chapter


class _Seen:
    """Who has been named in the paragraphs taken so far; whoever was last is last."""

    def __init__(self) -> None:
        self.here: dict[Entity, None] = {}
        self.named: dict[Entity, dict[str, None]] = {}
        self.first_persons = self.paragraphs = 0
        self.pronouns: set[str] = set()

    def take(self, sign: Sign) -> None:
        self.paragraphs += 1
        self.first_persons += sign.first_persons
        self.pronouns |= sign.pronouns
        for entity, form, is_there in sign.named:
            self._name(entity, form)
            if is_there:
                self._put(entity)

    def forms(self, entity: Entity) -> tuple[str, ...]:
        """Return how somebody was named, but for the name of the sheet."""
        return tuple(sorted(form for form in self.named.get(entity, {}) if form and form != entity.name))

    def _name(self, entity: Entity, form: str) -> None:
        forms = self.named.pop(entity, {})
        forms[form] = None
        self.named[entity] = forms

    def _put(self, entity: Entity) -> None:
        self.here.pop(entity, None)
        self.here[entity] = None


def _narrator(canon: Canon, eyes: Sequence[Entity], seen: _Seen) -> Entity | None:
    """Return who says “I”, None where nobody does or it is not known who.

    With whose eyes a chapter sees, and whom its narration does not name, tells it; else a sheet.
    """
    if seen.first_persons < _FEWEST_FIRST + seen.paragraphs // _PARAGRAPHS_TO_FIRST:
        return None
    if eyes:
        unnamed = [entity for entity in eyes if entity not in seen.here]
        return unnamed[0] if len(unnamed) == 1 else None
    telling = _narrators(canon)
    return telling[0] if len(telling) == 1 else None


@once_a_canon
def _narrators(canon: Canon) -> tuple[Entity, ...]:
    """Return those who tell the story by their sheets."""
    return tuple(entity for entity in canon.characters if NARRATORS & set(_callings(entity)))


def _callings(entity: Entity) -> Iterator[str]:
    yield from (name.casefold() for name in (entity.name, *entity.aliases))
    facts = entity.sheet.facts if entity.sheet and entity.sheet.kind != "roster" else {}
    for key in _NARRATOR_KEYS:
        for fact in facts.get(key, ()):
            yield "narrator" if fact.value is True else str(fact.value).casefold()


def _may_be(entity: Entity, gender: str) -> bool:
    """Whether a pronoun of that gender may be somebody's."""
    told = entity.sheet is not None and "pronouns" in entity.sheet.facts
    return entity.gender == gender or (entity.gender is None and not told)


def _expected(
    signs: Signs,
    chapter: int,
    known: set[Entity],
    earlier: Callable[[], Sequence[Passage]],
    genders: set[str] | None,
) -> tuple[Entity, ...]:
    """Return who should be in a scene beside those who are `known` to be: by the timeline, or else whom the
    chapter has named before; of some genders, if they are given.
    """
    canon = signs.reader.canon

    def fit(people: Iterable[Entity | None]) -> tuple[Entity, ...]:
        fitting = (
            one
            for one in people
            if one is not None and one.kind == "character" and one not in known
            if genders is None or one.gender in genders
            if not is_dead(canon, one, chapter) and not is_awaited(canon, one, chapter)
        )
        return tuple(dict.fromkeys(fitting))[:_MOST_EXPECTED]

    rows = canon.timeline.of(chapter)
    beside = [row for row in rows if any(row.names(entity) for entity in known)]
    if dated := fit(canon.find(name) for row in beside or rows for name in row.who):
        return dated
    before = _Seen()
    for passage in earlier():
        before.take(signs.of(passage))
    return fit(reversed(before.here))


def _things(signs: Sequence[Sign], canon: Canon, chapter: int, there: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the places and things named, and where those who are there are by the world."""
    found: dict[Entity, None] = {}
    for sign in reversed(signs):
        found |= dict.fromkeys(thing for thing in reversed(sign.things) if thing not in found)
        if len(found) >= _MOST_THINGS:
            break
    known = places(canon)
    for entity in there:
        found |= dict.fromkeys(stay.place for stay in known.stays(entity, chapter))
    return tuple(found)
