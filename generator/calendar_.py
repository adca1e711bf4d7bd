"""The days of a month as a calendar shows them."""

import calendar
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import get_day_names


@dataclass(frozen=True, slots=True)
class Day:
    """A day and how many articles it has."""

    date: date
    count: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A column's head."""

    short: str
    name: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks of seven, None where a week's day belongs to another month."""

    year: int
    month: int
    count: int
    weeks: tuple[tuple[Day | None, ...], ...]


def months(days: Iterable[date]) -> tuple[Month, ...]:
    """The months that have an article, in order, from the days of all articles; weeks start on Monday (ISO 8601)."""
    counts = Counter(days)
    found = sorted({(day.year, day.month) for day in counts})
    return tuple(_month(year, month, counts) for year, month in found)


def _month(year: int, month: int, counts: Counter[date]) -> Month:
    weeks = tuple(
        tuple(
            Day(date(year, month, number), counts[date(year, month, number)]) if number else None
            for number in week
        )
        for week in calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
    )
    return Month(year, month, sum(day.count for week in weeks for day in week if day), weeks)


def weekdays(locale: str) -> tuple[Weekday, ...]:
    """The heads of the columns, Monday first."""
    parsed = Locale.parse(locale)
    short = get_day_names("narrow", "stand-alone", parsed)
    names = get_day_names("wide", "stand-alone", parsed)
    return tuple(Weekday(str(short[number]), str(names[number])) for number in range(7))
