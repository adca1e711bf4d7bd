"""What the theme is told of each article: attributes of Pelican's article, made of what the stages found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from pelican.generators import Generator
from pelican.urlwrappers import Tag as TagPage

from generator.archive import Archive, Entry
from generator.body import plain_text
from generator.books import original_path
from generator.changes import Passage, changes
from generator.cite import Reference, cite
from generator.model import Article, Link, Paragraph, Picture, ReadMore, Tag
from generator.moment import Moment
from generator.render import printable
from generator.schema_org import news_article

Pages = Mapping[str, Any]
"""Pelican's articles by article id."""
_WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert, Journal of Memory and Language 109 (2019), mean 238."""


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


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A picture as the theme shows it."""

    alt: str
    caption: str
    credit: str
    src: str | None
    """For Pelican to make relative to each page; None where only the words are archived."""


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier state of an article, and what changed from it to the next."""

    published: Moment
    updated: Moment | None
    file: str
    sha256: str
    imported: str
    passages: tuple[Passage, ...]


def set_tags(page: Any, tags: tuple[Tag, ...], settings: Any) -> None:
    """The article's tags, before Pelican collects them; what has no slug has no page."""
    rows = [TagRow(TagPage(printable(tag.name), settings), tag.inferred, tag.kind) for tag in tags]
    page.tag_rows = [row for row in rows if row.tag.slug]
    page.tags = [row.tag for row in page.tag_rows]
    page.authors = [author for author in getattr(page, "authors", ()) if author.slug]


def complete(archive: Archive, pages: Pages, generator: Generator) -> None:
    """Gives every article what its page shows, in one pass."""
    content = Path(generator.settings["PATH"])
    links = iter(archive.links)
    referred = _referred_by(archive, pages)
    newest_first = [pages[entry.id] for entry in archive.entries]
    for number, entry in enumerate(archive.entries):
        page, record = pages[entry.id], entry.article
        # Pelican would else make the address anew whenever a page names the article.
        page.override_url = page.url
        page.capture = record.capture
        page.capture_url = _capture_url(page, content)
        page.agency = record.agency and printable(record.agency)
        page.source = record.source and printable(record.source)
        page.author_roles = {printable(name): printable(role) for name, role in record.author_roles}
        page.updated = getattr(page, "updated", None)
        page.standfirst = "" if _opens(record, record.summary) else page.summary
        page.words = len(plain_text(record.body).split())
        page.reading_minutes = max(1, round(page.words / _WORDS_A_MINUTE))
        page.referred_by = referred.get(entry.id, [])
        page.related = [Related(pages[row.id], row.reason) for row in archive.related[entry.id]]
        page.story = None
        page.versions = list(_versions(entry))
        page.versions_url = f"{page.url.removesuffix('.html')}/versions.html" if page.versions else None
        page.later = newest_first[number - 1] if number else None
        page.earlier = newest_first[number + 1] if number + 1 < len(newest_first) else None
        _set_references(page, entry.id, generator.settings)
        rows = [_link_row(block, next(links), pages) for block in record.body if isinstance(block, ReadMore)]
        fill_slots(page, generator, rows)


def fill_slots(page: Any, generator: Generator, rows: list[LinkRow]) -> None:
    """Puts the theme's pictures and "Read more" cards into the body's slots."""
    picture = generator.env.get_template("partials/picture.html")
    read_more = generator.env.get_template("partials/read_more.html")
    remaining = iter(rows)
    contents = [
        read_more.render(link=next(remaining))
        if isinstance(slot, ReadMore)
        else picture.render(picture=_picture_row(slot))
        for slot in page.rendered.slots
    ]
    page._content = Markup(page.rendered.filled(contents))


def _picture_row(picture: Picture) -> PictureRow:
    src = f"{{static}}/images/{quote(picture.file)}" if picture.file else None
    return PictureRow(printable(picture.alt), printable(picture.caption), printable(picture.credit), src)


def plain_row(block: ReadMore) -> LinkRow:
    """A "Read more" line that is not resolved, as on a page that is no article."""
    return LinkRow(printable(block.label), printable(block.title), None, None, None, "")


def _capture_url(page: Any, content: Path) -> str | None:
    """Address of the capture as it was, where it is kept."""
    if page.capture is None or not (content / original_path(page.capture.sha256)).is_file():
        return None
    return f"{page.url.removesuffix('.html')}.txt"


def _link_row(block: ReadMore, link: Link, pages: Pages) -> LinkRow:
    target = pages[link.to] if link.to else None
    href = f"{{filename}}/{target.get_relative_source_path()}" if target else link.address or ""
    return LinkRow(printable(block.label), printable(block.title), target, link.how, link.address, href)


def _referred_by(archive: Archive, pages: Pages) -> dict[str, list[Any]]:
    sources: dict[str, dict[str, Any]] = {}
    for link in archive.links:
        if link.to:
            sources.setdefault(link.to, {})[link.pointer.source] = pages[link.pointer.source]
    return {target: list(by.values()) for target, by in sources.items()}


def _opens(record: Article, summary: str) -> bool:
    """Whether the body starts with the summary, which then is no standfirst of its own."""
    first = next((block.text for block in record.body if isinstance(block, Paragraph)), "")
    return " ".join(first.split()).startswith(" ".join(summary.split()).removesuffix("…"))


def _versions(entry: Entry) -> Iterator[Version]:
    newer = entry.article
    for older in entry.versions:
        assert older.capture is not None
        yield Version(
            Moment.parse(older.date),
            Moment.parse(older.modified) if older.modified else None,
            older.capture.file,
            older.capture.sha256,
            older.capture.imported,
            tuple(changes(older, newer)),
        )
        newer = older


def _set_references(page: Any, id: str, settings: Any) -> None:
    base = settings["ABSOLUTE"]
    reference = Reference(
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
    page.cite = cite(reference)
    page.json_ld = news_article(
        reference,
        page.published.iso,
        modified=page.updated and page.updated.iso,
        description=page.summary,
        words=page.words,
    )
