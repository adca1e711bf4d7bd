"""Takes the pictures of the README from the built site: `make screenshot`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.find_chromium import find_chromium

PICTURES = {
    "front-page": "index.html",
    "article": "2024/12/13/cod-deal-with-norway-renewed-before-the-coffee-got-cold.html",
}


def main() -> None:
    """One PNG for each page, 1280 pixels wide, in docs/images/."""
    folder = Path("docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        for name, address in PICTURES.items():
            page.goto(Path("output", address).absolute().as_uri())
            page.wait_for_function("document.fonts.status === 'loaded'")
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
