"""Which missing articles are wanted, and how often."""

from generator.links import resolve
from generator.model import Headline, Pointer
from generator.pins import parse
from generator.wanted import wanted

STORM = "Storm tears forty metres off Thornholm sea wall"


def lines(*titles: str) -> list[Pointer]:
    return [Pointer(f"{n:02}", title, "2024-03-12") for n, title in enumerate(titles)]


def test_the_most_wanted_headline_comes_first_with_its_sources() -> None:
    pointers = lines("Ferry to Varnay sold", STORM, STORM)
    found = wanted(resolve([], pointers))
    assert [one.title for one in found] == [STORM, "Ferry to Varnay sold"]
    assert found[0].sources == ("01", "02")


def test_an_article_that_points_twice_counts_once() -> None:
    pointer = Pointer("a", STORM, "2024-03-12")
    assert wanted(resolve([], [pointer, pointer]))[0].sources == ("a",)


def test_wordings_of_one_headline_are_counted_together() -> None:
    pointers = lines(STORM, STORM.upper(), "Storm tears forty metres off Thorn…", f"{STORM}, officials say")
    found = wanted(resolve([], pointers))
    assert len(found) == 1
    assert len(found[0].sources) == 4
    assert found[0].title == min(STORM, STORM.upper())


def test_headlines_of_one_template_are_wanted_apart() -> None:
    pointers = lines("Man held over fire at Orla mill", "Man held over fire at Leeds mill")
    assert len(wanted(resolve([], pointers))) == 2


def test_what_is_found_or_pinned_is_not_wanted() -> None:
    pins = parse("- line: Latest news\n  never: true\n- line: Watch it\n  address: https://example.org/\n")
    pointers = lines("Latest news", "Watch it", STORM)
    assert wanted(resolve([Headline("x", STORM, "2024-03-04")], pointers, pins)) == []


def test_an_article_added_later_leaves_the_list() -> None:
    pointers = lines(STORM, "Ferry to Varnay sold")
    assert len(wanted(resolve([], pointers))) == 2
    healed = wanted(resolve([Headline("x", STORM, "2024-03-04")], pointers))
    assert [one.title for one in healed] == ["Ferry to Varnay sold"]
