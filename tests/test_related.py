"""Related articles: what is listed, in what order, and why."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.related import MOST, Item, apart_in_words, related

NOISE = [
    Item(
        f"noise{n:02}",
        f"Matter{n} at place{n}",
        f"2024-05-{n % 28 + 1:02}",
        f"Person{n} of place{n} told us of thing{n}, of matter{n} and of thing{n + 1}.",
        "en",
        (f"Tag{n % 7}",),
    )
    for n in range(40)
]
SHELLING = Item(
    "shelling",
    "Drones strike Belgorod depot",
    "2024-05-10",
    "Drones struck a fuel depot in Belgorod at night, governor Gladkov wrote. Sirens sounded for an hour.",
    "en",
    ("Belgorod", "drones"),
)
REPAIR = Item(
    "repair",
    "Belgorod counts damage after drones",
    "2024-05-12",
    "Governor Gladkov promised Belgorod new windows after the drones. Glaziers came from three towns.",
    "en",
    ("Belgorod", "drones"),
)
LATER = Item(
    "later",
    "Belgorod schools reopen, Gladkov says",
    "2024-11-12",
    "Schools in Belgorod opened again, governor Gladkov said, though drones still come over the fields.",
    "en",
    ("Belgorod", "drones"),
)


def of(id: str, items: list[Item]) -> dict[str, tuple[str, ...]]:
    """Related ids of one item, best first, with what is shared."""
    rows = related(items)[[item.id for item in items].index(id)]
    return {row.id: row.shared for row in rows}


def test_articles_about_the_same_are_related_with_a_reason_in_words() -> None:
    items = [*NOISE, SHELLING, REPAIR]
    (row,) = related(items)[items.index(SHELLING)]
    assert row.id == "repair"
    assert row.reason == "both about Belgorod and drones; two days apart"
    assert 0 < row.score <= 1
    assert row.days == 2


def test_words_relate_articles_without_any_tag() -> None:
    bare = [Item(i.id, i.title, i.date, i.text, i.lang) for i in (SHELLING, REPAIR)]
    shared = of("shelling", [*NOISE, *bare])["repair"]
    assert set(shared) < {"Belgorod", "Gladkov", "governor", "drones", "Drones"}


def test_a_tag_alone_relates_nothing() -> None:
    one = Item("one", "Council paints bridge", "2024-05-01", "Painters hung from ropes.", "en", ("Leeds",))
    two = Item("two", "Choir wins medal", "2024-05-01", "Sopranos wept with joy.", "en", ("Leeds",))
    assert of("one", [*NOISE, one, two]) == {}


def test_the_nearer_in_time_comes_first() -> None:
    assert list(of("shelling", [*NOISE, LATER, SHELLING, REPAIR])) == ["repair", "later"]


def test_a_version_or_duplicate_is_not_listed() -> None:
    updated = Item(
        "updated", SHELLING.title, "2024-05-11", SHELLING.text + " The fire is out.", "en", SHELLING.tags
    )
    assert list(of("shelling", [*NOISE, SHELLING, updated, REPAIR])) == ["repair"]


def test_of_two_duplicates_one_is_listed() -> None:
    twin = Item("twin", REPAIR.title, REPAIR.date, REPAIR.text, "en", REPAIR.tags)
    assert len(of("shelling", [*NOISE, SHELLING, REPAIR, twin])) == 1


def test_an_article_is_not_related_to_itself_and_has_six_at_most() -> None:
    many = [
        Item(
            f"m{n}",
            f"Belgorod drones, night {n}",
            f"2024-05-{n + 1:02}",
            f"Belgorod sirens: witness{n} saw drones over street{n}, shop{n}, school{n}; Gladkov thanked crew{n}.",
            "en",
            ("Belgorod",),
        )
        for n in range(12)
    ]
    rows = related([*NOISE, *many])
    for item, found in zip([*NOISE, *many], rows, strict=True):
        assert item.id not in {row.id for row in found}
        assert len(found) <= MOST
    assert len(rows[-1]) == MOST


def test_a_month_and_little_words_relate_nothing() -> None:
    one = Item(
        "one", "Rain in March", "2024-03-01", "In March and after Monday they will have been there.", "en"
    )
    two = Item("two", "Sun in March", "2024-03-02", "After Monday in March they will have been here.", "en")
    assert of("one", [*NOISE, one, two]) == {}


def test_the_order_of_the_articles_does_not_matter() -> None:
    items = [*NOISE, SHELLING, REPAIR, LATER]
    shuffled = random.Random(3).sample(items, len(items))
    by_id = dict(zip((item.id for item in items), related(items), strict=True))
    assert by_id == dict(zip((item.id for item in shuffled), related(shuffled), strict=True))


def test_an_article_of_unknown_date_is_related_without_saying_when() -> None:
    undated = Item("undated", REPAIR.title, "", REPAIR.text, "en", REPAIR.tags)
    items = [*NOISE, SHELLING, undated]
    (row,) = related(items)[-2]
    assert row.days is None
    assert ";" not in row.reason


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "on the same day"),
        (1, "one day apart"),
        (2, "two days apart"),
        (13, "13 days apart"),
        (14, "two weeks apart"),
        (31, "one month apart"),
        (364, "11 months apart"),
        (365, "one year apart"),
        (5000, "13 years apart"),
    ],
)
def test_the_time_between_is_told_in_words(days: int, words: str) -> None:
    assert apart_in_words(days).replace("eleven", "11") == words


@given(
    st.lists(st.tuples(st.text(max_size=40), st.text(max_size=80), st.sampled_from(("", "2024-01-01", "1x"))))
)
def test_any_text_is_taken(rows: list[tuple[str, str, str]]) -> None:
    items = [Item(str(n), title, date, text) for n, (title, text, date) in enumerate(rows)]
    assert len(related(items)) == len(items)
