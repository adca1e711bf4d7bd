"""Whether a capture is an article that the archive has already, in an earlier or later state.

Same bytes are no question. Beyond that a capture is taken for the same article only on near-identity of the text
(rapidfuzz's normalised indel similarity, by words), and only within a few days. Which other articles are compared
at all is told by id, headline and first words, so that the cost does not grow with the archive.
"""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from rapidfuzz.distance import Indel

from generator.body import plain_text
from generator.headline import key
from generator.model import Article, Paragraph
from generator.moment import Moment

NEAR = 3
"""Days that two captures of one article may be apart."""
SAME_ID, SAME_HEADLINE, OTHER_HEADLINE = 0.4, 0.5, 0.8
"""How alike the texts must be (0 to 1): the less else agrees, the more."""
ENOUGH, ENOUGH_ALONE = 10, 60
"""Words below which a text says nothing of its article; and below which it does not outweigh another headline,
as short notices of two firms may differ in the headline alone."""


MOST = 16
"""Articles of a few days that may begin alike; where more do, the line is the page's and not theirs. And as many of
one headline, the latest, are compared."""


class Sketch(NamedTuple):
    """As much of an article as is needed to find the ones it may be a version of."""

    id: str
    title: str
    date: str
    lead: str
    """Fingerprint of the first paragraph of some length."""

    @classmethod
    def of(cls, article: Article) -> "Sketch":
        """The sketch of an article made from a capture."""
        assert article.capture is not None
        paragraphs = (block.text for block in article.body if isinstance(block, Paragraph))
        first = next((text for text in paragraphs if len(text.split(None, ENOUGH)) >= ENOUGH), None)
        lead = key(plain_text(article.body) if first is None else first)
        fingerprint = hashlib.blake2s(lead.encode(), digest_size=8).hexdigest()
        return cls(article.capture.id, article.title, article.date, fingerprint)


class Sketches:
    """Sketches by what two versions of one article have in common."""

    def __init__(self, sketches: Iterable[Sketch] = ()) -> None:
        self._by_id: dict[str, list[Sketch]] = {}
        self._by_clue: dict[tuple[str, int], list[tuple[int, Sketch]]] = {}
        self._clues: set[str] = set()
        self._count = 0
        for sketch in sketches:
            self.add(sketch)

    def add(self, sketch: Sketch) -> None:
        """From now on the article can be found."""
        self._count += 1
        self._by_id.setdefault(sketch.id, []).append(sketch)
        day = _day(sketch)
        for clue in (key(sketch.title), sketch.lead):
            self._clues.add(clue)
            self._by_clue.setdefault((clue, day), []).append((self._count, sketch))

    def like(self, sketch: Sketch) -> list[Sketch]:
        """Articles that may be the same, the likeliest first."""
        alike = self._near(sketch.lead, sketch)
        found = [
            *self._by_id.get(sketch.id, ()),
            *self._near(key(sketch.title), sketch)[-MOST:],
            *(alike if len(alike) <= MOST else ()),
        ]
        return list(dict.fromkeys(found))

    def _near(self, clue: str, sketch: Sketch) -> list[Sketch]:
        """Those with a clue of about the same day, in the order they came."""
        if clue not in self._clues:
            return []
        day = _day(sketch)
        days = range(day - NEAR, day + NEAR + 1)
        return [other for _, other in sorted(row for at in days for row in self._by_clue.get((clue, at), ()))]


def _day(sketch: Sketch) -> int:
    return date.fromisoformat(sketch.date[:10]).toordinal()


def likeness(one: Article, other: Article) -> float:
    """How alike the texts are word by word, 0 to 1."""
    return Indel.normalized_similarity(plain_text(one.body).split(), plain_text(other.body).split())


def reason_for_one(one: Article, other: Article) -> str | None:
    """Why the two are one article, in words; None where they are two."""
    assert one.capture is not None
    assert other.capture is not None
    words = min(len(plain_text(article.body).split()) for article in (one, other))
    alike = likeness(one, other)
    percent = f"{alike:.0%} of the text is the same"
    if one.capture.id == other.capture.id:
        return f"same id, {percent}" if alike >= SAME_ID else None
    if words < ENOUGH:
        return None
    if key(one.title) == key(other.title):
        return f"same headline, {percent}" if alike >= SAME_HEADLINE else None
    return f"another headline, but {percent}" if alike >= OTHER_HEADLINE and words >= ENOUGH_ALONE else None


def is_newer(one: Article, other: Article) -> bool:
    """Whether the first is the later state: by the time it was updated, else published; of two alike the first is."""
    return _stamp(one) >= _stamp(other)


def _stamp(article: Article) -> datetime:
    return Moment.parse(article.modified or article.date).instant
