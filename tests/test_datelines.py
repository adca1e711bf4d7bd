"""The forms of dates and clock times, and which of them is the publication and which the last update."""

from datetime import date

import pytest

from generator.dates import moments
from tests.reading_made import FERRY, FUEL, HEAD, read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("30 December 2023, 15:48", ["2023-12-30T15:48"]),
        ("December 30, 2023 3:48 p.m.", ["2023-12-30T15:48"]),
        ("Dec. 30th, 2023 at 12:05am", ["2023-12-30T00:05"]),
        ("30.12.2023, 15.48 Uhr", ["2023-12-30T15:48"]),
        ("30.12.23 um 15:48 Uhr", ["2023-12-30T15:48"]),
        ("le 30 décembre 2023 à 15h48", ["2023-12-30T15:48"]),
        ("1er janvier 2024", ["2024-01-01"]),
        ("30 de diciembre de 2023 a las 15:48 hs", ["2023-12-30T15:48"]),
        ("diciembre 30, 2023", ["2023-12-30"]),
        ("30 Dicembre 2023 ore 15:48", ["2023-12-30T15:48"]),
        ("30 de dezembro de 2023 às 15h48", ["2023-12-30T15:48"]),
        ("30 grudnia 2023 r., godz. 15:48", ["2023-12-30T15:48"]),
        ("2023-12-30T15:48:10+01:00", ["2023-12-30T15:48+01:00"]),
        ("2023-12-30 15:48 UTC", ["2023-12-30T15:48+00:00"]),
        ("30/12/2023 15:48", ["2023-12-30T15:48"]),
        ("12/30/2023 15:48", ["2023-12-30T15:48"]),
        ("2023年12月30日 15:48", ["2023-12-30T15:48"]),
        ("Dec 30, 2023, 10:28am EST", ["2023-12-30T10:28-05:00"]),
        ("July 4, 2023, 10:28 a.m. ET", ["2023-07-04T10:28-04:00"]),
        ("Dec 30, 2023, 10:28 a.m. ET", ["2023-12-30T10:28-05:00"]),
        ("Dec 30, 20234:29 AM", ["2023-12-30T04:29"]),
        ("30 December", ["2023-12-30"]),
        ("31.02.2023", []),
        ("24:30 25:00", []),
        ("version 1.2.3.4", []),
        ("may", []),
    ],
)
def test_dates_are_read_as_they_are_written(line: str, expected: list[str]) -> None:
    near = date(2023, 12, 30)
    assert [moment.iso(near) for moment in moments(line, near)] == expected


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
