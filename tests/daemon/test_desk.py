import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.desk import Desk
from fabula_daemon.story.people.names import Names, observe
from tests.support.stories import sheet, story, write

LIMIT_S = 10
CHAPTER, SECOND, SHEET = "manuscript/1.md", "manuscript/2.md", "world/elena.md"
SARAH = {"sarah.md": sheet("Sarah Chen")}
STRANGER = "“Go,” said Elena Martinez."


@pytest.fixture
def root(tmp_path):
    return story(tmp_path, {"1.md": "Sarah ran.\n", "2.md": f"{STRANGER}\n"}, SARAH)


@pytest.fixture
def desk(root):
    return Desk(root)


def strangers(desk, path=CHAPTER):
    return [finding.text for finding in desk.findings(path)]


class Told:
    """Which open files a desk has told of."""

    def __init__(self, desk):
        self.paths = set()
        self._news = asyncio.Event()
        self.stop = desk.subscribe(self._hear)

    def _hear(self, paths):
        self.paths |= paths
        self._news.set()

    async def of(self, *paths):
        async with asyncio.timeout(LIMIT_S):
            while not self.paths.issuperset(paths):
                self._news.clear()
                await self._news.wait()


async def test_what_is_open_counts_instead_of_the_disk(desk):
    assert desk.text(CHAPTER) == "Sarah ran.\n"
    desk.open("vim", CHAPTER, STRANGER)
    assert desk.text(CHAPTER) == STRANGER
    assert strangers(desk) == ["Elena Martinez"]
    desk.close("vim", CHAPTER)
    assert desk.text(CHAPTER) == "Sarah ran.\n"
    assert desk.text("manuscript/9.md") is None


async def test_a_change_is_read_at_once(desk):
    desk.open("vim", CHAPTER, "Sarah ran.")
    desk.change("vim", CHAPTER, f"Sarah ran.\n\n{STRANGER}")
    assert strangers(desk) == ["Elena Martinez"]
    desk.change("vim", CHAPTER, "Sarah ran.")
    assert strangers(desk) == []


async def test_a_file_open_in_two_editors_is_closed_with_the_last(desk):
    vim, code = object(), object()
    desk.open(vim, CHAPTER, STRANGER)
    desk.open(code, CHAPTER, STRANGER)
    desk.leave(vim)
    assert desk.open_paths() == (CHAPTER,)
    desk.leave(code)
    assert desk.open_paths() == ()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (CHAPTER, "chapter"),
        ("world/sarah.md", "sheet"),
        ("world/timeline.md", "sheet"),
        ("fabula.toml", "settings"),
        ("waivers.toml", "settings"),
        ("drafts/old.md", "other"),
        ("notes.md", "other"),
    ],
)
def test_what_a_file_is_to_the_author(desk, root, path, kind):
    assert desk.kind(path) == kind
    assert desk.relative(root / path) == (None if kind == "other" else path)


def test_a_file_elsewhere_is_no_part_of_the_story(desk, root):
    assert desk.relative(root.parent / "1.md") is None


def test_chapters_have_numbers_and_prose(desk):
    assert [desk.chapter_number(path) for path in (CHAPTER, SECOND, "manuscript/9.md")] == [1, 2, None]
    assert [p.text for p in desk.prose(SECOND).paragraphs] == [STRANGER]
    assert desk.prose("world/sarah.md") is None


async def test_a_sheet_that_is_written_clears_every_open_chapter_at_once(desk):
    told = Told(desk)
    for path in (CHAPTER, SECOND):
        desk.open("vim", path, STRANGER)
    desk.open("code", SHEET, sheet("Elena Martinez"))
    await told.of(CHAPTER, SECOND)
    assert strangers(desk) == strangers(desk, SECOND) == []
    desk.change("code", SHEET, sheet("Elena Voss"))
    await desk.settled()
    assert strangers(desk) == strangers(desk, SECOND) == ["Elena Martinez"]
    desk.close("code", SHEET)
    await desk.settled()
    assert {entity.name for entity in desk.canon.entities} == {"Sarah Chen"}


async def test_a_sheet_that_changes_on_the_disk_counts(desk, root):
    told = Told(desk)
    desk.open("vim", CHAPTER, STRANGER)
    write(root / SHEET, sheet("Elena Martinez"))
    desk.disk_changed()
    await told.of(CHAPTER)
    assert strangers(desk) == []


async def test_what_is_wrong_with_an_open_sheet_is_told(desk):
    told = Told(desk)
    desk.open("vim", SHEET, "---\nkind: character\n---\n")
    await told.of(SHEET)
    assert [finding.code for finding in desk.findings(SHEET)] == ["sheet-name"]


async def test_a_waiver_that_is_written_counts_at_once(desk):
    told = Told(desk)
    desk.open("vim", CHAPTER, STRANGER)
    entry = f'[[waiver]]\ncode = "unknown-character"\npath = "{CHAPTER}"\nquote = "{STRANGER}"\n'
    desk.open("vim", "waivers.toml", entry)
    await told.of(CHAPTER)
    assert strangers(desk) == []


async def test_a_check_that_is_switched_off_is_silent(desk):
    desk.open("vim", CHAPTER, STRANGER)
    desk.open("vim", "fabula.toml", '[checks]\noff = ["unknown-character"]\n')
    await desk.settled()
    assert strangers(desk) == []


async def test_nothing_new_is_said_of_the_paragraph_being_written_until_the_author_pauses(desk):
    told = Told(desk)
    desk.open("vim", CHAPTER, "“Go,” said")
    desk.change("vim", CHAPTER, STRANGER, caret=len(STRANGER))
    assert strangers(desk) == []
    await told.of(CHAPTER)
    assert strangers(desk) == ["Elena Martinez"]


async def test_what_was_said_of_it_before_stays_while_it_is_written(desk):
    desk.open("vim", CHAPTER, STRANGER)
    longer = f"{STRANGER} “No,” said Ada Threlkeld."
    desk.change("vim", CHAPTER, longer, caret=len(longer))
    assert strangers(desk) == ["Elena Martinez"]
    shorter = longer.replace("Martinez", "Martine")
    desk.change("vim", CHAPTER, shorter, caret=shorter.index(".") - 1)
    assert strangers(desk) == []


async def test_the_next_paragraph_is_moving_on(desk):
    desk.open("vim", CHAPTER, "“Go,” said")
    desk.change("vim", CHAPTER, STRANGER, caret=len(STRANGER))
    further = f"{STRANGER}\n\nIt"
    desk.change("vim", CHAPTER, further, caret=len(further))
    assert strangers(desk) == ["Elena Martinez"]


async def test_what_is_typed_in_one_chapter_changes_what_is_said_of_another(desk):
    told = Told(desk)
    desk.open("vim", CHAPTER, "It was Threlkeld.")
    desk.open("vim", SECOND, "Nothing.")
    assert strangers(desk) == []
    desk.change("vim", SECOND, "“Go,” said Threlkeld.")
    await told.of(CHAPTER)
    assert strangers(desk) == ["Threlkeld"]


async def test_what_the_disk_says_of_a_chapter_no_longer_counts_once_it_is_open(root):
    on_disk = "“Go,” said Threlkeld."
    desk = Desk(root, lambda path: observe([on_disk] if path == SECOND else []))
    desk.learn_all(observe([on_disk]))
    desk.open("vim", CHAPTER, "It was Threlkeld.")
    assert strangers(desk) == ["Threlkeld"]
    told = Told(desk)
    desk.open("vim", SECOND, "Nothing.")
    await told.of(CHAPTER)
    assert strangers(desk) == []


async def test_what_is_closed_unsaved_no_longer_counts_in_another_chapter(desk):
    desk.open("vim", CHAPTER, "It was Threlkeld.")
    before, after = Told(desk), Told(desk)
    desk.open("vim", SECOND, "“Go,” said Threlkeld.")
    await before.of(CHAPTER)
    assert strangers(desk) == ["Threlkeld"]
    after.paths.clear()
    desk.close("vim", SECOND)
    await after.of(CHAPTER)
    assert strangers(desk) == []


async def test_what_the_index_reads_elsewhere_changes_what_is_said_here(desk):
    told = Told(desk)
    desk.open("vim", CHAPTER, "It was Threlkeld.")
    desk.learn(SECOND, Names(), observe(["“Go,” said Threlkeld."]))
    await told.of(CHAPTER)
    assert strangers(desk) == ["Threlkeld"]


async def test_an_open_chapter_counts_once_whatever_the_index_has_read_of_it(root):
    text = "“Go,” said Threlkeld."
    stored = {CHAPTER: observe([text])}
    desk = Desk(root, lambda path: stored.get(path, Names()))
    desk.learn_all(observe([text]))
    desk.open("vim", CHAPTER, text)
    assert desk.names == observe([text])
    desk.change("vim", CHAPTER, "Nobody.")
    assert desk.names == observe(["Nobody."])
    desk.learn(CHAPTER, stored[CHAPTER], observe(["Somebody else."]))
    assert desk.names == observe(["Nobody."])
    desk.close("vim", CHAPTER)
    assert desk.names == observe(["Somebody else."])


async def test_an_open_chapter_counts_once_when_the_index_was_just_about_to_tell_of_it(root):
    desk = Desk(root)  # it does not know what a file shows while the index has that only half told
    desk.learn_all(observe([on_disk := "“Go,” said Threlkeld."]))
    desk.open("vim", CHAPTER, "Nobody.")
    desk.learn(CHAPTER, observe([on_disk]), observe(["Somebody else."]))
    assert desk.names == observe(["Nobody."])
    desk.close("vim", CHAPTER)
    assert desk.names == observe(["Somebody else."])


async def test_a_long_chapter_is_read_in_slices_and_told_of(desk):
    told = Told(desk)
    text = "\n\n".join(f"Sarah ran {number} times. {STRANGER}" for number in range(3_000))
    desk.open("vim", CHAPTER, text)
    assert not any("2995 times" in finding.message for finding in desk.findings(CHAPTER))
    await told.of(CHAPTER)
    assert "2995 times" in desk.findings(CHAPTER)[-1].message


async def test_a_long_chapter_that_is_still_being_read_can_be_deleted(desk):
    text = "\n\n".join(f"Sarah ran {number} times. {STRANGER}" for number in range(3_000))
    desk.open("vim", CHAPTER, text)
    async with asyncio.timeout(LIMIT_S):
        while not desk.passages(CHAPTER):
            await asyncio.sleep(0)
    reading = desk._work
    desk.change("vim", CHAPTER, STRANGER)
    await desk.settled()
    assert reading.cancelled()
    assert strangers(desk) == ["Elena Martinez"]


async def test_fixes_are_offered_with_what_is_on_the_desk(desk):
    desk.open("vim", CHAPTER, STRANGER)
    (finding,) = desk.findings(CHAPTER)
    titles = [fix.title for fix in desk.fixes(finding)]
    assert titles[0] == "Create a sheet for Elena Martinez in world/characters"
    assert titles[-1].startswith("This is intentional")


async def test_who_has_unsubscribed_hears_nothing(desk):
    told = Told(desk)
    told.stop()
    told.stop()
    desk.open("vim", SHEET, sheet("Elena Martinez"))
    desk.open("vim", CHAPTER, STRANGER)
    await desk.settled()
    assert told.paths == set()


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["open", "change", "close", "learn"]),
        st.sampled_from([CHAPTER, SECOND]),
        st.sampled_from(
            ["It was Threlkeld.", "“Go,” said Threlkeld.", "Bright, bright.", "“Yes,” said Bright.", ""]
        ),
    ),
    max_size=10,
)


@settings(max_examples=25, deadline=None)
@given(ACTS)
def test_whatever_is_opened_changed_and_closed_what_is_said_is_what_stands_there(tmp_path_factory, acts):
    async def play():
        root = story(tmp_path_factory.mktemp("story"), {"1.md": "", "2.md": ""}, SARAH)
        disk = {CHAPTER: "", SECOND: ""}
        desk = Desk(root, lambda path: observe([disk[path]]))
        buffers = {}
        for act, path, text in acts:
            if act == "learn":
                old, disk[path] = disk[path], text
                desk.learn(path, observe([old]), observe([text]))
            elif act == "close":
                buffers.pop(path, None)
                desk.close("vim", path)
            elif act == "open" or path in buffers:
                buffers[path] = text
                desk.change("vim", path, text)
        await desk.settled()
        desk.disk_changed()
        await desk.settled()
        seen = [
            (buffers | {p: t for p, t in disk.items() if p not in buffers})[path]
            for path in (CHAPTER, SECOND)
        ]
        assert desk.names == observe(seen)
        alone = Desk(root)
        alone.learn_all(observe(seen))
        for path in buffers:
            assert desk.reader.read(buffers[path]) == alone.reader.read(buffers[path])
            assert strangers(desk, path) == [
                m.text for m in alone.reader.read(buffers[path]) if m.certain and not m.known
            ]

    asyncio.run(play())


async def test_a_setting_that_is_being_typed_unsettles_nothing(root):
    (root / "fabula.toml").write_text("[completion]\nmax_words = 7\n", encoding="utf-8")
    told = []
    desk = Desk(root, new_settings=told.append)
    desk.open("vim", "fabula.toml", "[completion]\nmax_words = ")
    await desk.settled()
    assert (told, desk.world.settings.completion.max_words) == ([], 7)
    desk.change("vim", "fabula.toml", "[completion]\nmax_words = 9\n")
    await desk.settled()
    assert [settings.completion.max_words for settings in told] == [9]


async def test_what_is_wrong_with_a_sheet_can_be_switched_off_too(desk):
    desk.open("vim", SHEET, "---\nkind: character\n---\n")
    desk.open("vim", "fabula.toml", '[checks]\noff = ["sheet-name"]\n')
    await desk.settled()
    assert desk.findings(SHEET) == ()


async def test_nobody_drowns_in_what_is_found(desk):
    desk.open("vim", CHAPTER, "\n\n".join([STRANGER] * 9))
    assert strangers(desk) == ["Elena Martinez"] * 6
    assert "The same 4 times" in desk.findings(CHAPTER)[-1].message


async def test_an_open_sheet_is_told_that_no_chapter_names_her_once_the_story_is_known(root):
    names = observe(["Sarah ran."])
    desk = Desk(root, lambda path: names if path == CHAPTER else Names())
    told = Told(desk)
    desk.open("vim", SHEET, sheet("Elena Martinez"))
    assert [finding.code for finding in desk.findings(SHEET)] == []
    desk.learn_all(names)
    await told.of(SHEET)
    assert [finding.code for finding in desk.findings(SHEET)] == ["sheet-unmentioned"]
