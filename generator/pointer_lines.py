"""Finds the pointers to other articles, on one line or below a label."""

from generator.model import ReadMore
from generator.pointers import OPENING, is_read_more, label_kind
from generator.rows import Row
from generator.sight import Sight

_LONGEST_HEADLINE = 200
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
    """A headline below the label; between the two may stand the alternative text of its picture."""
    rows = sight.rows
    first = next((j for j in (i + 1, i + 2) if j < len(rows) and _is_headline(rows[j])), None)
    if first is None or (first == i + 2 and not _is_alternative(rows[i + 1])):
        return
    after = rows[first + 1] if first + 1 < len(rows) else None
    if kind == "button" and not (rows[i - 1].prose and after is not None and after.prose):
        return
    rows[i].read_as("read_more_label", "announces another article")
    label = rows[i].text.rstrip(" :")
    if first == i + 2:
        rows[i + 1].read_as("furniture", "the alternative text of a pointer's picture")
    last = first
    while (
        last < len(rows)
        and (last == first or kind == "list")
        and _is_headline(rows[last])
        and last <= i + _MOST
    ):
        title = rows[last].text.lstrip(OPENING)
        sight.pointers[last] = (ReadMore(title, label), 1)
        rows[last].read_as("read_more", f"a headline below “{label}”")
        last += 1


def _is_alternative(row: Row) -> bool:
    """Whether a line between label and headline may be the words of the headline's picture."""
    return (
        row.kind is None
        and row.group is None
        and not row.ends
        and not row.text.endswith(":")
        and len(row.text) < 80
    )


def _is_headline(row: Row) -> bool:
    begins = next((c for c in row.text if c.isalnum()), "")
    return (
        row.kind is None
        and row.group is None
        and 15 <= len(row.text) <= _LONGEST_HEADLINE
        and not begins.islower()
        and label_kind(row.folded) is None
        and not row.text.endswith((".", ":"))
        and len(row.text.split()) >= 3
    )
