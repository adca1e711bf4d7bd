"""Searching: Pressmark beside Pagefind in Chromium, on the same articles in the same run.

    .venv/bin/python benchmarks/search.py CORPUS.jsonl.gz [--times 10]

For each of 20 queries and each of the two, a browser with an empty cache opens the search page with the query in the
address (`?q=`), over http with gzip. Counted is every byte that the server sends, headers too, until ten results are on
the page and the network is still (so our facets too, which come after the results); the time runs from opening to the
tenth result. Then the same query is put again on the open page. Both pages have the site's style sheet without its
fonts; Pagefind's page is the least that shows its results, with no interface of its own.
"""

import argparse
import functools
import gzip
import io
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from playwright.sync_api import Browser, sync_playwright

from benchmarks.index import pagefind, write_pages
from benchmarks.search_corpus import QUERIES, load
from generator import search
from tests.browser.find_chromium import find_chromium

ROOT = Path(__file__).parent.parent
_SHELL = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="theme/site.css">{% block head %}{% endblock %}
<main id="main"{% block kind %}{% endblock %}>{% block main %}{% endblock %}</main>
{% block scripts %}{% endblock %}</html>"""

_PAGEFIND = """{% extends "base.html" %}
{% block main %}<form><input name="q"></form><ol class="results"></ol>{% endblock %}
{% block scripts %}<script type="module">
const pagefind = await import("./pagefind/pagefind.js");
globalThis.ask = async (query) => {
  const found = await pagefind.search(query);
  const records = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  document.querySelector("ol").replaceChildren(...records.map(({ url, meta, excerpt }) => {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: url, textContent: meta.title });
    const words = document.createElement("p");
    words.innerHTML = excerpt;
    item.append(link, words);
    return item;
  }));
  document.body.dataset.done = query;
};
await ask(new URLSearchParams(location.search).get("q"));
</script>{% endblock %}"""

_AGAIN = {
    "pressmark": """async () => {
      const main = document.querySelector("main"), list = document.querySelector("#search-results");
      const start = performance.now();
      const done = new Promise((resolve) =>
        new MutationObserver(() => resolve()).observe(main, { attributeFilter: ["data-shown"] }));
      document.querySelector("#search-form").requestSubmit();
      await done;
      return performance.now() - start;
    }""",
    "pagefind": """async () => {
      const query = new URLSearchParams(location.search).get("q");
      const start = performance.now();
      await ask(query);
      return performance.now() - start;
    }""",
}


@dataclass(frozen=True)
class Figure:
    """One query with one of the two: bytes moved, milliseconds to the results, and of the same query again."""

    size: int
    first: float
    again: float
    results: int


class _Gzip(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    moved = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.split("?")[0]))
        if not path.is_file():
            self.send_error(404)
            return
        data = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        _Gzip.moved += sum(map(len, self._headers_buffer)) + len(data)  # type: ignore[attr-defined]
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@functools.cache
def _packed(path: Path) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6, mtime=0) as file:
        file.write(path.read_bytes())
    return out.getvalue()


@contextmanager
def _serve(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Gzip, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _write_site(folder: Path) -> None:
    templates = {"base.html": _SHELL, "pagefind.html": _PAGEFIND}
    loader = ChoiceLoader([DictLoader(templates), FileSystemLoader(ROOT / "theme/templates")])
    env = Environment(loader=loader, autoescape=True, extensions=["jinja2.ext.i18n"])
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    for name in ("search.html", "pagefind.html"):
        page = env.get_template(name).render(SITENAME="Archive", SITEURL=".", DEFAULT_LANG="en")
        (folder / name).write_text(page, "utf-8")
    css = "\n".join(p.read_text("utf-8") for p in sorted((ROOT / "theme/css").glob("*.css")))
    (folder / "theme/js").mkdir(parents=True)
    (folder / "theme/css").mkdir()
    (folder / "theme/site.css").write_text(
        "\n".join(row for row in css.splitlines() if "@font-face" not in row), "utf-8"
    )
    for path in [*(ROOT / "theme/static/js").glob("search-*.js"), ROOT / "node_modules/lunr/lunr.min.js"]:
        (folder / "theme/js" / path.name).write_bytes(path.read_bytes())
    (folder / "theme/css/search.css").write_bytes((ROOT / "theme/static/css/search.css").read_bytes())


def _measure(browser: Browser, address: str, which: str, query: str) -> Figure:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    _Gzip.moved = 0
    page_name = "search" if which == "pressmark" else which
    page.goto(f"{address}/{page_name}.html?q={quote(query)}", wait_until="commit")
    ready = "main[data-shown]" if which == "pressmark" else "body[data-done]"
    page.wait_for_selector(ready, state="attached")
    first = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(150)
    size = _Gzip.moved
    results = page.locator(".results > li").count()
    again = statistics.median(float(page.evaluate(_AGAIN[which])) for _ in range(5))
    context.close()
    return Figure(int(size), first, again, results)


def main() -> None:
    """Prints a table, and the medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args()
    docs = load(given.corpus, given.times)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pages(docs, folder)
        command = [str(pagefind()), "--site", name, "--output-path", f"{name}/pagefind"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for file, data in search.build(docs).items():
            (folder / "search" / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / "search" / file).write_bytes(data)
        _write_site(folder)
        with _serve(folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
            rows = [
                (q, *(_measure(browser, address, w, q) for w in ("pressmark", "pagefind"))) for q in QUERIES
            ]
            browser.close()
    print(f"{len(docs)} articles\n{'':26}{'Pressmark':^30}{'Pagefind':^30}")
    print(f"{'query':26}" + f"{'kB':>8}{'ms':>8}{'again':>8}{'found':>6}" * 2)
    for query, *both in rows:
        print(
            f"{query:26}"
            + "".join(f"{f.size / 1000:8.1f}{f.first:8.0f}{f.again:8.1f}{f.results:6}" for f in both)
        )
    for label, take in (("median", statistics.median), ("worst", max)):
        cells = []
        for side in (1, 2):
            figures = [row[side] for row in rows]
            cells.append(
                f"{take(f.size for f in figures) / 1000:8.1f}{take(f.first for f in figures):8.0f}"
                f"{take(f.again for f in figures):8.1f}{'':6}"
            )
        print(f"{label:26}" + "".join(cells))
    more = [q for q, ours, theirs in rows if ours.size > theirs.size]
    print(f"queries for which Pressmark moves more: {', '.join(more) or 'none'}")


if __name__ == "__main__":
    main()
