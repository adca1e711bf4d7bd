"""The whole archive in memory, as the stages of the pipeline see it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator import article_file, pins, tag_rules
from generator.errors import ArchiveError
from generator.model import Article, Link
from generator.moment import Moment
from generator.pins import NO_PINS, Pins
from generator.related import Related
from generator.settled_tags import Settled
from generator.tag_rules import NO_RULES, TagRules
from generator.wanted import Wanted

NO_TAGS = Settled({}, {})


@dataclass(frozen=True, slots=True)
class Entry:
    """One article and where it is."""

    path: str
    """Of its Markdown file, within the content folder, with forward slashes."""
    url: str
    """Of its page, relative to the site's root."""
    article: Article
    versions: tuple[Article, ...] = ()
    """Its earlier states, the latest first."""

    @property
    def id(self) -> str:
        """The capture's id; for an article without capture 16 hexadecimal digits made from its path."""
        if self.article.capture:
            return self.article.capture.id
        return hashlib.sha256(self.path.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Keeper:
    """What the keeper says in files beside the articles."""

    pins: Pins = NO_PINS
    """`content/links.yaml`"""
    tags: TagRules = NO_RULES
    """`content/tags.yaml`"""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything known; each stage of the pipeline adds its field."""

    entries: tuple[Entry, ...]
    """Newest first; articles of one instant in order of path."""
    keeper: Keeper = Keeper()
    settled: Settled = NO_TAGS
    """The tags of every article, and how they hang together."""
    links: tuple[Link, ...] = ()
    """One for each "Read more" line, in the order of the entries and, within one, of its body; `to` is the id of an
    article."""
    capture_links: tuple[Link, ...] = ()
    """The same, and those of earlier versions; `to` is the id of the very capture that is nearest in date."""
    wanted: tuple[Wanted, ...] = ()
    """The articles that are pointed to and not there, the most wanted first."""
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    """By article id the articles that are about the same, the closest first."""
    problems: tuple[ArchiveError, ...] = ()
    """What a person should settle: pins that no longer fit, rules that name nothing."""


def in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    """Newest first, and the same order on every machine."""
    by_path = sorted(entries, key=lambda entry: entry.path)
    return tuple(sorted(by_path, key=lambda entry: Moment.parse(entry.article.date).instant, reverse=True))


def address(article: Article) -> str:
    """The page of an article: `2023/12/30/slug.html`."""
    return f"{Moment.parse(article.date).day:%Y/%m/%d}/{article.slug}.html"


def keeper_files(content: Path) -> tuple[Keeper, list[ArchiveError]]:
    """What the keeper wrote beside the articles; a file with a mistake counts as absent, and is named."""
    errors: list[ArchiveError] = []
    chosen, rules = NO_PINS, NO_RULES
    try:
        chosen = pins.load(content)
    except ArchiveError as error:
        errors.append(error)
    try:
        rules = tag_rules.load(content)
    except ArchiveError as error:
        errors.append(error)
    return Keeper(chosen, rules), errors


def version_id(version: Article) -> str:
    """The id of the capture that an earlier state was made from."""
    assert version.capture is not None
    return version.capture.id


def versions_of(content: Path, path: str) -> tuple[Article, ...]:
    """The earlier states of the article at `path` (within the content folder), the latest first.

    Raises `ArchiveError` for one that cannot be read.
    """
    folder = content / "versions" / PurePosixPath(path).relative_to("articles").with_suffix("")
    if not folder.is_dir():
        return ()
    found = [
        article_file.read(file.read_text("utf-8"), str(file)).article for file in sorted(folder.glob("*.md"))
    ]
    return tuple(sorted(found, key=lambda one: Moment.parse(one.modified or one.date).instant, reverse=True))


def load(content: Path) -> tuple[Archive, list[ArchiveError]]:
    """The archive in a content folder, and what could not be read of it (the rest is there)."""
    keeper, errors = keeper_files(content)
    entries: list[Entry] = []
    for path in sorted((content / "articles").rglob("*.md")):
        try:
            article = article_file.read(path.read_text("utf-8"), str(path)).article
        except ArchiveError as error:
            errors.append(error)
            continue
        except UnicodeDecodeError as error:
            errors.append(
                ArchiveError(str(path), None, f"not UTF-8 ({error.reason})", "save the file as UTF-8")
            )
            continue
        name = str(PurePosixPath(path.relative_to(content)))
        try:
            entries.append(Entry(name, address(article), article, versions_of(content, name)))
        except ArchiveError as error:
            errors.append(error)
    return Archive(in_order(entries), keeper), errors
