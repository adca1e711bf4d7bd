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

from babel.dates import get_day_names, get_month_names

from generator.characters import plain
from generator.rulebook import table

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "pl", "nl")
_OWN = {
    "sept": 9,
    "mrz": 3,
    "jän": 1,
    "jänner": 1,
    "feber": 2,
    "março": 3,
    "set": 9,
    "ott": 10,
    "marz": 3,
    "setiembre": 9,
}


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

    def iso(self, day: date) -> str:
        """ISO 8601 with `day` where the line gives none."""
        stated = (self.day or day).isoformat()
        return f"{stated}T{self.time}{self.offset}" if self.time else stated


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                for number, name in get_month_names(width, form, language).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    return {**names, **_OWN}


@cache
def _days() -> frozenset[str]:
    names: set[str] = set()
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            names.update(n.casefold().rstrip(".") for n in get_day_names(width, "format", language).values())
    return frozenset(names | {"tues", "thur", "thurs", "weds"})


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The patterns of days, of clock times, and of the words before a moment."""
    months = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    zones = "|".join(sorted(table("dates")["zones"], key=lambda name: (-len(name), name)))
    days = re.compile(
        rf"""(?<![\d.,/-])(?P<y1>\d{{4}})-(?P<m1>\d\d?)-(?P<d1>\d\d?)(?![\d-])
        |(?<![\d.,/])(?P<d2>\d\d?)(?:st|nd|rd|th|er|º|ª|°|\.)?[ ]?-?(?:de[ ]|of[ ]|di[ ])?
            (?P<n2>{months})(?![^\W\d_])\.?,?[ -]*
            (?:de[ ]|del[ ]|di[ ])?(?P<y2>(?:19|20)\d\d|'\d\d)?(?=\D|\d?\d[:h.]|$)
        |(?<![^\W\d_])(?P<n3>{months})\.?[ ](?P<d3>\d\d?)(?:st|nd|rd|th)?(?!\d)
            (?:,?[ ]*(?:de[ ])?(?P<y3>(?:19|20)\d\d))?
        |(?<![\d.,/-])(?P<y4>(?:19|20)\d\d)(?P<s4>[./])(?P<m4>\d\d?)(?P=s4)(?P<d4>\d\d?)(?!\d)
        |(?<![\d.,/-])(?P<d5>\d\d?)(?P<s5>[./-])[ ]?(?P<m5>\d\d?)(?P=s5)[ ]?(?P<y5>(?:19|20)\d\d|\d\d(?!\d))
        |(?P<y6>\d{{4}})年(?P<m6>\d\d?)月(?P<d6>\d\d?)日""",
        re.VERBOSE | re.IGNORECASE,
    )
    times = re.compile(
        rf"""(?<![\d.,:/-])(?P<h>[01]?\d|2[0-4])
        (?:[:h]\s?(?P<mi>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)
            |\.(?P<mi2>[0-5]\d)(?!\d)(?=\s?(?:[ap]\.?[ ]?m\b|uhr|hrs|h\b|gmt|utc|bst))
            |(?=\s?(?:[ap]\.?[ ]?m\b|uhr\b|h(?:s|rs)?\b)))
        \s?(?P<half>[ap])?(?(half)\.?[ ]?m\b\.?)
        (?:\s?(?:uhr|hrs?|hs|h|time|local[ ]time)\b\.?)?
        (?:\s?\(?(?P<zone>{zones})\b\)?)?(?:\s?(?P<off>Z\b|(?:utc|gmt)?[+-]\d\d?:?(?:\d\d)?(?![\d:])))?""",
        re.VERBOSE | re.IGNORECASE,
    )
    rows = table("dates")
    words = sorted([*rows["published"], *rows["modified"]], key=lambda word: (-len(word), word))
    return (
        days,
        times,
        re.compile("(?<![^\\W\\d_])(?:" + "|".join(map(re.escape, words)) + ")(?![^\\W\\d_])", re.IGNORECASE),
    )


def moments(line: str, near: date) -> list[Moment]:
    """The moments that a line states, in order; `near` settles ambiguous and short forms.

    A slash date that can be read in two ways is taken in the way that is within a day of `near`; if neither is, it
    is left out. A day without a year takes the year of `near`.
    """
    text = plain(line)
    days_form, times_form, words_form = _forms()
    days = [(found.span(), _day(found, near)) for found in days_form.finditer(text)]
    spans = [span for span, _ in days]
    times = [f for f in times_form.finditer(_masked(text, spans)) if _clock(f) is not None]
    words = [(f.end(), f[0].casefold()) for f in words_form.finditer(text)] if days or times else []
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
        found.append(Moment(day, clock, offset, _is_modified(words, first, found), first, last))
    for i, time in enumerate(times):
        if i not in used:
            found.append(
                Moment(
                    None,
                    _clock(time) or "",
                    _offset(time, near, _clock(time) or ""),
                    _is_modified(words, time.start(), found),
                    time.start(),
                    time.end(),
                )
            )
    return sorted(found, key=lambda moment: moment.start)


@cache
def _weekday() -> re.Pattern[str]:
    """A weekday right before a moment that has been taken out."""
    names = "|".join(sorted(_days(), key=lambda name: (-len(name), name)))
    return re.compile(rf"\b(?:{names})\b\.?,?(?=\s*\|)", re.IGNORECASE)


def without(line: str, found: list[Moment]) -> str:
    """A line without its moments and the words before them, a bar in place of each."""
    text = plain(line)
    for moment in reversed(found):
        text = text[: moment.start] + " | " + text[moment.end :]
    text = _forms()[2].sub(" | ", text)
    return _weekday().sub(" ", text)


def rest_of(line: str, found: list[Moment]) -> list[str]:
    """The words of a line that are no part of a moment: neither date, weekday, zone nor one of the words around."""
    text = plain(line)
    for moment in reversed(found):
        text = text[: moment.start] + " " + text[moment.end :]
    text = _forms()[2].sub(" ", text)
    return [w for w in re.findall(r"[^\W\d_](?:[\w'.&@-]*\w)?|\d+", text) if w.casefold() not in _fillers()]


@cache
def _fillers() -> frozenset[str]:
    words = {w for row in table("dates")["filler"].values() for w in row["words"].split()}
    return frozenset(words | _days() | set(table("dates")["zones"]) | set(_months()))


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with its dates blanked out, so that no part of one is taken for a clock time."""
    for start, end in spans:
        text = text[:start] + "~" * (end - start) + text[end:]
    return text.replace("~", " ") if spans else text


def _near(text: str, time: tuple[int, int], day: tuple[int, int]) -> bool:
    gap = text[day[1] : time[0]] if time[0] >= day[1] else text[time[1] : day[0]]
    return len(gap) <= 25 and not _forms()[2].search(gap)


def _is_modified(words: list[tuple[int, str]], start: int, before: list[Moment]) -> bool:
    """Whether the last such word before the moment, and behind the moment before it, says that it is an update."""
    after = max((m.end for m in before if m.end <= start), default=0)
    near = [word for end, word in words if after <= end <= start + 1]
    return bool(near) and near[-1] in table("dates")["modified"]


def _clock(found: re.Match[str]) -> str | None:
    hour, minute = int(found["h"]), int(found["mi"] or found["mi2"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return f"{hour:02}:{minute:02}" if hour < 24 else None
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    if hour == 24:
        return "00:00" if minute == 0 else None
    return f"{hour:02}:{minute:02}"


def _offset(found: re.Match[str], day: date, clock: str) -> str:
    if found["off"]:
        sign = re.fullmatch(r"(?:utc|gmt)?([+-])(\d\d?):?(\d\d)?", found["off"], re.IGNORECASE)
        return "+00:00" if sign is None else f"{sign[1]}{int(sign[2]):02}:{sign[3] or '00'}"
    if not found["zone"]:
        return ""
    row = table("dates")["zones"][found["zone"].casefold()]
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
    for n in "23":
        if found["n" + n]:
            year = found["y" + n]
            return _date(
                year.strip("'") if year else str(near.year),
                str(_months()[found["n" + n].casefold()]),
                found["d" + n],
            )
    if found["y4"]:
        return _date(found["y4"], found["m4"], found["d4"])
    first, second, year = found["d5"], found["m5"], found["y5"]
    usual, american = _date(year, second, first), _date(year, first, second)
    if usual and american and usual != american and found["s5"] != ".":
        close = [day for day in (usual, american) if abs((day - near).days) <= 1]
        return close[0] if len(close) == 1 else None
    return usual or (american if found["s5"] != "." else None)


def _date(year: str, month: str, day: str) -> date | None:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
