"""What the documents name exists, and what exists is named in the documents."""

import re
from dataclasses import fields
from pathlib import Path

import typer

from fabula_daemon.cli import app
from fabula_daemon.config import Settings
from fabula_daemon.story import checks
from tests.benchmarks.__main__ import LIMITS

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands() -> set[str]:
    group = typer.main.get_command(app)
    return set(group.commands)


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    table = (ROOT / "docs/commands.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `fabula (\w+)`", table, re.MULTILINE)) == commands()


def test_no_document_names_a_command_that_does_not_exist() -> None:
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        named = set(re.findall(r"`fabula ([a-z]+)", text)) | set(
            re.findall(r"^fabula ([a-z]+)", text, re.MULTILINE)
        )
        assert named <= commands(), document.name


def test_every_setting_is_documented_with_its_default_and_the_other_way_round() -> None:
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    documented = {}
    for section, table in re.findall(r"^## `\[(\w+)\]`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL):
        for key, default in re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", table, re.MULTILINE):
            documented[section, key] = default

    existing = {}
    for section in fields(Settings):
        defaults = getattr(Settings(), section.name)
        for setting in fields(defaults):
            existing[section.name, setting.name] = as_toml(getattr(defaults, setting.name))

    assert documented == existing


def as_toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case tuple():
            return "[]"
        case dict():
            return "{}"
        case _:
            return str(value)


def test_every_check_is_documented() -> None:
    text = (ROOT / "docs/checks.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)) >= set(checks.codes())


def test_links_between_documents_lead_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]*)?\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_make_has_every_target_that_the_documents_name() -> None:
    targets = set(re.findall(r"^(\w[\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        assert set(re.findall(r"`make ([\w-]+)`", document.read_text(encoding="utf-8"))) <= targets, (
            document.name
        )


def test_every_figure_that_is_held_to_a_limit_is_documented_with_it() -> None:
    rows = [
        line.split("|")[1:-1]
        for name in ("architecture.md", "accuracy.md")
        for line in (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines()
        if re.match(r"\| `\w+`", line)
    ]
    documented: dict[str, set[float]] = {}
    for cells in rows:
        keys = [key for key in re.findall(r"`(\w+)`", cells[0]) if key in LIMITS]
        for at, key in enumerate(keys):
            numbers = [re.findall(r"\d+(?:\.\d+)?", cell) for cell in cells[1:]]
            documented[key] = {float(found[at]) for found in numbers if len(found) > at}
    assert documented.keys() == LIMITS.keys()
    wrong = [key for key, (limit, _) in LIMITS.items() if limit not in documented[key]]
    assert wrong == []
