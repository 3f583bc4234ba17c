"""Search finds by words at once, by meaning as vectors come, and takes any query."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fabula_daemon.index import vectors
from fabula_daemon.index.search import Search
from fabula_daemon.index.store import FILE_NAME

MANUSCRIPT = {
    "manuscript/01.md": "# Dust\n\nSarah Chen closed the valve.\n\n* * *\n\nThe pumps went quiet.\n",
    "manuscript/02.md": "# Ice\n\n“Where is Marcus?” asked Sarah.\n\nNobody had seen the engineer.\n",
    "manuscript/03.md": "# Fire\n\nThe valve burst, and the pumps burned.\n",
}


@pytest.fixture
def search(story, catch_up):
    for path, text in MANUSCRIPT.items():
        story.write(path, text)
    catch_up()
    search = Search(story.state / FILE_NAME)
    yield search
    search.close()


def direction(angle):
    return np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


def embed(store, model, **angles):
    """Give the chunk that holds a word a vector of that angle; return the texts' hashes."""
    keys = []
    for word, angle in angles.items():
        (key,) = store.query("SELECT hash FROM chunks WHERE text LIKE ?", [f"%{word}%"])[0]
        vectors.put(store, model, [(key, direction(angle).tobytes())])
        keys.append(key)
    return keys


def paths(hits):
    return [hit.path for hit in hits]


def test_words_are_found_without_any_vector(search):
    hit = search("engineer")[0]
    assert (hit.path, hit.chapter, hit.scene, hit.title, hit.sources) == (
        "manuscript/02.md",
        2,
        1,
        "Ice",
        ("words",),
    )
    assert hit.text.endswith("Nobody had seen the engineer.")


def test_a_hit_quotes_the_file_at_its_offsets(story, search):
    for hit in search("valve pumps engineer"):
        assert story.read(hit.path)[hit.start : hit.end] == hit.text


def test_inflections_and_accents_do_not_matter(search):
    assert paths(search("burning")) == ["manuscript/03.md"]
    assert paths(search("DÜST pümp")) == paths(search("pump"))


def test_the_world_is_found_too(search):
    hit = search("green eyes")[0]
    assert (hit.path, hit.chapter, hit.scene) == ("world/sarah-chen.md", None, None)


def test_drafts_are_never_found(search):
    assert search("Elena Martinez airlock") == []


def test_only_earlier_chapters_and_the_world_on_request(search):
    assert paths(search("valve", before_chapter=3)) == ["manuscript/01.md"]
    assert paths(search("green", before_chapter=1)) == ["world/sarah-chen.md"]


def test_meaning_finds_what_words_do_not(store, search):
    model = vectors.model(store, "compass", "0")
    search.use(model)
    search.learn(embed(store, model, closed=0.0, quiet=1.0, engineer=2.0, burned=0.1))
    hits = search("shut off", vector=direction(0.04))
    assert paths(hits)[:2] == ["manuscript/01.md", "manuscript/03.md"]
    assert hits[0].sources == ("meaning",)
    assert paths(search("shut off", vector=direction(0.04), before_chapter=3))[1] == "manuscript/01.md"


def test_what_both_rankings_find_comes_first(store, search):
    model = vectors.model(store, "compass", "0")
    search.use(model)
    search.learn(embed(store, model, closed=0.0, engineer=0.1, burned=2.0))
    assert search("engineer", vector=direction(0.0))[0].sources == ("words", "meaning")


def test_vectors_there_already_are_loaded_and_those_of_gone_text_dropped(story, store, search, catch_up):
    model = vectors.model(store, "compass", "0")
    embed(store, model, closed=0.0, burned=2.0)
    search.use(model)
    assert search.counts() == (5, 2)
    story.delete("manuscript/03.md")
    for path in catch_up():
        search.follow(path)
    assert search.counts() == (4, 1)


def test_text_that_is_cut_and_pasted_elsewhere_has_its_vector_at_once(story, store, search, catch_up):
    model = vectors.model(store, "compass", "0")
    search.use(model)
    search.learn(embed(store, model, burned=2.0))
    story.write("manuscript/03.md", "# Fire\n")
    for path in catch_up():
        search.follow(path)
    assert search.counts()[1] == 0
    story.write(
        "manuscript/01.md",
        MANUSCRIPT["manuscript/01.md"] + "\n* * *\n\nThe valve burst, and the pumps burned.\n",
    )
    for path in catch_up():
        search.follow(path)
    assert search.counts()[1] == 1
    assert vectors.wanting(store, model, 99)[0][1].endswith(("valve.", "quiet.", "engineer.", "here."))


def test_a_query_of_another_models_dimensions_is_answered_by_words(store, search):
    search.use(vectors.model(store, "compass", "0"))
    assert search("valve", vector=np.ones(384, dtype=np.float32))[0].sources == ("words",)


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', "AND", "OR NOT", 'valve" OR "', "NEAR(a b)", "text:valve", "*", "-", "the", "“…”"],
)
def test_operators_and_quotes_are_only_words(search, query):
    assert isinstance(search(query), list)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_query_breaks_search(search, query):
    assert isinstance(search(query, before_chapter=2), list)


def test_common_words_lift_and_are_asked_for_only_when_nothing_is_rare(story, catch_up, search, monkeypatch):
    monkeypatch.setattr("fabula_daemon.index.search.MOST_MATCHES", 2)
    for number in range(4, 8):
        story.write(f"manuscript/{number:02}.md", f"Storm number {number} came over the ridge.\n")
    story.write("manuscript/08.md", "A lantern on the wall.\n")
    story.write("manuscript/09.md", "A lantern in the storm.\n")
    catch_up()
    assert paths(search("storm lantern"))[:2] == ["manuscript/09.md", "manuscript/08.md"]
    assert set(paths(search("storm ridge"))) <= {f"manuscript/{number:02}.md" for number in range(4, 8)}
    assert paths(search("storm"))
