import pytest

from fabula_daemon.story.telling.tense import clauses, count, goes_further_back, tell

PAST = [
    "She opened the valve.",
    "He was late.",
    "Slowly they rose.",
    "Sarah Chen ran.",
    "Dr. Okonjo nodded.",
    "I had gone.",
    "She put it down.",
    "He read the card.",
    "It stank.",
    "She at last sat down.",
]
PRESENT = [
    "She opens the valve.",
    "Slowly he turns.",
    "Sarah Chen runs.",
    "I open the valve.",
    "They walk home.",
    "It ticks.",
    "She puts it down.",
    "He tries the door.",
    "She watches.",
]
NEITHER = [
    "The valve opened.",
    "Open the valve.",
    "I put it down.",
    "They need it.",
    "Sarah’s hands opened.",
    "He perhaps.",
    "Then turns came.",
    "",
]


@pytest.mark.parametrize("told", PAST)
def test_a_verb_that_is_certainly_past(told):
    assert count(told) == (1, 0)
    assert tell(told).past
    assert not tell(told).present


@pytest.mark.parametrize("told", PRESENT)
def test_a_verb_that_is_certainly_present(told):
    assert count(told) == (0, 1)
    assert tell(told).present
    assert not tell(told).past


@pytest.mark.parametrize("told", NEITHER)
def test_what_is_not_certain_does_not_count(told):
    assert count(told) == (0, 0)


def test_verbs_that_follow_have_the_same_subject():
    assert tell("She opens the feed a quarter turn, listens, and then slowly closes it.").present_acts == 3
    assert tell("She opened the feed a quarter turn, listened, and then slowly closed it.").past_acts == 3
    assert tell("I climb down and pull the hatch shut.").present_acts == 2


@pytest.mark.parametrize(
    "told", ["The feed that she opens", "When she turns", "as he walks", "He wondered why she opens it"]
)
def test_a_clause_that_depends_on_another_tells_no_act(told):
    assert tell(told).present_acts == 0


def test_things_act_too_but_show_no_moment():
    telling = tell("The pipe ticks.")
    assert (telling.present, telling.present_acts) == (1, 0)


@pytest.mark.parametrize(
    "told",
    [
        "She always opens it.",
        "If she opens it, it sticks.",
        "When she opens it, it sticks.",
        "In the play he opens the door.",
        "You turn it, and it opens.",
        "As soon as he turns it, it opens.",
    ],
)
def test_what_holds_always_is_timeless(told):
    assert tell(told).timeless


def test_a_moment_is_not():
    assert not tell("She opens the valve.").timeless


def test_clauses_know_their_subject_and_their_place():
    told = "Then Yusuf nodded, and she opens it."
    assert [(c.subject, told[c.start : c.end], c.tense, c.act) for c in clauses(told)] == [
        ("Yusuf", "Yusuf nodded", "past", "nod"),
        ("she", "she opens", "present", "open"),
    ]


def test_a_memory_goes_further_back():
    assert goes_further_back("Years ago he opened it.")
    assert not goes_further_back("She opened it and stepped in.")
