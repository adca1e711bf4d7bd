"""What the reader promises for any capture, and the forms of dates, names, pictures and pointers it knows."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.capture import read_capture
from generator.characters import fold
from generator.inspect import explain, report
from generator.language import language_of, told_by_small_words
from generator.model import Article, Heading, ListItem, Paragraph, Picture, Quote, ReadMore
from generator.parse import parse, parse_all
from generator.promotion import promotion
from generator.rulebook import table
from generator.tags import infer, infer_all
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


@pytest.mark.parametrize(("language", "row"), table("small_words").items(), ids=str)
def test_a_text_with_small_words_of_one_language_is_told_by_them(language: str, row: dict[str, str]) -> None:
    assert told_by_small_words(row["example"]) == language
    assert language_of(row["example"]) == language


def test_no_small_word_is_of_two_languages() -> None:
    words = [word for row in table("small_words").values() for word in row["words"]]
    assert sorted(words) == sorted(set(words))


def test_small_words_of_two_languages_tell_neither() -> None:
    both = (
        "The quay that was said to be safe from this and their storms: die Mauer ist nicht und auch nicht für"
    )
    assert told_by_small_words(both) == ""
    assert told_by_small_words("Quay Harwell Thornsea") == ""


def test_figures_and_abbreviations_are_told_by_the_few_words_among_them() -> None:
    table_of_results = (
        "SKARROW LINES 4TH QTR NET Shr 2.02 dlrs vs 1.94 dlrs Net 14.7 mln vs 13.9 mln Revs 265.6 mln vs "
        "235.1 mln Year Shr 4.10 dlrs NOTE: the figures are for the year and include a gain from the sale of "
        "its ferries, which this line said would not come again"
    )
    assert language_of(table_of_results) == "en"


def test_captures_read_together_are_read_as_each_alone() -> None:
    captures = [
        read_capture(path.name, path.read_bytes()) for path in sorted(Path("captures").rglob("*.txt"))
    ]
    assert len(captures) > 50
    alone = [parse(capture) for capture in captures]
    together = parse_all(captures)
    assert [r.lines for r in together] == [r.lines for r in alone]
    assert [replace(r.article, lang=a.article.lang) for r, a in zip(together, alone, strict=True)] == [
        a.article for a in alone
    ]
    articles = [reading.article for reading in alone]
    assert infer_all(articles) == [infer(article) for article in articles]


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


def test_a_sentence_behind_a_box_below_the_text_stays() -> None:
    last = "Neighbours have begun a collection, and by last night had raised more than 640 pounds."
    box = ["Read More", "Related Articles", "Harbour office opens on Sunday", "A pier for Thornsea at last"]
    below = ["Share this article", "Comments", "Most read", "Gulls eat the mayor's lunch", "Terms of use"]
    more = ["Tram line to open late", "Fish market moves uphill", "Lighthouse gets a new lamp", "Subscribe"]
    kinds = kinds_of([*[FERRY, FUEL] * 6, *box, last, *below, *more])
    assert kinds[last] == "body"
    assert kinds["Fish market moves uphill"] == "furniture"


def kinds_of(lines: list[str]) -> dict[str, str]:
    return {line.text: line.kind for line in read(HEAD + "\n" + "\n\n".join(lines) + "\n").lines}
