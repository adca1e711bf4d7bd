"""Tells headings, list items and quotes from paragraphs."""

import re

from generator.rows import Row
from generator.sight import Sight

_BULLET = re.compile(r"[•‣◦▪▸●○·*–—-]\s+\S|\d{1,2}[.)]\s+\S")
_LONGEST_SUMMARY = 450
_LONGEST_HEADING = 90
_QUOTE = ("“", "„", '"', "«", "‘", "»")


def find_structure(sight: Sight) -> None:
    """Gives every line that is left its place in the text."""
    rows = sight.rows
    if not sight.summary:
        _find_summary(sight)
    before: Row | None = None
    for i, row in enumerate(rows):
        if row.kind is None:
            after = rows[i + 1] if i + 1 < len(rows) else None
            if _BULLET.match(row.text) and len(row.text) < 400:
                row.read_as("list_item", "it begins with a bullet or number")
            elif _is_heading(row, before, after):
                row.read_as("heading", "short, no full stop, text before and after it")
            else:
                row.read_as("body", "nothing says that it is anything else")
        if row.kind in ("body", "list_item"):
            before = row


def _find_summary(sight: Sight) -> None:
    """The first line of text sums the article up where the byline or date stands below it; it stays text as well."""
    for i, row in enumerate(sight.rows[: sight.start + 2]):
        if row.kind is None and i > sight.anchor:
            below = [r for r in sight.rows[i + 1 : i + 4] if r.kind != "furniture"][:2]
            if 40 <= len(row.text) <= _LONGEST_SUMMARY and any(
                r.kind in ("byline", "dateline") for r in below
            ):
                sight.summary = row.text
            return


def _is_heading(row: Row, before: Row | None, after: Row | None) -> bool:
    """Whether a short line without a full stop stands between paragraphs; a question may be a heading as well."""
    if row.joined or not 3 <= len(row.text) <= _LONGEST_HEADING or (row.ends and not row.text.endswith("?")):
        return False
    if (
        row.text[0].islower()
        or row.text.startswith(_QUOTE)
        or row.text.endswith((",", ";", "…"))
        or "\t" in row.text
    ):
        return False
    return before is not None and before.prose and after is not None and after.prose and not after.joined


def without_bullet(text: str) -> str:
    """The text of a list item without its bullet; a number is kept, since it may be part of the text."""
    found = re.match(r"[•‣◦▪▸●○·*–—-]\s+(?=\S)", text)
    return text[found.end() :] if found else text
