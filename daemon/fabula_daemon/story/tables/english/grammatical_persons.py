"""English: what shows in which person a story is told, and into whose head it looks. Another language brings
a module with the same names.
"""

# A word by which whoever tells the story says that it is about herself.
FIRST = r"(?<![\w’'-])(?:I|[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)(?![\w-])"
# Pronouns that tell of one person, by gender.
OF_ONE = {
    "m": r"(?<![\w’'-])(?:[Hh]e|[Hh]im|[Hh]is|[Hh]imself)(?![\w-])",
    "f": r"(?<![\w’'-])(?:[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)(?![\w-])",
}
# What is mine about the person who tells, rather than about her reader and her hero.
BODY = frozenset(
    "arm arms back belly boots breath brow cheek cheeks chest chin coat ears elbow eyes face feet "
    "finger fingers fist fists foot forehead glove gloves hair hand hands head heart helmet jaw knee "
    "knees knuckles leg legs lips lungs mouth neck pocket pulse ribs shoulder shoulders skin sleeve "
    "stomach teeth thigh throat thumb tongue visor voice wrist wrists".split()
)
# What is done to somebody who is there.
DONE_TO = frozenset(
    "asked beckoned brought caught dragged embraced followed gave grabbed handed held hit hugged kissed "
    "led lent nudged offered passed patted pulled pushed seized shook shoved showed slapped threw told "
    "tossed touched watched".split()
)
# What an author who tells of others may say that she did.
TOLD_BY_AUTHORS = frozenset(
    "add admit began begin bring brought call called decide decided described discover feared "
    "followed gave give hear heard hinted intended introduced keep leave left make meant mentioned met "
    "named note noted notice observed pass passed perceive pledged produce promised proposed read "
    "recall recognise recognize referred related remarked repeat repeated return said say see set show "
    "showed spare speak spoke start stated take told touch trace undertook wonder write wrote".split()
)
# A thought, a letter or speech without marks has one of these beside it.
SAYING = frozenset(
    "answered asked asks diary journal letter murmured muttered note prayed repeated replied said sang "
    "say saying says song tell tells think thinking thinks thought told whispered wondered wonders "
    "writes written wrote".split()
)

# What only she can know of whom it is said.
INNER = frozenset(
    "believed dreaded envied feared felt hoped knew longed realised realized regretted remembered "
    "resented sensed suspected thought understood wished wondered".split()
)
# ... unless this follows: it can be seen or heard.
VISIBLE_AFTER = (
    r"about|aloud|out\s+loud|it\s+over|over|for|along|around|across|under|behind|inside|in|his\s+way|her\s+way|"
    r"their\s+way|to|better|how\s+to"
)
# ... and here it is only guessed.
GUESSED = (
    r"\b(?:seem\w*|appear\w*|looked|sounded|perhaps|maybe|probably|evidently|obviously|clearly|plainly|apparently|"
    r"surely|doubtless|no\s+doubt|must|might|may|guess\w*|supposed|imagined|could\s+(?:see|tell|hear)|saw|told|said|"
    r"as\s+(?:if|though)|asked)\b"
)
