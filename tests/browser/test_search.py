# ruff: noqa: E501
"""The search in Chromium: the sample site's on http:// and file://, and indexes made for one purpose."""

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from generator.model import SearchDoc
from tests.browser.conftest import PHONE
from tests.made import ROOT
from tests.search_made import documents, queries, write_index, write_whole

pytestmark = pytest.mark.browser

STATUS, RESULTS = "#search-status", "#search-results > li"


def _search(page: Page, site: str, query: str, more: str = "") -> None:
    page.goto(f"{site}/search.html?q={quote(query)}{more}")
    page.wait_for_function("(q) => document.querySelector('main').dataset.shown === q", arg=query)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _with_index(sample_site: Path, folder: Path, docs: list[SearchDoc]) -> Path:
    """The sample site's search page over an index of other articles."""
    shutil.copytree(sample_site / "theme", folder / "theme")
    shutil.copy(sample_site / "search.html", folder / "search.html")
    write_index(docs, folder / "search")
    return folder


def test_shards_answer_in_the_browser_as_the_whole_index_does(chromium: Browser, tmp_path: Path) -> None:
    docs = documents(2000)
    write_index(docs, tmp_path / "search")
    write_whole(docs, tmp_path / "whole.json")
    scripts = ["search-text", "search-shards", "search-engine"]
    for script in [
        ROOT / "node_modules/lunr/lunr.min.js",
        *(ROOT / f"theme/static/js/{name}.js" for name in scripts),
    ]:
        shutil.copy(script, tmp_path)
    shutil.copy(ROOT / "tests/node/answers.js", tmp_path)
    tags = "".join(f'<script src="{name}.js"></script>' for name in ["lunr.min", *scripts, "answers"])
    (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{tags}", "utf-8")
    asked = queries()
    assert len(asked) >= 300
    with _served(tmp_path) as address:
        page = chromium.new_page()
        page.goto(f"{address}/page.html")
        answer = page.evaluate(
            """async (queries) => {
              const manifest = JSON.parse(await pressmark.loadScript("search/manifest.js"));
              const shards = new pressmark.Shards((name) => pressmark.loadScript(`search/${name}`), manifest);
              const whole = await (await fetch("whole.json")).json();
              return await compareAnswers(new pressmark.Engine(shards), whole, queries);
            }""",
            asked,
        )
        page.close()
    assert answer["different"] == []
    assert answer["queries"] == len(asked)
    assert answer["results"] > 20_000


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
    _search(page, site, "harbour")
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
    _search(page, site, "harbour board")
    words = int(re.findall(r"\d+", page.inner_text(STATUS))[0])
    _search(page, site, '"harbour board"')
    phrase = int(re.findall(r"\d+", page.inner_text(STATUS))[0])
    assert 0 < phrase <= words
    _search(page, site, '"board harbour"')
    expect(page.locator(STATUS)).to_have_text("No article matches.")


def test_narrowing_down_is_kept_in_the_address_and_back_undoes_it(page: Page, site: str) -> None:
    _search(page, site, "council")
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
        _search(page, site, "harbour", f"&sort={order}")
        expect(page.locator("#search-sort")).to_have_value(order)
        dates = page.locator(".results time").evaluate_all(
            "(all) => all.map((time) => time.dateTime.slice(0, 10))"
        )
        assert dates == sorted(dates, reverse=falling)


def test_an_unknown_word_is_named_and_another_proposed(page: Page, site: str) -> None:
    _search(page, site, "harbuor")
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
    _search(page, site, "harbour")
    before = page.locator(RESULTS).count()
    assert before == 10
    page.locator("#search-more").click()
    expect(page.locator(RESULTS).nth(before)).to_be_visible()
    expect(page.locator(".results a").nth(before)).to_be_focused()


def test_the_search_fits_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    _search(page, site, "harbour council")
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


@pytest.mark.parametrize("count", [0, 1])
def test_an_archive_of_no_or_one_article_can_be_searched(
    count: int, chromium: Browser, sample_site: Path, tmp_path: Path
) -> None:
    _with_index(sample_site, tmp_path, documents(count))
    page = chromium.new_page()
    page.goto(f"{tmp_path.as_uri()}/search.html?q=harbour*")
    said = (
        "There are no articles in this archive yet."
        if count == 0
        else re.compile("^(No article matches.|1 article)$")
    )
    expect(page.locator(STATUS)).to_have_text(said)
    expect(page.locator("#search-alert")).to_be_hidden()
    page.close()


@pytest.mark.parametrize(
    ("pattern", "damage"),
    [
        ("manifest.js", "missing"), ("manifest.js", "other"), ("t/*.js", "missing"), ("t/*.js", "cut"), ("t/*.js", "other"),
        ("d/*.js", "missing"), ("p/*.js", "cut"), ("tags-*.js", "missing"), ("days-*.js", "other"),
    ],
)  # fmt: skip
def test_a_missing_or_damaged_file_is_said_clearly(
    pattern: str, damage: str, chromium: Browser, sample_site: Path, tmp_path: Path
) -> None:
    _with_index(sample_site, tmp_path, documents(60))
    for path in (tmp_path / "search").glob(pattern):
        data = path.read_bytes()
        path.unlink()
        if damage != "missing":
            path.write_bytes(data[: len(data) // 2] if damage == "cut" else b'pressmark.take("[1,2]");\n')
    page = chromium.new_page()
    query = '"harbour drone" strike' if pattern.startswith("p/") else "harbour drone"
    page.goto(f"{tmp_path.as_uri()}/search.html?q={quote(query)}")
    expect(page.locator("#search-alert")).to_contain_text("could not be loaded")
    expect(page.locator("#search-alert button")).to_have_text("Try again")
    if pattern.startswith(("tags", "days", "d/")):
        expect(page.locator(".results > li").first).to_be_visible()
    page.close()


def _payloads() -> list[str]:
    calls = ["alert(1)", "document.title='ran'", "globalThis.ran=1", "top.ran=1", "parent.ran=1"]
    shapes = [
        "<script>{}</script>", "</script><script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", '"><svg/onload={}>',
        "<iframe srcdoc='<script>{}</script>'>", "<body onload={}>", "<details open ontoggle={}>", "<input autofocus onfocus={}>",
        "<a href='javascript:{}'>x</a>", "javascript:{}", "');{};//", '");{};//', "`+{}+`", "${{{}}}", "{{{{{}}}}}", "{{% {} %}}",
        "\\u003cscript\\u003e{}\\u003c/script\\u003e", "\\x3cimg src=x onerror={}\\x3e", "\\\");{};(\\\"", "\u2028{}\u2029", "]]><script>{}</script>",
        "<!--<script>{}</script>-->", "<math><mtext><img src=x onerror={}></math>", "<style>@import 'javascript:{}'</style>",
        "pressmark.take(\"[]\");{}", "\n*/{}/*", "'-{}-'", "<x onclick={}>&#60;script&#62;", "&lt;script&gt;{}&lt;/script&gt;",
    ]  # fmt: skip
    return [shape.format(call) for shape in shapes for call in calls]


@pytest.mark.parametrize("policy", [True, False])
def test_hostile_text_appears_as_text(
    policy: bool, chromium: Browser, sample_site: Path, tmp_path: Path
) -> None:
    """Also without the page's content security policy, which would stop most of it by itself."""
    payloads = _payloads()
    assert len(payloads) >= 100
    docs = [
        SearchDoc(f"2020/{i}.html", f"hostile {p}", "2020-01-01", f"hostile body {p} end", (p,), (p,), "en")
        for i, p in enumerate(payloads)
    ]
    folder = _with_index(sample_site, tmp_path, docs)
    if not policy:
        html = (folder / "search.html").read_text("utf-8")
        stripped = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
        assert stripped != html
        (folder / "search.html").write_text(stripped, "utf-8")
    page = chromium.new_page()
    ran: list[str] = []

    def refuse(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("pageerror", lambda error: ran.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((folder.as_uri(), "data:")) else ran.append(r.url))
    page.goto(f"{folder.as_uri()}/search.html?q=hostile&sort=old")
    page.wait_for_function("document.querySelector('main').dataset.shown === 'hostile'")
    while page.locator("#search-more").is_visible():
        before = page.locator(RESULTS).count()
        page.locator("#search-more").click()
        page.wait_for_function(
            "(n) => document.querySelectorAll('#search-results > li').length > n", arg=before
        )
    shown = page.locator(".results .entry-title").evaluate_all(
        "(all) => all.map((title) => title.textContent)"
    )
    assert sorted(shown) == sorted(doc.title for doc in docs)
    expect(page.locator("#facet-tag li").first).to_be_attached()
    for payload in payloads[::7]:
        page.fill("#q", payload)
        page.keyboard.press("Enter")
        page.wait_for_timeout(60)
    assert (
        page.locator(
            ".results script, .results img, .results svg, .results iframe, .results [onerror]"
        ).count()
        == 0
    )
    assert page.evaluate("typeof globalThis.ran") == "undefined"
    assert page.title() != "ran"
    assert ran == []
    page.close()


def test_phrases_in_a_script_without_spaces_are_found(
    chromium: Browser, sample_site: Path, tmp_path: Path
) -> None:
    docs = [
        SearchDoc("2020/a.html", "東京都は雨", "2020-01-01", "明日は東京都知事が上海を訪問する。", lang="ja"),
        SearchDoc("2020/b.html", "京都の春", "2020-01-02", "東へ行く。都は遠い。", lang="ja"),
        SearchDoc(
            "2020/c.html", "Zürich im Regen", "2020-01-03", "Die Straße nach Zürich ist nass.", lang="de"
        ),
    ]
    folder = _with_index(sample_site, tmp_path, docs)
    page = chromium.new_page()
    for query, found in (("東京都", ["2020/a"]), ("京都", ["2020/a", "2020/b"]), ("上海", ["2020/a"]), ("海", ["2020/a"]), ("Zurich strasse", ["2020/c"])):  # fmt: skip
        _search(page, folder.as_uri(), query)
        links = page.locator(".results a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
        assert sorted(re.findall(r"2020/\w", " ".join(links))) == found, query
        expect(page.locator(".results mark").first).to_be_visible()
    page.close()


def test_what_is_announced_is_a_status(page: Page, site: str) -> None:
    _search(page, site, "harbour")
    expect(page.get_by_role("status").filter(has_text="articles")).to_be_visible()
    assert json.loads(page.locator("#search-texts").text_content() or "{}")["matches.0"]
