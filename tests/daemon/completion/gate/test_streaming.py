"""What of a continuation is given out while it is written, and what becomes of one that names a stranger."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.engines import Prompt
from fabula_daemon.completion.gate.streaming import REFUSED, Release, stream
from fabula_daemon.completion.why import Rejected, Stranger
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.world import sheets
from fabula_daemon.story.world.canon import build
from tests.support.fake_engine import FakeEngine

SHEETS = {"sarah": "name: Sarah Chen", "yusuf": "name: Yusuf Demir", "piet": "name: Piet Rensburg\ndied: 2"}
CANON = build(
    [
        sheets.read(f"world/{path}.md", f"---\nkind: character\n{keys}\n---\n")[0]
        for path, keys in SHEETS.items()
    ],
    [f"{number:02}.md" for number in range(1, 8)],
)
READER = Reader(CANON, Names())
SETTING = Setting("04.md", 4, CANON)


def released(*pieces, before="She went "):
    """Return what is given out after each piece, what at the end, and the name refused."""
    release = Release(before, READER.read, SETTING)
    given = [release.add(piece) for piece in pieces]
    return given, release.finish(), release.rejected and release.rejected.name


def test_text_passes_as_it_comes():
    assert released("down", " to", " the wat", "er.") == (["down", " to", " the wat", "er."], "", None)


def test_a_known_name_passes_when_nothing_can_make_it_anothers():
    given, rest, _ = released("to", " Sa", "rah", " Chen", ", and", " on")
    assert (given, rest) == (["to", "", "", "", " Sarah Chen, and", " on"], "")


def test_a_name_that_is_complete_at_the_end_passes():
    assert released("to", " Sarah") == (["to", ""], " Sarah", None)


def test_the_head_of_a_sentence_waits_for_no_more_than_a_word():
    assert released("down. ", "The", " lamp", "Then it", before="She went ")[0][:3] == [
        "down.",
        "",
        " The lamp",
    ]


def test_a_stranger_is_held_back_with_the_mark_before_her():
    given, rest, name = released("on. “", "Elena ", "Mart", "inez", " came,” he said.")
    assert ("".join(given) + rest, name) == ("on.", "Elena Martinez")


def test_a_known_name_that_becomes_a_strangers_is_held_back():
    given, rest, name = released("to", " Sarah", " Mart", "inez", " and on.")
    assert ("".join(given) + rest, name) == ("to", "Sarah Martinez")


def test_a_name_that_the_author_has_begun_is_held_back():
    assert released("ena", " came", before="“Well,” said El") == (["", ""], "", "Elena")
    assert released("ah", " came and", before="“Well,” said Sar") == (["", "ah came and"], "", None)


def test_nothing_passes_behind_a_stranger():
    release = Release("She saw ", READER.read)
    assert [release.add("Elena, and"), release.add(" more"), release.finish()] == ["", "", ""]


def test_each_paragraph_is_read_by_itself():
    given, rest, name = released("on.\n", "\nThe lamp", " was out.\n\nElena", " sat.")
    assert ("".join(given) + rest, name) == ("on.\n\nThe lamp was out.\n\n", "Elena")


def test_of_the_dead_one_hears_when_the_sentence_has_ended():
    given, _, name = released("on. Piet", " opened", " the door. The", " lamp", " was out.")
    assert ("".join(given), name) == ("on.", "Piet")
    given, rest, name = released("on. She", " thought of Piet", " then. The lamp", " was out.")
    assert ("".join(given) + rest, name) == ("on. She thought of Piet then. The lamp was out.", None)


WORDS = "the lamp water The Then She said Sarah Yusuf Piet Elena Zorblax Mr. Dr. van I Sarah’s 17".split()
PIECES = st.lists(st.sampled_from([" ", " ", " ", " Sarah Chen", "\n\n", *WORDS, *".,?!…“”—"]), max_size=60)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["", "She went ", "“Well,” said ", "Sarah", "He sat. "]), PIECES)
def test_whatever_comes_all_of_it_is_given_out_or_all_before_a_stranger(before, pieces):
    release = Release(before, READER.read)
    text = "".join([*map(release.add, pieces), release.finish()])
    whole = "".join(pieces)
    assert whole.startswith(text)
    if release.rejected is None:
        assert text == whole
    for number, paragraph in enumerate((before + text).split("\n")):
        begin = 0 if number else len(before)
        assert [m.text for m in READER.read(paragraph) if not m.known and m.end > begin] == []


async def written(engine, *, text="She went", opening=" ", max_tokens=60):
    rejected: list[Rejected] = []
    prompt = Prompt(text, opening, banned=("Zorblax",), seed=7, max_tokens=max_tokens)
    pieces = [
        piece
        async for piece in stream(engine, prompt, Cursor(text + opening), READER.read, SETTING, rejected)
    ]
    return "".join(piece.text for piece in pieces), pieces[-1], rejected


async def test_a_clean_continuation_is_given_whole():
    engine = FakeEngine("down to Sarah. Then she sat.")
    text, last, rejected = await written(engine)
    assert (text, last.finish, rejected) == ("down to Sarah. Then she sat.", "stop", [])
    assert last.usage.generated == 6
    assert engine.stopped_early == []


async def test_at_a_stranger_the_model_stops_and_continues_without_her():
    engine = FakeEngine("down and Elena came and many other people came too", " saw Sarah.")
    text, last, rejected = await written(engine)
    assert (text, last.finish) == ("down and saw Sarah.", "stop")
    assert rejected == [Rejected("Elena", Stranger.FRESH)]
    assert engine.stopped_early == engine.prompts[:1]
    first, second = engine.prompts
    assert (second.text + second.opening, second.opening) == ("She went down and", " and")
    assert second.banned == ("Zorblax", "Elena", "El…")
    assert second.max_tokens == first.max_tokens - 2
    assert second.seed > first.seed + 8  # which are those of other choices


async def test_what_the_author_has_begun_herself_is_not_banned_as_a_beginning():
    engine = FakeEngine("ena, and so on", "bow, and so on")
    await written(engine, text="“Well,” said", opening=" El")
    assert engine.prompts[1].banned == ("Zorblax", "Elena")


async def test_after_two_more_it_ends():
    engine = FakeEngine(" and Elena, who", " and Petrova, who", " and Marcus, who", " and all was well.")
    text, last, rejected = await written(engine)
    assert (text, last.finish) == (" and and and", REFUSED)
    assert [one.name for one in rejected] == ["Elena", "Petrova", "Marcus"]


async def test_what_is_written_before_a_stranger_counts_to_the_limit():
    engine = FakeEngine("one two three four five six seven, and Elena, who")
    text, last, _ = await written(engine, max_tokens=8)
    assert (text, last.finish) == ("one two three four five six seven, and", "length")
    assert len(engine.prompts) == 1


async def test_who_stops_listening_stops_the_model():
    engine = FakeEngine("down to the water and back again")
    pieces = stream(engine, Prompt("She went", " "), Cursor("She went "), READER.read, None, [])
    assert (await anext(pieces)).text == "down"
    await pieces.aclose()
    assert engine.stopped_early == engine.prompts


@pytest.mark.parametrize("size", [1, 2, 5])
async def test_a_long_paragraph_is_given_out_whole(size):
    text = "The lamp was out, and Sarah Chen went down to the water with Yusuf. " * 20
    release = Release("", READER.read)
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert "".join([*map(release.add, pieces), release.finish()]) == text
