"""What stands behind the text and is the page's by where it stands: comments, rows of tags, what is far behind."""

from generator.rows import Row
from generator.sight import Sight

_FAR, _FAR_SENTENCE, _LEAST_FAR = 6, 12, -1.5
"""Lines behind the text from which a line, and a sentence below comments or other articles, is the page's already
where that much speaks against it."""
_OTHERS = frozenset({"comments", "popular"})
_TAG, _TAGS = 3, 3
"""Words of a tag, and so many in a row."""


def grounds_behind(sight: Sight, *, crowded: bool) -> dict[int, str]:
    """By index, why lines behind the text are of the page; `crowded`: the page has much around its text."""
    rows = sight.rows
    found: dict[int, str] = {}
    commented = known = others = False
    tags: list[int] = []
    for i in range(sight.end, len(rows)):
        row = rows[i]
        if commented and row.score < 0:
            found[i] = "it stands below the line that begins the comments"
        elif crowded and row.score < _LEAST_FAR and _is_far(row, i - sight.end, known=known, others=others):
            found[i] = "it stands far behind the end of the text"
        tags = [*tags, i] if _may_be_tag(row) else []
        if len(tags) >= _TAGS:
            found.update(dict.fromkeys(tags, "one of several words in a row behind the text"))
        commented = commented or row.group == "comments"
        known = known or row.group is not None
        others = others or row.group in _OTHERS
    return found


def _is_far(row: Row, lines: int, *, known: bool, others: bool) -> bool:
    """Whether a line stands so many lines behind the text that it is hardly of it.

    A sentence may be the end of the text, and so may a list, where no known line parts them.
    """
    if row.ends or row.prose:
        return lines >= _FAR_SENTENCE and others
    return lines >= _FAR and (known or not form_of(row))


def form_of(row: Row) -> str:
    """What an item of a list begins with: its mark, or `1` for a number; empty for a word."""
    return "1" if row.text[0].isdigit() else "" if row.text[0].isalpha() else row.text[0]


def _may_be_tag(row: Row) -> bool:
    few = len(row.text.split()) <= _TAG
    free = row.kind is None and row.group is None and row.score < 0 and not form_of(row)
    return few and free and not row.ends and not row.text.endswith(":")
