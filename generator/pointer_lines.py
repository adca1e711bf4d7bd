"""Finds the pointers to other articles, on one line or below a label."""

import re
from itertools import takewhile

from generator.dates import moments
from generator.model import ReadMore
from generator.pointer_boxes import (
    LIKE_TEXT,
    box_end,
    ends_in_date,
    first_headline,
    headlines_below,
    is_dated,
    is_headline,
    is_said_of_headline,
    mark_of,
    pictures_among,
)
from generator.pointers import OPENING, is_read_more, label_kind, names_subjects
from generator.rows import Row
from generator.sight import Sight

_MOST = 12
"""Lines of one list."""
_REACH = 5
"""Lines before and behind the text within which a list of other articles still belongs to it."""
_GOES_ON = 3.0
"""Log odds by which a sentence right behind the headlines of a label amid the text is rather text."""
_LEAST = 3
"""Words of a headline that only an arrow or brackets announce."""
_ARROWS = ">→➤➜➔["
_TWICE = frozenset({">>", "→→", "➜➜"})
"""Marks that several lines below each other may begin with; with one of them they are a list of the text."""
_CERTAIN = 2
"""Words of a label that is nothing else, even where no headline stands below it."""
_SORT = re.compile(r"(?P<label>[^\W\d_a-zß-öø-ÿ]{4,}(?: [^\W\d_a-zß-öø-ÿ]+){0,2})\. (?=\S)")
"""A word in capitals that says of what sort a pointer is: `> VIDÉO. Le chenal rouvre`."""


def find_pointers(sight: Sight) -> None:
    """Reads `Read more: HEADLINE`, and headlines below a label on a line of its own."""
    rows = sight.rows
    for i, row in enumerate(rows):
        if row.kind is not None:
            continue
        found = is_read_more(row.text) or (_marked(sight, i) if row.text[0] in _ARROWS else None)
        if found and not ends_in_date(row, sight):
            sight.pointers[i] = (found, 1)
            row.read_as("read_more", f"a headline after “{found.label}”")
            continue
        if names_subjects(row.text):
            row.read_as("furniture", "the subjects of other articles")
            continue
        kind = label_kind(row.folded)
        near = sight.start - _REACH <= i < sight.end + _REACH
        if kind and near and i + 1 < len(rows):
            _below_label(sight, i, kind)
        elif kind in ("pointer", "list") and (i >= sight.end or i + 1 == len(rows)):
            row.read_as("furniture", "announces other articles, and none is of the text")
            _take_headlines(sight, i)
        elif row.group == "popular" and i >= sight.end:
            _take_headlines(sight, i)


def _take_headlines(sight: Sight, label: int) -> None:
    """Sets aside the headlines below a label that stands behind the text, but no day among them."""
    for row in takewhile(is_headline, sight.rows[label + 1 :]):
        if not moments(row.text, sight.day):
            row.read_as("furniture", "a headline below a label behind the text")


def _marked(sight: Sight, i: int) -> ReadMore | None:
    """A headline that stands by itself amid the text, with an arrow before it or wholly in brackets."""
    rows = sight.rows
    row = rows[i]
    text = row.text.strip(OPENING + "<]")
    twice = row.text[:2] in _TWICE and not text.isupper()
    if (
        not sight.start < i < sight.end
        or row.joined
        or not (rows[i - 1].prose or (i + 1 < len(rows) and rows[i + 1].prose))
        or (
            not twice
            and any(other.text[0] == row.text[0] for other in (*rows[i - 2 : i], *rows[i + 1 : i + 3]))
        )
        or (row.text[0] == "[" and not row.text.endswith("]"))
        or len(text.split()) < _LEAST
        or text.endswith((".", "…", "..."))
        or not is_headline(row)
    ):
        return None
    sort = _SORT.match(text)
    return ReadMore(text[sort.end() :] if sort else text)


def _below_label(sight: Sight, i: int, kind: str) -> None:
    """Headlines below the label; before the first may stand the words of its picture and the name of a section."""
    rows = sight.rows
    first = first_headline(sight, i)
    if first is None:
        alone = (not rows[i + 1].prose and rows[i].score < 0) or len(rows[i].text.split()) >= _CERTAIN
        if kind in ("pointer", "list") and (alone or is_read_more(rows[i + 1].text)):
            rows[i].read_as("furniture", "announces other articles, and none stands below it")
            if kind == "pointer" and rows[i].joined and not rows[i - 1].joined and is_headline(rows[i - 1]):
                rows[i - 1].read_as("furniture", "a headline with a button right below it")
        return
    after = rows[first + 1] if first + 1 < len(rows) else None
    if kind in ("button", "brief") and not (rows[i - 1].prose and after is not None and after.prose):
        return
    rows[i].read_as("read_more_label", "announces another article")
    label = rows[i].text.rstrip(" :")
    for row in rows[i + 1 : first]:
        row.read_as("furniture", "the words of a pointer's picture, or its day")
    amid = headlines_below(sight, i, first) if kind == "pointer" else []
    box = box_end(sight, first) if kind == "pointer" and not amid else first
    if box > first:
        for row in rows[first:box]:
            row.read_as("furniture", f"a box of other articles below “{label}”")
        return
    listed = _list(sight, first) if kind == "list" else amid or [rows[first]]
    pictures = pictures_among(listed)
    for j, row in enumerate(listed):
        if j in pictures:
            row.read_as("furniture", "the words of a pointer's picture")
        elif is_dated(row, sight) or is_said_of_headline(row, sight):
            row.read_as("furniture", "who wrote the article that is pointed to, or when")
        else:
            sight.pointers[first + j] = (ReadMore(row.text.lstrip(OPENING), label), 1)
            row.read_as("read_more", f"a headline below “{label}”")
    behind = rows[first + len(listed) :][:1]
    if rows[i - 1].prose and behind and behind[0].ends and not (behind[0].group or is_headline(behind[0])):
        behind[0].score += _GOES_ON


def _list(sight: Sight, first: int) -> list[Row]:
    """The headlines of a list, and what stands between them and looks like one or is its day."""
    rows = sight.rows
    last = first + 1
    mark = mark_of(rows[first])
    while last < len(rows) and last - first < _MOST:
        row = rows[last]
        alike = mark and mark_of(row) == mark
        if not is_dated(row, sight) and not (is_headline(row) and (alike or row.score < LIKE_TEXT)):
            break
        last += 1
    days = [j for j in range(first, last) if is_dated(rows[j], sight)]
    return rows[first : last - (days == [last - 1])]  # one day alone, behind the list, is the article's own
