"""People a text names: what makes a run of capitals a person."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from generator.capital_runs import Run
from generator.organisations_in_text import is_mark
from generator.tag_tables import rows
from generator.words_in_text import Words


class Person(NamedTuple):
    """A passage that names a person."""

    first: int
    last: int
    """Words of the section, titles left out."""
    surname: int
    """Index of the word where the surname begins, particles left out."""
    why: str
    """What gave it away, in words."""


@cache
def _words(key: str) -> frozenset[str]:
    value = rows("people")[key]
    if value and isinstance(value[0], dict):
        return frozenset(word for row in value for word in row["words"])
    return frozenset(value)


@cache
def _office_titles() -> frozenset[str]:
    """Titles of languages where a small word after one begins the office: `Ministra de la Mujer`."""
    return frozenset(word for row in rows("people")["titles"] if "lang" in row for word in row["words"])


@cache
def first_names() -> frozenset[str]:
    """Given names of `rules/first_names.yaml`."""
    return frozenset(name for row in rows("first_names") for name in row["names"].split())


def surname_first(word: str) -> bool:
    """Whether a name that begins with this word has the surname in front."""
    return word in _words("surname_first")


def never_in_names(word: str) -> bool:
    """Whether the word is a weekday, a month, a street or the like."""
    return word in _words("not_names")


def person_in(words: Words, run: Run, places: Collection[int], german: bool) -> Person | None:
    """The person a run names; None where nothing says it is one. `places`: words that name a country or region."""
    first, last = run
    why = ""
    titles = _words("titles")
    for at in range(last - 1, first - 1, -1):
        if words.texts[at] in titles or words.texts[at] in ("Jr", "Sr"):
            first, why = at + 1, f"after “{words.texts[at]}”"
            break
    if (
        why
        and first <= last
        and words.texts[first][0].islower()
        and words.texts[first - 1] in _office_titles()
    ):
        return None
    while not why and first < last and _opener(words, first):
        first += 1
    while first <= last and words.texts[first][0].islower():
        first += 1
    last = _end(words, first, last, places, bool(why))
    if last < first:
        return None
    if not why and titled(words, first, last > first):
        why = f"after “{words.texts[first - 1]}”"
    if not why and words.texts[first] not in first_names():
        for at in range(first + 1, last):
            if (
                words.texts[at] in first_names()
                and words.gaps[at] in (" ", "-")
                and not _inside(words, first, at)
            ):
                first = at
                break
    if (
        first + 2 <= last
        and words.gaps[first + 1] == "-"
        and words.gaps[first + 2] == " "
        and words.texts[first + 2] in first_names()
        and words.texts[first + 1] not in first_names()
    ):
        first += 2
    surname = last
    size = sum(text[0].isupper() for text in words.texts[first : last + 1])
    if size > 1 and surname_first(words.texts[first]) and words.texts[first] not in ("Lee", "Park", "Kim"):
        surname = first
        if last + 1 < len(words.texts) and words.gaps[last + 1] == "-" and words.texts[last + 1].islower():
            last += 1
    if size == 1:
        if not why or len(words.texts[last]) < 3 or is_mark(words.texts[last]) or words.texts[last] in titles:
            return None
        if german and words.texts[first - 1] not in _words("german_titles_of_surnames"):
            return None
        if first > run.first and words.texts[first - 1] in _words("kept_titles"):
            return Person(first - 1, last, surname, why)
        return Person(first, last, surname, why)
    if size > 4:
        return None
    if words.gaps[first + 1 : last + 1].count("-") >= 2:
        return None
    initial = any(
        (len(words.texts[at]) == 1 and words.gaps[at + 1].startswith(".")) or words.texts[at].endswith(".")
        for at in range(first, last)
    )
    if why:
        pass
    elif words.texts[first] in first_names() or _hyphened(words, first):
        why = f"“{words.texts[first]}” is a given name"
    elif german:
        return None
    elif initial and words.texts[first][0].isupper() and len(words.texts[last]) > 2:
        why = "an initial inside the name"
    elif surname_first(words.texts[first]) and size <= 3:
        why = f"“{words.texts[first]}” is a family name that stands first"
    elif last + 1 < len(words.texts) and _speaks(words, last + 1):
        why = f"before “{words.texts[last + 1]}”"
    else:
        return None
    if words.texts[last].isupper() and len(words.texts[last]) <= 3:
        return None
    return Person(first, last, surname, why)


def titled(words: Words, first: int, comma: bool = False) -> bool:
    """Whether a title or a role stands right before the word, without which a single word names no person; a
    `comma` may part them where a whole name follows: `the minister, Ruth Adair`."""
    if not first:
        return False
    before, gap = words.texts[first - 1], words.gaps[first]
    if gap == " ":
        return before in _words("roles") or before in _words("titles")
    return comma and gap == ", " and before in _words("roles")


def _end(words: Words, first: int, last: int, places: Collection[int], titled: bool) -> int:
    """Where the name stops: before a place, a mark of organisations, a small word that is no particle."""
    particles = _words("particles")
    end = first - 1
    for at in range(first, last + 1):
        text = words.texts[at]
        if text[0].islower():
            if text not in particles:
                break
            continue
        if at > first and text in _words("place_surnames") and words.texts[first] in first_names():
            end = at
            continue
        stops = (
            at in places or is_mark(text) or never_in_names(text) or (text in _words("titles") and at > first)
        )
        if stops and not (titled and at == first and not never_in_names(text)):
            if at in places or is_mark(text) or never_in_names(text):
                return first - 1 if at > first and not titled else end
            break
        end = at
    return end


def _inside(words: Words, first: int, at: int) -> bool:
    """Whether the words before a given name belong to the name as well: initials, a family name that stands first."""
    return surname_first(words.texts[first]) or any(
        len(text.strip(".")) < 3 for text in words.texts[first:at]
    )


def _hyphened(words: Words, first: int) -> bool:
    return words.gaps[first + 1] == "-" and f"{words.texts[first]}-{words.texts[first + 1]}" in first_names()


def _speaks(words: Words, at: int) -> bool:
    return words.gaps[at] == " " and words.texts[at] in _words("says")


def _opener(words: Words, at: int) -> bool:
    """A word that may stand before a name and is no part of it: `Democrat`, `Earlier`, `Exchequer`."""
    text = words.texts[at]
    return never_in_names(text) or (words.opens[at] and text.endswith("ly"))


def speaks(words: Words, at: int) -> bool:
    """Whether the word at `at` is a verb of speech that follows a name."""
    return at < len(words.texts) and _speaks(words, at)
