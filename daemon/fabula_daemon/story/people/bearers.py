"""Which of the people who bear a name may be meant by it: told by titles, sex and further names."""

from collections.abc import Sequence

from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english.ordinary import ORDINARY_WORDS
from fabula_daemon.story.text.folding import fold, fold_name
from fabula_daemon.story.world.canon import Entity, core_of, derived_forms, gender_of_title


def strange(words: Sequence[str]) -> list[str]:
    """Return the words before a name that can make it another's: neither titles nor ordinary words."""
    return [
        word
        for word in further(words)
        if (bare := _bare(word)) not in ORDINARY_WORDS or bare in language.GIVEN_NAMES
    ]


def further(words: Sequence[str]) -> list[str]:
    """Return the words behind a name that make it another's: a surname may be an ordinary word."""
    return [
        word
        for word in words
        if (bare := _bare(word)) not in language.TITLES
        and bare not in language.NOT_NAMES
        and bare not in language.POST_TITLES
    ]


def may_be_called(entity: Entity, before: Sequence[str], form: str, after: Sequence[str]) -> bool:
    """Whether an entity known by `form` may be called so with further words before and behind it.

    Somebody known by one name only may turn out to have another, unless the sheet has a title in its place;
    who has both is not somebody else's namesake.
    """
    full = max((fold_name(name) for name in (entity.name, *entity.aliases)), key=lambda name: name.count(" "))
    core = core_of(full)
    if len(core) < 2:
        return (not before) if core != full.split() else not (before and after)
    called = [*before, *form.split(), *after]
    own = {word.casefold() for name in (entity.name, *entity.aliases) for word in fold(name).split()}
    own |= {word.casefold() for own_form in entity.forms for word in own_form.split()}
    initials = {word[0] for word in own}
    others = {*strange(before), *further(after)}
    return all(
        word not in others
        or word.casefold() in own
        or (len(word.rstrip(".")) == 1 and word[0].casefold() in initials)
        for word in called
    )


def fits(entity: Entity, titles: Sequence[str]) -> bool:
    """Whether somebody may bear the titles before a name: a Mr. Hall is no Mrs. Hall, a Miss Hall neither."""
    gender = gender_of(entity)
    for title in titles:
        told = gender_of_title(title)
        if told and gender not in (None, told):
            return False
        own = _marriages(" ".join((entity.name, *entity.aliases)).split())
        if own and not own.issuperset(_marriages([title])):
            return False
    return True


def gender_of(entity: Entity) -> str | None:
    """Return "m", "f" or None: what the sheet says, else what the given name of a full name tells."""
    if entity.gender:
        return entity.gender
    core = core_of(fold_name(entity.name))
    given = core[0].casefold() if len(core) > 1 else ""
    told = {
        "m" if given in language.MALE_GIVEN_NAMES else "",
        "f" if given in language.FEMALE_GIVEN_NAMES else "",
    }
    return max(told) if told in ({"m", ""}, {"f", ""}) else None


def nearest(people: Sequence[Entity], form: str, *, titled: bool) -> list[Entity]:
    """Return those to whom a form belongs most: as written, as an alias, behind a title, as a part of the
    name, as a nickname.

    A bare surname is hardly that of a lady who is known by Mrs. or Miss and no given name.
    """
    closest = min(_distance(person, form) for person in people)
    own = [person for person in people if _distance(person, form) == closest]
    if not titled and len(own) > 1:
        bare = [person for person in own if not _is_lady(person)]
        own = bare or own
    return own


def bears_as_written(entity: Entity, text: str) -> bool:
    """Whether a text is one of somebody's names, title and all."""
    return any(fold(name) == fold(text) for name in (entity.name, *entity.aliases))


def _distance(person: Entity, form: str) -> int:
    if form == fold_name(person.name):
        return 0
    if form in {fold_name(alias) for alias in person.aliases}:
        return 1
    if form == " ".join(core_of(fold_name(person.name))):
        return 2
    derived = any(form in derived_forms(fold_name(name)) for name in (person.name, *person.aliases))
    return 3 if derived else 4


def _is_lady(person: Entity) -> bool:
    words = fold_name(person.name).split()
    return len(core_of(fold_name(person.name))) == 1 and bool(_marriages(words[:1]))


def _marriages(words: Sequence[str]) -> set[str]:
    """Return what some titles tell of a woman: married, unmarried, or nothing."""
    folded = {_bare(word) for word in words}
    told = set()
    if folded & language.MARRIED_TITLES:
        told.add("married")
    if folded & language.UNMARRIED_TITLES:
        told.add("unmarried")
    return told


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")
