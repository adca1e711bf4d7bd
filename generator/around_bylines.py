"""Lines that go with a name: its post, address and handle on lines of their own, the mark between two names."""

import re
from dataclasses import replace

from generator.byline import and_before, read_byline
from generator.characters import fold
from generator.names import (
    HANDLE,
    has_given_name,
    has_handle,
    has_role,
    is_connector,
    is_desk,
    is_name,
    is_other_work,
    lead_of,
    may_have_handle,
)
from generator.rows import Row
from generator.sight import Sight

_MOST_WORDS = 6
"""Words of a post on a line of its own."""
_MOST_PASSED = 3
"""Lines of this kind that may stand between a name and the next, or the dateline."""
_BUTTONS = frozenset({"share", "button", "account"})
"""Known lines that may stand between a name and the dateline."""
_BEFORE_ADDRESS = frozenset(
    {"email", "e-mail", "mail", "mailto", "twitter", "instagram", "x", "tel", "phone"}
)
"""Words that an address stands behind."""
_CONTACT = re.compile(
    r"(?:[—–-]\s*)?(?:contact|reach|e-?mail|call|follow|staff writer|reporter)\s+", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{3}[ .-]\d{3,4}")
_BELOW = "post or address below a name"
_LEAST = 4
"""Letters of a name that a handle has to hold."""


def is_address(text: str) -> bool:
    """Whether a line is an address or handle and nothing else: `@emmaaldous`, `(emma.aldous@courier.example)`."""
    if not may_have_handle(text):
        return False
    rest = fold(HANDLE.sub(" ", text).replace(":", " ")).split()
    return all(word in _BEFORE_ADDRESS or not any(map(str.isalpha, word)) for word in rest)


def contact_in(text: str) -> str:
    """What stands before the name in a line that says how somebody is reached: `Contact Emma Aldous at …`."""
    found = _CONTACT.match(text)
    return found[0] if found else ""


def gives_address(text: str) -> bool:
    """Whether a text holds an address, a handle or the number of a telephone."""
    return has_handle(text) or _NUMBER.search(text) is not None


def is_post(row: Row) -> bool:
    """Whether a line right under another is a post: `Harbour correspondent`."""
    return row.joined and not row.ends and len(row.text.split()) <= _MOST_WORDS and has_role(row.text)


def passes(row: Row) -> bool:
    """Whether a line may stand between a name and what it belongs to."""
    if row.moments or (row.kind is not None and row.rule != _BELOW):
        return False
    bare = not any(map(str.isalpha, row.text))
    return bare or row.group in _BUTTONS or is_address(row.text) or is_connector(row.text) or is_post(row)


def beyond(sight: Sight, i: int, way: int) -> int:
    """Index of the line next to line `i` upwards (-1) or downwards (1), behind those that go with a name."""
    j = i + way
    for _ in range(_MOST_PASSED):
        if not 0 < j < len(sight.rows) or not passes(sight.rows[j]):
            break
        j += way
    return j


def has_handle_below(sight: Sight, i: int, name: str) -> bool:
    """Whether the line right below a name is a handle made of it: `Emma Aldous`, `@emmaaldous`."""
    if i + 1 >= len(sight.rows):
        return False
    text = sight.rows[i + 1].text
    if " " in text or not (is_address(text) or (text[0] == "(" and text[-1] == ")")):
        return False
    parts = [part for part in fold(name).split() if len(part) >= _LEAST]
    return any(part in fold(text) for part in parts)


def has_post_below(sight: Sight, i: int) -> bool:
    """Whether the line right below a name is a post: `Emma Aldous`, `Harbour correspondent`."""
    return i + 1 < len(sight.rows) and is_post(sight.rows[i + 1])


def is_subject(name: str, title: str) -> bool:
    """Whether the headline speaks of a person; behind a bar or dash it names who wrote."""
    before, found, _ = title.partition(name)
    return bool(found) and not before.endswith(("- ", "| ", ": ", "· ", "by ", "von ", "par ", "por ", "di "))


def is_spoken_of(sight: Sight, name: str) -> bool:
    """Whether the text speaks of a person; a line that begins with the name, or is led, may tell who wrote."""
    rows = [row for row in sight.rows[sight.start : sight.end] if row.prose and row.kind is None]
    return any(
        name in (folded := r.folded or fold(r.text))
        and not folded.startswith(name)
        and not lead_of(r.text)
        and not (has_handle(r.text) or (contact_in(r.text) and gives_address(r.text)))
        for r in rows
    )


def read_second(sight: Sight) -> None:
    """Another author below a led byline: `By Emma Aldous`, `and Tom Birk`; or `Tom Birk` behind a comma.

    Above the text a known given name is enough.
    """
    rows = sight.rows
    for i, byline in list(sight.bylines):
        j = beyond(sight, i, 1)
        if not (byline.led and byline.names) or j >= len(rows) or rows[j].group or rows[j].moments:
            continue
        if rows[j].kind not in (None, "byline") or any(j == k for k, _ in sight.bylines):
            continue
        text = rows[j].text
        joint = and_before(text)
        name = text[len(joint) :] if joint else text
        goes_on = joint or (rows[j].joined and rows[i].text.endswith(","))
        beside = j == i + 1 < sight.start and _is_author(sight, j)
        if (goes_on or beside) and is_name(name) and not rows[j].ends and not is_desk(name):
            sight.bylines.append((j, replace(read_byline(name), led=True)))
            rows[j].read_as("byline", "another author, below the first")


def _is_author(sight: Sight, i: int) -> bool:
    """Whether a known given name right below a led byline is of another author, not of whom the article is about."""
    name = sight.rows[i].text
    spoken = is_subject(fold(name), sight.folded_title) or is_spoken_of(sight, fold(name))
    return has_given_name(name) and not spoken and not is_other_work(sight.rows[i + 1].text)


def read_around(sight: Sight) -> None:
    """Posts, handles and addresses on the lines right under a byline are part of it."""
    rows = sight.rows
    for i, byline in sight.bylines:
        j = i + 1
        while byline.names and j < len(rows) and j <= i + _MOST_PASSED:
            row = rows[j]
            if row.kind or row.moments or not (is_post(row) or is_address(row.text)):
                break
            row.read_as("byline", _BELOW)
            j += 1
