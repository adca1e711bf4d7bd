"""Tells headings, list items and quotes from paragraphs."""

import re

from generator.rows import Row
from generator.sight import Sight

_BULLET = re.compile(r"[•‣◦▪▸●○·*–—-]\s+\S|\d{1,2}[.)]\s+\S")
_QUOTE = ("“", "„", '"', "«", "‘", "»")


def find_structure(sight: Sight) -> None:
    """Gives every line that is left its place in the text."""
    rows = sight.rows
    for i, row in enumerate(rows):
        if row.kind is not None:
            continue
        if _BULLET.match(row.text) and len(row.text) < 400:
            row.read_as("list_item", "it begins with a bullet or number")
        elif _is_heading(rows, i):
            row.read_as("heading", "short, no full stop, text before and after it")
        else:
            row.read_as("body", "nothing says that it is anything else")


def _is_heading(rows: list[Row], i: int) -> bool:
    row = rows[i]
    if (
        not 3 <= len(row.text) <= 90
        or row.joined
        or row.text.endswith((".", ",", ";", "…", "!"))
        or row.text[0].islower()
    ):
        return False
    if row.text.startswith(_QUOTE) or "\t" in row.text:
        return False
    before = next((r for r in reversed(rows[:i]) if r.kind in ("body", "list_item", "quote", None)), None)
    after = rows[i + 1] if i + 1 < len(rows) else None
    return before is not None and before.prose and after is not None and after.prose and not after.joined


def without_bullet(text: str) -> str:
    """The text of a list item without its bullet; a number is kept, since it may be part of the text."""
    found = re.match(r"[•‣◦▪▸●○·*–—-]\s+(?=\S)", text)
    return text[found.end() :] if found else text
