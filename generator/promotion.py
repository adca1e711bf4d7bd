"""Words by which a page speaks of itself to its reader, from `rules/promotion.yaml`."""

import re
from functools import cache

from generator.by_word import ByWord
from generator.rulebook import table
from generator.telling import any_within, choices, telling


def times_promoted(folded: str) -> int:
    """How often a folded line has such words."""
    return len(promotion().findall(folded)) if any(map(_telling().__getitem__, folded.split())) else 0


@cache
def promotion() -> re.Pattern[str]:
    """One pattern for all of them."""
    return any_within(_rows())


@cache
def _telling() -> ByWord[bool]:
    return telling(_rows())


def _rows() -> list[str]:
    return [choice for rows in table("promotion").values() for row in rows for choice in choices(row[0])]
