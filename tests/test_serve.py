"""The development server shows the site and its changes."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.made import ROOT, STORM, ingest, put


@pytest.fixture
def content(tmp_path: Path) -> Path:
    ingest(put(tmp_path / "captures", b2=STORM), tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def server(content: Path) -> Iterator[str]:
    """The address of a running `pressmark serve`."""
    command = [sys.executable, "-m", "generator.cli", "serve", "--content", str(content), "--port", "0"]
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert process.stderr
    said = ""
    while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
        line = process.stderr.readline()
        assert line, said
        said += line
    yield found[0]
    process.terminate()
    process.wait(timeout=20)
    process.stderr.close()


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def test_a_change_is_built_and_the_browser_is_told(server: str, content: Path) -> None:
    page = get(f"{server}2024/03/04/storm-closes-harbour-for-a-week.html")
    assert "/-/reload.js" in page
    before = get(f"{server}-/changes")
    article = next((content / "articles").rglob("*.md"))
    article.write_text(article.read_text("utf-8") + "\nWritten by hand.\n", "utf-8")
    deadline = time.monotonic() + 60
    while get(f"{server}-/changes") == before:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert "Written by hand." in get(f"{server}2024/03/04/storm-closes-harbour-for-a-week.html")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{server}no-such-page.html")
