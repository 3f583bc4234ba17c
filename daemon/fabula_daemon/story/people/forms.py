"""Where the names that the canon knows stand in a text, in one Aho–Corasick pass over all their forms."""

from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from fabula_daemon.story.text.folding import composed, fold
from fabula_daemon.story.world.canon import Canon, Entity


@dataclass(frozen=True, slots=True)
class Match:
    """A form of the canon at [start, end), and who bears it: nobody, if a sheet says that it is no name.

    `family` tells that all its owners are meant together: the Okonjos.
    """

    start: int
    end: int
    form: str
    owners: tuple[Entity, ...]
    family: bool = False

    @property
    def names_person(self) -> bool:
        """Whether it is the name of somebody, rather than of something."""
        return any(owner.is_person for owner in self.owners)


class Forms:
    """Every form of every name of a canon, the plurals of families included, ready to be found."""

    def __init__(self, canon: Canon) -> None:
        self._owners = _owners(canon)
        self._single = canon.owners
        self._forms = sorted(self._owners)
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms) if self._forms else None

    def find(self, text: str) -> Iterator[Match]:
        """Yield the longest whole-word matches, from left to right, none overlapping."""
        if self._automaton is None:
            return
        folded, places = _compressed(text)
        hits = [
            (start, -end, form)
            for form, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if _is_whole(folded, start, end)
        ]
        reached = 0
        for start, negative_end, form in sorted(hits):
            if start < reached:
                continue
            reached = -negative_end
            first, behind = (start, reached) if places is None else (places[start], places[reached])
            name = self._forms[form]
            yield Match(first, behind, name, self._owners[name], name not in self._single)


def _owners(canon: Canon) -> dict[str, tuple[Entity, ...]]:
    """Return who bears each form: the Okonjos are everybody of that name, and what is no name is nobody's."""
    owners = dict(canon.owners)
    for form, bearers in canon.owners.items():
        if " " in form or not form[-1].isalpha():
            continue
        plural = form + ("es" if form.endswith(("s", "x", "z", "ch", "sh")) else "s")
        family = tuple(bearer for bearer in bearers if bearer.is_person and plural not in bearer.refused)
        if family:
            owners.setdefault(plural, family)
    for entity in canon.entities:
        for refused in entity.refused:
            owners.setdefault(refused, ())
    return owners


def _compressed(text: str) -> tuple[str, list[int] | None]:
    """Return the text folded, with letters and their accents one and runs of spaces one, and where its
    characters stood, its end last (None: there).
    """
    whole, places = composed(text)
    folded = fold(whole)
    if "  " not in folded:
        return folded, places
    kept = [at for at, letter in enumerate(folded) if letter != " " or at == 0 or folded[at - 1] != " "]
    shorter = "".join(folded[at] for at in kept)
    kept.append(len(folded))
    return shorter, kept if places is None else [places[at] for at in kept]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end; a possessive or contraction may follow."""
    if start and text[start - 1].isalnum():
        return False
    if start > 1 and text[start - 1] in "'-" and text[start - 2].isalnum():
        return False
    if end >= len(text):
        return True
    if text[end].isalnum():
        return False
    return not (text[end] == "-" and end + 1 < len(text) and text[end + 1].isupper())
