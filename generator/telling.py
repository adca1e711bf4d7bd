"""The words without which none of the patterns of a table fits: a quick look at a line before the slow one."""

import re
from collections.abc import Iterable

_GROUP = re.compile(r"\(([^()]*)\)(\?|\*|\{0,\d\})?\+?")
_ANY_GROUP = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<group>\((?!\?))")
"""A group; or a sign that stands for itself or a class, in which a bracket begins none."""
_WORD = re.compile(r"[^\W_]+\*?")
_NO_WORD = re.compile(r"[^\w\s]+")
_SPACED = bytes(byte if byte > 127 or chr(byte).isalnum() else ord(" ") for byte in range(256))
"""A space for each mark."""
_HEAD = 4
"""Bytes that no word is without which any ending may follow."""
_SPELT = re.compile(r"\[([^\]]*)\](\?)?|([^\]\\*+])\?")
"""A character of several, or one that may be missing."""
_SPACES = ((re.compile(r"\[ (.)\]"), r"( |\1)"), (re.compile(r" \?"), "( )?"))
"""A space that may be another mark, or missing, as a group."""


class Telling:
    """The longest word of each way in which one of some patterns may be written: a line without any of them needs no
    second look. A pattern has groups, classes and quantifiers, but no look around, and begins and ends with a word.

    The words are few, so that they stay in the processor's cache, as a table of all words of the texts would not; and
    they are bytes, since that is the quickest way to part a line into words at all marks.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        longest = {
            max(_WORD.findall(written.replace(r"\w+", "*").replace(r"\w*", "*")), key=len)
            for pattern in patterns
            for choice in choices(pattern)
            for way in ways(choice)
            for written in _spelt(way)
        }
        self._words = frozenset(word.encode() for word in longest if not word.endswith("*"))
        self._beginnings = tuple(word[:-1].encode() for word in longest if word.endswith("*"))
        self._heads = frozenset(word[:_HEAD] for word in self._beginnings)

    def may_fit(self, line: str) -> bool:
        """Whether a line in small letters has one of the words."""
        line = line if line.isascii() else _NO_WORD.sub(" ", line)
        words = line.encode("utf-8", "surrogatepass").translate(_SPACED).split()
        if not self._words.isdisjoint(words):
            return True
        heads = self._heads
        begun = [word for word in words if word[:_HEAD] in heads]
        return any(word.startswith(self._beginnings) for word in begun)


def any_within(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these in a line in small letters, with no letter or digit right beside it.

    They are parted by their first letter, so that each place in a line is tried against a few of them only.
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for pattern in map(ungrouped, patterns):
        if pattern[0].isalpha() and not pattern[1:2].startswith(("?", "*", "{")):
            letters.setdefault(pattern[0], []).append(pattern[1:])
        else:
            others.append(pattern)
    parts = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items()]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join([*parts, *others])})(?![^\W_])")


def ungrouped(pattern: str) -> str:
    """The regular expression without groups that remember what they fit, which halve its speed.

    >>> ungrouped("log(ged)? (in|out)")
    'log(?:ged)? (?:in|out)'
    >>> ungrouped(r"[(](a|b)\\)")
    '[(](?:a|b)\\\\)'
    """
    return _ANY_GROUP.sub(lambda found: "(?:" if found["group"] else found[0], pattern)


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


def _spelt(way: str) -> list[str]:
    """All spellings of what has no group.

    >>> _spelt("licen[cs]es?")
    ['licences', 'licence', 'licenses', 'license']
    """
    found = _SPELT.search(way)
    if found is None:
        return [way]
    any_of, may_miss, alone = found.groups()
    inside = [*(alone or any_of), *([""] if alone or may_miss else [])]
    return [word for one in inside for word in _spelt(way[: found.start()] + one + way[found.end() :])]


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
