"""The tables beside the code (`rules/*.yaml`), read once and compiled.

A table of lines is `{group: [row, ...]}`. A row that is a text is a whole line as a page has it, its own
example, compared in folded form. A row of two is a regular expression for the whole folded line and an
example of it. A row of three has besides what one of which is in every line that it fits, so that a dear
expression is tried on few lines. The tests try every example.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.by_word import ByWord
from generator.characters import fold
from generator.telling import choices

RULES = Path(__file__).parent / "rules"
LONGEST = 260
"""No pattern is tried on a longer line."""

Row: TypeAlias = str | Sequence[Any]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_ESCAPED, _CLASS = re.compile(r"\\[()\[\]|]"), re.compile(r"\[[^\]]*[()|][^\]]*\]")
"""Brackets and bars that stand for themselves."""
_BEGINNING = 4
"""Characters of a line by which the patterns are chosen that it is tried against."""
_LITERAL = re.compile(r"[^\\.\[\](){}*+?^$|]{1,5}")
_DIGITS = re.compile(r"\\d|\[\\d[.,]*\]")
_MAYBE = ("?", "*", "{")
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
        patterns = [
            (group, tuple(row)) for group in self._groups for row in groups[group] if not isinstance(row, str)
        ]
        self._rows = [(group, row[0], len(row) == 3) for group, row in patterns]
        self._telling = tuple(part for _, row in patterns if len(row) == 3 for part in row[2])
        self._begun: dict[str, list[int]] = {}
        for number, (_, pattern, _) in enumerate(self._rows):
            for beginning in begins(pattern) or ("",):
                self._begun.setdefault(beginning, []).append(number)
        self._compiled: dict[tuple[int, ...], re.Pattern[str]] = {}
        self._usual = ByWord(partial(self._patterns, told=False))
        self._whole = ByWord(partial(self._patterns, told=True))

    def group(self, folded: str) -> str | None:
        """The group of the row that is this line, None where no row is."""
        known = self._lines.get(folded)
        if known is None and len(folded) <= LONGEST:
            by_beginning = self._usual
            for part in self._telling:
                if part in folded:
                    by_beginning = self._whole
            first = len(self._groups)
            for pattern in by_beginning[beginning_of(folded)]:
                found = pattern.match(folded)
                if found is not None and found.lastindex is not None:
                    first = min(first, found.lastindex - 1)
            if first < len(self._groups):
                known = self._groups[first]
        return known

    def _patterns(self, beginning: str, *, told: bool) -> tuple[re.Pattern[str], ...]:
        """The rows that may fit a line that begins so, as one pattern, and those that may fit any line, as another."""
        ways = [beginning[:length] for length in range(1, len(beginning) + 1)]
        own = {number for way in ways for number in self._begun.get(way, ())}
        return tuple(self._one(rows, told) for rows in (own, self._begun.get("", ())) if rows)

    def _one(self, numbers: Iterable[int], told: bool) -> re.Pattern[str]:
        """A pattern of some rows, with a capturing group for each group."""
        chosen = tuple(sorted(number for number in numbers if told or not self._rows[number][2]))
        if chosen not in self._compiled:
            by_group: dict[str, list[str]] = {group: [] for group in self._groups}
            for number in chosen:
                group, pattern, _ = self._rows[number]
                by_group[group].append(pattern)
            self._compiled[chosen] = _pattern(by_group.values())
        return self._compiled[chosen]


def beginning_of(line: str) -> str:
    """What a line's patterns are chosen by: its first characters, one sign for all that begin with a digit."""
    return _DIGIT if line[:1].isdecimal() else line[:_BEGINNING]


def begins(pattern: str) -> frozenset[str] | None:
    """How a line may begin that a regular expression fits, up to four characters, `0` for any digit; None where that
    cannot be told.

    >>> sorted(begins("(see|view) all|(the )?more|\\d+ photos"))
    ['0', 'more', 'see', 'the ', 'view']
    """
    found: set[str] = set()
    for choice in choices(_CLASS.sub("[.]", _ESCAPED.sub(r"\\.", pattern))):
        rest = choice
        while True:
            if rest.startswith("("):
                end = _end_of_group(rest)
                inner = begins(rest[1:end].removeprefix("?:"))
                if inner is None:
                    return None
                found |= inner
                rest = rest[end + 1 :]
                if rest[:1] not in ("?", "*") and not rest.startswith("{0"):
                    break
                rest = rest[1:] if rest[0] != "{" else rest.partition("}")[2]
                continue
            if digits := _DIGITS.match(rest):
                if rest[digits.end() :].startswith(("?", "*", "{0")):
                    return None
                found.add(_DIGIT)
                break
            literal = _LITERAL.match(rest)
            if literal is None:
                return None
            sure = literal[0][: -1 if rest[literal.end() : literal.end() + 1] in _MAYBE else None]
            if not sure:
                if rest[1] != "?":
                    return None
                found.add(beginning_of(rest[0]))
                rest = rest[2:]
                continue
            found.add(beginning_of(sure))
            break
    return frozenset(found)


def _end_of_group(pattern: str) -> int:
    depth = 0
    for i, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if not depth:
            return i
    return len(pattern)


def _pattern(groups: Iterable[Sequence[str]]) -> re.Pattern[str]:
    """A pattern with a capturing group for each group of patterns; of none, one that fits no line but an empty one."""
    parts = [
        "(" + "|".join(f"(?:{_GROUP.sub('(?:', pattern)})" for pattern in patterns) + ")"
        if patterns
        else "((?!))"
        for patterns in groups
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
