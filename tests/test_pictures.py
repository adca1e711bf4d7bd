"""Further forms of captions, credits and the words of pictures, and what only looks like them."""

import pytest

from generator.model import Picture
from generator.pictures import is_file_name, places
from generator.rulebook import table
from tests.reading_made import FERRY, FUEL, HEAD, QUAY, pictures, read

CREDITS = table("credits")


@pytest.mark.parametrize("row", CREDITS["party"], ids=str)
def test_a_letter_behind_a_politician_s_name_is_a_party(row: list[str]) -> None:
    assert not places(row[1])
    assert places("Ines Falk (R) and Lew Sandys (L) at the quay")


@pytest.mark.parametrize(
    ("line", "picture"),
    [
        (f"{QUAY}. (COURIER WEEKLY/LEW SANDYS)", Picture("", f"{QUAY}.", "COURIER WEEKLY/LEW SANDYS")),
        ("The quay (via Lew Sandys's Tumblr)", Picture("", "The quay", "via Lew Sandys's Tumblr")),
        ("fot. Łucja Zarembska/port.pl", Picture("", "", "Łucja Zarembska/port.pl")),
        ("Jake Camp-USA TODAY Sports", Picture("", "", "Jake Camp-USA TODAY Sports")),
        ("The STAR / Lew Sandys, file", Picture("", "", "The STAR / Lew Sandys, file")),
    ],
)
def test_further_forms_of_credits(line: str, picture: Picture) -> None:
    assert pictures(line) == [picture]


@pytest.mark.parametrize("mark", ["|", "-", "–"])
def test_a_name_behind_a_bar_or_dash_is_the_maker_s_before_the_text(mark: str) -> None:
    body = read(f"{HEAD}\nA quay\n{QUAY} {mark} Emma Aldous\n\n{FERRY}\n\n{FUEL}\n\n{FERRY}").article.body
    assert Picture("A quay", QUAY, "Emma Aldous") in body
    assert pictures(f'"We came for the boats, not for the stone" {mark} Emma Aldous') == []


def test_the_headline_as_words_of_a_picture_is_not_where_the_article_begins() -> None:
    first = "Passengers tell of smoke and a long wait, the line of a pump that broke"
    title = "Skarrow ferry turns back after engine fire"
    known = "\n\n".join(["Share", "Print", "30 December 2023, 15:48"])
    text = "\n\n".join([FERRY, FUEL] * 3)
    reading = read(f"{HEAD}\n{first}\n\n{known}\n\n{title}\n{QUAY}. Photo: Alamy\n\n{text}")
    assert reading.article.summary == first


def test_a_name_and_an_unknown_house_right_under_words_are_the_maker_s() -> None:
    assert pictures("quay thornsea boats tide\nEmma Aldous/Digital Tide") == [
        Picture("quay thornsea boats tide", "", "Emma Aldous/Digital Tide")
    ]


def test_a_credit_may_stand_between_the_words_of_a_picture_and_the_same_words() -> None:
    assert pictures("The old laundry in May\nBisnaw/Lew Sandys\nThe old laundry in May") == [
        Picture("The old laundry in May", "The old laundry in May", "Bisnaw/Lew Sandys")
    ]


def test_the_address_of_a_picture_is_its_file_s_name() -> None:
    assert is_file_name("https://cdn.courier.example/s6/quay-at-dusk.jpg?w=800")
    assert not is_file_name("https://courier.example/quay-at-dusk.html")
    assert pictures("https://cdn.courier.example/quay.jpg") == [
        Picture("https://cdn.courier.example/quay.jpg", "", "")
    ]


def test_a_hyphen_that_begins_a_file_s_name_is_no_bullet() -> None:
    assert pictures("-Harwell quay 0112\nThe quay. (Photo: Lew Sandys / The Courier)") == [
        Picture("-Harwell quay 0112", "The quay.", "Lew Sandys / The Courier")
    ]


def test_a_name_and_an_agency_right_under_it_are_who_wrote() -> None:
    assert read(f"{HEAD}\nEmma Aldous\nReuters\n\n{FERRY}\n\n{FUEL}\n\n{FERRY}").article.authors[0] == (
        "Emma Aldous"
    )


def test_a_post_behind_a_name_in_a_numbered_list_is_no_place() -> None:
    assert not places("3. Emma Aldous, C, Harwell Southern")
    assert places("Emma Aldous, C, at the quay")


def test_words_and_a_number_behind_a_line_are_a_file_s_name() -> None:
    assert is_file_name("Kernow quay at dusk_1")
    assert not is_file_name("Kernow quay at dusk 1")


def test_a_caption_that_begins_with_the_name_above_it_may_be_long() -> None:
    long = "Emma Aldous at home in Harwell, with some of the 212 lamps that she has saved from the scrapyard since May."
    assert pictures(f"Emma Aldous\n{long}") == [Picture("Emma Aldous", long, "")]
