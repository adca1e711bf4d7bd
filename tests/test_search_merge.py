"""Articles put into and taken out of sorted postings: the same as sorting them all."""

import random
from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import pytest

from generator import search_merge
from generator.model import SearchDoc
from generator.postings import Postings, postings
from generator.search import in_date_order
from generator.search_cache import sources
from generator.search_merge import merged
from generator.search_shards import KEY
from generator.search_tokens import occurrences, read
from tests.search_made import documents

LANGUAGES = ("en", "de", "fr", "ja")


def _postings(docs: Sequence[SearchDoc]) -> Postings:
    return postings(occurrences(read(docs, 1)))


def _differing(one: Postings, other: Postings) -> list[str]:
    values = ((f.name, getattr(one, f.name), getattr(other, f.name)) for f in fields(Postings))
    return [name for name, a, b in values if not (np.shape(a) == np.shape(b) and np.array_equal(a, b))]


@pytest.mark.parametrize("runs", [20_000, 0], ids=["by runs", "by numpy"])
@pytest.mark.parametrize("seed", range(6))
def test_merging_is_the_same_as_sorting_all(seed: int, runs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_merge, "_RUNS", runs)
    rnd = random.Random(seed)
    docs = in_date_order(documents(200, seed=seed, langs=LANGUAGES))
    before, after = (
        [d for d in docs if rnd.random() < share] for share in rnd.sample((0.1, 0.5, 0.9, 0.99), 2)
    )
    number = {d.url: i for i, d in enumerate(before)}
    places = np.array([number.get(d.url, -1) for d in after], np.int64)
    fresh = _postings([d for d, place in zip(after, places, strict=True) if place < 0])
    old, expected = _postings(before), _postings(after)
    now = merged(old, places, fresh)
    assert _differing(now.found, expected) == []

    # What is said to be as it was is.
    for same in (now.same_postings, now.same_places):
        for place, former in enumerate(same.tolist()):
            if former >= 0:
                assert old.terms[former] == expected.terms[place]
                assert old.forms[former] == expected.forms[place]
                assert old.frequencies[former].tolist() == expected.frequencies[place].tolist()
    stays = now.same_postings >= 0
    assert (old.ranks[now.same_postings[stays]] == expected.ranks[stays]).all()


def test_a_new_last_article_touches_its_own_terms_alone() -> None:
    docs = in_date_order(documents(300))
    before, added = docs[:-1], docs[-1:]
    places = np.array([*range(len(before)), -1], np.int64)
    fresh = _postings(added)
    now = merged(_postings(before), places, fresh)
    assert {now.found.terms[i] for i in np.flatnonzero(now.same_places < 0)} == {*fresh.terms}
    assert {now.found.terms[i] for i in np.flatnonzero(now.same_postings < 0)} == {*fresh.terms}


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("", "", []),
        ("", "ab", [-1, -1]),
        ("abc", "abc", [0, 1, 2]),
        ("abc", "xabc", [-1, 0, 1, 2]),
        ("abc", "axbc", [0, -1, 1, 2]),
        ("abc", "abcx", [0, 1, 2, -1]),
        ("abc", "ac", [0, 2]),
        ("abcd", "acxd", [0, 2, -1, 3]),
        ("abcd", "acbd", [0, 2, -1, 3]),
        ("aab", "aaab", [0, 1, -1, 2]),
        ("aaab", "aab", [0, 1, 3]),
        ("abc", "xyz", [-1, -1, -1]),
    ],
)
def test_each_article_is_found_where_it_was(before: str, now: str, found: list[int]) -> None:
    one, other = ("".join(text).encode() for text in ([c * KEY for c in keys] for keys in (before, now)))
    assert sources(one, other).tolist() == found
