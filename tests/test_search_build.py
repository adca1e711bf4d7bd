"""The files of the search index: bytes, names, sizes, and what one more article changes."""

import random
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import search, search_check, search_tokens
from generator.model import SearchDoc
from generator.search_numbers import LIMIT, front_code, front_decode, pack, unpack, utf16_order
from generator.search_shards import cuts, script, value_of
from tests.search_made import LUNR, documents, node, write_index


def test_the_same_articles_in_any_order_give_the_same_bytes() -> None:
    docs = documents(400)
    mixed = list(docs)
    random.Random(1).shuffle(mixed)
    assert search.build(docs) == search.build(mixed)


def test_the_bytes_do_not_depend_on_the_number_of_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = documents(300)
    alone = search.build(docs, workers=1)
    monkeypatch.setattr(search_tokens, "_CHUNK", 40)
    assert search.build(docs, workers=1) == alone
    assert search.build(docs, workers=3) == alone


def test_builds_in_several_threads_give_the_same_bytes() -> None:
    docs = documents(250, langs=("en", "de", "fr"))
    alone = search.build(docs)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(3) as pool:
            together = list(pool.map(search.build, [docs] * 3))
    finally:
        sys.setswitchinterval(interval)
    assert together == [alone] * 3


@pytest.mark.parametrize(
    "docs", [[], [SearchDoc("a.html", "", "", "")], [SearchDoc("a.html", "One", "2020-01-01", "word")]]
)
def test_an_archive_of_no_or_one_article_has_a_whole_index(docs: list[SearchDoc], tmp_path: Path) -> None:
    write_index(docs, tmp_path / "search")
    (tmp_path / "a.html").write_text("")
    assert search_check.check(tmp_path) == []


def test_one_more_article_leaves_most_files_as_they_were() -> None:
    docs = documents(3000)
    before = search.build(docs)
    after = search.build(
        [*docs, SearchDoc("2020/new.html", "A new article", "2020-01-01", "Harbour and bridge in a storm.")]
    )
    for kind in ("t/", "p/", "d/"):
        names = [name for name in before if name.startswith(kind)]
        kept = sum(name in after for name in names)
        assert kept >= 0.8 * len(names), kind


def test_an_exact_word_or_a_beginning_brings_few_kilobytes(tmp_path: Path) -> None:
    docs = documents(3000)
    write_index(docs, tmp_path)
    loads = node("loads.js", LUNR, tmp_path, "harbour", "harb*", "harbor~1")
    for query, files in loads.items():
        size = sum((tmp_path / name).stat().st_size for name in files if name != "manifest.js")
        fuzzy = query == "harbor~1"
        assert any(name.startswith("vocabulary") for name in files) == fuzzy
        assert len(files) <= (8 if fuzzy else 4)
        assert size < 150_000


def test_a_headline_in_markup_stays_inside_its_string() -> None:
    title = "</script><script>alert(1)</script>\u2028'\"\\ ]]> ${x} `"
    data = script([title])
    assert value_of(data) == [title]
    assert b"\n" not in data[:-1]
    assert "\u2028".encode() not in data


def test_half_a_character_does_not_stop_the_build(tmp_path: Path) -> None:
    write_index(
        [SearchDoc("a.html", "Half \ud83d of", "2020-01-01", "a \udc80 pair", tags=("x\ud800",))],
        tmp_path / "search",
    )
    (tmp_path / "a.html").write_text("")
    assert search_check.check(tmp_path) == []


@given(st.lists(st.integers(0, LIMIT - 1)))
def test_numbers_come_back_as_they_went(numbers: list[int]) -> None:
    assert unpack(pack(numbers)) == numbers


@pytest.mark.parametrize("limit", [60, 2_220, 42_720, LIMIT])
def test_numbers_up_to_each_length_come_back_as_they_went(limit: int) -> None:
    numbers = [0, limit - 1, 0, limit // 2, *range(max(0, limit - 3000), limit, 7)]
    assert unpack(pack(numbers)) == numbers


def test_numbers_out_of_range_are_refused() -> None:
    for number in (-1, LIMIT):
        with pytest.raises(ValueError, match="out of range"):
            pack([number])


def test_a_list_of_numbers_cut_short_is_refused() -> None:
    with pytest.raises(ValueError, match="cut short"):
        unpack(pack([50_000])[:-1])


@given(st.lists(st.text(st.characters(exclude_characters=" ", exclude_categories=["Cs"]), min_size=1)))
def test_front_coded_words_come_back_as_they_went(found: list[str]) -> None:
    ordered = utf16_order(set(found))
    assert front_decode(front_code(ordered)) == ordered


def test_cuts_fall_where_they_fell_after_something_was_put_in_before() -> None:
    names = [f"name{i}" for i in range(2000)]
    sizes = [20 + i % 7 for i in range(2000)]
    before = {names[i] for i in cuts(sizes, names, 1000)}
    after = {(["new", *names])[i] for i in cuts([500, *sizes], ["new", *names], 1000)}
    assert len(before & after) > 0.8 * len(before)
