"""People a text names: what makes a run of capitals a person."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from generator.capital_runs import Run
from generator.organisations_in_text import is_mark
from generator.tag_tables import rows
from generator.words_in_text import Word


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


def person_in(words: Sequence[Word], run: Run, places: Collection[int], german: bool) -> Person | None:
    """The person a run names; None where nothing says it is one. `places`: words that name a country or region."""
    first, last = run
    why = ""
    titles = _words("titles")
    for at in range(last - 1, first - 1, -1):
        if words[at].text in titles or words[at].text in ("Jr", "Sr"):
            first, why = at + 1, f"after “{words[at].text}”"
            break
    if why and first <= last and words[first].text[0].islower() and words[first - 1].text in _office_titles():
        return None
    while not why and first < last and _opener(words[first]):
        first += 1
    while first <= last and words[first].text[0].islower():
        first += 1
    last = _end(words, first, last, places, bool(why))
    if last < first:
        return None
    if not why and titled(words, first, last > first):
        why = f"after “{words[first - 1].text}”"
    if not why and words[first].text not in first_names():
        for at in range(first + 1, last):
            if (
                words[at].text in first_names()
                and words[at].gap in (" ", "-")
                and not _inside(words, first, at)
            ):
                first = at
                break
    if (
        first + 2 <= last
        and words[first + 1].gap == "-"
        and words[first + 2].gap == " "
        and words[first + 2].text in first_names()
        and words[first + 1].text not in first_names()
    ):
        first += 2
    surname = last
    size = sum(word.text[0].isupper() for word in words[first : last + 1])
    if size > 1 and surname_first(words[first].text) and words[first].text not in ("Lee", "Park", "Kim"):
        surname = first
        if last + 1 < len(words) and words[last + 1].gap == "-" and words[last + 1].text.islower():
            last += 1
    if size == 1:
        if not why or len(words[last].text) < 3 or is_mark(words[last].text) or words[last].text in titles:
            return None
        if german and words[first - 1].text not in _words("german_titles_of_surnames"):
            return None
        if first > run.first and words[first - 1].text in _words("kept_titles"):
            return Person(first - 1, last, surname, why)
        return Person(first, last, surname, why)
    if size > 4:
        return None
    if sum(word.gap == "-" for word in words[first + 1 : last + 1]) >= 2:
        return None
    initial = any(
        (len(word.text) == 1 and words[first + at + 1].gap.startswith(".")) or word.text.endswith(".")
        for at, word in enumerate(words[first:last])
    )
    if why:
        pass
    elif words[first].text in first_names() or _hyphened(words, first):
        why = f"“{words[first].text}” is a given name"
    elif german:
        return None
    elif initial and words[first].text[0].isupper() and len(words[last].text) > 2:
        why = "an initial inside the name"
    elif surname_first(words[first].text) and size <= 3:
        why = f"“{words[first].text}” is a family name that stands first"
    elif last + 1 < len(words) and _speaks(words, last + 1):
        why = f"before “{words[last + 1].text}”"
    else:
        return None
    if words[last].text.isupper() and len(words[last].text) <= 3:
        return None
    return Person(first, last, surname, why)


def titled(words: Sequence[Word], first: int, comma: bool = False) -> bool:
    """Whether a title or a role stands right before the word, without which a single word names no person; a
    `comma` may part them where a whole name follows: `the minister, Ruth Adair`."""
    if not first:
        return False
    before, gap = words[first - 1].text, words[first].gap
    if gap == " ":
        return before in _words("roles") or before in _words("titles")
    return comma and gap == ", " and before in _words("roles")


def _end(words: Sequence[Word], first: int, last: int, places: Collection[int], titled: bool) -> int:
    """Where the name stops: before a place, a mark of organisations, a small word that is no particle."""
    particles = _words("particles")
    end = first - 1
    for at in range(first, last + 1):
        text = words[at].text
        if text[0].islower():
            if text not in particles:
                break
            continue
        if at > first and text in _words("place_surnames") and words[first].text in first_names():
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


def _inside(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether the words before a given name belong to the name as well: initials, a family name that stands first."""
    return surname_first(words[first].text) or any(len(word.text.strip(".")) < 3 for word in words[first:at])


def _hyphened(words: Sequence[Word], first: int) -> bool:
    following = words[first + 1]
    return following.gap == "-" and f"{words[first].text}-{following.text}" in first_names()


def _speaks(words: Sequence[Word], at: int) -> bool:
    return words[at].gap == " " and words[at].text in _words("says")


def _opener(word: Word) -> bool:
    """A word that may stand before a name and is no part of it: `Democrat`, `Earlier`, `Exchequer`."""
    return never_in_names(word.text) or (word.opens and word.text.endswith("ly"))


def speaks(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` is a verb of speech that follows a name."""
    return at < len(words) and _speaks(words, at)
