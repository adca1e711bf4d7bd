"""What one build of the search keeps for the next: never another byte, only less work."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator import search, search_cache, search_shards, search_tokens
from generator.model import SearchDoc
from generator.search_cache import load
from tests.search_made import documents

ADDED = SearchDoc(
    "2020/new.html", "A new article", "2020-01-01", "Harbour and zyzzogeton in a storm.", lang="en"
)
CHANGES: dict[str, Callable[[list[SearchDoc]], list[SearchDoc]]] = {
    "nothing": lambda docs: docs,
    "added": lambda docs: [*docs, ADDED],
    "added first of all": lambda docs: [*docs, replace(ADDED, date="0001-01-01")],
    "removed": lambda docs: docs[:100] + docs[101:],
    "changed": lambda docs: [replace(docs[0], body=docs[0].body + " Harbours again."), *docs[1:]],
    "moved in time": lambda docs: [replace(docs[5], date="2999-01-01"), *docs[:5], *docs[6:]],
    "in another language": lambda docs: [replace(docs[7], lang="de"), *docs[:7], *docs[8:]],
    "tagged": lambda docs: [replace(docs[9], tags=("Zyzzyva",)), *docs[:9], *docs[10:]],
    "dated in the middle": lambda docs: [*docs, replace(ADDED, date="2015-01-01")],
    "many added": lambda docs: [*docs, *(replace(d, url=f"more/{d.url}") for d in documents(200, seed=4))],
    "half removed": lambda docs: docs[::2],
    "all but one removed, others added": lambda docs: [*docs[:1], *documents(40, seed=5)],
    "one twice": lambda docs: [*docs, docs[3]],
    "only one left": lambda docs: docs[3:4],
    "none left": lambda docs: [],
    "others": lambda docs: [ADDED, replace(ADDED, url="other.html", body="Nothing in common")],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_cache_changes_no_byte(
    change: Callable[[list[SearchDoc]], list[SearchDoc]], tmp_path: Path
) -> None:
    docs = documents(300)
    plain = search.build(docs)
    assert search.build(docs, cache=tmp_path) == plain
    assert search.build(docs, cache=tmp_path) == plain
    changed = change(docs)
    expected = search.build(changed)
    assert list(search.build(changed, cache=tmp_path).items()) == list(expected.items())
    assert search.build(docs, workers=1, cache=tmp_path) == plain


def test_an_empty_archive_leaves_a_cache_for_the_first_articles(tmp_path: Path) -> None:
    assert search.build([], cache=tmp_path) == search.build([])
    assert search.build([ADDED], cache=tmp_path) == search.build([ADDED])


def test_words_that_two_languages_stem_alike_change_no_byte(tmp_path: Path) -> None:
    """An archive in several languages, from which articles of one go and come: `Hamburg` is one word in all."""
    languages = ("en", "de", "fr", "pt", "es")
    docs = [
        replace(
            ADDED,
            url=f"{n}.html",
            date=f"2020-01-{n + 1:02}",
            lang=lang,
            body=f"Hamburg Norwegen harbour Kai {n}",
        )
        for n, lang in enumerate(languages * 4)
    ]
    for chosen in (docs, docs[::2], docs[1:], [*docs[:3], ADDED], docs):
        assert search.build(chosen, cache=tmp_path) == search.build(chosen)


def test_half_a_character_is_kept_too(tmp_path: Path) -> None:
    docs = [replace(ADDED, body="a \udc80 pair of x\ud800", tags=("x\ud83d",)), ADDED]
    expected = search.build(docs)
    for _ in range(2):
        assert search.build(docs, cache=tmp_path) == expected
    assert load(tmp_path) is not None


def test_only_articles_that_are_new_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = documents(300)
    search.build(docs, cache=tmp_path)
    given: list[str] = []
    read = search_tokens.read

    def watched(some: list[SearchDoc], workers: int | None) -> object:
        given.extend(d.url for d in some)
        return read(some, workers)

    monkeypatch.setattr(search, "read", watched)
    search.build([*docs, ADDED], cache=tmp_path)
    assert given == [ADDED.url]


def test_after_one_more_article_most_shards_are_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = documents(3000)
    shards = sum(name.startswith(("t/", "p/", "d/")) for name in search.build(docs, cache=tmp_path))
    packs = {p.name for p in tmp_path.iterdir()}
    encoded = []
    script = search_shards.script

    def watched(value: object) -> bytes:
        encoded.append(value)
        return script(value)

    monkeypatch.setattr(search_shards, "script", watched)
    search.build([*docs, replace(ADDED, date="2999-01-01")], cache=tmp_path)
    assert 0 < len(encoded) < 0.2 * shards
    assert len(packs - {p.name for p in tmp_path.iterdir()}) <= 1 < len(packs)


def test_what_is_no_longer_used_is_dropped(tmp_path: Path) -> None:
    def kept() -> list[tuple[str, int]]:
        return sorted((p.name, p.stat().st_size) for p in tmp_path.iterdir())

    docs = documents(300)
    search.build(docs[:20], cache=tmp_path)
    small = kept()
    search.build(docs, cache=tmp_path)
    assert sum(size for _, size in kept()) > 2 * sum(size for _, size in small)
    search.build(docs[:20], cache=tmp_path)
    assert kept() == small


def _broken(whole: bytes) -> list[bytes]:
    """Ways in which a file can be damaged."""
    step = max(1, len(whole) // 40)
    flipped = [whole[:i] + bytes([whole[i] ^ 1]) + whole[i + 1 :] for i in range(0, len(whole), step)]
    return [b"", b"x", whole[:-1], whole[: len(whole) // 2], whole + b"\0", b"\0" * 4096, *flipped]


def test_a_damaged_cache_counts_as_none(tmp_path: Path) -> None:
    docs = documents(60)
    expected = search.build(docs, cache=tmp_path)
    file = tmp_path / "search-index"
    whole = file.read_bytes()
    for broken in _broken(whole):
        file.write_bytes(broken)
        assert load(tmp_path) is None
    assert search.build(docs, cache=tmp_path) == expected
    assert file.read_bytes() == whole


def test_damaged_texts_in_the_cache_count_as_none(tmp_path: Path) -> None:
    docs = documents(3000)
    expected = search.build(docs, cache=tmp_path)
    pack = max(tmp_path.glob("search-texts-*"))
    whole = pack.read_bytes()
    for broken in _broken(whole):
        pack.write_bytes(broken)
        made = load(tmp_path)
        assert made is not None
        assert not made.whole
        assert made.files.items() <= expected.items()
    assert search.build(docs, cache=tmp_path) == expected
    assert pack.read_bytes() == whole
    pack.unlink()
    assert search.build([*docs, ADDED], cache=tmp_path) == search.build([*docs, ADDED])
    assert len(list(tmp_path.iterdir())) > 3


def test_a_cache_of_another_version_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    search.build(documents(60), cache=tmp_path)
    monkeypatch.setattr(search_cache, "version", lambda name: "0.0.1")
    assert load(tmp_path) is None


def test_a_folder_that_cannot_be_written_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    docs = documents(60)
    assert search.build(docs, cache=tmp_path / "file/search") == search.build(docs)


def test_what_a_stopped_build_left_is_dropped(tmp_path: Path) -> None:
    left = {"search-index-old.part": 7200, "search-index-new.part": 0, "search-texts-old": 0, "other": 7200}
    for name, age in left.items():
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    search.build([ADDED], cache=tmp_path)
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names[:3] == ["other", "search-index", "search-index-new.part"]
    assert len(names) == 4
    assert names[3].startswith("search-texts-")


def _builds(start: int, folder: Path) -> bool:
    docs = documents(120)[start:]
    expected = search.build(docs)
    return all(search.build(docs, cache=folder) == expected for _ in range(4))


def test_builds_at_the_same_time_leave_a_whole_cache(tmp_path: Path) -> None:
    with ProcessPoolExecutor(3) as pool:
        assert all(pool.map(_builds, (0, 10, 20), [tmp_path] * 3))
    assert load(tmp_path) is not None
    assert not list(tmp_path.glob("*.part"))
    assert _builds(0, tmp_path)
