"""The lines of a capture as the reader works on them: each with its folded form and what is plain to see of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.characters import fold, visible
from generator.dates import Moment
from generator.model import LineKind
from generator.names import wire_of
from generator.notices import BEGINNING, SHORTEST, notice_of
from generator.rulebook import LONGEST, line_table

_ENDS = (
    ".",
    "!",
    "?",
    "…",
    '."',
    ".”",
    '!"',
    "!”",
    '?"',
    "?”",
    ".'",
    ".’",
    ".)",
    "“",
    "»",
    "。",
    "।",
    "؟",
    ".«",
)
_SIGNED = re.compile(r"[.!?…”“»] ?\(([^()]{2,40})\)$")
_CODE = re.compile(r"(?!FOTO)[A-ZÄÖÜ]{2,4}(?:[/, -]+[A-ZÄÖÜ]{2,4}|/[a-zäöü]{2,4})*")
"""A house's letters: `(TDG)`, `(KNA, DR)`."""
_SENTENCE = 70
"""Characters from which a line that ends as a sentence does is running text."""
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Row:
    """One non-blank line while it is being read. Kind and rule are set once, by the first stage that knows."""

    number: int
    text: str
    joined: bool
    """Whether the line stands right under another, no blank line between."""
    folded: str
    group: str | None
    """The group of `rules/furniture.yaml` it is a line of."""
    ends: bool
    """Whether it ends as a sentence does."""
    prose: bool
    """Whether it is long enough and ends so that it has to be running text."""
    digit: bool
    """Whether it holds a digit of any script."""
    kind: LineKind | None = None
    rule: str = ""
    moments: list[Moment] = field(default_factory=list)
    score: float = 0.0
    """Log odds that the line is text, by its place and looks."""

    def read_as(self, kind: LineKind, rule: str) -> None:
        """Settles what the line is, unless an earlier stage did."""
        if self.kind is None:
            self.kind, self.rule = kind, rule


def _signed(line: str) -> bool:
    """Whether an agency or a house in brackets signs a sentence: `… five per cent. (AFP)`."""
    found = _SIGNED.search(line)
    if found is None:
        return False
    return bool(wire_of(found[1])) or (len(line) >= _SENTENCE and _CODE.fullmatch(found[1]) is not None)


def rows_of(text: str) -> list[Row]:
    """The non-blank lines of a text."""
    has_digit = _DIGIT.search
    bare = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(number, line) for number, line in bare if line]
    folded = [fold(line) if len(line) <= LONGEST else "" for _, line in lines]
    groups = line_table("furniture").groups(folded)
    rows: list[Row] = []
    last = -1
    for (number, line), small, group in zip(lines, folded, groups, strict=True):
        shown = visible(line)
        ends = shown.endswith(_ENDS) or (shown.endswith(")") and _signed(shown))
        known = group
        if known is None and len(line) >= SHORTEST:
            known = notice_of(small or fold(line[:BEGINNING]))
        prose = len(shown) >= 150 or (len(shown) >= _SENTENCE and ends)
        rows.append(
            Row(number, line, number == last + 1, small, known, ends, prose, has_digit(line) is not None)
        )
        last = number
    return rows


def groups_of(rows: list[Row]) -> Iterator[tuple[int, int]]:
    """Where each run of lines without a blank line between begins, and where it ends (exclusive)."""
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or not rows[i].joined:
            yield start, i
            start = i
