"""What earlier chapters say of themselves."""

from fabula_daemon.completion.grounding.looking_back import FARTHEST, Past, look_back
from fabula_daemon.desk import Desk
from tests.support.stories import story


def test_the_summaries_of_earlier_chapters_and_the_end_of_the_last(tmp_path):
    chapters = {
        "1.md": "---\nsummary: She finds the tape.\n---\n# One\n\nOnce.\n",
        "2.md": "---\nsynopsis: |\n  She keeps it\n  to herself.\n---\n# Two\n\n"
        "First.\n\n* * *\n\nThen *this*.\n\nAnd that.\n",
        "3.md": "---\nsummary: It comes out.\n---\nNow.\n",
    }
    desk = Desk(story(tmp_path, chapters))
    summaries = {1: "She finds the tape.", 2: "She keeps it to herself."}
    assert look_back(desk, 3) == Past(summaries, "First.\n\nThen *this*.\n\nAnd that.")
    assert look_back(desk, 1) == Past()


def test_what_an_open_buffer_says_counts(tmp_path):
    desk = Desk(story(tmp_path, {"1.md": "Old.", "2.md": "New."}))

    class Open:
        world = desk.world

        def text(self, path):
            return "Unsaved." if path.endswith("1.md") else desk.text(path)

    assert look_back(Open(), 2).ending == "Unsaved."


def test_a_chapter_that_cannot_be_read_is_left_out(tmp_path):
    desk = Desk(
        story(tmp_path, {"1.md": b"\xff\xfe\x00", "2.md": "---\nsummary: Two.\n---\nTwo.", "3.md": "Three."})
    )
    assert look_back(desk, 3) == Past({2: "Two."}, "Two.")


def test_of_a_long_ending_the_last_paragraphs(tmp_path):
    long = "\n\n".join(f"Paragraph {number}. " + "word " * 100 for number in range(9))
    desk = Desk(story(tmp_path, {"1.md": long, "2.md": "Two."}))
    ending = look_back(desk, 2).ending
    assert ending.startswith("Paragraph 7.")
    assert len(ending) < 1_200


def test_a_series_is_not_read_from_its_beginning(tmp_path):
    chapters = {f"{number}.md": f"---\nsummary: S{number}.\n---\nText.\n" for number in range(1, 61)}
    assert set(look_back(Desk(story(tmp_path, chapters)), 60).summaries) == set(range(60 - FARTHEST, 60))
