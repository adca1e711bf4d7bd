"""Stories: what binds articles, what keeps them apart, and what their addresses survive."""

import random
from dataclasses import replace
from datetime import date, timedelta

from generator.stories import LONGEST, MOST, Member, stories

START = date(2024, 6, 1)
PIER = "The Thornsea pier collapse inquiry heard engineer Ida Falk speak of rusted piles under the pavilion."
NOISE = [
    Member(
        f"noise{n}",
        START - timedelta(n * 3),
        f"Matter{n} concerning place{n}",
        f"In place{n} person{n} spoke of matter{n}, and thing{n} was left for place{n + 1} and person{n + 2}.",
        tags=(f"T{n}",),
    )
    for n in range(40)
]


def pier(id: str, days: int, more: str = "", **fields: str) -> Member:
    return Member(
        id,
        START + timedelta(days),
        f"Pier inquiry {more}".strip(),
        f"{PIER} {more}",
        "en",
        ("Thornsea",),
        **fields,
    )


def ids(members: list[Member], links: list[tuple[str, str]] | None = None) -> list[list[str]]:
    """The stories among members, each by the ids of its articles."""
    place = {member.id: n for n, member in enumerate(members)}
    found = stories(members, [(place[a], place[b]) for a, b in links or []])
    return [[members[n].id for n in story.numbers] for story in found]


def address_ids(members: list[Member]) -> list[str]:
    return [members[story.address].id for story in stories(members, [])]


def test_articles_alike_in_words_and_time_are_a_story_oldest_first() -> None:
    assert ids([*NOISE, pier("c", 4), pier("a", 0), pier("b", 2)]) == [["a", "b", "c"]]


def test_read_more_lines_bind_articles_that_closeness_alone_does_not() -> None:
    words = [
        "Harbour mud tested in Thornsea laboratory, chemist Rao says after a week of waiting for samples",
        "Fishing fleet fears Harbour closure; skipper Lund counts losses and asks ministers for money",
        "Minister visits Harbour office, promises engineers, pumps, barges, surveys and a new timetable",
    ]
    own = [
        Member(f"m{n}", START + timedelta(n * 20), f"Report {n}", text, "en", ("Harbour",))
        for n, text in enumerate(words)
    ]
    assert ids([*NOISE, *own]) == []
    assert ids([*NOISE, *own], [("m1", "m0"), ("m2", "m1")]) == [["m0", "m1", "m2"]]


def test_a_line_to_an_article_of_other_matter_binds_nothing() -> None:
    own = [pier("a", 0), pier("b", 1), pier("c", 2)]
    assert ids([*NOISE, *own], [("a", "noise0"), ("noise1", "c")]) == [["a", "b", "c"]]


def test_a_line_across_half_a_year_binds_nothing() -> None:
    assert ids([*NOISE, pier("a", 0), pier("b", 180), pier("c", 360)], [("b", "a"), ("c", "b")]) == []


def test_the_same_words_a_year_apart_are_no_story() -> None:
    assert ids([*NOISE, *(pier(f"m{n}", n * 365) for n in range(4))]) == []


def test_two_articles_are_no_story() -> None:
    assert ids([*NOISE, pier("a", 0), pier("b", 1)], [("b", "a")]) == []


def test_a_pair_and_an_article_that_points_to_both_become_one_story() -> None:
    found = ids([*NOISE, pier("a", 0), pier("b", 40), pier("c", 80)], [("c", "a"), ("c", "b")])
    assert found == [["a", "b", "c"]]


def test_a_long_running_subject_is_cut_into_stories_within_bounds() -> None:
    members = [*NOISE, *(pier(f"m{n:03}", n * 2, f"witness{n}") for n in range(150))]
    members += [
        replace(noise, id=f"{noise.id}x{n}", day=START + timedelta(n * 8)) for n, noise in enumerate(NOISE)
    ]
    members += [
        Member(f"other{n}", START, f"Other{n} thing{n}", f"Some other{n} thing{n} was odd{n}.")
        for n in range(600)
    ]
    found = stories(members, [])
    assert len(found) > 1
    for story in found:
        days = [members[n].day for n in story.numbers]
        assert len(days) <= MOST
        assert (max(days) - min(days)).days <= LONGEST


def test_a_story_is_named_from_what_its_articles_share() -> None:
    members = [*NOISE, pier("a", 0), pier("b", 1), replace(pier("c", 2), tags=("Thornsea", "Weather"))]
    (story,) = stories(members, [])
    assert story.about[0] == "Thornsea"
    assert "Weather" not in story.about
    assert len(story.about) == 3


def test_the_links_of_a_story_are_those_within_it() -> None:
    members = [pier("c", 2), pier("b", 1), pier("a", 0), *NOISE]
    (story,) = stories(members, [(0, 2), (0, 1), (0, 5), (0, 1), (2, 2)])
    assert story.links == ((0, 1), (0, 2))


def test_the_story_with_the_newest_article_comes_first() -> None:
    ferry = "The Ormsa ferry crews rejected a roster offer by boatman Aksel Strand at the quay."
    early = [
        Member(f"f{n}", START - timedelta(30 - n), "Ferry strike", ferry, "en", ("Ormsa",)) for n in range(3)
    ]
    found = ids([*early, *NOISE, pier("a", 0), pier("b", 1), pier("c", 2)])
    assert [group[0] for group in found] == ["a", "f0"]


def test_a_story_keeps_its_address_when_articles_are_added() -> None:
    before = [replace(member, imported="2024-07-01") for member in (pier("b", 1), pier("c", 2), pier("d", 3))]
    earlier, later = pier("a", 0, imported="2024-08-01"), pier("e", 4, imported="2024-08-01")
    assert address_ids([*NOISE, *before]) == ["b"]
    assert address_ids([*NOISE, *before, later]) == ["b"]
    assert address_ids([*NOISE, earlier, *before, later]) == ["b"]
    assert ids([*NOISE, earlier, *before, later]) == [["a", "b", "c", "d", "e"]]


def test_articles_of_later_months_do_not_stir_the_stories_of_before() -> None:
    rng = random.Random(11)
    subjects = [[f"matter{n}{letter}" for letter in "abcdefgh"] for n in range(12)]

    def some(count: int, first: int, last: int, prefix: str) -> list[Member]:
        return [
            Member(
                f"{prefix}{n:03}",
                START + timedelta(rng.randint(first, last)),
                f"Report {n}",
                " ".join(
                    [*rng.sample(rng.choice(subjects), 6), *(f"word{rng.randrange(300)}" for _ in range(8))]
                ),
            )
            for n in range(count)
        ]

    old = some(250, 0, 60, "old")
    before = ids(old)
    assert len(before) > 3
    later = some(100, 130, 200, "new")
    assert [group for group in ids([*old, *later]) if group[0].startswith("old")] == before


def test_the_order_of_articles_and_links_does_not_matter() -> None:
    members = [*NOISE, *(pier(f"m{n}", n * 3, f"witness{n}") for n in range(12))]
    links = [("m3", "m1"), ("m5", "m9"), ("noise2", "noise1")]
    shuffled = random.Random(7).sample(members, len(members))
    assert ids(members, links) == ids(shuffled, links[::-1])


def test_an_empty_archive_has_no_stories() -> None:
    assert stories([], []) == []
