"""What happens to an archive between its Markdown and its pages, as a list that can be read aloud."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator import links
from generator import pins as links_pins
from generator.archive import Archive, version_id
from generator.body import plain_text
from generator.model import Headline, Link, Pointer, ReadMore
from generator.related import Item, related
from generator.settled_tags import settle
from generator.wanted import wanted


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
    states = [(entry, entry.id, entry.article) for entry in archive.entries]
    states += [(entry, version_id(state), state) for entry in archive.entries for state in entry.versions]
    article_of = {id: entry.id for entry, id, _ in reversed(states)}
    headlines = [
        Headline(id, state.title, state.date, (entry.path, entry.article.slug) if id == entry.id else ())
        for entry, id, state in states
        if id == entry.id or id != article_of[id]
    ]
    pointers = [
        Pointer(id, block.title, state.date)
        for _, id, state in states
        for block in state.body
        if isinstance(block, ReadMore)
    ]
    found = tuple(links.resolve(headlines, pointers, pins))
    shown = sum(isinstance(block, ReadMore) for entry in archive.entries for block in entry.article.body)
    unfit = tuple(links_pins.unfit(pins, headlines, pointers))
    return replace(
        archive,
        links=tuple(_to_article(link, article_of) for link in found[:shown]),
        capture_links=found,
        problems=archive.problems + unfit,
    )


def _to_article(link: Link, article_of: Mapping[str, str]) -> Link:
    """The link to an article, whichever version of it is meant; none to the article itself."""
    to = article_of[link.to] if link.to else None
    if to == link.pointer.source:
        return replace(link, to=None, how=None, score=0.0)
    return replace(link, to=to, others=tuple(dict.fromkeys(article_of[id] for id in link.others)))


def count_wanted(archive: Archive) -> Archive:
    """The headlines that lead nowhere, those that mean one article counted together."""
    return replace(archive, wanted=tuple(wanted(archive.links)))


def relate(archive: Archive) -> Archive:
    """To every article those that are about the same."""
    items = [
        Item(
            entry.id,
            entry.article.title,
            entry.article.date,
            plain_text(entry.article.body),
            entry.article.lang,
            tuple(tag.name for tag in archive.settled.tags[entry.id]),
        )
        for entry in archive.entries
    ]
    return replace(archive, related=dict(zip((item.id for item in items), related(items), strict=True)))


STAGES = (
    Stage("tags", "settle every article's tags by the keeper's rules", settle_tags),
    Stage("links", "find the article each “Read more” line means", resolve_links),
    Stage("wanted", "count the headlines that lead nowhere", count_wanted),
    Stage("related", "find for every article those that are about the same", relate),
)


def run(archive: Archive, report: Callable[[str, float], None] = lambda name, seconds: None) -> Archive:
    """The archive after every stage; `report` is told each stage's name and how long it took, in seconds."""
    for stage in STAGES:
        start = time.perf_counter()
        archive = stage.run(archive)
        report(stage.name, time.perf_counter() - start)
    return archive
