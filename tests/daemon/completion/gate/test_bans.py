"""Names that the model is asked not to write at all."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.gate.bans import bans, beginnings
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.world.canon import Canon, Entity


def banned(drafted=(), *names, kind="character"):
    canon = Canon(tuple(Entity(name, kind) for name in names))
    return set(bans(Setting("01.md", 1, canon, drafted=frozenset(drafted))))


def test_names_of_the_drafts_are_banned_word_by_word():
    assert {"Zorblax", "Martinez"} <= banned({"Zorblax Martinez", "Zorblax", "Martinez"})
    assert "Zorblax Martinez" not in banned({"Zorblax Martinez", "Zorblax", "Martinez"})


def test_names_that_models_give_are_banned():
    assert {"Elara", "Voss", "Thorne"} <= banned()


def test_but_none_that_the_canon_has():
    assert "Chen" not in banned((), "Sarah Chen")
    assert "Zorblax" not in banned({"Zorblax"}, "the Zorblax Dome", kind="place")


def test_nor_ordinary_words_and_those_whom_everybody_knows():
    assert banned({"Will", "Hope", "God", "Shakespeare"}) == banned()


def test_a_full_name_of_such_words_is():
    assert banned({"Hope May", "Hope", "May"}) - banned() == {"Hope May"}


def test_a_canon_is_asked_once_until_the_drafts_change():
    setting = Setting("01.md", 1, Canon(), drafted=frozenset({"Zorblax"}))
    assert bans(setting) is bans(setting)
    assert "Zorblax" not in bans(Setting("01.md", 1, setting.canon))


def beginnings_of(name, *known):
    return beginnings(name, Canon(tuple(Entity(one, "character") for one in known)))


def test_a_refused_name_is_not_begun_again():
    assert beginnings_of("Elena Martinez") == ("El…", "Mar…")  # “may” is a stop word
    assert beginnings_of("Elena Martinez", "Marta Elerby") == ("Elen…", "Marti…")


def test_but_what_the_story_s_own_names_begin_with_may_be():
    assert beginnings_of("Sarahan", "Sarah Chen") == ("Saraha…",)
    assert beginnings_of("Miss Chen", "Sarah Chen") == beginnings_of("Sarah’s", "Sarah Chen") == ()


@given(st.text("aeln", min_size=2, max_size=5), st.lists(st.text("aeln", min_size=1, max_size=5)))
def test_a_beginning_is_the_shortest_that_no_name_of_the_canon_has(word, others):
    refused, known = f"Zu{word}", [f"Zu{other}" for other in others]
    folded = [name.casefold() for name in known]

    def is_free(length):
        return not any(name.startswith(refused[:length].casefold()) for name in folded)

    shortest = next((length for length in range(2, len(refused)) if is_free(length)), None)
    expected = () if refused in known or shortest is None else (f"{refused[:shortest]}…",)
    assert beginnings_of(refused, *known) == expected
