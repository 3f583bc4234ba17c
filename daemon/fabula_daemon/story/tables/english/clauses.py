"""English: the small words around a subject and its verb. Another language brings a module with the same
names.
"""

# Between a subject and its verb.
ADVERBS = frozenset(
    "then now still just only also never always often once again soon already almost even ever meanwhile "
    "here there thus too perhaps himself herself themself themselves alone both all each quite rather "
    "half merely simply next at last first later presently instead in turn for a moment".split()
)
PERFECT = frozenset("had has have having 'd".split())
BEING = frozenset("was were is are be being been".split())
MODAL = frozenset("would could should might may must will shall can ought did does do".split())
NEGATED = frozenset("not never no n't nothing neither nor hardly scarcely nobody".split())

# Directly before a name, these make it something else than the subject of what follows.
BEFORE_OBJECT = frozenset(
    "of to with for from by at in on upon into onto about against among around beside besides behind "
    "before below beneath between beyond despite during except inside like near off outside over past "
    "round since through throughout toward towards under underneath until unlike via within without than "
    "called named mr mrs miss ms dr".split()
)
# Directly before a name, these begin a clause that only bears on another.
EMBEDDING = frozenset("that which whom whose what how why whether who whoever whatever if unless".split())
# Directly before a name, these join clauses, and the name may be the next one's subject.
JOINING = frozenset(
    "and but or so then when while as because where yet for though although until before after once".split()
)

# A clause that begins with one of these may have its subject late and without a comma: "With a shrug
# Okonjo rose".
FRONTED = frozenset(
    "all every each most half in on at with without beside besides behind before after when while as by "
    "from under over above below through across near inside outside beyond between among against around "
    "along down up into out off back here there now then later soon once again suddenly slowly quietly "
    "presently next finally perhaps still that this for because since until although though if even only "
    "just meanwhile afterwards tonight today together again far not one".split()
)

# A clause with a verb of its own, before the one whose subject comes: "When the bell rang Okonjo rose".
SUBORDINATING = frozenset("when while after before as since once until till because where".split())
# Before its subject, behind what stands in front: "Out of the dark came Okonjo".
INVERTED = frozenset(
    "came comes stepped strode walked rode ran sat stood stands sits rose emerged appeared".split()
)
# Who is seen, met or found is there.
FINDING = frozenset(
    "found saw met joined greeted spotted noticed passed caught discovered followed reached finds sees "
    "meets joins greets spots notices passes catches follows hear hears heard watched watches "
    "observed".split()
)
# What the dead and the absent do as well as anybody.
LYING = frozenset(
    "lay lie lies lain lying rested rests resting died dies dying dead was were is had has have meant "
    "means mattered remained remains haunted haunts deserved deserves seemed seems belonged belongs left "
    "loved loves existed became".split()
)
# What only the living are.
ALIVE = frozenset(
    "asleep awake alive angry annoyed anxious busy cheerful delighted furious glad happy hungry impatient "
    "late nervous pleased puzzled ready sure surprised thirsty tired".split()
)
# What can be seen done, besides `english_verbs.ACTIONS`.
DEEDS = frozenset("take give talk tell interrupt agree use try insist appear dine".split())
# Behind "said", these tell that something is said there and then, not what.
SAID = frozenset("nothing something it no yes a what this goodbye good little more so much".split())
# Straight before a place, these have somebody there, if only until then.
REACHING = frozenset(
    "found finds reached reaches reaching entered enters entering left leaves crossed crosses crossing "
    "visited visiting searched searching explored exploring roamed roaming prowled patrolled toured".split()
)
# Of coming to a place, so that one is there.
ARRIVING = frozenset(
    "came come comes arrived arrive arrives returned return returns got gets got reached landed lands "
    "entered alighted back".split()
)
# Of being or moving at a place.
STAYING = frozenset(
    "sat sits sitting stood stands standing lay lies lying waited waits waiting stayed stays staying "
    "walked walks walking wandered strolled stopped stops stepped knelt kneels slept sleeps sleeping ate "
    "eats drank worked works working paced ran runs rode rides drove drives dined lunched breakfasted "
    "lived lives hid hides danced leaned leant lounged lingered loitered crossed marched climbed moved "
    "remained lodged stared looked listened watched rested was were is am strode rambled met played sang "
    "spent woke hurried hurries hastened rushed raced dashed sprinted trotted galloped cycled sailed swam "
    "ambled sauntered trudged tramped plodded shuffled hobbled limped staggered stumbled swayed crept "
    "crawled tiptoed slipped slid sidled slouched drifted roamed prowled skulked swept strutted bustled "
    "bounded burst blundered barged turned perched squatted crouched dozed camped begged preached served "
    "toiled".split()
)

# What shows that somebody knows a thing.
KNOWING = frozenset(
    "knew knows known thought thinks remembered remembers understood understands realised realizes "
    "realized realises believed believes told tells said says mentioned mentions explained explains "
    "recalled recalls considered considers pondered blamed blames spoke speaks confessed revealed "
    "described".split()
)
UNKNOWING = frozenset(
    "wondered wonders asked asks guessed guesses doubted ignorant unaware nothing no idea".split()
)
