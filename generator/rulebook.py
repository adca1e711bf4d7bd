"""The tables beside the code (`rules/*.yaml`), read once and compiled.

A table of lines is `{group: [row, ...]}`. A row that is a text is a whole line as a page has it, its own
example, compared in folded form. A row of two is a regular expression for the whole folded line and an
example of it. The tests try every example.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.characters import fold

RULES = Path(__file__).parent / "rules"
LONGEST = 260
"""No pattern is tried on a longer line."""

Row: TypeAlias = str | Sequence[str]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


@cache
def table(name: str) -> Any:
    """What `rules/NAME.yaml` holds."""
    return yaml.load((RULES / f"{name}.yaml").read_text("utf-8"), Loader=_LOADER)


class LineTable:
    """Tells to which group of a table a folded line belongs."""

    def __init__(self, groups: Mapping[str, Sequence[Row]]) -> None:
        self._lines: dict[str, str] = {}
        self._groups: list[str] = []
        patterns: list[str] = []
        for group, rows in groups.items():
            special = [_GROUP.sub("(?:", row[0]) for row in rows if not isinstance(row, str)]
            for row in rows:
                if isinstance(row, str):
                    self._lines.setdefault(fold(row), group)
            if special:
                self._groups.append(group)
                patterns.append("(" + "|".join(f"(?:{row})" for row in special) + ")")
        self._pattern = re.compile("(?:" + "|".join(patterns) + r")\Z") if patterns else None

    def group(self, folded: str) -> str | None:
        """The group of the row that is this line, None where no row is."""
        known = self._lines.get(folded)
        if known is None and self._pattern is not None and len(folded) <= LONGEST:
            found = self._pattern.match(folded)
            if found is not None and found.lastindex is not None:
                known = self._groups[found.lastindex - 1]
        return known


@cache
def line_table(name: str) -> LineTable:
    """The table of lines in `rules/NAME.yaml`."""
    return LineTable(table(name))


def examples(name: str) -> Iterator[tuple[str, str]]:
    """Group and example of each row of a table of lines."""
    for group, rows in table(name).items():
        for row in rows:
            yield group, row if isinstance(row, str) else row[1]
