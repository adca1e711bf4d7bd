"""Finds the pointers to other articles, on one line or below a label."""

from generator.model import ReadMore
from generator.pointer_boxes import box_end, first_headline, is_headline, pictures_among
from generator.pointers import OPENING, is_read_more, label_kind
from generator.rows import Row
from generator.sight import Sight

_MOST = 12
"""Lines of one list."""
_REACH = 5
"""Lines before and behind the text within which a list of other articles still belongs to it."""


def find_pointers(sight: Sight) -> None:
    """Reads `Read more: HEADLINE`, and headlines below a label on a line of its own."""
    rows = sight.rows
    for i, row in enumerate(rows):
        if row.kind is not None:
            continue
        found = is_read_more(row.text)
        if found:
            sight.pointers[i] = (found, 1)
            row.read_as("read_more", f"a headline after “{found.label}”")
            continue
        kind = label_kind(row.folded)
        near = sight.start - _REACH <= i < sight.end + _REACH
        if kind in ("pointer", "list", "button") and near and i + 1 < len(rows):
            _below_label(sight, i, kind)


def _below_label(sight: Sight, i: int, kind: str) -> None:
    """A headline below the label; between the two may stand the words of its picture and the name of a section."""
    rows = sight.rows
    first = first_headline(rows, i)
    if first is None:
        return
    after = rows[first + 1] if first + 1 < len(rows) else None
    if kind == "button" and not (rows[i - 1].prose and after is not None and after.prose):
        return
    rows[i].read_as("read_more_label", "announces another article")
    label = rows[i].text.rstrip(" :")
    for row in rows[i + 1 : first]:
        row.read_as("furniture", "the words of a pointer's picture")
    box = box_end(sight, first) if kind == "pointer" else first
    if box > first:
        for row in rows[first:box]:
            row.read_as("furniture", f"a box of other articles below “{label}”")
        return
    listed = _list(rows, first) if kind == "list" else [rows[first]]
    pictures = pictures_among(listed)
    for j, row in enumerate(listed):
        if j in pictures:
            row.read_as("furniture", "the words of a pointer's picture")
        else:
            sight.pointers[first + j] = (ReadMore(row.text.lstrip(OPENING), label), 1)
            row.read_as("read_more", f"a headline below “{label}”")


def _list(rows: list[Row], first: int) -> list[Row]:
    """The headlines of a list, and what stands between them and looks like one."""
    last = first + 1
    while last < len(rows) and is_headline(rows[last]) and rows[last].score < 0 and last - first < _MOST:
        last += 1
    return rows[first:last]
