"""How the tests open the search page, on the sample site or over an index of their own."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from generator.model import SearchDoc
from tests.search_made import write_index

STATUS, RESULTS = "#search-status", "#search-results > li"


def search(page: Page, site: str, query: str, more: str = "") -> None:
    """Opens the page with a query in its address, and waits for the answer."""
    page.goto(f"{site}/search.html?q={quote(query)}{more}")
    page.wait_for_function("(q) => document.querySelector('main').dataset.shown === q", arg=query)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder at an address on this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def with_index(sample_site: Path, folder: Path, docs: list[SearchDoc]) -> Path:
    """The sample site's search page over an index of other articles."""
    shutil.copytree(sample_site / "theme", folder / "theme")
    shutil.copy(sample_site / "search.html", folder / "search.html")
    write_index(docs, folder / "search")
    return folder
