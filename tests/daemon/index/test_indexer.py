"""The index says what the files say, and a change costs what changed."""

import hashlib
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fabula_daemon.errors import DiskFull
from fabula_daemon.index import documents, tokens
from fabula_daemon.index.chunks import Measure
from fabula_daemon.index.indexer import Indexer
from fabula_daemon.story.people import names


def chunks(store, path):
    return store.query(
        "SELECT c.id, c.hash, c.header, c.text FROM chunks c JOIN documents d ON d.id = c.document"
        " WHERE path = ? ORDER BY begins",
        [path],
    )


def found(store, word):
    return [
        path
        for (path,) in store.query(
            "SELECT DISTINCT path FROM words JOIN chunks c ON c.id = words.rowid"
            " JOIN documents d ON d.id = c.document WHERE words MATCH ? ORDER BY path",
            [word],
        )
    ]


def long_chapter(title="Dust", paragraphs=40):
    return f"# {title}\n\n" + "\n\n".join(
        f"Paragraph {n} tells how pump number {n} failed, and what they of dome {n * 7} said about it then. "
        "Nobody was surprised, for the winter had been long and the spare parts were few."
        for n in range(paragraphs)
    )


def test_chapters_and_sheets_are_indexed_and_drafts_are_not(store, catch_up):
    assert catch_up() == ["manuscript/01.md", "manuscript/02.md", "world/sarah-chen.md"]
    known = documents.documents(store)
    assert {path: d.number for path, d in known.items()} == {
        "manuscript/01.md": 1,
        "manuscript/02.md": 2,
        "world/sarah-chen.md": None,
    }
    assert found(store, "elena") == []
    assert found(store, "green") == ["world/sarah-chen.md"]
    assert store.query(
        "SELECT s.number, begins, ends FROM scenes s JOIN documents d ON d.id = document WHERE path = ?",
        ["manuscript/01.md"],
    ) == [(1, 8, 36), (2, 45, 66)]


def test_a_header_tells_chapter_scene_and_who_is_present(store, catch_up):
    catch_up()
    assert [row[2] for row in chunks(store, "manuscript/01.md")] == [
        "Chapter 1, Dust, scene 1. With Sarah Chen.",
        "Chapter 1, Dust, scene 2.",
    ]


def test_what_is_unchanged_is_not_read_again(catch_up):
    catch_up()
    assert catch_up() == []


def test_a_touched_file_that_says_the_same_is_noted_but_not_read(story, store, catch_up):
    catch_up()
    story.write("manuscript/01.md", story.read("manuscript/01.md"))
    assert catch_up() == []
    assert (
        documents.documents(store)["manuscript/01.md"].mtime_ns
        == (story.root / "manuscript/01.md").stat().st_mtime_ns
    )


def test_an_edit_that_leaves_size_and_time_alone_is_found_when_touched(story, store, catch_up):
    catch_up()
    story._clock -= 60 * 4
    story.write("manuscript/01.md", story.read("manuscript/01.md").replace("quiet", "still"))
    assert found(store, "still") == []
    assert catch_up("manuscript/01.md") == ["manuscript/01.md"]
    assert found(store, "still") == ["manuscript/01.md"]


def test_a_saved_paragraph_rewrites_its_chunk_and_hardly_more(story, store, catch_up):
    story.write("manuscript/01.md", long_chapter())
    catch_up()
    before = {row[0] for row in chunks(store, "manuscript/01.md")}
    story.write(
        "manuscript/01.md",
        story.read("manuscript/01.md").replace("Paragraph 20 tells", "Paragraph 20 whispers"),
    )
    catch_up()
    after = {row[0] for row in chunks(store, "manuscript/01.md")}
    assert len(after - before) <= 3
    assert found(store, "whispers") == ["manuscript/01.md"]


def test_a_moved_file_keeps_its_chunks(story, store, catch_up):
    catch_up()
    before = chunks(store, "manuscript/02.md")
    story.move("manuscript/02.md", "manuscript/part two/20.md")
    assert sorted(catch_up()) == ["manuscript/02.md", "manuscript/part two/20.md"]
    assert [row[:2] for row in chunks(store, "manuscript/part two/20.md")] == [row[:2] for row in before]


def test_a_chapter_before_others_renumbers_them_and_keeps_their_chunks(story, store, catch_up):
    catch_up()
    before = [row[:2] for row in chunks(store, "manuscript/02.md")]
    story.write("manuscript/00.md", "A prologue.\n")
    catch_up()
    assert documents.documents(store)["manuscript/02.md"].number == 3
    assert [row[:2] for row in chunks(store, "manuscript/02.md")] == before
    assert chunks(store, "manuscript/02.md")[0][2].startswith("Chapter 3, Ice")


def test_a_deleted_file_leaves_nothing(story, store, catch_up):
    catch_up()
    story.delete("manuscript/01.md")
    assert sorted(catch_up()) == ["manuscript/01.md", "manuscript/02.md"]
    assert found(store, "pumps") == []
    _, totals = documents.totals(store)
    assert totals == documents.names_of(store, "manuscript/02.md")


def test_a_new_alias_tells_who_is_present_without_new_chunks(story, store, catch_up):
    catch_up()
    before = [row[:2] for row in chunks(store, "manuscript/02.md")]
    story.write("world/marcus.md", "---\nname: Marcus Webb\nkind: character\n---\n")
    catch_up()
    assert [row[:2] for row in chunks(store, "manuscript/02.md")] == before
    assert "Marcus Webb" in chunks(store, "manuscript/02.md")[0][2]


def test_another_tokenizer_cuts_everything_again(story, store, catch_up):
    catch_up()
    other = Measure("short", tokens.ESTIMATE.count, limit=80)
    assert len(catch_up(measure=other)) == 3
    assert catch_up(measure=other) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"caf\xe9", "not UTF-8"),
        (b"\x00\x01\x02" * 99, "not a text file"),
        (b"word " * 1_000_000, "100,000 characters"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(story, store, catch_up, content, problem):
    story.write("manuscript/02.md", content)
    catch_up()
    assert problem in documents.documents(store)["manuscript/02.md"].problem
    assert chunks(store, "manuscript/02.md") == []
    assert found(store, "pumps") == ["manuscript/01.md"]
    assert catch_up() == []
    story.write("manuscript/02.md", "Mended.\n")
    catch_up()
    assert documents.documents(store)["manuscript/02.md"].problem is None
    assert found(store, "mended") == ["manuscript/02.md"]


def test_a_dangling_link_is_a_problem_of_its_own_and_an_empty_folder_none(story, store, catch_up):
    (story.root / "manuscript" / "03.md").symlink_to(story.root / "nowhere.md")
    (story.root / "manuscript" / "empty").mkdir()
    catch_up()
    assert "link" in documents.documents(store)["manuscript/03.md"].problem
    assert len(documents.documents(store)) == 4


def test_a_sheet_with_broken_front_matter_is_still_found_by_its_words(story, store, catch_up):
    story.write("world/broken.md", "---\nname: [Oops\n---\nKeeper of the cistern.\n")
    catch_up()
    assert found(store, "cistern") == ["world/broken.md"]


def test_a_full_disk_loses_nothing_and_the_same_work_succeeds_later(story, store):
    story.write("manuscript/03.md", long_chapter(paragraphs=300))
    indexer = Indexer(story.root, store, tokens.ESTIMATE)
    indexer.look()
    store.value(f"PRAGMA max_page_count = {store.value('PRAGMA page_count')}")
    with pytest.raises(DiskFull):
        indexer.step()
    assert documents.documents(store) == {}
    store.value("PRAGMA max_page_count = 1000000")
    while not indexer.done:
        indexer.step()
    assert len(documents.documents(store)) == 4


def test_each_message_carries_the_evidence_before_and_after(story, store):
    indexer = Indexer(story.root, store, tokens.ESTIMATE)
    indexer.look()
    while not indexer.done:
        indexer.step()
    story.write("manuscript/02.md", "“Where is Lena?” asked Sarah.\n")
    indexer.look(["manuscript/02.md"])
    told = indexer.step()
    assert [message.get("path") for message in told] == ["manuscript/02.md", None]
    assert "Marcus" in told[0]["old"]["cues"]
    assert "Lena" in told[0]["new"]["cues"]
    assert told[-1] == {"documents": 3, "total": 3}


TEXTS = st.lists(
    st.sampled_from(["Sarah ran.", "“Go!” said Marcus Webb.", "The dome fell.", "* * *"]), max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 4), st.none() | TEXTS.map("\n\n".join)), max_size=8))
def test_totals_are_the_sum_of_all_evidence_whatever_happens(story, store, catch_up, edits):
    for number, text in edits:
        path = f"manuscript/{number:02}.md"
        if text is not None:
            story.write(path, text)
        elif (story.root / path).exists():
            story.delete(path)
        catch_up()
    expected = names.Names()
    for path in documents.documents(store):
        expected.add(documents.names_of(store, path))
    assert documents.totals(store)[1] == expected
    integrity = store.value("SELECT count(*) FROM words") == store.value("SELECT count(*) FROM chunks")
    assert integrity
    assert Counter(
        hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:32]
        for (text,) in store.query("SELECT text FROM chunks")
    ) == Counter(key for (key,) in store.query("SELECT hash FROM chunks"))
