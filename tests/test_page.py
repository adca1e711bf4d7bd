"""The page around a text: subjects above it, tags below it, notices, the headline once more, words of promotion."""

import pytest

from generator.promotion import times_promoted
from generator.rulebook import LineTable, table
from generator.telling import Telling
from tests.reading_made import FERRY, FUEL, HEAD, read

TEXT = "\n\n".join([FERRY, FUEL] * 3)


def kinds(text: str, *lines: str) -> list[str]:
    """What lines of a capture with this text below its first line were read as."""
    found = {line.text: line.kind for line in read(HEAD + text).lines}
    return [found[line] for line in lines]


@pytest.mark.parametrize(
    ("subject", "below"),
    [
        ("Harbour", FERRY),
        ("North Sea", FERRY),
        ("Harwell and Sea", "By Emma Aldous"),
        ("Ferries", "30 December 2023, 15:48"),
    ],
)
def test_a_word_or_two_right_above_the_text_are_its_subject(subject: str, below: str) -> None:
    assert kinds(f"\n{subject}\n\n{below}\n\n{FUEL}\n\n{TEXT}", subject) == ["furniture"]


def test_a_short_line_above_the_text_that_is_a_sentence_stays() -> None:
    assert kinds(f"\nNo ferry today.\n\n{TEXT}", "No ferry today.") == ["body"]
    assert kinds(f"\nNo other ferry today\n\n{TEXT}", "No other ferry today") != ["furniture"]
    assert kinds(f"\n{FERRY}\n\n{FUEL}\n\nHarbour\n\n{TEXT}", "Harbour") == ["heading"]


def test_lines_joined_to_a_label_of_tags_are_tags_and_behind_the_text_short_ones() -> None:
    assert kinds(f"\n{TEXT}\n\nTags:\nFerries Harwell Engine room", "Ferries Harwell Engine room") == [
        "furniture"
    ]
    below = ("Ferries", "Harwell Town Board")
    assert kinds(f"\n{TEXT}\n\nTags:\n\n{below[0]}\n\n{below[1]}", *below) == ["furniture", "furniture"]


@pytest.mark.parametrize("row", [row for rows in table("notices").values() for row in rows], ids=str)
def test_a_notice_is_told_also_where_it_is_not_long(row: list[str]) -> None:
    notice = row[1].ljust(80, ".")
    assert kinds(f"\n{TEXT}\n\n{notice}", notice) == ["furniture"]


def test_a_long_line_that_is_known_is_set_aside_also_amid_the_text() -> None:
    button = "This is an archived article and the information in the article may be outdated."
    assert kinds(f"\n{TEXT}\n\n{button}\n\n{TEXT}", button) == ["furniture"]


def test_the_last_sentence_may_be_the_headline() -> None:
    last = "Skarrow ferry turns back after engine fire."
    assert kinds(f"\n{TEXT}\n\n{last}", last) == ["body"]
    assert kinds(f"\n{last[:-1]}\n\n{TEXT}", last[:-1]) == ["header"]


def test_an_agency_in_brackets_ends_a_sentence() -> None:
    last = "At the close of the day the price of a crossing stood at eleven crowns and a half. (AFP)"
    table_rows = "Ferry\t11.5\nBoat\t7.0"
    assert kinds(f"\n{FERRY}\n\n{table_rows}\n\n{last}", last) == ["body"]


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("sign up and never miss a story", 1),
        ("click here, subscribe and follow us", 3),
        ("\N{LEFT DOUBLE QUOTATION MARK}newsletter\N{RIGHT DOUBLE QUOTATION MARK}", 1),
        ("e-mail: your_inbox", 0),
        ("noch mehr aus der datenschutzerklärung", 1),
        ("the ferry was signed over to the town", 0),
    ],
)
def test_words_of_promotion_are_counted_whatever_marks_stand_beside_them(line: str, times: int) -> None:
    assert times_promoted(line) == times


def test_every_way_to_write_a_pattern_is_told_by_its_longest_word() -> None:
    told = Telling(["log(ged)? (in|out)", "e-?mails?", "datenschutz\\w*", "licen[cs]e (a|b)"])
    for line in (
        "logged out",
        "log in",
        "an e-mail",
        "emails,",
        "die datenschutzseite",
        "license a",
        "(licence b)",
    ):
        assert told.may_fit(line), line
    for line in ("logging", "mailing", "daten", "the ferry, the quay"):
        assert not told.may_fit(line), line


def test_of_two_groups_that_fit_a_line_the_first_in_the_table_is_given() -> None:
    lines = LineTable(
        {"one": [["quays? .*", "quay wall"]], "two": [["quay wall|pier", "pier"]], "three": ["quay"]}
    )
    assert [lines.group(line) for line in ("quay wall", "pier", "quay", "quays")] == [
        "one",
        "two",
        "three",
        None,
    ]
    assert lines.groups(["pier", "boat", "quay wall"]) == ["two", None, "one"]


BEHIND = "\n\n".join(
    ["Share", "Advertisement", "Subscribe now", "Most read", "Ferries to run on Sundays from May", "Print"]
)


def test_a_headline_far_behind_the_text_is_the_page_s() -> None:
    others = ["Skarrow market opens its doors again", "What the tide tables tell of Thornsea"]
    below = "\n\n".join(others)
    assert kinds(f"\n{TEXT}\n\n{TEXT}\n\n{TEXT}\n\n{BEHIND}\n\n{below}", *others) == [
        "furniture",
        "furniture",
    ]


def test_a_list_below_the_last_paragraph_is_of_the_text_however_long() -> None:
    dates = [f"03/{day:02} – Harwell, Town Hall" for day in range(8, 20)]
    run = "\n".join(dates)
    known = "Share\n\nAdvertisement\n\nSubscribe now\n\nPrint"
    assert set(kinds(f"\n{known}\n\n{TEXT}\n\nThe dates:\n\n{run}", *dates)) <= {"body", "list_item"}


@pytest.mark.parametrize("mark", ["", "."])
def test_a_numbered_list_stays_before_the_page_s_last_lines(mark: str) -> None:
    songs = [f"0{number}{mark} Opening Hours" for number in range(1, 6)]
    run = "\n".join(songs)
    assert set(kinds(f"\n{TEXT}\n\nThe songs:\n{run}\n\nCategories:", *songs)) == {"list_item"}


def test_the_signs_before_a_spanish_question_are_no_part_of_a_known_line() -> None:
    assert kinds(f"\n{TEXT}\n\n¡Síguenos en Google Noticias!", "¡Síguenos en Google Noticias!") == [
        "furniture"
    ]


def test_what_stands_above_the_repeated_headline_is_the_page_s_but_a_standfirst() -> None:
    title = "Skarrow ferry turns back after engine fire"
    others = ['Harbour board says "no" to a third crane', "Why does the tide bell ring at night?"]
    menu = "\n\n".join(others)
    stand = "Nobody was hurt, and the line has promised that another ship will sail on Monday."
    found = kinds(f"\n{menu}\n\n{stand}\n\n{title}\n\n{TEXT}\n\n{TEXT}", *others, stand)
    assert found == ["furniture", "furniture", "body"]
