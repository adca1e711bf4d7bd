"""Where "Read more" lines lead: to the archived article whose headline they quote.

In this order: what a person pinned; the same headline, as it stands or but for case, quotes, dashes, spaces
and a site's name; else a headline that says the same in other words, if there is no doubt about it.
Of several articles with one headline the nearest in date to the pointing one is meant.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from typing import Literal

from generator.cut_lines import Beginnings, cut_key
from generator.fuzzy import Index, weights
from generator.headline import Tails, key
from generator.model import Headline, Link, Pointer
from generator.pins import NO_PINS, Names, Pin, Pins
from generator.wording import ELLIPSIS

_NORMALISED_SCORE = 0.99
_CUT_SCORE = 0.97


def resolve(headlines: Sequence[Headline], pointers: Sequence[Pointer], pins: Pins = NO_PINS) -> list[Link]:
    """A link for each pointer, in their order. An article never points to itself.

    The result depends on the headlines and pointers alone, not on the order of the headlines.
    """
    archive = Archive(headlines, pointers)
    names = Names(headlines) if pins.pins else None
    links: list[Link] = []
    for pointer in pointers:
        pin = pins.of(pointer, names) if names else None
        links.append(_pinned(pointer, pin, names) if names and pin else archive.find(pointer))
    return links


def _pinned(pointer: Pointer, pin: Pin, names: Names) -> Link:
    """A pin whose article is gone leads nowhere: what the archive would offer the person has corrected."""
    if pin.address:
        return Link(pointer, None, "pinned", 1.0, address=pin.address)
    ids = names.find(pin.to) if pin.to else ()
    return Link(pointer, ids[0] if len(ids) == 1 else None, "pinned", 1.0)


class Archive:
    """The headlines by key, by the key without the name of a site, by their beginnings and by their words."""

    def __init__(self, headlines: Sequence[Headline], pointers: Sequence[Pointer]) -> None:
        self._tails = Tails([h.title for h in headlines] + [p.title for p in pointers])
        self._by_key: dict[str, list[Headline]] = {}
        self._by_head: dict[str, list[Headline]] = {}
        for headline in headlines:
            self._by_key.setdefault(key(headline.title), []).append(headline)
            if head := self._tails.without(headline.title):
                self._by_head.setdefault(key(head), []).append(headline)

    def find(self, pointer: Pointer) -> Link:
        """Where a line leads that nobody pinned."""
        return (
            self.same(pointer)
            or self._cut(pointer)
            or self._reworded(pointer)
            or Link(pointer, None, None, 0.0)
        )

    def same(self, pointer: Pointer) -> Link | None:
        """The article with the very headline, but for differences that mean nothing."""
        head = self._tails.without(pointer.title)
        whole, cut = key(pointer.title), key(head) if head else ""
        for found in (
            self._by_key.get(whole),
            self._by_head.get(whole),
            self._by_key.get(cut),
            self._by_head.get(cut),
        ):
            if near := _nearest(found or (), pointer):
                exact = near[0].title.split() == pointer.title.split()
                return _link(
                    pointer, near, "exact" if exact else "normalised", 1.0 if exact else _NORMALISED_SCORE
                )
        return None

    def _cut(self, pointer: Pointer) -> Link | None:
        """The one headline that begins so, or of which all that do are longer forms; else none can be told."""
        left = cut_key(self._tails.without(pointer.title) or pointer.title)
        if left is None:
            return None
        groups = {name: _nearest(self._by_key[name], pointer) for name in self._beginnings.of(left)}
        names = [name for name, near in groups.items() if near]
        if not names:
            return None
        if any(not name.startswith(f"{names[0]} ") for name in names[1:]):
            return Link(pointer, None, None, 0.0)
        return _link(pointer, groups[names[0]], "fuzzy", _CUT_SCORE)

    def _reworded(self, pointer: Pointer) -> Link | None:
        index, known = self._words, weights()
        line = index.lexicon.read(self._tails.without(pointer.title) or pointer.title)
        best: tuple[float, list[Headline]] = (0.0, [])
        for place in index.candidates(line):
            if near := _nearest(self._by_key[self._keys[place]], pointer):
                measures = index.compare(line, place, days_between(near[0].date, pointer.date))
                score = known.sure(measures) if measures else 0.0
                if score > best[0]:
                    best = score, near
        score, near = best
        least = known.threshold
        if ELLIPSIS.search(pointer.title) and not (near and _goes_on(near[0].title, pointer.title)):
            least = _CUT_SCORE  # Too much is missing to be as easily content.
        return _link(pointer, near, "fuzzy", round(score, 3)) if score >= least else None

    @cached_property
    def _keys(self) -> list[str]:
        """Each headline once; sorted, so that the order of the articles does not matter."""
        return sorted(self._by_key)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self._keys)

    @cached_property
    def _words(self) -> Index:
        # Read without the names of sites, which are no matter of any article.
        titles = (min(headline.title for headline in self._by_key[name]) for name in self._keys)
        return Index([self._tails.without(title) or title for title in titles])


def _goes_on(title: str, cut: str) -> bool:
    """Whether a headline begins with what was left of a cut line."""
    return key(title).startswith(key(ELLIPSIS.sub("", cut)))


def _nearest(headlines: Sequence[Headline], pointer: Pointer) -> list[Headline]:
    """The nearest in date first, without the pointing article itself."""
    others = (headline for headline in headlines if headline.id != pointer.source)
    return sorted(others, key=lambda h: (distance(h.date, pointer.date), h.id))


def _link(
    pointer: Pointer, near: Sequence[Headline], how: Literal["exact", "normalised", "fuzzy"], score: float
) -> Link:
    return Link(pointer, near[0].id, how, score, tuple(headline.id for headline in near[1:]))


def distance(one: str, other: str) -> timedelta:
    """Time between two dates as `Article.date` has them, however exact; endless if one is unknown."""
    a, b = _moment(one), _moment(other)
    return abs(a - b) if a and b else timedelta.max


def days_between(one: str, other: str) -> float | None:
    """The same in days, None if one date is unknown."""
    apart = distance(one, other)
    return None if apart == timedelta.max else apart / timedelta(days=1)


@lru_cache(maxsize=1 << 17)
def _moment(date: str) -> datetime | None:
    # A day without a time is taken at noon, so that it is not nearer to the evening before than to its own.
    try:
        moment = datetime.fromisoformat(date if len(date) > 10 else f"{date}T12:00")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
