"""The interface in other languages: every text is translated, dates and names are in the reader's language."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator import words
from tests.made import ROOT

CATALOGUES = sorted(words.CATALOGUES.glob("*/LC_MESSAGES/pressmark.po"))


def texts_of_the_templates() -> set[str]:
    found = extract_from_dir(
        str(ROOT / "theme/templates"), [("**.html", "jinja2")], options_map={"**.html": {"trimmed": "true"}}
    )
    return {text[0] if isinstance(text, tuple) else text for _, _, text, _, _ in found}


def test_there_is_german() -> None:
    assert [path.parts[-3] for path in CATALOGUES] == ["de"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_text_of_the_templates_is_translated_and_no_other(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    messages = [message for message in catalogue if message.id]
    told = {message.id[0] if isinstance(message.id, tuple) else message.id for message in messages}
    assert told == texts_of_the_templates()
    for message in messages:
        assert all(message.string if isinstance(message.string, tuple) else [message.string]), message.id
        assert not message.fuzzy


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_has_the_places_of_its_text(path: Path) -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)s|\{\w+\}", text))

    def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
        return [text] if isinstance(text, str) else list(text or ())

    with path.open("rb") as file:
        for message in read_po(file):
            assert isinstance(message, Message)
            expected = places(forms(message.id)[-1])
            if message.id:
                # A plural form may say "the one" in words.
                assert all(places(form) <= expected for form in forms(message.string)), message.id
                assert places(forms(message.string)[-1]) == expected, message.id


def test_a_language_without_catalogue_keeps_the_english_texts() -> None:
    assert words.translations("eo").gettext("Search") == "Search"
    assert words.translations("de-AT").gettext("Search") == "Suchen"


def test_direction_follows_the_language() -> None:
    assert [words.direction(lang) for lang in ("ar", "he", "de", "", "no-such")] == [
        "rtl",
        "rtl",
        "ltr",
        "ltr",
        "ltr",
    ]


def test_languages_are_named_for_the_reader() -> None:
    assert words.language_name("de", "en") == "German"
    assert words.language_name("de", "de") == "Deutsch"
    assert words.language_name("zz", "en") == "zz"


def test_a_day_has_its_weekday() -> None:
    assert words.weekday_date(date(2023, 12, 30), "en") == "Saturday, 30 December 2023"
    assert words.weekday_date(date(2023, 12, 30), "de") == "Samstag, 30. Dezember 2023"


def test_names_are_filed_without_accents_digits_last() -> None:
    names = ["Ölpreis", "Oslo", "5G", "“Quoted”", "école", "#hashtag"]
    filed = words.by_initial(names, name=str)
    assert filed == [
        ("E", ["école"]),
        ("O", ["Ölpreis", "Oslo"]),
        ("Q", ["“Quoted”"]),
        ("0-9", ["5G"]),
        ("#", ["#hashtag"]),
    ]
