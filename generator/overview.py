"""What the pages say of the archive as a whole: counts by year, month, tag, source, language and credit."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import stories as stories_
from generator.archive import Archive, Entry
from generator.body import plain_text
from generator.model import Article, Picture
from generator.moment import Moment
from generator.render import printable
from generator.slug import slugify
from generator.stories import Member, stories
from generator.wanted import wanted

Pages = Mapping[str, Any]
"""Pelican's articles by article id."""


@dataclass(frozen=True, slots=True)
class Month:
    month: int
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    url: str
    count: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that share a source, a language or a picture credit."""

    name: str
    count: int
    articles: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A headline that articles point to and the archive lacks."""

    title: str
    count: int
    sources: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Referred:
    article: Any
    count: int


@dataclass(frozen=True, slots=True)
class TagCount:
    tag: Any
    """Pelican's tag."""
    count: int
    """Articles that carry it or a tag below it."""
    kind: str
    parent: Any = None
    """Pelican's tag right above it, None at the top."""
    children: tuple[Any, ...] = ()
    also: tuple[str, ...] = ()
    """Other and former names."""
    together: tuple[Any, ...] = ()
    """Tags that share more articles with it than chance would have, the closest first."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that belong together."""

    name: str
    url: str
    articles: tuple[Any, ...]
    """Oldest first."""
    tags: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    """Who points to whom, as places in `articles`."""


@dataclass(frozen=True, slots=True)
class Overview:
    """`archive` in the templates."""

    count: int
    years: tuple[Year, ...]
    """Oldest first."""
    wanted: tuple[Wanted, ...]
    """Most wanted first."""
    most_referred: tuple[Referred, ...]
    languages: tuple[Group, ...]
    sources: tuple[Group, ...]
    credits: tuple[Group, ...]
    tag_index: tuple[TagCount, ...]
    """In order of name."""
    tag_rows: Mapping[str, TagCount]
    """The same by the tag's name."""
    stories: tuple[Story, ...]
    """The one with the newest article first."""
    newest: datetime.date | None
    """The day of the newest article; a build looks at no clock, so this is the front page's today."""
    this_day: tuple[Any, ...]
    """Articles of other years on that day of the year, newest first."""


def overview(archive: Archive, pages: Pages, tags: Mapping[Any, list[Any]]) -> Overview:
    """One pass over the archive for each question; `tags` is Pelican's, tag to articles."""
    referred = Counter(link.to for link in archive.links if link.to)
    index = _tag_index(archive, tags)
    return Overview(
        count=len(archive.entries),
        years=_years(archive),
        wanted=_wanted(archive, pages),
        most_referred=tuple(
            Referred(pages[id], count)
            for id, count in sorted(referred.items(), key=lambda item: (-item[1], pages[item[0]].url))
        ),
        languages=_groups(archive, pages, lambda article: [article.lang] if article.lang else []),
        sources=_groups(archive, pages, lambda article: [article.source] if article.source else []),
        credits=_groups(
            archive,
            pages,
            lambda article: [b.credit for b in article.body if isinstance(b, Picture) and b.credit],
        ),
        tag_index=index,
        tag_rows={row.tag.name: row for row in index},
        stories=_stories(archive, pages),
        newest=max(_days(archive), default=None),
        this_day=_this_day(archive, pages),
    )


def _years(archive: Archive) -> tuple[Year, ...]:
    months = Counter((day.year, day.month) for day in _days(archive))
    years: dict[int, list[Month]] = {}
    for (year, month), count in sorted(months.items()):
        years.setdefault(year, []).append(Month(month, f"{year:04}/{month:02}/index.html", count))
    return tuple(
        Year(year, f"{year:04}/index.html", sum(month.count for month in found), tuple(found))
        for year, found in years.items()
    )


def _tag_index(archive: Archive, tags: Mapping[Any, list[Any]]) -> tuple[TagCount, ...]:
    by_name = {tag.name: tag for tag in tags}
    rows = []
    for node in archive.settled.nodes.values():
        tag = by_name.get(printable(node.name))
        if tag is None:
            continue
        children, together = (
            tuple(by_name[name] for name in map(printable, names) if name in by_name)
            for names in (node.children, node.together)
        )
        parent = by_name.get(printable(node.parent)) if node.parent else None
        rows.append(TagCount(tag, len(tags[tag]), node.kind, parent, children, node.also, together))
    return tuple(sorted(rows, key=lambda row: (row.tag.name.casefold(), row.tag.name)))


def _days(archive: Archive) -> Iterable[datetime.date]:
    return (Moment.parse(entry.article.date).day for entry in archive.entries)


def _this_day(archive: Archive, pages: Pages) -> tuple[Any, ...]:
    newest = max(_days(archive), default=None)
    return tuple(
        pages[entry.id]
        for entry, day in zip(archive.entries, _days(archive), strict=True)
        if newest and day.year != newest.year and (day.month, day.day) == (newest.month, newest.day)
    )


def _groups(archive: Archive, pages: Pages, names: Callable[[Article], Iterable[str]]) -> tuple[Group, ...]:
    found: dict[str, list[Any]] = {}
    for entry in archive.entries:
        for name in dict.fromkeys(names(entry.article)):
            found.setdefault(printable(name), []).append(pages[entry.id])
    largest_first = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Group(name, len(articles), tuple(articles)) for name, articles in largest_first)


def _wanted(archive: Archive, pages: Pages) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(printable(one.title), len(one.sources), tuple(pages[source] for source in one.sources))
        for one in wanted(archive.links)
    )


def _stories(archive: Archive, pages: Pages) -> tuple[Story, ...]:
    number = {entry.id: n for n, entry in enumerate(archive.entries)}
    members = [
        Member(
            entry.id,
            Moment.parse(entry.article.date).day,
            entry.article.title,
            plain_text(entry.article.body),
            entry.article.lang,
            tuple(printable(tag.name) for tag in archive.settled.tags[entry.id]),
            entry.article.capture.imported if entry.article.capture else "",
        )
        for entry in archive.entries
    ]
    links = [(number[link.pointer.source], number[link.to]) for link in archive.links if link.to]
    return tuple(_story(story, archive.entries, pages) for story in stories(members, links))


def _story(story: stories_.Story, entries: Sequence[Entry], pages: Pages) -> Story:
    named_for = entries[story.address]
    # Address and article are bound for good: the slug is fixed at the first import, as the id is.
    slug = slugify(named_for.article.slug)[:60].strip("-") or "story"
    place = {number: n for n, number in enumerate(story.numbers)}
    about = tuple(printable(name) for name in story.about)
    return Story(
        ", ".join(about) or pages[named_for.id].title,
        f"story/{slug}-{named_for.id}.html",
        tuple(pages[entries[number].id] for number in story.numbers),
        about,
        tuple((place[a], place[b]) for a, b in story.links),
    )
