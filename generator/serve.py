"""The site at an address on this machine: built again when something changes, and reloaded in the browser."""

import functools
import subprocess
import sys
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

_SITE = Path(".cache/devserver")
_CHANGES = "/-/changes"
_SCRIPT = "/-/reload.js"
_RELOAD = f"""\
const now = () => fetch("{_CHANGES}").then((answer) => answer.text());
now().then((first) => setInterval(() => now().then((n) => n === first || location.reload()), 1000));
"""


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; every page also asks each second whether it has been built again."""

    builds: list[int]

    def __init__(self, *args: object, builds: list[int], directory: str) -> None:
        self.builds = builds
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == _CHANGES:
            self._answer(str(len(self.builds)).encode(), "text/plain")
        elif self.path == _SCRIPT:
            self._answer(_RELOAD.encode(), "text/javascript")
        else:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if path.suffix == ".html":
                self._page(path)
            else:
                super().do_GET()

    def _page(self, path: Path) -> None:
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        page = path if path.is_file() else Path(self.directory, "404.html")
        html = page.read_bytes() if page.is_file() else b"<p>The site is being built.</p></body>"
        script = f'<script src="{_SCRIPT}" defer></script></body>'.encode()
        self._answer(html.replace(b"</body>", script), "text/html; charset=utf-8", status)

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Says nothing; what is worth saying is said of the builds."""


def serve(content: Path, settings: Path, port: int) -> int:
    """Builds the site, serves it on 127.0.0.1, and builds it again whenever content, theme or settings change.

    A build that fails is named and leaves the last good site. Runs until interrupted; returns the exit status.
    """
    builds: list[int] = []
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "build",
        "--content",
        str(content),
        "--output",
        str(_SITE),
    ]

    def build() -> None:
        # A process of its own: Pelican and its plugins keep state from one run to the next.
        builds.append(subprocess.call([*command, "--settings", str(settings)]))

    _SITE.parent.mkdir(exist_ok=True)
    handler = functools.partial(_Handler, builds=builds, directory=str(_SITE))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        print(
            f"pressmark: port {port} cannot be used ({error.strerror}); name another with --port",
            file=sys.stderr,
        )
        return 1
    build()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"serve: http://127.0.0.1:{server.server_port}/  (Ctrl+C stops it)", file=sys.stderr, flush=True)
    watched = [path for path in (content, Path("theme"), settings) if path.exists()]
    for _ in watch(*watched, raise_interrupt=False):
        build()
    server.shutdown()
    return 0
