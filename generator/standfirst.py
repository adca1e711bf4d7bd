"""Finds the standfirst: what sums an article up between its headline and its byline, date or first paragraph."""

from generator.credits import is_credit
from generator.promotion import times_promoted
from generator.sight import Sight
from generator.weights import threshold

_LEAST = 30
_LEAST_WORDS = 6
_LONGEST = 260
_FARTHEST = 6
"""Lines below the headline, or below the first line of a page that does not repeat it, within which it stands."""
_OTHER = frozenset({"capitals", "mostly capitals"})
"""Features of headlines of other articles and of menus."""
_MOST = 3
"""A standfirst is of up to three lines; more of them are a list of other articles."""


def find_standfirst(sight: Sight) -> None:
    """Keeps the first unknown line of some length below the headline, and those that go with it, as text.

    Such a line often has no full stop and stands apart from the text, as lines of the page do. One in which the page
    speaks of itself, that it has again or that holds the headline, or that stands in a list of its like is none.
    """
    rows = sight.rows
    first = sight.anchor + 1
    last = min(first + _FARTHEST, sight.start)
    at = next((i for i in range(first, last) if _may_be(sight, i)), last)
    end = at
    while end < sight.start and _may_be(sight, end):
        end += 1
    if end == at:
        return
    said = [row.folded for row in rows]
    if end - at > _MOST or any(said.count(row.folded) > 1 for row in rows[at:end]):
        return
    if not any(row.score < threshold() for row in rows[at:end]):
        return  # the place alone will not set it aside
    for row in rows[at:end]:
        row.read_as("body", "the standfirst: a line of some length below the headline, before the text")
    sight.summary = " ".join(row.text for row in rows[at:end])


def _may_be(sight: Sight, i: int) -> bool:
    row = sight.rows[i]
    return (
        row.kind is None
        and row.group is None
        and _LEAST <= len(row.text) <= _LONGEST
        and len(row.text.split()) >= _LEAST_WORDS
        and "\t" not in row.text
        and sight.folded_title not in row.folded
        and not _OTHER.intersection(sight.features[i])
        and not times_promoted(row.folded)
        and not is_credit(row.text)
    )
