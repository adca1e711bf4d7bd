"""What is known about the words of headlines: `rules/headline_words.yaml`, the countries, and CLDR's calendars."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from generator.rulebook import table


@lru_cache(maxsize=1 << 17)
def bare(text: str) -> str:
    """Casefolded and without accents, as the tables' words are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _entries(words: Iterable[str]) -> list[str]:
    return [bare(word).replace("_", " ") for word in words]


class Rules:
    """The tables, turned round for looking up a word (or a few, parted by spaces) in its bare form."""

    def __init__(self) -> None:
        rows = table("headline_words")
        self.same: dict[str, str] = {}
        """The word that stands for all ways of writing it."""
        self.alike: dict[str, frozenset[int]] = {}
        """The rows of words that may stand for each other; two words are alike if they share a row."""
        self.opposite: dict[str, frozenset[int]] = {}
        """The sides a word is on; n and n ^ 1 are the two sides of one contrast."""
        for row in rows["same"]:
            self.same |= dict.fromkeys(_entries(row["words"]), bare(row["words"][0]))
        for number, row in enumerate(rows["alike"]):
            for word in _entries(row["words"]):
                self.alike[word] = self.alike.get(word, frozenset()) | {number}
        for number, row in enumerate(rows["opposite"]):
            for side, words in enumerate((row["words"], row["to"])):
                for word in _entries(words):
                    known = self.same.get(word, word)
                    self.opposite[known] = self.opposite.get(known, frozenset()) | {2 * number + side}
        self.frame = frozenset(word for row in rows["frame"] for word in _entries(row["words"]))
        self.legal = frozenset(word for row in rows["legal"] for word in _entries(row["words"]))
        self.function = {row["lang"]: frozenset(_entries(row["words"])) for row in rows["function"]}
        self.numbers = {bare(word): str(n) for row in rows["numbers"] for word, n in row["words"].items()}
        self.countries = _countries()
        """Names, adjectives and inhabitants to `=` and the country's key."""
        phrases = [p.split() for part in (self.same, self.alike, self.frame, self.countries) for p in part]
        self.openers = frozenset(phrase[0] for phrase in phrases if len(phrase) > 1)
        """Words with which those of more than one word begin."""
        self.longest = max(map(len, phrases))


@cache
def rules() -> Rules:
    """The tables, read once."""
    return Rules()


def _countries() -> dict[str, str]:
    names = Locale.parse("en").territories
    found: dict[str, str] = {}
    for code, row in table("countries").items():
        for word in (row.get("name"), *row.get("also", ()), *row.get("words", ()), names.get(code)):
            phrase = " ".join(bare(word or "").replace(".", "").replace("-", " ").split())
            # "Us" is a word before it is a country; whoever sees its capitals or points has to tell.
            if phrase and phrase != "us":
                found.setdefault(phrase, f"={code}")
    return found


@cache
def calendar(lang: str) -> dict[str, str]:
    """Names of months and days of a language, long and short and bare, to one sign each: `@m3`, `@d0`."""
    found: dict[str, str] = {}
    try:
        for width in ("wide", "abbreviated"):
            for sign, names in (
                ("m", get_month_names(width, locale=lang)),
                ("d", get_day_names(width, locale=lang)),
            ):
                for number, name in names.items():
                    found.setdefault(bare(name).strip("."), f"@{sign}{number}")
    except UnknownLocaleError:
        return {}
    if lang == "en":
        found |= {"sept": "@m9", "tues": "@d1", "thurs": "@d3"}
        del found["may"]  # Far more often the verb; told from the month by a number beside it.
    return found
