"""Dates say what is known and no more."""

import pytest

from generator.filters import moment_in_words
from generator.moment import Moment, is_date


@pytest.mark.parametrize("text", ["2023-12-30", "2023-12-30T15:48", "2023-12-30T15:48+01:00"])
def test_a_date_is_written_as_exactly_as_it_was_given(text: str) -> None:
    assert Moment.parse(text).iso == text


@pytest.mark.parametrize(
    "text", ["", "2023", "30.12.2023", "2023-02-30", "2023-12-30T25:00", "2023-12-30 noon"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2023-12-30", "en", "30 December 2023"),
        ("2023-12-30T15:48", "en", "30 December 2023, 15:48"),
        ("2023-12-30T15:48+01:00", "en", "30 December 2023, 15:48 (UTC+01:00)"),
        ("2023-12-30T15:48Z", "en", "30 December 2023, 15:48 (UTC)"),
        ("2023-12-30T15:48", "de", "30. Dezember 2023, 15:48"),
    ],
)
def test_a_reader_sees_the_zone_only_where_it_is_known(text: str, language: str, words: str) -> None:
    assert moment_in_words(Moment.parse(text), language) == words
