"""Notes on the author below the text are told from the text."""

import pytest

from generator.rulebook import table
from tests.reading_made import FERRY, FUEL, HEAD, read

NAMES = table("names")
TEXT = "\n\n".join([FERRY, FUEL] * 3)


def kinds_below(*lines: str, above: str = "By Emma Aldous") -> list[str]:
    found = read("\n\n".join([HEAD + above, TEXT, *lines])).lines
    return [line.kind for line in found[-len(lines) :]]


@pytest.mark.parametrize("word", NAMES["told of"]["words"])
def test_a_note_tells_what_the_author_does(word: str) -> None:
    assert kinds_below(f"Emma Aldous {word} at the Courier, a staff writer for the whole of the coast.") == [
        "furniture"
    ]


@pytest.mark.parametrize("word", NAMES["work"]["words"])
def test_a_note_names_work(word: str) -> None:
    assert kinds_below(f"Emma Aldous is, we hear, {word} something that has to do with the coast.") == [
        "furniture"
    ]


@pytest.mark.parametrize("word", NAMES["pronoun"]["words"])
def test_a_note_goes_on_on_the_next_line(word: str) -> None:
    more = f"{word.capitalize()} may be seen on the quay on most days of the week."
    assert kinds_below(NAMES["told of"]["example"], more) == ["furniture", "furniture"]
    assert kinds_below(more)[-1] != "furniture"


@pytest.mark.parametrize(
    "note",
    [
        NAMES["told of"]["example"],
        NAMES["work"]["example"],
        "Emma is the Courier's night editor and lives on the quay.",
        "Aldous is the author of three books on the coast.",
        "Emma Aldous can be reached at emma.aldous@courier.example.",
        "Contact Emma Aldous at (555) 224-2130 or emma.aldous@courier.example.",
        "—Staff writer Emma Aldous can be reached at emma.aldous@courier.example",
        "Aldous: 555-932-8746; Twitter: @emmaaldous",
        "newsroom@courier.example, 555-932-8746",
    ],
)
def test_a_note_calls_the_author_by_the_whole_name_or_a_part(note: str) -> None:
    assert kinds_below(note) == ["furniture"]


def test_a_post_below_the_authors_name_is_a_note() -> None:
    assert kinds_below("Emma Aldous", "Reporter of the Courier for fifteen years, at sea and on land.") == [
        "byline",
        "furniture",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tom Birk is a staff writer for a paper that has not been seen since.",
        "Emma Aldous was first on board and last on land, as the crew have it now.",
        "A reporter of the Courier was on board as the ferry turned back on Saturday.",
    ],
)
def test_what_is_said_of_others_or_of_no_work_stays_text(line: str) -> None:
    assert kinds_below(line) == ["body"]


def test_what_the_text_says_of_its_author_in_its_first_half_stays_text() -> None:
    line = "Emma Aldous is a staff writer for the Courier and was on board of the ferry on Saturday."
    found = read(f"{HEAD}By Emma Aldous\n\n{FERRY}\n\n{line}\n\n{TEXT}").lines
    assert [row.kind for row in found if row.text == line] == ["body"]


def test_a_newsroom_has_no_note() -> None:
    line = "Courier Newsroom is a staff of nine writers and an editor who lives on the quay of Skarrow."
    assert kinds_below(line, above="By Courier Newsroom") == ["body"]
