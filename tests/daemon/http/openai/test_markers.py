"""Prompts of editors' plugins: where the cursor is."""

import pytest

from fabula_daemon.http.openai.markers import around


@pytest.mark.parametrize(
    "prompt",
    [
        "<fim_prefix>She went <fim_suffix> and back.<fim_middle>",
        "<|fim_prefix|>She went <|fim_suffix|> and back.<|fim_middle|>",
        "<fim-prefix>She went <fim-suffix> and back.<fim-middle>",
        "<｜fim▁begin｜>She went <｜fim▁hole｜> and back.<｜fim▁end｜>",
        "<PRE> She went  <SUF> and back. <MID>",
        "[SUFFIX] and back.[PREFIX]She went ",
        "<file_sep>other.md\nSomething.<fim_prefix>She went <fim_suffix> and back.<fim_middle>",
        "Fill the hole.\n\n<QUERY>\nShe went {{FILL_HERE}} and back.\n</QUERY>\nTASK: fill it.",
    ],
)
def test_each_template_says_what_stands_around_the_cursor(prompt):
    assert around(prompt) == ("She went ", " and back.")


def test_line_ends_belong_to_the_text():
    assert around("<fim_prefix>One.\n\nTwo <fim_suffix>\n\nThree.<fim_middle>") == (
        "One.\n\nTwo ",
        "\n\nThree.",
    )


@pytest.mark.parametrize("prompt", ["She went ", "", "<fim_prefix>She went ", "[PREFIX] She went [SUFFIX]"])
def test_a_prompt_without_them_is_a_text(prompt):
    assert around(prompt) is None
