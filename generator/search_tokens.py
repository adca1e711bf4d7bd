"""Texts to numbered words: the one pass over every character of the archive, spread over all cores.

A token of lunr (text parted at white space and hyphens) is looked up in a table; only the first time that it comes does
it go through the pipeline of `search_text`. So each distinct word is folded and stemmed once.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.model import SearchDoc
from generator.search_stemmers import stemming_language
from generator.search_text import is_stop_word, stem, words

FIELDS = ("title", "body", "tags", "authors")
"""The index's fields, in the order in which lunr.py is given them."""

_CHUNK = 4000
"""Articles that a worker takes at a time."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some articles, as they stand in the text."""

    names: tuple[tuple[str, str], ...]
    """Each distinct token with the stemming language of the article, in order of first appearance."""
    ids: npt.NDArray[np.int32]
    """For each token of the text, article by article and field by field, its place in `names`."""
    counts: npt.NDArray[np.int32]
    """Tokens by article and field: shape (articles, fields)."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Every indexed word of some articles in reading order. All arrays but `lengths` have one entry a word."""

    terms: tuple[str, ...]
    """The distinct terms, in order of first appearance: lunr's `_index`."""
    words: tuple[tuple[str, int], ...]
    """The distinct folded words, each with the place of its term; one twice where two languages stem it otherwise."""
    word: npt.NDArray[np.int32]
    """Place in `words`."""
    doc: npt.NDArray[np.int32]
    field: npt.NDArray[np.int8]
    position: npt.NDArray[np.int32]
    """Counted in words within the field, stop words included."""
    lengths: npt.NDArray[np.int32]
    """Terms by article and field, what lunr takes as a field's length: shape (articles, fields)."""


def field_text(doc: SearchDoc, field: str) -> str:
    """What of an article goes into a field of the index, as one string."""
    value = getattr(doc, field)
    return value if isinstance(value, str) else "\n".join(value)


class _Numbering(dict[str, int]):
    """Numbers a token when it is first asked for."""

    def __init__(self, lang: str, names: list[tuple[str, str]]) -> None:
        self.lang, self.names = lang, names

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self.names)
        self.names.append((token, self.lang))
        return number


def tokens_of(rows: Sequence[tuple[str, tuple[str, ...]]]) -> Tokens:
    """The tokens of articles given as stemming language and the text of each field."""
    names: list[tuple[str, str]] = []
    tables: dict[str, _Numbering] = {}
    ids: list[int] = []
    counts: list[int] = []
    for lang, texts in rows:
        table = tables.get(lang)
        if table is None:
            table = tables[lang] = _Numbering(lang, names)
        number = table.__getitem__
        for text in texts:
            parts = text.lower().replace("-", " ").split()
            counts.append(len(parts))
            ids.extend(map(number, parts))
    width = len(FIELDS)
    return Tokens(
        tuple(names), np.array(ids, dtype=np.int32), np.array(counts, dtype=np.int32).reshape(-1, width)
    )


def join(parts: Sequence[Tokens]) -> Tokens:
    """The tokens of several runs of articles as those of one."""
    numbers: dict[tuple[str, str], int] = {}
    ids = []
    for part in parts:
        table = np.fromiter(
            (numbers.setdefault(n, len(numbers)) for n in part.names), np.int32, len(part.names)
        )
        ids.append(table[part.ids] if part.ids.size else part.ids)
    empty = [np.empty(0, np.int32)]
    counts = [p.counts for p in parts] or [np.empty((0, len(FIELDS)), np.int32)]
    return Tokens(tuple(numbers), np.concatenate(ids or empty), np.concatenate(counts))


def read(docs: Sequence[SearchDoc], workers: int | None = None) -> Tokens:
    """The tokens of all articles; what comes out does not depend on the number of workers."""
    rows = [(stemming_language(d.lang), tuple(field_text(d, f) for f in FIELDS)) for d in docs]
    chunks = [rows[i : i + _CHUNK] for i in range(0, len(rows), _CHUNK)]
    count = min(workers or os.cpu_count() or 1, len(chunks))
    if count < 2 or len(chunks) < 5:
        return join([tokens_of(chunk) for chunk in chunks])
    with ProcessPoolExecutor(count) as pool:
        return join(list(pool.map(tokens_of, chunks)))


def occurrences(tokens: Tokens) -> Occurrences:
    """Runs the pipeline over each distinct token once and lays the outcome over the text."""
    terms: dict[str, int] = {}
    seen: dict[tuple[str, str], int] = {}
    kinds: dict[tuple[str, int], int] = {}
    spread: list[int] = []
    sizes = np.empty(len(tokens.names), np.int32)
    for i, (token, lang) in enumerate(tokens.names):
        found = words(token)
        sizes[i] = len(found)
        for word in found:
            kind = seen.get((word, lang))
            if kind is None:
                term = -1 if is_stop_word(word, lang) else terms.setdefault(stem(word, lang), len(terms))
                # Languages that stem a word alike share its place.
                kind = seen[word, lang] = kinds.setdefault((word, term), len(kinds))
            spread.append(kind)
    table = np.array(spread, dtype=np.int32)
    first = np.cumsum(sizes) - sizes

    # Each token of the text becomes its words: `sizes[id]` entries of `table` from `first[id]` on.
    each = sizes[tokens.ids]
    ends = np.cumsum(each, dtype=np.int64)
    total = int(ends[-1]) if ends.size else 0
    which = table[np.repeat(first[tokens.ids] - (ends - each), each) + np.arange(total)]

    # Words by field: sums of `each` over the tokens of the field.
    bounds = np.concatenate(([0], np.cumsum(tokens.counts.ravel(), dtype=np.int64)))
    to = np.concatenate(([0], ends))[bounds]
    in_field = np.diff(to)
    cell = np.repeat(np.arange(in_field.size, dtype=np.int32), in_field)
    position = (np.arange(total) - to[cell]).astype(np.int32)
    kept = np.array([term >= 0 for _, term in kinds], dtype=bool)[which]
    cell, which, position = cell[kept], which[kept], position[kept]
    width = len(FIELDS)
    lengths = np.bincount(cell, minlength=in_field.size).astype(np.int32).reshape(-1, width)
    return Occurrences(
        tuple(terms), tuple(kinds), which, cell // width, (cell % width).astype(np.int8), position, lengths
    )
