"""From a place in a story on the disk to the prompt there, as the author sees the story now."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.grounding.grounder import Grounder, Place
from fabula_daemon.desk import Desk
from fabula_daemon.index.search import Hit
from fabula_daemon.story.text.prose import parse
from tests.support.fake_engine import FakeEngine
from tests.support.stories import sheet, story

ONE, TWO, THREE = (f"manuscript/{number}.md" for number in ("01", "02", "03"))
CHAPTERS = {
    "01.md": "---\nsummary: Sarah finds a tape.\n---\n# One\n\nSarah Chen took the lamp. The tape was brass.",
    "02.md": "# Two\n\nYusuf Demir slept.\n\nIt was a long night, and the lamp burnt down.\n",
    "03.md": "# Three\n\nSarah Chen came in. Rensburg was late.\n\n“Is it far?” said Yusuf.\n\n"
    "She waited.\n\n* * *\n\nThe hall was empty.\n",
}
SHEETS = {
    "sarah.md": sheet("Sarah Chen", pronouns="she/her", eyes="brown"),
    "yusuf.md": sheet("Yusuf Demir", pronouns="he/him"),
    "piet.md": sheet("Piet Rensburg", pronouns="he/him"),
}
TAPE = Hit(ONE, 0, 19, "The tape was brass.", 1, 1, "One", 1.0, ("words",))


@pytest.fixture
def desk(tmp_path):
    return Desk(story(tmp_path, CHAPTERS, SHEETS))


class Retrieve:
    """Finds what it is told to, when it is let go."""

    def __init__(self, *hits):
        self.hits = list(hits)
        self.go = asyncio.Event()
        self.go.set()
        self.asked = []
        self.fails = False

    async def __call__(self, query, k, before_chapter):
        self.asked.append((query, before_chapter))
        await self.go.wait()
        if self.fails:
            raise OSError("no index")
        return self.hits[:k]


def place(desk, path, behind, text=None):
    """Return the place behind the first of some words in a chapter, or in what it is to be."""
    prose = desk.prose(path) if text is None else parse(text)
    offset = prose.text.index(behind) + len(behind)
    cursor = locate(prose, offset)
    assert isinstance(cursor, Cursor)
    return Place(path, offset, prose, cursor)


async def grounded(grounder, where, *, context=4096, canon=True):
    return await grounder.ground(where, FakeEngine(context=context), max_tokens=60, canon=canon)


async def until_known(grounder, where, told):
    async with asyncio.timeout(10):
        while not told(ground := await grounded(grounder, where)):
            await asyncio.sleep(0.001)
    return ground


async def test_the_prompt_tells_what_the_scene_needs(desk):
    grounder = Grounder(desk, Retrieve(TAPE))
    where = place(desk, THREE, "“Is it far?” said ")
    ground = await until_known(grounder, where, lambda ground: ground.passages)
    assert ground.text == (
        "[World]\nPiet Rensburg\nRensburg\nSarah Chen\n\n"
        "[Facts]\nPiet Rensburg: he/him\nSarah Chen: she/her; eyes brown\n\n"
        "[Before]\nChapter 1: Sarah finds a tape.\n\n"
        "[After]\nYusuf.\nShe waited.\n\n"
        "[Passages]\nThe tape was brass.\n"
        "Yusuf Demir slept. It was a long night, and the lamp burnt down.\n\n"
        "[Story]\nSarah Chen came in. Rensburg was late.\n\n“Is it far?” said"
    )
    assert ground.opening == " "
    assert ground.people == ("Piet Rensburg", "Sarah Chen")
    assert ground.left_out == ()


async def test_without_the_canon_it_is_the_manuscript_alone(desk):
    ground = await grounded(Grounder(desk), place(desk, THREE, "Sarah Chen came "), canon=False)
    assert (ground.text, ground.parts) == ("Sarah Chen came", ())


async def test_what_stands_beside_the_manuscript_is_frozen_within_a_paragraph(desk):
    found = Retrieve(TAPE)
    grounder = Grounder(desk, found)
    text = CHAPTERS["03.md"]
    before = await until_known(grounder, place(desk, THREE, "She waited."), lambda ground: ground.passages)
    found.hits = []
    longer = text.replace("She waited.", "She waited. Yusuf Demir and Rensburg ran in.")
    ground = await grounded(grounder, place(desk, THREE, "ran in.", longer))
    assert ground.parts == before.parts
    longer = longer.replace("ran in.", "ran in.\n\nThey laughed.")
    ground = await grounded(grounder, place(desk, THREE, "They laughed.", longer))
    assert ground.people == ("Piet Rensburg", "Sarah Chen", "Yusuf Demir")


@pytest.mark.parametrize(("path", "freezes"), [("", True), (THREE, False)])
async def test_what_is_on_no_page_and_what_is_asked_is_answered_for_itself(desk, path, freezes):
    found = Retrieve(TAPE)
    grounder = Grounder(desk, found, freezes=freezes)
    first = await grounded(grounder, place(desk, path, "Sarah?", "Who is Sarah?"))
    found.hits = []
    second = await grounded(grounder, place(desk, path, "Yusuf?", "Who is Yusuf?"))
    assert (first.people, second.people) == (("Sarah Chen",), ("Yusuf Demir",))
    assert "The tape was brass." in first.text
    assert "The tape was brass." not in second.text


async def test_a_mark_that_the_editor_closes_by_itself_thaws_nothing(desk):
    grounder = Grounder(desk)
    text = CHAPTERS["03.md"]
    before = await grounded(grounder, place(desk, THREE, "She waited."))
    ground = await grounded(grounder, place(desk, THREE, "waited. “", text.replace("waited.", "waited. “”")))
    assert ground.parts == before.parts


async def test_another_paragraph_or_scene_has_what_is_its_own(desk):
    grounder = Grounder(desk)
    first = await grounded(grounder, place(desk, THREE, "“Is it far?”"))
    scene = await grounded(grounder, place(desk, THREE, "The hall "))
    again = await grounded(grounder, place(desk, THREE, "“Is it far?”"))
    assert "Piet Rensburg" in first.people
    assert "[After]\nwas empty.\n" in scene.text
    assert first.parts == again.parts


async def test_another_canon_thaws_everything(desk, tmp_path):
    grounder, where = Grounder(desk), place(desk, THREE, "Sarah Chen came ")
    assert "eyes brown" in (await grounded(grounder, where)).text
    desk.open(object(), "world/sarah.md", sheet("Sarah Chen", eyes="green"))
    await desk.settled()
    assert "eyes green" in (await grounded(grounder, where)).text


async def test_what_is_found_late_is_told_later_and_nobody_waits_for_it(desk):
    retrieve = Retrieve(TAPE)
    retrieve.go.clear()
    grounder, where = Grounder(desk, retrieve), place(desk, THREE, "She waited.")
    assert "The tape was brass." not in (await grounded(grounder, where)).text
    retrieve.go.set()
    ground = await until_known(grounder, where, lambda ground: "The tape was brass." in ground.text)
    assert "chapter 1: “The tape was brass.”" in ground.passages
    assert [chapter for _, chapter in retrieve.asked] == [3]


async def test_within_a_scene_what_was_found_for_one_paragraph_serves_the_next(desk):
    retrieve = Retrieve(TAPE)
    grounder = Grounder(desk, retrieve)
    await until_known(grounder, place(desk, THREE, "far?” said"), lambda ground: ground.passages)
    retrieve.go.clear()
    ground = await grounded(grounder, place(desk, THREE, "She waited."))
    assert "chapter 1: “The tape was brass.”" in ground.passages
    retrieve.go.set()


async def test_a_failing_index_costs_the_passages_alone(desk, caplog):
    retrieve = Retrieve(TAPE)
    retrieve.fails = True
    grounder, where = Grounder(desk, retrieve), place(desk, THREE, "She waited.")
    ground = await until_known(grounder, where, lambda ground: "[Before]" in ground.text)
    assert "The tape was brass." not in ground.text
    assert "no passages of earlier chapters" in caplog.text


async def test_a_passage_that_is_taken_out_in_an_open_buffer_is_not_quoted(desk):
    desk.open(object(), ONE, "# One\n\nSarah Chen took the lamp.\n")
    grounder, where = Grounder(desk, Retrieve(TAPE)), place(desk, THREE, "She waited.")
    ground = await until_known(grounder, where, lambda ground: "[Passages]" in ground.text)
    assert "brass" not in ground.text


async def test_what_is_corrected_in_the_chapter_before_counts_from_the_next_paragraph_on(desk):
    grounder = Grounder(desk)
    await until_known(grounder, place(desk, THREE, "said "), lambda ground: "[Before]" in ground.text)
    desk.open(object(), ONE, CHAPTERS["01.md"].replace("a tape", "the ruler"))
    desk.open(object(), TWO, CHAPTERS["02.md"].replace("burnt down", "went out"))
    await until_known(grounder, place(desk, THREE, "She "), lambda ground: "[Before]" in ground.text)
    ground = await until_known(
        grounder, place(desk, THREE, "The hall "), lambda ground: "finds the ruler" in ground.text
    )
    assert "the lamp went out" in ground.text
    assert "a tape" not in ground.text


async def test_the_prompt_says_what_the_open_buffer_says(desk):
    desk.open(object(), THREE, "# Three\n\nYusuf Demir stood up. ")
    ground = await grounded(Grounder(desk), place(desk, THREE, "stood up. "))
    assert ground.people == ("Yusuf Demir",)
    assert ground.text.endswith("[Story]\nYusuf Demir stood up.")


async def test_a_chapter_that_the_story_does_not_know_yet_is_its_last(desk):
    ground = await grounded(Grounder(desk), place(desk, "manuscript/04.md", "came ", "Sarah Chen came "))
    assert ground.people == ("Sarah Chen",)


async def test_nobody_of_the_drafts_is_in_a_prompt(tmp_path):
    root = story(tmp_path, {"01.md": "Elena Martinez ran. Sarah Chen followed. "}, SHEETS)
    (root / "drafts").mkdir()
    (root / "drafts" / "old.md").write_text("“No,” said Elena Martinez. Elena Martinez was captain.")
    desk = Desk(root)
    ground = await grounded(Grounder(desk), place(desk, ONE, "followed. "))
    assert ground.people == ("Sarah Chen",)
    assert "Elena" not in "".join(part.text for part in ground.parts)


@pytest.mark.parametrize("context", [128, 256, 512, 1024, 4096, 64_000])
async def test_a_prompt_fits_whatever_the_model_reads(desk, context):
    long = CHAPTERS["03.md"] + "\n\n" + "Sarah Chen went on and on through the dark. " * 2000
    ground = await grounded(Grounder(desk), place(desk, THREE, "dark. " * 1, long), context=context)
    end = replace(place(desk, THREE, "She waited.", long), cursor=Cursor(long))
    ground = await grounded(Grounder(desk), end, context=context)
    count = FakeEngine().count
    assert count(ground.text) + count(ground.opening) <= context - 60
    assert count(ground.text) <= 8_192


EXAMPLE = Path(__file__).parents[4] / "world"
NOVELS = Path(__file__).parents[5] / "shared" / "data" / "novels"


async def at(root, path, behind, context=4096):
    """Return the prompt behind some words of a chapter, the rest of which is still to be written."""
    desk = Desk(root)
    text = desk.text(path)
    cut = text[: text.index(behind) + len(behind)]
    return await grounded(Grounder(desk), place(desk, path, behind, cut), context=context)


async def test_in_the_example_story_he_who_is_not_named_is_known():
    ground = await at(EXAMPLE, "manuscript/06-the-return-line.md", "Get hold of ")
    assert ground.people == ("Piet Rensburg", "Sarah Chen")
    assert "Judith Ballantyne (not here): she/her; Warden" in ground.text  # “You’re late for the Warden”
    assert "the Shoulder: A ridge of rubble" in ground.text
    assert "Chapter 5, Coldharbour: The assay; the stint is cut to nine litres" in ground.text
    assert "Chapter 6" not in ground.text
    assert "Now: 2118-03-15" in ground.text


async def test_in_the_example_story_the_dead_are_dead():
    ground = await at(EXAMPLE, "manuscript/08-all-the-heat.md", ". ")
    assert "Piet Rensburg" not in ground.people
    assert "Chapter 6, the Shoulder: The coupling lets go; Rensburg dies" in ground.text


async def test_no_prompt_of_the_example_story_names_anybody_of_the_drafts_or_of_what_comes_later():
    desk = Desk(EXAMPLE)
    awaited = {"Inês Falcão": 1, "Lotte Brandsma": 3, "Robin Threlkeld": 5, "Oksana Bilyk": 1}
    for entry in desk.world.chapters:
        text = desk.text(entry.path)
        for share in (0.3, 0.7):
            cut = text[: text.index(" ", int(len(text) * share)) + 1]
            ground = await grounded(Grounder(desk), place(desk, entry.path, cut, cut))
            head = "".join(part.text for part in ground.parts if part.heading != "[Passages]")
            assert ground.people
            assert not any(
                word in head for word in desk.world.drafted & {"Elena", "Martinez", "Elena Martinez"}
            )
            assert not {name for name, since in awaited.items() if since > entry.number} & set(ground.people)


async def test_in_a_novel_told_in_the_first_person_the_narrator_is_known():
    desk = Desk(NOVELS / "the-war-of-the-worlds")
    path = desk.world.chapters[2].path
    ground = await at(desk.root, path, "I think they perceived ")
    assert "the narrator (I): he/him; philosophical writer" in ground.text
    assert "the narrator" not in ground.people


async def test_in_a_novel_those_of_a_talk_stay_and_whom_they_talk_of_is_not_there():
    ground = await at(
        NOVELS / "the-skylark-of-space", "manuscript/03-chapter-3.md", "Dorothy said, helplessly:"
    )
    assert {"Dorothy Vaneman", "Martin Crane"} <= set(ground.people)
    assert "Richard Ballinger Seaton (not here)" in ground.text
