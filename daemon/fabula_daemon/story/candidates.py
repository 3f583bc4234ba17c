"""Words that may name somebody: every capitalised run of a paragraph, and what stands around it."""

import re
from dataclasses import dataclass
from enum import IntEnum

from fabula_daemon.story import sentences
from fabula_daemon.story.canon import gender_of_title
from fabula_daemon.story.folding import fold_name
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.common_words import COMMON_WORDS


class Cue(IntEnum):
    """What one use of a capitalised run shows. The values are columns of `names.Names`, and stored: only
    append.
    """

    MID = 0  # inside a sentence, where only a name has a capital
    INITIAL = 1  # first in its sentence or speech, where every word has one
    TITLED = 2  # behind a title: Dr. Okonjo
    SPEAKS = 3  # with a verb of speech: said Okonjo
    ACTS = 4  # before a verb of what people do: Okonjo nodded
    ADDRESSED = 5  # spoken to: “Well, Okonjo, …”
    INTRODUCED = 6  # his friend Okonjo
    PLACE = 7  # in Okonjo
    WEAK_PLACE = 8  # at, from, to Okonjo
    DETERMINED = 9  # the Okonjo
    NOUN = 10  # Okonjo Street
    OWNS = 11  # Okonjo’s


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised run at [start, end) of a paragraph; `name` is it folded, without its titles.

    `name_start` is where the name begins, behind the titles. `title_gender` is "m", "f" or None.
    """

    start: int
    end: int
    name_start: int
    name: str
    titled: bool
    title_gender: str | None
    cues: tuple[Cue, ...]

    @property
    def initial(self) -> bool:
        """Whether it stands where every word has a capital."""
        return Cue.INITIAL in self.cues


_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΑ-ΩА-ЯЁ"
_WORD = rf"(?:(?:[ODLM]|Mac|Al|El)['’](?=[{_CAPITAL}]))?[{_CAPITAL}]\w*(?:[-‐‑]\w+)*"
_PARTICLE = "|".join(sorted(language.PARTICLES, key=len, reverse=True))
_GAP = r"(?:[^\S\r\n\u2028\u2029]+|[^\S\r\n]*(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n]*)"
# A full stop inside a name: behind an initial or a title.
_STOP = r"(?:(?<=\b\w)|(?<=\b(?:Mr|Ms|Mx|Dr|Jr|Sr|St|Lt))|(?<=\b(?:Mrs|Rev|Gen|Col|Maj|Sgt|Hon|Gov|Sen|Adm|Cpl|Pvt|Cpt))|(?<=\b(?:Capt|Prof|Supt|Insp))|(?<=\bLieut)|(?<=\bMessrs))\."
_RUN = re.compile(
    rf"(?<![\w’'])(?:{_WORD})(?:{_STOP})?(?:{_GAP}(?:(?:{_PARTICLE}){_GAP}){{0,2}}(?:{_WORD})(?:{_STOP})?)*"
)
_PIECE = re.compile(r"\S+")
_CONTRACTED = re.compile(r"['’](?:t|am|er|em|all|twas|d|ll|ve|re|m)\b")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
_WORDS_BEFORE = re.compile(r"([\w’']+)(,?)[\s“\"‘(—–]*\Z")
_NEXT_WORDS = re.compile(
    r"(?:,?[’”\"']?\s+|[—–])(?:(?:then|now|had|only|just|slowly|suddenly|quietly|himself|herself|always|never|still|also)\s+)?([\w’']+)"
)
_OPENS_SPEECH = re.compile(r"(?:\A|[\s(—–])[“\"‘'«—–]+[*_]*\Z")
_ADDRESS_BEFORE = re.compile(
    r"(?:,\s*|[“\"‘]\s*|\b(?:oh|o|dear|my|well|yes|no|hello|hullo|thank you|good|please),?\s+)\Z",
    re.IGNORECASE,
)
_ADDRESS_AFTER = re.compile(r"\s*[,.!?—…–;]")
_BEFORE = 28


def candidates(text: str) -> list[Candidate]:
    """Return the candidates of one paragraph's text, in order."""
    runs = list(_RUN.finditer(text))
    if not runs:
        return []
    starts = {start for start, _ in sentences.sentences(text)}
    spoken = sentences.dialogue(text)
    found: list[Candidate] = []
    for run in runs:
        found.extend(_read_run(text, run, starts, spoken))
    return found


def _read_run(
    text: str, run: re.Match[str], starts: set[int], spoken: list[tuple[int, int]]
) -> list[Candidate]:
    pieces = [
        (match.start(), match.end(), match.group()) for match in _PIECE.finditer(text, run.start(), run.end())
    ]
    if _CONTRACTED.match(text, run.end()) and len(pieces) == 1:
        return []
    pieces = _before_sentence_end(pieces)
    if not pieces:
        return []
    initial = _is_initial(text, run.start(), starts)
    if initial and len(pieces) > 1 and _is_ordinary(pieces[0][2]):
        pieces = pieces[1:]
        initial = False
    while (
        pieces
        and _is_ordinary(pieces[0][2])
        and len(pieces) > 1
        and pieces[0][2].casefold() in language.NOT_NAMES
        and not _is_title(pieces[0][2])
    ):
        pieces = pieces[1:]
    titles = 0
    while titles < len(pieces) and _is_title(pieces[titles][2]):
        titles += 1
    if titles == len(pieces):
        titles = 0 if len(pieces) == 1 and pieces[0][2].casefold() in language.GIVEN_NAMES else titles
        if titles:
            return []
    while len(pieces) - titles > 1 and pieces[-1][2].casefold() in (*language.PARTICLES, "i"):
        pieces = pieces[:-1]
    words = [piece for _, _, piece in pieces[titles:]]
    last = words[-1]
    end = pieces[-1][1]
    if last.endswith(".") and len(last) > 2:
        end -= 1
    name_start = pieces[titles][0]
    name = fold_name(text[name_start:end])
    if _is_shouted(name) or len(name.rstrip(".")) < 2:
        return []
    strong_titles = [piece for _, _, piece in pieces[:titles] if _bare(piece) not in language.WEAK_TITLES]
    title_gender = next((g for _, _, piece in pieces[:titles] if (g := gender_of_title(piece))), None)
    cues = _cues(text, pieces[0][0], end, words, initial, bool(strong_titles), spoken)
    return [Candidate(pieces[0][0], end, name_start, name, titles > 0, title_gender, cues)]


def _before_sentence_end(pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Cut a run where a stop behind a single letter ends the sentence: “So did I. Then …” is not I. Then."""
    for at, (_, _, piece) in enumerate(pieces[:-1]):
        if len(piece) == 2 and piece.endswith(".") and _is_ordinary(pieces[at + 1][2]):
            return pieces[:at]
    return pieces


def _cues(
    text: str,
    start: int,
    end: int,
    words: list[str],
    initial: bool,
    titled: bool,
    spoken: list[tuple[int, int]],
) -> tuple[Cue, ...]:
    cues = [Cue.INITIAL if initial else Cue.MID]
    if titled:
        cues.append(Cue.TITLED)
    if len(words) > 1 and words[-1].casefold() in language.PLACE_NOUNS:
        cues.append(Cue.NOUN)
    before = text[max(0, start - _BEFORE) : start]
    previous = _WORDS_BEFORE.search(before)
    word = previous[1].casefold() if previous and not previous[2] else ""
    if word in language.SPEECH_VERBS:
        cues.append(Cue.SPEAKS)
    elif word in language.INTRODUCERS:
        cues.append(Cue.INTRODUCED)
    elif word in language.PLACE_PREPOSITIONS:
        cues.append(Cue.PLACE)
    elif word in language.WEAK_PLACE_PREPOSITIONS:
        cues.append(Cue.WEAK_PLACE)
    elif word in language.DETERMINERS:
        cues.append(Cue.DETERMINED)
    if _POSSESSIVE.match(text, end):
        cues.append(Cue.OWNS)
    following = _NEXT_WORDS.match(text, end)
    verb = following[1].casefold() if following else ""
    if verb in language.SPEECH_VERBS and Cue.SPEAKS not in cues:
        cues.append(Cue.SPEAKS)
    elif verb in language.ACTION_VERBS:
        cues.append(Cue.ACTS)
    if (
        _ADDRESS_AFTER.match(text, end)
        and any(a <= start < b for a, b in spoken)
        and _ADDRESS_BEFORE.search(before)
    ):
        cues.append(Cue.ADDRESSED)
    return tuple(cues)


def _is_initial(text: str, start: int, starts: set[int]) -> bool:
    if start in starts:
        return True
    before = text[max(0, start - 4) : start]
    if _OPENS_SPEECH.search(before):
        return True
    # an opening mark, a dash or a star may stand between the sentence's start and its first word
    at = start
    while at > 0 and not text[at - 1].isalnum() and not text[at - 1].isspace():
        at -= 1
    return at in starts or text[max(0, start - 2) : start] in (": ", "; ")


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")


def _is_title(word: str) -> bool:
    return _bare(word) in language.TITLES


def _is_ordinary(word: str) -> bool:
    folded = word.casefold().replace("’", "'")
    if folded in language.GIVEN_NAMES or _bare(word) in language.TITLES:
        return False
    return (
        folded in COMMON_WORDS
        or folded in language.NOT_NAMES
        or folded in ("a", "o")
        or ("-" in folded and all(part in COMMON_WORDS for part in folded.split("-")))
    )


def _is_shouted(name: str) -> bool:
    letters = [character for character in name if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters)
