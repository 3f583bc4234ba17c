"""Beginnings of crisis scenes for the example story, put together from a seed: each breaks off where somebody
could be named.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

CHAPTERS = ("manuscript/07-pencil.md", "manuscript/08-all-the-heat.md", "manuscript/09-brown-water.md")
PEOPLE = (
    "Sarah",
    "Yusuf",
    "Lotte",
    "Threlkeld",
    "Dr. Okonjo",
    "Kemi",
    "Tunde",
    "Inês",
    "Garrity",
    "Oksana",
    "the Warden",
)
BEGINNINGS = (
    "The water was over the third rung when {a} got the lamp down to it, and it was rising.",
    "It was ten past two in the morning, and every alarm in the Works was going at once.",
    "The dust had come down over the Shoulder at noon, and {a} had not been seen at the gate since.",
    "A pipe had burst under the pump hall, and the floor was already wet.",
    "There were forty people in the corridor, and they had all brought their cans.",
    "The pressure in Number Three had been falling for an hour before anybody told {a}.",
    "The lights in the Long House went out, and came on again brown, and went out.",
    "Something had sheared in the valve chamber; they could hear it turning over in the dark.",
    "“It’s going to go,” said {a}, with one hand on the plate. “It’s going to go, and we’re under it.”",
    "The heat had been off for five hours, and there was ice on the inside of the port.",
    "The crawler lay on its side below the fortieth post, and its lamp was still burning.",
    "Nobody had shut the inner door, and the air in the gate was getting thin.",
)
MIDDLES = (
    "{a} counted the seconds under {a_own} breath. There were eight minutes in it, perhaps nine.",
    "“How deep is it?” somebody said.\n\n“Deeper than it was.”",
    "“Who’s on the board?” said {a}.\n\n“Nobody. They’ve all come down to look.”",
    "{b} had brought the wrong key, and ran back for the right one.",
    "The note of the floor changed. They all heard it go.",
    "“You’ll have to let go of it,” said {b}.\n\n“I know that.”",
    "It smelt of hot iron. {a} put a sleeve across {a_own} mouth and went on.",
    "“There isn’t any time,” {a} said. “Listen to it.”",
    "Steam stood in the corridor like a wall, and {b} came out of it backwards.",
    "One could not have seen a hand. {b} felt along the wall for the speaker.",
    "“Two pulls, and you bring me up,” said {b}, and tied the cord.",
    "The gauge went down as they watched, a hair at a time.",
)
BREAKS = (
    "“How long have we got?” said ",
    "“I’ll go,” said ",
    "“Don’t touch that,” ",
    "“Where’s ",
    "“It’s four minutes to drop it,” said ",
    "“Call them,” said {a}. “Call them now, and tell ",
    "Behind {a}, on the ladder, stood ",
    "The first one through the water was ",
    "{a} looked round for ",
    "Then somebody took the lamp out of {a_own} hand. It was ",
    "{a} knelt at the edge of the hole and ",
    "“Give me the cord,” ",
    "On the other side of the door ",
    "“You can’t go down there by yourself,” said ",
    "They all turned and looked at ",
    "“Talk to me,” said ",
    "{a} and ",
    "“It’ll flash,” {a} said.\n\n“I know,” said ",
    "For a moment nobody moved. Then ",
    "“Whose idea was it?”\n\n“It was ",
)
OWN = {"Sarah": "her", "Lotte": "her", "Dr. Okonjo": "her", "Kemi": "her", "Inês": "her", "Oksana": "her"} | {
    "the Warden": "her",
    "Threlkeld": "their",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene that begins anew at the end of the chapter at `path`; `text` ends at the cursor."""

    path: str
    text: str


def scenes(count: int, seed: int) -> Iterator[Scene]:
    """Yield so many scenes, no two alike."""
    chance, seen = random.Random(f"crisis {seed}"), set[str]()
    while len(seen) < count:
        a, b = chance.sample(PEOPLE, 2)
        parts = [chance.choice(BEGINNINGS), *chance.sample(MIDDLES, 2), chance.choice(BREAKS)]
        who = {"a": a, "b": b, "a_own": OWN.get(a, "his")}
        text = "\n\n".join(_capitalised(part.format(**who)) for part in parts)
        path = chance.choice(CHAPTERS)
        if text not in seen:
            seen.add(text)
            yield Scene(path, text)


def _capitalised(paragraph: str) -> str:
    """Return a paragraph as it is written where a sentence of it begins with “the Warden”."""
    return re.sub(r"(?:^|(?<=[.?!] )|(?<=\n))the\b", "The", paragraph)
