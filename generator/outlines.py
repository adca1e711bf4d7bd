"""Outlines of land and countries from TopoJSON, as the npm package `world-atlas` has them (Natural Earth data).

TopoJSON: https://github.com/topojson/topojson-specification, sections 2.1.2 (quantised, delta-coded arcs) and
2.1.4 (a geometry is arcs by number, a negative one read backwards).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Any, TypeAlias

Point: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees, or x and y on the map."""

WIDTH, HEIGHT = 1000.0, 487.0
"""Of the map of the whole world, in its own units."""
STEPS = 2


@dataclass(frozen=True, slots=True)
class Outlines:
    """The world on one map."""

    land: str
    """An SVG path in 1 / `STEPS` of the map's units."""
    centres: Mapping[str, Point]
    """The middle of each country's largest part on the map, by its ISO 3166-1 number of three digits."""


def project(longitude: float, latitude: float) -> Point:
    """A place on the map, by the Equal Earth projection: areas keep their proportion.

    Formula: Šavrič, Patterson, Jenny, "The Equal Earth map projection", IJGIS 33 (2019), equations 5 to 7.
    """
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    below = 3 * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1)
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / below
    y = theta * (a4 * sixth * square + a3 * sixth + a2 * square + a1)
    # x reaches 2.70663 at the equator's ends, y 1.31736 at the poles.
    scale = WIDTH / (2 * 2.70663)
    return WIDTH / 2 + x * scale, HEIGHT / 2 - y * scale


def outlines(topology: Mapping[str, Any]) -> Outlines:
    """Reads `countries-110m.json` of `world-atlas`."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    land = [
        [project(*place) for place in ring]
        for geometry in topology["objects"]["land"]["geometries"]
        for ring in _rings(geometry, arcs)
    ]
    centres = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = [[project(*place) for place in ring] for ring in _rings(geometry, arcs)]
        if "id" in geometry and rings:
            centres[str(geometry["id"])] = _centre(max(rings, key=lambda ring: abs(_area(ring))))
    return Outlines("".join(_path(ring) for ring in land), centres)


def _arc(steps: list[list[int]], transform: Mapping[str, list[float]]) -> list[Point]:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    places = []
    for right, up in steps:
        x, y = x + right, y + up
        places.append((x * kx + dx, y * ky + dy))
    return places


def _rings(geometry: Mapping[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            places: list[Point] = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                places.extend(arc[1:] if places else arc)
            yield list(_unbroken(places))


def _unbroken(ring: list[Point]) -> Iterator[Point]:
    """A ring that crosses the 180th meridian goes on beyond it, and not back around the world."""
    turn, last = 0.0, ring[0][0]
    for longitude, latitude in ring:
        if abs(longitude - last) > 180:
            turn += 360 if longitude < last else -360
        last = longitude
        yield longitude + turn, latitude


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _centre(ring: list[Point]) -> Point:
    """The centroid of a polygon."""
    area = _area(ring) * 6
    x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return (x / area, y / area) if area else ring[0]


def _path(ring: list[Point]) -> str:
    """Closed; in whole steps of 1 / `STEPS` from point to point, without points that fall on the one before."""
    placed: list[tuple[int, int]] = []
    for x, y in ring:
        place = (round(x * STEPS), round(y * STEPS))
        if not placed or placed[-1] != place:
            placed.append(place)
    steps = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(placed))
    return f"M{placed[0][0]} {placed[0][1]}l{steps}z".replace(" -", "-") if len(placed) > 2 else ""
