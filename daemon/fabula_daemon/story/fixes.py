"""What an editor can offer for a finding. A fix is edits of texts; who applies them is the editor."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fabula_daemon.story.checks.unknown_character import CODE as UNKNOWN_CHARACTER
from fabula_daemon.story.checks.unknown_character import similar_names
from fabula_daemon.story.findings import Finding
from fabula_daemon.story.text import front_matter
from fabula_daemon.story.text.prose import Prose
from fabula_daemon.story.waivers import WAIVERS_FILE, quote_around
from fabula_daemon.story.world.canon import Canon, Entity

_MOST_ALIAS_OFFERS = 3
_ABOUT_SPELLING = frozenset({UNKNOWN_CHARACTER, "name-variant", "world-rule"})


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace [start, end) of the file at `path` by `new_text`.

    An editor that can shows edits of one `group` together, and asks before it makes them.
    """

    path: str
    start: int
    end: int
    new_text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do: edits of files, files to create as (path, text), and files to move as (from, to)."""

    title: str
    edits: tuple[Edit, ...] = ()
    creates: tuple[tuple[str, str], ...] = ()
    preferred: bool = False
    moves: tuple[tuple[str, str], ...] = ()


def fixes(
    finding: Finding, canon: Canon, text_of: Callable[[str], str | None], world: str
) -> tuple[Fix, ...]:
    """Return what can be done about a finding, likeliest first.

    `text_of` gives the present text of a file of the story, None if there is none; `world` is the world's
    folder.
    """
    offers = list(_replacements(finding))
    if finding.code == UNKNOWN_CHARACTER:
        offers += _about_a_stranger(finding, canon, text_of, world)
    waiver = _waive(finding, text_of)
    return (*offers, waiver) if waiver else tuple(offers)


def respelling(finding: Finding) -> tuple[str, str] | None:
    """Return what a finding calls misspelt, and how it should be spelt; None if it is not about spelling."""
    if finding.code not in _ABOUT_SPELLING or not finding.suggestions:
        return None
    return _misspelt(finding), finding.suggestions[0]


def misspelt(wrong: str) -> re.Pattern[str]:
    """Return what finds a spelling as a whole word, possessives included, whether shouted or capitalised."""
    ways = dict.fromkeys((wrong, wrong.upper(), wrong[:1].upper() + wrong[1:]))
    spelt = "|".join(r"\s+".join(map(re.escape, way.split())) for way in ways)
    return re.compile(rf"(?<!\w)(?<!\w['’-])(?:{spelt})(?!\w|-\w)")


def everywhere(wrong: str, right: str, chapters: Iterable[tuple[str, Prose]]) -> Fix | None:
    """Return the fix that spells something right in all these chapters; None if that is one place at most."""
    pattern, edits = misspelt(wrong), list[Edit]()
    for path, chapter in chapters:
        for block in chapter.paragraphs:
            for found in pattern.finditer(block.text):
                start = block.start + found.start()
                edits.append(Edit(path, start, start + len(found[0]), _as_written(right, found[0], wrong)))
    if len(edits) < 2:
        return None
    files = len({edit.path for edit in edits})
    where = f"{len(edits)} places" + (f" in {files} chapters" if files > 1 else "")
    return Fix(f"Change “{wrong}” to “{right}” everywhere ({where})", tuple(edits))


def new_sheet(name: str) -> str:
    """Return the text of a new sheet for a character."""
    return f"---\nname: {_yaml(name)}\nkind: character\naliases: []\npronouns:\n---\n"


def file_name(name: str) -> str:
    """Return the name of the file for a sheet about `name`, without its ending.

    It is the name itself, so that links to it work, less what file systems do not take.
    """
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", " ".join(name.split())).strip(" .") or "unnamed"


def add_alias(text: str, alias: str) -> tuple[int, int, str] | None:
    """Return the edit (start, end, new text) that adds an alias to a sheet; None if its front matter cannot
    be read.
    """
    matter = front_matter.read(text)
    if not matter.present or matter.faults or "name" not in matter.places:
        return None
    if "aliases" not in matter.places:
        at = matter.places["name"][1]
        return at, at, f"\naliases: [{_yaml(alias)}]"
    start, end = matter.places["aliases"]
    entry = text[start:end]
    existing = matter.values.get("aliases")
    if entry.endswith("]"):
        inner = entry[:-1].rstrip()
        separator = "" if inner.endswith("[") else " " if inner.endswith(",") else ", "
        return start + len(inner), end, f"{separator}{_yaml(alias)}]"
    if isinstance(existing, list):
        indent = re.findall(r"^([ \t]*)-", entry, re.MULTILINE)
        return end, end, f"\n{indent[-1] if indent else '  '}- {_yaml(alias)}"
    kept = f"{_yaml(str(existing))}, " if existing else ""
    return start, end, f"aliases: [{kept}{_yaml(alias)}]"


def _replacements(finding: Finding) -> Iterator[Fix]:
    wrong = _misspelt(finding)
    for number, suggestion in enumerate(finding.suggestions):
        new_text = finding.text.replace(wrong, suggestion)
        edit = Edit(finding.path, finding.start, finding.end, new_text)
        yield Fix(f"Change to “{new_text}”", edits=(edit,), preferred=number == 0)


def _misspelt(finding: Finding) -> str:
    """Return the part of a finding's text in whose place its suggestions are: a stranger's name, say."""
    name = str(finding.data.get("name", ""))
    return name if finding.code == UNKNOWN_CHARACTER and name and name in finding.text else finding.text


def _as_written(right: str, found: str, wrong: str) -> str:
    """Return the right spelling, shouted or capitalised where the wrong one is and by itself would not be."""
    if found.isupper() and not wrong.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if found[:1].isupper() and not wrong[:1].isupper() else right


def _about_a_stranger(
    finding: Finding, canon: Canon, text_of: Callable[[str], str | None], world: str
) -> Iterator[Fix]:
    name = str(finding.data.get("name", finding.text))
    folder = "" if world in (".", "") else f"{world.strip('/')}/"
    path = f"{folder}characters/{file_name(name)}.md"
    if text_of(path) is None:
        yield Fix(
            f"Create a sheet for {name} in {folder}characters",
            creates=((path, new_sheet(name)),),
            preferred=not finding.suggestions,
        )
    for entity in _likely(name, canon):
        sheet_path = entity.path
        text = text_of(sheet_path) if sheet_path else None
        change = add_alias(text, name) if text is not None else None
        if sheet_path and change:
            yield Fix(f"Add “{name}” as an alias of {entity.name}", edits=(Edit(sheet_path, *change),))


def _likely(name: str, canon: Canon) -> list[Entity]:
    """Return the characters whom an unknown name may mean: those with a word in common first, then the
    similar.
    """
    characters = [entity for entity in canon.characters if entity.sheet and entity.sheet.kind == "character"]
    words = {word.casefold() for word in name.split()}
    sharing = [
        entity
        for entity in characters
        if words & {word.casefold() for form in entity.forms for word in form.split()}
    ]
    alike = [
        entity
        for form in similar_names(name, canon)
        for entity in canon.owners.get(form, ())
        if entity in characters
    ]
    return list(dict.fromkeys([*sharing, *alike]))[:_MOST_ALIAS_OFFERS]


def _waive(finding: Finding, text_of: Callable[[str], str | None]) -> Fix | None:
    text = text_of(finding.path)
    if text is None:
        return None
    quote = quote_around(text, finding.start, finding.end)
    entry = (
        f"[[waiver]]\ncode = {_toml(finding.code)}\npath = {_toml(finding.path)}\n"
        f'quote = {_toml(quote)}\nreason = ""\n'
    )
    title = "This is intentional (noted in waivers.toml, to be saved)"
    waivers = text_of(WAIVERS_FILE)
    if waivers is None:
        return Fix(title, creates=((WAIVERS_FILE, entry),))
    gap = "" if not waivers.strip() else "\n" if waivers.endswith("\n") else "\n\n"
    return Fix(title, edits=(Edit(WAIVERS_FILE, len(waivers), len(waivers), gap + entry),))


def _yaml(text: str) -> str:
    """Return a text as YAML, in quotes where it needs them."""
    plain = re.fullmatch(r"[^\W\d_][\w .’-]*", text) and text.casefold() not in {
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
    }
    return (
        text
        if plain and not text.endswith(" ")
        else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", escaped) + '"'
