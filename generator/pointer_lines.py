"""Finds the pointers to other articles, on one line or below a label."""

from generator.datelines import RELATIVE
from generator.model import ReadMore
from generator.names import lead_of
from generator.pictures import is_credit, split_credit
from generator.pointers import OPENING, is_list_of_words, is_read_more, label_kind
from generator.rows import Row
from generator.sight import Sight

_LONGEST_HEADLINE = 200
_MOST = 12
"""Lines of one list."""
_TOLD = 20
"""Characters from which a headline that the line below begins with is no accident."""
_SHORT = 60
_WORD = 5
"""Characters of a word that a headline and the words of its picture have in common."""
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
    if first is None or (first == i + 2 and not _is_alternative(rows[i + 1], rows[first])):
        return
    after = rows[first + 1] if first + 1 < len(rows) else None
    if kind == "button" and not (rows[i - 1].prose and after is not None and after.prose):
        return
    rows[i].read_as("read_more_label", "announces another article")
    label = rows[i].text.rstrip(" :")
    if first == i + 2:
        rows[i + 1].read_as("furniture", "the alternative text of a pointer's picture")
    box = _box(rows, first) if kind == "pointer" else first
    if box > first:
        for row in rows[first:box]:
            row.read_as("furniture", f"a box of other articles below “{label}”")
        return
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


def _box(rows: list[Row], first: int) -> int:
    """Where a box ends that shows other articles with more than a headline each; `first` where there is none.

    A box is told by headlines without a blank line between, or by what stands below the headline: who wrote it, how
    long ago, or the headline once more with a teaser.
    """
    last = first + 1
    while last < len(rows) and rows[last].joined and _is_headline(rows[last]):
        last += 1
    if last > first + 1:
        return last
    if last == len(rows) or rows[last].kind is not None:
        return first
    below = rows[last]
    told_again = len(rows[first].folded) >= _TOLD and below.folded.startswith(rows[first].folded)
    if told_again and below.folded != rows[first].folded:
        return last + 1
    if (below.text.endswith(("...", "…")) and len(below.text) < _LONGEST_HEADLINE) or (
        len(below.text) < _SHORT
        and not below.ends
        and (lead_of(below.text) is not None or RELATIVE.fullmatch(below.text) is not None)
    ):
        return last + 1
    return first


def _is_alternative(row: Row, headline: Row) -> bool:
    """Whether a line between label and headline is the words of the headline's picture: the two share words."""
    return (
        row.kind is None
        and row.group is None
        and not row.ends
        and not row.text.endswith(":")
        and len(row.text) < 80
        and any(len(word) >= _WORD for word in set(row.folded.split()) & set(headline.folded.split()))
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
        and "@" not in row.text
        and not is_list_of_words(row.text)
        and not is_credit(row.text)
        and not split_credit(row.text)[1]
    )
