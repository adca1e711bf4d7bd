"""Notices of a page, told by how they begin: rights, consent, rules for comments."""

from functools import cache

from generator.rulebook import LineTable, table

SHORTEST = 80
"""Characters of a notice."""
BEGINNING = 160
"""Characters of a line that are looked at."""


def notice_of(folded: str) -> str | None:
    """The group of `rules/furniture.yaml` to which a folded line belongs that begins as a notice does; None for any
    other."""
    return _beginnings().group(folded[:BEGINNING])


@cache
def _beginnings() -> LineTable:
    groups = table("notices").items()
    return LineTable({group: [(f"(?:{row[0]}).*", *row[1:]) for row in rows] for group, rows in groups})
