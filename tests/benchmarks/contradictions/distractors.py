"""What looks like a contradiction and is none: the same matters said by somebody, remembered, denied,
compared, asked, told of somebody else, or right. The bench writes each into a story; a finding there is a
false alarm.

Each is (why it is harmless, the sentence). The slots are those of `forms`, and `{synonym}`: another word for
the declared value; `{NAME}`: the name in capitals; `{stammer} {drawl} {plural}`: what mouths do to it.
"""

from collections.abc import Mapping

EYES = (
    ("speech", "“{name} has {value} eyes,” the boy said, “and a scar.”"),
    ("speech", "“I could swear that {their} eyes were {value},” somebody said of {name}."),
    ("thought", "*{name} has {value} eyes,* the boy thought. *I would have noticed.*"),
    ("somebody else", "The man beside {name} had {value} eyes."),
    ("somebody else", "{name} looked into the {value} eyes of the stranger."),
    ("an animal", "From the wall a cat watched {name} with {value} eyes."),
    ("denied", "{name}’s eyes were not {value}, whatever the passport said."),
    ("denied", "Nobody could have called {name}’s eyes {value}."),
    ("imagined", "If {name}’s eyes had been {value}, nobody would have looked twice."),
    ("dreamt", "In the dream {name} had {value} eyes and no mouth."),
    ("asked", "Were {name}’s eyes {value}? The boy could not remember."),
    ("the weather of a face", "{name}’s eyes were red with crying."),
    ("a thing", "{name} put a {value} shade over the lamp, and shut both eyes."),
    ("right", "{name} turned {their} {right} eyes to the window."),
    ("right", "There was no kindness in {name}’s {right} eyes."),
    ("a synonym", "{name} looked up with {synonym} eyes."),
    ("an idiom", "{name} would have given {their} eyes for a cup of tea."),
    ("a picture", "Over the mantel hung a portrait of {name}’s grandfather, who had had {value} eyes."),
    ("a black eye", "Somebody had given {name} a black eye."),
)

HAIR = (
    ("speech", "“{name} has {value} hair,” the boy said, “and a scar.”"),
    ("speech", "“They say that {name} had {value} hair when {they} was young,” said the old woman."),
    ("somebody else", "The man beside {name} had {value} hair."),
    ("somebody else", "{name} pulled the {value} hair of the doll."),
    ("denied", "{name}’s hair had never been {value}."),
    ("imagined", "{name} would have looked better with {value} hair."),
    ("remembered", "When {name} was a child {their} hair had been {value}."),
    ("dreamt", "The boy dreamt of {name} with {value} hair down to the floor."),
    ("disguise", "{name} had put on a {value} wig for the play."),
    ("dusted", "{name}’s hair was white with flour."),
    ("a hat", "{name} pulled a {value} cap over {their} hair."),
    ("asked", "Had {name}’s hair been {value}? Nobody knew."),
    ("right", "{name} pushed back {their} {right} hair."),
    ("right", "{name} was {a_right}-haired {man} of no great height."),
    ("a synonym", "A lock of {synonym} hair fell across {name}’s forehead."),
    ("an idiom", "It made {name}’s hair stand on end."),
    ("a beast", "{name} stroked the {value} hair of the horse’s neck."),
)

AGE = (
    ("speech", "“{name} is {age},” the boy said, “or says so.”"),
    ("speech", "“At {age}!” the old woman cried, and looked at {name}."),
    ("remembered", "At {younger}, {name} had broken an arm."),
    ("remembered", "{name} had been {younger} when the bridge was built."),
    ("remembered", "When {name} was {younger} {their} father had gone away."),
    ("to come", "By the time {name} was {older} it would all be forgotten."),
    ("looks", "{name} looked {age}, after such a night."),
    ("looks", "One might have taken {name} for a {man} of {age}."),
    ("somebody else", "{name} had a cousin of {age} in the country."),
    ("somebody else", "The girl whom {name} had spoken to was perhaps {age}."),
    ("no age", "{name} counted {age} steps to the gate."),
    ("no age", "{name} had {digits} letters to answer."),
    ("a time", "{name} had lived there for {few} years."),
    ("denied", "{name} was not {age}, nor anything like it."),
    ("right", "{name} was {right_age} years old and looked it."),
    ("right", "At {right_age}, {name} still took the stairs two at a time."),
    ("right", "{name} was in {their} {right_decade}."),
)

RANK = (
    (
        "speech",
        "“{Rank} {name}, if you please,” sneered the boy; nobody had ever made {name} anything of the kind.",
    ),
    ("speech", "“They should make {name} a {rank},” somebody said."),
    ("somebody else", "The {rank} saluted {name} and went out."),
    ("somebody else", "{name} had a brother who was a {rank}."),
    ("somebody else", "A {rank} stood behind {name} with a lantern."),
    ("denied", "{name} was no {rank}."),
    ("denied", "{name} had never been a {rank} and never would be."),
    ("imagined", "If {name} had been a {rank}, the door would have opened."),
    ("compared", "{name} walked up and down like a {rank} before a battle."),
    ("to come", "{name} hoped to be a {rank} one day."),
    ("a thing", "{name} read the {rank}’s letter and put it away."),
    ("right", "{Right_rank} {name} read the order twice."),
    ("right", "As {right_rank}, {name} had the last word."),
)

DECEASED = (
    ("remembered", "{name} had laughed at that, once, and reached for the door."),
    ("remembered", "They remembered how {name} used to stand there, laughing."),
    ("remembered", "Long ago, in the good years, {name} had said the same thing."),
    ("dreamt", "That night {name} came into the dream and sat down on the bed."),
    ("a letter", "In the letter {name} said that all was well."),
    ("a corpse", "{name} lay under the sheet, and the sheet did not move."),
    ("a corpse", "They carried {name} out to the cart and covered the face."),
    ("a grave", "Somebody had put flowers on {name}’s grave."),
    ("imagined", "{name} would have laughed at them."),
    ("imagined", "What would {name} have said?"),
    ("imagined", "It was as if {name} stood behind the chair and shook a finger."),
    ("speech", "“{name} told me so,” the boy said. “That was in the spring.”"),
    ("a thing", "{name}’s coat was still hanging behind the door."),
    ("a death", "{name} was dead, and there was an end of it."),
    ("a picture", "In the photograph {name} was smiling."),
    ("a ghost", "The boy swore that the ghost of {name} walked there at night."),
    ("missed", "Nobody spoke of {name} any more."),
    ("before", "On the day before the accident {name} had bought a new hat."),
)

PRONOUN = (
    ("somebody else", "The {w_man} followed {name} to the door and put on {w_their} coat."),
    ("somebody else", "{name} looked at the {w_man}, and {w_they} looked away."),
    ("somebody else", "{name} waited until {w_they} had finished, and then the stranger bowed and went."),
    ("somebody else", "{name} gave {w_them} the paper and asked {w_them} to sign it."),
    ("speech", "“{name} has forgotten {w_their} hat,” the boy said wrongly."),
    ("somebody else", "A {w_man} in a grey cap asked {name} whether {w_they} might pass."),
    ("right", "{name} put on {their} coat and went to the door."),
    ("right", "{name} stopped; {they} had heard it too."),
    ("a thing", "{name} looked at the ship, and the ship looked well: she was newly painted."),
    ("somebody else", "Behind {name} a {w_man} was folding {w_their} arms."),
    (
        "general",
        "{name} knew that every{w_man} must carry {w_their} own lamp.".replace(
            "every{w_man}", "every {w_man}"
        ),
    ),
    ("somebody else", "{name} took {w_their} hand and helped {w_them} down, and the {w_man} thanked {them}."),
)

MISSPELLED = (
    ("right", "{name} went to the window and came back."),
    ("right", "{name}’s hand was on the rail."),
    ("right", "“NOTHING,” cried {NAME}, “NOTHING AT ALL!”"),
    ("a stammer", "“{stammer}!” the boy stuttered."),
    ("a drawl", "“{drawl}!” somebody called from the yard."),
    ("a word", "They were all very tired by then, and the lamp smoked."),
    ("the family", "The {plural} of this world are not so easily caught, thought the boy."),
)

UNKNOWN = (
    ("a place", "They had come by way of Brackwater, where the road forks."),
    ("a place", "The train from Little Hexworthy was late."),
    ("a street", "There was a lamp at the corner of Tallow Street."),
    ("an inn", "They dined at the Three Herons and were glad of it."),
    ("a nation", "The Portuguese had built it, and the Dutch had let it fall down."),
    ("a month", "It was the last Thursday of November, and nobody was about."),
    ("the famous", "It was the sort of hat that Napoleon wore."),
    ("the famous", "Shakespeare has a word for it."),
    ("an exclamation", "“Good Lord! Heavens! What a night!”"),
    ("a book", "On the shelf there was nothing but a Bible and a Latin grammar."),
    ("a title alone", "“Yes, Captain,” said the boy. “At once, Captain.”"),
    ("kinship", "“Where is Mother?” the child asked. “Where is Uncle?”"),
    ("shouting", "“FIRE!” somebody shouted. “EVERYBODY OUT!”"),
    ("a thing", "The old Meridian clock had stopped at nine."),
    ("a god", "By Jupiter, it was cold; even Mars had gone to bed behind a cloud."),
    ("a school", "The diploma was from Harrowgate College and hung a little crooked."),
    ("right", "“Good evening,” said {name}."),
)

WHEREABOUTS = (
    ("speech", "“{name} is in {elsewhere},” the boy said."),
    ("thought", "*{name} must be in {elsewhere} by now,* the boy thought."),
    ("remembered", "{name} had lived in {elsewhere} once, as a child."),
    ("remembered", "Years before, {name} had walked through {elsewhere} in the rain."),
    ("to come", "{name} would be in {elsewhere} before the winter."),
    ("imagined", "If {name} had been in {elsewhere} the thing would not have happened."),
    ("denied", "{name} was not in {elsewhere}."),
    ("denied", "Nobody in {elsewhere} had seen {name} for weeks."),
    ("talk", "In {elsewhere} they still spoke of {name}."),
    ("a letter", "There was a letter from {name} in {elsewhere}, and the boy read it aloud."),
    ("a wish", "{name} thought of {elsewhere} and sighed."),
    ("a way", "The road to {elsewhere} was longer than {name} had told them."),
    ("a dream", "The boy dreamt that {name} was in {elsewhere}, feeding the ducks."),
    ("right", "{name} was in {place} that day, and busy."),
    ("right", "In {place} {name} opened the window and looked out."),
    ("talk", "A wire from {elsewhere} asked {name} for an answer."),
)

DISTRACTORS: Mapping[str, tuple[tuple[str, str], ...]] = {
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
