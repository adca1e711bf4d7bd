"""Related articles, with what they share: tags, weighed by how rare they are, close in time before far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from math import log

_NEIGHBOURS = 15
"""So many articles of a tag on either side of the article's day are looked at: an archive costs articles times tags
of an article, never articles times articles of a tag."""
_HALF_LIFE = 365.0
"""Days after which a shared tag counts half."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as this stage sees it."""

    day: date
    tags: tuple[str, ...]
    without: frozenset[int] = frozenset()
    """Numbers of articles that are shown elsewhere on its page."""


@dataclass(frozen=True, slots=True)
class Near:
    """A related article by its number, and the tags both have, rarest first."""

    number: int
    shared: tuple[str, ...]


def related(items: Sequence[Item], limit: int = 4) -> list[tuple[Near, ...]]:
    """For each article, in the order given (which is that of time), those most related to it.

    The score is the sum over shared tags of log(articles / articles with the tag), halved for each `_HALF_LIFE`
    days between the two. A tag most articles have says nothing, and two articles need a score above that of one
    tag a third of the archive has.
    """
    having: dict[str, list[int]] = {}
    for number, item in enumerate(items):
        for tag in dict.fromkeys(item.tags):
            having.setdefault(tag, []).append(number)
    weight = {tag: log(len(items) / len(numbers)) for tag, numbers in having.items()}
    position = {
        tag: {number: place for place, number in enumerate(numbers)} for tag, numbers in having.items()
    }
    found = []
    for number, item in enumerate(items):
        shared: dict[int, list[str]] = {}
        for tag in dict.fromkeys(item.tags):
            place = position[tag][number]
            for other in islice(having[tag], max(0, place - _NEIGHBOURS), place + _NEIGHBOURS + 1):
                if other != number and other not in item.without:
                    shared.setdefault(other, []).append(tag)
        scored = [
            (
                sum(weight[tag] for tag in tags)
                * 0.5 ** (abs((items[other].day - item.day).days) / _HALF_LIFE),
                -other,
                tags,
            )
            for other, tags in shared.items()
        ]
        best = sorted((row for row in scored if row[0] > log(3) / 2), key=lambda row: row[:2], reverse=True)[
            :limit
        ]
        found.append(
            tuple(
                Near(-other, tuple(sorted(tags, key=lambda tag: (-weight[tag], tag))[:3]))
                for _, other, tags in best
            )
        )
    return found
