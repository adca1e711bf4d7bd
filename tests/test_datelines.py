"""The forms of dates and clock times, and which of them is the publication and which the last update."""

from datetime import date

import pytest

from generator.characters import small
from generator.date_forms import days_form, may_date, months, words_in
from generator.dates import moments
from generator.rulebook import table
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
    "form", ["4 {} 2021", "4th {} 2021", "4º{} 2021", "1er{}", "2021. {} 4.", "{}. 4, 2021"]
)
def test_no_name_of_a_month_is_passed_over_before_the_patterns_are_tried(form: str) -> None:
    for name in (*months(), *map(str.upper, months()), *map(str.capitalize, months())):
        text = small(form.format(name))
        assert days_form().search(text) is None or may_date(text, words_in(text)), text


def test_months_in_capitals_are_read_where_the_letter_i_has_no_dot() -> None:
    near = date(2021, 11, 4)
    for line in ("4 KASIM 2021", "4 Kasım 2021", "Kasım 4, 2021"):
        assert [moment.iso(near) for moment in moments(line, near)] == ["2021-11-04"], line
    assert [moment.iso(near) for moment in moments("4 HAZİRAN 2021", near)] == ["2021-06-04"]


def test_small_letters_are_as_many_as_the_letters_they_are_made_of() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert len(small(every)) == len(every)
    assert small("ΜΆΡΤΙΟΣ 4 AUGUſT") == "μάρτιοσ 4 august"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("4 March 2021, 15:30", ["2021-03-04T15:30"]),
        ("4 March 2021 at 3.30pm", ["2021-03-04T15:30"]),
        ("Thursday 4 March 2021 15.30 GMT", ["2021-03-04T15:30+00:00"]),
        ("Thu 4 Mar 2021 15.30 BST", ["2021-03-04T15:30"]),
        ("Mar 4, 2021 3:30 PM IST", ["2021-03-04T15:30"]),
        ("4 March 2021 3:30pm AEDT", ["2021-03-04T15:30+11:00"]),
        ("March 4, 2021 / 3:30 PM / CBS News", ["2021-03-04T15:30"]),
        ("Mar. 4, 2021, 3:30 p.m. EST", ["2021-03-04T15:30-05:00"]),
        ("Mar. 4, 2021 | 3:30 p.m. CST", ["2021-03-04T15:30"]),
        ("4th March 2021, 15:30 hrs IST", ["2021-03-04T15:30"]),
        ("04/03/2021 15:30", ["2021-03-04T15:30"]),
        ("March 4, 2021 1530 GMT", ["2021-03-04T15:30+00:00"]),
        ("Thursday, March 4th 2021, 3:30 pm", ["2021-03-04T15:30"]),
        ("4-Mar-2021 15:30", ["2021-03-04T15:30"]),
        ("04-MAR-21", ["2021-03-04"]),
        ("4 Mar, 2021, 03:30 PM IST", ["2021-03-04T15:30"]),
        ("15:30, 4 MAR 2021", ["2021-03-04T15:30"]),
        ("15:30 ET, Mar 4 2021", ["2021-03-04T15:30-05:00"]),
        ("3:30 PM EST Mar 4, 2021", ["2021-03-04T15:30-05:00"]),
        ("Published 3:30 PM EST, Thu March 4, 2021", ["2021-03-04T15:30-05:00"]),
        ("2021-03-04T15:30:00Z", ["2021-03-04T15:30+00:00"]),
        ("2021-03-04 15:30:12", ["2021-03-04T15:30"]),
        ("Thu, 04 Mar 2021 15:30:00 +0000", ["2021-03-04T15:30+00:00"]),
        ("2021/03/04 15:30", ["2021-03-04T15:30"]),
        ("2021.03.04 15:30", ["2021-03-04T15:30"]),
        ("4. März 2021, 15:30 Uhr", ["2021-03-04T15:30"]),
        ("4. März 2021 um 15.30 Uhr", ["2021-03-04T15:30"]),
        ("04.03.2021 - 15:30", ["2021-03-04T15:30"]),
        ("04.03.2021 15.30", ["2021-03-04T15:30"]),
        ("04.03.21, 15:30", ["2021-03-04T15:30"]),
        ("4.3.2021, 15h30", ["2021-03-04T15:30"]),
        ("Do., 04.03.2021, 15:30 Uhr", ["2021-03-04T15:30"]),
        ("Donnerstag, 04.03.2021, 15 Uhr", ["2021-03-04T15:00"]),
        ("Stand: 04.03.2021, 15:30 Uhr", ["2021-03-04T15:30"]),
        ("le 4 mars 2021 à 15h30", ["2021-03-04T15:30"]),
        ("le 4 mars 2021 à 15 h 30", ["2021-03-04T15:30"]),
        ("le 4 mars 2021 à 15:30", ["2021-03-04T15:30"]),
        ("le jeudi 4 mars 2021 à 15 h", ["2021-03-04T15:00"]),
        ("04/03/2021 à 15h30", ["2021-03-04T15:30"]),
        ("4 févr. 2021", ["2021-02-04"]),
        ("jeudi 4 mars 2021 15:30 CET", ["2021-03-04T15:30+01:00"]),
        ("4 mars 2021 - 15H30", ["2021-03-04T15:30"]),
        ("4 de marzo de 2021 a las 15:30", ["2021-03-04T15:30"]),
        ("4 marzo, 2021 - 15:30h", ["2021-03-04T15:30"]),
        ("04/03/2021 - 15:30 h", ["2021-03-04T15:30"]),
        ("04 MAR 2021 - 15:30 CET", ["2021-03-04T15:30+01:00"]),
        ("jueves, 4 de marzo de 2021 3:30 p. m.", ["2021-03-04T15:30"]),
        ("4 Mar 2021, 03:30 p. m. EST", ["2021-03-04T15:30-05:00"]),
        ("4 de marzo, 2021 | 15.30 hrs", ["2021-03-04T15:30"]),
        ("Marzo 4, 2021 a las 3:30 pm", ["2021-03-04T15:30"]),
        ("4 de marzo del 2021", ["2021-03-04"]),
        ("1º de marzo de 2021", ["2021-03-01"]),
        ("4-3-2021 15:30", ["2021-03-04T15:30"]),
        ("4 marzo 2021 alle 15:30", ["2021-03-04T15:30"]),
        ("4 marzo 2021 ore 15.30", ["2021-03-04T15:30"]),
        ("4 marzo 2021, ore 15:30", ["2021-03-04T15:30"]),
        ("giovedì 4 marzo 2021 alle ore 15,30", ["2021-03-04T15:30"]),
        ("04 Mar 2021 alle 15.30", ["2021-03-04T15:30"]),
        ("4 Marzo 2021 15:30", ["2021-03-04T15:30"]),
        ("04 marzo 2021 (modifica il 4 marzo 2021 | 15:30)", ["2021-03-04", "2021-03-04T15:30"]),
        ("4 de março de 2021 às 15h30", ["2021-03-04T15:30"]),
        ("04/03/2021 às 15:30", ["2021-03-04T15:30"]),
        ("04/03/2021 15h30", ["2021-03-04T15:30"]),
        ("04/03/21 às 15h", ["2021-03-04T15:00"]),
        ("4 mar 2021 15h30min", ["2021-03-04T15:30"]),
        ("Qui, 04/03/2021 às 15:30", ["2021-03-04T15:30"]),
        ("4 marca 2021, godz. 15:30", ["2021-03-04T15:30"]),
        ("4 marca 2021, 15:30", ["2021-03-04T15:30"]),
        ("04.03.2021, godz. 15.30", ["2021-03-04T15:30"]),
        ("4 marca 2021 r.", ["2021-03-04"]),
        ("czwartek, 4 marca 2021 o 15:30", ["2021-03-04T15:30"]),
        ("4 mar 2021 15:30", ["2021-03-04T15:30"]),
        ("4 maart 2021 om 15:30", ["2021-03-04T15:30"]),
        ("4 maart 2021 15.30 uur", ["2021-03-04T15:30"]),
        ("4 mrt. 2021", ["2021-03-04"]),
        ("4. mars 2021 kl. 15.30", ["2021-03-04T15:30"]),
        ("4 mars 2021 kl. 15:30", ["2021-03-04T15:30"]),
        ("Publisert 04.03.2021 15:30", ["2021-03-04T15:30"]),
        ("4. marts 2021 kl. 15.30", ["2021-03-04T15:30"]),
        ("4. maj 2021", ["2021-05-04"]),
        ("5 maj 2021 kl 15.30", ["2021-05-05T15:30"]),
        ("4. března 2021 15:30", ["2021-03-04T15:30"]),
        ("4. 3. 2021 15:30", ["2021-03-04T15:30"]),
        ("4 Mart 2021 15:30", ["2021-03-04T15:30"]),
        ("4 марта 2021, 15:30", ["2021-03-04T15:30"]),
        ("4 марта 2021 г. в 15:30 МСК", ["2021-03-04T15:30+03:00"]),
        ("2021年3月4日 15:30", ["2021-03-04T15:30"]),
        ("2021年3月4日 15時30分", ["2021-03-04T15:30"]),
        ("3:30pm, Mar 4", ["2021-03-04T15:30"]),
        ("Mar 4 2021 15:30 UTC+1", ["2021-03-04T15:30+01:00"]),
        ("Mar 4, 2021 at 15:30 (UTC)", ["2021-03-04T15:30+00:00"]),
        ("March 4, 2021 3:30 p.m. Eastern time", ["2021-03-04T15:30-05:00"]),
        ("March 4, 2021 3:30 p.m. HST", ["2021-03-04T15:30-10:00"]),
        ("March 4, 2021 3:30 p.m. AKST", ["2021-03-04T15:30-09:00"]),
        ("March 4, 2021 3:30 p.m. NZDT", ["2021-03-04T15:30+13:00"]),
        ("March 4, 2021 3:30 p.m. JST", ["2021-03-04T15:30+09:00"]),
        ("March 4, 2021 3:30 p.m. SGT", ["2021-03-04T15:30+08:00"]),
        ("March 4, 2021 3:30 p.m. HKT", ["2021-03-04T15:30+08:00"]),
        ("March 4, 2021 5 p.m.", ["2021-03-04T17:00"]),
        ("March 4, 2021 12 a.m.", ["2021-03-04T00:00"]),
        ("4 MARCH 2021 • 3:30PM", ["2021-03-04T15:30"]),
        ("4 March 2021 • 15:30pm", ["2021-03-04T15:30"]),
        ("04 March 2021 15:30 PM", ["2021-03-04T15:30"]),
        ("Mar 4, 2021 3:30PMUpdated Mar 5, 2021 4:00PM", ["2021-03-04T15:30", "2021-03-05T16:00"]),
        ("3:30 p.m. Thursday, March 4, 2021", ["2021-03-04T15:30"]),
        (
            "Mar 04, 2021 03:30 PM EST Last Updated Mar 04, 2021 04:30 PM EST",
            ["2021-03-04T15:30-05:00", "2021-03-04T16:30-05:00"],
        ),
        ("Published March 4", ["2021-03-04"]),
        ("4 Mar 2021 15:30 CT", ["2021-03-04T15:30-06:00"]),
        ("4 Mar 2021 3:30pm PKT", ["2021-03-04T15:30+05:00"]),
        ("4 Mar 2021 3:30pm WIB", ["2021-03-04T15:30+07:00"]),
        ("4 Mar 2021 3:30pm WAT", ["2021-03-04T15:30+01:00"]),
        ("4 Mar 2021 3:30pm SAST", ["2021-03-04T15:30+02:00"]),
        ("4 Mar 2021 15:30 EET", ["2021-03-04T15:30+02:00"]),
        ("March 4 2021 3.30 p.m", ["2021-03-04T15:30"]),
        ("4.3.2021 klo 15:30", ["2021-03-04T15:30"]),
        ("Dec 31, 2020", ["2020-12-31"]),
        ("November 18, 2019 -- 19:14 GMT (19:14 GMT)", ["2019-11-18T19:14+00:00", "2021-03-04T19:14+00:00"]),
        ("2021-03-04 - 15:30", ["2021-03-04T15:30"]),
        ("4 martie 2021, 15:30", ["2021-03-04T15:30"]),
        ("2021. március 4. 15:30", ["2021-03-04T15:30"]),
        ("4 Μαρτίου 2021", ["2021-03-04"]),
        ("4 березня 2021, 15:30", ["2021-03-04T15:30"]),
        ("Jane Doe 3 hrs ago", []),
        ("31 December", ["2020-12-31"]),
        ("5 pro", []),
        ("11:09 Min", []),
        ("Video 01:30 Min. | 04.03.2021", ["2021-03-04"]),
        ("4 March 2021 for 3.50", ["2021-03-04"]),
        ("Mar 4, 2021,03:30pm EST", ["2021-03-04T15:30-05:00"]),
        ("Mar 5, 2021 3:30p ET", ["2021-03-05T15:30-05:00"]),
        ("Mar 5, 2021 9:30a", ["2021-03-05T09:30"]),
        ("5 мар 2021, 15:30", ["2021-03-05T15:30"]),
        ("5 бер. 2021, 15:30", ["2021-03-05T15:30"]),
        ("5 май 2021 15:30", ["2021-05-05T15:30"]),
        ("2 сен 2020, 13:20", ["2020-09-02T13:20"]),
        ("5 Μαρ. 2021 | 15:30", ["2021-03-05T15:30"]),
        ("5 مارس 2021 15:30", ["2021-03-05T15:30"]),
        ("4/Marzo/2021", ["2021-03-04"]),
        ("5·MAR·2021 15:30", ["2021-03-05T15:30"]),
        ("2021. 03. 04. 15:30", ["2021-03-04T15:30"]),
        ("4 mars 2021 à 15 heures 30", ["2021-03-04T15:30"]),
        ("4 maart 2021, 15u30", ["2021-03-04T15:30"]),
        ("2021年3月4日 15时30分", ["2021-03-04T15:30"]),
        ("2021년 3월 4일 15시 30분", ["2021-03-04T15:30"]),
        ("2021年3月5日 上午9:30", ["2021-03-05T09:30"]),
    ],
)
def test_dates_of_many_languages_and_houses_are_read(line: str, expected: list[str]) -> None:
    near = date(2021, 3, 4)
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


@pytest.mark.parametrize("example", table("dates")["late"].values())
def test_a_word_for_the_second_half_of_the_day_may_stand_before_the_clock_time(example: str) -> None:
    (found,) = moments(example, date(2021, 3, 4))
    assert found.time in ("15:30", "21:30")


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
