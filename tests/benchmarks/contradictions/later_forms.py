"""More ways of saying it, added when the checks had learnt the first ones: a check that knows sentences, not
English, fails here. The slots are those of `forms`.
"""

from collections.abc import Mapping

EYES = (
    "{name} was tall and lean, with {value} eyes and a nose that had once been broken.",
    "His were brown and hers were green, but {name}’s eyes were {value}, and there was no arguing with them.",
    "{name} fixed them all with a {value} stare.",
    "It was the eyes that gave {name} away; no one else had eyes so {value}.",
    "{name}, whose eyes were {value}, had never needed spectacles.",
    "Beneath {name}’s brows the eyes showed {value} and cold.",
    "{name} blinked {their} {value} eyes against the dust.",
    "How {value} {name}’s eyes were in that light!",
    "{name} had inherited {their} grandfather’s {value} eyes and nothing else.",
    "{name}’s large {value} eyes filled slowly.",
    "With {their} {value} eyes half closed, {name} listened.",
    "{name} leaned forward, and {their} eyes—{value}, steady, without any hurry in them—went to the clock.",
)

HAIR = (
    "{name} was thin and {value}-haired and wore a coat too large for {them}.",
    "{name}, whose hair was {value}, never went out without a hat.",
    "Somebody had cut {name}’s {value} hair with garden shears.",
    "{name} twisted a {value} curl round one finger.",
    "The lamp shone on {name}’s {value} head.",
    "{name} had {value} hair and a scar on the chin.",
    "{name} brushed the snow from {their} {value} hair.",
    "{name} leaned out, {their} {value} hair blowing.",
    "{name}’s {value} plait hung down over the chair.",
    "Above the collar {name}’s hair was short and {value}.",
    "{name} had gone out with {their} {value} hair uncovered.",
    "It was {name}, a tall {man} with a shock of {value} hair.",
)

AGE = (
    "{name} was a {man} of about {age} with a limp.",
    "{name} was {age} that winter and felt none of it.",
    "{name} had just turned {age}.",
    "{name}, {age} and unafraid, went first.",
    "{name} was nearer {decade_tens} than {right_tens}.",
    "{name} would be {next_age} in the spring.",
    "{name}, a {man} of some {age} years, got up.",
    "A {age}-year-old {man} named {name} answered the door.",
    "In all {their} {age} years {name} had never been so cold.",
    "{name} was in {their} early {decade}.",
    "It was {name}’s {ordinal} birthday.",
    "{name} had lived {age} years and learnt to wait.",
)

RANK = (
    "{name}’s rank was {rank}, and {they} meant to keep it.",
    "As a {rank}, {name} was entitled to a chair.",
    "“Quiet,” ordered {Rank} {name}.",
    "{name} had been a {rank} since the spring.",
    "{name} put on the {rank}’s cap and went out.",
    "{name} saluted, as a {rank} should.",
    "Behind the desk sat {Rank} {name} with a pen.",
    "The door bore a brass plate: {Rank} {name}.",
    "{name}, a {rank} these two years, knew the form.",
    "They had all served under {Rank} {name}.",
)

DECEASED = (
    "{name} opened the window and leaned out.",
    "“I disagree,” said {name} quietly.",
    "{name} took the lamp from the hook, and they went down together.",
    "Across the table {name} was peeling an apple.",
    "{name} grinned.",
    "They saw {name} coming up the path with a basket.",
    "“You see?” {name} turned to the others. “It opens.”",
    "{name} stood up and stretched.",
    "{name} was asleep in the corner, breathing evenly.",
    "{name}, who had been listening, put down the book.",
    "Only {name} laughed.",
    "The others looked at {name}, who shrugged and lit the stove.",
)

PRONOUN = (
    "{name} leaned back in {w_their} chair.",
    "{name} drew the curtain, and then {w_they} sat down on {w_their} bed.",
    "{name} put {w_their} hand to {w_their} mouth.",
    "“Perhaps,” {name} said. {W_they} smiled.",
    "{name} had left {w_their} spectacles on the shelf.",
    "{name} turned up {w_their} collar against the wind.",
    "{name} cleared {w_their} throat.",
    "{name} ate {w_their} supper alone, as {w_they} did every night.",
    "{name} lay on {w_their} back and looked at the ceiling.",
    "{name} was sure of it; {w_they} would have sworn to it.",
    "Pulling on {w_their} boots, {name} swore softly.",
    "{name} looked at {w_themself} in the glass.",
)

MISSPELLED = (
    ("vowel", "{slip} had gone out without a word."),
    ("consonant", "“Who is there?” called {slip}."),
    ("dropped", "The letter was for {slip}, who did not open it."),
    ("swapped", "And then {slip} began to cough."),
    ("sound", "The chair was {slip}’s, and nobody else sat in it."),
    ("doubled", "“Sit down, {slip},” somebody said."),
    ("added", "{slip} stood at the rail with both hands in the pockets of a wet coat."),
    ("vowel-end", "Of all of them only {slip} had understood."),
)

UNKNOWN = (
    ("full", "{new} had been waiting for an hour."),
    ("full", "The man in the doorway was {new}."),
    ("title", "“Ask {Mr} {surname},” the boy said."),
    ("given", "{given} shook the snow from a grey shawl."),
    ("surname", "{surname} had the key, and {surname} was drunk."),
    ("full", "“My name is {new},” said the stranger."),
    ("given", "“And {given}?” somebody asked. “Where is {given}?”"),
    ("rank", "They were met by Sergeant {surname}, who had lost his cap."),
    ("title", "{Mr} {surname}, the grocer, put up the shutters."),
    ("full", "Between them sat {new}, knitting."),
)

WHEREABOUTS = (
    "{name} was standing at the window of a house in {elsewhere}.",
    "{name} opened the door and walked out into {elsewhere}.",
    "When the bell rang {name} was still in {elsewhere}.",
    "{name} ate a cold supper in {elsewhere} and went to bed.",
    "{name} arrived at {elsewhere} towards evening.",
    "Everybody in {elsewhere} saw {name} go by that morning.",
    "{name} worked late that night in {elsewhere}.",
    "{name} had returned to {elsewhere} the day before.",
    "From {elsewhere}, where {name} was staying, one could see the smoke.",
    "{name} stepped out into the noise of {elsewhere}.",
)

LATER: Mapping[str, tuple[str, ...] | tuple[tuple[str, str], ...]] = {
    "eyes": EYES,
    "hair": HAIR,
    "age": AGE,
    "rank": RANK,
    "deceased": DECEASED,
    "pronoun": PRONOUN,
    "misspelled": MISSPELLED,
    "unknown": UNKNOWN,
    "whereabouts": WHEREABOUTS,
}

LATER_DISTRACTORS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "eyes": (
        ("somebody else", "{name} had a sister with {value} eyes."),
        ("somebody else", "Her mother’s eyes had been {value}; {name} had never seen them."),
        ("an animal", "The dog looked at {name} with {value} eyes."),
        ("supposed", "{name} imagined somebody tall, with {value} eyes."),
        ("a description given", "According to the notice {name} had {value} eyes; the notice was wrong."),
        ("a thing", "The {value} eye of the signal winked at {name}."),
    ),
    "hair": (
        ("somebody else", "The girl who followed {name} had {value} hair."),
        ("somebody else", "{name} bowed to the {value}-haired stranger."),
        ("a thing", "{name} found a {value} hair on the collar of the coat."),
        ("to come", "In ten years {name}’s hair would be white."),
        ("a picture", "In the old picture {name}’s father had {value} hair."),
    ),
    "age": (
        ("somebody else", "{name} nodded to a man of {age} in a straw hat."),
        ("no age", "The house was {age} years old, and {name} knew every board of it."),
        ("no age", "{name} waited {age} minutes."),
        ("remembered", "{name} remembered being {younger}."),
        ("compared", "{name} felt like a child of ten."),
    ),
    "rank": (
        ("somebody else", "{name} sat beside the {rank} and said nothing."),
        ("somebody else", "The {rank} nodded to {name}."),
        ("compared", "{name} gave orders like any {rank}."),
        ("an old title", "{name}’s father had been a {rank} in the old days."),
    ),
    "deceased": (
        ("remembered", "It was {name} who had found the place, years ago."),
        ("absent", "{name} would never see it now."),
        ("a thing", "{name}’s hat lay on the chair."),
        ("speech", "“{name} opened the window,” the boy said, “and that was the last of it.”"),
        ("a burial", "They lowered {name} into the ground before it was light."),
        ("a likeness", "The child had laughed exactly as {name} used to."),
    ),
    "pronoun": (
        ("somebody else", "{name} opened the door for the {w_man} and took {w_their} hat."),
        ("somebody else", "{name} listened to the {w_man} upstairs: {w_they} was singing."),
        ("somebody else", "The {w_man} asked {name} to hold {w_their} coat."),
        ("right", "{name} leaned back in {their} chair."),
    ),
    "misspelled": (
        ("right", "{name} had gone out without a word."),
        ("right", "“Sit down, {name},” somebody said."),
    ),
    "unknown": (
        ("a place", "He had been to Marlow Heath and back on foot."),
        ("a ship", "The Silver Gull lay in the harbour, and nobody was on board."),
        ("a language", "The notice was in Latin and in Welsh."),
        ("a newspaper", "He folded the Evening Herald and went to sleep."),
        ("a feast", "It would soon be Easter."),
    ),
    "whereabouts": (
        ("a wish", "{name} wanted to be in {elsewhere}."),
        ("before", "{name} had been in {elsewhere} the year before."),
        ("somebody else", "The man who had replaced {name} came from {elsewhere}."),
        ("speech", "“Is {name} at {elsewhere}?” asked the boy."),
        ("a plan", "{name} was to go to {elsewhere} in the spring."),
        ("a picture", "{name} had a picture of {elsewhere} on the wall."),
    ),
}
