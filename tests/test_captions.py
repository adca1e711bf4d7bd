"""Pictures: alternative text, caption and credit told apart."""

import pytest

from generator.characters import fold
from generator.credits import (
    is_right,
    is_sort,
    without_button,
)
from generator.model import Picture, Reading
from generator.pictures import (
    as_written,
    is_above,
    is_alternative,
    is_file_name,
    is_marked,
    make_picture,
    places,
)
from generator.rulebook import table
from tests.reading_made import FERRY, FUEL, HEAD, QUAY, pictures, read

CREDITS = table("credits")


@pytest.mark.parametrize("row", CREDITS["sort"], ids=str)
def test_a_line_that_says_what_sort_of_picture_it_is_is_a_caption(row: list[str]) -> None:
    assert is_sort(row[1])
    assert pictures(f"({row[1]})") == [Picture("", f"({row[1]})", "")]


@pytest.mark.parametrize("row", CREDITS["alt"], ids=str)
def test_an_alternative_text_is_told_by_its_words(row: list[str]) -> None:
    assert is_alternative(row[1])
    assert pictures(row[1]) == [Picture(row[1], "", "")]
    assert pictures(f"{row[1]}\n{QUAY}.") == [Picture(row[1], f"{QUAY}.", "")]


def test_words_around_a_caption_are_told_from_it() -> None:
    assert [row[1] for row in CREDITS["mark"] if not is_marked(row[1])] == []
    assert [row[1] for row in CREDITS["above"] if not is_above(fold(row[1]))] == []
    assert [without_button(f"The quay {row[1]}") for row in CREDITS["button"]] == ["The quay"] * len(
        CREDITS["button"]
    )
    assert [row[1] for row in CREDITS["place"] if not places(row[1])] == []


@pytest.mark.parametrize(
    ("alt", "lines", "picture"),
    [
        ("A quay", ["A quay. Picture: Alamy"], Picture("A quay", "A quay.", "Alamy")),
        ("A quay", ["The quay", "Foto: Jana Möller"], Picture("A quay", "The quay", "Jana Möller")),
        ("", ["The quay (Photo by Lew Sandys)"], Picture("", "The quay", "Lew Sandys")),
        ("", ["The quay after the stormCredit: EPA"], Picture("", "The quay after the storm", "EPA")),
        ("", ["The quay © Lew Sandys"], Picture("", "The quay", "Lew Sandys")),
        ("", ["The quay. Lew Sandys/Getty Images"], Picture("", "The quay.", "Lew Sandys/Getty Images")),
        ("", ["The quay. Quelle: Hafenamt"], Picture("", "The quay.", "Hafenamt")),
        (
            "",
            ["The quay (Ines Falk / The Skarrow Courier)"],
            Picture("", "The quay", "Ines Falk / The Skarrow Courier"),
        ),
        ("", ["The quay in New York.Reuters"], Picture("", "The quay in New York.", "Reuters")),
        ("", ["The quay (Foto: privat)"], Picture("", "The quay", "privat")),
        ("", ["The quay at dusk ... more"], Picture("", "The quay at dusk", "")),
        ("", ["暴风雨后的码头（图：新华社）"], Picture("", "暴风雨后的码头", "新华社")),
        ("", ["The quay", "Foto:", "Udo Falk"], Picture("", "The quay", "Udo Falk")),
        ("", ["The quay (Courier News: Lew Sandys)"], Picture("", "The quay", "Courier News: Lew Sandys")),
        (
            "",
            ["The quay (Lew Sandys, courier.com)"],
            Picture("", "The quay", "Lew Sandys, courier.com"),
        ),
        ("", ["The quay (HAFEN, Foto: Udo Falk)"], Picture("", "The quay", "HAFEN, Foto: Udo Falk")),
        ("", ["Image: The quay is closed until May"], Picture("", "The quay is closed until May", "")),
        ("", ["The quay [Getty]"], Picture("", "The quay", "Getty")),
        ("", ["Image copyright Lew Sandys", "Image caption The quay"], Picture("", "The quay", "Lew Sandys")),
    ],
)
def test_alt_caption_and_credit_are_told_apart(alt: str, lines: list[str], picture: Picture) -> None:
    assert make_picture(alt, lines) == picture


@pytest.mark.parametrize(
    ("lines", "picture"),
    [
        (
            f"{QUAY}. Photo: Lew Sandys\n\n{QUAY}.\n\n© Lew Sandys",
            Picture(f"{QUAY}. Photo: Lew Sandys", f"{QUAY}.", "Lew Sandys"),
        ),
        (f"{QUAY}.\n\nBild: Udo Falk\n\n{QUAY}.", Picture(f"{QUAY}.", f"{QUAY}.", "Udo Falk")),
        (
            f"{QUAY} at dusk. less\n\n{QUAY} ... more\n\nPhoto: Lew Sandys, AP",
            Picture("", f"{QUAY} at dusk.", "Lew Sandys, AP"),
        ),
        (f"Image\n{QUAY}.", Picture("", f"{QUAY}.", "")),
        ("Ampliar imagen\nInes Falk en el muelle", Picture("", "Ines Falk en el muelle", "")),
        (f"{QUAY[:30]}\n{QUAY}.\n\n(Image: © Lew Sandys)", Picture(QUAY[:30], f"{QUAY}.", "Lew Sandys")),
        (
            f"quay-at-dusk-0142\n\n{QUAY}.\n\nHARBOUR BOARD/CONTRIBUTED IMAGE",
            Picture("quay-at-dusk-0142", f"{QUAY}.", "HARBOUR BOARD/CONTRIBUTED IMAGE"),
        ),
        (
            f"A map of Thornsea quay.\n{QUAY}.\nHarbour Board",
            Picture("A map of Thornsea quay.", f"{QUAY}.", "Harbour Board"),
        ),
        (
            "Ferry\nFerry at the quay, Dec. 22, 2023.\nImage: Lew Sandys",
            Picture("Ferry", "Ferry at the quay, Dec. 22, 2023.", "Lew Sandys"),
        ),
        ("By Lew Sandys/Getty Images.", Picture("", "", "Lew Sandys/Getty Images")),
        (
            f"{QUAY} on Friday.\nLew Sandys lsandys@courier.example",
            Picture("", f"{QUAY} on Friday.", "Lew Sandys lsandys@courier.example"),
        ),
        (f"{QUAY}. TOM BIRK, COURIER NEWS", Picture("", f"{QUAY}.", "TOM BIRK, COURIER NEWS")),
        (
            f"{QUAY} on December 22, 2023. CITYNEWS/Lew Sandys",
            Picture("", f"{QUAY} on December 22, 2023.", "CITYNEWS/Lew Sandys"),
        ),
        (
            f"{QUAY}.\n{QUAY}.\nLew Sandys/Skarrowfoto",
            Picture(f"{QUAY}.", f"{QUAY}.", "Lew Sandys/Skarrowfoto"),
        ),
        (
            "Harbour master Ines Falk (far left) and her crew wait for the tide.",
            Picture("", "Harbour master Ines Falk (far left) and her crew wait for the tide.", ""),
        ),
        (
            f"{QUAY}, with Ines Falk, left, on board.\n\nLew Sandys | Getty Images",
            Picture("", f"{QUAY}, with Ines Falk, left, on board.", "Lew Sandys | Getty Images"),
        ),
        (
            f"{QUAY} on Saturday, Dec. 30, 2023.\n\nLew Sandys | Bloomberg | Getty Images",
            Picture("", f"{QUAY} on Saturday, Dec. 30, 2023.", "Lew Sandys | Bloomberg | Getty Images"),
        ),
        (f"fishing boats\n\n{QUAY} (Image: Getty)", Picture("fishing boats", QUAY, "Getty")),
        (f"{QUAY} (file photo)", Picture("", f"{QUAY} (file photo)", "")),
        ("Image: The quay is closed until May", Picture("", "The quay is closed until May", "")),
        (f"{QUAY}.\n\n{QUAY}. Lew Sandys", Picture(f"{QUAY}.", f"{QUAY}. Lew Sandys", "")),
        (f"{QUAY[:30]}\n\n" * 2, Picture(QUAY[:30], QUAY[:30], "")),
        ("IMG_2213", Picture("IMG_2213", "", "")),
        (
            "港口在冬季风暴过后留下的石码头和渔船（25/6/2012）\n风暴后的石码头已于六月修复。",
            Picture("港口在冬季风暴过后留下的石码头和渔船（25/6/2012）", "风暴后的石码头已于六月修复。", ""),
        ),
    ],
)
def test_the_lines_of_a_picture_are_found_together(lines: str, picture: Picture) -> None:
    assert pictures(lines) == [picture]


@pytest.mark.parametrize(
    "lines",
    [
        "The quay\nThe quay was built of stone in 1840 and has been mended after each of the nine storms since, "
        "the last of them so bad that the harbour board met at night by lamplight, as it had not done since the war.",
        "The harbour board turned to the left, right, and centre of the hall for its answer.",
        "Montage: Reifen schlauchlos montieren",
        "The old man looked out\nover the sea and said\nno word of the storm",
    ],
)
def test_text_is_no_picture(lines: str) -> None:
    assert pictures(lines) == []


def test_a_caption_that_stands_twice_is_told_once() -> None:
    assert as_written([QUAY, f"{QUAY} (Image: Alamy)"]) == (QUAY, "Image: Alamy")


def before_text(lines: str) -> Reading:
    """The reading of an article that has these lines below its date."""
    return read(
        f"{HEAD}\nBy Emma Aldous\n\n30 December 2023, 15:48\n\nShare\n\n{lines}\n\n{FERRY}\n\n{FUEL}\n\n{FERRY}"
    )


@pytest.mark.parametrize(
    ("lines", "picture"),
    [
        ("The board on the quay.\n\nPhoto: Lew Sandys", Picture("", "The board on the quay.", "Lew Sandys")),
        (
            "Boats at Thornsea\n\nThe boats of the line wait.\n\n© Udo Falk",
            Picture("Boats at Thornsea", "The boats of the line wait.", "Udo Falk"),
        ),
        (f"{QUAY} (Emma Sandys)", Picture("", QUAY, "Emma Sandys")),
        (f"{QUAY}. - Emma Sandys.", Picture("", f"{QUAY}.", "Emma Sandys")),
        (f"{QUAY}.Lew Sandys", Picture("", f"{QUAY}.", "Lew Sandys")),
        ("(Ansa)", Picture("", "", "Ansa")),
        ("Emma Sandys / Harbour Weekly", Picture("", "", "Emma Sandys / Harbour Weekly")),
        (
            f"{QUAY}.\nEmma Sandys | Harbour Weekly",
            Picture("", f"{QUAY}.", "Emma Sandys | Harbour Weekly"),
        ),
    ],
)
def test_before_the_text_a_credit_need_not_be_known(lines: str, picture: Picture) -> None:
    article = before_text(lines).article
    assert [block for block in article.body if isinstance(block, Picture)] == [picture]
    assert article.authors == ("Emma Aldous",)


def test_in_the_text_a_paragraph_above_a_credit_is_no_caption() -> None:
    assert pictures("The board on the quay met.\n\nPhoto: Lew Sandys") == [Picture("", "", "Lew Sandys")]
    promotion = before_text("Sign up for our free newsletter every day\n\nPhoto: Lew Sandys").article.body
    assert [block for block in promotion if isinstance(block, Picture)] == [Picture("", "", "Lew Sandys")]


def test_in_the_text_a_line_below_a_mark_and_above_a_credit_is_a_caption() -> None:
    reading = read(
        f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{FERRY}\n\nCaption\n\nThe board met.\n\nPhoto: Lew Sandys\n\n{FUEL}"
    )
    assert Picture("", "The board met.", "Lew Sandys") in reading.article.body
    assert [line.kind for line in reading.lines if line.text == "Caption"] == ["furniture"]


def test_below_a_standfirst_a_line_above_a_credit_is_a_caption() -> None:
    title = HEAD.strip().removeprefix("date 2023-12-30 ")
    text = f"{HEAD}\n{title}\n\n{FERRY}\n\nThe boats of the line.\n\nPhoto: Lew Sandys"
    byline = "By Emma Aldous\n\n30 December 2023, 15:48"
    assert (
        Picture("", "The boats of the line.", "Lew Sandys")
        in read(f"{text}\n\n{byline}\n\n{FUEL}\n\n{FERRY}").article.body
    )
    assert Picture("", "", "Lew Sandys") in read(f"{text}\n\n{FUEL}\n\n{FERRY}").article.body


@pytest.mark.parametrize("row", CREDITS["company"], ids=str)
def test_the_copyright_of_a_company_behind_the_text_is_the_pages(row: list[str]) -> None:
    assert is_right(row[1])
    lines = read(f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{row[1]}").lines
    assert lines[-1].kind == "furniture"
    assert not is_right("© Lew Sandys")
    assert not is_right("The harbour of Port Ellory Ltd")


def test_a_place_line_below_a_headline_is_no_caption() -> None:
    title = "Old ferry line breaks record for most passengers"
    box = f"{title}\nMay 29 (UPI) -- The old ferry line broke the record for most passengers."
    assert pictures(box) == []


def test_a_standfirst_right_below_the_headline_is_no_caption() -> None:
    title = HEAD.strip().removeprefix("date 2023-12-30 ")
    reading = read(
        f"{HEAD}\n{title}\n\nThe line had no second pump.\n\nPhoto: Lew Sandys\n\n{FERRY}\n\n{FUEL}"
    )
    assert Picture("", "", "Lew Sandys") in reading.article.body


@pytest.mark.parametrize("line", ["30 December 2023, 15:48 Uhr", "Emma Aldous, Harbour Weekly staff"])
def test_a_date_or_byline_that_stands_twice_is_no_picture(line: str) -> None:
    body = read(f"{HEAD}\n{line}\n\n{line}\n\n{FERRY}\n\n{FUEL}").article.body
    assert not any(isinstance(block, Picture) for block in body)


@pytest.mark.parametrize("signature", ["(APA, 21.5.2023)", "© hil/hafenblatt.de", "AFP"])
def test_a_signature_behind_a_paragraph_is_no_credit_also_where_more_is_below(signature: str) -> None:
    words = (
        "The board of the line meets again on Monday. Until then the ferry will not sail, the harbour master of Port "
        "Ellory said."
    )
    body = read(
        f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{words} {signature}\n\ngr/lll of the line at the quay"
    ).article.body
    assert not any(isinstance(block, Picture) for block in body)


def test_a_source_behind_the_last_paragraph_is_that_of_the_text() -> None:
    words = "The board of the line meets again on Monday, and the ferry will not sail before that day."
    for last in (f"{words} (Quelle: dpa)", f"{words} Fuente: EFE", f"{words} (AFP)"):
        body = read(f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{last}").article.body
        assert not any(isinstance(block, Picture) for block in body)


def test_an_agency_that_signs_the_text_is_no_credit() -> None:
    for text in (
        f"{FERRY}\n\n{FUEL}\n\nFMW/Bloomberg",
        f"Associated Press\n\n30 December 2023, 15:48\n\n{FERRY}",
    ):
        assert not any(isinstance(block, Picture) for block in read(f"{HEAD}\n{text}").article.body)


def test_headlines_that_a_list_behind_the_text_has_twice_are_no_pictures() -> None:
    box = "\n\n".join(
        f"{title}\n{title}"
        for title in (
            QUAY,
            "Lighthouse lamp goes dark",
            "Ferry line buys two ships",
            "Harbour board meets again",
        )
    )
    text = f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{FERRY}\n\nMost read\n\n{box}"
    assert not any(isinstance(block, Picture) for block in read(text).article.body)


def test_file_names_are_told_from_words() -> None:
    for name in (
        "quay.jpg",
        "quay-at-dusk",
        "0142_12_quay",
        "IMG_0142.JPG",
        "quay-1160x768.webp 2x",
        "IMG_2213",
        "Dec30_16_1170",
    ):
        assert is_file_name(name), name
    for words in ("ferry-building", "Quay at dusk", "Paris-Nice", "covid", "Boeing737-800", "A-4721"):
        assert not is_file_name(words), words


def test_what_is_too_long_for_a_caption_is_text_however_often_it_stands() -> None:
    line = "The board met again at the quay" + " " * 5000 + "and closed it. less"
    assert pictures(f"{line}\n\n{line}\n\n{line}") == []


def test_a_paragraph_that_begins_with_the_words_of_an_alternative_text_is_text() -> None:
    alt = "Thornsea Harbour Medical Centre"
    paragraph = f"{alt} found a note on two of its servers last week. {FERRY}"
    kinds = {
        line.text: line.kind
        for line in read(f"{HEAD}\n{alt}\n\nPhoto: Lew Sandys\n\n{paragraph}\n\n{FUEL}").lines
    }
    assert kinds[paragraph] == "body"
