"""The Jinja filters of the theme: dates and numbers in the reader's language."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal

from generator import calendar_, graph, plots, words, world_map
from generator.moment import Moment
from generator.once import once


@lru_cache(maxsize=65536)
def day_in_words(day: datetime.date, language: str) -> str:
    """`30 December 2023`, `30. Dezember 2023`."""
    return format_date(day, "long", locale=_locale(language))


def moment_in_words(moment: Moment, language: str) -> str:
    """`30 December 2023, 15:48`, with the zone where one is stated: `(UTC+01:00)`."""
    parts = [day_in_words(moment.day, language)]
    if moment.time:
        parts.append(moment.time)
    zone = f" (UTC{moment.zone if moment.zone != '+00:00' else ''})" if moment.zone else ""
    return ", ".join(parts) + zone


def day_of_year_in_words(place: tuple[int, int], language: str) -> str:
    """Month and day without a year: `30 December`."""
    return format_skeleton("MMMMd", datetime.date(2000, *place), locale=_locale(language))


@lru_cache
def month_in_words(month: int, language: str) -> str:
    """`December`, as it stands alone."""
    return str(get_month_names("wide", "stand-alone", _locale(language))[month])


@lru_cache(maxsize=65536)
def number_in_words(number: int, language: str) -> str:
    """`1,865`, `1.865`."""
    return format_decimal(number, locale=_locale(language))


def _locale(language: str) -> str:
    # English without a country is taken as the international day-month-year form.
    return "en_GB" if language == "en" else language.replace("-", "_")


def _places_of(articles: Iterable[Any], places: Mapping[str, Any], archive: Any) -> list[Any]:
    """Rows of `archive.tag_index` for the places on the map that articles are tagged with, the most frequent first,
    each with the number of these articles; at most 40."""
    counts = Counter(
        row.tag.name for article in articles for row in article.tag_rows if row.tag.name in places
    )
    return [
        replace(archive.tag_rows[name], count=count)
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:40]
        if name in archive.tag_rows
    ]


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """All filters, for a site whose interface is in `language`."""
    return {
        "longdate": partial(moment_in_words, language=language),
        "daydate": partial(day_in_words, language=language),
        "weekday": partial(words.weekday_date, reader=language),
        "monthname": partial(month_in_words, language=language),
        "dayname": partial(day_of_year_in_words, language=language),
        "number": partial(number_in_words, language=language),
        "direction": words.direction,
        "langname": partial(words.language_name, reader=language),
        "initial": words.initial,
        "once": once,
        "by_initial": words.by_initial,
        "weekdays": lambda reader: calendar_.weekdays(_locale(reader)),
        "calendar": lambda articles: calendar_.months(article.published.day for article in articles),
        "course": lambda articles: plots.course(article.published.day for article in articles),
        "bar": lambda value, label, name, href: plots.Bar(str(label), str(name), value, href),
        "filled_years": lambda years: plots.without_gaps((row.year, row.count) for row in years),
        "bars": plots.bars,
        "node": lambda href, name: graph.Node(str(name), href),
        "graph": graph.graph,
        "places_of": _places_of,
        "spot": lambda row, at, href, name: world_map.Spot(str(name), href, at, row.count),
        "world_map": world_map.world_map,
    }
