"""Finds the archived headline that says the same as a given one in other words.

Candidates are the headlines that share its rarest words, so that the cost grows with the headlines and not with
pairs. Each is laid beside the line (`alignment.py`), what agrees and what does not is measured (`measures.py`), and
the measures are weighed into how sure it is that both head the same article. The weights are those of a logistic
regression, kept in `rules/link_weights.yaml` and fitted by `benchmarks/links.py fit`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.alignment import align
from generator.measures import Measures, measure
from generator.rulebook import table
from generator.wording import Lexicon, Wording

_POSTINGS = 2000
"""How many headlines are looked at for one line before the commoner words are left aside."""
_CANDIDATES = 6
_LEAST_SHARED = 0.25
"""Share of a line's weight below which a candidate is not worth laying beside it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each measure counts."""

    bias: float
    measures: Measures
    threshold: float
    """How sure it must be, 0 to 1, that a line is taken for a headline."""

    def sure(self, measures: Measures) -> float:
        """The probability that line and headline belong to one article, 0 to 1."""
        total = self.bias + sum(w * m for w, m in zip(self.measures, measures, strict=True))
        return 1 / (1 + math.exp(-total)) if total > -700 else 0.0


@cache
def weights() -> Weights:
    """The fitted weights."""
    rows = dict(table("link_weights"))
    threshold, bias = rows.pop("threshold"), rows.pop("bias")
    return Weights(bias, Measures(**rows), threshold)


class Index:
    """The headlines of an archive, ready to be looked up by their words."""

    def __init__(self, titles: Sequence[str]) -> None:
        """Takes each distinct headline once."""
        self.lexicon = Lexicon(titles)
        self._places: dict[str, list[int]] = {}
        for place, wording in enumerate(self.lexicon.wordings):
            told = {w.stem: None for w in wording.words if w.tells}
            for stem in told:
                self._places.setdefault(stem, []).append(place)

    def candidates(self, line: Wording) -> list[int]:
        """Places of the headlines that share most of what tells in the line, the likeliest first."""
        stems = {
            word.stem: weight
            for word, weight in zip(line.words, line.weights, strict=True)
            if word.stem in self._places
        }
        shared: dict[int, float] = {}
        followed = 0
        for stem in sorted(stems, key=lambda stem: (len(self._places[stem]), stem)):
            places = self._places[stem]
            if followed and followed + len(places) > _POSTINGS:
                break
            followed += len(places)
            weight = stems[stem]
            for place in places:
                shared[place] = shared.get(place, 0.0) + weight
        if not shared:
            return []
        least = _LEAST_SHARED * max(shared.values())
        near = [place for place, weight in shared.items() if weight >= least]
        return sorted(near, key=lambda place: (-shared[place], place))[:_CANDIDATES]

    def compare(self, line: Wording, place: int, days: float | None) -> Measures | None:
        """What agrees and what differs between a line and the headline at a place; None if they contradict."""
        title = self.lexicon.wordings[place]
        found = align(line.words, title.words, self.lexicon.titles_with)
        return measure(line, title, found, days)
