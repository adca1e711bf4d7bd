"""The standfirst, headings, lists and speech: what the lines of the text itself are."""

import pytest

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


def test_a_standfirst_may_be_of_two_lines_and_more_are_a_list() -> None:
    lines = [
        "The line says that nobody was hurt when a pump caught fire",
        "Skarrow council wants to know why the alarm came so late",
        "Two further boats of the line stay in harbour until Monday",
    ]
    two = read("\n\n".join([f"{HEAD}\n{MENU}{lines[0]}", lines[1], BELOW, FERRY, FUEL]))
    assert [line.kind for line in two.lines if line.text in lines] == ["body", "body"]
    assert two.article.summary == " ".join(lines[:2])
    three = read("\n\n".join([f"{HEAD}\n{MENU}{lines[0]}", *lines[1:], BELOW, FERRY, FUEL]))
    assert not any("standfirst" in line.rule for line in three.lines)


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
