"""Pictures: alternative text, caption and credit told apart."""

import pytest

from generator.model import Picture
from generator.pictures import is_credit, make_picture, split_credit


@pytest.mark.parametrize(
    ("alt", "lines", "picture"),
    [
        ("A quay", ["A quay. Picture: Alamy"], Picture("A quay", "A quay.", "Alamy")),
        ("A quay", ["The quay", "Foto: Jana Möller"], Picture("A quay", "The quay", "Jana Möller")),
        ("", ["The quay (Photo by Lew Sandys)"], Picture("", "The quay", "Lew Sandys")),
        ("", ["The quay after the stormCredit: EPA"], Picture("", "The quay after the storm", "EPA")),
        ("", ["The quay © Lew Sandys"], Picture("", "The quay", "Lew Sandys")),
        ("", ["The quay. Lew Sandys/Getty Images"], Picture("", "The quay.", "Lew Sandys/Getty Images")),
        ("", ["The quay", "Foto:", "Udo Falk"], Picture("", "The quay", "Udo Falk")),
        ("", ["The quay [Getty]"], Picture("", "The quay", "Getty")),
        ("", ["Image copyright Lew Sandys", "Image caption The quay"], Picture("", "The quay", "Lew Sandys")),
    ],
)
def test_alt_caption_and_credit_are_told_apart(alt: str, lines: list[str], picture: Picture) -> None:
    assert make_picture(alt, lines) == picture


@pytest.mark.parametrize(
    "line",
    [
        "The AP said so.",
        "He has a picture of the quay.",
        "Bilder des Hafens gab es keine.",
        "Photo albums burn.",
        "Still, the board read her article:",
        "FOTOS: Así quedó el muelle después de la tormenta",
    ],
)
def test_sentences_are_no_credits(line: str) -> None:
    assert not is_credit(line)
    assert split_credit(line) == (line, "")
