"""English verbs: the irregular ones, those of what can be seen done in a scene, those of an inner life.
Another language brings a module with the same names.
"""

# base, past, participle
IRREGULAR = tuple(
    (line.split()[0], line.split()[1], line.split()[2])
    for line in """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|bring brought brought|build built built|burst burst burst|buy bought bought
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given
go went gone|grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known
lay laid laid|lead led led|lean leant leant|leap leapt leapt|leave left left|lend lent lent
let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
mistake mistook mistaken|overhear overheard overheard|overtake overtook overtaken|pay paid paid
put put put|quit quit quit|read read read|rend rent rent|rid rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|sling slung slung|slink slunk slunk|slit slit slit|smell smelt smelt
speak spoke spoken|speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun
spit spat spat|split split split|spread spread spread|spring sprang sprung|stand stood stood
steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk|stride strode stridden
strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden
undergo underwent undergone|understand understood understood|undertake undertook undertaken
undo undid undone|unwind unwound unwound|wake woke woken|wear wore worn|weave wove woven|weep wept wept
win won won|wind wound wound|withdraw withdrew withdrawn|withstand withstood withstood
wring wrung wrung|write wrote written
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

# What can be seen or heard done, there and then: said of somebody, it tells a moment of a scene.
ACTIONS = frozenset(
    "accept add adjust admit advance aim alight angle announce answer approach arch arrive ascend ask back "
    "bang bare bark beam beat beckon begin bend bid bite blink block blow blush board bolt bounce bow "
    "brace break breathe bring brush buckle bump burst button call carry carve catch chalk charge check "
    "chew choke chuckle circle clamber clamp clap clasp claw clean clear clench click climb cling clip "
    "close clutch collapse collect comb come cook cough count cover crack cradle crane crash crawl creak "
    "creep cringe cross crouch crumple crush cry cup curl curse curtsy cut dab dance dart dash deal decide "
    "descend dig dip disappear discover dive dodge drag drain drape draw dress drift drink drive drop duck "
    "dump dust ease eat edge empty enter erupt escape examine exhale extend face fall falter fasten feed "
    "feel feign fetch fiddle fight fill find finger finish fire fish fit fix flap flash flatten flee flick "
    "flicker flinch fling flip float flop fluff flush fly fold follow freeze frown fumble gape gasp gather "
    "gaze gesture get giggle glance glare gleam glide glimpse glitter glow go grab grasp greet grimace "
    "grin grind grip groan grope growl grunt guide gulp halt hammer hand hang haul hear heave help "
    "hesitate hide hiss hit hitch hoist hold hop hover howl hug hum hunch hurl hurry inch inhale inspect "
    "jab jerk jog join jump kick kiss kneel knock land laugh launch lay lead lean leap leave lick lie lift "
    "light limp listen load lock look loosen lower lunge lurch make march meet moan mop motion mount move "
    "munch mutter nod note notice nudge open pace pack pad paint pass pat pause pay peel peep peer "
    "perceive perch pick pierce pin pinch pitch place play pluck plunge pocket point poke polish pop pound "
    "pour pout press prod produce pry puff pull pump punch push put raise rap reach read realise realize "
    "recall recognise recognize recoil regard relax reload remove repeat reply reset rest retreat retrieve "
    "return ride ring rip rise roar rock roll row rub ruffle run rush sag salute scan scoop scowl scrabble "
    "scramble scrape scratch scream screw scribble scrub seal search seat see seize send set settle sew "
    "shake shed shift shiver shoot shoulder shout shove show shriek shrug shudder shuffle shut sidle sigh "
    "sign sing sink sip sit skid skip slam slap sleep slice slide sling slink slip slit slouch slow slump "
    "smack smash smell smile smirk smoke smooth snap snarl snatch sneak sneer sneeze sniff snore snort "
    "soak sob spark speak spill spin spit splash split spot spray spread spring sprint squat squeak "
    "squeeze squint stab stack stagger stalk stamp stand stare start startle stay steady steal steer step "
    "stick stiffen stir stoop stop straighten strap stretch stride strike strip stroke stroll struggle "
    "strut study stuff stumble stutter swallow sway sweep swerve swim swing switch tap tear tease throw "
    "thrust thump tick tie tighten tilt tip toss totter touch tour trace track trail tread tremble trip "
    "trot trudge tuck tug tumble turn twirl twist twitch unbuckle unbutton uncover undo unfold unhook "
    "unlock unpack unroll unscrew untie unwind unwrap unzip vanish vault wade wag wait wake walk wander "
    "warm wash watch wave weep wheel whirl whisper whistle win wince wind wink wipe withdraw wobble wonder "
    "work wrap wrench wriggle write yank yawn yell".split()
)

# What a narrator does at the desk, in the present, while the story is in the past.
AT_THE_DESK = frozenset(
    "add admit begin break bring call close come decide discover draw feel find follow get give go hand hear hasten hold lay lead leave look make "
    "note notice pass pause pay "
    "perceive place produce put read realise realize recall recognise recognize repeat return rise run see set show speak stand start stay stop "
    "take touch trace turn wonder write".split()
)

# What only who does it can know; with a clause or an object behind it.
INNER = frozenset(
    "believed decided doubted dreaded envied expected feared felt forgot guessed hated hoped imagined intended "
    "knew longed loved meant needed noticed realised realized recalled recognised recognized regretted remembered "
    "resented resolved sensed supposed suspected thought understood wanted wished wondered".split()
)

# Forms in -s behind "he" that are no verbs; forms in -ed that are no pasts, and bases that are not for present.
NO_VERBS = frozenset(
    "is was has does always perhaps sometimes besides thus as this his its us unless whereas alas yes hers ours "
    "yours theirs towards afterwards upwards downwards backwards forwards onwards inwards outwards across less "
    "else's himself sideways indoors upstairs downstairs overseas nevertheless nonetheless plus versus".split()
)
NO_PASTS = frozenset(
    "need feed seed heed deed weed reed breed speed bleed creed greed steed indeed exceed proceed succeed "
    "hundred sacred kindred naked wicked wretched rugged red bed wed embed".split()
)

# Pasts that are nothing else: neither base, participle, adjective nor noun.
ONLY_PAST = frozenset(
    "was were had did began blew broke came chose drank drew drove flew forgave forgot froze gave grew hid knew "
    "mistook overheard overtook rang rode sang sank shook shrank spoke sprang stole strode strove swam swore "
    "threw took tore trod understood undertook underwent undid went withdrew woke wore wove wrote".split()
)

# Said of what is so at all times, of anybody, or to the reader.
TIMELESS = frozenset(
    "always never often usually sometimes every whenever generally seldom rarely nowadays each any anyone anybody "
    "everyone everybody whoever whomever people reader readers you your yours ye thou thee thy still ever daily "
    "nightly weekly yearly constantly habitually invariably occasionally mostly frequently else".split()
)
# The content of a work is told in the present.
WORKS = frozenset(
    "painting picture photograph portrait statue film movie play novel story book screen poem song ballad act "
    "scene chapter legend tale myth verse drawing fresco tapestry figure engraving libretto opera letter ode "
    "essay report map dream vision page".split()
)
# What tells that a past sentence in a present narration goes further back.
EARLIER = frozenset(
    "yesterday ago once last earlier before previously formerly first originally already since when after "
    "until till then later years months weeks days year month week winter summer spring autumn childhood born "
    "always never often used would had remembers recalls remembered recalled memory back still every because "
    "that which who whose what how why if as".split()
)
