"""Finds the pointers to other articles, on one line or below a label."""

from generator.model import ReadMore
from generator.pointers import is_read_more, label_kind
from generator.rows import Row
from generator.sight import Sight

_LONGEST_HEADLINE = 200
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
    rows = sight.rows
    if not _is_headline(rows[i + 1]):
        return
    after = rows[i + 2] if i + 2 < len(rows) else None
    if kind == "button" and not (rows[i - 1].prose and after is not None and after.prose):
        return
    rows[i].read_as("read_more_label", "announces another article")
    label = rows[i].text.rstrip(" :")
    last = i + 1
    while (
        last < len(rows) and (last == i + 1 or kind == "list") and _is_headline(rows[last]) and last <= i + 12
    ):
        sight.pointers[last] = (ReadMore(rows[last].text, label), 1)
        rows[last].read_as("read_more", f"a headline below “{label}”")
        last += 1


def _is_headline(row: Row) -> bool:
    return (
        row.kind is None
        and row.group is None
        and 15 <= len(row.text) <= _LONGEST_HEADLINE
        and not row.text.endswith((".", ":"))
        and len(row.text.split()) >= 3
    )
