"""What another name does to the places where the old one stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.answers.namings import Namer
from fabula_daemon.story.answers.renaming import Change, asked, edits, new_path, refusal, understood
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.links import Targets
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.sheets import Sheet
from tests.support.stories import canon_of, sheet

WORLD = canon_of(
    sheet("Sarah Chen", aliases="[Sarah, Miss Chen, Red Fox, the Captain]", pronouns="she/her"),
    sheet("Sara Okonjo"),
    sheet("Kemi Okonjo"),
    sheet("James", pronouns="he/him"),
    sheet("Anna Maria van der Meer"),
    sheet("Hull", kind="place"),
    sheet("the Works", kind="place", aliases="[The Works]"),
)


def named(name: str, world: Canon = WORLD) -> Entity:
    return next(entity for entity in world.entities if entity.name == name)


def renamed(name: str, new: str, text: str, *, at: str = "", path: str = "manuscript/01.md") -> str:
    """Return a text after somebody was given a new name, by way of the form `at`."""
    change = understood(named(name), at or name, new)
    namer = Namer(Reader(WORLD, observe([text])), Targets([e.path or "" for e in WORLD.entities], WORLD).find)
    is_chapter = path.startswith("manuscript/")
    chapter = prose.parse(text)
    namings = namer.of_chapter(chapter, namer.passages(chapter)) if is_chapter else namer.of_sheet(path, text)
    meant = [naming for naming in namings if naming.means(change.entity)]
    found = [edit for _, group in edits(change, path, text, meant, is_chapter=is_chapter) for edit in group]
    for edit in sorted(found, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.new_text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Then Sarah Chen left.", "Then Mary Lin left."),
        ("Sarah’s hat, and Chen's.", "Mary’s hat, and Lin's."),
        ("“Miss Chen?” “Captain Sarah Chen!”", "“Miss Lin?” “Captain Mary Lin!”"),
        ("SARAH! CHEN’S OUT.", "MARY! LIN’S OUT."),
        ("It was Sarah\nChen.", "It was Mary\nLin."),
        ("It was S. Chen.", "It was M. Lin."),
        ("Red Fox came.", "Red Fox came."),
        ("Sarah Finch knew Sara.", "Sarah Finch knew Sara."),
        ("<!-- Sarah --> Sarah left.", "<!-- Sarah --> Mary left."),
        ("# Sarah\n\nShe left.", "# Mary\n\nShe left."),
        ("🚀 Sarah’s 🚀 Chen", "🚀 Mary’s 🚀 Lin"),
    ],
)
def test_first_name_and_surname_follow_the_full_name(before: str, after: str) -> None:
    assert renamed("Sarah Chen", "Mary Lin", before) == after
    assert renamed("Sarah Chen", "Mary Lin", before, at="Sarah") == after


def test_a_part_of_the_name_stands_for_that_part() -> None:
    text = "Sarah Chen. Sarah. Miss Chen."
    assert renamed("Sarah Chen", "Mary", text, at="Sarah") == "Mary Chen. Mary. Miss Chen."
    assert renamed("Sarah Chen", "Lin", text, at="Chen") == "Sarah Lin. Sarah. Miss Lin."
    assert renamed("Sarah Chen", "MARY", text, at="SARAH") == "MARY Chen. MARY. Miss Chen."
    assert renamed("Sarah Chen", "Aunt Mary", text, at="Aunt Sarah") == "Mary Chen. Mary. Miss Chen."


def test_an_alias_is_renamed_alone() -> None:
    text = "Red Fox, the Captain, Sarah Chen, Miss Chen."
    assert (
        renamed("Sarah Chen", "Blue Jay", text, at="Red Fox")
        == "Blue Jay, the Captain, Sarah Chen, Miss Chen."
    )
    assert (
        renamed("Sarah Chen", "the Chief", text, at="the Captain")
        == "Red Fox, the Chief, Sarah Chen, Miss Chen."
    )
    assert (
        renamed("Sarah Chen", "Ms. Chen", text, at="Miss Chen")
        == "Red Fox, the Captain, Sarah Chen, Ms. Chen."
    )


def test_an_alias_that_shares_a_word_with_another_is_renamed_alone() -> None:
    aliases = ("Commissioner Falcão", "the Commissioner", "Fox", "Red Fox")
    entity = Entity("Inês Falcão", "character", aliases)
    texts = [*aliases, "The Commissioner", "Commissioner Inês Falcão", "Falcão", "COMMISSIONER FALCÃO"]
    long = understood(entity, "Commissioner Falcão", "Falcon")
    assert [text for text in texts if long.applied(text) != text] == [texts[0], texts[-1]]
    assert (long.applied(texts[0]), long.applied(texts[-1])) == ("Falcon", "FALCON")
    short = understood(entity, "Fox", "Jay")
    assert [short.applied(text) for text in ("Fox", "the Fox", "Red Fox")] == ["Jay", "the Jay", "Red Fox"]
    assert understood(entity, "Red Fox", "Blue Jay").applied("Fox") == "Fox"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("James’ hat was wet.", "John’s hat was wet."),
        ("James’s hat.", "John’s hat."),
        ("“I saw James’”", "“I saw John’”"),
        ("JAMES!", "JOHN!"),
    ],
)
def test_possessives_stay_possessive(before: str, after: str) -> None:
    assert renamed("James", "John", before) == after


@pytest.mark.parametrize(
    ("new", "before", "after"),
    [
        ("Eva Lind", "Anna Maria van der Meer; Anna van der Meer; Meer", "Eva Lind; Eva Lind; Lind"),
        ("Eva Lind", "Anna; van der Meer", "Eva; Lind"),
        ("Eva Rosa de la Cruz", "Anna Maria van der Meer; Anna; Meer", "Eva Rosa de la Cruz; Eva; Cruz"),
        ("Eva", "Anna Maria van der Meer; Meer’s", "Eva; Eva’s"),
    ],
)
def test_names_of_other_lengths(new: str, before: str, after: str) -> None:
    assert renamed("Anna Maria van der Meer", new, before) == after


def test_initials_are_those_of_the_new_name() -> None:
    change = Change(Entity("Sarah Mae Smith", "character"), "Sarah Mae Smith", "Ida Nell Lin")
    texts = ["S. Smith", "S. M. Smith", "Dr. S. Smith", "the Smiths", "SMITHS"]
    assert [change.applied(text) for text in texts] == [
        "I. Lin",
        "I. N. Lin",
        "Dr. I. Lin",
        "the Lins",
        "LINS",
    ]


def test_who_gets_a_surname_keeps_the_first_name() -> None:
    assert renamed("James", "James Pike", "James left.") == "James left."
    assert renamed("James", "John Pike", "James left.") == "John Pike left."


@pytest.mark.parametrize(
    ("name", "new", "before", "after"),
    [
        ("the Works", "the Plant", "The Works burn. In the Works.", "The Plant burn. In the Plant."),
        ("the Works", "Ely", "The Works burn. In the Works.", "Ely burn. In Ely."),
        (
            "Hull",
            "the Bay",
            "Hull burns. In Hull’s port. “Hull!”",
            "The Bay burns. In the Bay’s port. “The Bay!”",
        ),
        ("Hull", "New Ely", "HULL. Hull.", "NEW ELY. New Ely."),
    ],
)
def test_places_keep_or_lose_their_article(name: str, new: str, before: str, after: str) -> None:
    assert renamed(name, new, before) == after


def test_the_sheet_follows() -> None:
    text = (
        "---\nname: Sarah Chen\naliases: [Sarah, Miss Chen, Red Fox]\nsister: 'Kemi Okonjo'\n---\n"
        "Sarah is Sara's friend. [[Sarah Chen]] [[sarah chen|her]]\n"
    )
    after = renamed("Sarah Chen", "Mary O'Lin", text, path="world/0.md")
    assert after == (
        "---\nname: Mary O'Lin\naliases: [Mary, Miss O'Lin, Red Fox]\nsister: 'Kemi Okonjo'\n---\n"
        "Mary is Sara's friend. [[Mary O'Lin]] [[Mary O'Lin|her]]\n"
    )


def test_other_sheets_follow_quoted_as_they_are() -> None:
    text = "---\nname: X\nspouse: 'Sarah Chen'\nfriends: [\"[[Sarah Chen]]\", Miss Chen]\n---\n"
    after = renamed("Sarah Chen", "Mary O'Lin", text, path="world/9.md")
    assert "spouse: 'Mary O''Lin'" in after
    assert "[\"[[Mary O'Lin]]\", Miss O'Lin]" in after


def test_a_link_to_a_file_that_keeps_its_name_is_left() -> None:
    assert renamed("Sarah Chen", "Mary Lin", "[[0]] [[0|Sarah]]\n", path="world/9.md") == "[[0]] [[0|Mary]]\n"


def test_the_file_moves_if_it_bears_the_name() -> None:
    changes = [Change(named("Sarah Chen"), old, "Mary: Lin") for old in ("Sarah Chen", "Red Fox")]
    assert [new_path(change) for change in changes] == [None, None]  # it is called 0.md
    sheets = {"a/Sarah Chen.md": "a/Mary Lin.md", "a/sarah chen.markdown": "a/Mary Lin.markdown"}
    for path, moved in sheets.items():
        entity = Entity("Sarah Chen", "character", sheet=Sheet(path, "Sarah Chen", "character"))
        assert new_path(Change(entity, "Sarah Chen", "Mary Lin")) == moved
        assert new_path(Change(entity, "Red", "Blue")) is None


@pytest.mark.parametrize(
    ("new", "used", "reason"),
    [
        ("Kemi Okonjo", (), "“Kemi Okonjo” is Kemi Okonjo already (world/2.md)."),
        ("hull", (), "“hull” is Hull already"),
        ("The Works", (), "“The Works” is the Works already"),
        ("Sara Lin", ("Sara",), "“Sara” is Sara Okonjo already"),
        ("Sara Lin", ("SARA",), "“Sara” is Sara Okonjo already"),
        ("", (), "The new name is empty."),
        ("Sa[rah]", (), "cannot be a name"),
        ("Sarah: Chen", (), "cannot be a name"),
        ("Sarah\nChen", (), None),
        ("42", (), "cannot be a name"),
        ("Sara Lin", ("Sara Lin",), None),
        ("Mary Okonjo", ("Mary",), None),
        ("Sarah Chen", ("Sarah",), None),
        ("Chen", ("Chen",), None),
    ],
)
def test_a_name_that_somebody_has_is_refused(new: str, used: tuple[str, ...], reason: str | None) -> None:
    found = refusal(understood(named("Sarah Chen"), "Sarah Chen", new), WORLD, used)
    assert found is None if reason is None else found is not None and reason in found


def test_a_part_of_a_name_needs_a_letter_too() -> None:
    assert "cannot be a name" in (refusal(understood(named("Sarah Chen"), "Sarah", "123"), WORLD) or "")
    assert refusal(understood(named("Sarah Chen"), "Sarah", "Kzin-7"), WORLD) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Captain Sarah", "Sarah"),
        ("Miss Chen", "Miss Chen"),
        ("the Captain", "the Captain"),
        ("Aunt Sarah Chen", "Sarah Chen"),
    ],
)
def test_a_title_is_not_asked_for(text: str, part: str) -> None:
    start, end = asked(named("Sarah Chen"), text)
    assert text[start:end] == part


NAMES = st.text(st.sampled_from("Aaéß.’'- \u2028\n🚀THEthe"), max_size=12)


@given(NAMES, NAMES, NAMES, st.sampled_from(["character", "place"]))
def test_any_name_can_become_any_other(name: str, text: str, new: str, kind: str) -> None:
    entity = Entity(name.strip() or "X", kind, ("the X", "Dr. Y"))
    change = understood(entity, text, new)
    start, end = asked(entity, text)
    assert 0 <= start <= end <= len(text)
    if refusal(change, WORLD) is None:
        change.applied(text)
        assert change.after.kind == kind


@given(NAMES)
def test_the_same_name_changes_nothing(text: str) -> None:
    for name in ("Sarah Chen", "the Works", "James", "Anna Maria van der Meer"):
        assert list(Change(named(name), name, name).replacements(f"{name} {text}")) == []
