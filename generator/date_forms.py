"""How dates and clock times are written: the names of months and days, and the patterns made of them.

The names come from CLDR through babel; the words around a moment from `rules/dates.yaml`.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from babel.dates import get_day_names, get_month_names

from generator.characters import plain, small
from generator.rulebook import any_row, table

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "pl", "nl", "sv", "nb", "da", "ru", "uk", "bg", "el")
"""Names whole and abbreviated."""
WHOLE_ONLY = ("cs", "tr", "fi", "ro", "hu", "ca", "id", "sk", "ar")
"""Names whole: abbreviated ones of these are words of other languages (`12 pro`, `8 ara`)."""
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
    "févr": 2,
    "fev": 2,
    "avr": 4,
    "juil": 7,
    "фев": 2,
    "сен": 9,
    "ноя": 11,
}
_NEVER_FIRST = {"des", "set"}
"""Short names that are words before a number in other languages: `des 2. Hafens`, `set 3 records`."""
_PARTICLE = re.compile(r"^(?:de |d['’])")
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[A-ZÀ-Þ\d](?:[a-zà-ÿ](?<=[^\W_][A-ZÀ-Þ].)|(?<=\d)\d{4})")
"""Where words may have been run together: a capital right behind a letter or digit, more digits than a year has."""
_NUMBERS = re.compile(r"[\d年년](?:[./-][ ]?\d\d?[./-][ ]?\d|(?<=[年년]))")
_ORDINALS = ("st", "nd", "rd", "th", "er", "º", "ª")
"""What may stand between a day and the name of its month without a space, and is letters."""
_HOURS = "時时点點시"
"""What stands between hour and minutes in Japanese, Chinese and Korean."""
_LONG = 5
"""Letters from which a word before a date is told where it is glued to the word before it."""


@cache
def months() -> dict[str, int]:
    """Number of the month by its name as `small` gives it, without the dot of an abbreviation."""
    names: dict[str, int] = {}
    for language in (*LANGUAGES, *WHOLE_ONLY):
        for width in ("wide", "abbreviated") if language in LANGUAGES else ("wide",):
            for form in ("format", "stand-alone"):
                for number, name in get_month_names(width, form, language).items():
                    names.setdefault(small(_PARTICLE.sub("", name.casefold())).rstrip("."), number)
    return {**names, **_OWN}


@cache
def weekdays() -> frozenset[str]:
    """Names of the days of the week in lower case, whole and short."""
    names: set[str] = set()
    for language in (*LANGUAGES, *WHOLE_ONLY):
        for width in ("wide", "abbreviated") if language in LANGUAGES else ("wide",):
            for form in ("format", "stand-alone"):
                names.update(n.casefold().rstrip(".") for n in get_day_names(width, form, language).values())
    return frozenset(names | {"tues", "thur", "thurs", "weds"})


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; in groups of one first letter, so that it is quick."""
    begun: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        begun.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(begun.items()))


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without digits and marks."""
    return _WORD.findall(small(text))


@cache
def _dating() -> frozenset[str]:
    """The words by which a date with the name of a month is told; an ending of the day may be part of the word."""
    names = [name for month in months() for name in _WORD.findall(month)[:1]]
    return frozenset(before + name for before in ("", *_ORDINALS) for name in names)


def may_date(text: str, words: list[str]) -> bool:
    """Whether a text has what no date is without: the name of a month among its words, or three numbers."""
    return not _dating().isdisjoint(words) or _NUMBERS.search(text) is not None


@cache
def days_form() -> re.Pattern[str]:
    """Dates, in text that `small` gives. The number of a group names the form: y2, n2 and d2 are year, month's name
    and day of `4 March 2021`."""
    names = any_of(months())
    before_day = any_of(months().keys() - _NEVER_FIRST)
    return re.compile(
        rf"""(?=\d)(?:  # quick to tell: most forms begin with a number
        (?<![\d.,/-])(?P<y1>\d{{4}})-(?P<m1>\d\d?)-(?P<d1>\d\d?)(?![\d-])
        |(?<![\d.,/-])(?P<y7>(?:19|20)\d\d)\.?[ ](?P<n7>{names})[ ](?P<d7>\d\d?)(?![\d:])
        |(?<![\d.,/])(?P<d2>\d\d?)(?:st|nd|rd|th|er|º|ª|°|\.)?[ ]?[-/·]?(?:de[ ]|of[ ]|di[ ]|d')?
            (?P<n2>{names})(?![^\W\d_])\.?,?[ /·-]*
            (?:de[ ]|del[ ]|di[ ])?(?P<y2>(?:19|20)\d\d|'\d\d|(?<=-)\d\d(?![\d:]))?(?=\D|\d?\d[:h.]|$)
        |(?<![\d.,/-])(?P<y4>(?:19|20)\d\d)(?P<s4>[./])[ ]?(?P<m4>\d\d?)(?P=s4)[ ]?(?P<d4>\d\d?)(?!\d)
        |(?<![\d.,/-])(?P<d5>\d\d?)(?P<s5>[./-])[ ]?(?P<m5>\d\d?)(?P=s5)[ ]?(?P<y5>(?:19|20)\d\d|\d\d(?!\d))
        |(?P<y6>\d{{4}})(?:年|년\s?)(?P<m6>\d\d?)(?:月|월\s?)(?P<d6>\d\d?)[日일])
        |(?<![^\W\d_])(?P<n3>{before_day})\.?[ ](?P<d3>\d\d?)(?:st|nd|rd|th)?(?!\d|[/.]\d)
            (?:,?[ ]*(?:de[ ]|del[ ])?(?P<y3>(?:19|20)\d\d))?""",
        re.VERBOSE,
    )


@cache
def times_form() -> re.Pattern[str]:
    """Clock times, in text that `small` gives, with half of the day, zone and offset. One whose minutes stand behind a
    dot or comma alone (`dotted`) is a time only where something tells so (`is_announced`)."""
    zones = any_of(table("dates")["zones"]).replace(r"\ ", "[ ]")
    hour = any_of(table("dates")["hour"])
    return re.compile(
        rf"""(?=\d)(?<![\d.:/-])(?<!\d,)(?:(?P<h4>[01]\d|2[0-3])(?P<mi4>[0-5]\d)(?=\s?(?:hrs|hours|gmt|utc)\b)
            |(?P<h>[01]?\d|2[0-4])
            (?:(?::\s?|\s?(?:h|heures)\s?|u)(?P<mi>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)
            |[{_HOURS}]\s?(?P<mi3>[0-5]\d)[分분]
            |\.(?P<mi2>[0-5]\d)(?!\d)(?=\s?(?:[ap]\.?[ ]?m\b|(?:{hour})\b|gmt|utc|bst))
            |[.,](?P<dotted>[0-5]\d)(?!\d|[.,/]\d|\s?[%€$£])
            |(?=\s?(?:[ap]\.?[ ]?m\b|(?:{hour})\b))))
        (?!(?<=:\d\d)\s?(?:min|mins|minuten|minutes|minutos|minuti|sec|sek|secs)\b)
        \s?(?P<half>[ap])?(?(half)(?:\.?[ ]?m\b\.?|(?<=:\d\d[ap])\b))
        (?:\s?(?:{hour}|local[ ]time)\b\.?)?
        (?:\s?\(?(?P<zone>{zones})\b\)?)?(?:\s?\(?(?P<off>z\b|(?:utc|gmt)?[+-]\d\d?:?(?:\d\d)?(?![\d:]))\)?)?""",
        re.VERBOSE,
    )


@cache
def _clock() -> re.Pattern[str]:
    hour = any_of(table("dates")["hour"])
    return re.compile(rf"\d(?::|[.,][0-5]\d(?!\d)|\s?(?:h|u\d|[{_HOURS}]|[ap]\.?[ ]?m|{hour}|gmt|utc))")


def may_time(text: str) -> bool:
    """Whether a text in small letters has what no clock time is without: a number and what makes it one."""
    return _clock().search(text) is not None


@cache
def words_form() -> re.Pattern[str]:
    """The words that say what the moment behind them is: published or updated."""
    rows = table("dates")
    return re.compile(
        rf"(?<![^\W\d_])(?<!\w-)(?:{any_of([*rows['published'], *rows['modified']])})(?![^\W\d_])",
        re.IGNORECASE,
    )


@cache
def _saying() -> frozenset[str]:
    rows = table("dates")
    return frozenset(words_in(word)[0] for word in [*rows["published"], *rows["modified"]])


def may_say(words: list[str]) -> bool:
    """Whether one of the words begins what says that a moment is one of publication or of an update."""
    return not _saying().isdisjoint(words)


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{any_of(table('dates')['clock'])})[.:]?\s*$", re.IGNORECASE)


def is_announced(text: str, start: int, days: list[tuple[int, int]]) -> bool:
    """Whether `15.30` is a clock time: a word says so (`kl. 15.30`, `ore 15.30`), or a date stands right before it."""
    if any(0 <= start - end <= 4 and not text[end:start].strip(" ,;|·•-") for _, end in days):
        return True
    return _announced().search(text[:start]) is not None


@cache
def _glue() -> re.Pattern[str]:
    """The places where a word of a date was run together with what stands before it."""
    rows = table("dates")
    words = any_of(word for word in [*rows["published"], *rows["modified"]] if len(word) >= _LONG)
    long = any_of(name for name in weekdays() if len(name) > _LONG)
    return re.compile(
        rf"""(?<=[^\W_])(?=(?-i:[A-ZÀ-Þ][a-zà-ÿ]))(?=(?:{words})(?![^\W\d_]|[ ]?\Z))
        |(?<=[ \d](?-i:[AP]M))(?=(?-i:[A-Z][a-z]))
        |(?<=(?-i:[M\d])[ ](?-i:[A-Z]{{2}}T))(?=(?-i:[A-Z][a-z]|UPDATED|PUBLISHED))
        |(?<=[ .,/-](?:19|20)\d\d)(?=\d\d?[.:/][ \d]|\d\d?[ ](?:{any_of(months())})(?![^\W\d_]))
        |(?<=(?-i:[a-zß-ż]))(?=(?-i:[A-Z][a-z]))(?=(?:{any_of(months())})\.?[ ]\d|(?:{long})\b)
        |(?<=(?-i:[A-ZÀ-Þ]{{3}}))(?=(?-i:[A-Z][a-z]))(?=(?:{any_of(months())})\.?[ ]\d)""",
        re.VERBOSE | re.IGNORECASE,
    )


@lru_cache(maxsize=1024)
def parted(line: str) -> str:
    """A line in plain characters, with a space where words of a date were run together: `4:29 AM ESTUpdated`."""
    text = plain(line)
    return _glue().sub(" ", text) if _JOINT.search(text) else text


@cache
def _telling() -> frozenset[str]:
    return frozenset(table("dates")["counted"])


def may_count(words: list[str]) -> bool:
    """Whether there is one of the words without which a line holds no time counted from the day of the capture."""
    return not _telling().isdisjoint(words)


@cache
def relative() -> re.Pattern[str]:
    """A time counted from the day of the capture, which says nothing any more: `22 hours ago`."""
    rows = table("dates")
    said = any_of([*rows["published"], *rows["modified"]])
    times = any_row("dates", "relative")
    return re.compile(
        rf"(?:(?<![^\W\d_])(?:{said})\W{{1,3}})?(?<![^\W_])(?:{times})(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{any_row('dates', 'relative')})(?![^\W_])", re.IGNORECASE)


def has_relative(line: str) -> bool:
    """Whether a line holds a time counted from the day of the capture, whatever stands before it."""
    return may_count(words_in(line)) and _counted().search(line) is not None


@cache
def _relative_line() -> re.Pattern[str]:
    elapsed = any_row("dates", "elapsed")
    return re.compile(rf"\W*(?:{relative().pattern}|{elapsed})\W*", re.IGNORECASE)


def is_relative(line: str) -> bool:
    """Whether a line is nothing but a time counted from the day of the capture: `22 hours ago`, `5 min`."""
    return _relative_line().fullmatch(line) is not None
