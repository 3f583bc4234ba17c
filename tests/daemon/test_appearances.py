"""Who is named where in a whole story, open buffers before the disk."""

import re

import pytest

from fabula_daemon.appearances import Appearances
from fabula_daemon.desk import Desk
from tests.support.stories import sheet, story, write

FIRST, SECOND, THIRD = "manuscript/1.md", "manuscript/2.md", "manuscript/3.md"
CHAPTERS = {
    "1.md": "Ben Orr came.\n\nThen Sarah.\n",
    "2.md": "Orr slept.\n\n***\n\nSarah Chen woke. Ben did not.\n\nOrr snored; SARAH laughed.\n",
    "3.md": "Nobody was there.\n",
}
SHEETS = {
    "Sarah Chen.md": sheet("Sarah Chen", spouse="Ben Orr") + "Sarah has [[Ben Orr|a husband]].\n",
    "Ben Orr.md": sheet("Ben Orr", pronouns="he/him"),
    "Ann Orr.md": sheet("Ann Orr", pronouns="she/her"),
    "timeline.md": "| who |\n|---|\n| Sarah Chen |\n",
}


@pytest.fixture
def desk(tmp_path):
    return Desk(story(tmp_path, CHAPTERS, SHEETS))


def entity(desk, name):
    return next(one for one in desk.canon.entities if one.name == name)


async def everywhere(desk, name):
    found = {}
    async for sight in desk.appearances.everywhere(entity(desk, name)):
        assert all(sight.text[naming.start : naming.end] == naming.text for naming in sight.namings)
        found[sight.path] = [naming.text for naming in sight.namings if naming.entity]
    return found


async def test_chapters_come_in_reading_order_and_then_the_world(desk):
    found = await everywhere(desk, "Sarah Chen")
    assert found == {
        FIRST: ["Sarah"],
        SECOND: ["Sarah Chen", "SARAH"],
        "world/Sarah Chen.md": ["Sarah Chen", "Sarah"],
        "world/timeline.md": ["Sarah Chen"],
    }
    assert list(found) == [FIRST, SECOND, "world/Sarah Chen.md", "world/timeline.md"]


async def test_what_a_name_means_depends_on_the_scene(desk):
    found = await everywhere(desk, "Ben Orr")
    assert found[SECOND] == ["Ben", "Orr"]  # the first Orr of the chapter may be either
    assert found["world/Sarah Chen.md"] == ["Ben Orr", "Ben Orr"]


@pytest.mark.parametrize("name", ["Sarah Chen", "Ben Orr", "Ann Orr"])
async def test_an_open_chapter_says_what_a_closed_one_does(desk, name):
    closed = await everywhere(desk, name)
    for path, text in ((FIRST, CHAPTERS["1.md"]), (SECOND, CHAPTERS["2.md"])):
        desk.open("vim", path, text)
    assert await everywhere(desk, name) == closed


async def test_what_is_open_counts_instead_of_the_disk(desk):
    desk.open("vim", THIRD, "Sarah was there.\n")
    desk.open("vim", FIRST, "She was not.\n")
    found = await everywhere(desk, "Sarah Chen")
    assert FIRST not in found
    assert found[THIRD] == ["Sarah"]


async def test_what_has_been_read_is_read_again_where_it_changed(desk):
    await everywhere(desk, "Sarah Chen")
    write(desk.root / THIRD, "Then Sarah Chen left.\n")
    assert (await everywhere(desk, "Sarah Chen"))[THIRD] == ["Sarah Chen"]


async def test_another_canon_gives_other_names(desk):
    await everywhere(desk, "Sarah Chen")
    desk.open("vim", "world/Sarah Chen.md", sheet("Sarah Chen", not_="[Sarah]").replace("not_", "not"))
    await desk.settled()
    assert (await everywhere(desk, "Sarah Chen"))[SECOND] == ["Sarah Chen"]


async def test_first_and_last(desk):
    sarah = entity(desk, "Sarah Chen")
    sight, naming = await desk.appearances.first(sarah)
    assert (sight.path, naming.text) == (FIRST, "Sarah")
    text = CHAPTERS["2.md"]
    places = [
        await desk.appearances.last(sarah, SECOND, text.index(words)) for words in ("Sarah Chen", "SARAH")
    ]
    assert [(sight.path, naming.text) for sight, naming in places] == [
        (FIRST, "Sarah"),
        (SECOND, "Sarah Chen"),
    ]
    assert await desk.appearances.last(sarah, FIRST, 0) is None
    assert await desk.appearances.last(sarah, "world/timeline.md", 9) is None


async def test_who_is_never_named_has_no_first_appearance(desk):
    assert await desk.appearances.first(entity(desk, "Ann Orr")) is None


@pytest.mark.parametrize(
    ("path", "words", "named"),
    [
        (SECOND, "Sarah Chen woke", "Sarah Chen"),
        (SECOND, " Chen woke", "Sarah Chen"),
        (SECOND, " woke", "Sarah Chen"),
        (SECOND, "woke", None),
        (SECOND, ". Ben", None),
        ("world/Sarah Chen.md", "Orr|", "Ben Orr"),
        (THIRD, "Nobody", None),
    ],
)
async def test_the_name_at_a_place(desk, path, words, named):
    offset = desk.text(path).index(words)
    naming = (await desk.appearances.at(path, offset)).at(offset)
    assert (naming.text if naming else None) == named


async def test_there_is_nothing_where_no_file_is(desk):
    assert await desk.appearances.namings("manuscript/9.md") is None
    assert await desk.appearances.passages("world/timeline.md") == ()


async def test_all_of_a_chapter_is_read(desk):
    sight = await Appearances(desk).namings(SECOND)
    assert [naming.text for naming in sight.namings if naming.entity] == ["Sarah Chen", "Ben", "Orr", "SARAH"]
    assert [len(passage.mentions) for passage in await desk.appearances.passages(SECOND)] == [1, 2, 2]


async def test_chapters_are_found_by_what_stands_in_them(desk):
    desk.open("vim", THIRD, "It snored.\n")
    found = await desk.appearances.chapters_with(re.compile("snored"))
    assert [(path, chapter.text) for path, chapter in found] == [
        (SECOND, CHAPTERS["2.md"]),
        (THIRD, "It snored.\n"),
    ]
