"""Pelican's reader for the archive's Markdown: YAML front matter, archived text as text."""

import logging
from pathlib import Path, PurePath
from typing import Any

from markupsafe import Markup
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

from generator.article_file import read
from generator.errors import ArchiveError
from generator.model import Article
from generator.moment import Moment
from generator.render import Renderer, printable

log = logging.getLogger(__name__)


class ArchiveReader(BaseReader):
    """Reads articles and pages.

    A file that cannot be read is named in the log as an error and skipped, so that Pelican goes on with the
    others; `pressmark build` then keeps the last good site.
    """

    enabled = True
    file_extensions = ["md", "markdown"]  # noqa: RUF012 (Pelican's type)

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)  # type: ignore[no-untyped-call]
        self._renderer = Renderer(settings["MARKDOWN"])

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML of the body and Pelican's metadata; `record` is the `Article`, `rendered` the body with its slots."""
        try:
            text = Path(source_path).read_text("utf-8")
            file = read(text, source_path, undated=self._is_page(source_path))
        except (ArchiveError, UnicodeDecodeError) as error:
            log.error("%s", error)
            return "", {"status": "skip"}
        rendered = self._renderer.render(file.markdown)
        metadata = {key: self.process_metadata(key, value) for key, value in file.extra.items()}  # type: ignore[no-untyped-call]
        metadata |= _metadata(file.article, self.settings)
        metadata["rendered"] = rendered
        return Markup(rendered.html), metadata

    def _is_page(self, source_path: str) -> bool:
        inside = PurePath(source_path).relative_to(Path(self.settings["PATH"]).absolute())
        return any(inside.is_relative_to(folder) for folder in self.settings["PAGE_PATHS"])


def _metadata(article: Article, settings: dict[str, Any]) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "record": article,
        "title": printable(article.title),
        "summary": printable(article.summary),
        "lang": article.lang or settings["DEFAULT_LANG"],
    }
    if article.date:
        metadata["published"] = Moment.parse(article.date)
        metadata["date"] = _datetime(metadata["published"])
    if article.modified:
        metadata["updated"] = Moment.parse(article.modified)
        metadata["modified"] = _datetime(metadata["updated"])
    if article.slug:
        metadata["slug"] = article.slug
    if article.category:
        metadata["category"] = Category(article.category, settings)
    metadata["authors"] = [Author(printable(name), settings) for name in article.authors]
    metadata["tags"] = [Tag(printable(name), settings) for name in article.tags]
    return {key: value for key, value in metadata.items() if value or key == "summary"}


def _datetime(moment: Moment) -> SafeDatetime:
    instant = moment.instant
    return SafeDatetime.fromtimestamp(instant.timestamp(), instant.tzinfo)
