"""English: what is said of people's eyes, hair, hands and scars, and which words of it mean the same.

Each colour is written with the plain colours that it may stand for, so that two words agree where they share
one: “auburn” may be called red, “hazel” brown or green.
"""

from collections.abc import Mapping

Colours = Mapping[str, frozenset[str]]
TONES = frozenset("dark light pale".split())

EYE_NOUNS = frozenset("eyes eye irises iris orbs pupils".split())
HAIR_NOUNS = frozenset(
    "hair hairs locks lock curls curl tresses tress braid braids plait plaits ringlets ringlet "
    "ponytail pigtails pigtail mane mop fringe bangs bun chignon topknot strands strand forelock "
    "crop shock thatch dreadlocks quiff".split()
)
# “fixed them with a green stare”; a black look is no colour.
GAZES = frozenset("stare gaze glance".split())
PLAIN_EYES = frozenset("blue green brown grey gray hazel violet".split())
HAIR_SHAPES = frozenset("tufts tuft wisps wisp spikes waves coils strings ringlets streaks".split())
# “a coat of hair cloth”: not somebody's hair.
OF_HAIR = frozenset("cloth shirt brush ribbon ribbons net oil dye pin pins tonic trigger trunk sofa".split())
# Heads that are hair only with a colour before them: “bent the red head”.
HEAD_NOUNS = frozenset({"head"})
# What stands between a colour and the eyes it is of: “the green depths of her eyes”.
DEPTHS = frozenset(
    "depth depths gleam glint glimmer shade hue tint colour color blue-green irises pupils".split()
)


def _classes(lines: str) -> Mapping[str, frozenset[str]]:
    """Return, for each word, the plain colours that its lines give it."""
    words: dict[str, set[str]] = {}
    for line in lines.strip().splitlines():
        plain, _, names = line.partition(":")
        for name in names.split():
            words.setdefault(name, set()).update(plain.split())
    return {word: frozenset(plain) for word, plain in words.items()}


EYE_COLOURS: Mapping[str, frozenset[str]] = _classes("""
grey: grey gray greyish grayish steel steely slate slate-grey slate-gray silver silvery ashen pewter gunmetal
grey: steel-grey steel-gray flint flint-grey smoke-grey stone-grey lead-grey iron-grey iron-gray storm-grey
grey: ash-grey
blue: blue bluish azure sapphire cornflower cobalt cerulean sky-blue ice-blue navy indigo ultramarine
blue: cornflower-blue china-blue baby-blue porcelain-blue periwinkle delft
blue grey: blue-grey blue-gray grey-blue gray-blue steel-blue slate-blue
blue green: blue-green green-blue turquoise aquamarine teal aqua
green: green greenish emerald emerald-green jade olive sea-green grass-green bottle-green moss-green
green: leaf-green
green grey: grey-green gray-green green-grey green-gray
green brown hazel amber: hazel
green brown hazel: green-brown brown-green
brown: brown brownish chestnut chocolate coffee-coloured mahogany nut-brown umber cocoa russet dun cinnamon
brown: dark-brown chocolate-brown coffee-brown peat-brown bark-brown conker-brown
brown amber: light-brown tawny whisky-coloured topaz caramel toffee
amber: amber golden gold honey honey-coloured yellow yellowish
amber brown: golden-brown honey-brown
black: black jet jet-black ebony onyx coal-black inky obsidian raven sloe-black
black brown: brown-black near-black
violet: violet purple lilac amethyst lavender mauve
violet blue: violet-blue blue-violet
""")

HAIR_COLOURS: Mapping[str, frozenset[str]] = _classes("""
blond: blond blonde fair golden gold flaxen straw-coloured straw-colored straw yellow yellowish honey
blond: honey-coloured honey-colored honey-blond honey-blonde corn-coloured corn-colored wheaten platinum
blond: ash-blond ash-blonde tow tow-coloured towheaded butter-coloured lint-white
blond: golden-blond golden-blonde pale-gold
blond white: platinum-blond platinum-blonde white-blond white-blonde tow-white flax-white
blond brown fawn: light dark-blond dirty-blond dirty-blonde tawny golden-brown light-brown honey-brown
blond ginger: strawberry strawberry-blond strawberry-blonde red-gold red-golden reddish-gold reddish-blond
blond ginger fawn: sandy sand-coloured sandy-coloured
red ginger: ginger gingery carroty carrot carrot-red
red: red reddish copper coppery copper-coloured copper-colored flame-coloured
red: titian rust-coloured fox-red foxy fiery flaming scarlet crimson copper-red flame-red russet-red
red auburn: auburn dark-red russet rust
red auburn brown: reddish-brown red-brown auburn-brown chestnut mahogany
brown fawn: mousy mouse-brown mouse-coloured dun
brown: brown brownish brunette nut-brown walnut chocolate hickory hazel
brown: dark-brown chocolate-brown coffee-brown umber
brown black: brown-black brunet dusky swarthy
black: black raven jet jet-black ebony coal-black inky sable pitch-black raven-black blue-black onyx ebon
black brown auburn: dark darkish
grey white: grey gray greyish grayish iron-grey iron-gray steel-grey steel-gray pewter ash-grey ash-gray
grey white: slate-grey
grey black brown: salt-and-pepper pepper-and-salt greying graying grizzled grizzling
grey white: silver silvery silver-grey silver-gray silvered silver-white hoary ashen frosty
white: white snow-white snowy milk-white whitened
blue: blue bluish
green: green greenish
pink: pink
purple: purple violet lilac mauve
""")

# A noun that a colour is likened to: “hair the colour of straw”, “eyes like emeralds”.
LIKENESSES: Mapping[str, Mapping[str, frozenset[str]]] = {
    "eyes": _classes("""
grey: slate steel smoke pewter flint rainclouds ash ashes lead
blue: sapphires sapphire cornflowers forget-me-nots sky cornflower
green: emeralds emerald jade grass moss leaves
brown: chestnuts chocolate coffee mahogany peat conkers
amber: amber honey
black: coal jet ink onyx soot coals
violet: violets amethysts violet lilac
"""),
    "hair": _classes("""
blond: straw wheat corn flax butter honey gold
red: copper carrots flame rust ginger foxes fire
brown: chestnuts walnut chocolate mice
black: coal jet ink soot ravens pitch
grey: ash iron pewter ashes
white: snow milk chalk
"""),
}

# “green-eyed”, “red-haired”.
EYED = frozenset({"eyed", "irised"})
HAIRED = frozenset("haired headed tressed locked curled maned thatched".split())
# Nouns that say the colour of somebody's hair.
HAIR_PERSONS: Mapping[str, frozenset[str]] = _classes("""
blond: blonde blond
red auburn: redhead
brown black: brunette brunet
""")

# Who does this sees another's.
BEHOLDING = frozenset(
    "saw see sees seen noticed notices beheld met meets faced watched remarked observed recognised "
    "recognized recognise found examined studied scanned admired painted described liked loved "
    "preferred hated wanted envied looking gazing staring swept sold bought collected gathered "
    "burnt".split()
)
# What colours eyes or hair for a while, or only to look at.
CAUSES = frozenset("with from by under against beneath in".split())
LIGHT = frozenset(
    "light lamplight sunlight moonlight firelight candlelight starlight daylight torchlight sun "
    "moon lamp fire glow glare shadow shadows dusk dark darkness gloom twilight dawn flash flare "
    "beam rays".split()
)
# With one of these, what is seen is not what is.
DISGUISES = frozenset(
    "wig wigs wigged dye dyed dyes dyeing bleach bleached bleaching tint tinted tinting rinse lens "
    "lenses disguise disguised mask masked masks costume powder powdered painted drawn carved sewn "
    "embroidered stitched".split()
)

HANDS: Mapping[str, str] = {
    "left-handed": "left",
    "right-handed": "right",
    "left-hander": "left",
    "right-hander": "right",
    "southpaw": "left",
    "ambidextrous": "both",
}
MARK_NOUNS = frozenset(
    "scar scars burn burns birthmark tattoo tattoos mole weal brand cicatrice scarring wart limp "
    "patch".split()
)
BODY_PARTS = frozenset(
    "cheek cheeks brow eyebrow temple jaw chin lip forehead nose ear neck throat shoulder arm "
    "forearm wrist hand palm knuckles finger fingers thumb elbow chest breast rib ribs side hip "
    "thigh leg knee shin calf ankle foot back face eye eyelid".split()
)
