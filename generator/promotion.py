"""Words by which a page speaks of itself to its reader, from `rules/promotion.yaml`."""

import re
from functools import cache

from generator.by_word import ByWord
from generator.rulebook import table
from generator.telling import choices, telling


def times_promoted(folded: str) -> int:
    """How often a folded line has such words."""
    return len(promotion().findall(folded)) if any(map(_telling().__getitem__, folded.split())) else 0


@cache
def promotion() -> re.Pattern[str]:
    """One pattern for all of them.

    Rows are parted by their first letter, so that a word is tried against a few of them only.
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for choice in _rows():
        if choice[0].isalpha() and not choice[1:2].startswith(("?", "*", "{")):
            letters.setdefault(choice[0], []).append(choice[1:])
        else:
            others.append(choice)
    parts = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items()]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join([*parts, *others])})(?![^\W_])")


@cache
def _telling() -> ByWord[bool]:
    return telling(_rows())


def _rows() -> list[str]:
    return [choice for rows in table("promotion").values() for row in rows for choice in choices(row[0])]
