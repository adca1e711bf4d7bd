"""The site map: one file, or an index over several."""

from xml.etree import ElementTree

from generator.sitemap import Address, sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> list[str | None]:
    return [row.text for row in ElementTree.fromstring(data).iter(f"{SPACE}loc")]


def test_a_small_site_has_one_file_with_days() -> None:
    files = sitemap([Address("index.html", "2024-03-12"), Address("tags.html")], "https://a.example/b")
    assert list(files) == ["sitemap.xml"]
    assert locations(files["sitemap.xml"]) == [
        "https://a.example/b/index.html",
        "https://a.example/b/tags.html",
    ]
    assert [row.text for row in ElementTree.fromstring(files["sitemap.xml"]).iter(f"{SPACE}lastmod")] == [
        "2024-03-12"
    ]


def test_a_large_site_has_an_index_over_files_that_hold_every_page_once() -> None:
    addresses = [Address(f"{n}.html", f"2024-03-{n + 1:02}") for n in range(7)]
    files = sitemap(addresses, "https://a.example", most=3)
    assert locations(files["sitemap.xml"]) == [f"https://a.example/sitemap-{n}.xml" for n in (1, 2, 3)]
    listed = [page for n in (1, 2, 3) for page in locations(files[f"sitemap-{n}.xml"])]
    assert listed == [f"https://a.example/{n}.html" for n in range(7)]


def test_an_empty_site_has_a_file_all_the_same() -> None:
    assert locations(sitemap([], "")["sitemap.xml"]) == []
