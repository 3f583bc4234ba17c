"""A name for the stranger of the drafts, drawn from a seed, so that no rule or list of the program can hold
it.
"""

import random
import re
from dataclasses import dataclass

ONSETS = "B Br C Cl D Dr F G Gr H J K L M N P R S Sl St T Tr V W Y Z".split()
NUCLEI = "a e i o u ai ea ie oa".split()
MIDDLES = "b d g k l ll m n nn r rr s ss st t v z".split()
GIVEN_ENDS = "a e i is en on ette ine".split()
SURNAME_ENDS = "and ard eck en er ik in ock old om ow uth".split()


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody of whom the canon knows nothing."""

    given: str
    surname: str

    def put_into(self, draft: str) -> str:
        """Return a draft of the example story with this stranger in Elena Martinez's place."""
        for old, new in (("Elena", self.given), ("Martinez", self.surname)):
            draft = draft.replace(old, new).replace(old.upper(), new.upper())
        return draft

    def is_in(self, text: str) -> bool:
        """Whether the stranger is named in a text, in whatever part."""
        return bool(re.search(rf"\b(?:{self.given}|{self.surname})\b", text, re.IGNORECASE))


ELENA = Stranger("Elena", "Martinez")


def drawn(seed: int) -> Stranger:
    """Return the stranger of a seed."""
    chance = random.Random(f"stranger {seed}")

    def name(ends: list[str]) -> str:
        parts = [chance.choice(table) for table in (ONSETS, NUCLEI, MIDDLES)]
        return "".join(parts) + chance.choice(ends)

    return Stranger(name(GIVEN_ENDS), name(SURNAME_ENDS))
