"""Who wrote an article: the forms of bylines and signatures, and what only looks like one."""

import pytest

from generator.byline import read_byline
from tests.reading_made import FERRY, FUEL, HEAD, read


@pytest.mark.parametrize(
    ("line", "names", "roles", "agency"),
    [
        ("By Meg HarlanStaff Writer", ("Meg Harlan",), (("Meg Harlan", "Staff Writer"),), ""),
        ("ByMeg Harlan", ("Meg Harlan",), (), ""),
        ("By Dan GarberTIDEBusiness", ("Dan Garber",), (("Dan Garber", "TIDEBusiness"),), ""),
        ("BY SARAH BIRCH / STAFF WRITER", ("Sarah Birch",), (("Sarah Birch", "STAFF WRITER"),), ""),
        ("By Emma Aldous, Tom Birk and Ines Falk", ("Emma Aldous", "Tom Birk", "Ines Falk"), (), ""),
        ("Von Jana Möller und Udo Falk", ("Jana Möller", "Udo Falk"), (), ""),
        ("Le Courrier | Par Lucie Ferrand", ("Lucie Ferrand",), (), ""),
        ("Emma Aldous @emmaldous", ("Emma Aldous",), (), ""),
        ("Emma Aldous emma.aldous@courier.example", ("Emma Aldous",), (), ""),
        ("By Neil MacTavish", ("Neil MacTavish",), (), ""),
        ("By Emma Aldous, Reuters", ("Emma Aldous",), (), "Reuters"),
        ("dpa", (), (), "dpa"),
        ("The quay was closed.", (), (), ""),
    ],
)
def test_bylines_give_names_roles_and_agency(
    line: str, names: tuple[str, ...], roles: tuple[tuple[str, str], ...], agency: str
) -> None:
    found = read_byline(line)
    assert (found.names, found.roles, found.agency) == (names, roles, agency)


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ("Emma Aldous\n\n30 December 2023, 15:48", ("Emma Aldous",)),
        ("Pennavar, Courier News Bureau | Updated: 30 December 2023, 09:01 AM", ("Courier News Bureau",)),
        ("Emma Aldous @emmaaldous", ("Emma Aldous",)),
        ("By\n\nEmma Aldous\n\nPort Ellory 1 Saltrey Town 1 (Saltrey win on penalties)", ("Emma Aldous",)),
        ("By Emma Aldous in Port Ellory", ("Emma Aldous",)),
        ("Von Jana Möller aus Kiel", ("Jana Möller",)),
        ("Par Lucie Ferrand, à Nantes", ("Lucie Ferrand",)),
        ("By Emma Aldous\n\nRelated reports\n\nA harbour under stones\n\nBy Tom Birk", ("Emma Aldous",)),
        ("Skarrow Ferry\n\n30 December 2023", ()),
        ("By\n\nEmma Aldous\n\nand\n\nTom Birk", ("Emma Aldous", "Tom Birk")),
    ],
)
def test_only_who_wrote_is_an_author(above: str, authors: tuple[str, ...]) -> None:
    assert read(f"{HEAD}\n{above}\n\n{FERRY}\n\n{FUEL}").article.authors == authors


def test_who_signs_a_message_in_the_text_is_no_author() -> None:
    message = "Glad to hear that all are safe on land!\n\n— Emma Aldous (@emmaaldous) December 30, 2023"
    assert read(f"{HEAD}\n{FERRY}\n\n{message}\n\n{FUEL}\n\n{FERRY}").article.authors == ()
