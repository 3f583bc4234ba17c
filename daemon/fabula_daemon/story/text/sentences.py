"""Where a paragraph's sentences are, and what of it is spoken. Spans count from the paragraph's start."""

import re

# Words that end in a full stop without ending a sentence.
_BEFORE_A_NAME = frozenset(
    "mr mrs ms mx messrs mme mlle m dr prof st ste rev hon revd fr sr sra srta jr capt cpt lt lieut "
    "col maj gen sgt cpl pvt adm cmdr comdr gov sen rep pres supt insp det const no nos vol ch fig "
    "pp vs viz cf ca al ed approx dept mt ft".split()
)
_END = re.compile(r"""[.!?…]+(?:["'”’»)\]*_]+)?(?=\s|[—–]|\Z)""")
_NEXT = re.compile(r"""[\s—–]*["'“‘«(\[*_¿¡]*(\w?)""")
_LAST_WORD = re.compile(r"(\w[\w.’']*)\.\Z")

_OPENERS = {"“": "”", "«": "»", "„": "“"}
_CURLY_SINGLE_OPEN = re.compile(r"(?<![\w’])‘(?=\S)")
_CURLY_SINGLE_CLOSE = re.compile(r"(?<=[,.!?…—–-])’(?!\w)|(?<=\w)’(?=\s*\Z)")
_STRAIGHT_SINGLE_OPEN = re.compile(r"(?:(?<=\A)|(?<=[\s(—–]))'(?=\w)")
_STRAIGHT_SINGLE_CLOSE = re.compile(r"(?<=[,.!?…—–-])'(?!\w)")
_DIALOGUE_DASH = re.compile(r"\A\s*[—–―]\s*(?=\S)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences in a paragraph's text, without the white space around them.

    A full stop after an abbreviation (Mr., Dr., J.) does not end a sentence, nor does anything that is
    followed by a lower-case word, as in “Go!” she said.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if end.end() < len(text) and not _ends_sentence(text, end):
            continue
        _append(spans, text, start, end.end())
        start = end.end()
    _append(spans, text, start, len(text))
    return spans


def dialogue(text: str) -> list[tuple[int, int]]:
    """Return the spans of what is spoken in a paragraph's text, marks of quotation included.

    Curly and straight, double and single marks, guillemets and the dash that opens a line of speech are
    known. A quotation that is not closed runs to the paragraph's end, as printers have it when speech goes on
    in the next.
    """
    for opener, closer in _OPENERS.items():
        if opener in text:
            return _between(text, opener, closer)
    if '"' in text:
        marks = [at for at, character in enumerate(text) if character == '"']
        return [
            (a, marks[i + 1] + 1 if i + 1 < len(marks) else len(text))
            for i, a in enumerate(marks)
            if i % 2 == 0
        ]
    if "‘" in text:
        return _single(text, _CURLY_SINGLE_OPEN, _CURLY_SINGLE_CLOSE)
    if "'" in text:
        return _single(text, _STRAIGHT_SINGLE_OPEN, _STRAIGHT_SINGLE_CLOSE)
    dash = _DIALOGUE_DASH.match(text)
    return [(dash.start(), len(text))] if dash else []


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    following = _NEXT.match(text, end.end())
    first = following[1] if following else ""
    if first.islower() or (following and text.startswith((".", "…"), following.end())):
        return False
    if end.group().rstrip("\"'”’»)]*_") != ".":
        return True
    word = _LAST_WORD.search(text, max(0, end.start() - 24), end.start() + 1)
    if word is None:
        return True
    stem = word[1]
    if stem.casefold() in _BEFORE_A_NAME:
        return False
    initials = len(stem) == 1 and stem.isupper() and stem != "I"
    return not (initials or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", stem))


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _between(text: str, opener: str, closer: str) -> list[tuple[int, int]]:
    spans = []
    at = text.find(opener)
    while at >= 0:
        close = text.find(closer, at + 1)
        again = text.find(opener, at + 1)
        end = len(text) if close < 0 else close + 1
        if 0 <= again < end:
            end = again  # a mark was forgotten: the next opening one closes
        spans.append((at, end))
        at = text.find(opener, end)
    return spans


def _single(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> list[tuple[int, int]]:
    spans = []
    opener = opening.search(text)
    while opener:
        closer = closing.search(text, opener.end())
        end = closer.end() if closer else len(text)
        spans.append((opener.start(), end))
        opener = opening.search(text, end)
    return spans
