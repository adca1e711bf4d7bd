"""The words without which none of the patterns of a table fits: a quick look at a line before the slow one."""

import re
from collections.abc import Iterable

from generator.by_word import ByWord

_GROUP = re.compile(r"\(([^()]*)\)(\?|\*|\{0,\d\})?\+?")
_SPACES = ((re.compile(r"\[ (.)\]"), r"( |\1)"), (re.compile(r" \?"), "( )?"))
"""A space that may be another mark, or missing, as a group."""


def telling(patterns: Iterable[str]) -> ByWord[bool]:
    """Whether a word, with the marks around it, tells that one of the patterns may fit the line it is of.

    It does where it holds the longest word of one of the ways in which a pattern may be written. A pattern has
    groups, classes and quantifiers, but no look around, and begins and ends with a word.
    """
    longest = dict.fromkeys(
        max(way.split(" "), key=len)
        for pattern in patterns
        for choice in choices(pattern)
        for way in ways(choice)
    )
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(longest)})(?![^\W_])", re.IGNORECASE)
    return ByWord(lambda word: pattern.search(word) is not None)


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

    What may stand several times stands once.

    >>> ways("log(ged)? (in|out)")
    ['logged in', 'logged out', 'log in', 'log out']
    """
    for space, group in _SPACES:
        choice = space.sub(group, choice)
    found = _GROUP.search(choice)
    if found is None:
        return [choice]
    inside = [*found[1].split("|"), *([""] if found[2] else [])]
    return [way for one in inside for way in ways(choice[: found.start()] + one + choice[found.end() :])]
