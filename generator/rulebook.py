"""The tables beside the code (`rules/*.yaml`), read once and compiled.

A table of lines is `{group: [row, ...]}`. A row that is a text is a whole line as a page has it, its own
example, compared in folded form. A row of two is a regular expression for the whole folded line and an
example of it. A row of three has besides what one of which is in every line that it fits, so that a dear
expression is tried on few lines. The tests try every example.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.by_word import ByWord
from generator.characters import fold
from generator.telling import choices, ungrouped

RULES = Path(__file__).parent / "rules"
LONGEST = 260
"""No pattern is tried on a longer line."""

Row: TypeAlias = str | Sequence[Any]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
        self._telling = tuple(part for _, row in patterns if len(row) == 3 for part in row[2])
        bundles: dict[tuple[bool, frozenset[str]], list[tuple[int, str]]] = {}
        for group, row in patterns:
            ways = begins(row[0]) or frozenset([""])
            bundles.setdefault((len(row) == 3, ways), []).append((self._groups.index(group), row[0]))
        self._begun: dict[tuple[bool, str], list[_Bundle]] = {}
        for (dear, ways), rows in bundles.items():
            bundle = _Bundle(rows)
            for way in ways:
                self._begun.setdefault((dear, way), []).append(bundle)
        self._usual = ByWord(partial(self._bundles, dear=False))
        self._dear = ByWord(partial(self._bundles, dear=True))

    def group(self, folded: str) -> str | None:
        """The group of the row that is this line, None where no row is."""
        return self.groups([folded])[0]

    def groups(self, page: Sequence[str]) -> list[str | None]:
        """The groups of the lines of a page. Whether a dear pattern may fit is told for all of them at once."""
        joined = "\n".join(page)
        dear = any(part in joined for part in self._telling)
        lines = self._lines
        return [lines.get(folded) or (self._fitting(folded, dear) if folded else None) for folded in page]

    def _fitting(self, folded: str, dear: bool) -> str | None:
        """The first group of which a pattern fits the line."""
        if len(folded) > LONGEST:
            return None
        first, beginning = len(self._groups), beginning_of(folded)
        bundles = self._usual[beginning]
        for bundle in bundles + self._dear[beginning] if dear else bundles:
            found = bundle.pattern.match(folded)
            if found is not None and found.lastindex is not None:
                first = min(first, bundle.groups[found.lastindex - 1])
        return self._groups[first] if first < len(self._groups) else None

    def _bundles(self, beginning: str, *, dear: bool) -> tuple["_Bundle", ...]:
        """The rows that may fit a line that begins so."""
        ways = [beginning[:length] for length in range(len(beginning) + 1)]
        return tuple(bundle for way in ways for bundle in self._begun.get((dear, way), ()))


class _Bundle:
    """Rows of a table that may begin in the same ways, as one pattern for a whole line."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        by_group: dict[int, list[str]] = {}
        for group, pattern in rows:
            by_group.setdefault(group, []).append(ungrouped(pattern))
        self._by_group = by_group
        self.groups = tuple(by_group)
        """The numbers of the groups, in the order of the capturing groups of the pattern."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed: most never are."""
        groups = [f"({'|'.join(f'(?:{row})' for row in rows)})" for rows in self._by_group.values()]
        return re.compile(rf"(?:{'|'.join(groups)})\Z")


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


def any_row(name: str, *groups: str) -> str:
    """A regular expression for what any of the patterns of some groups of `rules/NAME.yaml` fits."""
    return "|".join(f"(?:{ungrouped(row[0])})" for group in groups for row in table(name)[group])


@cache
def line_table(name: str) -> LineTable:
    """The table of lines in `rules/NAME.yaml`."""
    return LineTable(table(name))


def examples(name: str) -> Iterator[tuple[str, str]]:
    """Group and example of each row of a table of lines."""
    for group, rows in table(name).items():
        for row in rows:
            yield group, row if isinstance(row, str) else row[1]
