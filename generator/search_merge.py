"""Sorted postings with some articles taken out and others put in: what one more article costs of sorting them all.

What comes out is what `postings` makes of all articles at once, value by value. Only the postings of the articles that
come or go are looked at one by one; all others are copied in long runs.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from generator.postings import Integers, Postings, narrow, ranks, starts, words_by_line
from generator.search_numbers import utf16_order
from generator.search_tokens import FIELDS

_RUNS = 20_000
"""Up to so many places the runs between them are copied one by one; beyond, numpy's way costs less."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The postings of the archive as it is now, and what of the former ones is still so."""

    found: Postings
    same_postings: npt.NDArray[np.int64]
    """By term: its former place where rank, articles, counts and lengths are as they were, else -1."""
    same_places: npt.NDArray[np.int64]
    """By term: its former place where folded words and positions are as they were, else -1."""


def merged(old: Postings, sources: npt.NDArray[np.int64], fresh: Postings) -> Merged:
    """The postings of the articles that `sources` tells, by new number.

    `sources` has the number in `old` of each article that stays (these rise), and -1 for each of `fresh`, in order.
    """
    kept = sources >= 0
    table = np.full(old.articles, -1, np.int64)
    table[sources[kept]] = np.flatnonzero(kept)
    left, touched = _without(old, table < 0)
    moved = np.flatnonzero(table != np.arange(table.size))
    moved = moved[table[moved] >= 0]
    doc = left.doc
    if moved.size:
        doc = narrow(np.maximum(table, 0))[doc]
    lengths = np.empty((sources.size, len(FIELDS)), np.int32)
    lengths[kept] = old.lengths[sources[kept]]
    lengths[~kept] = fresh.lengths

    terms, origin, target = _union(left, fresh)
    former = origin >= 0
    frequencies, occurrences = (_spread(a, origin) for a in (left.frequencies, left.occurrences))
    changed = ~former
    changed[former] |= touched[origin[former]]
    changed[target] = True
    forms, uses, fresh_form, form = _forms(left, fresh, origin, target)

    # Where each posting that comes goes: within its list, by number.
    numbers = np.flatnonzero(~kept)[fresh.doc]
    at, within = np.empty((2, fresh.doc.size), np.int64)
    lists = [a[target].ravel().tolist() for a in (starts(frequencies), frequencies, starts(occurrences))]
    low = 0
    for begin, size, first, more in zip(*lists, fresh.frequencies.ravel().tolist(), strict=True):
        if not more:
            continue
        here = np.searchsorted(doc[begin : begin + size], numbers[low : low + more])
        ends = np.cumsum(left.count[begin : begin + int(here[-1])], dtype=np.int64)
        at[low : low + more] = begin + here
        within[low : low + more] = first + np.concatenate(([0], ends))[here]
        low += more
    within = np.repeat(within, fresh.count)
    frequencies[target] += fresh.frequencies
    occurrences[target] += fresh.occurrences
    position = _put_in(left.position, within, fresh.position)
    doc = _put_in(doc, at, numbers)

    found = Postings(
        terms,
        forms,
        uses,
        ranks(frequencies, occurrences, doc, position),
        frequencies,
        occurrences,
        doc,
        _put_in(left.count, at, fresh.count),
        position,
        _put_in(form, within, fresh_form),
        lengths,
    )
    same_places = np.where(changed, -1, origin)
    same_postings = same_places.copy()
    same = np.flatnonzero(same_places >= 0)
    same_postings[same[found.ranks[same] != old.ranks[origin[same]]]] = -1
    if moved.size:
        # Every list that reaches beyond the first article with another number counts as changed.
        reach = np.maximum.reduceat(found.doc, starts(frequencies)[:, 0])
        same_postings[reach >= table[moved[0]]] = -1
    return Merged(found, same_postings, same_places)


def _without(old: Postings, gone: npt.NDArray[np.bool_]) -> tuple[Postings, npt.NDArray[np.bool_]]:
    """All but the postings of the articles marked, all terms and numbers as they were; which terms are touched."""
    touched = np.zeros(len(old.terms), dtype=bool)
    if not gone.any():
        return old, touched
    rows = np.flatnonzero(gone[old.doc])
    number = old.count[rows].astype(np.int64)
    lists = np.searchsorted(np.cumsum(old.frequencies, dtype=np.int64), rows, side="right")
    touched[lists // len(FIELDS)] = True
    before = np.cumsum(old.count, dtype=np.int64)[rows] - number
    within = np.repeat(before - starts(number), number) + np.arange(number.sum())
    lists_within = np.repeat(lists, number)
    words = starts(old.variants())[lists_within // len(FIELDS)] + old.form[within]
    shape = old.frequencies.shape
    return replace(
        old,
        uses=old.uses - np.bincount(words, minlength=old.uses.size),
        frequencies=old.frequencies - np.bincount(lists, minlength=old.frequencies.size).reshape(shape),
        occurrences=old.occurrences
        - np.bincount(lists_within, minlength=old.frequencies.size).reshape(shape),
        doc=_taken_out(old.doc, rows),
        count=_taken_out(old.count, rows),
        position=_taken_out(old.position, within),
        form=_taken_out(old.form, within),
    ), touched


def _union(
    left: Postings, fresh: Postings
) -> tuple[tuple[str, ...], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The terms that occur; for each its place in `left` or -1; for each term of `fresh` its place among them."""
    place = {term: i for i, term in enumerate(left.terms)}
    occurs = left.frequencies.sum(axis=1) > 0
    occurs[[place[t] for t in fresh.terms if t in place]] = True
    new = [t for t in fresh.terms if t not in place]
    if not new and occurs.all():
        target = np.fromiter((place[t] for t in fresh.terms), np.int64, len(fresh.terms))
        return left.terms, np.arange(len(left.terms)), target
    terms = utf16_order([t for t, here in zip(left.terms, occurs.tolist(), strict=True) if here] + new)
    now = {term: i for i, term in enumerate(terms)}
    origin = np.fromiter((place.get(t, -1) for t in terms), np.int64, len(terms))
    return tuple(terms), origin, np.fromiter((now[t] for t in fresh.terms), np.int64, len(fresh.terms))


def _spread(rows: Integers, origin: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The row of each term's former place; noughts for a new term."""
    result = np.zeros((origin.size, *rows.shape[1:]), np.int64)
    result[origin >= 0] = rows[origin[origin >= 0]]
    return result


def _forms(
    left: Postings, fresh: Postings, origin: npt.NDArray[np.int64], target: npt.NDArray[np.int64]
) -> tuple[tuple[str, ...], npt.NDArray[np.int64], Integers, Integers]:
    """`Postings.forms` and `uses` of all, and `form` of `fresh` and of `left`, numbered among the forms of all."""
    first, fresh_first = starts(left.variants()), starts(fresh.variants())
    terms_of = np.repeat(np.arange(first.size), left.variants())
    local = np.arange(left.uses.size) - first[terms_of]
    fresh_terms_of = np.repeat(np.arange(fresh_first.size), fresh.variants())
    fresh_local = np.arange(fresh.uses.size) - fresh_first[fresh_terms_of]

    now = np.full(first.size, -1, np.int64)
    now[origin[origin >= 0]] = np.flatnonzero(origin >= 0)
    names = [left.forms[place] if place >= 0 else "" for place in origin.tolist()]
    comes = dict(zip(target.tolist(), range(len(fresh.terms)), strict=True))
    loses = {place for place in now[terms_of[left.uses == 0]].tolist() if place >= 0}
    size = left.occurrences.sum(axis=1, dtype=np.int64)
    begin = starts(size)
    form = left.form
    for place in sorted(comes.keys() | loses):
        more = fresh.forms[comes[place]] if place in comes else ""
        if more == names[place] and place not in loses:
            continue
        was = int(origin[place])
        words = names[place].split()
        here = slice(int(first[was]), int(first[was]) + len(words)) if was >= 0 else slice(0)
        stay = [word for word, number in zip(words, left.uses[here].tolist(), strict=True) if number]
        both = sorted({*stay, *more.split()})
        number = {word: i for i, word in enumerate(both)}
        if place in comes:
            start = int(fresh_first[comes[place]])
            fresh_local[start : start + len(more.split())] = [number[word] for word in more.split()]
        if both == words or was < 0:
            names[place] = " ".join(both)
            continue
        names[place] = " ".join(both)
        local[here] = [number.get(word, 0) for word in words]
        kind = np.promote_types(form.dtype, np.min_scalar_type(len(both)))
        if form is left.form or form.dtype != kind:
            form = form.astype(kind)
        run = slice(int(begin[was]), int(begin[was] + size[was]))
        form[run] = local[here][form[run]]

    variants = words_by_line(names)
    first_now, uses = starts(variants), np.zeros(int(variants.sum()), np.int64)
    used = left.uses > 0
    uses[first_now[now[terms_of[used]]] + local[used]] = left.uses[used]
    uses[first_now[target[fresh_terms_of]] + fresh_local] += fresh.uses
    fresh_of = np.repeat(fresh_first, fresh.occurrences.sum(axis=1, dtype=np.int64))
    return tuple(names), uses, fresh_local[fresh_of + fresh.form], form


def _taken_out(values: Integers, rows: npt.NDArray[np.int64]) -> Integers:
    """`numpy.delete`, by copying the runs between."""
    if rows.size > _RUNS:
        return np.delete(values, rows)
    ends = [*rows.tolist(), values.size]
    return np.concatenate(
        [values[a:b] for a, b in zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True)]
    )


def _put_in(values: Integers, at: npt.NDArray[np.int64], more: Integers) -> Integers:
    """`numpy.insert`, by copying the runs between; `at` rises."""
    more = narrow(more)
    kind = np.promote_types(values.dtype, more.dtype)
    runs = np.flatnonzero(np.diff(at, prepend=-1))
    if runs.size > _RUNS:
        result: Integers = np.insert(values.astype(kind), at, more)
        return result
    parts, low = [np.empty(0, kind)], 0
    for start, stop in pairwise([*runs.tolist(), at.size]):
        high = int(at[start])
        parts += (values[low:high], more[start:stop])
        low = high
    return np.concatenate([*parts, values[low:]])
