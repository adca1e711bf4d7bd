"""Every row of every table of the reader, tried on its own example."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.byline import read_byline
from generator.characters import fold
from generator.date_forms import is_relative, may_say, words_in
from generator.dates import moments, rest_of
from generator.names import agency_of, has_given_name, is_desk, is_name, lead_of, wire_of
from generator.pointers import is_read_more, label_kind
from generator.promotion import promotion, times_promoted
from generator.rows import rows_of
from generator.rulebook import beginning_of, begins, examples, line_table, table
from generator.signatures import signature_of, source_of
from generator.telling import choices, ways
from tests.reading_made import FUEL

DAY = date(2019, 11, 19)
NAMES = table("names")
DATES = table("dates")


@pytest.mark.parametrize("name", ["furniture", "read_more"])
def test_every_line_of_a_table_is_found_in_its_own_group(name: str) -> None:
    rows = list(examples(name))
    assert len(rows) > 300
    assert [row for row in rows if line_table(name).group(fold(row[1])) != row[0]] == []


def test_every_line_of_a_dear_row_has_one_of_the_parts_that_it_names() -> None:
    dear = [
        row for rows in table("furniture").values() for row in rows if not isinstance(row, str) and row[2:]
    ]
    assert dear
    for pattern, example, parts in dear:
        words = choices(re.sub(r"^\.\{0,\d+\}\((.+)\)\.\{0,\d+\}$", r"\1", pattern))
        told = [*words, fold(example)] if len(words) > 1 else [fold(example)]
        assert [word for word in told if not any(part in word for part in parts)] == []


@pytest.mark.parametrize(
    ("group", "row"), [(group, row) for group, rows in table("notices").items() for row in rows]
)
def test_a_long_notice_is_told_by_its_beginning(group: str, row: list[str]) -> None:
    pattern, example, *_ = row
    assert re.match(pattern, fold(example))
    (told,) = rows_of(f"{example} {FUEL * 3}")
    assert told.group == group
    assert rows_of(f"{FUEL} {example} {FUEL * 2}")[0].group is None


@pytest.mark.parametrize("name", ["furniture", "read_more"])
def test_no_line_of_a_table_stands_twice(name: str) -> None:
    folded = [
        (group, fold(row)) for group, rows in table(name).items() for row in rows if isinstance(row, str)
    ]
    assert [row for row in folded if folded.count(row) > 1] == []


def patterns_of(name: str) -> list[str]:
    return [row[0] for rows in table(name).values() for row in rows if not isinstance(row, str)]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_pattern_is_tried_on_every_line_that_it_fits(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["furniture", "read_more"]))
    pattern = data.draw(st.sampled_from(patterns_of(name)))
    first = begins(pattern)
    line = data.draw(st.from_regex(pattern, fullmatch=True))
    assert first is None or beginning_of(line).startswith(tuple(first))


@pytest.mark.parametrize("written", ["{}", "  {} :", "{}…", "→ {}", "\u200b{}\u00a0"])
def test_lines_are_found_however_they_are_written(written: str) -> None:
    for group, line in examples("furniture"):
        assert line_table("furniture").group(fold(written.format(line))) == group
        assert (
            line_table("furniture").group(fold(written.format(line.upper()))) == group or not line.isascii()
        )


@pytest.mark.parametrize(("group", "label"), [row for row in examples("read_more") if row[0] != "button"])
def test_every_label_makes_a_pointer_of_the_headline_behind_it(group: str, label: str) -> None:
    found = is_read_more(f"{label}: Storm tears forty metres off Thornsea pier")
    assert found is not None
    assert found.title == "Storm tears forty metres off Thornsea pier"
    assert label_kind(fold(label)) == group


@pytest.mark.parametrize(
    "prose",
    [
        "More than 2,500 people marched through Thornsea.",
        "Also, the quay has to be mended before winter.",
        "También podría llegar la lluvia el jueves.",
        "Read the minutes of the meeting and you will see why: nobody asked.",
        "Related industries: fishing, ice and rope.",
        "Mehr: so viel steht fest.",
        "Lire aussi",
        "Read more",
        "READ MORE ON THE STORM BY CLICKING HERE",
        "Read more: click here for the newsletter",
    ],
)
def test_prose_and_bare_buttons_are_no_pointers(prose: str) -> None:
    assert is_read_more(prose) is None


@pytest.mark.parametrize("example", list(NAMES["lead"].values()))
def test_every_leading_word_gives_the_names_behind_it(example: str) -> None:
    assert lead_of(example) is not None
    assert read_byline(example).names


@pytest.mark.parametrize("example", list(NAMES["credit"].values()))
def test_those_who_did_not_write_are_no_authors(example: str) -> None:
    assert lead_of(example) is None


@pytest.mark.parametrize("row", list(NAMES["role"].values()), ids=list(NAMES["role"]))
def test_roles_are_told_from_names(row: dict[str, str]) -> None:
    name, role = row["example"].split(", ")
    assert read_byline(f"By {row['example']}").roles == ((name, role),)
    assert read_byline(f"By {row['example']}").names == (name,)


@pytest.mark.parametrize("word", NAMES["and"]["words"])
def test_names_are_parted_at_every_joint(word: str) -> None:
    assert read_byline(f"By Emma Aldous {word} Tom Birk").names == ("Emma Aldous", "Tom Birk")


@pytest.mark.parametrize("row", NAMES["desk"], ids=str)
def test_newsrooms_sign_in_the_place_of_a_name(row: str | list[str]) -> None:
    assert is_desk(row if isinstance(row, str) else row[1])


@pytest.mark.parametrize(("folded", "written"), list(NAMES["agency"].items()))
def test_agencies_are_kept_apart_from_persons(folded: str, written: str) -> None:
    assert fold(written) == folded
    assert agency_of(written) == written
    assert read_byline(f"By {written}").names == ()
    assert read_byline(f"By {written}").agency == written


@pytest.mark.parametrize("example", list(NAMES["reported"].values()))
def test_a_line_that_says_who_reported_gives_the_names(example: str) -> None:
    (name, *_) = signature_of(example).names
    assert name in (
        "Emma Aldous",
        "Jana Möller",
        "Lucie Ferrand",
        "Marta Olmedo",
        "Rita Sobral",
        "Carla Bonetti",
    )


@pytest.mark.parametrize(("kind", "example"), [(k, v) for k in ("source", "help") for v in NAMES[k].values()])
def test_a_line_that_names_its_source_gives_agency_or_newsroom(kind: str, example: str) -> None:
    byline = source_of(example)
    assert bool(byline.signed) == (kind == "source")
    assert byline.agency or is_desk(byline.signed)


def test_what_stands_behind_a_name_is_no_part_of_it() -> None:
    for word in NAMES["behind"]["words"]:
        assert read_byline(f"By Emma Aldous {word.capitalize()}").names == ("Emma Aldous",), word
    assert read_byline(NAMES["behind"]["example"]).names == ("Emma Aldous",)


@pytest.mark.parametrize("place", ["first", "within"])
def test_words_with_capitals_are_not_all_names(place: str) -> None:
    assert not is_name(NAMES["never"][place]["example"])
    for word in NAMES["never"][place]["words"]:
        assert not is_name(f"{word.capitalize()} Aldous") or place == "within", word
        assert not is_name(f"Emma {word.capitalize()}") or place == "first", word


def test_agencies_sign_together_with_initials_and_small_words() -> None:
    assert wire_of(NAMES["wire"]["example"]) == "dpa"
    for word in NAMES["wire"]["words"]:
        assert wire_of(f"dpa {word}") == "dpa", word


def test_more_given_names_are_known_to_bylines() -> None:
    names = NAMES["given"]["names"].split()
    assert len(names) == len(set(names)) > 1000
    assert has_given_name(NAMES["given"]["example"])
    assert not has_given_name("Süderhafen Nord")


def test_particles_belong_to_the_name() -> None:
    assert read_byline(NAMES["particle"]["example"]).names == ("Piet van der Meulen",)


@pytest.mark.parametrize("kind", ["published", "modified"])
def test_words_tell_an_update_from_the_publication(kind: str) -> None:
    for word, example in DATES[kind].items():
        found = moments(example, DAY)
        assert may_say(words_in(example)), word
        assert [moment.modified for moment in found] == [kind == "modified"] * len(found), word
        assert found, word


@pytest.mark.parametrize("row", list(DATES["filler"].values()), ids=list(DATES["filler"]))
def test_small_words_around_a_date_are_no_sentence(row: dict[str, str]) -> None:
    assert rest_of(row["example"], moments(row["example"], DAY)) == []


@pytest.mark.parametrize("kind", ["clock", "hour"])
def test_words_beside_a_clock_time_tell_it_from_a_number(kind: str) -> None:
    for word, example in DATES[kind].items():
        (found,) = moments(example, date(2021, 3, 4))
        assert found.time == "15:30", word
        assert rest_of(example, [found]) == [], word


@pytest.mark.parametrize("row", DATES["relative"] + DATES["elapsed"], ids=str)
def test_a_time_counted_from_the_capture_is_no_moment(row: list[str]) -> None:
    assert is_relative(row[1])
    assert re.search(row[0], row[1], re.IGNORECASE)
    assert moments(row[1], DAY) == [] or row in DATES["elapsed"]


@pytest.mark.parametrize(("zone", "row"), list(DATES["zones"].items()))
def test_every_zone_has_its_offset(zone: str, row: dict[str, str]) -> None:
    (found,) = moments(row["example"], DAY)
    assert found.offset
    assert found.offset == row.get("offset", found.offset)
    assert zone in row["example"].casefold()


def test_every_word_of_promotion_is_found() -> None:
    pattern = promotion()
    for rows in table("promotion").values():
        for _, example in rows:
            assert pattern.search(fold(example)), example


def test_a_line_is_tried_for_promotion_where_it_has_the_longest_word_of_a_row() -> None:
    rows = [row for rows in table("promotion").values() for row in rows]
    written = [way for row in rows for choice in choices(row[0]) for way in ways(choice)]
    plain = [re.sub(r"@\?\\w\+|\\w\*|\?|\[(.).*\]", r"\1", way) for way in written]
    for line in (*plain, *(fold(row[1]) for row in rows)):
        for framed in (line, f"({line})", f"quay {line}, storm"):
            assert times_promoted(framed) == len(promotion().findall(framed)), framed
    assert times_promoted("The quay was shut on Friday.") == 0
