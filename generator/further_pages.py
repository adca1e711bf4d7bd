"""Pages that plain Pelican has no template for: days of the year, stories, versions; the catalogue for machines."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from generator import catalogue
from generator.books import original_path
from generator.coordinates import locate
from generator.outlines import Point, outlines
from generator.world_map import land


class FurtherPages(Generator):
    """A Pelican generator; runs after the articles'."""

    def generate_context(self) -> None:
        """Tells each article of its story; named by Pelican's protocol, called after the articles are read."""
        for story in self.context["archive"].stories:
            for article in story.articles:
                article.story = story
        self.context["places"] = self._places()

    def _places(self) -> dict[str, Point]:
        """Where the places among the tags are on the map; none where the outlines are not installed."""
        outlines_file = Path(self.settings.get("OUTLINES", ""))
        if not outlines_file.is_file():
            return {}
        self._outlines = outlines(json.loads(outlines_file.read_bytes()))
        index = self.context["archive"].tag_index
        return locate([row.tag.name for row in index if row.kind == "place"], self._outlines)

    def generate_output(self, writer: Any) -> None:
        """Writes everything below the output folder; named by Pelican's protocol."""
        archive = self.context["archive"]
        filled = {
            (article.published.day.month, article.published.day.day) for article in self.context["articles"]
        }
        for month in range(1, 13):
            entries = [
                article for article in self.context["articles"] if article.published.day.month == month
            ]
            self._write(writer, f"days/{month:02}.html", "day_of_year", month=month, entries=entries)
        self._write(writer, "days.html", "days", page_name="days", filled=filled)
        self._write(writer, "stories.html", "stories", page_name="stories")
        for story in archive.stories:
            self._write(writer, story.url, "story", story=story)
        for article in self.context["articles"]:
            if article.versions:
                self._write(writer, article.versions_url, "versions", article=article)
            if article.capture_url:
                original = Path(self.settings["PATH"], original_path(article.capture.sha256))
                shutil.copyfile(original, Path(self.output_path, article.capture_url))
        if self.context["places"]:
            target = Path(self.output_path) / "theme/land.svg"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(land(self._outlines).encode())
        self._write_catalogue({record.id: record for record in self._records()})

    def _write(self, writer: Any, url: str, template: str, **context: Any) -> None:
        relative = self.settings["RELATIVE_URLS"]
        page = self.get_template(template)  # type: ignore[no-untyped-call]
        writer.write_file(url, page, self.context, relative, url=url, **context)

    def _write_catalogue(self, records: dict[str, catalogue.Record]) -> None:
        """`records` by id, newest first."""
        self._write_text("catalogue.jsonl", catalogue.json_lines(records.values()))
        self._write_text("catalogue.csv", catalogue.comma_separated(records.values()))
        self._write_feed("feeds/all.json", self.settings["SITENAME"], list(records.values()))
        lists = [("tag", tag, articles) for tag, articles in self.context["tags"]]
        lists += [("author", author, articles) for author, articles in self.context["authors"]]
        for folder, owner, articles in lists:
            latest = articles[: self.settings["FEED_MAX_ITEMS"]]
            title = f"{self.settings['SITENAME']} - {owner.name}"
            listed = [records[article.json_ld["identifier"]] for article in latest]
            self._write_feed(f"feeds/{folder}/{owner.slug}.json", title, listed)

    def _write_feed(self, path: str, title: str, records: list[catalogue.Record]) -> None:
        settings = self.settings
        text = catalogue.json_feed(
            records,
            path,
            title=title,
            description=settings.get("SITESUBTITLE") or "",
            home=settings["ABSOLUTE"],
            language=settings["DEFAULT_LANG"],
        )
        self._write_text(path, text)

    def _write_text(self, name: str, text: str) -> None:
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def _records(self) -> Iterable[catalogue.Record]:
        base = self.settings["ABSOLUTE"]
        for article in self.context["articles"]:
            yield catalogue.Record(
                id=article.json_ld["identifier"],
                title=article.title,
                published=article.published.iso,
                updated=article.updated.iso if article.updated else "",
                address=f"{base}/{article.url}" if base else article.url,
                authors=tuple(author.name for author in article.authors),
                agency=article.agency or "",
                source=article.source or "",
                language=article.lang or "",
                tags=tuple(row.tag.name for row in article.tag_rows),
                tags_inferred=tuple(row.tag.name for row in article.tag_rows if row.inferred),
                words=article.words,
                summary=article.summary,
                file=article.capture.file if article.capture else "",
                sha256=article.capture.sha256 if article.capture else "",
            )
