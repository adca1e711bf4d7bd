"""Maps: the projection, the outlines, and what stands where."""

import json
from math import cos, isclose, radians
from xml.etree import ElementTree

import pytest

from generator.coordinates import locate
from generator.outlines import HEIGHT, WIDTH, Outlines, outlines, project
from generator.world_map import Spot, land, world_map
from tests.made import ROOT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def world() -> Outlines:
    return outlines(json.loads((ROOT / "node_modules/world-atlas/countries-110m.json").read_bytes()))


def test_the_projection_fills_its_map() -> None:
    assert project(0, 0) == (WIDTH / 2, HEIGHT / 2)
    assert isclose(project(180, 0)[0], WIDTH, abs_tol=0.01)
    assert isclose(project(0, 90)[1], 0, abs_tol=0.5)
    assert isclose(project(0, -90)[1], HEIGHT, abs_tol=0.5)


def test_areas_keep_their_proportion_at_every_latitude() -> None:
    def area(latitude: float) -> float:
        # Of a small field on the map by that on the globe; meridians are symmetric, so the field is a rectangle.
        half = 0.01
        width = project(half, latitude)[0] - project(-half, latitude)[0]
        height = project(0, latitude - half)[1] - project(0, latitude + half)[1]
        return width * height / cos(radians(latitude))

    assert all(isclose(area(latitude), area(0), rel_tol=1e-4) for latitude in range(-85, 90, 5))


def test_countries_and_cities_are_where_they_are(world: Outlines) -> None:
    found = locate(["Norway", "Ghana", "Australia", "Bergen", "Pennavar", "Europe"], world)
    assert set(found) == {"Norway", "Ghana", "Australia", "Bergen"}
    assert found["Norway"][1] < found["Ghana"][1] < HEIGHT / 2 < found["Australia"][1]
    assert found["Bergen"][0] < found["Norway"][0] < found["Australia"][0]


def test_no_coast_runs_around_the_world(world: Outlines) -> None:
    steps = [
        step
        for path in world.land.split("z")
        for step in path.partition("l")[2].replace("-", " -").split()[::2]
    ]
    assert len(steps) > 1000
    assert max(abs(int(step)) for step in steps) < WIDTH / 2


def test_a_map_shows_a_link_for_each_place_the_smallest_on_top() -> None:
    spots = [Spot("A & B: 1", "a.html", (510, 80), 1), Spot("C: 9", "c.html", (505, 82), 9)]
    markup = str(world_map(spots, land_href="land.svg", id="m", title="T", description="D"))
    svg = ElementTree.fromstring(markup.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))
    assert [link.get("href") for link in svg.iter(f"{SVG}a")] == ["c.html", "a.html"]
    assert svg.find(f"{SVG}image") is not None


def test_a_map_stays_within_the_world() -> None:
    for place in [(0.0, 0.0), (WIDTH, HEIGHT), (WIDTH / 2, HEIGHT / 2)]:
        markup = str(
            world_map([Spot("A", "a.html", place, 1)], land_href="l", id="m", title="", description="")
        )
        left, top, width, height = map(float, markup.split('viewBox="')[1].split('"')[0].split())
        assert left >= 0
        assert top >= 0
        assert left + width <= WIDTH + 0.1
        assert top + height <= HEIGHT + 0.1


def test_no_places_make_no_map() -> None:
    assert world_map([], land_href="l", id="m", title="", description="") == ""


def test_the_picture_of_the_land_is_small(world: Outlines) -> None:
    picture = land(world)
    ElementTree.fromstring(picture)
    assert len(picture) < 30_000
