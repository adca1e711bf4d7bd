"""Lines of running text are of a length that carries long reading."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.test_budgets import ARTICLES

pytestmark = pytest.mark.browser

CHARACTERS_A_LINE = """() => {
  const found = [];
  for (const paragraph of document.querySelectorAll(".story-body > p")) {
    const height = parseFloat(getComputedStyle(paragraph).lineHeight);
    const lines = Math.round(paragraph.getBoundingClientRect().height / height);
    // The last line is half full on the average.
    if (lines > 2) found.push(paragraph.textContent.length / (lines - 0.5));
  }
  return found.sort((a, b) => a - b)[found.length >> 1];
}"""


@pytest.mark.parametrize("width", [768, 1024, 1280, 2000])
def test_a_line_has_60_to_75_characters(
    chromium: Browser, sample_site: Path, sample_http: str, width: int
) -> None:
    longest = max(sorted(sample_site.glob(ARTICLES)), key=lambda path: path.stat().st_size)
    page = chromium.new_page(viewport=ViewportSize(width=width, height=900))
    page.goto(f"{sample_http}/{longest.relative_to(sample_site).as_posix()}")
    page.evaluate("document.fonts.ready")
    assert 60 <= page.evaluate(CHARACTERS_A_LINE) <= 75
    page.close()
