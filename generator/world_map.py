"""A small map: the land as a picture, and on it a circle for each place, which leads to the place's page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup, escape

from generator.outlines import HEIGHT, STEPS, WIDTH, Outlines, Point

_ASPECT = 0.6
"""Height of a map by its width."""
_NARROWEST = 220.0
"""Of the part of the world that is shown, in the units of the whole map: a continent, not a coast, which the
outlines are too coarse for."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map."""

    name: str
    """Read out and shown on hover: `Norway: 12 articles`."""
    href: str
    at: Point
    count: int


def land(outlines: Outlines) -> str:
    """The picture of the land, an SVG file. Its colour is the page's affair: the picture is black, and the page
    makes it pale, or inverts it in the dark."""
    view = f"0 0 {WIDTH * STEPS:g} {HEIGHT * STEPS:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"><path d="{outlines.land}"/></svg>\n'


def world_map(spots: Sequence[Spot], *, land_href: str, id: str, title: str, description: str) -> Markup:
    """An SVG element that shows the part of the world where the spots are; empty without spots."""
    if not spots:
        return Markup("")
    left, top, width = _window([spot.at for spot in spots])
    unit = width / 100
    most = max(spot.count for spot in spots)
    parts = [
        f'<svg class="plot-map" role="group" aria-labelledby="{id}-title {id}-desc"',
        f' viewBox="{left:.1f} {top:.1f} {width:.1f} {width * _ASPECT:.1f}">',
        f'<title id="{id}-title">{escape(title)}</title><desc id="{id}-desc">{escape(description)}</desc>',
        f'<image class="plot-land" href="{escape(land_href)}" width="{WIDTH:g}" height="{HEIGHT:g}"/>',
    ]
    # Large circles first, so that small ones lie on top and can be reached.
    for spot in sorted(spots, key=lambda spot: (-spot.count, spot.name)):
        radius = unit * (0.9 + 1.9 * sqrt(spot.count / most))
        x, y = spot.at
        parts.append(
            f'<a href="{escape(spot.href)}" aria-label="{escape(spot.name)}"><title>{escape(spot.name)}</title>'
            f'<circle class="plot-spot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}"/></a>'
        )
    parts.append("</svg>")
    return Markup("".join(parts))


def _window(places: list[Point]) -> tuple[float, float, float]:
    """Left, top and width of the part of the map around the places, within the map where it fits."""
    lefts, tops = [x for x, _ in places], [y for _, y in places]
    width = max((max(lefts) - min(lefts)) * 1.25, (max(tops) - min(tops)) * 1.25 / _ASPECT, _NARROWEST)
    width = min(width, WIDTH)
    left = (min(lefts) + max(lefts) - width) / 2
    top = (min(tops) + max(tops) - width * _ASPECT) / 2
    left = min(max(left, 0.0), WIDTH - width)
    return left, min(max(top, min(0.0, HEIGHT - width * _ASPECT)), max(0.0, HEIGHT - width * _ASPECT)), width
