"""Finds the pictures: an alternative text and, right under it, the caption; captions and credits alone."""

from generator.model import Picture
from generator.pictures import (
    MAX_CAPTION,
    belong_together,
    is_credit,
    is_file_name,
    make_picture,
    split_credit,
)
from generator.pointers import is_read_more, label_kind
from generator.rows import Row, groups_of
from generator.sight import Sight


_LONGEST_CAPTION = 450


def find_pictures(sight: Sight) -> None:
    """Reads runs of two to five lines and lines that stand alone with a credit."""
    for start, end in groups_of(sight.rows):
        rows = sight.rows[start:end]
        if rows[0].kind is not None or "\t" in rows[0].text:
            continue
        if 2 <= len(rows) <= 5 and all(len(row.text) <= MAX_CAPTION for row in rows):
            _read_group(sight, start, rows)
        elif len(rows) == 1:
            _read_alone(sight, start, rows[0])


def _read_group(sight: Sight, start: int, rows: list[Row]) -> None:
    kept = [row for row in rows if row.group is None and label_kind(row.folded) is None]
    if len(kept) < 2 or any(is_read_more(row.text) for row in kept):
        if len(kept) == 1 and is_credit(kept[0].text) and len(rows) == 2:
            _take(
                sight,
                start,
                rows,
                Picture(credit=make_picture("", [kept[0].text]).credit),
                "caption",
                "a credit",
            )
        return
    first, below = kept[0], [row.text for row in kept[1:]]
    if len(kept) == 2 and is_credit(first.text) and not is_credit(kept[1].text):
        first, below = kept[1], [first.text]
    together = (
        belong_together(first.text, below[0])
        and len(below[0]) <= _LONGEST_CAPTION
        and not first.text.endswith(":")
    )
    credited = is_credit(below[-1]) or bool(split_credit(below[-1])[1])
    if len(first.text) > _LONGEST_CAPTION:
        return
    if together and len(kept) == 2 and len(below[0]) > 6 * len(first.text):
        return
    if together:
        rule = "the caption repeats the alternative text above it"
    elif credited:
        rule = "the lines under it end in a credit"
    elif is_file_name(first.text):
        rule = "the line above is the name of a picture's file"
    else:
        return
    if is_credit(first.text):
        _take(sight, start, rows, make_picture("", [first.text, *below]), "caption", rule)
    else:
        _take(sight, start, rows, make_picture(first.text, below), "alt", rule)


def _read_alone(sight: Sight, start: int, row: Row) -> None:
    if is_file_name(row.text):
        _take(sight, start, [row], Picture(alt=row.text), "alt", "the name of a picture's file")
    elif row.group is None and is_credit(row.text):
        _take(sight, start, [row], make_picture("", [row.text]), "caption", "a credit on a line of its own")
    elif row.group is None and 20 < len(row.text) <= MAX_CAPTION and _is_caption(row.text):
        _take(
            sight,
            start,
            [row],
            make_picture("", [row.text]),
            "caption",
            "a picture's caption ends in a credit",
        )


def _is_caption(text: str) -> bool:
    """Whether a line ends in a credit; a bare name in brackets is one only behind a short line."""
    words, credit = split_credit(text)
    return bool(credit) and len(words.split()) >= 2 and (len(text) < 350 or ":" in credit[:30])


def _take(sight: Sight, start: int, rows: list[Row], picture: Picture, first: str, rule: str) -> None:
    sight.pictures[start] = (picture, len(rows))
    for i, row in enumerate(rows):
        row.read_as("alt" if first == "alt" and i == 0 else "caption", rule)
