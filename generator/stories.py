"""Stories: articles bound by "Read more" lines, and by closeness in words and time.

Articles are taken oldest first, each joins the story it is bound to most or stays for itself, and what was decided is
not turned over by what comes later (single-pass clustering, as in topic detection: Allan, Papka and Lavrenko, SIGIR
1998). So new articles make stories longer and begin new ones; they do not stir the old.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from generator.headline import key
from generator.terms import Source, Terms, likeness, terms

LEAST = 3
"""Articles that make a story."""
MOST = 60
"""Articles in one story at most; without a bound a decade of reports on one government becomes one story."""
LONGEST = 200
"""Days from a story's first to its last article at most."""
_LINK_DAYS = 120
"""A "Read more" line binds articles no further apart than this."""
_LINKED = 0.03
"""How alike, 0 to 1, articles that one points to the other must be: some lines point to what just sells."""
_NEAR_DAYS = 10
"""Articles that point nowhere are one story only when published within so many days."""
_ALIKE = 0.25
"""How alike an article must be, on average, to a story's latest articles."""
_LATEST = 4
"""So many of them are looked at: a story that goes on for months does not draw all that is like its beginning."""
_NEIGHBOURS = 12
"""Articles a term leads to, the latest first."""
_IN_NAME = 3
_TAG = 2
"""How much more a tag tells in a name than a word."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article as this stage sees it."""

    id: str
    day: date
    title: str
    text: str
    lang: str = ""
    tags: tuple[str, ...] = ()
    imported: str = ""
    """The day it came into the archive, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one story by their numbers, oldest first."""

    numbers: tuple[int, ...]
    address: int
    """The article that gives the story its address: of those that came into the archive first the oldest. An article
    added later, of whatever date, does not take its place."""
    about: tuple[str, ...]
    """What at least half of its articles share, at most three tags or words; empty if that is nothing."""
    links: tuple[tuple[int, int], ...]
    """Who points to whom: numbers of the article with the "Read more" line and of its target."""


def stories(members: Sequence[Member], links: Iterable[tuple[int, int]]) -> list[Story]:
    """The stories of three articles or more, the one with the newest article first.

    `links` are pairs of numbers of `members`. The result does not depend on the order of either.
    """
    pointed = sorted({(a, b) for a, b in links if a != b})
    told = terms(
        [Source(member.title, member.text, member.lang, member.tags) for member in members],
        [12 * member.day.year + member.day.month for member in members],
    )
    groups = _Groups(members, pointed, told)
    for number in groups.order:
        groups.add(number)
    often = Counter(term for vector in told.vectors for term in vector)
    found = []
    for group in groups.all():
        if len(group) >= LEAST:
            inside = frozenset(group)
            address = min(group, key=lambda n: (members[n].imported, members[n].day, members[n].id))
            bonds = tuple((a, b) for a, b in pointed if a in inside and b in inside)
            found.append(Story(tuple(group), address, _about(group, told, often), bonds))
    return sorted(
        found, key=lambda story: (-members[story.numbers[-1]].day.toordinal(), members[story.address].id)
    )


class _Groups:
    """The groups of the articles taken so far; one of three or more is a story."""

    def __init__(self, members: Sequence[Member], links: Iterable[tuple[int, int]], told: Terms) -> None:
        self._members, self._vectors = members, told.vectors
        self.order = sorted(range(len(members)), key=lambda n: (members[n].day, members[n].id))
        self._linked: dict[int, list[int]] = {}
        for a, b in links:
            self._linked.setdefault(a, []).append(b)
            self._linked.setdefault(b, []).append(a)
        self._group: dict[int, list[int]] = {}
        self._with: dict[str, list[int]] = {}

    def add(self, number: int) -> None:
        """Takes the next article into the group it is bound to most; groups that are no story yet come with it."""
        bonds = {**self._by_words(number), **self._by_links(number)}
        self._group[number] = [number]
        for other in sorted(bonds, key=lambda other: (-bonds[other], self._group[other][0], other)):
            one, two = self._group[number], self._group[other]
            if one is not two and (len(one) == 1 or len(two) < LEAST) and self._fit(one, two):
                joined = [*two, *one]
                joined.sort(key=lambda n: (self._members[n].day, self._members[n].id))
                for each in joined:
                    self._group[each] = joined
        for term in self._vectors[number]:
            self._with.setdefault(term, []).append(number)

    def all(self) -> list[list[int]]:
        """Each group once, its articles oldest first."""
        return [group for number, group in self._group.items() if group[0] == number]

    def _by_links(self, number: int) -> dict[int, float]:
        """Articles before it that it points to or that point to it, with how strong that bond is, above 1."""
        found = {}
        for other in self._linked.get(number, ()):
            if other in self._group and self._apart(number, other) <= _LINK_DAYS:
                alike = likeness(self._vectors[number], self._vectors[other])
                if alike >= _LINKED:
                    found[other] = 1 + alike
        return found

    def _by_words(self, number: int) -> dict[int, float]:
        """The newest article of each group that it is like, with how like, 0 to 1."""
        alike: dict[int, float] = {}
        for term, weight in self._vectors[number].items():
            for other in self._with.get(term, ())[-_NEIGHBOURS:]:
                alike[other] = alike.get(other, 0.0) + weight * self._vectors[other][term]
        near = [other for other, much in alike.items() if much >= _ALIKE / 2]
        found = {}
        for newest in sorted({self._group[other][-1] for other in near}):
            latest = [n for n in self._group[newest][-_LATEST:] if self._apart(number, n) <= _NEAR_DAYS]
            average = sum(likeness(self._vectors[number], self._vectors[n]) for n in latest) / (
                len(latest) or 1
            )
            if average >= _ALIKE:
                found[newest] = average
        return found

    def _fit(self, one: Sequence[int], two: Sequence[int]) -> bool:
        days = [self._members[n].day for n in (one[0], one[-1], two[0], two[-1])]
        return len(one) + len(two) <= MOST and (max(days) - min(days)).days <= LONGEST

    def _apart(self, one: int, other: int) -> int:
        return abs((self._members[one].day - self._members[other].day).days)


def _about(group: Sequence[int], told: Terms, often: Mapping[str, int]) -> tuple[str, ...]:
    counts = Counter(term for number in group for term in told.vectors[number])
    weights: dict[str, float] = {}
    for number in group:
        for term, weight in told.vectors[number].items():
            weights[term] = weights.get(term, 0.0) + weight
    half = [term for term, n in counts.items() if n >= max(2, len(group) / 2)]

    def tells(term: str) -> float:
        # What only this story has says more than what much of the archive has; a tag is what a reader calls it.
        share = weights[term] * counts[term] / sqrt(often[term])
        return share * _TAG if term.startswith("#") else share

    names: list[str] = []
    for name in (told.shown[term] for term in sorted(half, key=lambda term: (-tells(term), term))):
        if not any(key(name) in key(other) or key(other) in key(name) for other in names):
            names.append(name)
    return tuple(names[:_IN_NAME])
