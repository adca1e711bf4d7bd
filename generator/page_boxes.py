"""Lines in boxes of the page: known lines or furniture stand on both sides of them, or right beside them."""

from functools import cache

from generator.furniture import BRIEF
from generator.rows import Row
from generator.rulebook import table
from generator.sight import Sight

_LEAST_WITHIN, _LEAST_BEHIND = 0.0, -1.0
"""Odds below which a short line between two of the page is of it: above and within the text, and behind it."""
_LOOKED_AT = 300
"""Characters of a line that are looked at."""
_QUOTES = frozenset('"“”„«»')


def find_boxes(sight: Sight) -> None:
    """Sets aside what is left of boxes, once all other lines of the page are told; not on a page of few lines.

    One line beside a box line is a known one, since what the weights tell of others may be wrong for a whole list.
    """
    rows = sight.rows
    if len(rows) <= BRIEF:
        return
    furniture = [row.kind == "furniture" for row in rows]
    for i in range(1, len(rows) - 1):
        above, row, below = rows[i - 1 : i + 2]
        if row.kind is not None or "\t" in row.text:
            continue
        known = (furniture[i - 1] and above.group is not None, furniture[i + 1] and below.group is not None)
        between = furniture[i - 1] and furniture[i + 1] and any(known)
        if (row.joined and known[0]) or (below.joined and known[1]):
            row.read_as("furniture", "it is joined to a known line of the page")
        elif between and any(name.startswith("promotion") for name in sight.features[i]):
            row.read_as("furniture", "the page speaks of itself between two of its lines")
        elif (
            between
            and not (row.prose or row.ends)
            and row.score < (_LEAST_BEHIND if i >= sight.end else _LEAST_WITHIN)
        ):
            row.read_as("furniture", "it stands between two lines of the page")
        elif all(known) and _speaks_to_reader(row):
            row.read_as("furniture", "the page speaks to its reader between two of its lines")


def _speaks_to_reader(row: Row) -> bool:
    """Whether a line has a word to the reader, and nobody else is quoted in it."""
    text = row.text[:_LOOKED_AT]
    return _QUOTES.isdisjoint(text) and not _reader_words().isdisjoint(text.casefold().split())


@cache
def _reader_words() -> frozenset[str]:
    return frozenset(word for row in table("reader_words").values() for word in row["words"])
