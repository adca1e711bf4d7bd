"""Numbers in headlines: their value, however written, and what they count."""

import re
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["", "date", "percent", "order", "money", "year"]
"""What a number counts; empty where that cannot be told."""

_MONEY = frozenset(
    ("dollar", "pound", "euro", "yen", "cent", "million", "billion", "franc", "mark", "£", "$", "€")
)


def value(text: str) -> str:
    """A number as a sign that does not depend on how it is written.

    >>> value("1,035.10"), value("1035.1"), value("007")
    ('1035.1', '1035.1', '7')
    """
    plain = re.sub(r",(?=\d{3}(?!\d))", "", text).replace(",", ".")
    if plain.count(".") == 1:
        plain = plain.rstrip("0").rstrip(".")
    return plain.lstrip("0") or "0"


def unit(stem: str, before: str, after: str) -> Unit:
    """What the number counts, by the basic forms of the words beside it: a day of a month is no price."""
    if before.startswith("@m") or after.startswith("@m"):
        return "date"
    if after == "percent":
        return "percent"
    if "quarter" in (before, after):
        return "order"
    if after in _MONEY or before in _MONEY:
        return "money"
    return "year" if re.fullmatch(r"(?:19|20)\d\d", stem) else ""
