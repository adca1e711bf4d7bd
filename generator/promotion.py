"""Words by which a page speaks of itself to its reader, from `rules/promotion.yaml`."""

import re
from functools import cache

from generator.rulebook import table
from generator.telling import Telling, any_within, choices


def times_promoted(folded: str) -> int:
    """How often a folded line has such words."""
    return len(promotion().findall(folded)) if _telling().may_fit(folded) else 0


@cache
def promotion() -> re.Pattern[str]:
    """One pattern for all of them."""
    return any_within(_rows())


@cache
def _telling() -> Telling:
    return Telling(_rows())


def _rows() -> list[str]:
    return [choice for rows in table("promotion").values() for row in rows for choice in choices(row[0])]
