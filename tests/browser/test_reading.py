"""A reader finds the way: with a mouse, with the keyboard alone, without scripts, on a phone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


def test_from_the_front_page_to_an_article_its_read_more_target_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.get_by_role("link", name="Cod deal with Norway renewed before the coffee got cold").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Cod deal with Norway renewed before the coffee got cold"
    )
    article = page.url
    page.locator("main aside.more a").first.click()
    assert page.url != article
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Referred to by")).to_be_visible()
    page.go_back()
    assert page.url == article


def test_a_tag_page_lists_its_articles(page: Page, site: str) -> None:
    page.goto(f"{site}/tags.html")
    page.get_by_role("main").get_by_role("link", name="Norway", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Norway")
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.locator("article")).to_contain_text("Norway")


def test_search_with_the_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("dredger harbour")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")
    expect(
        page.get_by_role("main").get_by_role("link", name="Dutch dredger starts work in Pennavar harbour")
    ).to_be_visible()
    expect(page.locator("main mark").first).to_be_visible()


def test_the_first_tab_stop_skips_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Skip to the content")
    expect(focused).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_without_scripts_everything_can_still_be_reached(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/search.html")
    page.get_by_role("main").get_by_role("link", name="Articles by tag").click()
    page.get_by_role("main").get_by_role("link", name="Norway", exact=True).first.click()
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "path", ["index.html", "tags.html", "search.html", "2023/index.html", "archives.html"]
)
def test_no_page_is_wider_than_a_phone(page: Page, sample_http: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": PHONE["height"]})
    page.goto(f"{sample_http}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
