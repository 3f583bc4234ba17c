"""English: the little words that decide whom a description is of, and whether it is meant so."""

COPULAS = frozenset("was were is are am be been being".split())
SHOWN = frozenset("was were is are showed shone remained stayed".split())
HAD = frozenset("had has have possessed wore with".split())
ADVERBS = frozenset(
    "well far still already now then too also only just quite rather very so almost nearly perhaps "
    "always ever even as yet really truly indeed certainly no longer again oddly clearly plainly "
    "all both somewhat little most obviously".split()
)
DETERMINERS = frozenset("the a an this that these those two one both each some any its".split())
POSSESSIVES = frozenset({"his", "her", "their"})
SUBJECTS = frozenset({"he", "she", "they"})
PREPOSITIONS = frozenset(
    "of to at in on by for from with beside behind before beneath between beyond near under over "
    "above below against past around about toward towards into onto upon like unlike than as "
    "except without within among amid after opposite across through and or nor but both".split()
)
# A subject may follow these: they begin a clause.
CLAUSE_WORDS = frozenset(
    "and but when while as because for so that though although where then before after until".split()
)

BEFORE_AN_ARTICLE = frozenset(
    "now then still only also just once not always really perhaps indeed again already quite rather".split()
)
# Short adjectives that stand before eyes and hair; those with a telling ending need no listing.
ADJECTIVES = frozenset(
    "large big small little wide narrow deep clear bright dull cold warm hot soft hard sharp keen "
    "kind mild calm steady sad shrewd sly cruel clever wise old young tired huge fine good bad "
    "dark light pale deep-set wide-set close-set long short thick thin coarse curly straight wavy "
    "wild loose wet damp dry rough smooth lank limp sleek untidy own very quite rather oddly "
    "almost more most so too same other left right round square red-rimmed beautiful pretty lovely "
    "great vivid rich strange odd level quiet grave stern fierce proud gentle tender honest open "
    "frank blank dim moist blood-shot bloodshot vague weak strong merry gay glad wry dear poor "
    "dead full high low heavy fair glossy silken silk satin velvet close crisp tight neat trim "
    "plain mere bare lone single slow quick swift restless sombre sober clean new rather- enormous "
    "intense immense brilliant liquid opaque translucent luminous lucent sunken hollow faint "
    "remote distant rare deepest palest darkest lightest clearest natural sparse scant abundant "
    "bushy upswept shoulder-length waist-length close-cropped".split()
)
ADJECTIVE_ENDINGS = (
    "ing",
    "ed",
    "ful",
    "ous",
    "less",
    "ish",
    "ive",
    "ic",
    "ant",
    "ent",
    "able",
    "ible",
    "ly",
    "est",
    "y",
    "al",
)
# Words with such endings that are no adjectives.
NOT_ADJECTIVES = frozenset(
    "lady body baby boy they may say day way why any by my only morning evening ceiling nothing "
    "something anything king ring thing string wing spring family city party army story money "
    "enemy country company century duty reply early moment parent patient student agent servant "
    "infant giant merchant gentleman animal general hospital bed red shed forest guest breast "
    "chest music clothing building".split()
)

# A sentence with one of these tells of what was, might be, or was only seen or said.
UNREAL = frozenset(
    "unless whether supposing suppose supposed imagine imagined imagining pretended pretending "
    "wished wondered wondering dream dreams dreamt dreamed dreaming nightmare photograph "
    "photographs photo photos portrait portraits picture pictures painting paintings snapshot "
    "sketch statue bust remembered remember remembering recalled recall recalling memory memories "
    "reminded legend rumour rumor according notice poster passport supposedly allegedly fancied "
    "believed mistook mistaken disguised disguise disguise".split()
)
# “She said that her eyes were green”: what somebody says, not what is told.
SAYING = (
    r"\b(?:says?|said|saying|told|tells?|claim(?:s|ed)|insist(?:s|ed)|swore|declared|thought|thinks?|believed|"
    r"maintained|persisted|heard|announced|wrote|explained|averred|guessed|suspected|assured|clear|likely)"
    r"(?: \w+){0,3} that\b"
)
FORMER = (
    r"used to|as a (?:child|boy|girl|baby|young|student|lad)|"
    r"in (?:his|her|their) (?:youth|childhood|boyhood|girlhood)|"
    r"years (?:ago|before|earlier|since)|long ago|formerly|back then|in those days|at that age|"
    r"at the time|if (?!a day|anything|ever)"
)
MODALS = frozenset("would could might should must may ought cannot can".split())
NEGATIONS = frozenset("not never no n't neither nor hardly scarcely without none nobody nothing".split())
# “when she was twenty”: an age that somebody had, or will have.
OTHER_TIME = frozenset(
    "when before after until till since by while once whenever although if though as".split()
)
SEEMING = frozenset("looked seemed appeared looks seems appears felt sounded taken look".split())
