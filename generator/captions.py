"""Finds the pictures: an alternative text and, right under it, the caption; captions and credits alone."""

from generator.dates import moments, rest_of
from generator.model import Picture
from generator.names import lead_of
from generator.pictures import (
    MAX_CAPTION,
    belong_together,
    is_credit,
    is_file_name,
    is_label,
    is_marked,
    make_picture,
    split_credit,
)
from generator.pointers import is_read_more, label_kind
from generator.rows import Row, groups_of
from generator.sight import Sight

_LONGEST_CAPTION = 450
_REACH = 6
"""Lines behind the text within which a picture belongs to it; five times that before it."""
_MOST_LINES = 5
_BULLETS = frozenset("•‣◦▪▸●○-–—*")
_MAKER = 60
"""Characters of a credit below the word that announces it."""
_REPEATED = 30
"""Characters from which a line that stands twice in a row is an alternative text and its caption."""


def find_pairs(sight: Sight) -> None:
    """Reads runs of two to five lines without a blank line between, of which the first may be the headline."""
    for start, end in groups_of(sight.rows):
        rows = sight.rows[start:end]
        if start and _belongs(sight, start) and 2 <= len(rows) <= _MOST_LINES and not _is_table(rows):
            _read_group(sight, start, rows)


def find_single_captions(sight: Sight) -> None:
    """Reads lines that stand alone: a credit, a caption that ends in one, a file's name, a line said twice."""
    rows = sight.rows
    for start, end in groups_of(rows):
        row = rows[start]
        if end - start != 1 or row.kind is not None or not _belongs(sight, start) or _is_table([row]):
            continue
        after = rows[end] if end < len(rows) else None
        if (
            after is not None
            and after.kind is None
            and len(row.folded) >= _REPEATED
            and row.folded == after.folded
        ):
            sight.pictures[start] = (make_picture(row.text, [after.text]), 2)
            row.read_as("alt", "the next line says the same")
            after.read_as("caption", "it repeats the line before")
        elif is_label(row.text) and after is not None and after.kind is None and len(after.text) < _MAKER:
            rule = "a word that announces a credit, and the credit below it"
            _take(sight, start, [row, after], make_picture("", [row.text, after.text]), rule)
        elif is_file_name(row.text):
            _take(sight, start, [row], Picture(alt=row.text), "the name of a picture's file", alt=True)
        elif is_marked(row.text):
            _take(sight, start, [row], make_picture("", [row.text]), "the page calls it a caption")
        elif row.group is None and is_credit(row.text) and not lead_of(row.text):
            _take(sight, start, [row], make_picture("", [row.text]), "a credit on a line of its own")
        elif row.group is None and 20 < len(row.text) <= MAX_CAPTION and _is_caption(row.text):
            _take(sight, start, [row], make_picture("", [row.text]), "a picture's caption ends in a credit")


def _belongs(sight: Sight, i: int) -> bool:
    return sight.start - 5 * _REACH <= i <= sight.end + _REACH


def _is_table(rows: list[Row]) -> bool:
    return any("\t" in row.text for row in rows)


def _read_group(sight: Sight, start: int, rows: list[Row]) -> None:
    kept = [row for row in rows if row.group is None and label_kind(row.folded) is None]
    if (
        not kept
        or any(len(row.text) > MAX_CAPTION for row in rows)
        or any(is_read_more(row.text) for row in kept)
    ):
        return
    if len(kept) == 1:
        if is_credit(kept[0].text) and len(rows) == 2 and not lead_of(kept[0].text):
            _take(sight, start, rows, make_picture("", [kept[0].text]), "a credit on a line of its own")
        elif is_marked(kept[0].text):
            _take(sight, start, rows, make_picture("", [kept[0].text]), "the page calls it a caption")
        return
    if any(_is_date(row.text, sight) for row in kept):
        return
    first, below = kept[0], [row.text for row in kept[1:]]
    if len(first.text) > _LONGEST_CAPTION or lead_of(first.text) or first.text[0] in _BULLETS:
        return
    if len(kept) == 2 and is_credit(below[0]) and not is_credit(first.text):
        _take(sight, start, rows, make_picture("", [first.text, *below]), "a credit stands right under it")
    elif is_credit(first.text):
        _take(sight, start, rows, make_picture("", [*below, first.text]), "a credit stands right above it")
    elif _repeats(first, below[0], len(kept)):
        rule = "the caption repeats the alternative text above it"
        _take(sight, start, rows, make_picture(first.text, below), rule, alt=True)
    elif any(is_credit(line) or is_marked(line) for line in below) or split_credit(below[-1])[1]:
        _take(
            sight,
            start,
            rows,
            make_picture(first.text, below),
            "the lines under it end in a credit",
            alt=True,
        )
    elif is_file_name(first.text):
        rule = "the line above is the name of a picture's file"
        _take(sight, start, rows, make_picture(first.text, below), rule, alt=True)


def _is_date(text: str, sight: Sight) -> bool:
    """Whether a line is a date and hardly more, so that the lines around it are a byline."""
    if len(text) > 60 or not any(map(str.isdigit, text)):
        return False
    found = moments(text, sight.day)
    return bool(found) and len(rest_of(text, found)) <= 2


def _repeats(first: Row, second: str, lines: int) -> bool:
    """Whether the second line says what the first says; a long paragraph under a short line is no caption."""
    if first.text.endswith(":") or len(second) > _LONGEST_CAPTION:
        return False
    return belong_together(first.text, second) and not (lines == 2 and len(second) > 6 * len(first.text))


def _is_caption(text: str) -> bool:
    """Whether a line of words ends in a credit; a long one only where the credit is announced by a colon."""
    words, credit = split_credit(text)
    return bool(credit) and len(words.split()) >= 2 and (len(text) < 350 or ":" in credit[:30])


def _take(
    sight: Sight, start: int, rows: list[Row], picture: Picture, rule: str, *, alt: bool = False
) -> None:
    sight.pictures[start] = (picture, len(rows))
    for i, row in enumerate(rows):
        row.kind = None
        if row.group is not None and not is_credit(row.text) and not is_marked(row.text):
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        else:
            row.read_as("alt" if alt and i == 0 else "caption", rule)
