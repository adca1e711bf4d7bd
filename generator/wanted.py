"""Wanted headlines: those that articles point to and the archive does not hold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.headline import key
from generator.links import Archive
from generator.model import Headline, Link, Pointer
from generator.wording import ELLIPSIS

_SURE = 0.95
"""How sure it must be that two wordings mean one article; more than for a link, since neither is there to compare."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One article that is missing."""

    title: str
    """As most of the lines have it; of equals one that is not cut, and the shortest."""
    sources: tuple[str, ...]
    """Ids of the articles that point to it, each once, in the order of the links."""
    wordings: tuple[str, ...]
    """Every wording, the commonest first."""


def wanted(links: Iterable[Link]) -> list[Wanted]:
    """The missing articles, those that most articles point to first.

    Lines that a person settled (`pinned`) are not wanted. Wordings that differ in form, that are cut, or that surely
    say the same in other words count together.
    """
    pointers = [link.pointer for link in links if link.how is None]
    named: dict[str, list[Pointer]] = {}
    for pointer in pointers:
        named.setdefault(key(pointer.title), []).append(pointer)
    groups: dict[str, list[Pointer]] = {}
    leader = _leaders(named)
    for name, lines in named.items():
        groups.setdefault(leader[name], []).extend(lines)
    found = [_wanted(lines) for lines in groups.values()]
    return sorted(found, key=lambda one: (-len(one.sources), one.title))


def _wanted(lines: list[Pointer]) -> Wanted:
    counts = Counter(line.title for line in lines)
    wordings = sorted(
        counts, key=lambda title: (-counts[title], bool(ELLIPSIS.search(title)), len(title), title)
    )
    return Wanted(wordings[0], tuple(dict.fromkeys(line.source for line in lines)), tuple(wordings))


def _leaders(named: dict[str, list[Pointer]]) -> dict[str, str]:
    """For every key the key under which it is counted."""
    leader = {name: name for name in named}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    # The wanted ones are looked up among themselves, as if they were an archive.
    headlines = [Headline(name, lines[0].title, lines[0].date) for name, lines in sorted(named.items())]
    lookups = [Pointer(headline.id, headline.title, headline.date) for headline in headlines]
    archive = Archive(headlines, lookups)
    for lookup in lookups:
        link = archive.find(lookup)
        if link.to is not None and link.score >= _SURE:
            first, second = sorted((find(lookup.source), find(link.to)))
            leader[second] = first
    return {name: find(name) for name in named}
