"""Finds the byline below the text, and names on lines of their own below a word that leads them."""

import re
from dataclasses import replace

from generator.byline import Byline, pseudonym_of, read_byline
from generator.dates import without
from generator.names import has_given_name, has_handle, is_connector, is_desk, is_name, lead_of, wire_of
from generator.rows import Row
from generator.sight import Sight

_BELOW = 6
"""Lines below the text in which a byline may stand."""
_LONGEST = 80
_EDGE = " -–—/()[].,"
_PLACED = re.compile(r"[^().]{2,40} \(([^()]{2,40})\)")
"""A place and who signs: `HARWELL (AFP)`."""
_CODE = re.compile(
    r"[^\W\d_]{2,5}(?:/[^\W\d_]{2,5})*/(?:[^\W\d_]{2,5}|\w+-Redaktion|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4})",
    re.IGNORECASE,
)
_MOST_LINES = 8
"""Lines that names and the words between them may take."""


def find_below(sight: Sight) -> None:
    """The byline below the text, where none stands above it; not behind the beginning of the comments."""
    rows = sight.rows
    last = max(
        (i for i in range(sight.start, sight.end) if rows[i].prose and not rows[i].kind), default=sight.end
    )
    for i in range(min(last + 1, sight.end), min(sight.end + _BELOW, len(rows))):
        row = rows[i]
        if row.group == "comments":
            return
        if (
            row.kind is None
            and row.group is None
            and len(row.text) < _LONGEST
            and (_read_code(sight, i, row) or _read_behind(sight, i, row))
        ):
            _read_further(sight, i)
            return


def find_dated_below(sight: Sight, first: int) -> None:
    """A led byline beside a date below the text (`May 2, 2020 by Emma Aldous`), which goes before names alone.

    `first`: the index from which a line is not above the text.
    """
    for i in range(max(first, sight.end - 2), min(sight.end + _BELOW, len(sight.rows))):
        row = sight.rows[i]
        if row.group == "comments":
            return
        if not any(moment.day and abs((moment.day - sight.day).days) <= 1 for moment in row.moments):
            continue
        rest = without(row.text, row.moments)
        byline = read_byline(rest)
        if byline.names and any(lead_of(piece.strip()) for piece in rest.split("|")):
            sight.bylines = [(i, replace(byline, led=True))]
            return


def _read_further(sight: Sight, i: int) -> None:
    """Names on the lines right below one that stands alone."""
    for j in range(i + 1, min(i + _MOST_LINES, len(sight.rows))):
        row = sight.rows[j]
        if not is_name(sight.rows[i].text) or not is_name(row.text) or row.kind or row.group or row.ends:
            return
        if not has_given_name(row.text):
            return
        sight.bylines.append((j, read_byline(row.text)))
        row.read_as("byline", "a name below another author's")


def _read_code(sight: Sight, i: int, row: Row) -> bool:
    """The initials and houses that close a text: `RND/lb/dpa`, `zdr/sgo/hafenblatt.de`."""
    found = _CODE.fullmatch(row.text)
    if found is None:
        return False
    parts = row.text.split("/")
    if wire_of(row.text):
        byline = Byline(agency=wire_of(row.text), signed=row.text)
    elif is_desk(parts[-1]):
        byline = Byline(tuple(part for part in parts[:-1] if part.islower()))
    else:
        return False
    sight.bylines.append((i, byline))
    row.read_as("byline", "initials and houses that close the text")
    return True


def _read_behind(sight: Sight, i: int, row: Row) -> bool:
    """A byline below the text: led by a word, or a name alone right behind the last paragraph, in the last line, or
    under the date of publication there."""
    led = lead_of(row.text)
    if led and not led[1].strip():
        return read_names_below(sight, i, row)
    placed = _PLACED.fullmatch(row.text)
    wire = (placed[1] if placed else row.text).strip(_EDGE)
    if sight.rows[i - 1].prose and wire_of(wire):
        sight.bylines.append((i, Byline(agency=wire_of(wire), signed=wire)))
        row.read_as("byline", "an agency behind the last paragraph")
        return True
    byline = read_byline(row.text)
    last = row.text.split()[-1]
    capitals = last.isupper() and len(last) > 3 and not row.text.isupper()
    dated = any(moment.day == sight.day for moment in sight.rows[i - 1].moments)
    close = i <= sight.end + 1 or i == len(sight.rows) - 1 or dated
    alone = is_name(row.text) and (capitals or (has_given_name(row.text) and close))
    if byline.agency and led:
        sight.bylines.append((i, byline))
        row.read_as("byline", "an agency below the text")
        return True
    if not byline.names or not (led or alone or (has_handle(row.text) and has_given_name(row.text))):
        return False
    sight.bylines.append((i, byline))
    row.read_as("byline", "a name below the text")
    return True


def read_names_below(sight: Sight, i: int, row: Row) -> bool:
    """The names on lines of their own below a word that leads them, and whether there are any."""
    row.read_as("byline", "a word that leads a byline")
    found = False
    for j in range(i + 1, min(i + _MOST_LINES, len(sight.rows))):
        after = sight.rows[j]
        named = read_byline(after.text) if len(after.text) < _LONGEST else Byline()
        counted = any(map(str.isdigit, after.text)) and not has_handle(after.text)  # a result, no name
        whole = not after.ends and not after.moments and not counted
        signed = pseudonym_of(after.text) if whole and j == i + 1 and after.group is None else ""
        named = replace(named, names=(signed,)) if signed else named
        if found and after.joined and not _goes_on(after.text):
            break  # `France Télévisions`, right below a name: for whom it was written
        if after.group is not None and not is_desk(after.text):
            break  # a button
        if whole and (named.names or named.agency):
            sight.bylines.append((j, replace(named, led=True)))
            after.read_as("byline", "a name below a word that leads a byline")
            found = True
        elif is_connector(after.text):
            after.read_as("byline", "a word between two names")
        else:
            break
    return found


def _goes_on(text: str) -> bool:
    """Whether a line right under a name may hold another, or a word between two."""
    return has_given_name(text) or has_handle(text) or is_desk(text) or is_connector(text)
