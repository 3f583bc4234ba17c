"""Where a text writes a known name with a slip in it: a letter off, another spelling of the same sound, small
letters, letters of another script.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.people.slips import SHORTEST, How, Slips, slips
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english import sounds as sounds
from fabula_daemon.story.tables.english.people import SURNAMES
from fabula_daemon.story.tables.english.places import PLACES
from fabula_daemon.story.telling.acting import is_finite
from fabula_daemon.story.text.folding import fold
from fabula_daemon.story.world.canon import Canon, Entity, gender_of_title


@dataclass(frozen=True, slots=True)
class Variant:
    """At [start, end) of a text stands `text`, which is a slip for `right`, the name of one of `owners`."""

    start: int
    end: int
    text: str
    right: str
    owners: tuple[Entity, ...]
    how: How


_LONG = 6
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*")
_CAPITALISED = re.compile(r"(?<![^\W\d_])[^\W\d_a-z][^\W\d_]{3,}(?:['’][^\W\d_]{2,})*")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_ANY_LATIN = re.compile(r"[A-Za-z]")
_BARE = str.maketrans(sounds.LOOK_ALIKES)
_WORD_BEFORE = re.compile(r"([\w’'.]+)(\W*)\Z")
_WORD_AFTER = re.compile(r"(?:['’]s\b)|\W{1,2}([\w’']+)")
_OWNED = frozenset("my your his her its our their one two three four five several many few such of".split())
_NOUNS = frozenset("works looks turns runs rings falls stays leaves".split())


def of_mention(mention: Mention, canon: Canon) -> Variant | None:
    """Return what known name an unknown mention is a slip for, None if it is somebody else's name.

    Offsets are those of the mention's text, titles left out.
    """
    if mention.known:
        return None
    tokens = _named(mention.text)
    if not tokens:
        return None
    start, end = tokens[0].start(), tokens[-1].end()
    gender = next((g for word in mention.text[:start].split() if (g := gender_of_title(word))), None)
    index = slips(canon)
    for token in tokens:
        for word, how in _near(token.group(), index, in_full=len(tokens) > 1):
            others = [fold(other.group()) for other in tokens if other is not token]
            owners = tuple(
                o
                for o in index.owners(word)
                if _may_be(o, others, gender)
                and (o.is_person or _is_slip_for_thing(token.group(), word, how))
            )
            if owners and (mention.certain or how != "slip" or len(token.group()) > SHORTEST):
                right = mention.text[start : token.start()] + word + mention.text[token.end() : end]
                return Variant(start, end, mention.text[start:end], right, owners, how)
    return None


def elsewhere(passage: Passage, canon: Canon) -> Iterator[Variant]:
    """Yield the slips in a passage where no person is named: things, small letters, other scripts."""
    index, text = slips(canon), passage.text
    taken = [(mention.start, mention.end) for mention in passage.mentions]
    for token in _CAPITALISED.finditer(text):
        if token.group()[0].isupper() and not _is_in(taken, token.start()):
            yield from _of_thing(text, token, index)
    yield from _in_small_letters(text, index, taken)
    for token in _TOKEN.finditer(text) if _OTHER_SCRIPT.search(text) else ():
        if not _is_in(taken, token.start()):
            for word, how in _in_latin(token.group(), index):
                yield Variant(*token.span(), token.group(), word, index.owners(word), how)


def _near(token: str, index: Slips, *, in_full: bool) -> list[tuple[str, How]]:
    return _in_latin(token, index) or index.near(token, in_full=in_full)


def _in_latin(token: str, index: Slips) -> list[tuple[str, How]]:
    """Return the known name that a word spells with letters of two scripts."""
    latin = token.translate(_BARE)
    mixed = latin != token and _ANY_LATIN.search(token)
    return [(latin, "script")] if mixed and index.owners(latin) else []


def _of_thing(text: str, token: re.Match[str], index: Slips) -> Iterator[Variant]:
    """Yield the slip that a capitalised word is: for a person's name, a place's or a thing's."""
    for word, how in index.near(token.group()):
        for_thing = _is_slip_for_thing(token.group(), word, how)
        owners = tuple(
            owner
            for owner in index.owners(word)
            if (len(token.group()) > SHORTEST if owner.is_person else for_thing)
        )
        if not owners:
            continue
        if index.is_name(word) or _stands_in_phrase(text, token, word, index):
            yield Variant(*token.span(), token.group(), word, owners, how)
            return


def _is_slip_for_thing(token: str, word: str, how: How) -> bool:
    """Whether a word is more likely a slip for the name of a place or a thing than a name of its own.

    Many places have names that are a letter apart, so only sounds and letters that changed places count.
    """
    if len(word) < _LONG or token.casefold() in SURNAMES or token.casefold() in PLACES:
        return False
    return how != "slip" or sorted(token) == sorted(word)


def _stands_in_phrase(text: str, token: re.Match[str], word: str, index: Slips) -> bool:
    """Whether the words around make, with the right word, a name of several words."""
    folded = fold(text)
    for words, _ in index.phrases.get(word, ()):
        at = words.index(word)
        before, behind = " ".join(words[:at]), " ".join(words[at + 1 :])
        if folded[: token.start()].rstrip().endswith(before) and folded[token.end() :].lstrip().startswith(
            behind
        ):
            return True
    return False


def _in_small_letters(text: str, index: Slips, taken: Iterable[tuple[int, int]]) -> Iterator[Variant]:
    """Yield the names of people written small: in full, behind a title, or where only a person can stand."""
    if index.automaton is None or text == text.lower():
        return
    reached = 0
    hits = index.automaton.find_matches_as_indexes(fold(text), overlapping=True)
    for _, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        if start < reached or not _is_whole(text, start, end) or _is_in(taken, start):
            continue
        found = fold(text[start:end])
        right, owners = index.small[found]
        before, after = _WORD_BEFORE.search(text, 0, start), _WORD_AFTER.match(text, end)
        last = before[1].casefold().rstrip(".") if before else ""
        titled = last in language.TITLES and before is not None and before[1][0].isupper()
        if " " not in found and not titled and not _is_somebody(last, before, after):
            continue
        reached = end
        yield Variant(start, end, text[start:end], right, owners, "case")


def _is_somebody(last: str, before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """Whether a person stands between two words: “said rensburg”, “then rensburg rose”."""
    if last in language.DETERMINERS or last in _OWNED or last.endswith(("’s", "'s")):
        return False
    if last in language.SPEECH_VERBS and before is not None and "”" not in before[2]:
        return True
    verb = (after[1] or "").casefold() if after else ""
    return is_finite(verb) and verb not in _NOUNS


def _may_be(owner: Entity, others: list[str], gender: str | None) -> bool:
    """Whether an entity can be called by these other words of its name, and by a title of that gender."""
    if gender and owner.gender not in (None, gender):
        return False
    own = {word.casefold() for name in (owner.name, *owner.aliases) for word in fold(name).split()}
    initials = {word[0] for word in own}
    return all(word.casefold() in own or (len(word) == 1 and word.casefold() in initials) for word in others)


def _named(text: str) -> list[re.Match[str]]:
    """Return the words of a name behind its titles, particles left out."""
    tokens = list(_TOKEN.finditer(text))
    while len(tokens) > 1 and tokens[0].group().casefold() in language.TITLES:
        tokens = tokens[1:]
    return [token for token in tokens if token.group().casefold() not in language.PARTICLES]


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("-", "@", "/", ".", "'", "’", "_")) and not (
        after.isalnum() or after in ("-", "@", "_", "/")
    )


def _is_in(spans: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)
