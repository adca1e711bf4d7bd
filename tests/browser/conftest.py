"""A real Chromium, and the site of the sample captures on http:// and file://."""

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

from tests.browser.find_chromium import find_chromium
from tests.made import ROOT, build, ingest

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content/pages", folder / "content/pages")
    assert ingest(ROOT / "captures", folder / "content") == 0
    assert build(folder / "content", folder / "archive") == 0
    return folder / "archive"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium without a window."""
    path = find_chromium()
    assert path, "no Chromium: run `scripts/install tests`"
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new page, which fails the test when a script throws or a request fails or leaves the site."""
    context = chromium.new_context(viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on(
        "requestfailed", lambda request: wrong.append(f"failed: {request.url}") if _broken(request) else None
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("file://", "http://127.0.0.1", "data:"))
            else wrong.append(request.url)
        ),
    )
    yield page
    context.close()
    assert wrong == []


def _broken(request: Request) -> bool:
    """Whether a request failed; one that was cut short because the reader went on to another page did not."""
    return request.failure != "net::ERR_ABORTED"


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def sample_http(sample_site: Path) -> Iterator[str]:
    """The address of the sample site at a sub-path of a server on this machine: `http://127.0.0.1:N/archive`."""
    handler = functools.partial(QuietHandler, directory=str(sample_site.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/archive"
    server.shutdown()


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, sample_site: Path, sample_http: str) -> str:
    """The address of the sample site, once as a server gives it and once from the folder."""
    return sample_http if request.param == "http" else sample_site.as_uri()
