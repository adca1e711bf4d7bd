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
from generator.telling import choices

RULES = Path(__file__).parent / "rules"
LONGEST = 260
"""No pattern is tried on a longer line."""

Row: TypeAlias = str | Sequence[Any]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_ODD = re.compile(r"\\[()\[\]|]|\[[^\]]*[()|]")
"""Brackets and bars that stand for themselves."""
_SPECIAL, _MAYBE = frozenset("\\.[]{}*+?^$"), ("?", "*", "{")
_DIGIT = "0"


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
        self._rows = [[row for row in groups[group] if not isinstance(row, str)] for group in self._groups]
        self._first = {row[0]: begins(row[0]) for rows in self._rows for row in rows}
        self._firsts = frozenset[str]().union(*(first for first in self._first.values() if first))
        self._telling = tuple(part for rows in self._rows for row in rows if len(row) == 3 for part in row[2])
        self._patterns: dict[tuple[str, bool], re.Pattern[str]] = {}

    def group(self, folded: str) -> str | None:
        """The group of the row that is this line, None where no row is."""
        known = self._lines.get(folded)
        if known is None and len(folded) <= LONGEST:
            told = False
            for part in self._telling:
                if part in folded:
                    told = True
            key = (_kind(folded[:1]), told)
            found = (self._patterns.get(key) or self._pattern(*key)).match(folded)
            if found is not None and found.lastindex is not None:
                known = self._groups[found.lastindex - 1]
        return known

    def _pattern(self, letter: str, told: bool) -> re.Pattern[str]:
        """The rows that may fit a line that begins with `letter`, with a capturing group for each group of rows."""
        if letter not in self._firsts:
            letter = ""
        if (letter, told) not in self._patterns:
            self._patterns[letter, told] = _pattern(
                [
                    [
                        row
                        for row in rows
                        if (len(row) == 2 or told) and letter in (self._first[row[0]] or {letter})
                    ]
                    for rows in self._rows
                ]
            )
        return self._patterns[letter, told]


def begins(pattern: str) -> frozenset[str] | None:
    """The characters with which a line may begin that a regular expression fits, `0` for any digit; None where those
    are not few.

    >>> sorted(begins("(see|view) all|(the )?more"))
    ['m', 's', 't', 'v']
    """
    if _ODD.search(pattern):
        return None
    found: set[str] = set()
    for choice in choices(pattern):
        rest = choice
        while rest.startswith("("):
            end = _end_of_group(rest)
            inner = begins(rest[1:end].removeprefix("?:"))
            if inner is None:
                return None
            found |= inner
            rest = rest[end + 1 :]
            if rest[:1] not in ("?", "*") and not rest.startswith("{0"):
                break
            rest = rest[1:] if rest[0] != "{" else rest.partition("}")[2]
        else:
            digits = rest.startswith("\\d")
            if not rest or (rest[0] in _SPECIAL and not digits) or rest[1 + digits : 2 + digits] in _MAYBE:
                return None
            found.add(_DIGIT if digits else _kind(rest[0]))
    return frozenset(found)


def _kind(character: str) -> str:
    """A character, one for all digits."""
    return _DIGIT if character.isdecimal() else character


def _end_of_group(pattern: str) -> int:
    depth = 0
    for i, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if not depth:
            return i
    return len(pattern)


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
