"""Finds the lines that say who wrote the article."""

from generator.byline import Byline, read_byline
from generator.characters import fold
from generator.dates import without
from generator.names import (
    agency_of,
    has_given_name,
    has_handle,
    is_connector,
    is_desk,
    is_name,
    lead_of,
)
from generator.pictures import is_credit, split_credit
from generator.pointers import label_kind
from generator.rows import Row
from generator.sight import Sight

_LONGEST = 160
_DASHES = "—–-"
_ABOVE = 2
"""Lines above the repeated headline in which a byline may stand; what is farther up is a menu."""
_OFTEN = 2
"""A line that stands more often on a page is no byline, but the name of a section."""
_MOSTLY = 0.5
"""Share of a line without a leading word that has to be names."""


def find_bylines(sight: Sight) -> None:
    """Reads bylines: with a word that leads them, names alone near headline and date, names beside a date."""
    rows = sight.rows
    for i, row in enumerate(rows[: sight.start + 4]):
        if i == 0 or len(row.text) > _LONGEST:
            continue
        if row.moments:
            if row.text[0] in _DASHES and has_handle(row.text):
                continue  # who signs a message that the page shows: `— Name (@handle) May 2, 2020`
            byline = read_byline(without(row.text, row.moments))
            if byline.names or byline.agency:
                sight.bylines.append((i, byline))
        elif row.kind is None and row.group is None:
            _read(sight, i, row)
    _keep_the_clearest(sight)
    if not any(byline.names for _, byline in sight.bylines):
        for i in range(sight.end, min(sight.end + 6, len(rows))):
            row = rows[i]
            if row.kind is None and row.group is None and len(row.text) < 80 and _read_behind(sight, i, row):
                break


def _read_behind(sight: Sight, i: int, row: Row) -> bool:
    """A byline below the text: led by a word, or a name alone right behind the last paragraph."""
    led = lead_of(row.text)
    byline = read_byline(row.text)
    capitals = row.text.split()[-1].isupper() and len(row.text.split()[-1]) > 3 and not row.text.isupper()
    alone = is_name(row.text) and (has_given_name(row.text) or capitals) and i <= sight.end + 1
    if not byline.names or not (led or alone or (has_handle(row.text) and has_given_name(row.text))):
        return False
    sight.bylines.append((i, byline))
    row.read_as("byline", "a name below the text")
    return True


def _keep_the_clearest(sight: Sight) -> None:
    """Where a byline is led by a word, names found without one are no authors; the nearest to the text win."""
    if sight.anchor and any(i >= sight.anchor - _ABOVE for i, byline in sight.bylines if byline.names):
        sight.bylines = [found for found in sight.bylines if found[0] >= sight.anchor - _ABOVE]
    led = _together(sight, [f for f in sight.bylines if f[1].led and (f[1].names or f[1].agency)])
    below = [found for found in sight.bylines if sight.rows[found[0]].rule.startswith("a name below")]
    if led or below:
        sight.bylines = [found for found in sight.bylines if found in led or found in below]
        return
    people = [found for found in sight.bylines if any(not is_desk(name) for name in found[1].names)]
    sight.bylines = people or sight.bylines
    alone = [found for found in sight.bylines if not sight.rows[found[0]].moments]
    if len({name for _, byline in alone for name in byline.names}) > 1:
        dated = [i for i, row in enumerate(sight.rows) if row.kind == "dateline"] + [sight.anchor]
        best = min(
            alone, key=lambda found: (_unknown(found[1]), min(abs(found[0] - i) for i in dated), found[0])
        )
        sight.bylines = [found for found in sight.bylines if found not in alone or found is best]
        after = sight.rows[best[0] + 1 : best[0] + 2]
        if (
            after
            and after[0].kind is None
            and is_name(after[0].text)
            and not after[0].ends
            and after[0].group is None
        ):
            sight.bylines.append((best[0] + 1, read_byline(after[0].text)))
            after[0].read_as("byline", "a name below another author's")


def _together(sight: Sight, led: list[tuple[int, Byline]]) -> list[tuple[int, Byline]]:
    """The first of the led bylines and those that only names, dates and furniture part from it.

    A led byline behind other lines is of another article, which the page shows in a box.
    """
    for n in range(1, len(led)):
        if any(row.kind is None and row.group is None for row in sight.rows[led[n - 1][0] + 1 : led[n][0]]):
            return led[:n]
    return led


def _is_subject(name: str, title: str) -> bool:
    """Whether the headline speaks of a person; behind a bar or dash it names who wrote."""
    before, found, _ = title.partition(name)
    return bool(found) and not before.endswith(("- ", "| ", ": ", "· ", "by ", "von ", "par ", "por ", "di "))


def _unknown(byline: Byline) -> bool:
    return not any(map(has_given_name, byline.names))


def _read(sight: Sight, i: int, row: Row) -> bool:
    led = lead_of(row.text)
    if led is None and not (
        is_name(row.text)
        or is_desk(row.text)
        or agency_of(row.text)
        or has_handle(row.text)
        or i <= sight.start
    ):
        return False
    if row.ends and not led and not is_name(row.text):
        return False
    if not led and (row.joined or is_credit(row.text) or split_credit(row.text)[1]):
        return False
    byline = read_byline(row.text)
    if led and not led[1].strip():
        row.read_as("byline", "a word that leads a byline")
        for j in range(i + 1, min(i + 8, len(sight.rows))):
            after = sight.rows[j]
            named = read_byline(after.text) if len(after.text) < 80 else Byline()
            counted = any(map(str.isdigit, after.text)) and not has_handle(after.text)  # a result, no name
            if not after.ends and not after.moments and not counted and (named.names or named.agency):
                sight.bylines.append((j, named))
                after.read_as("byline", "a name below a word that leads a byline")
            elif is_connector(after.text):
                after.read_as("byline", "a word between two names")
            else:
                break
        return True
    if led and (byline.names or byline.agency):
        sight.bylines.append((i, byline))
        row.read_as("byline", "a name after a word that leads a byline")
        return True
    if led is None and (_signs(sight, i, row) or _alone(sight, i, row, byline)):
        sight.bylines.append((i, byline))
        row.read_as("byline", "a name near headline and date")
        return True
    return False


def _signs(sight: Sight, i: int, row: Row) -> bool:
    """Whether a newsroom or agency signs: its name alone, near the headline or the dateline."""
    near = sight.rows[max(1, i - 4) : i + 5]
    named = (is_desk(row.text) and i > sight.anchor) or bool(agency_of(row.text))
    close = i <= 6 and not sight.anchor
    return named and (close or any(r.moments or r.kind == "header" for r in near))


def _alone(sight: Sight, i: int, row: Row, byline: Byline) -> bool:
    """Whether a name without any word before it is the author's: it stands beside the date or the headline.

    A name that does not begin with a known given name has to stand right beside the dateline.
    """
    if not byline.names or not all(is_name(name) for name in byline.names) or len(row.text) > 90:
        return False
    handle = has_handle(row.text)
    known = all(has_given_name(name) for name in byline.names)
    if any(_is_subject(fold(name), sight.folded_title) for name in byline.names):
        return False
    if not known and not handle and sum(r.folded == row.folded for r in sight.rows) > _OFTEN:
        return False  # the name of a section
    first = known and row.text.startswith(byline.names[0])
    if not handle and not first and sum(map(len, byline.names)) < _MOSTLY * len(row.text):
        return False
    if i == 1 and sight.start <= 3 and label_kind(row.folded) is None:
        return True
    if handle and i <= sight.start + 3 and is_name(byline.names[0]):
        return True
    if len(byline.names) > 1 and not known:
        return False
    reach = 3 if known else 1
    near = [sight.rows[j] for j in range(i - reach, i + reach + 1) if 0 < j < len(sight.rows) and j != i]
    if any(r.kind == "dateline" for r in near) or (known and (has_handle(row.text) or i <= sight.start + 2)):
        return True
    return known and any(r.kind in ("header", "byline") or is_connector(r.text) for r in near)
