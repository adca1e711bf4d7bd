"""Which article has which term, how often and where: the occurrences of the archive sorted by term.

The weights of lunr (BM25, rounded to three decimals) are not kept but made by the reader from what is: term frequency,
field length, and the archive's totals. So a shard changes only when an article with one of its terms comes or goes.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.search_numbers import utf16_order
from generator.search_tokens import FIELDS, Occurrences

_ROW_BITS = 36


@dataclass(frozen=True, slots=True)
class Postings:
    """All postings, sorted by term, then field, then article; positions in the same order.

    `list` stands for the postings of one term in one field, `posting` for one article in a list.
    """

    terms: tuple[str, ...]
    """Sorted as JavaScript compares strings."""
    ranks: npt.NDArray[np.int64]
    """By term: how many other terms first came in the same article and before this one. With the number of that
    article it orders terms as lunr's `_index` does."""
    frequencies: npt.NDArray[np.int64]
    """By term and field: articles that have it. Shape (terms, fields)."""
    doc: npt.NDArray[np.int32]
    count: npt.NDArray[np.int32]
    """By posting: how often the term is in the field."""
    length: npt.NDArray[np.int32]
    """By posting: the field's length in terms."""
    position: npt.NDArray[np.int32]
    """By occurrence."""
    word: npt.NDArray[np.int32]
    """By occurrence: place of the folded word in `words`."""
    words: tuple[tuple[str, int], ...]
    """Folded words, each with the place of its term in `terms`, -1 for a stop word."""
    totals: tuple[int, ...]
    """By field: the sum of its length over all articles."""
    articles: int

    def document_frequency(self) -> npt.NDArray[np.int64]:
        """By term: in how many fields of how many articles, as lunr's idf counts."""
        total: npt.NDArray[np.int64] = self.frequencies.sum(axis=1)
        return total


def postings(found: Occurrences) -> Postings:
    """Sorts the occurrences of the whole archive, articles in the order of their numbers."""
    terms = utf16_order(found.terms)
    place = {term: i for i, term in enumerate(terms)}
    order = np.fromiter((place[t] for t in found.terms), np.int64, len(found.terms))
    words = tuple((form, -1 if term < 0 else int(order[term])) for form, term in found.words)
    term_of = np.fromiter((term for _, term in words), np.int64, len(words))
    width = len(FIELDS)

    # The key holds term, field and the occurrence's own row, so it is unique and sorting needs no stability.
    key = (term_of[found.word] * width + found.field) << _ROW_BITS
    key |= np.arange(key.size)
    key.sort()
    row = (key & ((1 << _ROW_BITS) - 1)).astype(np.int32 if key.size < 2**31 else np.int64)
    key >>= _ROW_BITS
    lists = key.astype(np.int32)
    del key
    doc = found.doc[row]
    new = np.ones(row.size, dtype=bool)
    new[1:] = (lists[1:] != lists[:-1]) | (doc[1:] != doc[:-1])
    start = np.flatnonzero(new)
    count = np.diff(start, append=row.size).astype(np.int32)
    lists, first = lists[start], row[start]
    frequencies = np.bincount(lists, minlength=len(terms) * width).reshape(-1, width)

    # lunr numbers terms by first appearance; here, by the order of `found.terms`.
    came_first = np.full(len(terms), np.iinfo(np.int64).max)
    if first.size:
        term = lists // width
        starts = np.flatnonzero(np.diff(term, prepend=-1))
        came_first[term[starts]] = np.minimum.reduceat(first, starts)
    by_appearance = np.argsort(came_first, kind="stable")
    debut = found.doc[came_first[by_appearance]] if first.size else np.empty(0, np.int32)
    fresh = np.ones(debut.size, dtype=bool)
    fresh[1:] = debut[1:] != debut[:-1]
    group = np.flatnonzero(fresh)
    ranks = np.empty(len(terms), dtype=np.int64)
    ranks[by_appearance] = np.arange(debut.size) - np.repeat(group, np.diff(group, append=debut.size))

    posting_doc = doc[start]
    return Postings(
        tuple(terms),
        ranks,
        frequencies,
        posting_doc,
        count,
        found.lengths[posting_doc, lists % width] if start.size else np.empty(0, np.int32),
        found.position[row],
        found.word[row],
        words,
        tuple(int(n) for n in found.lengths.sum(axis=0)) if found.lengths.size else (0,) * width,
        len(found.lengths),
    )
