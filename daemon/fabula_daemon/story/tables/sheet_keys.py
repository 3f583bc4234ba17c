"""What may stand in a sheet's front matter: the keys that Fabula reads, and values that sheets often have."""

from collections.abc import Mapping

from fabula_daemon.story.tables.english.persons import KIN
from fabula_daemon.story.tables.english.whereabouts import WITHIN_KEYS

KEYS: Mapping[str, str] = {
    "name": "the canonical name",
    "aliases": "every other way the text names it",
    "kind": "character, place, faction, item, …",
    "named": "false: the name is a description",
    "not": "what looks like the name and is not it",
    "names": "on a roster: people who need no sheet",
    "pronouns": "she/her, he/him, they/them",
    "age": "a number, or {value: 30, as_of: CHAPTER}",
    "born": "a date of the story’s calendar",
    "height": "a number",
    "eyes": "their colour",
    "hair": "its colour",
    "handedness": "left or right",
    "species": "compared as a value",
    "sex": "compared as a value",
    "status": "married, missing, …",
    "rank": "compared as a value",
    "title": "compared as a value",
    "occupation": "compared as a value",
    "home": "where it lives",
    "mother": "a name",
    "father": "a name",
    "spouse": "a name",
    "sibling": "a name, or a list of names",
    "brother": "a name, or a list of names",
    "sister": "a name, or a list of names",
    "son": "a name, or a list of names",
    "daughter": "a name, or a list of names",
    "members": "of a people or faction: a list of names",
    "introduced": "the chapter that brings it in",
    "died": "the chapter of death",
    "learns": "[{fact: …, keywords: […], chapter: …}]",
    "whereabouts": "[{place: …, from: …, to: …}]",
}
FOR_PERSONS_ONLY = frozenset(
    "pronouns age born height eyes hair handedness sex status rank title occupation mother father spouse "
    "sibling brother sister son daughter died learns whereabouts".split()
)
VALUES: Mapping[str, tuple[str, ...]] = {
    "named": ("true", "false"),
    "pronouns": ("she/her", "he/him", "they/them"),
    "handedness": ("left", "right", "both"),
    "sex": ("female", "male"),
    "status": ("married", "unmarried", "engaged", "divorced", "widowed", "missing"),
}
INNER_KEYS: Mapping[str, tuple[str, ...]] = {
    "value": ("value", "since", "as_of"),
    "learns": ("fact", "keywords", "chapter"),
    "whereabouts": ("place", "from", "to"),
}
CHAPTERS = frozenset({"introduced", "died", "since", "as_of", "chapter", "from", "to"})
PERSONS = frozenset(
    "mother father parent parents spouse husband wife partner sibling siblings brother brothers sister "
    "sisters son sons daughter daughters child children cousin aunt uncle nephew niece grandmother "
    "grandfather mentor friend members captain leader".split()
)
PLACES = frozenset({"home", "place", "birthplace", "where"})
# What a claim is about → the keys under which a sheet may say it, the usual one first.
SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "eyes": ("eyes", "eye", "eye colour", "eye color", "eye_colour", "eye_color"),
    "hair": ("hair", "hair colour", "hair color", "hair_colour", "hair_color"),
    "height": ("height",),
    "handedness": ("handedness", "hand", "handed"),
    "scars": ("scars", "scar", "marks", "mark"),
    "rank": ("rank",),
    "occupation": ("occupation", "profession", "job", "trade"),
    "home": ("home", "residence", "lives"),
    "species": ("species", "race"),
    "sex": ("sex", "gender"),
    "status": ("status", "marital status", "marital_status"),
}

# Keys that mean something to Fabula; they are read however their capitals stand.
KNOWN = frozenset(
    [
        *(*KEYS, *CHAPTERS, *PERSONS, *PLACES, *KIN, *WITHIN_KEYS),
        *(spelling for spellings in SPELLINGS.values() for spelling in spellings),
        *"proposed pov type size forbid spell use".split(),
    ]
)
