"""What `fabula explain` prints of what the daemon has found."""

from dataclasses import asdict
from html.parser import HTMLParser
from math import log

from fabula_daemon.cli.explained_page import page
from fabula_daemon.cli.explaining import as_text
from fabula_daemon.completion.engines import Alternative, Distribution
from fabula_daemon.completion.explaining import compare
from fabula_daemon.completion.weighing import Explanation, Words


def distribution(complete=True, **probabilities):
    return Distribution(tuple(Alternative(f" {text}", log(p)) for text, p in probabilities.items()), complete)


def answer(ungrounded=None, grounded=None, **keys):
    seen = compare(
        ungrounded or distribution(Elena=0.75, Lotte=0.25),
        grounded or distribution(Elena=0.25, Lotte=0.75),
        top=5,
    )
    found = Explanation(
        path="manuscript/1.md",
        offset=40,
        before="and <b>down</b>. “How deep is it?”",
        opening=" said",
        engine="transformers",
        model="starter 12345678",
        temperature=0.7,
        people=("Lotte Brandsma",),
        facts=(),
        passages=(),
        left_out=(),
        comparison=seen,
        words=tuple(Words("", one.text.strip()) for one in seen.alternatives),
    )
    return asdict(found) | keys


def rows(text):
    return [" ".join(line.replace("█", "").split()) for line in text.splitlines() if line.strip()]


class Reader(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.text, self.open, self.addresses = "", [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.open += [] if tag in ("meta", "rect") else [tag]
        self.addresses += [value for name, value in attributes if name in ("src", "href")]

    def handle_endtag(self, tag):
        assert tag == "rect" or self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_both_prompts_stand_side_by_side():
    printed = rows(as_text(answer(), "1.md:3:40"))

    assert printed[0] == "1.md:3:40, by starter 12345678"
    assert "…and <b>down</b>. “How deep is it?” said▌" in printed
    assert any(
        row.startswith("␣Lotte") and "25.0 %" in row and row.endswith("75.0 % Lotte") for row in printed
    )
    assert "undecided by 0.8 bits, as 2 alike 0.8 bits, as 2 alike" in printed
    assert "The canon tells the model 0.79 bits about what comes next." in printed
    assert "people: Lotte Brandsma" in printed


def test_the_author_s_own_temperature_is_marked():
    printed = rows(as_text(answer(), "1.md:3:40"))

    assert "0 0.0 bits, ␣Elena 100.0 % 0.0 bits, ␣Lotte 100.0 %" in printed
    assert [row for row in printed if row.startswith("0.7 (yours)")]


def test_what_is_known_in_part_is_said_to_be_a_bound():
    told = answer(distribution(False, Elena=0.5), distribution(False, Lotte=0.5, Elena=0.25))
    printed = as_text(told, "1.md:3:40")

    assert "at least" in printed
    assert "?" in next(row for row in rows(printed) if row.startswith("␣Lotte"))
    assert "not told" in page(told, "1.md:3:40")


def test_a_model_that_tells_nothing_still_has_a_page():
    told = answer(Distribution((), False), Distribution((), False))

    assert as_text(told, "1.md:3:40")
    assert not Reader(page(told, "1.md:3:40")).open


def test_the_page_needs_nothing_but_itself_and_no_text_of_the_story_is_markup():
    html = page(answer(), "<script>.md:3:40")
    read = Reader(html)

    assert (read.open, read.addresses) == ([], [])
    assert "http" not in html.replace("http-equiv", "")
    assert "<script>.md:3:40" in read.text
    assert "…and <b>down</b>. “How deep is it?” said▌" in read.text
    assert "The canon tells it 0.79 bits" in " ".join(read.text.split())
