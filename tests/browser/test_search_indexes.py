# ruff: noqa: E501
"""The search in Chromium over indexes made for one purpose: exact answers, small archives, damage, hostile text."""

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, expect

from generator.model import SearchDoc
from tests.browser.search_page import RESULTS, STATUS, search, served, with_index
from tests.made import ROOT
from tests.search_made import documents, queries, write_index, write_whole

pytestmark = pytest.mark.browser


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
    with served(tmp_path) as address:
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


@pytest.mark.parametrize("count", [0, 1])
def test_an_archive_of_no_or_one_article_can_be_searched(
    count: int, chromium: Browser, sample_site: Path, tmp_path: Path
) -> None:
    with_index(sample_site, tmp_path, documents(count))
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
    with_index(sample_site, tmp_path, documents(60))
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
    folder = with_index(sample_site, tmp_path, docs)
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
    folder = with_index(sample_site, tmp_path, docs)
    page = chromium.new_page()
    for query, found in (("東京都", ["2020/a"]), ("京都", ["2020/a", "2020/b"]), ("上海", ["2020/a"]), ("海", ["2020/a"]), ("Zurich strasse", ["2020/c"])):  # fmt: skip
        search(page, folder.as_uri(), query)
        links = page.locator(".results a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
        assert sorted(re.findall(r"2020/\w", " ".join(links))) == found, query
        expect(page.locator(".results mark").first).to_be_visible()
    page.close()
