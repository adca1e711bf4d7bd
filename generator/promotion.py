"""Words by which a page speaks of itself to its reader, from `rules/promotion.yaml`."""

import re
from functools import cache

from generator.by_word import ByWord
from generator.rulebook import table

_GROUP = re.compile(r"\(([^()]*)\)(\??)")
_WHOLE = r"(?<![^\W_])(?:{})(?![^\W_])"


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
    return re.compile(_WHOLE.format("|".join([*parts, *others])))


@cache
def _telling() -> ByWord[bool]:
    """Whether a word, with the marks around it, may be of promotion: it holds the longest word of one of the rows."""
    longest = dict.fromkeys(max(way.split(" "), key=len) for choice in _rows() for way in ways(choice))
    pattern = re.compile(_WHOLE.format("|".join(longest)))
    return ByWord(lambda word: pattern.search(word) is not None)


def _rows() -> list[str]:
    return [choice for rows in table("promotion").values() for row in rows for choice in choices(row[0])]


def choices(pattern: str) -> list[str]:
    """The alternatives of a regular expression at its outermost level.

    >>> choices("a(b|c)|d")
    ['a(b|c)', 'd']
    """
    found, depth, start = [], 0, 0
    for i, character in enumerate(pattern):
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            found.append(pattern[start:i])
            start = i + 1
    return [*found, pattern[start:]]


def ways(choice: str) -> list[str]:
    """All that a regular expression may be that has no `|` but in groups, each way without a group.

    >>> ways("log(ged)? (in|out)")
    ['logged in', 'logged out', 'log in', 'log out']
    """
    found = _GROUP.search(choice)
    if found is None:
        return [choice]
    inside = [*found[1].split("|"), *([""] if found[2] else [])]
    return [way for one in inside for way in ways(choice[: found.start()] + one + choice[found.end() :])]
