"""What can be seen of a line's place on the page: the lines around it, and how much text lies before and behind.

Each feature is a name that holds or does not, as in `features.py`.
"""

from bisect import bisect_left
from itertools import accumulate

from generator.rows import Row

_LENGTHS = (10, 20, 40, 70, 110, 170, 260)
_NEIGHBOURS = (20, 40, 70, 110, 200)
_NEAR = 3
"""Lines on either side by whose length a line is told to be one of a list or one of the text."""
_BESIDE = 5
"""Lines on either side in which text and known lines are counted."""
_SHARES_KNOWN = (0.03, 0.1, 0.2, 0.3)
_SHARES_TEXT = (0.05, 0.15, 0.3, 0.5, 0.7)
_LONGEST = 400
"""Characters of a paragraph that count as text; the rest of a long one says no more."""
_SECTIONS = frozenset(
    {"comments", "popular", "signup", "account", "legal", "tags", "share", "label", "advert"}
)
_KNOWN = frozenset({"known", "label", "date"})
_SORTS = ("prose", "known", "label", "date", "sentence", "short", "line", "edge")
_LOOKS = ("short", "prose")
# The names of the features, written once: by number or sort, those with a look by `row.prose` before that.
_LENGTH = [f"length {n}" for n in range(len(_LENGTHS) + 1)]
_WHERE = {where: [f"{where} {n}" for n in range(len(_LENGTHS) + 1)] for where in ("before", "in", "after")}
_BESIDES = [{sort: f"{at} {sort}" for sort in _SORTS} for at in ("-2", "-1", "+1", "+2")]
_PROSE_AROUND, _KNOWN_AROUND = ([f"{what} around {n}" for n in range(5)] for what in ("prose", "known"))
_PROSE_BEFORE, _PROSE_AFTER = ([f"prose {where} {n}" for n in range(4)] for where in ("before", "after"))
_SIDES = [[[f"sides {a} {b} {look}" for b in range(3)] for a in range(3)] for look in _LOOKS]
_KNOWN_BESIDE = [[f"known beside {a} {b}" for b in range(3)] for a in range(3)]
_NEIGHBOUR = [[f"neighbours {n} {look}" for n in range(len(_NEIGHBOURS) + 1)] for look in _LOOKS]
_DONE = [[f"done {n} {look}" for n in range(6)] for look in _LOOKS]


def places_of(rows: list[Row], sorts: list[str]) -> list[list[str]]:
    """For each line the features of its place; `sorts` says in a word what each line looks like."""
    count = len(rows)
    lengths = [len(row.text) for row in rows]
    first, last = main_run(rows, sorts)
    page = _page(rows)
    text = [
        0,
        *accumulate(min(n, _LONGEST) if row.prose else 0 for n, row in zip(lengths, rows, strict=True)),
    ]
    proses = [0, *accumulate(row.prose for row in rows)]
    spoken = [0, *accumulate(sort in ("prose", "sentence") for sort in sorts)]
    known = [0, *accumulate(row.group is not None for row in rows)]
    beside_known = [0, *accumulate(sort in _KNOWN for sort in sorts)]
    edges = ["edge", "edge", *sorts, "edge", "edge"]
    two_above, above, below, two_below = _BESIDES
    section, since, prose_since = "", 0, 0
    result: list[list[str]] = []
    for i, row in enumerate(rows):
        prose = row.prose
        size = bisect_left(_LENGTHS, lengths[i])
        where = "in" if first <= i <= last else ("before" if i < first else "after")
        low, high, behind = max(0, i - 4), min(count, i + 5), i + 1
        around = (high - low - 1) or 1
        start, end = max(0, i - _BESIDE), min(count, behind + _BESIDE)
        near = sorted(lengths[max(0, i - _NEAR) : i] + lengths[behind : behind + _NEAR])
        middle = near[(len(near) - 1) // 2] if near else 0
        done = 5 * text[i] // text[count] if text[count] else 0
        found = [
            _LENGTH[size],
            _WHERE[where][size],
            two_above[edges[i]],
            above[edges[i + 1]],
            below[edges[i + 3]],
            two_below[edges[i + 4]],
            _PROSE_AROUND[4 * (proses[high] - proses[low] - prose) // around],
            _KNOWN_AROUND[4 * (beside_known[high] - beside_known[low] - (sorts[i] in _KNOWN)) // around],
            _PROSE_BEFORE[min(proses[i], 3)],
            _PROSE_AFTER[min(proses[count] - proses[behind], 3)],
            _SIDES[prose][min(spoken[i] - spoken[start], 2)][min(spoken[end] - spoken[behind], 2)],
            _KNOWN_BESIDE[min(known[i] - known[start], 2)][min(known[end] - known[behind], 2)],
            _NEIGHBOUR[prose][bisect_left(_NEIGHBOURS, middle)],
            _DONE[prose][done],
            *page[prose],
        ]
        if where == "after":
            found += (f"behind {_bucket(i - last)}", f"behind {_LOOKS[prose]}")
        if section:
            found += (f"under {section} {_bucket(since)}", f"under {section} prose {min(prose_since, 2)}")
        result.append(found)
        since += 1
        prose_since += prose
        mark = sorts[i] if sorts[i] == "label" else (row.group or "")
        if mark in _SECTIONS:
            section, since, prose_since = mark, 0, 0
    return result


def _page(rows: list[Row]) -> tuple[list[str], list[str]]:
    """What kind of page it is, for its short lines and for its prose: how much is known, and how much is prose."""
    known = sum([row.group is not None for row in rows]) / max(1, len(rows))
    prose = sum([row.prose for row in rows]) / max(1, len(rows))
    share_known, share_prose = bisect_left(_SHARES_KNOWN, known), bisect_left(_SHARES_TEXT, prose)
    short, long = (
        [f"page known {share_known} {look}", f"page prose {share_prose} {look}"] for look in _LOOKS
    )
    return short, long


def main_run(rows: list[Row], sorts: list[str]) -> tuple[int, int]:
    """First and last index of the run of lines with the most text in it, taken against all that lies between.

    Every line counts its length, less a fixed price, so that a run of short lines costs more than it brings
    (the maximum-sum interval, as in Kadane's algorithm).
    """
    best = (0.0, 0, len(rows) - 1)
    total, start = 0.0, 0
    for i, row in enumerate(rows):
        if row.group in ("comments", "popular"):
            value = -250.0
        elif row.group in ("advert", "player"):
            value = -5.0
        elif row.group is not None:
            value = -40.0
        elif sorts[i] == "prose":
            value = min(len(row.text), 400) - 30.0
        else:
            value = min(len(row.text), 100) * 0.3 - 45.0
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best[0]:
            best = (total, start, i)
    return best[1], best[2]


def _bucket(distance: int) -> int:
    return bisect_left((1, 3, 8, 20), distance)
