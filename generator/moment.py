"""A point in time as far as it is known: a day, perhaps a clock time, perhaps an offset."""

import datetime
import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """What a front matter date says, no more."""

    day: datetime.date
    time: str | None
    """`15:48`, local to the paper, None where only the day is known."""
    zone: str | None
    """Offset from UTC as `+01:00`, None where none is stated."""

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Reads `2023-12-30`, `2023-12-30T15:48` or `2023-12-30T15:48+01:00`; seconds are dropped.

        Raises `ValueError` for anything else and for days and times that do not exist.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"no date: {text}")
        day, time, zone = match.groups()
        if time:
            datetime.time.fromisoformat(time)
        return cls(datetime.date.fromisoformat(day), time, "+00:00" if zone == "Z" else zone)

    @property
    def iso(self) -> str:
        """ISO 8601, as exact as what is known."""
        return f"{self.day.isoformat()}{f'T{self.time}' if self.time else ''}{self.zone or ''}"

    @property
    def instant(self) -> datetime.datetime:
        """For order and for feeds, which must name an instant: midnight and UTC stand in for what is not known."""
        return datetime.datetime.fromisoformat(
            f"{self.day.isoformat()}T{self.time or '00:00'}{self.zone or '+00:00'}"
        )


def is_date(text: str) -> bool:
    """Whether `Moment.parse` takes the text."""
    try:
        Moment.parse(text)
    except ValueError:
        return False
    return True
