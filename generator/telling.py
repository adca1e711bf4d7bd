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
    pattern = any_within(longest)
    return ByWord(lambda word: pattern.search(word.lower()) is not None)


def any_within(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these in a line in small letters, with no letter or digit right beside it.

    They are parted by their first letter, so that each place in a line is tried against a few of them only.
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for pattern in patterns:
        if pattern[0].isalpha() and not pattern[1:2].startswith(("?", "*", "{")):
            letters.setdefault(pattern[0], []).append(pattern[1:])
        else:
            others.append(pattern)
    parts = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items()]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join([*parts, *others])})(?![^\W_])")


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
