"""The table of ordinary English words that the name detector ships, counted in public-domain novels.

    python -m fabula_pipeline.lexicon CORPUS.tar.xz OUTPUT.py

A word is ordinary if it is written in lower case in several books, and hardly ever with a capital in
mid-sentence. A story of two chapters has too few words of its own to show that "Perhaps" at the head of a
sentence is nobody's name.
"""

import re
import sys
import tarfile
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

# The War of the Worlds, which we measure ourselves on, is never counted.
HELD_OUT = ("36_",)
FEWEST_BOOKS = 4
FEWEST_USES = 8
LOWER_SHARE = 0.9

_LOWER = re.compile(r"\b[a-z]{2,}(?:['’][a-z]+)?\b")
_CAPITAL_IN_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")

HEADER = '''"""Ordinary English words, as they stand in lower case in novels: made by fabula_pipeline.lexicon.

Source: {count} novels of the LitBank corpus (Bamman et al., CC BY 4.0; the texts are in the public domain).
"""

COMMON_WORDS = frozenset(
    """
{words}
    """.split()
)
'''


def ordinary_words(books: Iterable[str]) -> list[str]:
    """Return the ordinary words of `books`, each a whole text, in alphabetical order."""
    uses: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for book in books:
        counts = Counter(word.replace("’", "'") for word in _LOWER.findall(book))
        uses.update(counts)
        spread.update(counts.keys())
        capitals.update(word.lower() for word in _CAPITAL_IN_SENTENCE.findall(book))
    return sorted(
        word
        for word, count in uses.items()
        if count >= FEWEST_USES
        and spread[word] >= FEWEST_BOOKS
        and count >= LOWER_SHARE * (count + capitals[word])
    )


def read_books(archive: Path) -> Iterator[str]:
    """Yield the texts of a tar archive of .txt files, without those that are held out."""
    with tarfile.open(archive) as tar:
        for member in tar:
            name = Path(member.name).name
            file = (
                tar.extractfile(member) if name.endswith(".txt") and not name.startswith(HELD_OUT) else None
            )
            if file is not None:
                yield file.read().decode("utf-8", errors="replace")


def main() -> None:
    """Write the table."""
    archive, output = map(Path, sys.argv[1:3])
    books = list(read_books(archive))
    words = textwrap.fill(" ".join(ordinary_words(books)), width=106, break_on_hyphens=False)
    output.write_text(HEADER.format(count=len(books), words=words), encoding="utf-8")


if __name__ == "__main__":
    main()
