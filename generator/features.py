"""What can be seen of a line: the grounds on which text is told from furniture.

Each feature is a name that holds or does not. `weights.py` says how much each counts.
"""

import re
from collections import Counter

from generator.pointers import is_read_more, label_kind
from generator.promotion import times_promoted
from generator.rows import Row
from generator.surroundings import places_of

_LOOKED_AT = 200
"""Characters of a line in which words of promotion are looked for."""
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d"
    r"|\b\d+ ?(?:h|d|m|min|hrs?|hours?|days?|stunden?|tage?n?|heures?|horas?|ore|godz)\b",
    re.IGNORECASE,
)


def features_of(rows: list[Row], title: str) -> list[list[str]]:
    """For each line the names of the features that hold; `title` is the headline in folded form."""
    counts = Counter(row.folded for row in rows if row.folded)
    found = places_of(rows, [_sort(row) for row in rows])
    for row, features in zip(rows, found, strict=True):
        features += _own(row, counts, title)
    return found


def _sort(row: Row) -> str:
    """A word for what a line looks like, for its neighbours."""
    if row.prose:
        return "prose"
    if row.group is not None:
        return "known"
    if row.folded and label_kind(row.folded) in ("pointer", "list"):
        return "label"
    if len(row.text) <= 40 and row.digit and _TIME.search(row.text):
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
    small = sum(map(str.islower, begins))
    large = sum(map(str.isupper, begins)) if 2 * small < len(begins) else 0  # no more than the small ones
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
    if "@" in text or "://" in text or ("." in text and _has_address(text)):
        found.append("address")
    if length <= 400 and (_has_mark(text) or text.endswith(("...", "…"))):
        found.append("marks")
    if length <= 120 and row.digit and _TIME.search(text):
        found.append("time")
    if "©" in text:
        found.append("copyright")
    if row.group is not None:
        found.append(f"group {row.group}")
    folded = row.folded or text[:_LOOKED_AT].casefold()
    spoken = times_promoted(folded[:_LOOKED_AT])
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


def _has_address(text: str) -> bool:
    return "www." in text or ".com" in text or ".de " in text or ".org" in text or ".net" in text


def _has_mark(text: str) -> bool:
    """Whether a line holds a mark. A look for each is quicker than a pattern or a set of the line's characters."""
    return ("|" in text or ">" in text or "+" in text or "*" in text) or (
        not text.isascii()
        and ("»" in text or "›" in text or "→" in text or "▶" in text or "•" in text or "·" in text)
    )
