"""Who of several names on a page are the authors, and where the page names them again."""

import pytest

from tests.reading_made import FERRY, FUEL, HEAD, read


def test_a_name_right_below_a_led_byline_is_another_author_unless_the_article_is_about_it() -> None:
    assert read(f"{HEAD}\nBy Emma Aldous\n\nTom Birk\n\n{FERRY}\n\n{FUEL}").article.authors == (
        "Emma Aldous",
        "Tom Birk",
    )
    told = FUEL.replace("the line said", "said Tom Birk of the line")
    assert read(f"{HEAD}\nBy Emma Aldous\n\nTom Birk\n\n{FERRY}\n\n{told}").article.authors == (
        "Emma Aldous",
    )


def test_a_name_in_a_long_paragraph_is_spoken_of() -> None:
    long = f"{FUEL} {FERRY} Tom Birk, who was on board, had seen smoke come from the engine room. {FUEL}"
    assert read(f"{HEAD}\nTom Birk\n\n{FERRY}\n\n{long}").article.authors == ()


def test_a_sentence_that_names_somebody_and_ends_in_a_day_is_no_dateline() -> None:
    line = "A reader of ours, Joyce Aldous, put up a picture of the engine on Dec. 29."
    (found,) = [row for row in read(f"{HEAD}\n{line}\n\n{FERRY}\n\n{FUEL}").lines if row.text == line]
    assert found.kind == "body"


@pytest.mark.parametrize("again", ["Emma Aldous", "Emma Aldous and Tom Birk", "By Tom Birk"])
def test_authors_named_again_late_in_the_text_are_no_text(again: str) -> None:
    text = "\n\n".join([FERRY, FUEL] * 4)
    reading = read(f"{HEAD}\nBy Emma Aldous and Tom Birk\n\n{text}\n\n{again}\n\n{FERRY}")
    kinds = [line.kind for line in reading.lines if line.text == again]
    assert kinds == ["byline"]


def test_an_author_who_speaks_next_is_text() -> None:
    text = "\n\n".join([FERRY, FUEL] * 4)
    reading = read(f"{HEAD}\nBy Emma Aldous\n\n{text}\n\nEmma Aldous:\n\n{FERRY}")
    assert [line.kind for line in reading.lines if line.text == "Emma Aldous:"] == ["heading"]


def test_what_stands_below_an_author_s_name_and_holds_a_post_is_a_note() -> None:
    text = "\n\n".join([FERRY, FUEL] * 4)
    note = "Studied the tides in Harwell. Reporter for harbours and ferries."
    reading = read(f"{HEAD}\nBy Emma Aldous\n\n{text}\n\nEmma Aldous\n\n{note}")
    assert [line.kind for line in reading.lines if line.text == note] == ["furniture"]


@pytest.mark.parametrize("line", ["By Correspondent", "by HarwellWeb"])
def test_one_word_behind_by_signs_beside_the_date(line: str) -> None:
    text = f"{HEAD}\n{line}\n\n30 December 2023\n\n{FERRY}\n\n{FUEL}"
    assert read(text).article.authors == (line.split()[1],)
    assert read(f"{HEAD}\nAuthor Bio\n\n30 December 2023\n\n{FERRY}").article.authors == ()


def test_a_person_goes_with_a_newsroom_that_is_led() -> None:
    text = f"{HEAD}\nEmma Aldous\n\n30 December 2023\n\nPor Redacción LA\n\n{FERRY}\n\n{FUEL}"
    assert read(text).article.authors == ("Emma Aldous", "Redacción LA")


def test_a_place_line_beside_a_date_names_no_author() -> None:
    text = f"{HEAD}\nEmma Aldous\n\nNEW SKARROW.- 30 December 2023, 7:35 am\n\n{FERRY}\n\n{FUEL}"
    assert read(text).article.authors == ("Emma Aldous",)
