"""English: nouns for people and beasts, so that a check knows when somebody else may be meant."""

from collections.abc import Mapping

MALE_NOUNS = frozenset(
    "man boy lad gentleman fellow chap guy bloke father grandfather brother uncle nephew son "
    "grandson husband widower bridegroom groom king prince lord duke waiter steward monk priest "
    "friar policeman fireman postman salesman dad stepfather stepson stepbrother godfather "
    "bachelor youth schoolboy nobleman workman sailor soldier heir landlord host actor wizard "
    "sorcerer papa grandpa emperor baron count sir".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl lady lass mother grandmother sister aunt niece daughter granddaughter wife widow "
    "bride queen princess duchess waitress stewardess nun governess nurse maid housemaid mistress "
    "mum mom stepmother stepdaughter stepsister godmother schoolgirl landlady hostess actress "
    "witch sorceress mama grandma empress countess baroness spinster matron housekeeper midwife "
    "seamstress charwoman housewife".split()
)
EITHER_NOUNS = frozenset(
    "person child kid baby infant toddler teenager adult stranger friend cousin parent twin "
    "neighbour neighbor guest visitor patient prisoner captive servant clerk doctor physician "
    "surgeon officer captain sergeant lieutenant corporal major colonel general commander driver "
    "pilot guard sentry watchman teacher student pupil professor lawyer judge engineer mechanic "
    "farmer baker butcher cook shopkeeper storekeeper secretary assistant colleague partner boss "
    "chief leader passenger assassin thief murderer killer beggar traveller traveler tourist "
    "customer creature figure someone somebody enemy ally companion comrade reporter journalist "
    "detective inspector agent spy artist painter poet singer dancer author writer emissary "
    "ambassador minister mayor governor warden commissioner president senator witness speaker "
    "caller newcomer youngster elder ghost spirit corpse victim heroine hero villain spouse lover "
    "fiancé fiancée scientist chemist astronomer technician operator worker labourer laborer "
    "hireling porter messenger courier apprentice recruit cadet rebel pirate native alien android "
    "robot martian giant dwarf elf goblin demon angel god goddess sitter model doll statue whoever".split()
)
PLURAL_NOUNS = frozenset(
    "men boys lads gentlemen fellows chaps guys fathers brothers sons husbands women girls ladies "
    "mothers sisters daughters wives people persons children kids babies strangers friends cousins "
    "parents twins neighbours neighbors guests visitors patients prisoners captives servants "
    "clerks doctors officers soldiers sailors drivers pilots guards teachers students pupils "
    "others passengers workers creatures figures crowd family couple crew folk party".split()
)
BEASTS = frozenset(
    "cat cats dog dogs horse horses mare stallion pony bird birds owl crow raven wolf wolves fox "
    "bear lion tiger snake lizard dragon beast beasts animal animals monster kitten puppy hound "
    "goat sheep cow bull ox pig rat mouse rabbit hare monkey ape fish insect spider fly toad frog "
    "deer stag doe donkey mule camel elephant hawk eagle gull parrot hen cock cockerel goose duck "
    "lamb calf foal puma panther leopard jackal hyena portrait photograph picture statue "
    "figurehead puppet mannequin".split()
)
# What is called “she” though it is nobody.
FEMININE_THINGS = frozenset(
    "ship boat vessel yacht schooner steamer liner tug craft barge frigate cruiser engine car "
    "plane aircraft machine country nation moon church".split()
)
ANIMATE = MALE_NOUNS | FEMALE_NOUNS | EITHER_NOUNS | PLURAL_NOUNS | BEASTS
PERSON_ENDINGS = ("man", "woman", "men", "women", "boy", "girl", "body")
NOBODY_WORDS = frozenset("nobody everybody anybody somebody body human german roman norman".split())

# What a person is called in “X was a green-eyed man”.
GENERAL_NOUNS = frozenset(
    "man woman person boy girl child lad lass gentleman lady fellow youth creature figure adult "
    "chap guy kid soul thing being youngster teenager".split()
)

# relation → the same relation whoever has it; its gender; the other way round.
KIN: Mapping[str, tuple[str, str | None]] = {
    "husband": ("spouse", "m"),
    "wife": ("spouse", "f"),
    "spouse": ("spouse", None),
    "father": ("parent", "m"),
    "mother": ("parent", "f"),
    "parent": ("parent", None),
    "son": ("child", "m"),
    "daughter": ("child", "f"),
    "child": ("child", None),
    "children": ("child", None),
    "brother": ("sibling", "m"),
    "sister": ("sibling", "f"),
    "sibling": ("sibling", None),
    "siblings": ("sibling", None),
    "twin": ("sibling", None),
    "uncle": ("uncle", "m"),
    "aunt": ("uncle", "f"),
    "nephew": ("nephew", "m"),
    "niece": ("nephew", "f"),
    "cousin": ("cousin", None),
    "grandfather": ("grandparent", "m"),
    "grandmother": ("grandparent", "f"),
    "grandparent": ("grandparent", None),
    "grandson": ("grandchild", "m"),
    "granddaughter": ("grandchild", "f"),
    "grandchild": ("grandchild", None),
    "fiancé": ("betrothed", "m"),
    "fiancée": ("betrothed", "f"),
    "stepfather": ("step-parent", "m"),
    "stepmother": ("step-parent", "f"),
    "stepson": ("step-child", "m"),
    "stepdaughter": ("step-child", "f"),
    "stepbrother": ("step-sibling", "m"),
    "stepsister": ("step-sibling", "f"),
}
INVERSE: Mapping[str, str] = {
    "spouse": "spouse",
    "parent": "child",
    "child": "parent",
    "sibling": "sibling",
    "uncle": "nephew",
    "nephew": "uncle",
    "cousin": "cousin",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
    "betrothed": "betrothed",
    "step-parent": "step-child",
    "step-child": "step-parent",
    "step-sibling": "step-sibling",
}
