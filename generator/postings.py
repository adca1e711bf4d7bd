"""Which article has which term, how often and where: the occurrences of the archive sorted by term.

The weights of lunr (BM25, rounded to three decimals) are not kept but made by the reader from what is: term frequency,
field length, and the archive's totals. So a shard changes only when an article with one of its terms comes or goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.search_numbers import utf16_order
from generator.search_tokens import FIELDS, Occurrences

Integers = npt.NDArray[np.integer[Any]]

_ROW_BITS = 36
_WIDTH = len(FIELDS)


@dataclass(frozen=True, slots=True)
class Postings:
    """All postings, sorted by term, then field, then article; positions in the same order.

    `list` stands for the postings of one term in one field, `posting` for one article in a list. The same articles
    give the same values, whether they were sorted at once or some were put in later (`search_merge`); integers are of
    any width.
    """

    terms: tuple[str, ...]
    """Sorted as JavaScript compares strings."""
    forms: tuple[str, ...]
    """By term its folded words in alphabetical order, with spaces between."""
    uses: Integers
    """By folded word, in the order of `forms`: how often it occurs as this term."""
    ranks: Integers
    """By term: how many other terms first came in the same article and before this one. With the number of that
    article it orders terms as lunr's `_index` does."""
    frequencies: Integers
    """By term and field: articles that have it. Shape (terms, fields)."""
    occurrences: Integers
    """By term and field: how often it occurs. Shape (terms, fields)."""
    doc: Integers
    """By posting: the article's number."""
    count: Integers
    """By posting: how often the term is in the field."""
    position: Integers
    """By occurrence: counted in words within the field, stop words included."""
    form: Integers
    """By occurrence: place of the folded word among those of the term."""
    lengths: Integers
    """By article and field: its length in terms. Shape (articles, fields)."""

    @property
    def articles(self) -> int:
        """How many articles the archive has."""
        return len(self.lengths)

    @property
    def totals(self) -> list[int]:
        """By field: the sum of its length over all articles."""
        total: list[int] = self.lengths.sum(axis=0, dtype=np.int64).tolist()
        return total

    def document_frequency(self) -> npt.NDArray[np.int64]:
        """By term: in how many fields of how many articles, as lunr's idf counts."""
        total: npt.NDArray[np.int64] = self.frequencies.sum(axis=1, dtype=np.int64)
        return total

    def variants(self) -> npt.NDArray[np.int64]:
        """By term: how many folded words it has."""
        return words_by_line(self.forms)


def postings(found: Occurrences) -> Postings:
    """Sorts the occurrences of the whole archive, articles in the order of their numbers."""
    terms = utf16_order(found.terms)
    place = {term: i for i, term in enumerate(terms)}
    order = np.fromiter((place[t] for t in found.terms), np.int64, len(found.terms))
    term_of = np.fromiter((-1 if t < 0 else order[t] for _, t in found.words), np.int64, len(found.words))

    # The key holds term, field and the occurrence's own row, so it is unique and sorting needs no stability.
    key = (term_of[found.word] * _WIDTH + found.field) << _ROW_BITS
    key |= np.arange(key.size)
    key.sort()
    row = (key & ((1 << _ROW_BITS) - 1)).astype(np.int32 if key.size < 2**31 else np.int64)
    key >>= _ROW_BITS
    lists = key.astype(np.int32)
    del key
    occurrences = np.bincount(lists, minlength=len(terms) * _WIDTH).reshape(-1, _WIDTH)
    doc = narrow(found.doc)[row]
    new = np.ones(row.size, dtype=bool)
    new[1:] = (lists[1:] != lists[:-1]) | (doc[1:] != doc[:-1])
    start = np.flatnonzero(new)
    count = narrow(np.diff(start, append=row.size))
    doc = doc[start]
    frequencies = np.bincount(lists[start], minlength=len(terms) * _WIDTH).reshape(-1, _WIDTH)
    del lists, new, start

    forms: list[list[str]] = [[] for _ in terms]
    local = np.zeros(len(found.words), np.int64)
    by_form = sorted(
        (term, form, i) for i, (term, (form, _)) in enumerate(zip(term_of.tolist(), found.words, strict=True))
    )
    by_form = [entry for entry in by_form if entry[0] >= 0]
    for term, form, i in by_form:
        local[i] = len(forms[term])
        forms[term].append(form)
    uses = np.bincount(found.word, minlength=len(found.words))[[i for _, _, i in by_form]]
    position = narrow(found.position)[row]
    return Postings(
        tuple(terms),
        tuple(map(" ".join, forms)),
        uses,
        ranks(frequencies, occurrences, doc, position),
        frequencies,
        occurrences,
        doc,
        count,
        position,
        narrow(local)[found.word][row],
        found.lengths,
    )


def ranks(
    frequencies: Integers, occurrences: Integers, doc: Integers, position: Integers
) -> npt.NDArray[np.int64]:
    """`Postings.ranks`: lunr numbers terms by first appearance, and takes an article field by field."""
    has = frequencies > 0
    first_doc = np.full(has.shape, np.iinfo(np.int64).max)
    first_position = np.zeros(has.shape, np.int64)
    first_doc[has] = doc[starts(frequencies)[has]]
    first_position[has] = position[starts(occurrences)[has]]
    field = first_doc.argmin(axis=1)
    rows = np.arange(len(has))
    debut = first_doc[rows, field]
    by_appearance = np.lexsort((first_position[rows, field], field, debut))
    debut = debut[by_appearance]
    fresh = np.ones(debut.size, dtype=bool)
    fresh[1:] = debut[1:] != debut[:-1]
    group = np.flatnonzero(fresh)
    found = np.empty(debut.size, dtype=np.int64)
    found[by_appearance] = np.arange(debut.size) - np.repeat(group, np.diff(group, append=debut.size))
    return found


def starts(sizes: Integers) -> npt.NDArray[np.int64]:
    """Where each of several runs begins that follow one another; same shape."""
    ends: npt.NDArray[np.int64] = np.cumsum(sizes, dtype=np.int64).reshape(sizes.shape)
    return ends - sizes


def narrow(values: Integers) -> Integers:
    """The same numbers, none below nought, in the least width that holds them; the same array where it has that."""
    return values.astype(np.min_scalar_type(int(values.max(initial=0))), copy=False)


def words_by_line(lines: Sequence[str]) -> npt.NDArray[np.int64]:
    """How many words each of several strings has, parted by single spaces; none is empty."""
    if not lines:
        return np.zeros(0, np.int64)
    text = np.frombuffer("\n".join(lines).encode("utf-8", "surrogatepass"), np.uint8)
    begin = np.flatnonzero(text == ord("\n")) + 1
    spaces: npt.NDArray[np.int64] = np.add.reduceat(
        text == ord(" "), np.concatenate(([0], begin)), dtype=np.int64
    )
    return spaces + 1
