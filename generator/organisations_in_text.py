"""Organisations a text names: those known to any reader, and those that their own words give away."""

import re
from dataclasses import dataclass
from functools import cache

from generator.capital_runs import Run
from generator.phrases import Phrases
from generator.tag_tables import rows
from generator.words_in_text import Words


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of `rules/organisations.yaml`."""

    name: str
    country: str = ""
    """The country it stands for in the news, ISO 3166-1."""
    source: bool = False
    """Whether it is named as a source more often than as a subject."""
    beside: frozenset[str] = frozenset()
    """Words of which one has to stand in the same text for the name to be read."""


@cache
def known_organisations() -> Phrases[Organisation]:
    """Every name and abbreviation of `rules/organisations.yaml`."""
    phrases: Phrases[Organisation] = Phrases()
    for row in rows("organisations")["known"]:
        organisation = Organisation(
            row["name"], row.get("in", ""), row.get("source", False), frozenset(row.get("beside", ()))
        )
        for text in (row["name"], *row.get("also", ())):
            phrases.add(str(text), organisation)
    phrases.sort()
    return phrases


@cache
def _suffixes() -> dict[str, bool]:
    return {word: bool(row.get("drop")) for row in rows("organisations")["suffixes"] for word in row["words"]}


@cache
def _heads() -> dict[str, bool]:
    return {
        word: bool(row.get("only_after_name"))
        for row in rows("organisations")["heads"]
        for word in row["words"]
    }


def is_mark(word: str) -> bool:
    """Whether the word belongs to organisations and so to no person."""
    return word in _suffixes() or word in _heads()


def organisation_in(words: Words, run: Run) -> Run | None:
    """The part of a run that is an organisation by its own words, None where nothing says so."""
    first, last = run
    suffixes, heads = _suffixes(), _heads()
    for at in range(last, first, -1):
        if words.texts[at] in suffixes:
            part = Run(_start(words, first, at), at)
            if all(_says_nothing(words.texts[index]) for index in range(part.first, part.last + 1)):
                return None
            return part
    for at in range(first, last + 1):
        text = words.texts[at]
        if text not in heads:
            continue
        end = at
        if (
            not heads[text]
            and at + 2 <= last
            and words.texts[at + 1] in ("of", "for", "de", "des", "für", "del", "del")
        ):
            end = at + 2
            while end < last and words.texts[end][0].islower():
                end += 1
            while end + 1 <= last and words.texts[end + 1][0].isupper() and words.texts[end + 1] not in heads:
                end += 1
            if (
                end + 2 <= last
                and words.texts[end + 1] == "and"
                and text in ("Ministry", "Department", "Office")
            ):
                end += 2
                while end < last and words.texts[end + 1][0].isupper() and words.gaps[end + 1] == " ":
                    end += 1
        start = at
        while start - 1 >= first and words.texts[start - 1][0].isupper():
            start -= 1
        if end > start and not all(map(_says_nothing, words.texts[start : end + 1])):
            return Run(start, end)
    return None


def _says_nothing(word: str) -> bool:
    return word in _heads() or word in _suffixes() or word in _generic() or word[0].islower()


@cache
def _generic() -> frozenset[str]:
    """Words that tell no institution from another: `High School`, `City Council`."""
    return frozenset(rows("organisations")["generic"])


def _start(words: Words, first: int, suffix: int) -> int:
    """Where a name with a suffix begins: it reaches back over `and`, and over `of` where a head stands before it."""
    start = suffix
    while start > first:
        before = words.texts[start - 1]
        if before[0].isupper():
            start -= 1
        elif words.texts[start - 2][0].isupper() and _joins(before, words.texts[start - 2]):
            start -= 2
        else:
            break
    return max(start, first)


def _joins(connector: str, before: str) -> bool:
    return connector in ("and", "und", "et", "y", "e") or (connector in ("of", "de") and before in _heads())


def without_suffix(name: str) -> str:
    """`Harwell Quarries Inc` as a reader says it; a single word is left its suffix only where it would mean nothing."""
    parts = name.split(" ")
    suffixes = _suffixes()
    kept = parts[:]
    while len(kept) > 1 and (suffixes.get(kept[-1].strip(".,")) or kept[-1] in ("and", "&")):
        kept.pop()
    if len(kept) == 1 and len(parts) > 1 and (len(kept[0]) < 4 or is_mark(kept[0])):
        kept = parts
    return re.sub(r"[\s,]+$", "", " ".join(kept))
