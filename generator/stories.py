"""Stories: articles bound by "Read more" lines, and by closeness in words and time."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

MOST = 60
"""Articles in one story at most; without a bound a decade of reports on one government becomes one story."""
LONGEST = 200
"""Days from a story's first to its last article at most."""
_LINK_DAYS = 120
"""A "Read more" line binds articles no further apart than this."""
_NEAR_DAYS = 10
"""Articles that point nowhere are one story only when published within so many days."""
_NEIGHBOURS = 6
"""So many articles of a tag before an article are compared with it."""
_ALIKE = 0.28
"""Share of the words' weight, of both articles together, that both have."""
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Member:
    """An article as this stage sees it."""

    id: str
    day: date
    text: str
    """Headline and first words."""
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one story by their numbers, oldest first."""

    numbers: tuple[int, ...]
    tags: tuple[str, ...]
    """What it is about, at most three: the tags that set it apart from the rest of the archive."""
    links: tuple[tuple[int, int], ...]
    """Who points to whom: numbers of the article with the "Read more" line and of its target."""


def stories(members: Sequence[Member], links: Iterable[tuple[int, int]]) -> list[Story]:
    """The stories of three articles or more, the one with the newest article first.

    `members` are in order of time, newest first; `links` are pairs of their numbers. The bonds are taken from the
    strongest to the weakest: "Read more" lines, the closest in time first, then pairs alike in their words; one
    that would make a story too long or too large is left out.
    """
    links = list(dict.fromkeys(links))
    groups = _Groups(members)
    apart = sorted((abs((members[a].day - members[b].day).days), a, b) for a, b in links if a != b)
    for days, a, b in apart:
        if days <= _LINK_DAYS:
            groups.join(a, b)
    for _, a, b in sorted((-alike, a, b) for alike, a, b in _pairs(members) if alike >= _ALIKE):
        groups.join(a, b)
    often = Counter(tag for member in members for tag in set(member.tags))
    found = [group for group in groups.all() if len(group) >= 3]
    told = [
        Story(
            tuple(group),
            _about([members[n] for n in group], often, len(members)),
            tuple(pair for pair in links if pair[0] in group and pair[1] in group),
        )
        for group in found
    ]
    return sorted(told, key=lambda story: story.numbers[-1])


class _Groups:
    """Disjoint sets of articles that refuse to grow beyond a story's bounds."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._members = members
        self._group = {number: [number] for number in range(len(members))}

    def join(self, a: int, b: int) -> None:
        one, other = self._group[a], self._group[b]
        if one is other or len(one) + len(other) > MOST:
            return
        days = [self._members[number].day for number in one + other]
        if (max(days) - min(days)).days > LONGEST:
            return
        if len(one) < len(other):
            one, other = other, one
        one.extend(other)
        for number in other:
            self._group[number] = one

    def all(self) -> list[list[int]]:
        """Each group once, its articles oldest first."""
        unique = {id(group): group for group in self._group.values()}
        return [sorted(group, reverse=True) for group in unique.values()]


def _pairs(members: Sequence[Member]) -> Iterator[tuple[float, int, int]]:
    """Pairs that share a tag and lie close in time, with how alike their words are, 0 to 1."""
    words = [frozenset(_WORD.findall(member.text.casefold())) | set(member.tags) for member in members]
    often = Counter(word for bag in words for word in bag)
    weight = {word: log(len(members) / count) for word, count in often.items()}
    total = [sum(weight[word] for word in sorted(bag)) for bag in words]
    recent: dict[str, list[int]] = {}
    for number, member in enumerate(members):
        others = {other for tag in member.tags for other in recent.get(tag, ())[-_NEIGHBOURS:]}
        for other in sorted(others):
            if abs((members[other].day - member.day).days) <= _NEAR_DAYS:
                both = sum(weight[word] for word in sorted(words[number] & words[other]))
                yield both / ((total[number] + total[other] - both) or 1.0), other, number
        for tag in member.tags:
            recent.setdefault(tag, []).append(number)


def _about(members: Sequence[Member], often: Counter[str], articles: int) -> tuple[str, ...]:
    here = Counter(tag for member in members for tag in dict.fromkeys(member.tags))
    shared = {tag: count for tag, count in here.items() if count > 1} or here
    ranked = sorted(shared, key=lambda tag: (-shared[tag] * log(1 + articles / often[tag]), tag))
    return tuple(ranked[:3])
