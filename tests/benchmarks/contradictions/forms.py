"""The ways in which novels state what a sheet may contradict: the bench writes each of these into a story.

Written before the checks that they test. A form is a sentence, or a few, with slots; a form without `{name}`
is put behind a sentence about the person, so that its pronoun means her. The slots:

* `{name}`: the person, as the story names her. `{they} {them} {their} {theirs} {They} {Their} {themself}`:
  her pronouns. `{man}`: man, woman or person.
* `{value} {a_value}`: the wrong value, alone or behind its article; `{right} {a_right}`: the declared one.
* `{age} {digits} {a_digits} {ordinal}`: the wrong age in words, in figures, as an ordinal; `{decade}`: its
  decade (“fifties”); `{young} {old}`: a round number far below her age, one far above it. `{right_age}
  {right_decade}`: the declared ones; `{younger} {older}`: an age that she had once, one that she will have;
  `{few}`: some years.
* `{Rank} {rank}`: the wrong rank with a capital and without; `{Right_rank} {right_rank}`: the declared one.
* `{w_they} {w_them} {w_their} {w_themself} {w_man}`: what she is not.
* `{slip}`: her name, misspelled.
* `{new} {given} {surname} {Mr}`: somebody whom nobody knows, and a title; `{kin}`: a surname the world knows.
* `{place}`: where the sheet says that she is; `{elsewhere}`: somewhere else.
"""

from collections.abc import Mapping

EYES = (
    "{name} turned {their} {value} eyes to the window.",
    "{Their} {value} eyes missed nothing of this.",
    "{name} looked up with eyes as {value} as {their} mother’s had been.",
    "{name}, {value}-eyed and watchful, said nothing at all.",
    "For a moment the {value} of {name}’s eyes was all that could be seen.",
    "{They} turned, and {their} eyes were {value}.",
    "{name} had {value} eyes, set rather far apart.",
    "There was no kindness in {name}’s {value} eyes.",
    "{name}’s eyes, which were {value}, rested on the door.",
    "A pair of {value} eyes, {name}’s, met them over the rim of the cup.",
    "The light fell on {name}’s face, and the eyes in it were of a clear {value}.",
    "Nobody who had once seen {name} forgot those eyes: large, steady and {value}.",
    "{They} had {their} father’s chin and {their} father’s eyes, {value} and a little tired.",
    "{name} was {a_value}-eyed {man} with a quick smile.",
    "Under the lamp {name}’s irises showed {value}.",
    "{name} regarded the paper with one {value} eye, the other being shut against the smoke.",
    "Something moved in the {value} depths of {name}’s eyes.",
    "{name} lifted {their} head; {their} eyes, {value} and very bright, went from one to the other.",
)

HAIR = (
    "{name} pushed back {their} {value} hair.",
    "{Their} {value} hair had come loose in the wind.",
    "{name} stood bareheaded in the doorway with {their} {value} hair on end.",
    "{name} was {a_value}-haired {man} of no great height.",
    "{name}, {value}-haired and hatless, came down the steps.",
    "The sun was on {name}’s hair, and turned the {value} of it almost to fire.",
    "{They} ran a hand through {their} hair, which was {value}.",
    "{name} had hair as {value} as {their} mother’s had been.",
    "{name}’s hair was {value}, and cut very short.",
    "A lock of {value} hair fell across {name}’s forehead.",
    "{name} bent the {value} head over the table again.",
    "{They} had thick {value} hair, brushed straight back from the brow.",
    "{name} combed {their} long {value} locks before the glass.",
    "The {value} curls at {name}’s temples were damp.",
    "{name}’s hair, {value} and rather coarse, stood up like a brush.",
    "There was no mistaking that {value} hair: it was {name}.",
    "The wind got at {name}’s hair and blew the {value} strands about {their} face.",
    "Of all in the room only {name} had {value} hair.",
)

AGE = (
    "At {age}, {name} still took the stairs two at a time.",
    "{name} was {age} years old and looked it.",
    "{name} was {age}.",
    "{name}, {age} years old, had seen nothing like it before.",
    "{name} had turned {age} that spring.",
    "{name} was a {man} of {age}, and tired.",
    "The {age}-year-old {name} climbed up behind them.",
    "{They} was {age} years of age, and in excellent health.",
    "{name}, who was {age} that year, shook {their} head.",
    "For all {their} {age} years, {name} moved quickly.",
    "{name}, {digits}, sat down at the end of the row.",
    "{name} was well into {their} {decade}.",
    "{name} had reached the age of {age} without once being asked.",
    "On the day after {their} {ordinal} birthday {name} was up before it was light.",
    "{They} was a {man} in {their} {decade}, plainly dressed.",
    "{name} was not yet {young}.",
    "{name} was well past {old}.",
    "Now, {age} years old, {name} found that it no longer mattered.",
)

RANK = (
    "{Rank} {name} read the order twice.",
    "“That will do,” said {Rank} {name}.",
    "{name}, now a {rank}, stood at the head of the table.",
    "{name} was a {rank}, and never let it be forgotten.",
    "As {rank}, {name} had the last word.",
    "The {rank}, {name}, had not moved.",
    "{name} held the rank of {rank}.",
    "{name} wore the uniform of a {rank} buttoned to the chin.",
    "They had made {name} a {rank}, and the work was no easier for it.",
    "{name} had been promoted {rank} and did not care who knew it.",
    "{name} was the only {rank} in the room.",
    "{name}, the {rank}, put the key on the nail.",
    "The clerk stood up for {Rank} {name}, and the others after him.",
    "{Rank} {name}’s boots were on the stairs.",
    "Nobody there was above {Rank} {name}, and the order stood.",
)

DECEASED = (
    "{name} laughed and reached for the door.",
    "“Come in,” said {name}.",
    "“There is no hurry,” {name} said, and sat down on the step.",
    "{name} was waiting at the foot of the stairs with a lamp.",
    "{name} nodded.",
    "Beside them {name} lit the lamp, without a word, and held it up.",
    "They found {name} at the table, eating bread.",
    "The door opened, and {name} came in out of the wind.",
    "{name} walked in front now; {name} had the map.",
    "With a shrug {name} put the letter away and looked out.",
    "“Not yet?” asked {name}, frowning.",
    "When the others had gone {name} stayed, and poked the fire, and yawned.",
    "{name}’s hand closed on the rail; {name} pulled, and the gate swung.",
    "A voice answered from the passage: it was {name}, out of breath and in a temper.",
    "{name} and the rest of them crossed the yard in silence.",
    "Before anybody could speak {name} had taken the cup and drunk it.",
)

PRONOUN = (
    "{name} put on {w_their} coat and went to the door.",
    "{name} wiped {w_their} hands and looked round.",
    "{name} stopped; {w_they} had heard it too.",
    "{name} shook {w_their} head, and for a while {w_they} said nothing.",
    "“I know,” said {name}, and {w_they} sat down.",
    "“Wait,” {name} said, putting down {w_their} cup.",
    "{name} had hurt {w_themself} on the step.",
    "When {name} came in {w_they} was smiling, and {w_their} boots were wet.",
    "{name} held the paper close to {w_their} own eyes, for {w_they} saw badly without glasses.",
    "{name} folded {w_their} arms.",
    "Then {name}, with {w_their} back to the wall, began to laugh.",
    "{name} took off {w_their} gloves, one finger at a time.",
    "{name} rose to {w_their} feet.",
    "{name} blinked, rubbed {w_their} eyes, and blinked again.",
    "Nobody asked {name} what {w_they} thought of it, though {w_they} plainly thought something.",
)

# (what is done to the name, the sentence): `values.misspelled` does it.
MISSPELLED = (
    ("doubled", "{slip} went to the window and came back."),
    ("dropped", "“Let us go,” said {slip}."),
    ("swapped", "They waited for {slip} at the corner."),
    ("vowel", "{slip}’s hand was on the rail."),
    ("vowel", "“Nothing,” {slip} answered, and turned away."),
    ("sound", "{slip} looked from one to the other."),
    ("sound", "It was {slip} who spoke first."),
    ("dropped", "Nobody had told {slip} of it."),
    ("doubled", "Behind the door {slip} was laughing."),
    ("consonant", "{slip} nodded and put the lamp down."),
    ("consonant", "The lamp stood between {slip} and the wall, and it smoked."),
    ("added", "{slip} had not slept."),
    ("swapped", "“Have you seen {slip}?” asked the boy."),
    ("vowel-end", "{slip} shook the rain from the coat and sat down."),
    ("lower", "Later on {slip} came back alone."),
)

# (who is named, the sentence)
UNKNOWN = (
    ("full", "“Good evening,” said {new}, and took off a wet hat."),
    ("full", "{new} was standing at the gate with a lantern."),
    ("full", "{new}, who kept the shop on the corner, had heard nothing."),
    ("full", "They met {new} on the stairs."),
    ("full", "There was a letter from {new} on the table, unopened."),
    ("title", "{Mr} {surname} coughed and looked at the clock."),
    ("title", "“It is of no consequence,” replied {Mr} {surname}."),
    ("title", "{Mr} {surname}’s umbrella was still in the stand."),
    ("surname", "{surname} said that it could wait."),
    ("surname", "“Leave it,” {surname} growled, and spat."),
    ("given", "{given} laughed, and then {given} stopped laughing."),
    ("given", "“Bring it here, {given},” the boy called out."),
    ("given", "A servant called {given} brought the water."),
    ("rank", "Captain {new} saluted and went out."),
    ("kin", "“You are late,” said {given} {kin}."),
    ("initials", "The list was signed by J. T. {surname}, in ink."),
    ("full", "Old {new} shook a finger at them from the wall."),
    ("given", "{given}’s face fell; {given} had been sure of it."),
)

WHEREABOUTS = (
    "{name} was in {elsewhere} that day, and busy.",
    "In {elsewhere} {name} opened the window and looked out.",
    "{name} sat waiting in {elsewhere} with a coat across {their} knees.",
    "{name} stood in the middle of {elsewhere} and looked about.",
    "It was raining in {elsewhere} when {name} came out of the door.",
    "{name} walked through {elsewhere} without meeting anybody.",
    "They found {name} in {elsewhere}, asleep on a bench.",
    "{name} had arrived in {elsewhere} an hour before.",
    "That evening {name} was at {elsewhere}, as everybody could see.",
    "{name} was back in {elsewhere}.",
    "At {elsewhere} {name} got down and paid the driver.",
    "{name} had come to {elsewhere} with the others and was standing among them now.",
    "“It is quiet here,” said {name}, looking down on {elsewhere} from the window of the room.",
    "Here in {elsewhere} {name} knew every stone.",
    "In the heart of {elsewhere}, {name} stopped and listened.",
)

FORMS: Mapping[str, tuple[str, ...] | tuple[tuple[str, str], ...]] = {
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
