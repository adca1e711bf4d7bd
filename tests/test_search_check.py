"""`check` names whatever is wrong with a built search index."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import search_check
from generator.search_shards import script, value_of
from tests.search_made import documents, write_index


@pytest.fixture
def site(tmp_path: Path) -> Path:
    docs = documents(120)
    write_index(docs, tmp_path / "search")
    for doc in docs:
        (tmp_path / doc.url).parent.mkdir(exist_ok=True)
        (tmp_path / doc.url).write_text("")
    return tmp_path


def _one(site: Path, pattern: str) -> Path:
    return sorted((site / "search").glob(pattern))[0]


def _texts(site: Path) -> list[str]:
    return [str(error) for error in search_check.check(site)]


def test_a_fresh_index_is_whole(site: Path) -> None:
    assert search_check.check(site) == []


@pytest.mark.parametrize(
    "pattern",
    ["t/*", "p/*", "d/*", "phrases-*", "vocabulary-*", "days-*", "tags-*", "suggestions-*", "manifest.js"],
)
def test_a_missing_file_is_named(pattern: str, site: Path) -> None:
    path = _one(site, pattern)
    path.unlink()
    said = _texts(site)
    assert f"{path.as_posix()}: the file is missing or cannot be read; build the site again" in said


@pytest.mark.parametrize(
    "pattern", ["t/*", "p/*", "d/*", "phrases-*", "vocabulary-*", "days-*", "manifest.js"]
)
@pytest.mark.parametrize(
    "damage", [lambda d: d[: len(d) // 2], lambda d: b"", lambda d: d.replace(b'"', b"'", 1)]
)
def test_a_damaged_file_is_named(pattern: str, damage: Callable[[bytes], bytes], site: Path) -> None:
    path = _one(site, pattern)
    path.write_bytes(damage(path.read_bytes()))
    assert any(text.startswith(f"{path.as_posix()}: ") for text in _texts(site))


def test_an_article_that_is_not_in_the_site_is_named(site: Path) -> None:
    gone = documents(120)[7].url
    (site / gone).unlink()
    (said,) = _texts(site)
    assert f"the article at {gone} is not in the site" in said


def test_a_count_that_is_wrong_is_named(site: Path) -> None:
    path = site / "search/manifest.js"
    manifest = value_of(path.read_bytes())
    assert isinstance(manifest, dict)
    path.write_bytes(script(manifest | {"articles": 121}))
    said = _texts(site)
    assert any("121 articles, but text of 120" in text for text in said)
    assert any("120 articles by day, 121 in all" in text for text in said)


def test_another_format_is_refused(site: Path) -> None:
    path = site / "search/manifest.js"
    manifest = value_of(path.read_bytes())
    assert isinstance(manifest, dict)
    path.write_bytes(script(manifest | {"version": 99}))
    assert _texts(site)[0].endswith("the index has format 99, this program reads 1; build the site again")
