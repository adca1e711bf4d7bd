"""Topics: what an article is about beside names, from the words of `rules/topics.yaml` and from its own key words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from generator.names_in_text import Name
from generator.people_in_text import first_names, never_in_names
from generator.sections import Section
from generator.tag_names import key
from generator.tag_tables import rows, small_words
from generator.words_in_text import words_of

LANGUAGES = ("en", "de", "es", "fr", "it", "pl", "pt")
"""Languages whose topics are read; a text in another one gets none."""
_HEAD = 3
"""Patterns are looked up by so many first letters."""
_GAP = 4


class Part(NamedTuple):
    """One word of a pattern."""

    text: str
    prefix: bool
    """Whether any ending may follow."""
    reach: int
    """So many other words may stand before it."""


@dataclass(slots=True)
class TopicHits:
    """One topic in one article."""

    name: str
    weak: bool
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    """Section, first and last word of each passage."""


@cache
def _patterns(language: str) -> dict[str, list[tuple[tuple[Part, ...], str, bool]]]:
    by_head: dict[str, list[tuple[tuple[Part, ...], str, bool]]] = {}
    for row in rows("topics"):
        for pattern in row.get(language, ()):
            parts = _parse(pattern)
            by_head.setdefault(parts[0].text[:_HEAD], []).append((parts, row["name"], bool(row.get("weak"))))
    return by_head


def _parse(pattern: str) -> tuple[Part, ...]:
    parts, reach = [], 0
    for token in pattern.split():
        if token == "~":
            reach = _GAP
            continue
        for piece in [word.text for word in words_of(token.removesuffix("*"))] or [""]:
            parts.append(Part(piece.casefold(), False, reach))
            reach = 0
        if token.endswith("*"):
            parts[-1] = parts[-1]._replace(prefix=True)
    return tuple(parts)


@cache
def topic_keys() -> frozenset[str]:
    """Keys of the topics of `rules/topics.yaml`; any other inferred topic is a key word of its article."""
    return frozenset(key(row["name"]) for row in rows("topics"))


def topics_in(
    sections: Sequence[Section], taken: Sequence[Mapping[int, Name]], language: str
) -> list[TopicHits]:
    """Every topic whose words stand in the article, in order of first mention."""
    if language not in LANGUAGES:
        return []
    patterns = _patterns(language)
    found: dict[str, TopicHits] = {}
    for number, section in enumerate(sections):
        words = section.words
        lower = [word.text.casefold() for word in words]
        people = {at for at, name in taken[number].items() if name.kind == "person"} if taken[number] else ()
        for at, text in enumerate(lower):
            candidates = patterns.get(text[:_HEAD])
            if not candidates or at in people:
                continue
            for parts, name, weak in candidates:
                last = _match(parts, lower, at)
                if last >= 0:
                    hits = found.get(name)
                    if hits is None:
                        hits = found[name] = TopicHits(name, weak)
                    if not hits.mentions or hits.mentions[-1] != (number, at, last):
                        hits.mentions.append((number, at, last))
    return list(found.values())


def _match(parts: tuple[Part, ...], lower: Sequence[str], at: int) -> int:
    """Index of the last word matched, -1 where the pattern does not match."""
    here = at
    for number, part in enumerate(parts):
        if number:
            here += 1
        for ahead in range(part.reach + 1):
            if here + ahead >= len(lower):
                return -1
            text = lower[here + ahead]
            if text.startswith(part.text) if part.prefix else text == part.text:
                here += ahead
                break
        else:
            return -1
    return here


_REPEATED = 3
"""A key word stands so often in the body."""
_ENDINGS_OF_OTHERS = ("ing", "ed", "ly", "est", "ous", "ful", "able", "ible", "ive", "ish", "less")


def key_words_of(
    sections: Sequence[Section], taken: Sequence[Mapping[int, Name]], language: str
) -> list[tuple[str, int, tuple[tuple[int, int, int], ...]]]:
    """Nouns of the headline that the body repeats, with how often it does and where: candidates for topics, of which
    the archive keeps those that several articles share. In English and German, whose nouns can be told."""
    if language not in ("en", "de"):
        return []
    wanted: dict[str, int] = {}
    title = sections[0].words
    for at, word in enumerate(title):
        joined = word.gap == "-" or (at + 1 < len(title) and title[at + 1].gap == "-")
        if len(word.text) >= 4 and word.text.isalpha() and at not in taken[0] and not joined:
            wanted.setdefault(_singular(word.text.casefold(), language), at)
    if not wanted:
        return []
    nouns = small_words("before_german_nouns" if language == "de" else "before_nouns")
    verbs = small_words("before_verbs")
    where: dict[str, list[tuple[int, int, int]]] = {}
    spelt: dict[str, Counter[str]] = {}
    noun: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for number, section in enumerate(sections):
        if number == 0 or section.part == "aside":
            continue
        before = ""
        for at, word in enumerate(section.words):
            lower = word.text.casefold()
            root = _singular(lower, language)
            if root in wanted:
                capital = word.text[0].isupper()
                if language == "de":
                    after = section.words[at + 1] if at + 1 < len(section.words) else None
                    named = after is not None and after.gap in (" ", "-") and after.text[0].isupper()
                    good, bad = capital and before in nouns and not named, not capital or named
                else:
                    good, bad = before in nouns, (capital and not word.opens) or before in verbs
                noun[root] += good
                other[root] += bad
                where.setdefault(root, []).append((number, at, at))
                spelt.setdefault(root, Counter())[word.text if language == "de" else lower] += 1
            before = lower
    found = []
    for root, places in where.items():
        if (
            len(places) < _REPEATED
            or noun[root] < 1
            or noun[root] <= other[root]
            or root in _too_common(language)
        ):
            continue
        if language == "en" and root.endswith(_ENDINGS_OF_OTHERS):
            continue
        text = min(spelt[root].items(), key=lambda item: (-item[1], item[0]))[0]
        if text.capitalize() in first_names() or never_in_names(text.capitalize()):
            continue
        found.append((text, len(places), ((0, wanted[root], wanted[root]), *places)))
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _singular(word: str, language: str) -> str:
    """A key under which singular and plural are one, not a form to be shown."""
    if language == "de":
        for ending in ("innen", "en", "er", "es", "e", "n", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
        return word
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


@cache
def _too_common(language: str) -> frozenset[str]:
    """Nouns that stand in any article and so say nothing of one."""
    return frozenset(_singular(word, language) for word in rows("common_nouns")[language])
