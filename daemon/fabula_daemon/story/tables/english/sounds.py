"""English: spellings that sound alike. Another language brings a module with the same names."""

# In order, on a name in lower case without accents: what is written, and the one way in which it is kept.
SOUNDS = (
    (r"sch", "sh"),
    (r"ph", "f"),
    (r"(?<=.)ck|ck|q(?:u(?=[eiy]))?|k", "c"),
    (r"c(?=[eiy])", "s"),
    (r"ch(?=r|l|\Z)", "c"),
    (r"x", "cs"),
    (r"z", "s"),
    (r"\Akn|\Agn", "n"),
    (r"\Awr", "r"),
    (r"gh(?=t|\Z)|(?<=[aeiou])gh", ""),
    (r"g(?=[eiy])", "j"),
    (r"th", "t"),
    (r"(?<=[aeiouy])h|(?<=[rgw])h", ""),
    (r"ee|ea|ie|ei|ey|y|i", "e"),
    (r"ai|ay|ae", "a"),
    (r"oa|ou|ow|au|aw|oe", "o"),
    (r"oo|eu|ew|ue", "u"),
    (r"[aeo]r(?=\Z|[^aeiou])", "er"),
    (r"(.)\1+", r"\1"),
    (r"(?<=[^aeou])e\Z", ""),
)

# Behind a known name, these make another word of it, not a slip: Mars, Martian; Paul, Paula; Dick, Dicky.
DERIVED = (
    "s", "es", "n", "an", "ian", "ean", "ite", "ish", "ese", "er", "ers", "ess", "ette", "ism", "ist",
    "ia", "land", "ton", "ville", "ing", "ed", "like", "y", "ie", "a", "o",
)  # fmt: skip

# Letters of other scripts that look like Latin ones.
LOOK_ALIKES = {
    **dict(zip("аеорсухкмнтвіјѕһԁԛԝ", "aeopcyxkmhtbijshdqw", strict=True)),
    **dict(zip("АВЕКМНОРСТХІЈЅУ", "ABEKMHOPCTXIJSY", strict=True)),
    **dict(zip("οανρτυχκιεγ", "oavptuxkiey", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
}
