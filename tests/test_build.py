"""The site: Pelican's, whole or not at all, the same bytes each time."""

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.check import check
from tests.made import HARBOUR, ROOT, STORM, build, files, ingest, put

HARBOUR_PAGE = "2024/03/12/harbour-reopens-after-the-storm.html"
STORM_PAGE = "2024/03/04/storm-closes-harbour-for-a-week.html"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two articles, the first of which points to the second."""
    folder = tmp_path / "content"
    ingest(put(tmp_path / "captures", a1=HARBOUR, b2=STORM), folder)
    return folder


def text(page: bytes) -> str:
    """What a reader sees, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.decode())).split())


def test_every_link_of_the_site_leads_somewhere(content: Path, tmp_path: Path) -> None:
    assert build(content, tmp_path / "output") == 0
    problems, pages = check(tmp_path / "output")
    assert problems == []
    assert pages > 10


def test_the_site_has_the_pages_a_reader_expects(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    pages = files(tmp_path / "output")
    expected = ["index", "archives", "tags", "authors", "search", "404", "2024/index", "2024/03/index"]
    expected += ["tag/norway", "author/ruth-adair"]
    assert {f"{name}.html" for name in expected} <= set(pages)
    assert {HARBOUR_PAGE, STORM_PAGE, "feeds/all.atom.xml", "feeds/all.rss.xml", "sitemap.xml"} <= set(pages)


def test_a_read_more_line_is_a_link_and_its_target_says_so(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    pages = files(tmp_path / "output")
    assert b'href="../../../2024/03/04/storm-closes-harbour-for-a-week.html"' in pages[HARBOUR_PAGE]
    assert "Referred to by" in text(pages[STORM_PAGE])
    assert b"../../../2024/03/12/harbour-reopens-after-the-storm.html" in pages[STORM_PAGE]


def test_a_missing_article_is_said_and_heals_when_it_is_added(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    assert "Lighthouse keeper counts the waves not in this archive" in text(
        files(tmp_path / "output")[STORM_PAGE]
    )
    added = STORM.replace("Storm closes harbour for a week", "Lighthouse keeper counts the waves")
    ingest(put(tmp_path / "more", c3=added.replace("Read more: ", "Also: ")), content)
    build(content, tmp_path / "output")
    page = files(tmp_path / "output")[STORM_PAGE]
    assert "not in this archive" not in text(page)
    assert b"../../../2024/03/04/lighthouse-keeper-counts-the-waves.html" in page


def test_building_twice_gives_the_same_bytes(content: Path, tmp_path: Path) -> None:
    sites = []
    for seed in ("1", "2"):
        output = tmp_path / f"site{seed}"
        command = [
            sys.executable,
            "-m",
            "generator.cli",
            "build",
            "--content",
            str(content),
            "--output",
            str(output),
        ]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
        sites.append(files(output))
    assert sites[0] == sites[1]


def test_pelican_alone_gives_the_same_bytes(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "ours")
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-s",
        "pelicanconf.py",
        "-o",
        str(tmp_path / "pelicans"),
    ]
    subprocess.run(command, check=True, cwd=ROOT)
    assert files(tmp_path / "ours") == files(tmp_path / "pelicans")


def test_an_archive_of_no_articles_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert build(tmp_path / "content", tmp_path / "output") == 0
    assert check(tmp_path / "output")[0] == []


def test_an_archive_of_one_article_is_a_site(tmp_path: Path) -> None:
    ingest(put(tmp_path / "captures", b2=STORM), tmp_path / "content")
    assert build(tmp_path / "content", tmp_path / "output") == 0
    assert check(tmp_path / "output")[0] == []


def test_a_mistake_in_an_article_leaves_the_last_site(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(content, tmp_path / "output")
    before = files(tmp_path / "output")
    broken = next(content.rglob("12-*.md"))
    broken.write_text(broken.read_text("utf-8").replace("date: 2024-03-12T09:05", "date: yesterday"), "utf-8")
    assert build(content, tmp_path / "output") == 1
    assert f"{broken}:3: `date: yesterday` is no date" in capsys.readouterr().err
    assert files(tmp_path / "output") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_archived_text_stays_text_on_every_page(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> *a* {{ 7 * 7 }} {% raw %} {filename}x.md [l](u) &amp;"
    header = f" date 2024-03-04 {hostile}\n\n4 March 2024\n\nBy <b>Bo</b> Lind\n\n"
    capture = f"{header}A {hostile} paragraph, long enough.\n"
    ingest(put(tmp_path / "captures", a1=capture), tmp_path / "content")
    assert build(tmp_path / "content", tmp_path / "output") == 0
    pages = files(tmp_path / "output")
    page = next(name for name in pages if name.startswith("2024/03/04/"))
    assert hostile in text(pages[page].split(b"<main")[1])
    for name, data in pages.items():
        if name.endswith(".html"):
            assert b"<script>alert" not in data, name
            assert b"<b>Bo</b>" not in data, name
    feed = ElementTree.fromstring(pages["feeds/all.atom.xml"])
    titles = [element.text for element in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert hostile in titles
    summary = next(feed.iter("{http://www.w3.org/2005/Atom}summary")).text
    assert summary is not None
    assert "<script>" not in summary


def test_feeds_and_site_map_are_absolute_where_the_site_has_an_address(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output", "--siteurl", "https://news.example/archive/")
    pages = files(tmp_path / "output")
    for name in ("feeds/all.atom.xml", "feeds/all.rss.xml", "sitemap.xml"):
        assert f"https://news.example/archive/{STORM_PAGE}".encode() in pages[name]
    links = re.findall(r'href="([^"]*)"', pages["feeds/all.atom.xml"].decode())
    assert all(link.startswith("https://news.example/archive/") for link in links)
    assert b'href="../../../index.html"' in pages[STORM_PAGE]


def test_data_for_reference_managers_is_json(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    page = files(tmp_path / "output")[HARBOUR_PAGE].decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert json.loads(found[0])["headline"] == "Harbour reopens after the storm"


def test_earlier_versions_can_be_read_with_what_changed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    ingest(put(tmp_path / "one", a1=HARBOUR), content)
    ingest(put(tmp_path / "two", a1=HARBOUR.replace("two tonnes", "three tonnes")), content)
    assert build(content, tmp_path / "output") == 0
    pages = files(tmp_path / "output")
    versions = pages["2024/03/12/harbour-reopens-after-the-storm/versions.html"].decode()
    assert "with <del>two</del><ins>three</ins> tonnes" in versions
    assert b"harbour-reopens-after-the-storm/versions.html" in pages[HARBOUR_PAGE]
    assert check(tmp_path / "output")[0] == []


def test_a_parent_tag_gathers_its_children(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    pages = files(tmp_path / "output")
    assert b"tag/norway.html" in pages["tag/europe.html"]
    assert b"harbour-reopens-after-the-storm.html" in pages["tag/europe.html"]


def test_a_mistake_in_a_keepers_file_is_named_and_leaves_the_last_site(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(content, tmp_path / "output")
    before = files(tmp_path / "output")
    (content / "tags.yaml").write_text("alises:\n  UK: United Kingdom\n", "utf-8")
    assert build(content, tmp_path / "output") == 1
    assert "tags.yaml:1: " in capsys.readouterr().err
    assert files(tmp_path / "output") == before


def test_a_mistake_in_a_template_of_the_keepers_is_named(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "pelicanconf.py"
    overrides = tmp_path / "templates"
    overrides.mkdir()
    (overrides / "article.html").write_text("{% block main %}\n{{ article.title|shout }}", "utf-8")
    original = (ROOT / "pelicanconf.py").read_text("utf-8")
    settings.write_text(original.replace('"content/templates"', f'"{overrides}"'), "utf-8")
    assert build(content, tmp_path / "output", "--settings", str(settings)) == 1
    assert "article.html:" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_the_capture_itself_can_be_read(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    pages = files(tmp_path / "output")
    assert pages[HARBOUR_PAGE.replace(".html", ".txt")].decode() == HARBOUR
    assert b'href="../../../2024/03/12/harbour-reopens-after-the-storm.txt"' in pages[HARBOUR_PAGE]


def test_an_image_beside_the_capture_is_shown(tmp_path: Path) -> None:
    captures = put(tmp_path / "captures", a1=HARBOUR)
    image = bytes.fromhex("89504e470d0a1a0a0000000d49484452")
    (captures / "001_a100000000000000-1.png").write_bytes(image)
    ingest(captures, tmp_path / "content")
    build(tmp_path / "content", tmp_path / "output")
    pages = files(tmp_path / "output")
    found = re.search(
        r'<img src="\.\./\.\./\.\./(images/[^"]+)" alt="Boats leaving', pages[HARBOUR_PAGE].decode()
    )
    assert found
    assert pages[found[1]] == image


def test_the_furniture_of_a_capture_is_not_on_its_page(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "output")
    assert b"Listen to this article" not in files(tmp_path / "output")[HARBOUR_PAGE]
