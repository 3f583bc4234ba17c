import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon import config
from fabula_daemon.config import Settings


def complaints(text):
    settings, findings = config.parse(text)
    return settings, [finding.message for finding in findings]


def test_without_a_word_every_setting_has_its_default():
    assert config.parse("") == (Settings(), [])
    assert Settings().story.manuscript == "manuscript"


def test_what_is_set_is_set_and_the_rest_is_not():
    settings, findings = config.parse(
        '[story]\ntitle = "Dust"\norder = ["b", "a"]\n[completion]\nenabled = false\ntemperature = 1\n'
        '[checks]\noff = ["unknown-character"]\nattributes = { build = ["slight"] }\n[retrain]\nx = 1\n'
    )
    assert findings == []
    assert (settings.story.title, settings.story.order, settings.story.world) == ("Dust", ("b", "a"), "world")
    assert (settings.completion.enabled, settings.completion.temperature) == (False, 1.0)
    assert settings.checks.off == ("unknown-character",)
    assert settings.checks.attributes == {"build": ("slight",)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[story]\ntitle = 3", "[story] title must be a text in quotes, not 3. It is empty until then."),
        ('[completion]\nmax_words = "20"', "[completion] max_words must be a whole number, not “20”."),
        ("[completion]\nmax_words = true", "a whole number"),
        ("[completion]\nmax_words = 0", "between 1 and 200"),
        ("[completion]\ntemperature = nan", "a number"),
        ("[completion]\ntemperature = 2.5", "between 0 and 2"),
        ("[completion]\nenabled = 1", "true or false"),
        ('[story]\norder = "a"', "a list of texts"),
        ("[checks]\nattributes = { build = 3 }", "a table of lists"),
        ('[story]\nworld = "../elsewhere"', "a folder inside the story"),
        ('[story]\nmanuscript = "/tmp"', "a folder inside the story"),
        ('[story]\nmanuscript = "a\\u0000b"', "a folder inside the story"),
        ('[story]\ntitel = "Dust"', "[story] knows no setting titel; there are title, manuscript"),
        ("[stroy]\nx = 1", "no section [stroy]; there are [story], [completion]"),
        ("story = 3", "story must be a section, [story]"),
    ],
)
def test_a_bad_value_falls_back_and_is_a_finding_with_what_is_expected_on_its_line(line, expected):
    text = f"# Mine\n\n{line}\n"
    settings, findings = config.parse(text)
    assert settings == Settings()
    (finding,) = findings
    assert expected in finding.message
    assert (finding.path, finding.code) == ("fabula.toml", "settings")
    assert (
        finding.text == text[finding.start : finding.end] == line.splitlines()[-1 if "\nx" not in line else 0]
    )


def test_one_bad_value_leaves_the_others_as_they_are():
    settings, messages = complaints('[story]\ntitle = "Dust"\nworld = 3\n[completion]\nmax_words = 9\n')
    assert (settings.story.title, settings.story.world, settings.completion.max_words) == ("Dust", "world", 9)
    assert len(messages) == 1


@pytest.mark.parametrize("text", ["[story\n", "title = \n", "[story]\n[story]\n", "x = 1\nx = 2"])
def test_what_is_no_toml_is_said_with_its_line(text):
    settings, (finding,) = config.parse(f"# Mine\u2028\n{text}")
    assert settings == Settings()
    assert "not valid TOML" in finding.message
    assert finding.start >= len("# Mine\u2028\n")


@pytest.mark.parametrize(
    "value",
    ["1" * 5_000, "0x" + "f" * 9_000, "-" + "9" * 400, "[" * 5_000 + "]" * 5_000, '"' + "x" * 9_000 + '"'],
)
@pytest.mark.parametrize(
    "key", ["[completion]\nmax_words", "[completion]\ntemperature", "[checks]\noff", "x"]
)
def test_no_value_is_too_large_to_be_refused(key, value):
    _, (finding,) = config.parse(f"{key} = {value}")
    assert len(finding.message) < 400


@pytest.mark.parametrize(
    ("content", "expected"), [(b"\xff\xfe", "not UTF-8"), (b"[story]\ntitle = '\xe9'", "Save it as UTF-8")]
)
def test_a_file_that_is_no_text_is_a_finding(tmp_path, content, expected):
    (tmp_path / "fabula.toml").write_bytes(content)
    settings, (finding,) = config.load(tmp_path)
    assert settings == Settings()
    assert expected in finding.message


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / "fabula.toml").mkdir()
    settings, (finding,) = config.load(tmp_path)
    assert settings == Settings()
    assert "cannot be read" in finding.message


TOMLISH = st.lists(
    st.sampled_from(
        [
            "[story]",
            "[completion]",
            "[checks]",
            "[checks.attributes]",
            "[[story]]",
            "title",
            "off",
            "max_words",
            "=",
            ".",
            "1",
            "nan",
            "true",
            '"x"',
            "'",
            '"""',
            "[",
            "]",
            "{",
            "}",
            ",",
            "\n",
            "\r\n",
            " ",
            "#",
            "2026-01-01",
            "\u2028",
        ]
    ),
    max_size=25,
).map("".join)


@given(TOMLISH | st.text())
def test_no_text_whatever_raises(text):
    settings, findings = config.parse(text)
    assert isinstance(settings, Settings)
    for finding in findings:
        assert finding.text == text[finding.start : finding.end]
