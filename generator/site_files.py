"""The files of the site that are no pages: search index, site map, scripts and fonts from npm packages."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from generator import search
from generator.body import plain_text
from generator.errors import ArchiveError
from generator.model import SearchDoc
from generator.render import printable
from generator.sitemap import Address, sitemap

SEARCH_CACHE = Path(".cache/search")
"""Below the working folder: what one build of the search keeps for the next. It may be deleted at any time."""


class SiteFiles(Generator):
    """A Pelican generator; runs after the articles' and the pages'."""

    def generate_output(self, _writer: Any) -> None:
        """Writes everything below the output folder; named by Pelican's protocol."""
        output = Path(self.output_path)
        for name, data in search.build(self._documents(), cache=SEARCH_CACHE).items():
            _write(output / "search" / name, data)
        for name, data in sitemap(list(self._addresses()), self.settings["ABSOLUTE"]).items():
            _write(output / name, data)
        for folder, patterns in self.settings["NPM_FILES"].items():
            for pattern in patterns:
                self._copy_package_files(pattern, output / folder)

    def _documents(self) -> list[SearchDoc]:
        return [
            SearchDoc(
                url=article.url,
                title=article.title,
                date=article.published.iso,
                body=printable(plain_text(article.record.body)),
                tags=tuple(tag.name for tag in article.tags),
                authors=tuple(author.name for author in article.authors),
                lang=article.lang,
            )
            for article in self.context["articles"]
        ]

    def _addresses(self) -> Iterator[Address]:
        articles = self.context["articles"]
        archive = self.context["archive"]
        latest = max((article.published.day.isoformat() for article in articles), default="")
        yield Address("index.html", latest)
        for article in articles:
            yield Address(article.url, (article.updated or article.published).day.isoformat())
        lists = (
            "archives",
            "tags",
            "authors",
            "stories",
            "days",
            "sources",
            "languages",
            "credits",
            "wanted",
        )
        further = [f"days/{month:02}" for month in range(1, 13)]
        yield from (Address(f"{name}.html", latest) for name in (*lists, *further))
        for year in archive.years:
            yield from (Address(period.url) for period in (year, *year.months))
        yield from (Address(page.url) for page in self.context["pages"])
        yield from (Address(row.tag.url) for row in archive.tag_index)
        yield from (Address(author.url) for author, _ in self.context["authors"])
        yield from (
            Address(story.url, story.articles[-1].published.day.isoformat()) for story in archive.stories
        )

    def _copy_package_files(self, pattern: str, folder: Path) -> None:
        found = sorted(Path().glob(pattern))
        if not found:
            raise ArchiveError(pattern, None, "the npm package is not installed", "run `make install`")
        folder.mkdir(parents=True, exist_ok=True)
        for source in found:
            shutil.copyfile(source, folder / source.name)


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
