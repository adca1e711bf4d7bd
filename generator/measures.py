"""What agrees and what differs between a line and a headline, in figures that a person can read."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.alignment import Alignment
from generator.wording import Word, Wording

_UNIT = 8.0
"""About the weight of a rare name: sums of weights are counted in it, so that all measures are of one size."""
_TELLING = 2.0
_SURE_NAME = 4.0
"""Weight of a name from which on it cannot be overlooked."""


class Measures(NamedTuple):
    """One pair of line and headline. Weights are those of `wording.Wording`, in units of a rare name's."""

    line_covered: float
    """Share of the line's weight that the headline answers, 0 to 1."""
    title_covered: float
    best_covered: float
    """The larger of the two: a shortened headline is covered whole."""
    shared: float
    """Logarithm of the weight both have: more words in common are better evidence than few."""
    rarest: float
    """Weight of the rarest word both have."""
    names_swapped: float
    """Weight of names left over on both sides, the lesser of the two: one name stands for another."""
    names_line: float
    """Weight by which names left over in the line outweigh those left over in the headline."""
    names_title: float
    numbers_line: float
    """How many figures of the line are left over, up to 3."""
    numbers_title: float
    words_swapped: float
    """As `names_swapped`, of the other words."""
    words_line: float
    words_title: float
    subject_line: float
    """1 where the headline has the line's first telling word."""
    subject_title: float
    order: float
    """Share of neighbouring common words that stand in the other order."""
    inexact: float
    """Weight lost because words are alike (`buys`, `acquires`) and not the same."""
    few: float
    """1 where fewer than three telling words are common."""
    gap_swapped: float
    """Weight of words left over between the same two common words on both sides: one stands for the other."""
    days: float
    """Logarithm of the days between the two articles, 0 on the same day, 1 after a year or more."""
    far: float
    """1 where more than a year lies between them."""


def measure(line: Wording, title: Wording, found: Alignment, days: float | None) -> Measures | None:
    """The measures of a pair; `days` between the articles, None where a date is unknown.

    None where the two contradict each other, however much else they have in common: a figure of one unit, a month
    or a day of the week, a name between the same words, or a word and its contrary stand for each other.
    """
    shared = rarest = of_line = of_title = inexact = 0.0
    telling: list[int] = []
    for i, j, how in found.pairs:
        weight, other = line.weights[i], title.weights[j]
        shared += min(weight, other)
        rarest = max(rarest, min(weight, other) * how)
        if line.words[i].kind != "frame":
            of_line += weight * how
        if title.words[j].kind != "frame":
            of_title += other * how
        inexact += (1 - how) * weight
        if weight > _TELLING:
            telling.append(j)
    of_line /= _whole(line)
    of_title /= _whole(title)
    left, right = _Rest(line, found.left), _Rest(title, found.right)
    gap_words, gap_names = _gaps(line, title, found)
    if (
        left.units.keys() & right.units.keys()
        or left.dates & right.dates
        or any(side ^ 1 in right.sides for side in left.sides)
        or gap_names >= _SURE_NAME
    ):
        return None
    turned = sum(a > b for a, b in pairwise(telling))
    answered, answering = {i for i, _, _ in found.pairs}, {j for _, j, _ in found.pairs}
    apart = 10.0 if days is None else days
    return Measures(
        line_covered=of_line,
        title_covered=of_title,
        best_covered=max(of_line, of_title),
        shared=math.log1p(shared),
        rarest=rarest / _UNIT,
        names_swapped=min(left.names, right.names) / _UNIT,
        names_line=max(0.0, left.names - right.names) / _UNIT,
        names_title=max(0.0, right.names - left.names) / _UNIT,
        numbers_line=min(3, sum(left.units.values())),
        numbers_title=min(3, sum(right.units.values())),
        words_swapped=min(left.others, right.others) / _UNIT,
        words_line=max(0.0, left.others - right.others) / _UNIT,
        words_title=max(0.0, right.others - left.others) / _UNIT,
        subject_line=float(_subject(line.words) in answered),
        subject_title=float(_subject(title.words) in answering),
        order=turned / max(1, len(telling) - 1),
        inexact=inexact / _UNIT,
        few=float(len(telling) < 3),
        gap_swapped=gap_words / _UNIT,
        days=min(1.0, math.log1p(apart) / math.log1p(366.0)),
        far=float(apart > 366.0),
    )


def _whole(wording: Wording) -> float:
    weights = zip(wording.words, wording.weights, strict=True)
    return sum(weight for word, weight in weights if word.kind != "frame") or 1.0


def _subject(words: Sequence[Word]) -> int:
    return next((i for i, word in enumerate(words) if word.tells), -1)


class _Rest:
    """What is left over on one side, added up by kind."""

    def __init__(self, wording: Wording, places: Sequence[int]) -> None:
        self.names = self.others = 0.0
        self.units: dict[str, int] = {}
        self.dates: set[str] = set()
        self.sides: set[int] = set()
        for i in places:
            word, weight = wording.words[i], wording.weights[i]
            self.sides |= word.sides
            if word.kind in ("word", "name"):
                # A word of which nothing is known but that it might be a name counts as both, in parts.
                name = word.name if word.name >= 0.3 else 0.0
                self.names += name * weight
                self.others += (1 - name) * weight
            elif word.kind == "number":
                self.units[word.unit] = self.units.get(word.unit, 0) + 1
            elif word.kind == "date":
                self.dates.add(word.stem[:2])


def _gaps(line: Wording, title: Wording, found: Alignment) -> tuple[float, float]:
    """Weight that stands for other weight between the same two common words: of all words, and of names alone."""
    left, right = set(found.left), set(found.right)
    words = names = 0.0
    a = b = -1
    for c, d in [*((i, j) for i, j, _ in found.pairs), (len(line.words), len(title.words))]:
        if d > b:
            here = [i for i in range(a + 1, c) if i in left and line.words[i].tells]
            there = [j for j in range(b + 1, d) if j in right and title.words[j].tells] if here else []
            if there:
                words += min(sum(line.weights[i] for i in here), sum(title.weights[j] for j in there))
                names += min(_named(line, here), _named(title, there))
        a, b = c, d
    return words, names


def _named(wording: Wording, places: Sequence[int]) -> float:
    return sum(wording.weights[i] for i in places if wording.words[i].name > 0.5)
