"""The tables beside the code (`rules/*.yaml`), read once and compiled.

A table of lines is `{group: [row, ...]}`. A row that is a text is a whole line as a page has it, its own
example, compared in folded form. A row of two is a regular expression for the whole folded line and an
example of it. A row of three has besides what one of which is in every line that it fits, so that a dear
expression is tried on few lines. The tests try every example.
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

Row: TypeAlias = str | Sequence[Any]

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
        self._groups = [
            group for group, rows in groups.items() if not all(isinstance(row, str) for row in rows)
        ]
        for group, rows in groups.items():
            for row in rows:
                if isinstance(row, str):
                    self._lines.setdefault(fold(row), group)
        special = [[row for row in groups[group] if not isinstance(row, str)] for group in self._groups]
        self._whole = _pattern(special)
        self._usual = _pattern([[row for row in rows if len(row) == 2] for rows in special])
        self._telling = tuple(part for rows in special for row in rows if len(row) == 3 for part in row[2])

    def group(self, folded: str) -> str | None:
        """The group of the row that is this line, None where no row is."""
        known = self._lines.get(folded)
        if known is None and len(folded) <= LONGEST:
            pattern = self._usual
            for part in self._telling:
                if part in folded:
                    pattern = self._whole
            found = pattern.match(folded)
            if found is not None and found.lastindex is not None:
                known = self._groups[found.lastindex - 1]
        return known


def _pattern(groups: Sequence[Sequence[Sequence[Any]]]) -> re.Pattern[str]:
    """A pattern with a capturing group for each group of rows; of no rows, one that fits no line but an empty one."""
    parts = [
        "(" + "|".join(f"(?:{_GROUP.sub('(?:', row[0])})" for row in rows) + ")" if rows else "((?!))"
        for rows in groups
    ]
    return re.compile("(?:" + "|".join(parts) + r")\Z")


@cache
def line_table(name: str) -> LineTable:
    """The table of lines in `rules/NAME.yaml`."""
    return LineTable(table(name))


def examples(name: str) -> Iterator[tuple[str, str]]:
    """Group and example of each row of a table of lines."""
    for group, rows in table(name).items():
        for row in rows:
            yield group, row if isinstance(row, str) else row[1]
