"""What may come next: one fence for the embedded model and for vLLM's."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines.fence import COPIED, Fence, healed
from fabula_daemon.completion.engines.vocabulary import Ban, Vocabulary

WORDS = [
    b"",
    *(bytes([byte]) for byte in range(97, 123)),
    b" ",
    b" El",
    b" Elena",
    b" interest",
    b" interesting",
]
VOCABULARY = Vocabulary(WORDS)
PIECES = {piece: token for token, piece in enumerate(WORDS)}
A, B = PIECES[b"a"], PIECES[b"b"]


def fence(prompt=(), opening=b"", banned=()):
    return Fence(VOCABULARY, Ban(banned, VOCABULARY), prompt, opening)


def test_the_last_token_of_what_is_typed_is_taken_back():
    tokens = [A, PIECES[b" interest"]]
    assert healed(tokens, " interest", VOCABULARY) == ([A], b" interest")


def test_of_a_word_half_typed_so_much_is_taken_back_as_one_token_begins_with():
    el, e, n = PIECES[b" El"], PIECES[b"e"], PIECES[b"n"]
    assert healed([A, el, e, n], " Elen", VOCABULARY) == ([A], b" Elen")
    assert healed([A, el, e, n], "a Elen", VOCABULARY) == ([A], b" Elen")
    assert healed([A, el, e, n], "en", VOCABULARY) == ([A, el, e], b"n")  # no token begins with “en”
    assert healed([A, el, B], " Elb", VOCABULARY) == ([A, el], b"b")


def test_a_token_that_reaches_further_back_is_taken_back_whole():
    assert healed([A, PIECES[b" Elena"]], "na", VOCABULARY) == ([A], b" Elena")


def test_of_a_mark_that_is_typed_the_last_token_is_taken_back():
    tokens = [A, PIECES[b" "], B]
    assert healed(tokens, "\n—", VOCABULARY) == (tokens[:2], b"b")


def test_nothing_is_taken_back_where_nothing_is_typed():
    assert healed([A, B], "", VOCABULARY) == ([A, B], b"")
    assert healed([], " ", VOCABULARY) == ([], b"")


def test_a_mark_of_the_end_is_not_read():
    assert healed([A, B, 0], "", VOCABULARY) == ([A, B], b"")
    assert healed([A, B, 0], "b", VOCABULARY) == ([A], b"b")


def test_what_is_typed_is_begun_with():
    limits = fence([A], b" inter")
    assert limits.only == [PIECES[b" interest"], PIECES[b" interesting"]]
    limits.add(PIECES[b" interest"])
    assert limits.only is None


def test_a_banned_name_is_not_finished_though_its_beginning_stands_in_the_prompt():
    ena = fence([PIECES[b" El"], PIECES[b"e"], PIECES[b"n"]], banned=["Elena"])
    assert A in ena.never
    assert B not in ena.never


def test_a_banned_name_that_is_being_typed_is_not_finished_either():
    assert PIECES[b" Elena"] in fence([A], b" El", ["Elena"]).never


def test_what_was_written_counts():
    limits = fence([A], banned=["Elena"])
    for piece in (b" El", b"e", b"n"):
        assert A not in limits.never
        limits.add(PIECES[piece])
    assert A in limits.never


def test_a_run_of_the_prompt_is_not_written_again():
    run = list(range(1, COPIED + 1))
    limits = fence([*run, A, *run[:-1]])
    assert limits.never == {run[-1]}
    assert not fence([*run, A, *run[:-2]]).never


def test_a_run_of_what_was_written_is_not_written_again():
    limits = fence()
    for token in [*range(1, COPIED + 1), *range(1, COPIED)]:
        assert token not in limits.never
        limits.add(token)
    assert limits.never == {COPIED}


def test_what_is_typed_may_finish_a_run():
    run = [*range(1, COPIED), PIECES[b" interest"]]
    assert not fence([*run, A, *run[:-1]], b" interest").never


@given(st.lists(st.integers(1, 3), max_size=40), st.integers(0, 40), st.integers(0, 30))
def test_no_run_of_so_many_tokens_ever_stands_twice(prompt, written, seed):
    """Three tokens only, so that runs come again often."""
    limits, tokens = fence(prompt), list(prompt)
    for step in range(written):
        allowed = [token for token in (1, 2, 3) if token not in limits.never]
        if not allowed:
            break
        tokens.append(allowed[(seed + step * step) % len(allowed)])
        limits.add(tokens[-1])
    runs = [tuple(tokens[end - COPIED : end]) for end in range(COPIED, len(tokens) + 1)]
    first_new = max(0, len(prompt) - COPIED + 1)
    assert all(run not in runs[:at] for at, run in enumerate(runs) if at >= first_new)
