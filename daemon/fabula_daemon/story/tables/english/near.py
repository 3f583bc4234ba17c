"""English: what keeps a value from being the only person's of a sentence."""

from fabula_daemon.story.tables.english import appearance, gestures, telling

GUARDS = (
    telling.MODALS
    | (telling.NEGATIONS - {"hardly", "scarcely"})
    | telling.SEEMING
    | frozenset(
        "no nor like unlike than hoped hope hopes wished wish wishes wanted wants want envied "
        "liked longed meant asked tried pretended feared expected refused offered supposed "
        "imagined called once formerly former almost had-been dressed".split()
    )
)
# What else is coloured: a colour behind one of these is of that.
COLOURED = (
    appearance.BODY_PARTS
    | gestures.CLOTHES
    | frozenset(
        "skin complexion beard moustache mustache whiskers brows eyebrows lashes eyelashes teeth "
        "blood sky sea light lamp wall door paper ink glass shirt silk velvet ribbon flower "
        "flowers grass leaves tears rings circles lids shade".split()
    )
)
WORN = frozenset("in wore wearing and-in dressed painted lit".split())

ADULT = 13
ANCIENT = 100
WEIGHTS = frozenset("age burden weight".split())
OTHER_TIMES = frozenset("until till when before after since".split())
AGEING = frozenset(
    "old age aged years birthday turned born young younger older day life celebrated reached lived".split()
)
NO_AGES = frozenset(
    "o'clock mile miles metres meters feet pounds dollars degrees minutes hours per cent percent "
    "page number dial gauge volume chapter floor street temperature speed knots litres tons".split()
)
# “for fifty years”, “fifty years ago”: a time, and no age.
BEFORE_A_SPAN = frozenset(
    "been for in after within over every these those last past next some another first until till "
    "since during number than another only".split()
)
BEHIND_A_SPAN = (telling.PREPOSITIONS - {"and", "but", "or"}) | frozenset(
    "back ago later before earlier since hence together together apart more older younger '".split()
)
BEHIND_AN_AGE = frozenset("and but or if this that last next now today in on when with".split())

INSIGNIA = frozenset(
    "stripes badge bars epaulettes uniform tabs stars braid tunic insignia sash commission pay "
    "rank place post".split()
)
BEFORE_A_RANK = frozenset("as of to was is became become now still made remained rank title promoted".split())
# A rank behind one of these is somebody else.
OF_ANOTHER = frozenset(
    "saw see met meet asked told knew know found find called sent wanted needed had has have "
    "married killed shot heard followed obeyed saluted left with behind beside from by at against "
    "under over near toward towards through before after about between among and or but to "
    "thought-of hit fought passed watched".split()
)
# What a rank does that is somebody else.
DOES = frozenset(
    "was is had has said stood sat came went saluted nodded looked turned asked shouted called "
    "opened took gave waited followed led who whom would could might must will".split()
)
