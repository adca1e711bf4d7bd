"""Which Chromium the browser tests use: one that is there, else Playwright's own."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of the program, None where there is none. `CHROMIUM` in the environment goes first."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


if __name__ == "__main__":
    path = find_chromium()
    print(path or "no Chromium found", file=sys.stdout if path else sys.stderr)
    sys.exit(0 if path else 1)
