"""The tables of headline words: every row's example."""

from functools import cache
from typing import Any

import pytest

from generator.alignment import align
from generator.headline_rules import Rules, bare
from generator.measures import measure
from generator.rulebook import table
from generator.wording import Lexicon, Wording

ROWS: dict[str, list[dict[str, Any]]] = table("headline_words")


def rows(*kinds: str) -> list[Any]:
    found = [pytest.param(row, id=f"{kind}-{row['example'][0]}") for kind in kinds for row in ROWS[kind]]
    assert found
    return found


@cache
def _lexicon(lang: str) -> Lexicon:
    return Lexicon(EXAMPLES.get(lang, []))


def read(row: dict[str, Any]) -> tuple[Wording, Wording]:
    lexicon = _lexicon(row.get("lang") or _language(row))
    first, second = row["example"]
    return lexicon.read(first), lexicon.read(second)


EXAMPLES = {
    "de": ["Der Brand in der Mühle und die Mieten"] * 2,
    "es": ["El fuego en los molinos y las casas"] * 2,
    "fr": ["Le feu dans les moulins et la maison"] * 2,
    "it": ["Il fuoco nel mulino e nella casa"] * 2,
    "nl": ["De brand in het dorp en een molen"] * 2,
    "pt": ["O fogo no moinho e na casa das"] * 2,
}


def _language(row: dict[str, Any]) -> str:
    text = " ".join(row["example"])
    for lang, town in (("de", "Kassel"), ("es", "Burgos"), ("fr", "Lille")):
        if town in text:
            return lang
    return "de" if "Drei " in text else "es" if "Tres " in text else "fr" if "Trois " in text else "en"


@pytest.mark.parametrize("row", rows("same", "alike", "frame", "function", "numbers", "legal"))
def test_words_that_say_the_same_answer_each_other(row: dict[str, Any]) -> None:
    first, second = read(row)
    found = align(first.words, second.words, {})
    rest = [first.words[i] for i in found.left] + [second.words[j] for j in found.right]
    assert [word.text for word in rest if word.tells and not word.text.isdigit()] == []


@pytest.mark.parametrize("row", rows("opposite"))
def test_contrary_words_make_another_story(row: dict[str, Any]) -> None:
    first, second = read(row)
    assert measure(first, second, align(first.words, second.words, {}), 0.0) is None


def test_every_row_is_lower_case_and_in_the_form_it_is_looked_up_by() -> None:
    rules = Rules()
    for name in (*rules.same, *rules.alike, *rules.frame, *rules.legal):
        assert name == bare(name)
