"""The one file that knows Pelican's signals: where Pressmark's stages meet Pelican's run.

What happens, in Pelican's order: settings are completed; the reader is put in; when all articles are read, the
pipeline runs over them; what it found is given to the articles and to the templates; feeds are written by a
writer that takes archived text for text; the search index and the site map are written last.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.urlwrappers import Tag as TagPage

from generator import pipeline, words
from generator.archive import Archive, Entry, in_order, keeper_files
from generator.body import plain_text
from generator.cite import Reference, cite
from generator.feeds import ArchiveWriter
from generator.filters import filters
from generator.further_pages import FurtherPages
from generator.model import Article, Link, Paragraph, ReadMore
from generator.overview import overview
from generator.pelican_reader import ArchiveReader, log
from generator.render import printable
from generator.schema_org import news_article
from generator.site_files import SiteFiles


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as an article's page shows it."""

    tag: TagPage
    inferred: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Related:
    """A related article and why it is."""

    article: Any
    reason: str
    """In words: `both about Belgorod and drones; two days apart`."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A "Read more" line as the theme shows it."""

    label: str
    title: str
    target: Any
    """Pelican's article, None where it is not in the archive."""
    how: str | None
    address: str | None
    """Where the keeper pinned the line to an address elsewhere."""
    href: str
    """For Pelican to make relative to each page."""


def register() -> None:
    """Called by Pelican, which finds this module in `PLUGINS`."""
    signals.initialized.connect(complete_settings)
    signals.readers_init.connect(add_reader)
    signals.generator_init.connect(prepare_templates)
    signals.article_generator_pretaxonomy.connect(run_pipeline)
    signals.article_generator_finalized.connect(give_to_templates)
    signals.page_generator_finalized.connect(fill_pages)
    signals.get_writer.connect(writer)
    signals.get_generators.connect(further_generators)


def complete_settings(pelican: Any) -> None:
    """What `pelicanconf.py` need not say, because the archive would be wrong with any other value."""
    settings = pelican.settings
    settings["ABSOLUTE"] = settings["SITEURL"]
    settings["FURTHER_PAGES"] = True
    settings["ARTICLE_ORDER_BY"] = None
    settings["ARTICLE_TRANSLATION_ID"] = None
    settings["PAGE_TRANSLATION_ID"] = None
    settings["JINJA_FILTERS"] = filters(settings["DEFAULT_LANG"]) | settings["JINJA_FILTERS"]


def writer(_pelican: Any) -> type[ArchiveWriter]:
    """Feeds in which archived text is text."""
    return ArchiveWriter


def further_generators(_pelican: Any) -> tuple[type[Generator], ...]:
    """Pages that Pelican has no template for, the search index, the site map, files of npm packages."""
    return FurtherPages, SiteFiles


def add_reader(readers: Any) -> None:
    """Archived Markdown is read by our reader, not by Pelican's own."""
    for extension in ArchiveReader.file_extensions:
        readers.reader_classes[extension] = ArchiveReader


def prepare_templates(generator: Generator) -> None:
    """The interface's words in the site's language."""
    generator.env.install_gettext_translations(  # type: ignore[attr-defined]
        words.translations(generator.settings["DEFAULT_LANG"]), newstyle=True
    )


def run_pipeline(generator: ArticlesGenerator) -> None:
    """Once all articles are read: orders them, runs the stages, sets their tags before Pelican collects them."""
    content = Path(generator.settings["PATH"])
    pages = {page.get_relative_source_path(): page for page in generator.articles + generator.hidden_articles}
    entries = in_order([Entry(path, page.url, page.record) for path, page in pages.items()])
    keeper, errors = keeper_files(content)
    for error in errors:
        log.error("%s", error)
    archive = pipeline.run(Archive(entries, keeper))
    for problem in archive.problems:
        log.warning("%s", problem)
    order = {entry.path: number for number, entry in enumerate(entries)}
    for listed in (generator.articles, generator.hidden_articles):
        listed.sort(key=lambda page: order[page.get_relative_source_path()])
    for entry in entries:
        _set_tags(pages[entry.path], archive.settled.tags[entry.id], generator.settings)
    generator.context["pressmark"] = (archive, {entry.id: pages[entry.path] for entry in entries})


def _set_tags(page: Any, tags: Any, settings: Any) -> None:
    rows = [TagRow(TagPage(printable(tag.name), settings), tag.inferred, tag.kind) for tag in tags]
    page.tag_rows = [row for row in rows if row.tag.slug]
    page.tags = [row.tag for row in page.tag_rows]
    page.authors = [author for author in getattr(page, "authors", ()) if author.slug]


def give_to_templates(generator: ArticlesGenerator) -> None:
    """What the stages found, as attributes of the articles and as `archive`."""
    # There are no category pages, and Pelican would compare every article with every other to make them.
    generator.categories = generator.context["categories"] = []
    archive, pages = generator.context["pressmark"]
    links = iter(archive.links)
    referred: dict[str, list[Any]] = {}
    for link in archive.links:
        if link.to:
            sources = referred.setdefault(link.to, [])
            if pages[link.pointer.source] not in sources:
                sources.append(pages[link.pointer.source])
    newest_first = [pages[entry.id] for entry in archive.entries]
    for number, entry in enumerate(archive.entries):
        page = pages[entry.id]
        record = entry.article
        page.capture = record.capture
        page.agency = record.agency and printable(record.agency)
        page.source = record.source and printable(record.source)
        page.author_roles = {printable(name): printable(role) for name, role in record.author_roles}
        page.updated = getattr(page, "updated", None)
        page.standfirst = "" if _opens(record, record.summary) else page.summary
        page.words = len(plain_text(record.body).split())
        page.reading_minutes = max(1, round(page.words / 230))
        page.referred_by = referred.get(entry.id, [])
        page.related = []
        page.story = None
        reference = _reference(page, entry.id, generator.settings)
        page.cite = cite(reference)
        page.json_ld = news_article(
            reference,
            page.published.iso,
            modified=page.updated and page.updated.iso,
            description=page.summary,
            words=page.words,
        )
        page.later = newest_first[number - 1] if number else None
        page.earlier = newest_first[number + 1] if number + 1 < len(newest_first) else None
        rows = [_link_row(block, next(links), pages) for block in record.body if isinstance(block, ReadMore)]
        _fill(page, generator, rows)
    generator.context["archive"] = overview(archive, pages, generator.tags)


def _opens(record: Article, summary: str) -> bool:
    """Whether the body starts with the summary, which then is no standfirst of its own."""
    first = next((block.text for block in record.body if isinstance(block, Paragraph)), "")
    return " ".join(first.split()).startswith(" ".join(summary.split()).removesuffix("…"))


def _reference(page: Any, id: str, settings: Any) -> Reference:
    base = settings["ABSOLUTE"]
    return Reference(
        id=id,
        title=page.title,
        day=page.published.day,
        archive=settings["SITENAME"],
        authors=tuple(author.name for author in page.authors),
        agency=page.agency or "",
        source=page.source or "",
        lang=page.lang or "",
        url=f"{base}/{page.url}" if base else "",
        tags=tuple(row.tag.name for row in page.tag_rows),
    )


def _link_row(block: ReadMore, link: Link, pages: Any) -> LinkRow:
    target = pages[link.to] if link.to else None
    href = f"{{filename}}/{target.get_relative_source_path()}" if target else link.address or ""
    return LinkRow(printable(block.label), printable(block.title), target, link.how, link.address, href)


def _fill(page: Any, generator: Generator, rows: list[LinkRow]) -> None:
    """Puts the theme's pictures and "Read more" cards into the body's slots."""
    picture = generator.env.get_template("partials/picture.html")
    read_more = generator.env.get_template("partials/read_more.html")
    remaining = iter(rows)
    page._content = Markup(
        page.rendered.filled(
            [
                read_more.render(link=next(remaining))
                if isinstance(slot, ReadMore)
                else picture.render(picture=slot)
                for slot in page.rendered.slots
            ]
        )
    )


def fill_pages(generator: PagesGenerator) -> None:
    """Pages may hold pictures too; a "Read more" line on a page stays a line."""
    for page in generator.pages + generator.hidden_pages:
        rows = [
            LinkRow(slot.label, slot.title, None, None, None, "")
            for slot in page.rendered.slots
            if isinstance(slot, ReadMore)
        ]
        _fill(page, generator, rows)
