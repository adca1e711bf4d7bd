"""Two headlines laid side by side: which word of one answers which of the other, and what is left over."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from generator.wording import Word

_LONG = 5
"""Letters a word must have to answer one that is only spelt like it, or a part of it."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of positions with how well they answer each other (0 to 1), and the positions left over."""

    pairs: tuple[tuple[int, int, float], ...]
    left: tuple[int, ...]
    """Words of the first headline that nothing answers."""
    right: tuple[int, ...]


def align(first: Sequence[Word], second: Sequence[Word], seen: Mapping[str, int]) -> Alignment:
    """Each word with at most one of the other headline: the same word before one alike, that before one akin.

    `seen` tells in how many headlines of the archive a stem stands: what the archive knows is not taken for a
    misspelling of something else it knows.
    """
    rest = _Rest(first, second)
    rest.same()
    if rest.left and rest.right:
        rest.answer(lambda one, other: bool(one.senses & other.senses), 0.8)
    if rest.left and rest.right:
        rest.several()
        rest.answer(lambda one, other: _misspelt(one, other, seen), 0.8, spelt=True)
        rest.answer(_akin, 0.6, spelt=True)
    return Alignment(tuple(sorted(rest.pairs)), tuple(rest.left), tuple(rest.right))


class _Rest:
    """The pairs found so far, and what is left of both headlines."""

    def __init__(self, first: Sequence[Word], second: Sequence[Word]) -> None:
        self.first, self.second = first, second
        self.left, self.right = list(range(len(first))), list(range(len(second)))
        self.pairs: list[tuple[int, int, float]] = []

    def same(self) -> None:
        places: dict[str, list[int]] = {}
        for j, word in enumerate(self.second):
            places.setdefault(word.stem, []).append(j)
        for i, word in enumerate(self.first):
            if at := places.get(word.stem):
                # The same figure counting something else answers only if nothing better does.
                j = min(at, key=lambda j: (self.second[j].unit != word.unit, j))
                at.remove(j)
                self._take(i, j, 1.0)

    def answer(self, like: Callable[[Word, Word], bool], how: float, spelt: bool = False) -> None:
        left = [i for i in self.left if not spelt or _spelt(self.first[i])]
        right = [j for j in self.right if not spelt or _spelt(self.second[j])]
        for i in left:
            for j in right:
                if like(self.first[i], self.second[j]):
                    self._take(i, j, how)
                    right.remove(j)
                    break

    def several(self) -> None:
        """Neighbouring words of one headline that answer a single word of the other."""
        for i, length, j, how in list(_runs(self.first, self.left, self.second, self.right)):
            if j in self.right and all(k in self.left for k in range(i, i + length)):
                self._take(i, j, how)
                self.left = [k for k in self.left if not i < k < i + length]
        for j, length, i, how in list(_runs(self.second, self.right, self.first, self.left)):
            if i in self.left and all(k in self.right for k in range(j, j + length)):
                self._take(i, j, how)
                self.right = [k for k in self.right if not j < k < j + length]

    def _take(self, i: int, j: int, how: float) -> None:
        self.pairs.append((i, j, how))
        self.left.remove(i)
        self.right.remove(j)


def _runs(
    parts: Sequence[Word], free: Sequence[int], wholes: Sequence[Word], others: Sequence[int]
) -> Iterator[tuple[int, int, int, float]]:
    """Where a run starts, how long it is, what answers it and how well.

    `health care` and `healthcare`; `British Petroleum` and `BP`, whose letters open neighbouring words.
    """
    if len(free) < 2:
        return
    texts = {wholes[j].text: j for j in others if len(wholes[j].text) >= _LONG}
    for i, k in pairwise(free):
        if k == i + 1 and (both := texts.get(parts[i].text + parts[k].text)) is not None:
            yield i, 2, both, 1.0
    open_at = set(free)
    initials = "".join(word.text[:1] if i in open_at else " " for i, word in enumerate(parts))
    for j in others:
        word = wholes[j]
        if 2 <= len(word.text) <= 5 and word.text.isalpha() and word.kind in ("name", "word"):
            i = initials.find(word.text)
            if i >= 0:
                yield i, len(word.text), j, 0.9


def _spelt(word: Word) -> bool:
    return len(word.text) >= _LONG and word.kind not in ("number", "function")


def _misspelt(one: Word, other: Word, seen: Mapping[str, int]) -> bool:
    a, b = one.text, other.text
    if seen.get(one.stem, 0) > 1 and seen.get(other.stem, 0) > 1:
        return False
    most = 1 if min(len(a), len(b)) < 9 else 2
    if abs(len(a) - len(b)) > most or (len(a) == _LONG and a[0] != b[0]):
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _akin(one: Word, other: Word) -> bool:
    """One word within another, or most of it: `Raketenangriff` and `Angriff`, `defer` and `deferral`."""
    short, long = sorted((one.text, other.text), key=len)
    if long.startswith(short) or long.endswith(short):
        return True
    if short[:_LONG] != long[:_LONG]:
        return False
    common = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return common >= 0.7 * len(long)
