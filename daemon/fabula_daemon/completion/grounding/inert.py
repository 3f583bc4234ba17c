"""What an author wrote, made such that no model takes it for anything else: for a special token of its own,
or for the heading of a block of the prompt.

Sheets and prose are data. A space behind the bracket leaves a text readable, and takes its power.
"""

import re

HEADINGS = ("World", "Facts", "Places", "Rules", "Before", "After", "Passages", "Story")

# <|endoftext|>, </s>, <fim_prefix>, <｜User｜>; [INST], [/INST], [TOOL_CALLS]
_TOKEN = re.compile(r"<(?=[^\s<>]{1,64}>)|\[(?=/?[A-Z_]{2,32}\])")
_HEADING = re.compile(rf"^([^\S\n]*\[)(?=(?:{'|'.join(HEADINGS)})\])", re.MULTILINE | re.IGNORECASE)
# What nobody sees, and halves of characters, which no tokenizer takes.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def inert(text: str) -> str:
    """Return a text of several lines as a model may read it."""
    if "<" in text or "[" in text:
        text = _HEADING.sub(r"\1 ", _TOKEN.sub(r"\g<0> ", text))
    return _CONTROL.sub("", text)


def inert_line(text: str) -> str:
    """Return a text as a model may read it, on one line."""
    return inert(" ".join(text.split()))
