"""What can be seen of a line and of its place on the page: the grounds on which text is told from furniture.

Each feature is a name that holds or does not. `weights.py` says how much each counts.
"""

import re
from collections import Counter

from generator.pointers import is_read_more, label_kind
from generator.rows import Row
from generator.rulebook import table

_LENGTHS = (10, 20, 40, 70, 110, 170, 260)
_ADDRESS = ("@", "://", "www.", ".com", ".de ", ".org", ".net")
_LOOKED_AT = 200
"""Characters of a line in which words of promotion are looked for."""
_MARKS = frozenset("|»›>→▶•·+*")
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d"
    r"|\b\d+ ?(?:h|d|m|min|hrs?|hours?|days?|stunden?|tage?n?|heures?|horas?|ore|godz)\b",
    re.IGNORECASE,
)
_SECTIONS = frozenset(
    {"comments", "popular", "signup", "account", "legal", "tags", "share", "label", "advert"}
)


def promotion() -> re.Pattern[str]:
    """Words by which a page speaks of itself to its reader, from `rules/promotion.yaml`.

    Rows are parted by their first letter, so that a word is tried against a few of them only.
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for rows in table("promotion").values():
        for row in rows:
            for choice in choices(row[0]):
                if choice[0].isalpha() and not choice[1:2].startswith(("?", "*", "{")):
                    letters.setdefault(choice[0], []).append(choice[1:])
                else:
                    others.append(choice)
    parts = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items()]
    return re.compile(r"(?<![^\W_])(?:" + "|".join([*parts, *others]) + r")(?![^\W_])")


def choices(pattern: str) -> list[str]:
    """The alternatives of a regular expression at its outermost level.

    >>> choices("a(b|c)|d")
    ['a(b|c)', 'd']
    """
    found, depth, start = [], 0, 0
    for i, character in enumerate(pattern):
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            found.append(pattern[start:i])
            start = i + 1
    return [*found, pattern[start:]]


_promotion: list[re.Pattern[str]] = []


def features_of(rows: list[Row], title: str) -> list[list[str]]:
    """For each line the names of the features that hold; `title` is the headline in folded form."""
    if not _promotion:
        _promotion.append(promotion())
    sorts = [_sort(row) for row in rows]
    first, last = main_run(rows, sorts)
    counts = Counter(row.folded for row in rows if row.folded)
    lengths = [len(row.text) for row in rows]
    prose_total = sum(row.prose for row in rows) or 1
    seen = 0
    section, since, prose_since = "", 0, 0
    result: list[list[str]] = []
    for i, row in enumerate(rows):
        size = sum(lengths[i] > limit for limit in _LENGTHS)
        where = "in" if first <= i <= last else ("before" if i < first else "after")
        found = [f"length {size}", f"{where} {size}", *_own(row, lengths[i], counts, title)]
        for step in (-2, -1, 1, 2):
            j = i + step
            found.append(f"{step:+d} {sorts[j] if 0 <= j < len(rows) else 'edge'}")
        around = sorts[max(0, i - 4) : i] + sorts[i + 1 : i + 5]
        found.append(f"prose around {4 * around.count('prose') // max(1, len(around))}")
        found.append(f"known around {4 * sum(s in _KNOWN for s in around) // max(1, len(around))}")
        found.append(f"prose before {min(seen, 3)}")
        found.append(f"prose after {min(prose_total - seen - row.prose, 3)}")
        if where == "after":
            found.append(f"behind {_bucket(i - last)}")
            found.append(f"behind {'prose' if row.prose else 'short'}")
        if section:
            found.append(f"under {section} {_bucket(since)}")
            found.append(f"under {section} prose {min(prose_since, 2)}")
        result.append(found)
        since += 1
        seen += row.prose
        prose_since += row.prose
        mark = sorts[i] if sorts[i] == "label" else (row.group or "")
        if mark in _SECTIONS:
            section, since, prose_since = mark, 0, 0
    return result


_KNOWN = frozenset({"known", "label", "date"})


def _sort(row: Row) -> str:
    """A word for what a line looks like, for its neighbours."""
    if row.prose:
        return "prose"
    if row.group is not None:
        return "known"
    if row.folded and label_kind(row.folded) in ("pointer", "list"):
        return "label"
    if len(row.text) <= 40 and _TIME.search(row.text):
        return "date"
    if row.ends:
        return "sentence"
    return "short" if len(row.text) <= 30 else "line"


def _own(row: Row, length: int, counts: Counter[str], title: str) -> list[str]:
    """The features of a line by itself."""
    text = row.text
    found = []
    words = text[:400].split()
    begins = [word[0] for word in words]
    large = sum(map(str.isupper, begins))
    small = sum(map(str.islower, begins))
    if row.ends:
        found.append("ends")
        if row.prose:
            found.append("prose")
    elif text.endswith(":"):
        found.append("colon")
    elif text.endswith(("...", "…")):
        found.append("cut")
    if text[0].islower():
        found.append("begins small")
    elif not text[0].isalnum():
        found.append("begins quoted" if text[0] in "\"“„«‘'»" else "begins with a mark")
    elif text[0].isdigit():
        found.append("begins with a digit")
    if large and text.isupper():
        found.append("capitals")
    if len(words) >= 3 and large > small:
        found.append("mostly capitals")
    if small >= 5:
        found.append("small words")
    if not large and not small:
        found.append("no words")
    if row.joined:
        found.append("joined")
    if any(part in text for part in _ADDRESS):
        found.append("address")
    if length <= 400 and (not _MARKS.isdisjoint(text) or text.endswith(("...", "…"))):
        found.append("marks")
    if length <= 120 and _TIME.search(text):
        found.append("time")
    if "©" in text:
        found.append("copyright")
    if row.group is not None:
        found.append(f"group {row.group}")
    folded = row.folded or text[:_LOOKED_AT].casefold()
    spoken = len(_promotion[0].findall(folded[:_LOOKED_AT]))
    if spoken:
        found.append("promotion" if spoken == 1 else "promotion twice")
        found.append(f"promotion {'prose' if row.prose else 'short'}")
    if row.folded:
        if counts[row.folded] > 1:
            found.append("repeated")
        if len(row.folded) > 6 and row.folded in title:
            found.append("of the headline")
        if length < 200 and is_read_more(text):
            found.append("pointer")
    return found


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
    return sum(distance > limit for limit in (1, 3, 8, 20))
