"""Finds the lines that say who wrote the article."""

from generator.datelines import without_moments
from generator.names import Byline, agency_of, is_connector, is_desk, is_name, lead_of, read_byline
from generator.rows import Row
from generator.sight import Sight

_LONGEST = 160


def find_bylines(sight: Sight) -> None:
    """Reads bylines: with a word that leads them, names alone near headline and date, names beside a date."""
    rows = sight.rows
    for i, row in enumerate(rows[: sight.start + 4]):
        if i == 0 or len(row.text) > _LONGEST:
            continue
        if row.moments:
            byline = read_byline(without_moments(row.text, row.moments))
            if byline.names or byline.agency:
                sight.bylines.append((i, byline))
        elif row.kind is None and row.group is None:
            _read(sight, i, row)
    if not any(byline.names for _, byline in sight.bylines):
        for i in range(sight.end, min(sight.end + 6, len(rows))):
            row = rows[i]
            if row.kind is None and row.group is None and len(row.text) < 80 and _read(sight, i, row):
                break


def _read(sight: Sight, i: int, row: Row) -> bool:
    led = lead_of(row.text)
    if led is None and not (
        is_name(row.text) or is_desk(row.text) or agency_of(row.text) or i <= sight.start
    ):
        return False
    if row.ends and not led:
        return False
    byline = read_byline(row.text)
    if led and not led[1].strip():
        row.read_as("byline", "a word that leads a byline")
        after = next((r for r in sight.rows[i + 1 : i + 3] if r.kind is None), None)
        if after is not None and (is_name(after.text) or is_desk(after.text)):
            sight.bylines.append((i + 1, read_byline(after.text)))
            after.read_as("byline", "a name below a word that leads a byline")
        return True
    if led and (byline.names or byline.agency):
        sight.bylines.append((i, byline))
        row.read_as("byline", "a name after a word that leads a byline")
        return True
    if led is None and (is_desk(row.text) or agency_of(row.text) or _alone(sight, i, row, byline)):
        sight.bylines.append((i, byline))
        row.read_as("byline", "a name near headline and date")
        return True
    return False


def _alone(sight: Sight, i: int, row: Row, byline: Byline) -> bool:
    """Whether a name without any word before it is the author's: it stands beside the date or the headline."""
    if not byline.names or not is_name(row.text):
        return False
    near = [r for j in (i - 2, i - 1, i + 1, i + 2) if 0 < j < len(sight.rows) for r in [sight.rows[j]]]
    return any(r.moments or r.kind in ("header", "byline") or is_connector(r.text) for r in near)
