"""What the narration says of where somebody lives."""

from collections.abc import Iterator

from fabula_daemon.story.tables.english import telling
from fabula_daemon.story.telling.claims.owners import before_verb, of_part, subject_at
from fabula_daemon.story.telling.claims.said import Said, said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal

TRIGGERS = frozenset(
    "lived lives dwelt dwelled resided resides lodged house home flat cottage rooms apartment".split()
)
_VERBS = frozenset("lived lives dwelt dwelled resided resides lodged".split())
_HOUSES = frozenset("house home flat cottage rooms apartment".split())
_LONGEST = 5
_SMALL = frozenset("of the de la le von van".split())


def read(told: Told) -> Iterator[Said]:
    """Yield what a sentence says of homes."""
    if is_unreal(told) or {"had", "once"} & told.words or telling.NEGATIONS & told.words:
        return
    for at, token in enumerate(told.tokens):
        word = token.text
        if told.word(at + 1) not in ("in", "at", "on"):
            continue
        owner = None
        if word in _VERBS:
            owner = subject_at(told, before_verb(told, at))
        elif word in _HOUSES and told.word(at - 1) in telling.POSSESSIVES | {"'s"}:
            owner = of_part(told, at - 1, at)
        place = _place(told, at + 2)
        if owner and place:
            name = told.passage.text[told.tokens[place[0]].start : told.tokens[place[1]].end]
            yield said(told, owner, "home", name, place)


def _place(told: Told, first: int) -> tuple[int, int] | None:
    """Return the indices of a name in capitals, an article before it left out."""
    first += told.word(first) == "the"
    last = first - 1
    for at in range(first, min(first + _LONGEST, len(told.tokens))):
        token = told.tokens[at]
        if token.mention or token.is_mark:
            break
        if told.passage.text[token.start].isupper():
            last = at
        elif token.text not in _SMALL:
            break
    return (first, last) if last >= first else None
