"""File URIs ⇄ paths."""

from pathlib import Path

import pytest

from fabula_lsp.uris import path_of, uri_of


@pytest.mark.parametrize("name", ["one.md", "Kapitel eins – Ä.md", "100% #1?.md", "a+b;c.md"])
def test_a_path_comes_back(tmp_path: Path, name: str) -> None:
    assert path_of(uri_of(tmp_path / name)) == tmp_path / name


def test_what_editors_escape_is_read_as_what_it_means() -> None:
    assert path_of("file:///stories/mars%20one/1.md") == Path("/stories/mars one/1.md")
    assert path_of("file://localhost/stories/1.md") == Path("/stories/1.md")
    assert path_of("file://shelf/stories/1.md") == Path("//shelf/stories/1.md")


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/stories/1.md", "", "file://", "http://[", "file:///%00"]
)
def test_what_is_no_file_has_no_path(uri: str) -> None:
    assert path_of(uri) is None
