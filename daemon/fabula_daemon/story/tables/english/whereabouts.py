"""English: how a text says that somebody is at a place. Another language brings a module with the same
names.
"""

# Keys of a place's sheet that say in which other place it lies.
WITHIN_KEYS = (
    "in",
    "part_of",
    "part of",
    "within",
    "inside",
    "located_in",
    "location",
    "region",
    "parent",
    "place",
)

# What a sheet calls a place that is too large for a stay somewhere in it to be told from a stay elsewhere.
LARGE = (
    r"\b(?:planets?|worlds?|moons?|galax(?:y|ies)|star\s+systems?|nations?|countr(?:y|ies)|continents?|count(?:y|ies)|"
    r"provinces?|kingdoms?|empires?|republics?|oceans?|seas?|earth|universe)\b"
)

# Before the name of a place: somebody is there, or comes there.
_INNER = (
    r"(?:the\s+(?:\w+\s+)?(?:middle|heart|centre|center|midst|streets?|outskirts|edge|shadow|depths|noise|crowds?|dust|"
    r"quiet|squares?|lanes?|roads?|gates?|walls|market|quays?|docks|alleys|suburbs|ruins|halls?|corridors?)\s+of\s+)?"
)
AT = (
    r"\b(?:in|at|inside|within|through|across|around|about|outside|near|on|down|up|along)\s+"
    rf"{_INNER}(?:the\s+)?\Z"
)
TO = rf"\b(?:to|into|at|in|back\s+(?:to|in|at)|reached|entered)\s+{_INNER}(?:the\s+)?\Z"
INTO = rf"\b(?:in|on)to\s+{_INNER}(?:the\s+)?\Z"
OVERLOOKING = r"\b(?:looking|gazing|staring)\s+(?:down|out|up)?\s*(?:on|over|at|upon|across)\s+(?:the\s+)?\Z"

# A sentence that begins so has its scene there: "Here in Hull …", "That evening, in Hull, …".
FRONT = (
    r"\A\W*(?:(?:here|there|far|off|away|high|deep|back|down|up|out|over|meanwhile|now|then|and|but|that|this|the\s+same|next|same|day|"
    r"night|morning|evening|afternoon|week|later|afterwards|soon|on|in|at)\W+){0,4}"
    r"(?:(?:in|on|at|by|from|under|outside|inside|behind|before)\s+(?:[a-z]+\s+){1,4})?"
    rf"(?:in|at|inside|within|outside|near|on)\s+{_INNER}(?:the\s+)?\Z"
)
# … and so, with what happens there behind it: "It was raining in Hull when …".
THERE_WHEN = r"\A\W*(?:when|while|as)\W+\Z"
# "Hull, where Okonjo was staying".
WHERE = r"\A,?\s+where\W+\Z"

# Between a verb and the place, these mean that the place is no stay: a man of, a book about.
ELSEWHERE = frozenset("of about from for like than with without toward towards against between by".split())
# … but not where somebody stays: she waits for the others at Hull, sits by the fire in Hull.
BESIDE = frozenset("of for with without by against between like".split())
# Who is so, is where that is.
HELD = frozenset(
    "kept held stuck stranded detained lodged housed hidden imprisoned delayed trapped seated to asleep "
    "awake alone".split()
)
# … and these say nothing of a place.
ON_THE_WAY = (
    r"\A\s*(?:on\s+(?:the|his|her|their)\s+(?:way|mind|side)|in\s+(?:love|doubt|tears|trouble|time))\b"
)
MEANWHILE = r"\A\W*meanwhile\b"
# Parts of a place, besides `english.PLACE_NOUNS`.
PARTS = frozenset(
    "door doors window windows room rooms stairs steps floor roof hall yard wall walls counter table bar "
    "kitchen platform office shop stable porch balcony cellar attic gateway entrance corner".split()
)
# Behind "was", before the place.
STILL = frozenset(
    "back still now already alone again there then here up down out over away just safe safely home in on "
    "at beside behind by under inside with among busy asleep awake".split()
)
