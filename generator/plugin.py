"""The one file that knows Pelican's signals: where Pressmark's stages meet Pelican's run.

What happens, in Pelican's order: settings are completed; the reader is put in; when all articles are read, the
pipeline runs over them; what it found is given to the articles and to the templates; feeds are written by a
writer that takes archived text for text; the search index and the site map are written last, and then the lists of
all files that a browser keeps the archive by.
"""

import logging
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from generator import pipeline, words
from generator.archive import Archive, Entry, in_order, keeper_files, versions_of
from generator.article_pages import complete, fill_slots, plain_row, set_tags
from generator.errors import ArchiveError
from generator.feeds import ArchiveWriter
from generator.filters import filters
from generator.further_pages import FurtherPages
from generator.model import ReadMore
from generator.offline import write_lists
from generator.overview import overview
from generator.pelican_reader import ArchiveReader, log
from generator.site_files import SiteFiles
from generator.tag_pages import gathered


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
    signals.finalized.connect(list_files)


def complete_settings(pelican: Any) -> None:
    """What `pelicanconf.py` need not say, because the archive would be wrong with any other value."""
    settings = pelican.settings
    settings["ABSOLUTE"] = settings["SITEURL"]
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


def report_stage(name: str, seconds: float) -> None:
    """Tells whoever listens to the logger `pressmark` that a stage is done."""
    logging.getLogger("pressmark").info("%s (%.1f s)", name, seconds)


def run_pipeline(generator: ArticlesGenerator) -> None:
    """Once all articles are read: orders them, runs the stages, sets their tags before Pelican collects them."""
    content = Path(generator.settings["PATH"])
    by_path = {
        page.get_relative_source_path(): page for page in generator.articles + generator.hidden_articles
    }
    keeper, errors = keeper_files(content)
    entries = []
    for path, page in by_path.items():
        try:
            entries.append(Entry(path, page.url, page.record, versions_of(content, path)))
        except ArchiveError as error:
            errors.append(error)
    for mistake in errors:
        log.error("%s", mistake)
    archive = pipeline.run(Archive(in_order(entries), keeper), report_stage)
    for problem in archive.problems:
        log.warning("%s", problem)
    order = {entry.path: number for number, entry in enumerate(archive.entries)}
    for listed in (generator.articles, generator.hidden_articles):
        listed.sort(key=lambda page: order[page.get_relative_source_path()])
    pages = {entry.id: by_path[entry.path] for entry in archive.entries}
    for id, page in pages.items():
        set_tags(page, archive.settled.tags[id], generator.settings)
    generator.context["pressmark"] = (archive, pages)


def give_to_templates(generator: ArticlesGenerator) -> None:
    """What the stages found, as attributes of the articles and as `archive`; tags with their children's articles."""
    archive, pages = generator.context["pressmark"]
    complete(archive, pages, generator)
    generator.tags = gathered(archive, pages, generator.settings)  # type: ignore[assignment]
    # There are no category pages, and Pelican would compare every article with every other to make them.
    generator.categories = []  # type: ignore[assignment]
    generator._update_context(("tags", "categories"))
    generator.context["archive"] = overview(archive, pages, generator.tags)


def fill_pages(generator: PagesGenerator) -> None:
    """Pages may hold pictures too; a "Read more" line on a page stays a line."""
    for page in generator.pages + generator.hidden_pages:
        rows = [plain_row(slot) for slot in page.rendered.slots if isinstance(slot, ReadMore)]
        fill_slots(page, generator, rows)


def list_files(pelican: Any) -> None:
    """When the site is whole: what there is to keep for reading offline."""
    write_lists(Path(pelican.output_path))
