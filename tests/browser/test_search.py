"""The search page of the sample site in Chromium, on http:// and file://."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.search_page import RESULTS, STATUS, search

pytestmark = pytest.mark.browser


def test_words_typed_in_the_head_of_a_page_open_the_results(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("harbour board")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=harbour*")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ articles have all these words$"))
    expect(page.locator(RESULTS).first.locator("mark").first).to_be_visible()


def test_results_come_as_one_types_and_the_keyboard_is_enough(page: Page, site: str) -> None:
    page.goto(f"{site}/search.html")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("harb")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ articles?$"))
    assert "q=harb" in page.url
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results a").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")


def test_an_article_opened_from_the_results_has_the_words_marked(page: Page, site: str) -> None:
    search(page, site, "harbour")
    link = page.locator(".results a").first
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("main mark").first).to_be_visible()
    marked = [text.casefold() for text in page.locator("main mark").all_inner_texts()]
    assert marked
    assert [text for text in marked if "harbour" not in text] == []
    page.go_back()
    expect(page.locator("#q")).to_have_value("harbour")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_a_phrase_finds_fewer_than_its_words(page: Page, site: str) -> None:
    search(page, site, "harbour board")
    words = int(re.findall(r"\d+", page.inner_text(STATUS))[0])
    search(page, site, '"harbour board"')
    phrase = int(re.findall(r"\d+", page.inner_text(STATUS))[0])
    assert 0 < phrase <= words
    search(page, site, '"board harbour"')
    expect(page.locator(STATUS)).to_have_text("No article matches.")


def test_narrowing_down_is_kept_in_the_address_and_back_undoes_it(page: Page, site: str) -> None:
    search(page, site, "council")
    all_of_them = page.inner_text(STATUS)
    box = page.locator("#facet-tag label").first
    count = int(box.locator(".count").inner_text())
    box.click()
    expect(page.locator(STATUS)).to_have_text(f"{count} article{'s' if count > 1 else ''}")
    assert "tag=" in page.url
    page.wait_for_load_state("networkidle")
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator(STATUS)).to_have_text(f"{count} article{'s' if count > 1 else ''}")
    page.go_back()
    expect(page.locator(STATUS)).to_have_text(all_of_them)
    page.locator(".bar:not([disabled])").last.click()
    page.wait_for_url("**from=*to=*")
    expect(page.locator("#search-chosen button")).to_have_count(2)
    page.locator("#search-chosen button").first.click()
    page.locator("#search-chosen button").first.click()
    expect(page.locator(STATUS)).to_have_text(all_of_them)


def test_sorting_by_date_puts_the_newest_or_the_oldest_first(page: Page, site: str) -> None:
    for order, falling in (("new", True), ("old", False)):
        search(page, site, "harbour", f"&sort={order}")
        expect(page.locator("#search-sort")).to_have_value(order)
        dates = page.locator(".results time").evaluate_all(
            "(all) => all.map((time) => time.dateTime.slice(0, 10))"
        )
        assert dates == sorted(dates, reverse=falling)


def test_an_unknown_word_is_named_and_another_proposed(page: Page, site: str) -> None:
    search(page, site, "harbuor")
    expect(page.locator("#search-hint")).to_contain_text(
        "“harbuor” is not in this archive. Did you mean harbour?"
    )
    page.locator("#search-hint a").first.click()
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#q")).to_have_value("harbour")


def test_every_example_of_the_help_runs(page: Page, site: str) -> None:
    page.goto(f"{site}/search.html")
    page.locator("#search-help summary").click()
    examples = page.locator("#search-examples a")
    expect(examples).to_have_count(8)
    for i in range(8):
        text = examples.nth(i).inner_text()
        examples.nth(i).click()
        expect(page.locator("#q")).to_have_value(text)
        page.wait_for_function("(q) => document.querySelector('main').dataset.shown === q", arg=text)
        if " -" not in text:
            expect(page.locator(".results a").first).to_be_visible()


def test_nonsense_gets_a_word_and_no_error(page: Page, site: str) -> None:
    page.goto(f"{site}/search.html")
    for query in ["+", "foo:bar", "a~99", "title:", '"', "*", "^", "::", "\\", "+the", "((", "-"]:
        page.evaluate("document.querySelector('#search-status').textContent = ''")
        page.fill("#q", query)
        page.keyboard.press("Enter")
        expect(page.locator(STATUS)).not_to_have_text("")
        expect(page.locator("#search-alert")).to_be_hidden()


def test_more_results_are_shown_on_request(page: Page, site: str) -> None:
    search(page, site, "harbour")
    before = page.locator(RESULTS).count()
    assert before == 10
    page.locator("#search-more").click()
    expect(page.locator(RESULTS).nth(before)).to_be_visible()
    expect(page.locator(".results a").nth(before)).to_be_focused()


def test_the_search_fits_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    search(page, site, "harbour council")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("#search-refine summary").click()
    expect(page.locator("#facet-tag")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_scripts_the_page_leads_to_the_lists(chromium: Browser, site: str) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{site}/search.html")
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()
    for name in ("archives", "tags", "authors"):
        expect(page.locator(f"#search-without a[href$='{name}.html']")).to_be_visible()
    page.close()


def test_with_scripts_the_way_around_them_is_hidden(page: Page, site: str) -> None:
    page.goto(f"{site}/search.html")
    expect(page.locator("#search-app")).to_be_visible()
    expect(page.locator("#search-without")).to_be_hidden()


def test_what_is_announced_is_a_status(page: Page, site: str) -> None:
    search(page, site, "harbour")
    expect(page.get_by_role("status").filter(has_text="articles")).to_be_visible()
    assert json.loads(page.locator("#search-texts").text_content() or "{}")["matches.0"]
