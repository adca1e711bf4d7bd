"""The lists of files by which a browser keeps the archive."""

import json
from pathlib import Path

import pytest

from generator import offline


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (
        "index.html",
        "search.html",
        "search/manifest.js",
        "feeds/all.atom.xml",
        "sw.js",
        "2023/ä.html",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"what is in {name}", "utf-8")
    offline.write_lists(tmp_path)
    return tmp_path


def _listed(site: Path, name: str) -> list[str]:
    return [row[0] for row in json.loads((site / f"offline/{name}.json").read_text("utf-8"))["files"]]


def test_the_list_of_the_archive_leaves_out_what_no_page_shows(site: Path) -> None:
    assert _listed(site, "files") == ["2023/ä.html", "index.html", "search.html", "search/manifest.js"]


def test_the_list_of_the_search_has_its_page_and_parts(site: Path) -> None:
    assert _listed(site, "search") == ["search.html", "search/manifest.js"]


def test_bytes_and_marks_are_those_of_the_files(site: Path) -> None:
    listed = json.loads((site / "offline/files.json").read_text("utf-8"))
    assert listed["bytes"] == sum((site / name).stat().st_size for name, _, _ in listed["files"])
    before = {name: mark for name, _, mark in listed["files"]}
    (site / "index.html").write_text("something else", "utf-8")
    offline.write_lists(site)
    after = {row[0]: row[2] for row in json.loads((site / "offline/files.json").read_text("utf-8"))["files"]}
    assert {name for name in after if after[name] != before[name]} == {"index.html"}


def test_a_whole_site_has_nothing_wrong(site: Path) -> None:
    assert offline.check(site) == []


def test_files_that_are_missing_new_or_changed_are_named(site: Path) -> None:
    (site / "search.html").unlink()
    (site / "new.html").write_text("new", "utf-8")
    (site / "index.html").write_text("changed", "utf-8")
    assert [problem.what for problem in offline.check(site)] == [
        "search.html is listed, but not there",
        "index.html is not as it was listed",
        "new.html is not listed",
    ]


def test_a_list_that_is_damaged_is_named(site: Path) -> None:
    (site / "offline/files.json").write_text("{", "utf-8")
    assert [problem.what[:36] for problem in offline.check(site)] == ["the list of files cannot be read (Ex"]
