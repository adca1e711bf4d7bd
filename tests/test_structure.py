"""The standfirst, headings, lists and speech: what the lines of the text itself are."""

import pytest

from generator.model import ListItem, Paragraph
from tests.reading_made import FERRY, FUEL, HEAD, read

STANDFIRST = "Fire breaks out in the engine room with more than two hundred people aboard"
MENU = "Home\n\nNews\n\nSport\n\nMenu\n\n"
BELOW = "Harwell\n\n30 December 2023, 15:48"


def kinds(*lines: str) -> dict[str, str]:
    """What each line of a capture is read as."""
    return {line.text: line.kind for line in read("\n\n".join([HEAD, *lines])).lines}


@pytest.mark.parametrize(
    "line",
    [
        STANDFIRST,
        "„Es gab keine Panik“, sagt der Kapitän; 212 Menschen waren an Bord der Fähre",
        "Nessun ferito tra i 212 passeggeri. La compagnia: «Un guasto alla pompa»",
    ],
)
@pytest.mark.parametrize("above", ["", "Skarrow ferry turns back after engine fire\n\n"])
def test_a_line_of_some_length_between_headline_and_text_is_the_standfirst(line: str, above: str) -> None:
    reading = read("\n\n".join([f"{HEAD}\n{MENU}{above}{line}", BELOW, *[FERRY, FUEL] * 4]))
    found = next(found for found in reading.lines if found.text == line)
    assert found.kind == "body"
    assert "standfirst" in found.rule
    assert reading.article.summary == line


def test_a_standfirst_may_be_of_three_lines_and_more_are_a_list() -> None:
    lines = [
        "The line says that nobody was hurt when a pump caught fire",
        "Skarrow council wants to know why the alarm came so late",
        "Two further boats of the line stay in harbour until Monday",
        "Thornsea bakery sells its last loaf after a hundred and ten years",
    ]
    few = read("\n\n".join([f"{HEAD}\n{MENU}{lines[0]}", *lines[1:3], BELOW, FERRY, FUEL]))
    assert [line.kind for line in few.lines if line.text in lines] == ["body"] * 3
    assert few.article.summary == " ".join(lines[:3])
    more = read("\n\n".join([f"{HEAD}\n{MENU}{lines[0]}", *lines[1:], BELOW, FERRY, FUEL]))
    assert not any("standfirst" in line.rule for line in more.lines)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to our newsletter and get the news of the coast every morning",
        "Thornsea Pier To Close For Two More Winters, Says Council",
        "Harbour: Skarrow ferry turns back after engine fire",
        "Photo by Ruth Adair of the quay at Port Ellory / Getty Images",
    ],
)
def test_promotion_the_headline_again_and_headlines_of_others_are_no_standfirst(line: str) -> None:
    reading = read("\n\n".join([f"{HEAD}\n{MENU}{line}", BELOW, FERRY, FUEL]))
    assert not any("standfirst" in found.rule for found in reading.lines)


@pytest.mark.parametrize(
    "line",
    [
        "„Wir flicken, bis es nicht mehr geht“",
        "« On rentre à la rame »",
        '"Ho pensato solo ai ragazzi"',
        "Kapitän Hale: „Das war knapp“",
        "「港が静かだ」",
        "‘We’ve waited too long’",
    ],
)
def test_a_short_line_in_quotation_marks_between_paragraphs_is_a_heading(line: str) -> None:
    assert kinds(FERRY, FUEL, line, FERRY + " Again.", FUEL + " Again.")[line] == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "“We are proud of her.”",
        "“No,”",
        "„Nein!“",
        "“It was dark, and then we saw the light of Thornsea pier and knew”",
    ],
)
def test_speech_on_a_line_of_its_own_is_no_heading(line: str) -> None:
    assert kinds(FERRY, FUEL, line, FERRY + " Again.", FUEL + " Again.")[line] == "body"


def test_a_heading_may_stand_above_a_picture_or_a_pointer() -> None:
    picture = "A trawler at the quay\nA trawler at the quay. Picture: Lew Sandys"
    pointer = "Read more: Storm tears forty metres off Thornsea pier"
    for between in (picture, pointer):
        assert (
            kinds(FERRY, FUEL, "What the crew did", between, FERRY + " Again.", FUEL)["What the crew did"]
            == "heading"
        )
    assert kinds(FERRY, FUEL, "What the crew did", picture)["What the crew did"] == "body"


def test_a_number_before_a_short_line_above_a_paragraph_makes_a_heading_and_else_an_item() -> None:
    headings = kinds(
        FERRY, FUEL, "1. Check the pumps", FERRY + " Again.", "2. Count the boats", FUEL + " Again.", FERRY
    )
    assert [headings[line] for line in ("1. Check the pumps", "2. Count the boats")] == ["heading"] * 2
    items = kinds(FERRY, FUEL, "1. Check the pumps", "2. " + FERRY, "3. " + FUEL)
    assert [kind for line, kind in items.items() if line[0].isdigit()] == ["list_item"] * 3


def test_a_dash_before_speech_stays_and_is_no_bullet() -> None:
    said = [
        "– Det brenner i maskinrommet, sa kaptein Hale til Skarrow Tidende.",
        "- Ojciec zapisywał tak samo - mówi Ruth Adair.",
        "— Quase nada, só a bomba — diz Tom Hale.",
    ]
    article = read("\n\n".join([HEAD, FERRY, *said, FUEL])).article
    assert [block.text for block in article.body if isinstance(block, Paragraph)][1:4] == said
    alone = "– With reports from Port Ellory"
    assert kinds(FERRY, FUEL, alone, FERRY + " Again.")[alone] == "body"


def test_dashes_before_lines_in_a_row_that_are_no_sentences_are_bullets() -> None:
    article = read(
        "\n\n".join([HEAD, FERRY, "- two pumps", "– a mile of rope;", "— and a lamp.", FUEL])
    ).article
    items = [block.text for block in article.body if isinstance(block, ListItem)]
    assert items == ["two pumps", "a mile of rope;", "and a lamp."]


def test_lines_numbered_with_a_nought_one_below_the_other_are_a_list() -> None:
    songs = "01 Barn\n02 Windbreak\n03 The Maid of Skarrow"
    menu = "Share\n\nShare on Facebook\n\nSubscribe\n\nSign in"
    lines = read(
        "\n\n".join([f"{HEAD}\n{MENU}{FERRY}", *[FERRY, FUEL] * 10, menu, songs, menu, "01 Pier"])
    ).lines
    assert [line.kind for line in lines if line.text in songs.split("\n")] == ["list_item"] * 3
    assert lines[-1].kind != "list_item"
