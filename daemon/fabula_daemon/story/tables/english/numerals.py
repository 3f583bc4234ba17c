"""English: numbers in words, ordinals and decades, as ages are told."""

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_UNITS = "zeroth first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = [
    f"{teen}th" for teen in "ten eleven twelf thirteen fourteen fifteen sixteen seventeen".split()
]
_ORDINAL_TEENS += ["eighteenth", "nineteenth"]


def _numbers() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_UNITS + _TEENS)}
    for n, ten in enumerate(_TENS, start=2):
        words[ten] = 10 * n
        words |= {f"{ten}-{unit}": 10 * n + i for i, unit in enumerate(_UNITS[1:], start=1)}
    words |= {"a hundred": 100, "one hundred": 100}
    for joint in ("a hundred and", "one hundred and"):
        words |= {f"{joint} {word}": 100 + n for word, n in list(words.items()) if 0 < n < 100}
    return words


def _ordinals() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_ORDINAL_UNITS + _ORDINAL_TEENS)}
    for n, ten in enumerate(_TENS, start=2):
        words[f"{ten[:-1]}ieth"] = 10 * n
        words |= {f"{ten}-{unit}": 10 * n + i for i, unit in enumerate(_ORDINAL_UNITS[1:], start=1)}
    return words | {"hundredth": 100}


# “fifty-two” → 52; spaces and hyphens are written as in print.
NUMBERS = _numbers()
ORDINALS = _ordinals()
# “fifties” → 50; “teens” → 13.
DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(_TENS, start=2)} | {"teens": 13}
PARTS_OF_A_DECADE = {
    "early": (0, 4),
    "mid": (3, 7),
    "mid-": (3, 7),
    "middle": (3, 7),
    "late": (6, 9),
    "later": (6, 9),
}
STAGES = {
    "septuagenarian": (70, 79),
    "octogenarian": (80, 89),
    "nonagenarian": (90, 99),
    "centenarian": (100, 120),
    "sexagenarian": (60, 69),
    "teenager": (13, 19),
    "teenaged": (13, 19),
    "teenage": (13, 19),
}
# What stands before a number and makes it vague, by what it makes of it.
_VAGUE = """
below: not yet | under | below | less than | no more than | on the right side of
above: past | over | above | beyond | more than | upwards of | on the wrong side of | the far side of
nearly: nearly | almost | nigh on | approaching | rising | barely | scarcely | hardly | close to | going on
nearly: getting on for
nearly: pushing | nearing | just under | not far off | not far short of
about: about | around | some | perhaps | maybe | roughly | approximately | probably | possibly | say | round
about: circa | somewhere about | somewhere around | in the region of | nearer | nearer to | closer to
about: just over | just past
"""
VAGUE = {
    phrase.strip(): line.partition(":")[0]
    for line in _VAGUE.strip().splitlines()
    for phrase in line.partition(":")[2].split("|")
}
RATHER = frozenset("a little well some just far not much way rather somewhat".split())
LONGEST_VAGUE = 5
