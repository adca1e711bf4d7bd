"""What the reader promises for any capture, and the forms of dates, names, pictures and pointers it knows."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.capture import read_capture
from generator.characters import fold
from generator.dates import moments
from generator.features import promotion
from generator.inspect import explain, report
from generator.language import language_of
from generator.model import Article, Heading, ListItem, Paragraph, Picture, Quote, ReadMore
from generator.names import read_byline
from generator.parse import parse
from generator.rulebook import table
from tests.reading_made import FERRY, FUEL, HEAD, read

PIECES = [
    "By Emma Aldous",
    "30 December 2023, 15:48",
    "Read more: Storm tears forty metres off Thornsea pier",
    "Lesen Sie auch",
    "Süderhafen bekommt eine zweite Brücke",
    "A trawler at the quay\nA trawler at the quay. Picture: Lew Sandys",
    "Listen to this article",
    "Skarrow ferry turns back after engine fire",
    "The ferry turned back to Port Ellory on Saturday after a fire in her engine room, with 212 people on board.",
    "• a bullet",
    "Comments",
    "Foto: Udo Falk",
    "trawler.jpg",
    "(",
    "\u00a0\u200b\u00ad",
    "a\tb\tc",
    "© 2023 The Skarrow Courier",
    "🙂",
    "# * _ {{ x }} <b>",
]


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def kept(article: Article) -> str:
    """Everything the article says, wherever it says it."""
    words = [article.title, article.summary, article.source or ""]
    for block in article.body:
        if isinstance(block, Picture):
            words += [block.alt, block.caption, block.credit]
        elif isinstance(block, ReadMore):
            words += [block.label, block.title]
        else:
            words.append(block.text)
    assert article.capture is not None
    words += [line.text for _, lines in article.capture.set_aside for line in lines]
    return letters(" ".join(words))


texts = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(["\n", "\n\n"]))
def test_every_line_is_accounted_for_once(pieces: list[str], between: str) -> None:
    text = HEAD + between.join(pieces)
    there = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    reading = read(text)
    assert [line.number for line in reading.lines] == there
    assert all(line.rule for line in reading.lines)
    assert len(reading.starts) == len(reading.article.body)
    assert list(reading.starts) == sorted(set(reading.starts))
    assert set(reading.starts) <= set(there)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(["\n", "\n\n"]))
def test_no_word_of_a_text_line_is_lost(pieces: list[str], between: str) -> None:
    reading = read(HEAD + between.join(pieces))
    everything = kept(reading.article)
    for line in reading.lines[1:]:
        if line.kind not in ("alt", "caption", "read_more", "header"):
            assert letters(line.text) in everything, line


@settings(max_examples=60, deadline=None)
@given(texts)
def test_reading_twice_is_the_same_and_can_be_told(pieces: list[str]) -> None:
    capture = read_capture("a.txt", (HEAD + "\n\n".join(pieces)).encode())
    reading = parse(capture)
    assert parse(capture) == reading
    facts = report(reading, capture)
    assert [line["line"] for line in facts["lines"]] == [line.number for line in reading.lines]
    told = explain(reading, capture)
    assert all(line.rule in told for line in reading.lines)


def test_separators_that_are_no_line_feeds_part_no_lines() -> None:
    assert [line.number for line in read(HEAD + "\none\u2028two\x0cthree\x85four\n\nfive").lines] == [1, 3, 5]


def test_a_capture_of_a_headline_alone_is_an_article() -> None:
    article = read("date 2023-12-30 Only a headline").article
    assert (article.title, article.date, article.body) == ("Only a headline", "2023-12-30", ())


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
    ("text", "language"),
    [
        ("The harbour wall will be mended before the winter storms.", "en"),
        ("Die Hafenmauer wird noch vor den Winterstürmen ausgebessert.", "de"),
        ("El muro del puerto se reparará antes de los temporales.", "es"),
        ("Le mur du port sera réparé avant les tempêtes de l'hiver.", "fr"),
        ("Il muro del porto sarà riparato prima delle mareggiate.", "it"),
        ("O muro do porto será reparado antes das tempestades de inverno.", "pt"),
        ("Mur portowy zostanie naprawiony przed zimowymi sztormami.", "pl"),
        ("2023 – 15:48", ""),
    ],
)
def test_the_language_is_told_offline(text: str, language: str) -> None:
    assert language_of(text) == language


def test_blocks_are_of_the_kinds_a_person_would_write() -> None:
    body = read(
        HEAD
        + """
The ferry Maid of Skarrow turned back to Port Ellory on Saturday after a fire in her engine room.

What happened below deck?

The fire began in a fuel pump, the line said, and was out within ten minutes of the first alarm.

• Nobody was hurt
"""
    ).article.body
    assert [type(block) for block in body] == [Paragraph, Heading, Paragraph, ListItem]
    assert not any(isinstance(block, Quote) for block in body)
    assert body[-1] == ListItem("Nobody was hurt")


def test_every_rule_is_one_line_a_person_understands() -> None:
    for line in read(HEAD + "\n\n".join(PIECES)).lines:
        assert re.fullmatch(r"[^\n]{10,120}", line.rule), line.rule


def test_words_of_promotion_are_the_same_however_they_are_ordered() -> None:
    plain = re.compile(
        r"(?<![^\W_])(?:"
        + "|".join(row[0] for rows in table("promotion").values() for row in rows)
        + r")(?![^\W_])"
    )
    for rows in table("promotion").values():
        for _, example in rows:
            folded = fold(example)
            found = [m.span() for m in promotion().finditer(folded)]
            assert found == [m.span() for m in plain.finditer(folded)]


@pytest.mark.parametrize("above", ["", "By Emma Aldous\n\n", "Von Jana Möller\n\n30.12.2023, 10:15 Uhr\n\n"])
@pytest.mark.parametrize(
    "between",
    ["", "Read more: Storm tears forty metres off Thornsea pier\n\n", "Advertisement\n\n", "Share\n\n"],
)
@pytest.mark.parametrize("below", ["", "Comments\n", "Share\n\nFacebook\n\nTwitter\n", "Lesen Sie auch\n"])
def test_a_short_article_loses_no_sentence(above: str, between: str, below: str) -> None:
    first = "Joss Penhale, the fisheries commissioner, flies to Oslo on Monday."
    last = "It is too late for that. The hotel has kept the flags."
    for text in (first, f"{first}\n\n{between}{last}"):
        body = report_of(f"{HEAD}\n{above}{text}\n\n{below}")
        assert first in body
        assert (last in body) == (last in text)


def report_of(text: str) -> list[str]:
    return [block.text for block in read(text).article.body if isinstance(block, Paragraph)]
