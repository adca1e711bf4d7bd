"""Related articles: those whose words say that they are about the same, the near in time before the far.

Articles are never compared pair by pair. Each of an article's heaviest terms leads to the articles that have it,
too, at most to the few dozen nearest in time; so the cost grows with the number of articles.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.headline import key
from generator.terms import Source, Terms, likeness, terms

MOST = 6
"""Related articles of one article at most."""
_LEAST = 0.06
"""How much related two articles must be at least, 0 to 1."""
_NEIGHBOURS = 16
"""Articles that a term leads to, before and after in time, each."""
_HALF = 0.5
"""What is left of the score when two articles lie far apart in time."""
_DAYS = 14
"""Days after which the part that time decides has fallen to a third."""
_FAR = 120
_NEARNESS = (*(_HALF + (1 - _HALF) * math.exp(-days / _DAYS) for days in range(_FAR)), _HALF)
_SAME_WORDS, _SAME_TITLE_WORDS, _WITHIN = 0.6, 0.4, 0.9
"""Share of words two texts have in common that makes them one text: always, under one headline; and share of the
shorter one's words that the longer one has."""
_SAME = 0.5
"""How alike in their terms two articles are whose words are worth comparing."""
_ONE_DEGREE = 0.1
_LEAST_SHARED = 2
"""Terms that two articles must share."""
_TOLD = 2
"""Things named in a reason at most."""
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """An article as this stage sees it."""

    id: str
    title: str
    date: str
    """ISO 8601, at least the day."""
    text: str
    lang: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """An article related to another, and why."""

    id: str
    score: float
    """0 to 1."""
    reason: str
    """In words: `both about Belgorod and drones; two days apart`."""
    shared: tuple[str, ...]
    """What both are about, as the reason names it."""
    days: int | None
    """Between the two; None where a date is not known."""


def related(items: Sequence[Item]) -> list[tuple[Related, ...]]:
    """For each item, in their order, at most six related ones, the most related first.

    Neither versions of the same text nor duplicates are listed. The result does not depend on the order of the
    items.
    """
    told = terms([Source(item.title, item.text, item.lang, item.tags) for item in items])
    days = [_ordinal(item.date) for item in items]
    index = _Index(items, days, told)
    return [index.related(place) for place in range(len(items))]


class _Index:
    """Terms to the articles that have them, in order of time."""

    def __init__(self, items: Sequence[Item], days: Sequence[int | None], told: Terms) -> None:
        self._items, self._days, self._told = items, days, told
        # What has no date is far from everything, also from what else has none.
        self._clock = [-place * _FAR if day is None else day for place, day in enumerate(days)]
        order = sorted(range(len(items)), key=lambda place: (days[place] or 0, items[place].id))
        self._rank = [0] * len(items)
        self._bags: dict[int, Counter[str]] = {}
        self._postings: dict[str, list[tuple[int, int, float]]] = {}
        for rank, place in enumerate(order):
            self._rank[place] = rank
            for term, weight in told.vectors[place].items():
                self._postings.setdefault(term, []).append((rank, place, weight))

    def related(self, place: int) -> tuple[Related, ...]:
        clock, rank = self._clock, self._rank
        scored = [
            (-alike * _NEARNESS[min(abs(clock[place] - clock[other]), _FAR)], rank[other], other, alike)
            for other, alike in self._likeness(place).items()
            if alike >= _LEAST
        ]
        found: list[Related] = []
        taken: list[tuple[int, float]] = []
        for score, _, other, alike in sorted(scored):
            if -score < _LEAST or len(found) == MOST:
                break
            if (alike >= _SAME and self._same(place, other)) or self._repeats(other, alike, taken):
                continue
            if shared := self._shared(place, other):
                taken.append((other, alike))
                apart = _apart(self._days[place], self._days[other])
                reason = _reason(shared, apart)
                found.append(Related(self._items[other].id, round(-score, 3), reason, shared, apart))
        return tuple(found)

    def _repeats(self, place: int, alike: float, taken: Sequence[tuple[int, float]]) -> bool:
        """Whether it is one text with an article already listed; such are alike to any third in one degree."""
        return any(
            abs(alike - other_alike) <= _ONE_DEGREE * alike
            and likeness(self._told.vectors[place], self._told.vectors[other]) >= _SAME
            and self._same(place, other)
            for other, other_alike in taken
        )

    def _likeness(self, place: int) -> dict[int, float]:
        rank = self._rank[place]
        found: dict[int, float] = {}
        for term, weight in self._told.vectors[place].items():
            postings = self._postings[term]
            if len(postings) > 2 * _NEIGHBOURS:
                at = bisect_left(postings, (rank,))
                postings = postings[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
            for _, other, there in postings:
                found[other] = found.get(other, 0.0) + weight * there
        found.pop(place, None)
        return found

    def _same(self, place: int, other: int) -> bool:
        """Whether the two are one text, or one holds the other."""
        ours, theirs = self._words(place), self._words(other)
        both = (ours & theirs).total()
        titled = key(self._items[place].title) == key(self._items[other].title)
        least = _SAME_TITLE_WORDS if titled else _SAME_WORDS
        either, shorter = ours.total() + theirs.total() - both, min(ours.total(), theirs.total())
        return both >= least * either or both >= _WITHIN * shorter

    def _words(self, place: int) -> Counter[str]:
        if place not in self._bags:
            self._bags[place] = Counter(self._items[place].text.casefold().split())
        return self._bags[place]

    def _shared(self, place: int, other: int) -> tuple[str, ...]:
        """What both are about: tags first, then words, by how much each adds to the likeness.

        Nothing if that is a single word, which may mean two things.
        """
        one, two = self._told.vectors[place], self._told.vectors[other]
        common = [term for term in one if term in two]
        if len(common) < _LEAST_SHARED:
            return ()
        common.sort(key=lambda term: (not term.startswith("#"), -one[term] * two[term], term))
        told: list[str] = []
        for term in common:
            name = self._told.shown[term]
            # `Belgorod` beside the tag `Belgorod region` says nothing new.
            if not any(key(name) in key(other) or key(other) in key(name) for other in told):
                told.append(name)
                if len(told) == _TOLD:
                    break
        return tuple(told)


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def _apart(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else abs(one - other)


def _reason(shared: Sequence[str], days: int | None) -> str:
    about = f"both about {' and '.join(shared)}"
    return about if days is None else f"{about}; {apart_in_words(days)}"


def apart_in_words(days: int) -> str:
    """How far apart two articles are, as a person says it.

    >>> [apart_in_words(n) for n in (0, 1, 12, 20, 45, 800)]
    ['on the same day', 'one day apart', 'twelve days apart', 'three weeks apart', 'one month apart', 'two years apart']
    """
    if not days:
        return "on the same day"
    for unit, length, least in (("year", 365.25, 365), ("month", 30.44, 31), ("week", 7, 14), ("day", 1, 0)):
        if days >= least:
            number = max(1, round(days / length) if unit in ("week", "day") else int(days / length))
            word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
            return f"{word} {unit}{'s' if number > 1 else ''} apart"
    raise AssertionError(days)
