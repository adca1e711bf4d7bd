"""Long notices of a page, told by how they begin: rights, consent, rules for comments."""

import re
from functools import cache

from generator.characters import fold
from generator.rulebook import any_row, table

SHORTEST = 80
"""Characters of a notice."""
BEGINNING = 160
"""Characters of a line that are looked at."""


def notice_of(line: str) -> str | None:
    """The group of `rules/furniture.yaml` to which a line belongs that begins as a notice does; None for any other."""
    found = _beginnings().match(fold(line[:BEGINNING]))
    return found.lastgroup if found else None


@cache
def _beginnings() -> re.Pattern[str]:
    groups = [f"(?P<{group}>{any_row('notices', group)})" for group in table("notices")]
    return re.compile("|".join(groups))
