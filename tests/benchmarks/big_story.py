"""A story of a million words, made of public-domain novels, and a small world beside it."""

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).parents[3] / "shared" / "data" / "corpus.tar.xz"
WORDS_IN_A_CHAPTER = 3_000
CHARACTERS = {
    "Elizabeth Bennet": "she/her",
    "Jane Eyre": "she/her",
    "Tess Durbeyfield": "she/her",
    "Jim Hawkins": "he/him",
    "Dorothea Brooke": "she/her",
    "Philip Pirrip": "he/him",
}
FACTS = "eyes: green\nhair: red\nage: {value: 21, as_of: 1}\nrank: Captain\nhandedness: left\nhome: Longbourn"


def build(folder: Path, words: int = 1_000_000) -> Path:
    """Write a story of `words` words into `folder`, the same each time, and return its root."""
    manuscript, characters = folder / "manuscript", folder / "world" / "characters"
    manuscript.mkdir(parents=True)
    characters.mkdir(parents=True)
    (folder / "fabula.toml").write_text('[story]\ntitle = "A million words"\n')
    for name, pronouns in CHARACTERS.items():
        facts = f"name: {name}\nkind: character\naliases: []\npronouns: {pronouns}\n{FACTS}"
        (characters / f"{name}.md").write_text(f"---\n{facts}\n---\n")
    for number, chapter in enumerate(_chapters(words), start=1):
        (manuscript / f"{number:04}.md").write_text(f"# Chapter {number}\n\n{chapter}\n", encoding="utf-8")
    return folder


def _chapters(words: int) -> Iterator[str]:
    kept: list[str] = []
    length = total = 0
    for paragraph in _paragraphs():
        kept.append(paragraph)
        length += len(paragraph.split())
        if length >= WORDS_IN_A_CHAPTER:
            yield "\n\n".join(kept)
            total += length
            kept, length = [], 0
            if total >= words:
                return


def _paragraphs() -> Iterator[str]:
    with tarfile.open(CORPUS) as corpus:
        for member in sorted(corpus.getmembers(), key=lambda member: member.name):
            file = corpus.extractfile(member)
            if file is not None and member.name.endswith(".txt"):
                for paragraph in re.split(r"\n\s*\n", file.read().decode("utf-8")):
                    if text := " ".join(paragraph.split()):
                        yield text
