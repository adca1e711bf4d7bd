"""Datelines: which moment is the publication, which the last update, and which lines say neither."""

from datetime import date

import pytest

from generator.dates import moments
from tests.reading_made import FERRY, FUEL, HEAD, read


@pytest.mark.parametrize(
    ("header", "expected"),
    [("2022-05-03", "2022-05-03"), ("2022-03-05", "2022-03-05"), ("2022-05-02", "2022-05-03")],
)
def test_an_ambiguous_slash_date_is_settled_by_the_header(header: str, expected: str) -> None:
    (found,) = moments("03/05/2022", date.fromisoformat(header))
    assert str(found.day) == expected


def test_an_ambiguous_slash_date_far_from_the_header_is_left_out() -> None:
    assert moments("03/05/2022", date(2023, 1, 1)) == []


def test_published_and_updated_are_told_apart() -> None:
    article = read(
        HEAD + "\nUpdated: 31 Dec 2023 9:38 am\n\nPosted: 30 Dec 2023 8:11 pm\n\nText of it."
    ).article
    assert (article.date, article.modified) == ("2023-12-30T20:11", "2023-12-31T09:38")


def test_a_clock_time_of_another_day_is_not_joined_to_the_header() -> None:
    reading = read(
        HEAD + "\nDec 29, 2023, 8:15 pm CST\n\nThe ferry turned back on Saturday after a fire on board."
    )
    assert reading.article.date == "2023-12-30"
    assert reading.article.capture is not None
    assert [line.text for _, lines in reading.article.capture.set_aside for line in lines] == [
        "Dec 29, 2023, 8:15 pm CST"
    ]


def test_the_clock_time_of_a_readers_comment_is_not_that_of_publication() -> None:
    comment = "Leave a comment\n\nMoorhen, 30 December 2023, 20:14\n\nAbout time too."
    text = "\n\n".join([FERRY, FUEL] * 3)
    assert read(f"{HEAD}\n30 December 2023\n\n{text}\n\n{comment}").article.date == "2023-12-30"


def test_no_zone_is_given_that_is_not_stated() -> None:
    assert read(HEAD + "\n30 December 2023, 15:48\n\nText.").article.date == "2023-12-30T15:48"


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("29 December 2023, 11:26 pm EST", "2023-12-30T04:26+00:00", None),
        ("29 December 2023, 11:26 pm", "2023-12-30", None),
        ("29 December 2023, 3:26 pm EST", "2023-12-30", None),
        ("30 December 2023, 11:26 am EST", "2023-12-30T11:26-05:00", None),
        ("Updated 29 December 2023, 11:26 pm EST\n\n10 p.m.", "2023-12-30", None),
        ("Updated 30 December 2023, 11:26", "2023-12-30", "2023-12-30T11:26"),
    ],
)
def test_a_day_off_the_header_is_one_moment_or_none(line: str, published: str, modified: str | None) -> None:
    article = read(f"{HEAD}\n{line}\n\n{FERRY}\n\n{FUEL}").article
    assert article.date == published
    assert modified is None or article.modified == modified


def test_the_times_of_a_chronicle_stay_in_the_text() -> None:
    lines = read(f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n10.15 am\n\nThen {FERRY}\n\nAnd {FUEL}").lines
    assert next(line.kind for line in lines if line.text == "10.15 am") in ("heading", "body")


@pytest.mark.parametrize(
    ("above", "published", "modified"),
    [
        ("Published\n\n30 December 2023\n\nLast updated\n\n31 December 2023", "2023-12-30", "2023-12-31"),
        ("30 December 2023\n\n15:48", "2023-12-30T15:48", None),
        ("15:48", "2023-12-30T15:48", None),
        ("Harbour Today at 6am\n\nPublished Dec 30, 2023 at 3:48 PM", "2023-12-30T15:48", None),
        ("Harbour Today at 6am", "2023-12-30", None),
        ("Updated 29 December 2023\n\n10 p.m.", "2023-12-30", "2023-12-29"),
        ("By Emma AldousDecember 30, 2023", "2023-12-30", None),
        ("Dec 30, 2023 4:29 AMUpdated Dec 30, 2023 5:40 AM", "2023-12-30T04:29", "2023-12-30T05:40"),
        ("12.30.2023 09:00 AM", "2023-12-30T09:00", None),
        ("30 Dec 2023 15:48 IST First Published: 30 Dec 2023 10:00 IST", "2023-12-30T10:00", None),
        ("Publié aujourd'hui à 15h48", "2023-12-30T15:48", None),
        ("30 dicembre 2023 alle 15:48 Aggiornato alle 16:20", "2023-12-30T15:48", "2023-12-30T16:20"),
        ("15:48, 30 DEC 2023Updated 16:20, 31 DEC 2023", "2023-12-30T15:48", "2023-12-31T16:20"),
        ("Dec 30, 2023\n\nRuth Adair\n\nClose\n\nShare\n\nPrint\n\nE-mail\n\n3:48 PM", "2023-12-30T15:48", None),
    ],
)  # fmt: skip
def test_the_lines_above_a_text_give_its_moments_together(
    above: str, published: str, modified: str | None
) -> None:
    article = read(f"{HEAD}\n{above}\n\n{FERRY}\n\n{FUEL}").article
    assert (article.date, article.modified) == (published, modified)


def test_a_clock_time_in_brackets_before_the_dash_that_opens_the_text_is_of_the_publication() -> None:
    for form in ("Harwell Wire (December 30, 2023, 3:48 PM) -- ", "PORT ELLORY (30 Dec. 2023, 15:48) — "):
        for above in ("", "Dec 30, 2023\n\n"):
            assert read(f"{HEAD}\n{above}{form}{FERRY}\n\n{FUEL}").article.date == "2023-12-30T15:48"
    other = f"{HEAD}\nPORT ELLORY (29 Dec. 2023, 15:48) — {FERRY}\n\n{FUEL}"
    assert read(other).article.date == "2023-12-30"


def test_the_one_line_below_the_text_that_says_at_what_time_it_was_posted_gives_the_time() -> None:
    text = "\n\n".join([HEAD, "Saturday, December 30, 2023", *[FERRY, FUEL] * 3])
    assert read(f"{text}\n\nPosted by Ruth Adair at 22:47").article.date == "2023-12-30T22:47"
    comments = "Posted by Ruth Adair at 22:47\n\nPosted by Tom Hale at 23:10"
    assert read(f"{text}\n\n{comments}").article.date == "2023-12-30"


def test_a_dateline_far_below_the_headline_is_one_where_it_says_that_the_article_was_updated() -> None:
    line = "Harwell, 30 December 2023Updated 30/12/2023 03:48 p.m."
    reading = read("\n\n".join([HEAD, FERRY, FUEL, FERRY, FUEL, FERRY, line, *[FERRY, FUEL] * 4]))
    assert next(found.kind for found in reading.lines if found.text == line) == "dateline"
    assert reading.article.modified == "2023-12-30T15:48"


def test_an_item_of_a_list_that_ends_in_a_date_is_no_dateline() -> None:
    items = ["Batch 2203: 31/12/2026;", "Batch 2214: 31/01/2027,"]
    lines = read("\n\n".join([HEAD, FERRY, *items, FUEL])).lines
    assert {line.kind for line in lines if line.text in items} == {"body"}


def test_the_clock_time_beside_the_dateline_goes_before_that_of_a_comment() -> None:
    text = "\n\n".join([HEAD, "Sat, 11:41", "30.12.2023", *[FERRY, FUEL] * 3, "30.12.2023, 13.47 Uhr"])
    assert read(text).article.date == "2023-12-30T11:41"


def test_a_line_with_the_headers_day_a_clock_time_and_a_byline_is_a_dateline_wherever_it_stands() -> None:
    line = "Harbour Radio - The Ferry Hour with Tom Birk - 30.12.2023 15:48 Uhr Autor/in: Jana Möller"
    article = read("\n\n".join([HEAD, FERRY, FUEL, FERRY, FUEL, line, *[FERRY, FUEL] * 4])).article
    assert article.date == "2023-12-30T15:48"


def test_a_time_under_a_dateline_that_has_one_begins_a_chronicle() -> None:
    lines = read("\n\n".join([HEAD, "Updated 30 December 2023, 10:01 pm", "10 p.m.", FERRY, FUEL])).lines
    assert [line.kind for line in lines[1:3]] == ["dateline", "body"]


def test_clock_times_above_a_sentence_each_are_a_chronicle_however_short_its_entries_are() -> None:
    above = "Published: 3:48 PM December 30, 2023\n\nUpdated: 10:12 PM December 30, 2023"
    times = ["9:50 p.m.", "7:15 p.m.", "6:02 p.m."]
    entries = [line for time in times for line in (time, "The ferry to Thornsea waits.")]
    reading = read("\n\n".join([HEAD, above, FERRY, *entries]))
    assert {line.kind for line in reading.lines if line.text in times} == {"body"}
    assert (reading.article.date, reading.article.modified) == ("2023-12-30T15:48", "2023-12-30T22:12")


@pytest.mark.parametrize(
    "line",
    [
        "June 9 -- Maid of Skarrow at Thornsea Pier",
        "Ruth Adair rowed the ferry to Port Ellory on Feb. 20",
        "2021年5月18日、海の静かな港で漁師が網を直している",
    ],
)
def test_a_line_that_speaks_of_a_day_far_from_the_headers_is_no_dateline(line: str) -> None:
    lines = read("\n\n".join([HEAD, FERRY, line, FUEL])).lines
    assert [found.kind for found in lines if found.text == line] != ["dateline"]


@pytest.mark.parametrize(
    "line",
    [
        "Aktualisiert am 30.12.2023 - 16:20 UhrLesedauer: 2 Min.",
        "Posted Sat 30 Dec 2023 at 5:07amSaturday 30 Dec 2023 at 5:07amSat 30 Dec 2023 at 5:07am, updated Sat 30 Dec "
        "2023 at 4:20pmSaturday 30 Dec 2023 at 4:20pmSat 30 Dec 2023 at 4:20pm",
        "Update December 30th, 4:20PM: Added a word from the ferry line.",
    ],
)
def test_a_line_that_says_at_what_time_it_was_updated_is_a_dateline_however_it_ends(line: str) -> None:
    reading = read("\n\n".join([HEAD, line, FERRY, FUEL]))
    assert [found.kind for found in reading.lines if found.text == line] == ["dateline"]
    assert reading.article.modified == "2023-12-30T16:20"


def test_the_length_of_a_recording_is_no_clock_time() -> None:
    above = "Saturday, 30 December 2023\n\n04:12\n\nDownload\n\nPlay"
    assert read(f"{HEAD}\n{above}\n\n{FERRY}\n\n{FUEL}").article.date == "2023-12-30"


def test_a_row_of_a_table_is_no_dateline() -> None:
    line = "Alarm:\t30.12.2023, 02:41 Uhr"
    lines = read("\n\n".join([HEAD, FERRY, line, FUEL])).lines
    assert [found.kind for found in lines if found.text == line] == ["body"]
