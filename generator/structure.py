"""Tells headings, list items and quotes from paragraphs."""

import re

from generator.rows import Row
from generator.sight import Sight

_BULLET = re.compile(r"[•‣◦▪▸●○·*]\s+\S")
_DASH = re.compile(r"[–—-]\s+\S")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+\S")
_LONGEST_ITEM = 400
_LEAST_NUMBERED = 3
_LONGEST_SUMMARY = 450
_LONGEST_HEADING = 90
_LONGEST_QUOTED = 60
_QUOTE = ("“", "„", '"', "«", "‘", "»", "「")
_QUOTED = re.compile(
    r"""(?:[^:.“"„«»「]{2,40}:\ )?(?:[“„"«»][^“”„"«»]+[^\s“”„"«».,!?…]\s?[“”"«»]|「[^「」。]+」|‘[^‘]+[^\s.,!?…]’)""",
    re.VERBOSE,
)
"""A heading in quotation marks; speech has a full stop or comma before the last of them."""
_SKIPPED = frozenset({"furniture", "alt", "caption", "read_more_label", "read_more"})
"""What may stand between a heading and its text."""
_FARTHEST = 4


def find_numbered(sight: Sight) -> None:
    """Keeps a list numbered 01, 02, 03 (or 01., 02.) on lines one below the other: the pieces of a record.

    Its lines are short and say little, so that they look like lines of the page.
    """
    rows = sight.rows
    for i, row in enumerate(rows):
        if not row.text.startswith(("01 ", "01. ")) or row.kind is not None:
            continue
        end = i + 1
        while end < len(rows) and rows[end].joined and _is_numbered(rows[end], end - i + 1):
            end += 1
        if end - i >= _LEAST_NUMBERED:
            for found in rows[i:end]:
                found.read_as("list_item", "one of a list numbered 01, 02, 03")


def _is_numbered(row: Row, number: int) -> bool:
    return row.text.startswith((f"{number:02} ", f"{number:02}. "))


def find_structure(sight: Sight) -> None:
    """Gives every line that is left its place in the text."""
    rows = sight.rows
    if not sight.summary:
        _find_summary(sight)
    dashed = _dashed_items(rows)
    before: Row | None = None
    for i, row in enumerate(rows):
        if row.kind is None:
            after = _next(rows, i)
            number = _NUMBER.match(row.text)
            if i in dashed or (_BULLET.match(row.text) and len(row.text) < _LONGEST_ITEM):
                row.read_as("list_item", "it begins with a bullet or number")
            elif _is_heading(row, before, after) and not (number and after and _NUMBER.match(after.text)):
                row.read_as("heading", "short, no full stop, text before and after it")
            elif number and len(row.text) < _LONGEST_ITEM:
                row.read_as("list_item", "it begins with a bullet or number")
            else:
                row.read_as("body", "nothing says that it is anything else")
        if row.kind in ("body", "list_item"):
            before = row


def _dashed_items(rows: list[Row]) -> set[int]:
    """The lines of a list with dashes: two and more in a row, of which none but the last ends as a sentence does.

    Elsewhere a dash at the beginning of a line is one of speech, and stays.
    """
    found: set[int] = set()
    run: list[int] = []
    for i in range(len(rows) + 1):
        if i < len(rows) and rows[i].kind is None and _DASH.match(rows[i].text):
            run.append(i)
            continue
        if len(run) > 1 and not any(rows[j].ends for j in run[:-1]):
            found.update(run)
        run = []
    return found


def _next(rows: list[Row], i: int) -> Row | None:
    """The line of text that follows, behind a picture, a pointer or furniture."""
    near = rows[i + 1 : i + 1 + _FARTHEST]
    return next((row for row in near if row.kind not in _SKIPPED), None)


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
    text = row.text
    if row.joined or not 3 <= len(text) <= _LONGEST_HEADING:
        return False
    if before is None or not before.prose or after is None or not after.prose or after.joined:
        return False
    if len(text) <= _LONGEST_QUOTED and _QUOTED.fullmatch(text):
        return True
    if (row.ends and not text.endswith("?")) or text[0].islower() or text.startswith(_QUOTE):
        return False
    return not text.endswith((",", ";", "…")) and "\t" not in text and not _DASH.match(text)


def without_bullet(text: str) -> str:
    """The text of a list item without its bullet; a number is kept, since it may be part of the text."""
    return re.sub(r"^[•‣◦▪▸●○·*–—-]\s+(?=\S)", "", text)
