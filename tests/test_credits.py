"""Credits: who made a picture, told from words and parted from a caption."""

import re

import pytest

from generator.credit_forms import forms
from generator.credits import bare_credit, is_credit, is_source, split_credit
from generator.houses import is_agency, names_library
from generator.rulebook import table
from generator.telling import choices, ways

CREDITS = table("credits")


@pytest.mark.parametrize("row", CREDITS["label"] + CREDITS["library"] + CREDITS["agency"], ids=str)
def test_every_form_of_a_credit_is_read(row: list[str]) -> None:
    assert is_credit(row[1])
    assert split_credit(f"The quay after the storm ({row[1]})") == ("The quay after the storm", row[1])
    assert split_credit(f"The quay after the storm. {row[1]}") == ("The quay after the storm.", row[1])


@pytest.mark.parametrize("row", CREDITS["library"] + CREDITS["agency"], ids=str)
def test_every_name_of_a_house_is_told_by_one_of_its_words(row: list[str]) -> None:
    for way in [way for choice in choices(row[0]) for way in ways(choice)]:
        written = re.sub(r"\[\\w\.-\]\+|\\w\+", "quay", way.replace(r"\d", "4").replace(r"\.", "."))
        assert forms().known.fullmatch(written), written
        for framed in (written, f"({written.upper()}", f"Lew Sandys/{written}.com"):
            assert forms().telling.may_fit(framed.lower()), framed
    assert not forms().telling.may_fit("the quay after the storm")


@pytest.mark.parametrize("row", CREDITS["source"], ids=str)
def test_a_source_is_a_credit_behind_a_caption_alone(row: list[str]) -> None:
    assert is_source(row[1])
    assert not is_credit(row[1])
    assert split_credit(f"The quay after the storm. {row[1]}") == ("The quay after the storm.", row[1])


@pytest.mark.parametrize("row", CREDITS["nobody"], ids=str)
def test_a_label_may_announce_nobody(row: list[str]) -> None:
    assert is_credit(row[1])


@pytest.mark.parametrize(
    "line",
    [
        "CreditLew Sandys for The New York Times",
        "Credit...Lew Sandys for The New York Times",
        "Photograph: Lew Sandys/The Guardian",
        "(ABC News: Lew Sandys)",
        "AAP: Lew Sandys",
        "JEAN ROUX / AFP",
        "Photo Jean Roux / Ouest-France",
        "picture alliance/dpa/dpa-Zentralbild | Udo Falk",
        "Marcelo Camargo/Agência Brasil",
        "THE CANADIAN PRESS/Lew Sandys",
        "Lew Sandys for NPR",
        "Foto: Anders Wiklund/TT",
        "Фото: РИА Новости",
        "写真：共同通信",
        "صورة: رويترز",
        "Lew Sandys/STUFF",
        "STUFF/Lew Sandys",
        "Lew Sandys for STAT",
        "Lew Sandys/Thornsea.ie",
        "hafen.at/Udo Falk",
        "Rita Sobral - Lusa",
        "/Jan Kowal /Agencja FORUM",
        "Lucie Ferrand pour La Croix",
        "Foto EDH / Marta Olmedo",
        "Foto Prensa Libre: Cortesía",
        "Foto: DPA/Pressestelle hafen",
        "(Bild: hafen.tirol)",
        "Courier illustration; Getty",
        "Photo courtesy of the Harwell Museum",
        "Photo by Lew Sandys, lsandys@courier.com",
    ],
)
def test_credits_of_many_houses_are_read(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize("row", CREDITS["staff"], ids=str)
def test_a_post_of_those_who_make_pictures_stands_for_a_house(row: list[str]) -> None:
    assert is_credit(row[1])
    assert is_credit("Lew Sandys/Staff")
    assert not is_credit("Lew Sandys / Staff Writer")


@pytest.mark.parametrize(
    ("credit", "between"),
    [
        ("Lew Sandys/AFP via Getty Images", " | "),
        ("Lew Sandys, AP", " — "),
        ("EFE", " / "),
        ("Fot. Jan Kowal", " / "),
        ("Фото: ТАСС", " / "),
        ("Lew Sandys/The Guardian", ". "),
        ("Lucie Ferrand / 20 Minutes", ". - "),
        ("Lew Sandys lsandys@courier.com", ". "),
        ("Photo by Lew Sandys, used with permission.", ". "),
    ],
)
def test_a_credit_is_parted_from_its_caption_by_a_mark(credit: str, between: str) -> None:
    assert split_credit(f"The quay after the storm{between}{credit}")[1] == credit
    assert split_credit("Storm closes the harbour - Reuters") == ("Storm closes the harbour - Reuters", "")


@pytest.mark.parametrize("row", CREDITS["house"], ids=str)
def test_a_name_and_a_house_in_brackets_are_a_credit(row: list[str]) -> None:
    assert is_credit(row[1])
    assert not is_credit("(Israel / Frankreich)")


def test_an_agency_has_texts_as_well_and_a_library_has_not() -> None:
    assert is_agency("Associated Press")
    assert not is_agency("Getty Images")
    assert [row[1] for row in CREDITS["library"] if not names_library(row[1])] == []


@pytest.mark.parametrize(
    "line",
    [
        "The AP said so.",
        "He has a picture of the quay.",
        "Bilder des Hafens gab es keine.",
        "Photo albums burn.",
        "Still, the board read her article:",
        "FOTOS: Así quedó el muelle después de la tormenta",
        "Montage: Reifen schlauchlos montieren",
        "Bild: Trump will nach Grönland",
        "Politik/Wirtschaft",
        "Photo gallery",
        "Facebook | Twitter | YouTube |",
        "Photos: A Walk along Thornsea",
        "Harbour Board/Town Council",
        "Bilder des Tages",
        "Credit Suisse",
        "Police: Man Arrested",
        "Archivo: así fue",
        "Es spielen die beiden Besten des Landes (Israel/Frankreich)",
        "Follow the harbour: News | Facebook",
        "Credit cards are of no use at the quay",
        "NASA Opens New Quay for Public Visits",
        "Er sprach mit der Zeitung „Bild“: „Wir bleiben am Kai“",
    ],
)
def test_sentences_are_no_credits(line: str) -> None:
    assert not is_credit(line)
    assert split_credit(line) == (line, "")


def test_a_no_break_space_before_the_maker_is_none_of_the_credit() -> None:
    assert bare_credit("Foto:\u00a0Ines Falk") == "Ines Falk"
    assert bare_credit("©\u00a0 Reuters / Ines Falk") == "Reuters / Ines Falk"


@pytest.mark.parametrize("length", range(100, 175))
def test_a_long_caption_keeps_every_space(length: int) -> None:
    words = " ".join(["Linda Crouse stands below the dam"] * 6)[-length:].strip() + "."
    assert split_credit(f"Homeowner {words} Picture: Alamy") == (f"Homeowner {words}", "Picture: Alamy")


def test_a_name_and_an_address_in_brackets_are_a_credit() -> None:
    assert split_credit("A rocket leaves the pad (Emma Aldous | ealdous@courier.example)") == (
        "A rocket leaves the pad",
        "Emma Aldous | ealdous@courier.example",
    )
