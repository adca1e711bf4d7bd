"""What the search knows of the archive as a whole: facets with their articles, days, and words to propose."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from generator.postings import Postings, starts
from generator.search_numbers import front_code, pack

_SUGGESTED_FROM = 2
"""A word is proposed instead of an unknown one when at least so many articles have it."""


def facet(values: Sequence[Sequence[str]]) -> list[str]:
    """`[names, counts, articles]` of one facet: for each name, in order, the articles that have it as distances.

    `values` are the names that each article has; the empty name counts as none.
    """
    return _facet(list(chain.from_iterable(values)), np.fromiter(map(len, values), np.int64, len(values)))


def one_each(names: Sequence[str]) -> list[str]:
    """`facet` where each article has one name."""
    return _facet(names, np.ones(len(names), np.int64))


def _facet(names: Sequence[str], numbers: npt.NDArray[np.int64]) -> list[str]:
    known = sorted({*names} - {""})
    place = {name: i for i, name in enumerate(known)} | {"": -1}
    # One number for name and article: sorted, and once each.
    key = np.fromiter(map(place.__getitem__, names), np.int64, len(names)) * len(numbers)
    key += np.repeat(np.arange(len(numbers)), numbers)
    key.sort()
    key = key[(key >= 0) & (np.diff(key, prepend=-1) != 0)]
    name, doc = np.divmod(key, max(len(numbers), 1))
    counts = np.bincount(name, minlength=len(known))
    gaps = np.diff(doc, prepend=0)
    gaps[starts(counts)] = doc[starts(counts)]
    return ["\n".join(n.replace("\n", " ") for n in known), pack(counts), pack(gaps)]


def days(dates: Iterable[str]) -> list[str]:
    """`[days, counts]`: every day that has articles, front-coded, and how many. The dates come in order."""
    counts = Counter(date[:10] or "0" for date in dates)
    return [front_code(counts), pack(list(counts.values()))]


def suggestions(found: Postings) -> list[str]:
    """`[words, weights]`: words that can be proposed for an unknown one, and how common each is, 0 to 20.

    Of all folded words with the same stem the most frequent stands for it.
    """
    if not found.terms:
        return ["", ""]
    variants = found.variants()
    most = np.maximum.reduceat(found.uses, starts(variants))
    term = np.repeat(np.arange(variants.size), variants)
    # The first of those used most; forms are in alphabetical order.
    best = np.flatnonzero(found.uses == most[term])
    best = best[np.diff(term[best], prepend=-1) > 0]
    number = found.document_frequency()
    forms = " ".join(found.forms).split(" ")
    common: dict[str, int] = {}
    for place, times in zip(
        best[number >= _SUGGESTED_FROM].tolist(), number[number >= _SUGGESTED_FROM].tolist(), strict=True
    ):
        form = forms[place]
        if len(form) > 3 and form.isalpha():
            common[form] = max(times, common.get(form, 0))
    words = sorted(common)
    return [front_code(words), pack([min(20, common[w].bit_length()) for w in words])]
