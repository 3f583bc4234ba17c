"""The part of a passage worth quoting: the sentences in which most of what was asked for stands."""

import re

from fabula_daemon.story.text.sentences import sentences

_WORD = re.compile(r"\w+")
_TELLING = 4


def excerpt(passage: str, query: str, most: int = 300) -> str:
    """Return up to about `most` characters of `passage`, whole sentences where they fit, on one line."""
    spans = sentences(passage)
    if not spans:
        return " ".join(passage.split())
    wanted = {_stem(word) for word in _WORD.findall(query.casefold()) if len(word) >= _TELLING}
    scores = [
        len(wanted & {_stem(word) for word in _WORD.findall(passage[a:b].casefold())}) for a, b in spans
    ]
    first = max(range(len(spans)), key=lambda at: (scores[at], -at))
    last = first
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= most:
        last += 1
    text = " ".join(passage[spans[first][0] : spans[last][1]].split())
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0] + " …"
    return f"… {text}" if first else text


def _stem(word: str) -> str:
    """Return enough of a word to know it again in another form."""
    return word[: max(_TELLING, len(word) - 2)]
