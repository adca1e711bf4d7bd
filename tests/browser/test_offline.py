"""Reading without a connection: what was read, the search after it was opened, the whole archive on request."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from libzim.reader import Archive
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.bundle import read_site
from generator.zim import write_zim
from tests.browser.conftest import DESKTOP, QuietHandler

_KEPT = """async () => (await (await caches.open(`pressmark ${new URL(".", location.href).pathname}`)).keys())
  .map((request) => new URL(request.url).pathname)"""


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who has not been here before."""
    context = chromium.new_context(viewport=DESKTOP, locale="en-GB")
    yield context
    context.close()


def _wait_until(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def _is_kept(page: Page, path: str) -> bool:
    return path in page.evaluate(_KEPT)


def _wait_for_kept(page: Page, *names: str) -> None:
    """Until the browser has kept these files, and answers from what it keeps."""
    controlled = "navigator.serviceWorker.controller !== null"
    _wait_until(
        lambda: (
            page.evaluate(controlled) and {f"/archive/{name}" for name in names} <= set(page.evaluate(_KEPT))
        ),
        f"{names} were not kept",
    )


def test_what_was_read_can_be_read_again_without_a_connection(
    reader: BrowserContext, sample_http: str
) -> None:
    page = reader.new_page()
    page.goto(f"{sample_http}/index.html")
    _wait_for_kept(page, "theme/site.css", "index.html")
    link = page.locator("main h2 a, main h3 a").first
    title = link.inner_text()
    link.click()
    page.wait_for_load_state()
    read = page.url
    reader.set_offline(True)
    page.goto(f"{sample_http}/index.html")
    page.goto(read)
    expect(page.locator("h1")).to_have_text(title)


def test_a_page_that_was_not_kept_is_named_without_a_connection(
    reader: BrowserContext, sample_http: str
) -> None:
    page = reader.new_page()
    page.goto(f"{sample_http}/index.html")
    _wait_for_kept(page, "offline.html")
    reader.set_offline(True)
    page.goto(f"{sample_http}/tags.html")
    expect(page.locator("h1")).to_have_text("Reading offline")
    expect(page.locator("#offline-again")).to_have_text("/archive/tags.html")
    expect(page.locator("#offline-status")).to_contain_text("What you read is kept")


def test_the_search_answers_without_a_connection_after_it_was_opened(
    reader: BrowserContext, sample_http: str, sample_site: Path
) -> None:
    page = reader.new_page()
    page.goto(f"{sample_http}/search.html")
    listed = json.loads((sample_site / "offline/search.json").read_text("utf-8"))["files"]
    _wait_for_kept(page, *(path for path, _, _ in listed))
    reader.set_offline(True)
    for query in ("ferry", "harbour~1", "title:st*", '"sea wall"'):
        page.goto(f"{sample_http}/search.html?q={query}")
        expect(page.locator("#search-results li").first).to_be_visible()
        expect(page.locator("#search-alert")).to_be_hidden()


def test_the_whole_archive_is_kept_on_request_brought_up_to_date_and_removed(
    reader: BrowserContext, sample_http: str, sample_site: Path
) -> None:
    page = reader.new_page()
    page.goto(f"{sample_http}/offline.html")
    page.get_by_role("button", name="Keep the whole archive").click()
    expect(page.locator("#offline-status")).to_contain_text("The whole archive is kept", timeout=60_000)
    listed = json.loads((sample_site / "offline/files.json").read_text("utf-8"))["files"]
    kept = set(page.evaluate(_KEPT))
    assert kept >= {f"/archive/{path}" for path, _, _ in listed}
    reader.set_offline(True)
    for name in ("tags.html", "days/03.html", listed[0][0]):
        page.goto(f"{sample_http}/{name}")
        expect(page.locator("h1").first).not_to_have_text("Reading offline")
    reader.set_offline(False)
    page.goto(f"{sample_http}/offline.html")
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Bring it up to date").click()
    expect(page.locator("#offline-status")).to_contain_text("The whole archive is kept")
    assert not [url for url in asked if url.endswith("tags.html")]
    page.get_by_role("button", name="Remove what is kept").click()
    expect(page.get_by_role("button", name="Keep the whole archive")).to_be_visible()
    assert len(page.evaluate(_KEPT)) < 10


def test_two_archives_on_one_origin_keep_their_pages_apart(
    reader: BrowserContext, sample_site: Path, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(sample_site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = reader.new_page()
    for name in ("one", "two"):
        page.goto(f"http://127.0.0.1:{server.server_port}/{name}/index.html")
        _wait_until(partial(_is_kept, page, f"/{name}/index.html"), name)
    assert page.evaluate("caches.keys()") == ["pressmark /one/", "pressmark /two/"]
    server.shutdown()


def test_a_newer_page_is_shown_in_place_of_the_kept_one(reader: BrowserContext, tmp_path: Path) -> None:
    """Built once more with other words: the reader sees them, though the old ones are kept."""
    (tmp_path / "sw.js").write_text('importScripts("theme/js/service-worker.js");')
    scripts = tmp_path / "theme/js"
    scripts.mkdir(parents=True)
    theme = Path(__file__).parents[2] / "theme/static/js"
    for name in ("service-worker.js", "offline.js"):
        (scripts / name).write_bytes((theme / name).read_bytes())
    words = (
        '<!doctype html><meta charset="utf-8"><h1>{}</h1><script src="theme/js/offline.js" defer></script>'
    )
    (tmp_path / "index.html").write_text(words.format("old"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Asked, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = reader.new_page()
    address = f"http://127.0.0.1:{server.server_port}/index.html"
    page.goto(address)
    _wait_until(partial(_is_kept, page, "/index.html"), "the page was not kept")
    (tmp_path / "index.html").write_text(words.format("newer"))
    page.goto(address)
    expect(page.locator("h1")).to_have_text("newer")
    server.shutdown()


def test_from_a_folder_the_page_says_that_everything_is_here(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "offline.html").as_uri())
    expect(page.locator("#offline-status")).to_contain_text("from a folder")
    expect(page.locator("#offline-tools")).to_be_hidden()


def test_the_search_answers_from_a_zim(reader: BrowserContext, sample_site: Path, tmp_path: Path) -> None:
    page = reader.new_page()
    write_zim(read_site(sample_site), tmp_path / "a.zim")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_FromZim, zim=Archive(tmp_path / "a.zim")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for query in ("ferry", "harbour~1", "title:st*", '"sea wall"'):
        page.goto(f"http://127.0.0.1:{server.server_port}/content/archive/search.html?q={query}")
        expect(page.locator("#search-results li").first).to_be_visible()
        expect(page.locator("#search-alert")).to_be_hidden()
    page.locator("#search-results a").first.click()
    expect(page.locator("h1").first).to_be_visible()
    server.shutdown()


class _FromZim(BaseHTTPRequestHandler):
    """Gives the entries of a ZIM at the paths where kiwix-serve has them."""

    def __init__(self, *args: Any, zim: Archive) -> None:
        self._zim = zim
        super().__init__(*args)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path.removeprefix("/content/archive/"))
        found = self._zim.has_entry_by_path(path)
        item = self._zim.get_entry_by_path(path).get_item() if found else None
        self.send_response(200 if item else 404)
        self.send_header("Content-Type", item.mimetype if item else "text/plain")
        self.end_headers()
        self.wfile.write(bytes(item.content) if item else b"")

    def log_message(self, *args: object) -> None:
        """Says nothing."""


class _Asked(QuietHandler):
    """Has the browser ask each time whether a page has changed."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()
