"""Dates and clock times in a line, and what they are: published or updated.

General date libraries were tried and left aside for the reading itself: they search a text for anything that
could be a date ("may", "12", "on Sun"), fill in today's date where something is missing, and cost milliseconds a
line. Here a moment has to be written out. The names of months and days come from CLDR (babel), the offsets of
zones that depend on the day from the tz database.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.characters import small
from generator.date_forms import (
    any_of,
    days_form,
    is_announced,
    may_count,
    may_date,
    may_say,
    may_time,
    months,
    parted,
    relative,
    times_form,
    weekdays,
    words_form,
    words_in,
)
from generator.rulebook import table

_FARTHEST = 40
"""Characters between a word such as `Updated` and its moment."""
_REST = re.compile(r"[^\W\d_](?:[\w'.&@-]*\w)?|\d+")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2}")
"""Two characters stand for a word where words have no space between."""
_MOST_HOURS = 14
"""The widest offset of a zone."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date, one clock time or both, as a line states them."""

    day: date | None
    time: str
    """`15:48`, empty where none is given."""
    offset: str
    """`+01:00`, empty where no zone is stated."""
    modified: bool
    start: int
    end: int
    published: bool = False
    """Whether a word such as `Published` stands before it."""

    def iso(self, day: date) -> str:
        """ISO 8601 with `day` where the line gives none."""
        stated = (self.day or day).isoformat()
        return f"{stated}T{self.time}{self.offset}" if self.time else stated


def moments(line: str, near: date) -> list[Moment]:
    """The moments that a line states, in order; `near` settles ambiguous and short forms.

    A slash date that can be read in two ways is taken in the way that is within a day of `near`; if neither is, it
    is left out. A day without a year is the one nearest to `near`.
    """
    text = parted(line)
    there = words_in(text)
    low = small(text)
    days = (
        [(found.span(), _day(found, near)) for found in days_form().finditer(low)]
        if may_date(low, there)
        else []
    )
    spans = [span for span, _ in days]
    masked = _masked(low, spans)
    times = [
        found
        for found in (times_form().finditer(masked) if may_time(masked) else ())
        if _clock(found) is not None and (not found["dotted"] or is_announced(text, found.start(), spans))
    ]
    if times and may_count(there):  # `3 hrs ago` is not three o'clock
        counted = [found.span() for found in relative().finditer(text)]
        times = [found for found in times if not any(a <= found.start() < b for a, b in counted)]
    if not days and not times:
        return []
    words = [(f.end(), f[0].casefold()) for f in words_form().finditer(text)] if may_say(there) else []
    rows = table("dates")
    found: list[Moment] = []
    used: set[int] = set()
    for (start, end), day in days:
        if day is None:
            continue
        best = min(
            (i for i in range(len(times)) if i not in used),
            key=lambda i: min(abs(times[i].start() - end), abs(start - times[i].end())),
            default=None,
        )
        clock = offset = ""
        last = end
        first = start
        if best is not None and _near(text, times[best].span(), (start, end)):
            used.add(best)
            clock = _clock(times[best]) or ""
            offset = _offset(times[best], day, clock)
            first, last = min(start, times[best].start()), max(end, times[best].end())
        said = _said_of(words, first, found)
        found.append(
            Moment(day, clock, offset, said in rows["modified"], first, last, said in rows["published"])
        )
    for i, time in enumerate(times):
        if i not in used:
            clock, said = _clock(time) or "", _said_of(words, time.start(), found)
            found.append(
                Moment(None, clock, _offset(time, near, clock), said in rows["modified"],
                       time.start(), time.end(), said in rows["published"])
            )  # fmt: skip
    return sorted(found, key=lambda moment: moment.start)


@cache
def _weekday() -> re.Pattern[str]:
    """A weekday right before a moment that has been taken out."""
    return re.compile(rf"\b(?:{any_of(weekdays())})\b\.?,?(?=\s*\|)", re.IGNORECASE)


def without(line: str, found: list[Moment]) -> str:
    """A line without its moments and the words before them, a bar in place of each."""
    text = parted(line)
    for moment in reversed(found):
        text = text[: moment.start] + " | " + text[moment.end :]
    words = words_in(text)
    if may_count(words):
        text = relative().sub(" | ", text)
    if may_say(words):
        text = words_form().sub(" | ", text)
    return _weekday().sub(" ", text) if "|" in text else text


def rest_of(line: str, found: list[Moment]) -> list[str]:
    """The words of a line that are no part of a moment: neither date, weekday, zone nor one of the words around."""
    text = parted(line)
    for moment in reversed(found):
        text = text[: moment.start] + " " + text[moment.end :]
    if may_say(words_in(text)):
        text = words_form().sub(" ", text)
    fillers = _fillers()
    return [
        piece
        for word in _REST.findall(text)
        if small(word) not in fillers
        for piece in (_IDEOGRAPHS.findall(word) if not word.isascii() else ()) or (word,)
    ]


@cache
def _fillers() -> frozenset[str]:
    words = {w for row in table("dates")["filler"].values() for w in row["words"].split()}
    return frozenset(map(small, words | weekdays() | set(table("dates")["zones"]) | set(months())))


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with its dates blanked out, so that no part of one is taken for a clock time."""
    for start, end in spans:
        text = text[:start] + "~" * (end - start) + text[end:]
    return text.replace("~", " ") if spans else text


def _near(text: str, time: tuple[int, int], day: tuple[int, int]) -> bool:
    gap = text[day[1] : time[0]] if time[0] >= day[1] else text[time[1] : day[0]]
    return len(gap) <= 25 and not (may_say(words_in(gap)) and words_form().search(gap))


def _said_of(words: list[tuple[int, str]], start: int, before: list[Moment]) -> str:
    """The last such word before a moment, and behind the moment before it, that says what it is."""
    after = max((m.end for m in before if m.end <= start), default=0)
    near = [word for end, word in words if max(after, start - _FARTHEST) <= end <= start + 1]
    return near[-1] if near else ""


@cache
def _late() -> tuple[str, ...]:
    """Words for the second half of the day before a clock time."""
    return tuple(table("dates")["late"])


def _clock(found: re.Match[str]) -> str | None:
    minutes = (found[name] for name in ("mi", "mi2", "mi3", "mi4", "dotted"))
    hour, minute = int(found["h"] or found["h4"]), int(next(filter(None, minutes), 0))
    half = found["half"] or ("p" if found.string[: found.start()].rstrip().endswith(_late()) else "")
    if half:
        if not 1 <= hour <= 12:
            return f"{hour:02}:{minute:02}" if hour < 24 else None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24:
        return "00:00" if minute == 0 else None
    return f"{hour:02}:{minute:02}"


def _offset(found: re.Match[str], day: date, clock: str) -> str:
    if found["off"]:
        sign = re.fullmatch(r"(?:utc|gmt)?([+-])(\d\d?):?(\d\d)?", found["off"])
        if sign is None:
            return "+00:00"
        known = int(sign[2]) <= _MOST_HOURS and int(sign[3] or 0) < 60
        return f"{sign[1]}{int(sign[2]):02}:{sign[3] or '00'}" if known else ""
    if not found["zone"]:
        return ""
    row = table("dates")["zones"][found["zone"]]
    if "offset" in row:
        return str(row["offset"])
    try:
        zone = ZoneInfo(row["tz"])
    except ZoneInfoNotFoundError:
        return ""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone).isoformat()[-6:]


def _day(found: re.Match[str], near: date) -> date | None:
    for n in "16":
        if found["y" + n]:
            return _date(found["y" + n], found["m" + n], found["d" + n])
    for n in "237":
        if found["n" + n]:
            month = str(months()[found["n" + n]])
            if found["y" + n]:
                return _date(found["y" + n].strip("'"), month, found["d" + n])
            years = (_date(str(near.year + more), month, found["d" + n]) for more in (0, -1, 1))
            return min(filter(None, years), key=lambda day: abs(day - near), default=None)
    if found["y4"]:
        return _date(found["y4"], found["m4"], found["d4"])
    first, second, year = found["d5"], found["m5"], found["y5"]
    usual, american = _date(year, second, first), _date(year, first, second)
    if usual and american and usual != american:
        close = [day for day in (usual, american) if abs((day - near).days) <= 1]
        if len(close) == 1 or found["s5"] != ".":
            return close[0] if len(close) == 1 else None
    dotted = found["s5"] == "." and american is not None and abs((american - near).days) > 1
    return usual or (None if dotted else american)  # `11.14.2019`: only where the header bears it out


def _date(year: str, month: str, day: str) -> date | None:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
