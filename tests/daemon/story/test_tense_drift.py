"""tense-drift, on chapters as authors write them, with slips as authors make them."""

import pytest

from tests.support.stories import canon_of, checked, sheet

WORLD = canon_of(sheet("Sarah Chen"), sheet("Oksana Bilyk"), sheet("Yusuf Demir"))

THIRD = (
    "Sarah Chen went down to the hall at six. The pumps ran, and the floor shook a little under "
    "her boots. She "
    "took the lamp from its hook and walked along the wall.\n\n",
    "“Is it worse?” said Yusuf.\n\n",
    "She did not answer. She knelt at the valve and put her ear to it, and for a while she heard "
    "nothing but the "
    "water. Oksana came in behind her and stopped.\n\n",
    "Nobody had been here since the spring. Yusuf wiped the glass and looked at the needle. It had moved.\n",
)
FIRST = (
    "I went down to the hall at six. The pumps ran, and the floor shook a little under my boots. "
    "I took the lamp "
    "from its hook and walked along the wall.\n\n",
    "“Is it worse?” said Yusuf.\n\n",
    "I did not answer him. I knelt at the valve and put my ear to it, and for a while I heard "
    "nothing but the "
    "water. Oksana came in behind me and stopped.\n\n",
    "Nobody had been here since the spring. Yusuf wiped the glass and looked at the needle. It had moved.\n",
)
PRESENT = (
    "Sarah Chen goes down to the hall at six. The pumps run, and the floor shakes a little under "
    "her boots. She "
    "takes the lamp from its hook and walks along the wall.\n\n",
    "“Is it worse?” says Yusuf.\n\n",
    "She does not answer. She kneels at the valve and puts her ear to it, and for a while she "
    "hears nothing but the "
    "water. Oksana comes in behind her and stops.\n\n",
    "Nobody has been here since the spring. Yusuf wipes the glass and looks at the needle. It moves.\n",
)


def drifts(text):
    return [finding.text for finding in checked(text, WORLD, only="tense-drift")]


def with_third(passage):
    """Return a chapter with `passage` between its second and its third paragraph."""
    return f"{THIRD[0]}{THIRD[1]}{passage}\n\n{THIRD[2]}{THIRD[3]}"


def with_first(passage):
    return f"{FIRST[0]}{FIRST[1]}{passage}\n\n{FIRST[2]}{FIRST[3]}"


def with_present(passage):
    return f"{PRESENT[0]}{PRESENT[1]}{passage}\n\n{PRESENT[2]}{PRESENT[3]}"


@pytest.mark.parametrize("chapter", [THIRD, FIRST, PRESENT], ids=["third", "first", "present"])
def test_a_chapter_in_one_tense_has_nothing_to_say(chapter):
    assert drifts("".join(chapter)) == []


SLIPS = [
    "She opens the feed a quarter turn and listens.",
    "She opens the hatch. The cold takes her by the throat.",
    "Sarah turns the wheel and counts to ten.",
    "He nods, and hands her the wrench.",
    "Yusuf lifts the lamp and steps closer.",
    "Slowly she draws the bolt, and the door swings open.",
    "At the foot of the stairs she stops and looks back.",
    "She shakes her head and walks away.",
    "Oksana laughs. She wipes her hands on her overalls and picks up the phone.",
    "Sarah pulls the lever, but it sticks.",
    "She waits. The pipe ticks as it takes the warmth, and she counts four before the gate lifts.",
    "He looks at the gauge and frowns; the needle trembles and drops.",
    "With a sigh she sits down on the crate and closes her eyes.",
    "Sarah kneels, wraps the tape round the joint and pulls it tight.",
    "She reaches for the rail and misses it.",
    "Yusuf shrugs. He kicks the crate aside and sits.",
    "Then she turns, and runs for the stairs.",
    "She hears the hoist and looks up.",
    "He grins at her and throws her the key.",
    "Oksana crosses the hall and slams the door.",
    "She bends over the hole and breathes in the cold.",
    "“Come on,” she says, and pulls him through the door.",
    "Behind the wall a gate opens, and she feels it in the floor and smiles.",
    "She wakes on the floor of the hall. Yusuf is holding her hand. He leans over her and shouts.",
    "Sarah unscrews the plate and lays it on the floor. There is a second plate under it.",
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_into_the_present_is_told_of(slip):
    assert drifts(with_third(slip)) == [slip]


@pytest.mark.parametrize("slip", SLIPS)
def test_also_in_the_middle_of_a_paragraph(slip):
    passage = f"The light went out and came on again. {slip} She had the lamp in her left hand."
    assert drifts(with_third(passage)) == [slip]


FIRST_SLIPS = [
    "I open the hatch and climb down, and pull it shut behind me.",
    "I grab the rail and haul myself up.",
    "Sarah opens the valve and steps back.",
    "She looks at me and shakes her head.",
]


@pytest.mark.parametrize("slip", FIRST_SLIPS)
def test_a_first_person_narrator_slips_too(slip):
    assert drifts(with_first(slip)) == [slip]


BACK = [
    "She opened the valve and stepped back.",
    "Yusuf shrugged and kicked the crate aside.",
    "Sarah turned the wheel. Oksana looked up and nodded.",
    "She reached for the rail, slipped, and grabbed the pipe.",
]


@pytest.mark.parametrize("slip", BACK)
def test_so_does_a_narration_in_the_present(slip):
    passage = f"She lifts the plate and peers in. {slip} She puts the plate back and waits."
    assert drifts(with_present(passage)) == [slip]


LEFT_ALONE = {
    "general truths": "Water finds its level. It runs where it can and rests where it must. She knew that.",
    "what somebody always does": "She opens the feed every morning and listens. It was her habit.",
    "a place as it is": (
        "The hall lies under the rock and holds four pumps. A stair leads down to it from the gate."
    ),
    "a person as she is": "Mrs. Teale is a widow and lives behind the ovens. She has three sons.",
    "speech": "“She opens the feed,” said Yusuf, “and listens. Then she closes it and goes.”",
    "speech in straight marks": (
        '"She opens the feed and listens," said Yusuf. "Then she closes it and goes."'
    ),
    "speech behind a dash": "— She opens the feed and listens. Then she closes it and goes.",
    "speech that runs on": (
        "“It is like this. She opens the feed and listens.\n\n“Then she closes it and goes up.”"
    ),
    "thought in italics": (
        "*She opens the feed and listens. He looks at her and frowns.* She shook the thought off."
    ),
    "a quoted document": "> She opens the feed and listens. Then she closes it and goes up.",
    "a letter": "Dear Oksana,\n\n> She opens the feed and listens. Then she goes up.",
    "a document announced": (
        "The card read as follows:\n\nThe clerk opens the feed and listens. She turns the wheel and waits."
    ),
    "verse": (
        "She opens the gate of the morning\nAnd walks to the edge of the sea\nShe gathers the stones "
        "that it leaves her\nAnd throws them, for nobody, free"
    ),
    "a screenplay": (
        "INT. PUMP HALL – NIGHT\n\nSARAH\nShe opens the valve and listens.\n\nYUSUF\nHe turns and runs."
    ),
    "a stage direction": "(She opens the feed and listens. Yusuf turns away.)",
    "a book, told": (
        "In the last chapter of the book the captain opens the hatch and steps out. She read it twice."
    ),
    "a picture": "In the painting she lifts a lamp and looks out to sea. Yusuf did not care for it.",
    "talk to the reader": (
        "You open the feed a quarter and listen. You turn the wheel and wait. It was all there was to it."
    ),
    "a single doubtful verb": "She knows. It was in her face.",
    "a question in her head": "What does he want? She had no idea.",
    "proverbs with a person": "He who opens the gate closes it. They all said so.",
    "what holds if": "If she opens the feed, the bed floods and she loses the beans. She knew it.",
    "a heading": "## She opens the feed and listens. She turns the wheel and waits.",
    "comments": "<!-- She opens the feed and listens. She turns the wheel and waits. -->",
}


@pytest.mark.parametrize("passage", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(passage):
    assert drifts(with_third(passage)) == []


FIRST_LEFT_ALONE = {
    "memory": "I remember the smell of it. I do not know who had left the lamp there.",
    "the pen": "I write this at the same table. I take up the pen, and put it down again.",
    "what I think now": (
        "I think that I was afraid. I believe he saw it, and I still wonder why he said nothing."
    ),
    "a turn of the story": (
        "I come now to the part that I like least. I leave Yusuf at the gate and return to the hall."
    ),
}


@pytest.mark.parametrize("passage", FIRST_LEFT_ALONE.values(), ids=FIRST_LEFT_ALONE)
def test_a_first_person_narrator_may_comment(passage):
    assert drifts(with_first(passage)) == []


BACK_LEFT_ALONE = {
    "a memory": (
        "Her father taught her that, years ago. He took the tape and laid it in her hands and told "
        "her to wait."
    ),
    "the day before": "Yesterday Yusuf closed the gate and walked home. He found nobody there.",
    "what she did as a child": (
        "She grew up in Hull. She swam in the docks and stole apples and broke her arm."
    ),
    "pluperfect": "He had opened the valve himself. He turned it and stepped back, and then it blew.",
    "one verb": "The needle moved. She sees it.",
    "long": (
        "She opened the valve. She stepped back. She closed it. She turned round. She went up. She sat down."
    ),
}


@pytest.mark.parametrize("passage", BACK_LEFT_ALONE.values(), ids=BACK_LEFT_ALONE)
def test_what_lies_behind_a_story_in_the_present_is_in_the_past(passage):
    text = f"She lifts the plate and peers in.\n\n{passage}\n\nShe puts the plate back and waits."
    assert drifts(with_present(text)) == []


def test_a_whole_scene_in_another_tense_is_the_authors_choice():
    assert drifts(f"{''.join(THIRD)}\n* * *\n\n{''.join(PRESENT)}\n* * *\n\n{''.join(THIRD)}") == []


def test_nor_is_a_frame_in_the_present_a_slip():
    frame = "She sits at the window and turns the key in her hand. Outside the dust falls.\n\n"
    assert drifts(frame + "".join(THIRD)) == []


def test_a_long_passage_in_the_present_is_meant():
    passage = "She opens the feed and listens. " * 12
    assert drifts(with_third(passage.strip())) == []


def test_one_finding_for_a_slip_of_several_sentences_and_paragraphs():
    slip = (
        "She opens the feed and listens. The pipe ticks.\n\n“Well?” says Yusuf.\n\nShe turns the "
        "wheel and waits."
    )
    assert drifts(with_third(slip)) == ["She opens the feed and listens. The pipe ticks."]


def test_the_finding_quotes_the_slip_and_what_stands_around_it():
    text = with_third("She opens the feed and listens. The pipe ticks.")
    (finding,) = checked(text, WORLD, only="tense-drift")
    assert finding.message == "The scene is told in the past tense, and this in the present."
    assert [evidence.quote for evidence in finding.evidence] == [
        "She opens the feed and listens.",
        "She took the lamp from its hook and walked along the wall.",
    ]
    for quoted in (finding, *finding.evidence):
        assert text[quoted.start : quoted.end] == getattr(quoted, "text", None) or quoted.quote


def test_where_speech_has_no_marks_a_sentence_may_be_speech():
    text = (
        "You’re late, said Yusuf. She hung the lamp on its hook and walked along the wall.\n\nShe "
        "goes down at six "
        "and comes up at ten.\n\nI know, she said. He looked at the needle and wiped the glass. "
        "Oksana came in.\n\n"
        "She took the lamp and knelt. She heard the water, and Yusuf held his breath.\n"
    )
    assert drifts(text) == []


@pytest.mark.parametrize(
    "text", ["", "She opens.", "“", "* * *", "She opens the feed and listens.\n" * 3, "İ he Ǆ\n"]
)
def test_hardly_any_text_is_no_trouble(text):
    assert drifts(text) == []
