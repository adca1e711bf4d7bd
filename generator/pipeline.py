"""What happens to an archive between its Markdown and its pages, as a list that can be read aloud."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator import links
from generator.archive import Archive
from generator.model import Article, Headline, Pointer, ReadMore, Tag


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: a name, what it does in words, and the pure function that does it."""

    name: str
    does: str
    run: Callable[[Archive], Archive]


def settle_tags(archive: Archive) -> Archive:
    """Every article's tags: those its front matter shows, with what is known of each."""
    return replace(archive, tags={entry.id: _tags(entry.article) for entry in archive.entries})


def _tags(article: Article) -> tuple[Tag, ...]:
    inferred = {tag.name: tag for tag in article.tags_inferred}
    return tuple(inferred.get(name) or Tag(name, "topic", inferred=False) for name in article.tags)


def resolve_links(archive: Archive) -> Archive:
    """Every "Read more" line's target."""
    headlines = [Headline(entry.id, entry.article.title, entry.article.date) for entry in archive.entries]
    pointers = [
        Pointer(entry.id, block.title, entry.article.date)
        for entry in archive.entries
        for block in entry.article.body
        if isinstance(block, ReadMore)
    ]
    return replace(archive, links=tuple(links.resolve(headlines, pointers)))


STAGES = (
    Stage("tags", "settle every article's tags by the keeper's rules", settle_tags),
    Stage("links", "find the article each “Read more” line means", resolve_links),
)


def run(archive: Archive, report: Callable[[str, float], None] = lambda name, seconds: None) -> Archive:
    """The archive after every stage; `report` is told each stage's name and how long it took, in seconds."""
    for stage in STAGES:
        start = time.perf_counter()
        archive = stage.run(archive)
        report(stage.name, time.perf_counter() - start)
    return archive
