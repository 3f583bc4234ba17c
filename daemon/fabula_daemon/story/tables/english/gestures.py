"""English: what people do with their own bodies and clothes, so that “his” there can only be their own."""

from collections.abc import Mapping

CLOTHES = frozenset(
    "coat hat cap gloves glove jacket boots boot shoes shoe cloak shirt scarf helmet spectacles "
    "glasses apron overcoat shawl collar sleeve sleeves cuffs tie belt dress skirt trousers "
    "stockings socks watch ring hood veil clothes clothing".split()
)
_DRESSING = frozenset(
    "took taking put putting pulled pulling buttoned buttoning unbuttoned removed removing doffed "
    "tipped turned turning rolled rolling kicked tugged loosened straightened smoothed adjusted "
    "forgot forgotten left lost".split()
)


def _pairs(lines: str) -> Mapping[str, frozenset[str]]:
    """Return, for each noun, the verbs (in the past, present and as participles) that go with one's own."""
    nouns: dict[str, set[str]] = {noun: set(_DRESSING) for noun in CLOTHES}
    for line in lines.strip().splitlines():
        names, _, verbs = line.partition(":")
        for noun in names.split():
            nouns.setdefault(noun, set()).update(verbs.split())
    return {noun: frozenset(verbs) for noun, verbs in nouns.items()}


# noun: verbs. What may as well be done to another (taking a hand, stroking hair) is left out.
OWN: Mapping[str, frozenset[str]] = _pairs("""
head: shook shakes shaking nodded nods nodding tossed tossing bowed bowing scratched scratching hung hanging
head: ducked ducking inclined inclining threw throwing cocked cocking
hand hands: wiped wiping rubbed rubbing clapped clapping clasped folded folding dusted dusting wrung wringing
hand hands: spread spreading threw waved waving washed washing dried drying warmed warming thrust thrusting
hand hands: shoved stuck raised raising put putting lifted laid
arms arm: folded folding crossed crossing spread spreading stretched stretching threw flung
feet: rose rises rising got getting scrambled scrambling sprang springing leaped leapt jumped jumping
feet: struggled feet: stamped stamping staggered lurched shuffled shuffling wiped wiping
knees: fell falling dropped dropping sank sinking hugged
heel heels: turned turning spun spinning swung
back: lay lying slept sleeping turned turning
side stomach belly: lay lying slept sleeping rolled
shoulders shoulder: shrugged shrugging squared squaring hunched hunching
throat: cleared clearing
lips lip: licked licking bit biting pursed pursing pressed moistened chewed
teeth: gritted gritting clenched clenching ground grinding bared
breath: held holding caught catching drew drawing
eyes: rubbed rubbing narrowed narrowing rolled rolling blinked blinking screwed
brow brows eyebrows eyebrow forehead: raised raising mopped mopping wrinkled knitted knitting furrowed lifted
brow brows eyebrows eyebrow forehead: wiped wiping
chin: stroked rubbed rubbing scratched lifted
nose ear eyes: held holding pressed
nose: blew blowing wrinkled wrinkling wiped rubbed
fingers: counted counting snapped snapping drummed drumming cracked warmed warming licked burnt
watch: looked looking glanced glancing consulted checked wound
breath: sighed
hair: ran passed smoothed pushed raked
fist fists: clenched clenching shook pounded
voice: lowered lowering raised raising found dropped
way: made making picked picking lost felt pushed fought
mind: changed changed making made
seat place: took taking resumed resuming kept
chair seat: leaned leaning leant sat sitting sank shifted settled
pocket pockets: reached fumbled dug felt thrust shoved stuffed
pipe cigarette cigar: lit lighting knocked filled stubbed
work task meal story reading sewing knitting: went goes going carried
name: signed signing wrote spelt
cup glass fork spoon pen pencil knife: put putting set setting laid laying drained emptied
""")
# Of these somebody else's is only unlikely.
LOOSE = CLOTHES | frozenset(
    "hand hands pocket pockets pipe cigarette cigar cup glass fork spoon pen pencil knife seat "
    "place chair way nose ear eyes brow brows forehead hair".split()
)
# One's own, for most of what one does with it, unless one does it to another.
BODY = frozenset(
    "head hand hands arm arms feet foot knees knee back side shoulders shoulder throat lips lip "
    "teeth breath eyes brow brows eyebrows forehead chin nose ear ears fist fists voice mouth face "
    "hair fingers finger thumb stomach heart mind".split()
)
PERSONAL = (
    BODY | CLOTHES | frozenset("pocket pockets chair desk seat pipe bed breakfast dinner supper".split())
)
TO_ANOTHER = frozenset(
    "took take taking held hold holding kissed kissing touched touching stroked stroking saw see "
    "seeing looked looking watched watching met caught catching noticed felt feel admired studied "
    "followed searched scanned examined patted squeezed gripped grasped seized clutched read "
    "slapped struck hit bandaged heard avoided wiped dried brushed smoothed knew loved liked hated "
    "gave handed brought offered opened closed shut lifted covered guarded glanced glancing "
    "looking peered gazing staring stared over rubbed rubbing pulled pulling tugged parted combed "
    "swept sold bought picked collected kept gathered burnt".split()
)
# What is taken without “off”, or put without “on”, may be anybody's.
WITH_PARTICLE = frozenset(
    "took taking put putting pulled pulling turned turning kicked rolled rolling tugged left lost".split()
)
# Words that may stand between the verb and what is one's own: “took off his gloves”, “rose to her feet”.
BETWEEN = frozenset(
    "on off to with down up in into from through at over around round back out against both all of "
    "the close a hand fingers palm sleeve cuff thumb".split()
)
# “with his back to the wall”, “with her hands in her lap”.
WITH_OWN = frozenset(
    "back hands arms head eyes mouth chin feet hat coat cap face legs elbows fists hand sleeves "
    "collar".split()
)
