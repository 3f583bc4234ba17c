"""The matrix says what a sort of all cosines would say, whatever came and went."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.index.matrix import FIRST_ROWS, Matrix


def unit(seed, dimensions=8):
    vector = np.random.default_rng(seed).standard_normal(dimensions).astype(np.float32)
    return vector / np.linalg.norm(vector)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 5) | st.none())), st.integers(1, 6) | st.none())
def test_nearest_is_exact_after_any_comings_and_goings(steps, before):
    matrix, held = Matrix(8), {}
    for seed, (chunk, chapter) in enumerate(steps):
        if chapter is None:
            matrix.drop(chunk)
            held.pop(chunk, None)
        else:
            matrix.put(chunk, chapter, unit(seed))
            held[chunk] = (chapter, unit(seed))
    query = unit(999)
    allowed = {c: v for c, (chapter, v) in held.items() if before is None or chapter < before}
    expected = sorted(allowed, key=lambda chunk: -float(allowed[chunk] @ query))
    assert len(matrix) == len(held)
    assert matrix.nearest(query, 5, before) == expected[:5]


def test_it_grows():
    matrix = Matrix(8)
    for chunk in range(3 * FIRST_ROWS):
        matrix.put(chunk, None, unit(chunk))
    assert matrix.nearest(unit(2 * FIRST_ROWS + 7), 1) == [2 * FIRST_ROWS + 7]


def test_a_chapter_may_get_another_number():
    matrix = Matrix(8)
    matrix.put(1, 4, unit(1))
    matrix.place(1, 2)
    matrix.place(99, 2)
    assert matrix.nearest(unit(1), 1, before=3) == [1]
