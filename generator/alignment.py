"""Two headlines laid side by side: which word of one answers which of the other, and what is left over."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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
        rest.joined()
        rest.answer(lambda one, other: _misspelt(one, other, seen), 0.8)
        rest.initials()
        rest.answer(_akin, 0.6)
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

    def answer(self, like: Callable[[Word, Word], bool], how: float) -> None:
        for i in tuple(self.left):
            for j in self.right:
                if like(self.first[i], self.second[j]):
                    self._take(i, j, how)
                    break

    def joined(self) -> None:
        """`health care` and `healthcare`, `US Air` and `USAir`."""

        def run(one: Sequence[Word], i: int, free: Sequence[int], whole: Word) -> int:
            split = i + 1 in free and len(whole.text) >= _LONG and one[i].text + one[i + 1].text == whole.text
            return 2 if split else 0

        self._runs(run, 1.0)

    def initials(self) -> None:
        """`BP` and `British Petroleum`: letters that open neighbouring words."""

        def run(one: Sequence[Word], i: int, free: Sequence[int], whole: Word) -> int:
            letters = whole.text
            if not 2 <= len(letters) <= 5 or not letters.isalpha() or whole.kind not in ("name", "word"):
                return 0
            places = range(i, i + len(letters))
            fits = all(k in free and one[k].text.startswith(c) for k, c in zip(places, letters, strict=True))
            return len(letters) if fits else 0

        self._runs(run, 0.9)

    def _runs(self, run: Callable[[Sequence[Word], int, Sequence[int], Word], int], how: float) -> None:
        """Neighbouring words of one headline that answer a single word of the other; `run` tells how many do."""
        for i in tuple(self.left):
            for j in self.right:
                length = run(self.first, i, self.left, self.second[j]) if i in self.left else 0
                if length:
                    self._take(i, j, how)
                    self.left = [k for k in self.left if not i < k < i + length]
                    break
        for j in tuple(self.right):
            for i in self.left:
                length = run(self.second, j, self.right, self.first[i]) if j in self.right else 0
                if length:
                    self._take(i, j, how)
                    self.right = [k for k in self.right if not j < k < j + length]
                    break

    def _take(self, i: int, j: int, how: float) -> None:
        self.pairs.append((i, j, how))
        self.left.remove(i)
        self.right.remove(j)


def _spelt(word: Word) -> bool:
    return len(word.text) >= _LONG and word.kind not in ("number", "function")


def _misspelt(one: Word, other: Word, seen: Mapping[str, int]) -> bool:
    a, b = one.text, other.text
    if not _spelt(one) or not _spelt(other) or (seen.get(one.stem, 0) > 1 and seen.get(other.stem, 0) > 1):
        return False
    most = 1 if min(len(a), len(b)) < 9 else 2
    if abs(len(a) - len(b)) > most or (len(a) == _LONG and a[0] != b[0]):
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _akin(one: Word, other: Word) -> bool:
    """One word within another, or most of it: `Raketenangriff` and `Angriff`, `defer` and `deferral`."""
    if not _spelt(one) or not _spelt(other):
        return False
    short, long = sorted((one.text, other.text), key=len)
    if long.startswith(short) or long.endswith(short):
        return True
    common = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return common >= _LONG and common >= 0.7 * len(long)
