"""The files of the site that are no pages: search index, site map, scripts and fonts from npm packages."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pelican.generators import Generator

from generator import search
from generator.body import plain_text
from generator.errors import ArchiveError
from generator.model import SearchDoc
from generator.render import printable

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SiteFiles(Generator):
    """A Pelican generator; runs after the articles' and the pages'."""

    def generate_output(self, _writer: Any) -> None:
        """Writes everything below the output folder; named by Pelican's protocol."""
        output = Path(self.output_path)
        for name, data in search.build(self._documents()).items():
            _write(output / "search" / name, data)
        _write(output / "sitemap.xml", self._sitemap())
        for target, source in self.settings["NPM_FILES"].items():
            self._copy_package_file(source, output / target)

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

    def _sitemap(self) -> bytes:
        base = self.settings["ABSOLUTE"]
        root = ElementTree.Element("urlset", xmlns=_SITEMAP)
        for address, changed in self._addresses():
            page = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(page, "loc").text = f"{base}/{address}" if base else address
            if changed:
                ElementTree.SubElement(page, "lastmod").text = changed
        ElementTree.indent(root)
        return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"

    def _addresses(self) -> Iterator[tuple[str, str]]:
        articles = self.context["articles"]
        latest = max((article.published.day.isoformat() for article in articles), default="")
        yield "index.html", latest
        for article in articles:
            yield article.url, (article.updated or article.published).day.isoformat()
        for page in self.context["pages"]:
            yield page.url, ""
        for year in self.context["archive"].years:
            yield year.url, ""
            yield from ((month.url, "") for month in year.months)
        yield from ((row.tag.url, "") for row in self.context["archive"].tag_index)
        yield from ((author.url, "") for author, _ in self.context["authors"])

    def _copy_package_file(self, source: str, target: Path) -> None:
        if not Path(source).is_file():
            raise ArchiveError(source, None, "the npm package is not installed", "run `make install`")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
