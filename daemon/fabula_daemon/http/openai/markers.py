"""What editors' plugins write into a prompt to say where the cursor is, each for the models that it knows.

Continue picks such a template by the model's name. All of them say the same: what stands before the cursor,
and what behind it.
"""

import re
from typing import NamedTuple


class Around(NamedTuple):
    """The text before and behind the cursor."""

    before: str
    after: str = ""


def _in_order(*marks: str) -> re.Pattern[str]:
    before, after, end = map(re.escape, marks)
    return re.compile(rf".*?{before}(?P<before>.*?){after}(?P<after>.*?)(?:{end}.*)?", re.DOTALL)


_TEMPLATES = (
    _in_order("<fim_prefix>", "<fim_suffix>", "<fim_middle>"),  # StarCoder, Granite, StableCode
    _in_order("<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>"),  # Qwen, CodeGemma
    _in_order("<fim-prefix>", "<fim-suffix>", "<fim-middle>"),
    _in_order("<｜fim▁begin｜>", "<｜fim▁hole｜>", "<｜fim▁end｜>"),  # DeepSeek
    _in_order("<PRE> ", " <SUF>", " <MID>"),  # Code Llama
    re.compile(r"\[SUFFIX\](?P<after>.*?)\[PREFIX\](?P<before>.*)", re.DOTALL),  # Codestral
)
_IN_CHAT = re.compile(r".*?<QUERY>\s*(?P<before>.*?)\{\{FILL_HERE\}\}(?P<after>.*?)\s*</QUERY>.*", re.DOTALL)


def around(prompt: str) -> Around | None:
    """Return what a prompt with markers says of the cursor, None if it has none."""
    for template in (*_TEMPLATES, _IN_CHAT):
        match = template.fullmatch(prompt)
        if match:
            return Around(match["before"], match["after"])
    return None
