"""Who is in a scene, who is only spoken of, who says “I”, and where it is."""

from fabula_daemon.completion.grounding.scene import look
from fabula_daemon.completion.grounding.signs import Signs
from fabula_daemon.story.passages import NOBODY, Passage
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text.prose import Paragraph
from fabula_daemon.story.world import canon, sheets, timeline
from tests.support.stories import sheet

SARAH = sheet("Sarah Chen", pronouns="she/her", aliases="[Captain Chen]")
PIET = sheet("Piet Rensburg", pronouns="he/him", died="6")
YUSUF = sheet("Yusuf Demir", pronouns="he/him")
OKSANA = sheet(
    "Oksana Bilyk", pronouns="she/her", introduced="4", whereabouts="[{place: the Shoulder, from: 4}]"
)
CLERK = sheet("the night clerk", pronouns="he/him", named="false")
SHOULDER = sheet("the Shoulder", kind="place", aliases="[Shoulder]")
PROPOSED = sheet("Elena Martinez", proposed="true")
WORLD = (SARAH, PIET, YUSUF, OKSANA, CLERK, SHOULDER, PROPOSED)
TABLE = """
| when | chapter | event | who | where |
|---|---|---|---|---|
| 2118 | 4 | Number Three | Sarah Chen, Piet Rensburg, Oksana Bilyk | the Shoulder |
| 2118 | 4 | The dip | Yusuf Demir | the Works |
"""


def world(*texts, table=""):
    read = [sheets.read(f"world/{number}.md", text)[0] for number, text in enumerate(texts)]
    chapters = [f"manuscript/{number:02}.md" for number in range(1, 10)]
    dated, _ = timeline.read("timeline.md", table, canon.numbered(chapters))
    return canon.build([one for one in read if one], chapters, dated)


def scene(*paragraphs, texts=WORLD, table="", chapter=4, pov=(), earlier=()):
    reader = Reader(world(*texts, table=table), observe([*paragraphs, *earlier]))

    def passages(texts):
        return [Passage(Paragraph(0, text), tuple(reader.read(text)), NOBODY) for text in texts]

    return look(
        passages(paragraphs), Signs(reader), chapter=chapter, pov=pov, earlier=lambda: passages(earlier)
    )


def here(seen):
    return [person.entity.name for person in seen.here]


def spoken_of(seen):
    return [person.entity.name for person in seen.spoken_of]


def expected(seen):
    return [entity.name for entity in seen.expected]


def test_those_whom_the_narration_names_are_there_the_last_named_first():
    seen = scene("Yusuf Demir looked up.", "Nobody spoke.", "Then Captain Chen put the lamp down.")
    assert here(seen) == ["Sarah Chen", "Yusuf Demir"]
    assert [person.forms for person in seen.here] == [("Captain Chen",), ()]


def test_who_is_only_spoken_of_is_not_there():
    seen = scene("“Rensburg is on the ridge,” said Sarah.", "Yusuf nodded.")
    assert (here(seen), spoken_of(seen)) == (["Yusuf Demir", "Sarah Chen"], ["Piet Rensburg"])


def test_who_is_spoken_to_is_there():
    seen = scene("“Come here, Yusuf,” said Sarah.")
    assert here(seen) == ["Sarah Chen", "Yusuf Demir"]


def test_who_is_remembered_is_not_there():
    seen = scene("Sarah sat down. She remembered how Rensburg had laughed.")
    assert here(seen) == ["Sarah Chen"]
    assert spoken_of(seen) == ["Piet Rensburg"]


def test_of_whom_is_told_what_he_had_done_is_not_there_by_that():
    seen = scene("Sarah told it as Rensburg had told it. Captain Chen had slept badly, and yawned.")
    assert (here(seen), spoken_of(seen)) == (["Sarah Chen"], ["Piet Rensburg"])


def test_those_who_speak_on_without_being_named_stay():
    talk = ["“Is it far?”", "“Not very.”"] * 10
    seen = scene("Sarah waited for Yusuf.", *talk)
    assert set(here(seen)) == {"Sarah Chen", "Yusuf Demir"}


def test_a_stranger_and_somebody_only_proposed_are_nobody():
    seen = scene("“No,” said Elena Martinez. Bruno Vance said nothing.")
    assert (here(seen), spoken_of(seen), expected(seen)) == ([], [], [])


def test_the_dead_are_not_there():
    seen = scene("Rensburg’s chair was empty. Sarah sat down.", chapter=7)
    assert (here(seen), spoken_of(seen)) == (["Sarah Chen"], ["Piet Rensburg"])


def test_with_whose_eyes_a_chapter_sees_is_there_without_a_name():
    seen = scene("She put down the lamp.", pov=("Sarah Chen",))
    assert here(seen) == ["Sarah Chen"]
    assert expected(seen) == []


def test_of_several_eyes_those_that_the_scene_names_see():
    seen = scene("Yusuf looked up.", pov=("Sarah Chen", "Yusuf Demir"))
    assert here(seen) == ["Yusuf Demir"]


def test_the_timeline_tells_who_he_is_whom_nobody_has_named():
    seen = scene("He knelt in the gravel with his back towards her, and Sarah said nothing.", table=TABLE)
    assert here(seen) == ["Sarah Chen"]
    assert expected(seen) == ["Piet Rensburg"]


def test_he_may_be_somebody_there_whose_sheet_does_not_say():
    seen = scene("Jo sat down, and he laughed.", texts=(*WORLD, sheet("Jo")), earlier=["Yusuf came in."])
    assert (here(seen), expected(seen)) == (["Jo"], [])


def test_where_nobody_is_named_the_timeline_tells_who_should_be_there():
    seen = scene("“You’re late.”", table=TABLE)
    assert expected(seen) == ["Sarah Chen", "Piet Rensburg", "Oksana Bilyk", "Yusuf Demir"]


def test_without_a_timeline_those_of_the_scene_before_are_expected():
    seen = scene("He laughed.", earlier=["Sarah stood up.", "Yusuf followed."])
    assert expected(seen) == ["Yusuf Demir", "Sarah Chen"]


def test_who_comes_later_in_the_story_is_not_expected():
    assert "Oksana Bilyk" not in expected(
        scene("“You’re late.”", table=TABLE.replace("| 4 |", "| 3 |"), chapter=3)
    )


def test_whom_no_name_names_is_found_by_the_description():
    seen = scene("The night clerk put his knitting down, and Sarah waited.")
    assert here(seen) == ["Sarah Chen", "the night clerk"]
    assert here(scene("The night clerk’s chair was empty, and Sarah waited.")) == ["Sarah Chen"]


NARRATOR = sheet("the narrator", pronouns="he/him", named="false")
I_TELL = "I took up my lamp. Ogilvy came in, and I told him of it."


def test_who_says_i_is_known_by_the_sheet():
    seen = scene(I_TELL, texts=(sheet("Ogilvy", pronouns="he/him"), NARRATOR))
    assert seen.narrator is not None
    assert seen.narrator.name == "the narrator"
    assert here(seen) == ["Ogilvy"]


def test_a_narrator_with_a_name_has_that_role():
    seen = scene(I_TELL, texts=(sheet("Ogilvy", pronouns="he/him"), sheet("Ann Lee", role="narrator")))
    assert seen.narrator is not None
    assert seen.narrator.name == "Ann Lee"


def test_who_says_i_is_known_by_the_chapters_point_of_view():
    seen = scene(I_TELL.replace("Ogilvy", "Yusuf"), pov=("Sarah Chen",))
    assert seen.narrator is not None
    assert seen.narrator.name == "Sarah Chen"
    assert here(seen) == ["Yusuf Demir"]


def test_of_two_who_tell_in_turn_it_is_the_one_whom_the_scene_does_not_name():
    seen = scene(I_TELL.replace("Ogilvy", "Yusuf"), pov=("Yusuf Demir", "Sarah Chen"))
    assert seen.narrator is not None
    assert seen.narrator.name == "Sarah Chen"


def test_what_is_said_in_the_first_person_in_dialogue_tells_nothing():
    assert scene("“I am I, and my lamp is mine,” said Yusuf.", texts=(*WORLD, NARRATOR)).narrator is None


def test_places_are_those_named_and_those_where_people_stay():
    seen = scene("Sarah came down from the Shoulder.")
    assert [thing.name for thing in seen.things] == ["the Shoulder"]
    seen = scene("Oksana put the core down.")
    assert [thing.name for thing in seen.things] == ["the Shoulder"]
