"""The site at an address on this machine, built again when something changes."""

import subprocess
import sys
from pathlib import Path


def serve(content: Path, settings: Path, port: int) -> int:
    """Runs Pelican's own development server until it is interrupted; its exit status."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "--settings",
        str(settings),
        "--output",
        ".cache/devserver",
    ]
    print(f"serve: http://127.0.0.1:{port}/index.html", file=sys.stderr)
    return subprocess.call([*command, "--listen", "--autoreload", "--bind", "127.0.0.1", "--port", str(port)])
