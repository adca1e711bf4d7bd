"""The publication's name behind a headline."""

import pytest

from tests.reading_made import FERRY, FUEL, read

FERRIES = "Skarrow ferry turns back after engine fire"


def headline(title: str, *lines: str) -> tuple[str, str | None]:
    text = "\n\n".join([f" date 2023-12-30 {title}", *lines, FERRY, FUEL])
    article = read(text + "\n").article
    return article.title, article.source


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        (" | Harbour Post", "Harbour Post"),
        (" - Local news - Harbour Post", "Harbour Post"),
        (" • The Gull", "The Gull"),
        (" | HP - all that moves the coast today", "all that moves the coast today"),
    ],
)
def test_a_name_is_cut_off_where_the_page_has_the_headline_without_it(behind: str, source: str) -> None:
    assert headline(FERRIES + behind, FERRIES) == (FERRIES, source)


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        (" | harbourpost.example.com", "harbourpost.example.com"),
        (" - Skarrow.de", "Skarrow.de"),
        (" | Education | Harbour Post", "Harbour Post"),
        (" | News | News | THE GULL", "THE GULL"),
        (" • The Gull", "The Gull"),
    ],
)
def test_a_name_that_can_be_nothing_else_is_cut_off(behind: str, source: str) -> None:
    assert headline(FERRIES + behind) == (FERRIES, source)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Ferries: a fire, a pump and 212 people", "Ferries"),
        ("Port Ellory | A winter without a ferry", "Port Ellory"),
        (f"{FERRIES} - Ruth Adair - Gull", FERRIES),
        ("Two boats – one berth – and no harbour master", "Berths"),
        ("Who pays for the pier | and who does not", "Piers"),
    ],
)
def test_a_tag_or_an_author_on_the_page_cuts_no_headline(title: str, line: str) -> None:
    assert headline(title, line) == (title, None)


def test_a_short_name_is_cut_off_where_the_page_has_it_elsewhere() -> None:
    assert headline(f"{FERRIES} - Gull", "Gull") == (FERRIES, "Gull")
    assert headline(f"{FERRIES} - Gull") == (f"{FERRIES} - Gull", None)
