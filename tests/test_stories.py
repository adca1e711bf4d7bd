"""Stories: what binds articles, and what keeps them apart."""

from datetime import date, timedelta

from generator.stories import LONGEST, MOST, Member, stories

START = date(2024, 6, 1)
NOISE = [
    Member(
        f"noise{n}",
        START - timedelta(n * 3),
        f"Plain matter number{n} concerning topic{n} and place{n}",
        (f"T{n}",),
    )
    for n in range(30)
]


def newest_first(members: list[Member]) -> list[Member]:
    return sorted(members, key=lambda member: member.day, reverse=True)


def place(members: list[Member], id: str) -> int:
    return next(n for n, member in enumerate(members) if member.id == id)


def test_read_more_lines_bind_articles_into_a_story_oldest_first() -> None:
    own = [Member(f"m{n}", START + timedelta(n), f"Unlike words {n}", ("Harbour",)) for n in range(3)]
    members = newest_first(own + NOISE)
    links = [(place(members, "m2"), place(members, "m1")), (place(members, "m1"), place(members, "m0"))]
    (story,) = stories(members, links)
    assert [members[n].id for n in story.numbers] == ["m0", "m1", "m2"]
    assert story.tags == ("Harbour",)
    assert story.links == tuple(links)


def test_articles_alike_in_words_and_time_are_a_story() -> None:
    own = [
        Member(
            f"m{n}",
            START + timedelta(n),
            f"Thornsea pier collapse inquiry hears engineer {n}",
            ("Thornsea", "Pier"),
        )
        for n in range(3)
    ]
    (story,) = stories(newest_first(own + NOISE), [])
    assert len(story.numbers) == 3


def test_the_same_words_a_year_apart_are_no_story() -> None:
    own = [
        Member(f"m{n}", START + timedelta(n * 365), "Thornsea carnival opens in rain", ("Thornsea",))
        for n in range(4)
    ]
    assert stories(newest_first(own + NOISE), []) == []


def test_two_articles_are_no_story() -> None:
    members = newest_first([Member("a", START, "One", ()), Member("b", START, "Two", ()), *NOISE])
    assert stories(members, [(place(members, "a"), place(members, "b"))]) == []


def test_a_story_stays_within_its_bounds() -> None:
    chain = [Member(f"m{n}", START + timedelta(n * 4), f"Word{n}", ("Chain",)) for n in range(150)]
    members = newest_first(chain)
    found = stories(members, [(n, n + 1) for n in range(len(members) - 1)])
    assert found
    for story in found:
        days = [members[n].day for n in story.numbers]
        assert len(days) <= MOST
        assert (max(days) - min(days)).days <= LONGEST


def test_an_empty_archive_has_no_stories() -> None:
    assert stories([], []) == []
