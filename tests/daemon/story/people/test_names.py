import json

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.people.judge import judge
from fabula_daemon.story.people.names import Names, observe

PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "“Go,” said Okonjo.", "She lived in Okonjo.", "Then Dr. Okonjo nodded.", "The Wren was late.",
            "Kemi Okonjo came, and Kemi’s friend Ada Okonjo.", "It was a bright, bright day, said Bright.",
            "", "nothing here", "ELENA! Elena!", "Mr. Hall and Mrs. Hall of Hall Street.",
        ]
    )
)  # fmt: skip


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_is_added_can_be_taken_away(here, there):
    names = observe(here)
    names.add(observe(there))
    assert names == observe([*here, *there])
    names.add(observe(there), -1)
    assert names == observe(here)
    for paragraph in here:
        names.observe(paragraph, sign=-1)
    assert names == Names()


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_follows_from_the_sum_is_the_same_in_any_order(here, there):
    one, other = observe([*here, *there]), observe([*there, *here])
    for name in one.cues:
        assert judge(name, one) is judge(name, other)


@given(PARAGRAPHS)
def test_counts_go_through_json(paragraphs):
    names = observe(paragraphs)
    again = Names.from_json(json.loads(json.dumps(names.to_json())))
    assert again == names
    for name in names.cues:
        assert judge(name, again) is judge(name, names)


def test_counts_stored_before_a_cue_was_known_still_count():
    assert Names.from_json({"cues": {"Okonjo": [1, 2]}, "lower": {}}).cues["Okonjo"][:3] == (1, 2, 0)


def test_observing_returns_the_words_about_which_more_is_known():
    assert Names().observe("Then Kemi Okonjo saw the bright, cold Wren.") >= {
        "kemi",
        "okonjo",
        "wren",
        "bright",
    }
