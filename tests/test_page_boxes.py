"""What is left of the page's boxes once its other lines are told: lines beside known ones and between them."""

import pytest

from generator.rulebook import table
from tests.reading_made import FERRY, FUEL, HEAD, read

TEXT = "\n\n".join([FERRY, FUEL] * 5)
LONG = f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


def kind_of(line: str, above: str, below: str, text: str = LONG) -> tuple[str, str]:
    """The kind of a line between two others amid the text, and the rule that gave it."""
    reading = read(f"{HEAD}\n{text}\n\n{above}\n\n{line}\n\n{below}\n\n{text}")
    (found,) = [row for row in reading.lines if row.text == line]
    return found.kind, found.rule


@pytest.mark.parametrize("row", table("reader_words").values(), ids=str)
def test_a_line_to_the_reader_between_two_known_lines_is_of_their_box(row: dict[str, str]) -> None:
    line = f"{row['example']}, of which there is so much that one may tell?"
    assert kind_of(line, "Advertisement", "Share")[0] == "furniture"
    assert kind_of(line, FERRY, "Share")[0] != "furniture"
    assert kind_of(f"“{line}”", "Advertisement", "Share")[0] != "furniture"


def test_the_page_speaks_of_itself_between_two_of_its_lines() -> None:
    line = "Our weekly newsletter tells of harbours and of ferries, and of all who sail in them and of what they carry."
    assert kind_of(line, "Advertisement", "Share") == (
        "furniture",
        "the page speaks of itself between two of its lines",
    )
    assert kind_of(line.replace("Our weekly newsletter", "A book"), "Advertisement", "Share")[0] == "body"


def test_a_short_line_between_two_of_the_page_is_of_it_and_a_sentence_is_not() -> None:
    assert kind_of("Harbour news of Skarrow", "Advertisement", "Share")[0] == "furniture"
    assert kind_of("Nobody was hurt in it.", "Advertisement", "Share")[0] == "body"


def test_a_line_joined_to_a_known_one_is_of_it() -> None:
    reading = read(f"{HEAD}\n{LONG}\n\nAdvertisement\nHarbour news of Skarrow\n\n{LONG}")
    (found,) = [row for row in reading.lines if row.text == "Harbour news of Skarrow"]
    assert (found.kind, found.rule) == ("furniture", "it is joined to a known line of the page")


def test_on_a_page_of_few_lines_they_stay() -> None:
    assert (
        kind_of("Harbour news of Skarrow", "Advertisement", "Share", f"{FERRY}\n\n{FUEL}")[0] != "furniture"
    )
