"""Tells what a page says of the author below the text: `Emma Aldous is a freelance writer based in Skarrow.`"""

import re
from functools import cache
from itertools import pairwise

from generator.around_bylines import contact_in, gives_address, is_address
from generator.characters import fold
from generator.date_forms import any_of
from generator.names import has_handle, has_role, is_name, is_organisation, role_in
from generator.rows import Row
from generator.rulebook import table
from generator.sight import Sight

_HALF = 2
_LONGEST_NOTE = 900


@cache
def _told() -> re.Pattern[str]:
    """What follows the name in a note: `is`, `covers`, `can be reached`."""
    return re.compile(rf",?\s*(?:{any_of(table('names')['told of']['words'])})(?![^\W_])", re.IGNORECASE)


@cache
def _of_work() -> re.Pattern[str]:
    """Words of work beside posts: `covers`, `based in`."""
    return re.compile(rf"(?<![^\W_])(?:{any_of(table('names')['work']['words'])})(?![^\W_])", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """How the next line of a note begins: `She has written …`."""
    return re.compile(rf"(?:{any_of(table('names')['pronoun']['words'])})(?![^\W_])", re.IGNORECASE)


def find_author_notes(sight: Sight) -> None:
    """Sets aside notes on those who wrote, in the lower half of the page and right before the text.

    Such a line begins with the author's name, whole or in part, says what the author does, and names a post, other
    work or an address; or it begins with a post and stands below the author's name.
    """
    for above, row in pairwise(sight.rows[sight.end - 1 :]):
        if row.kind is None and "@" in row.text and is_address(row.text) and not above.text.endswith(":"):
            row.read_as("furniture", "an address behind the text")
    whole = {fold(name): name for _, b in sight.bylines for name in b.names if is_name(name)}
    authors = [name for name in whole.values() if not is_organisation(name)]
    if not authors:
        return
    begins = sorted({part for name in authors for part in (name, *_parts(name))}, key=lambda part: -len(part))
    rows = sight.rows
    noted = False
    lower = max(sight.start + 1, (sight.start + sight.end) // _HALF)
    for i in (*range(1, min(sight.start + 1, lower)), *range(lower, len(rows))):
        row, above = rows[i], rows[i - 1]
        if row.kind is not None or not 0 < len(row.text) <= _LONGEST_NOTE:
            noted = noted and row.kind is not None
            continue
        named = i >= lower and above.folded in whole
        below = named and (role_in(row.text) == 0 or (above.kind == "byline" and has_role(row.text)))
        noted = below or _is_note(row, begins) or (noted and _goes_on().match(row.text) is not None)
        if noted:
            row.read_as("furniture", "a note on the author")


def _parts(name: str) -> tuple[str, ...]:
    """Given name and surname of an author, by which a note may call them."""
    words = name.split()
    return tuple(word for word in (words[0], words[-1]) if len(word) > 2)


def _is_note(row: Row, begins: list[str]) -> bool:
    contact = contact_in(row.text)
    text = row.text[len(contact) :]
    named = next((part for part in begins if text.startswith(part)), None)
    if named is None:
        return False
    rest = text[len(named) :]
    if (contact or rest.startswith(":")) and gives_address(rest):
        return True  # `Contact Emma Aldous at …`, `Aldous: 555-932-8746`
    told = _told().match(rest)
    return told is not None and (has_role(rest) or has_handle(rest) or _of_work().search(rest) is not None)
