"""Where "Read more" lines lead: to the archived article whose headline they quote.

In this order: what a person pinned; the same headline, as it stands or but for case, quotes, dashes, spaces
and a site's name; else a headline that says the same in other words, if there is no doubt about it.
Of several articles with one headline the nearest in date to the pointing one is meant.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from .headline import Tails, key
from .model import Headline, Link, Pointer
from .pins import NO_PINS, Names, Pin, Pins

_NORMALISED_SCORE = 0.99


def resolve(headlines: Sequence[Headline], pointers: Sequence[Pointer], pins: Pins = NO_PINS) -> list[Link]:
    """A link for each pointer, in their order. An article never points to itself.

    The result depends on the headlines and pointers alone, not on the order of the headlines.
    """
    archive = _Archive(headlines, pointers)
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


class _Archive:
    """The headlines by key, and those that end in a site's name by the key without it."""

    def __init__(self, headlines: Sequence[Headline], pointers: Sequence[Pointer]) -> None:
        self._tails = Tails([h.title for h in headlines] + [p.title for p in pointers])
        self._by_key: dict[str, list[Headline]] = {}
        self._by_head: dict[str, list[Headline]] = {}
        for headline in headlines:
            self._by_key.setdefault(key(headline.title), []).append(headline)
            if head := self._tails.without(headline.title):
                self._by_head.setdefault(key(head), []).append(headline)

    def find(self, pointer: Pointer) -> Link:
        return self._same(pointer) or Link(pointer, None, None, 0.0)

    def _same(self, pointer: Pointer) -> Link | None:
        head = self._tails.without(pointer.title)
        whole, cut = key(pointer.title), key(head) if head else ""
        for found in (
            self._by_key.get(whole),
            self._by_head.get(whole),
            self._by_key.get(cut),
            self._by_head.get(cut),
        ):
            near = sorted(
                (h for h in found or () if h.id != pointer.source),
                key=lambda h: (distance(h.date, pointer.date), h.id),
            )
            if near:
                exact = near[0].title.split() == pointer.title.split()
                return Link(
                    pointer,
                    near[0].id,
                    "exact" if exact else "normalised",
                    1.0 if exact else _NORMALISED_SCORE,
                    tuple(h.id for h in near[1:]),
                )
        return None


def distance(one: str, other: str) -> timedelta:
    """Time between two dates as `Article.date` has them, however exact; endless if one is unknown."""
    a, b = _moment(one), _moment(other)
    return abs(a - b) if a and b else timedelta.max


@lru_cache(maxsize=1 << 17)
def _moment(date: str) -> datetime | None:
    # A day without a time is taken at noon, so that it is not nearer to the evening before than to its own.
    try:
        moment = datetime.fromisoformat(date if len(date) > 10 else f"{date}T12:00")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
