"""No kind of page has a fault that axe can find, in light and in dark, on a phone and on a desk."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE
from tests.made import ROOT

pytestmark = pytest.mark.browser

OUTLINED = """(() => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  return focused === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
})()"""
AXE = ROOT / "node_modules/axe-core/axe.min.js"


def kinds_of_page(site: Path) -> dict[str, str]:
    """A page of every kind: the largest where there are several, since it holds most."""

    def largest(pattern: str) -> list[str]:
        found = sorted(site.glob(pattern), key=lambda path: (-path.stat().st_size, path))
        return [path.relative_to(site).as_posix() for path in found[:1]]

    pages = [path.name for path in sorted(site.glob("*.html"))]
    for pattern in (
        *("[0-9]*/[0-9]*/[0-9]*/*.html", "[0-9]*/index.html", "[0-9]*/[0-9]*/index.html"),
        *("tag/*.html", "author/*.html", "index/*.html", "story/*.html", "days/*.html"),
    ):
        pages += largest(pattern)
    return {page: page for page in pages}


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [
        pytest.param(PHONE, "light", id="phone, light"),
        pytest.param(DESKTOP, "dark", id="desk, dark"),
        pytest.param(PHONE, "dark", id="phone, dark", marks=pytest.mark.slow),
        pytest.param(DESKTOP, "light", id="desk, light", marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, sample_site: Path, sample_http: str, scheme: Any, viewport: Any
) -> None:
    # The policy of the pages lets no script from elsewhere in, so axe is let past it here.
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    pages = kinds_of_page(sample_site)
    assert len(pages) > 12
    found = {}
    for path in pages:
        page.goto(f"{sample_http}/{path}")
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        page.add_script_tag(path=AXE)
        result = page.evaluate("axe.run({resultTypes: ['violations']})")
        faults = [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in result["violations"]]
        if faults:
            found[path] = faults
    context.close()
    assert found == {}


def test_every_page_has_one_main_heading_and_the_landmarks(chromium: Browser, sample_site: Path) -> None:
    page = chromium.new_page()
    for path in kinds_of_page(sample_site):
        page.goto((sample_site / path).as_uri())
        counts = page.evaluate(
            "['h1', 'main', 'body > header', 'body > footer', 'form[role=search]', 'a.skip']"
            ".map(selector => document.querySelectorAll(selector).length)"
        )
        assert counts[:4] == [1, 1, 1, 1], path
        assert counts[4] >= 1, path
        assert counts[5] == 1, path
    page.close()


def test_keyboard_focus_is_always_visible(chromium: Browser, sample_site: Path) -> None:
    page = chromium.new_page(viewport=ViewportSize(width=1280, height=900))
    article = kinds_of_page(sample_site)
    for path in [path for path in article if path.count("/") == 3] + ["index.html", "tags.html"]:
        page.goto((sample_site / path).as_uri())
        for _ in range(40):
            page.keyboard.press("Tab")
            seen = page.evaluate(OUTLINED)
            assert seen, f"{path}: {page.evaluate('document.activeElement.outerHTML.slice(0, 100)')}"
    page.close()
