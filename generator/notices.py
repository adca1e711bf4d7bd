"""Long notices of a page, told by how they begin: rights, consent, rules for comments."""

import re
from functools import cache

from generator.characters import fold
from generator.rulebook import table

BEGINNING = 160
"""Characters of a line that are looked at."""
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


def notice_of(line: str) -> str | None:
    """The group of `rules/furniture.yaml` to which a line belongs that begins as a notice does; None for any other."""
    found = _beginnings().match(fold(line[:BEGINNING]))
    return found.lastgroup if found else None


@cache
def _beginnings() -> re.Pattern[str]:
    groups = [
        f"(?P<{group}>{'|'.join(_GROUP.sub('(?:', row[0]) for row in rows)})"
        for group, rows in table("notices").items()
    ]
    return re.compile("|".join(groups))
