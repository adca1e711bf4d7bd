"""Pages stay small: bytes as a server sends them, gzipped."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_accessible import kinds_of_page

pytestmark = pytest.mark.browser

ARTICLES = "[0-9]*/[0-9]*/[0-9]*/*.html"


def sent(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths)


def test_an_article_has_at_most_14_kilobytes_of_html(sample_site: Path) -> None:
    sizes = {path.name: sent(path) for path in sample_site.glob(ARTICLES)}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > 14_000} == {}


def test_the_style_sheet_has_at_most_12_kilobytes(sample_site: Path) -> None:
    assert sent(sample_site / "theme/site.css", sample_site / "theme/css/search.css") <= 12_000


def test_no_page_but_the_search_loads_more_than_15_kilobytes_of_scripts(sample_site: Path) -> None:
    pages = [page for page in kinds_of_page(sample_site) if page != "search.html"]
    assert len(pages) > 12
    for page in pages:
        html = (sample_site / page).read_text("utf-8")
        scripts = [
            (sample_site / page).parent / src for src in re.findall(r'<script[^>]* src="([^"]+)"', html)
        ]
        assert sent(*scripts) <= 15_000, page


def test_no_page_asks_for_anything_from_elsewhere_and_none_holds_an_inline_script_or_style(
    chromium: Browser, sample_site: Path, sample_http: str
) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in kinds_of_page(sample_site):
        page.goto(f"{sample_http}/{path}")
        inline = page.evaluate(
            "document.querySelectorAll('script:not([src]):not([type$=json]), style, [style], [onclick]').length"
        )
        assert inline == 0, path
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith(sample_http)] == []
