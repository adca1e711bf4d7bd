"""What can be seen of a line: the grounds on which text is told from furniture.

Each feature is a name that holds or does not. `weights.py` says how much each counts.
"""

import re
from collections import Counter

from generator.pointers import is_read_more, label_kind
from generator.rows import Row
from generator.rulebook import table
from generator.surroundings import places_of

_ADDRESS = ("@", "://", "www.", ".com", ".de ", ".org", ".net")
_LOOKED_AT = 200
"""Characters of a line in which words of promotion are looked for."""
_MARKS = frozenset("|»›>→▶•·+*")
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d"
    r"|\b\d+ ?(?:h|d|m|min|hrs?|hours?|days?|stunden?|tage?n?|heures?|horas?|ore|godz)\b",
    re.IGNORECASE,
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
    counts = Counter(row.folded for row in rows if row.folded)
    places = places_of(rows, [_sort(row) for row in rows])
    return [[*place, *_own(row, counts, title)] for row, place in zip(rows, places, strict=True)]


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


def _own(row: Row, counts: Counter[str], title: str) -> list[str]:
    """The features of a line by itself."""
    text = row.text
    length = len(text)
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
