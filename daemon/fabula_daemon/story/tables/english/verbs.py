"""English verbs: the irregular ones, those of what can be seen done in a
scene. Another language brings a module with the same names.
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
    "accept add adjust admit advance aim alight angle announce answer approach arch arrive ascend ask "
    "attach back bang bare bark beam beat beckon begin bend bid bind bite bleed blink block blow blush "
    "board boil bolt bounce bow brace break breathe bring brush buckle bump burn burst bury button buy "
    "cackle call carry carve catch chalk charge check cheer chew choke choose chop chuckle circle "
    "clamber clamp clap clasp claw clean clear clench click climb cling clip close clutch collapse "
    "collect comb come connect cook cough count cover crack cradle crane crank crash crawl creak creep "
    "cringe cross crouch crumple crush cry cup curl curse curtsy cut dab dance dart dash deal decide "
    "descend dial dig dip disappear discover dive dodge douse drag drain drape draw dress drift drink "
    "drive drop dry duck dump dust ease eat edge embrace empty enter erupt escape examine exhale extend "
    "extinguish face fall falter fasten feed feel feign fetch fiddle fight fill find finger finish fire "
    "fish fit fix flap flash flatten flee flick flicker flinch fling flip float flop fluff flush fly "
    "fold follow forget freeze frown fry fumble gag gape gasp gather gaze gesture get giggle give "
    "glance glare gleam glide glimpse glitter glow go grab grasp greet grimace grin grind grip groan "
    "grope growl grunt guard guide gulp halt hammer hand hang haul hear heave help hesitate hide hiss "
    "hit hitch hoist hold hop hover howl hug hum hunch hurl hurry inch inhale inspect jab jerk jog join "
    "jump kick kiss kneel knock knot land laugh launch lay lead lean leap leave lend lick lie lift "
    "light limp listen load lock look loosen lose lower lunge lurch make march meet miss moan mop "
    "motion mount move munch mutter nail nod note notice nudge offer open pace pack pad paint pass pat "
    "pause pay peel peep peer perceive perch phone pick pierce pin pinch pitch place play pluck plug "
    "plunge pocket point poke polish pop pound pour pout pray press prod produce pry puff pull pump "
    "punch push put raise rap reach read realise realize recall recognise recognize recoil regard relax "
    "reload remove repeat reply reset rest retch retreat retrieve return ride ring rinse rip rise roar "
    "rock roll row rub ruffle run rush sag salute scan scoop scowl scrabble scramble scrape scratch "
    "scream screw scribble scrub seal search seat see seize send serve set settle sew shake shave shed "
    "shift shiver shoot shoulder shout shove show shriek shrink shrug shudder shuffle shut sidle sigh "
    "sign sing sink sip sit skid skip slam slap sleep slice slide sling slink slip slit slouch slow "
    "slump smack smash smell smile smirk smoke smooth snap snarl snatch sneak sneer sneeze sniff snore "
    "snort soak sob spark speak spill spin spit splash split spot spray spread spring sprint squat "
    "squeak squeal squeeze squint stab stack stagger stalk stamp stand stare start startle stay steady "
    "steal steer step stick stiffen stir stoop stop straighten strangle strap stretch stride strike "
    "strip stroke stroll struggle strut study stuff stumble stutter swallow sway swear sweep swerve "
    "swim swing swipe switch tackle take tap taste tear tease throw thrust thump tick tickle tie "
    "tighten tilt tip toss totter touch tour trace track trail tread tremble trim trip trot trudge try "
    "tuck tug tumble turn twirl twist twitch unbuckle unbutton uncover undo undress unfold unhook "
    "unlock unpack unroll unscrew untie unwind unwrap unzip vanish vault vomit wade wag wail wait wake "
    "walk wander warm wash watch wave weep wheel whimper whirl whisper whistle win wince wind wink wipe "
    "withdraw wobble wonder work wrap wrench wriggle wring write yank yawn yell".split()
)

# What a narrator does at the desk, in the present, while the story is in the past.
AT_THE_DESK = frozenset(
    "add admit begin break bring call choose close come decide discover draw feel find follow forget "
    "get give go hand hasten hear hold lay lead leave look make note notice offer pass pause pay "
    "perceive place produce put read realise realize recall recognise recognize repeat return rise run "
    "see set show speak stand start stay stop take touch trace try turn wonder write".split()
)

# Forms in -s behind “he” that are no verbs; forms in -ed that are no pasts.
NO_VERBS = frozenset(
    "across afterwards alas always as backwards besides does downstairs downwards else's forwards has "
    "hers himself his indoors inwards is its less nevertheless nonetheless onwards ours outwards "
    "overseas perhaps plus sideways sometimes theirs this thus towards unless upstairs upwards us "
    "versus was whereas yes yours".split()
)
NO_PASTS = frozenset(
    "bed bleed breed creed deed embed exceed feed greed heed hundred indeed kindred naked need proceed "
    "red reed rugged sacred seed speed steed succeed wed weed wicked wretched".split()
)

# Pasts that are nothing else: neither base, participle, adjective nor noun.
ONLY_PAST = frozenset(
    "began blew broke came chose did drank drew drove flew forgave forgot froze gave grew had hid knew "
    "mistook overheard overtook rang rode sang sank shook shrank spoke sprang stole strode strove swam "
    "swore threw took tore trod understood undertook underwent undid was went were withdrew woke wore "
    "wove wrote".split()
)

# Said of what is so at all times, of anybody, or to the reader.
TIMELESS = frozenset(
    "always any anybody anyone constantly daily each else ever every everybody everyone frequently "
    "generally habitually invariably mostly never nightly nowadays occasionally often people rarely "
    "reader readers seldom sometimes still thee thou thy usually weekly whenever whoever whomever ye "
    "yearly you your yours".split()
)
# The content of a work is told in the present.
WORKS = frozenset(
    "act ballad book chapter drawing dream engraving essay figure film fresco legend letter libretto "
    "map movie myth novel ode opera page painting photograph picture play poem portrait report scene "
    "screen song statue story tale tapestry verse vision".split()
)
# What tells that a past sentence in a present narration goes further back.
EARLIER = frozenset(
    "after ago already always as autumn because before born childhood days earlier every first formerly "
    "had how if last later memory month months never often once originally previously recalled recalls "
    "remembered remembers since spring still summer that then till until used week weeks what when "
    "which who whose why winter would year years yesterday".split()
)
