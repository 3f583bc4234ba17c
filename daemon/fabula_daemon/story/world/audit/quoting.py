"""Where on a sheet a value stands, and that place as evidence."""

from fabula_daemon.story.findings import Evidence
from fabula_daemon.story.world.sheets import Sheet

Span = tuple[int, int]


def place_of(sheet: Sheet, key: str, value: str = "") -> Span:
    """Return where a key's entry has a value, or the entry's place if it is not written so."""
    start, end = sheet.places.get(key) or sheet.places.get("name") or (0, min(3, len(sheet.text)))
    at = sheet.text.find(value, start, end) if value else -1
    return (at, at + len(value)) if at >= 0 else (start, end)


def quoted(sheet: Sheet, key: str, value: str = "") -> Evidence:
    """Return the line of a sheet in which a value stands as evidence."""
    start, end = place_of(sheet, key, value)
    first = sheet.text.rfind("\n", 0, start) + 1
    last = sheet.text.find("\n", end)
    line = sheet.text[first : last if last >= 0 else len(sheet.text)]
    begin = first + len(line) - len(line.lstrip())
    return Evidence(sheet.path, begin, begin + len(line.strip()), line.strip())
