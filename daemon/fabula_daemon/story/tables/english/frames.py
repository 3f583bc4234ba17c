"""English: what sets a sentence apart from the story's here and now. Another language brings a module with
the same names.
"""

import re

# Each a pattern, case ignored. What is remembered, or told of another time.
REMEMBERED = (
    r"\bremember(?:s|ed|ing)?\b",
    r"\brecall(?:s|ed|ing)?\b",
    r"\breminisc\w+",
    r"\bmemor(?:y|ies)\b",
    r"\bmind['’]s\s+(?:eye|ear)\b",
    r"\bused\s+to\b",
    r"\b(?:years?|months?|weeks?|decades?|centuries|summers?|winters?)\s+(?:ago|before|earlier|back|since)\b",
    r"\blong\s+(?:ago|before|since)\b",
    r"\bonce,?\s+(?:upon|long|as\s+a|when)\b",
    r"\bin\s+(?:those|the\s+old|the\s+good|better|other|former|earlier)\s+(?:\w+\s+)?(?:days|years|times)\b",
    r"\b(?:as|when)\s+(?:he|she|they|\w+)\s+(?:was|were)\s+(?:a\s+)?(?:child|boy|girl|young|small|little|alive)\b",
    r"\bas\s+a\s+(?:child|boy|girl|young\s+\w+)\b",
    r"\b(?:day|night|morning|evening|week|year|time)\s+(?:before|that|when)\s+\w+\s+(?:\w+\s+)?(?:died|was\s+killed|fell)\b",
    r"\bbefore\s+(?:he|she|they|\w+)\s+(?:had\s+)?(?:died|was\s+killed|was\s+dead)\b",
    r"\bbefore\s+(?:the|his|her|their)\s+(?:\w+\s+)?(?:accident|death|war|end|funeral|killing|murder|disaster|"
    r"explosion|fire|wreck)\b",
    r"\bwhile\s+(?:he|she|they)\s+(?:was|were)\s+(?:still\s+)?alive\b",
    r"\bthe\s+late\b",
    r"\bhad\s+(?:once|always|often|never)\b",
)

# What is dreamt, seen in a fever, or walks after death.
DREAMT = (
    r"\bdream(?:s|t|ed|ing)?\b",
    r"\bnightmares?\b",
    r"\bvisions?\b",
    r"\bhallucinat\w+",
    r"\bdelirium\b",
    r"\bghosts?\b",
    r"\bspectres?\b",
    r"\bspirits?\s+of\b",
    r"\bapparition\b",
    r"\bimagin(?:e|es|ed|ing|ation)\b",
    r"\bin\s+(?:his|her|their|my)\s+sleep\b",
    r"\bfanc(?:y|ied)\b",
)

# What is written, drawn or recorded.
_DOCUMENT = (
    r"(?:letters?|notes?|diary|diaries|journal|postcard|telegram|e-?mail|message|memoirs?|testament|will|"
    r"recordings?|tapes?|film|video|footage|playback|hologram|photographs?|photos?|picture|portrait|painting|"
    r"sketch|statue|bust|snapshot)"
)
RECORDED = (
    rf"\b(?:in|from|on|of|by|through)\s+(?:[\w’']+\s+){{0,3}}{_DOCUMENT}\b",
    rf"\b{_DOCUMENT}\s+(?:said|says|read|reads|told|showed|from|of|by)\b",
    r"\b(?:recorded|inscription|handwriting|engraved)\b",
    r"\bwrote\s+that\b",
    r"\bwas\s+written\b",
)

# The dead as the dead are.
DEPARTED = (
    r"\b(?:corpse|body\s+of|funeral|burial|buried|coffin|grave|graveside|graveyard|tomb|ashes|shroud|wake\s+for|"
    r"mourn\w*|bier|morgue|mortuary|hearse|eulogy|memorial)\b",
    r"\b(?:dead|died|deceased|lifeless)\b",
)

# What is not so, or only might be.
SUPPOSED = (
    r"\bas\s+(?:if|though)\b",
    r"\bif\b(?!\s+anything)",
    r"\bunless\b",
    r"\bwhat\s+would\b",
    r"\bwould\s+have\b",
    r"\bcould\s+have\b",
    r"\bmight\s+have\b",
    r"\bshould\s+have\b",
    r"\bwish(?:es|ed)?\b",
    r"\bpretend(?:s|ed|ing)?\b",
    r"\bsuppos(?:e|es|ed)\b",
)

# What somebody does is only likened to what follows.
LIKENED = r"[\s,]\s*as\s+(?:if|though)\b"

# Heard or seen from afar: whoever speaks is not where the listener is.
FROM_AFAR = (
    r"\b(?:phone[ds]?|telephone[ds]?|radio(?:ed|s)?|wireless|intercom|headset|earpiece|handset|loudspeaker|"
    r"loudhailer|communicator|transmitters?|transmission|broadcast|hologram|telegram|telegraph(?:ed)?|cabled|"
    r"radiogram)\b",
    r"\b(?:on|over|by|through|down|across|from|along|in)\s+(?:the|a|an|his|her|their)\s+(?:\w+\s+)?"
    r"(?:line|speakers?|screen|channel|band|comms?|receiver|wire|cable|microphone|mirror)\b",
)

# Said of a name in a clause that a pluperfect tells as over and done there and then.
JUST_THEN = (
    r"\A\W*(?:before\s+(?:anybody|anyone|they|she|he|it|\w+)\s+could|by\s+(?:now|the\s+time|then)|already|"
    r"no\s+sooner)\b"
)

# Somebody looks back: what follows in the paragraph is likely to be of that time too.
LOOKING_BACK = re.compile(r"\b([Hh]e|[Ss]he)(?:['’]d|\s+had)\s+\w+")
PRONOUNS = {"he": "m", "she": "f"}

# A paragraph that begins so takes its scene to another time.
ELSEWHEN = (
    r"\b(?:years?|months?|weeks?|days?|decades?|summers?|winters?|autumns?|springs?)\s+"
    r"(?:ago|before|earlier|previously|back)\b",
    r"\blong\s+(?:ago|before)\b",
)
