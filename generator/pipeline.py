"""What happens to an archive between its Markdown and its pages, as a list that can be read aloud."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator import links
from generator import pins as links_pins
from generator.archive import Archive
from generator.model import Headline, Pointer, ReadMore
from generator.settled_tags import settle


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: a name, what it does in words, and the pure function that does it."""

    name: str
    does: str
    run: Callable[[Archive], Archive]


def settle_tags(archive: Archive) -> Archive:
    """Every article's tags, by the keeper's rules."""
    settled = settle({entry.id: entry.article for entry in archive.entries}, archive.keeper.tags)
    return replace(archive, settled=settled, problems=archive.problems + settled.problems)


def resolve_links(archive: Archive) -> Archive:
    """Every "Read more" line's target, and the pins that fit no line or article any more."""
    pins = archive.keeper.pins
    headlines = [
        Headline(entry.id, entry.article.title, entry.article.date, (entry.path, entry.article.slug))
        for entry in archive.entries
    ]
    pointers = [
        Pointer(entry.id, block.title, entry.article.date)
        for entry in archive.entries
        for block in entry.article.body
        if isinstance(block, ReadMore)
    ]
    found = tuple(links.resolve(headlines, pointers, pins))
    unfit = tuple(links_pins.unfit(pins, headlines, pointers))
    return replace(archive, links=found, problems=archive.problems + unfit)


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
