"""The world's own files are held against each other."""

import pytest

from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text.links import Targets
from fabula_daemon.story.world import canon, sheets, timeline
from fabula_daemon.story.world.audit import audit, unmentioned
from tests.support.stories import sheet

CHAPTERS = ["manuscript/01-dip.md", "manuscript/02-wire.md", "manuscript/03-pencil.md"]
DATED, _ = timeline.read("world/timeline.md", "| when | chapter |\n|---|---|\n| 2118-03-03 | 1 |\n", {})


def build(texts):
    read = [sheets.read(f"world/{name}.md", text)[0] for name, text in texts.items()]
    return read, canon.build(read, CHAPTERS, DATED)


def found(code="", **texts):
    read, world = build(texts)
    paths = [*CHAPTERS, *(one.path for one in read)]
    return [f for f in audit(read, world, Targets(paths, world)) if code in ("", f.code)]


def messages(code="", **texts):
    return [(f.path.removeprefix("world/").removesuffix(".md"), f.message) for f in found(code, **texts)]


class TestChapters:
    @pytest.mark.parametrize(
        "entry",
        [
            {"died": "07-brown"},
            {"introduced": "0"},
            {"rank": "[{value: captain, since: 04-x}]"},
            {"rank": "[{value: captain, since: [2]}]"},
            {"learns": "[{fact: x, chapter: 04-x}]"},
            {"whereabouts": "[{place: x, from: 1, to: 04-x}]"},
        ],
    )
    def test_a_chapter_that_the_story_has_not_got(self, entry):
        (finding,) = found(sarah=sheet("Sarah", **entry))
        assert finding.code == "sheet-chapter"
        assert "1 to 3" in finding.message
        start, end = sheets.read("world/sarah.md", sheet("Sarah", **entry))[0].places[next(iter(entry))]
        assert (finding.start, finding.end) == (start, end)

    def test_a_chapter_that_is_there_or_to_come(self):
        assert (
            found(sarah=sheet("Sarah", introduced="03-pencil", died="9", rank="[{value: a, since: 2}]")) == []
        )


class TestNames:
    def test_two_sheets_that_claim_one_name_with_the_other_as_evidence(self):
        (finding,) = found(a=sheet("Sarah Chen"), b=sheet("sarah  chen"), c=sheet("Sarah Chen", kind="item"))
        assert (finding.path, finding.code) == ("world/b.md", "sheet-duplicate")
        assert finding.evidence[0].path == "world/a.md"
        assert "world/a.md" in finding.message

    def test_an_alias_that_is_another_s_name_or_alias(self):
        (finding,) = found(
            a=sheet("Sarah Chen", aliases="[the Chief, Sal]"), b=sheet("Piet Orr", aliases="[Sal]")
        )
        assert (finding.path, finding.code, finding.text) == ("world/b.md", "alias-collision", "Sal")
        assert [evidence.quote for evidence in finding.evidence] == [
            "aliases: [Sal]",
            "aliases: [the Chief, Sal]",
        ]
        (finding,) = found(a=sheet("Ann Chen", aliases="[Piet Orr]"), b=sheet("Piet Orr"))
        assert (finding.path, finding.text) == ("world/a.md", "Piet Orr")
        assert "the name of Piet Orr" in finding.message

    def test_names_that_may_be_shared(self):
        assert found(a=sheet("Ann Chen", aliases="[Chen]"), b=sheet("Lin Chen", aliases="[Chen]")) == []
        assert (
            found(a=sheet("Ann Chen", aliases="[Wren]"), b=sheet("the Wren", kind="item", aliases="[Wren]"))
            == []
        )
        assert found(a=sheet("Ann Chen", aliases="[Ann, ann]"), b=sheet("Ann Orr")) == []

    def test_a_roster_may_repeat_a_sheet(self):
        roster = "---\nname: Passing\nkind: roster\nnames: [Sarah Chen, Sarah Chen]\n---\n"
        assert found(a=sheet("Sarah Chen"), b=roster) == []

    @pytest.mark.parametrize("alias", ["The", "he", "I", "Q", "and", "((", "*"])
    def test_an_alias_that_is_too_ordinary(self, alias):
        (finding,) = found(a=sheet("Sarah Chen", aliases=f'[Sal, "{alias}"]'))
        assert (finding.code, finding.text) == ("sheet-alias", alias)

    @pytest.mark.parametrize(
        "name", ["Hope", "Will", "Mark", "May", "Al", "O’Brien", "Kzin-7", "T’Pol", "al-Rashid"]
    )
    def test_names_that_are_words_or_strange_are_names(self, name):
        assert found(a=sheet(f'"{name}"')) == []

    def test_a_sheet_without_a_name_is_told_so_elsewhere(self):
        assert found(n="---\nkind: character\n---\n", sarah="---\nkind: character\n---\n") == []

    def test_one_letter_may_name_a_thing(self):
        assert found(a=sheet("X", kind="item")) == []

    def test_letters_of_two_alphabets(self):
        (finding,) = found(a=sheet("S\u0430rah Chen"))
        assert (finding.code, finding.text) == ("sheet-letters", "S\u0430rah Chen")
        assert found(a=sheet("Сара"), b=sheet("Inês Falcão")) == []


class TestLinks:
    def test_a_link_that_leads_nowhere(self):
        (finding,) = found(a=sheet("Sarah Chen") + "Trained by [[Piet Rensberg]].")
        assert (finding.code, finding.text, finding.severity) == (
            "sheet-link",
            "[[Piet Rensberg]]",
            "information",
        )

    @pytest.mark.parametrize(
        "link",
        [
            *("[[Piet Orr]]", "[[piet orr|the chief]]", "[[b]]", "[[Old Piet#Youth]]", "[[01-dip]]"),
            *("![[map.png]]", "[[plan.pdf]]", "[[#below]]", "[[README]]", "[[timeline]]"),
        ],
    )
    def test_a_link_to_a_sheet_an_alias_a_file_or_a_picture(self, link):
        assert found(a=sheet("Sarah Chen") + link, b=sheet("Piet Orr", aliases="[Old Piet]")) == []


class TestContradictions:
    def test_somebody_dies_before_the_introduction(self):
        (finding,) = found(a=sheet("Anna", introduced="3", died="2"))
        assert finding.code == "sheet-contradiction"
        assert [evidence.quote for evidence in finding.evidence] == ["died: 2", "introduced: 3"]

    def test_an_age_that_does_not_go_with_the_birth(self):
        (finding,) = found(a=sheet("Anna", born="2090", age="40"))
        assert "27 or 28" in finding.message
        assert found(a=sheet("Anna", born="2090", age="28")) == []
        assert found(a=sheet("Anna", born="2090", age="{value: 27, as_of: 1}")) == []

    def test_two_values_from_one_chapter_on(self):
        (finding,) = found(a=sheet("Anna", rank="[{value: captain, since: 2}, {value: major, since: 2}]"))
        assert "“captain” and “major” from chapter 2 on" in finding.message
        assert found(a=sheet("Anna", rank="[{value: captain}, {value: major, since: 2}]")) == []

    def test_two_places_in_one_chapter(self):
        stays = "[{place: Hull, from: 1, to: 3}, {place: Leeds, from: 2, to: 3}]"
        towns = {"h": sheet("Hull", kind="place"), "l": sheet("Leeds", kind="place")}
        (finding,) = found(a=sheet("Anna", whereabouts=stays), **towns)
        assert "“Hull” and at “Leeds”" in finding.message
        assert found(a=sheet("Anna", whereabouts=stays.replace("from: 2", "from: 3")), **towns) == []
        within = {**towns, "l": sheet("Leeds", kind="place", in_="Hull")}
        assert found(a=sheet("Anna", whereabouts=stays), **within) == []

    def test_a_spouse_who_has_another(self):
        (finding,) = found(
            a=sheet("Anna", spouse="Bert"), b=sheet("Bert", spouse="Cora"), c=sheet("Cora", kind="character")
        )
        assert (finding.path, finding.text) == ("world/a.md", "Bert")
        assert [evidence.quote for evidence in finding.evidence] == ["spouse: Bert", "spouse: Cora"]
        assert found(a=sheet("Anna", husband="Bert"), b=sheet("Bert", wife="Anna")) == []
        assert found(a=sheet("Anna", spouse="Bert"), b=sheet("Bert")) == []
        changed = "[{value: Cora, since: 1}, {value: Anna, since: 3}]"
        assert found(a=sheet("Anna", spouse="Bert"), b=sheet("Bert", spouse=changed), c=sheet("Cora")) == []

    def test_a_mother_who_is_a_he_and_parents_of_each_other(self):
        ((path, message),) = messages(a=sheet("Anna", mother="Bert"), b=sheet("Bert", pronouns="he/him"))
        assert path == "a"
        assert "goes by other pronouns" in message
        (finding,) = found(a=sheet("Anna", parent="Bert"), b=sheet("Bert", parent="Anna"))
        assert finding.code == "sheet-contradiction"
        assert found(a=sheet("Anna", mother="Bea", daughter="Cora"), b=sheet("Bea", pronouns="she/her")) == []


def test_proposed_sheets_are_not_looked_at():
    assert found(a=sheet("Anna", died="x", proposed="true") + "[[nowhere]]") == []


class TestUnmentioned:
    def listed(self, text, *texts):
        _, world = build(dict(enumerate(texts)))
        return [finding.text for finding in unmentioned.findings(world, observe([text]).words())]

    def test_a_character_whom_no_chapter_names(self):
        assert self.listed(
            "“No,” said Anna Orr.", sheet("Anna Orr"), sheet("Bert Orr"), sheet("Cora Lund")
        ) == ["Cora Lund"]

    @pytest.mark.parametrize("name", ["the old driver", "Jean-Luc Picard", "Dr. O’Brien", "Li Wei"])
    def test_any_word_of_a_name_is_enough(self, name):
        text = "The driver nodded. “No,” said Jean-Luc. “No,” said O’Brien. Wei nodded."
        assert self.listed(text, sheet(name)) == []

    def test_who_is_to_come_or_has_no_name_or_is_a_place(self):
        anna = sheet("Anna")
        assert (
            self.listed("Anna.", anna, sheet("Bert", introduced="9"), sheet("the clerk", named="false")) == []
        )
        assert self.listed("Anna.", anna, "---\nkind: character\n---\n") == []
        assert self.listed("Anna.", anna, sheet("Hull", kind="place")) == []
        assert self.listed("Anna.", anna, "---\nname: R\nkind: roster\nnames: [Dora]\n---\n") == []

    def test_while_most_of_the_cast_is_to_come_only_those_are_missed_who_should_be_there(self):
        cast = [sheet("Anna"), sheet("Bert"), sheet("Cora"), sheet("Dora", introduced="1")]
        assert self.listed("Anna nodded.", *cast) == ["Dora"]
        assert self.listed("Anna nodded. Bert nodded.", *cast) == ["Cora", "Dora"]
        assert self.listed("", sheet("Anna")) == []
