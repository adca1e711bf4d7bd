"""Finds the lines that say who wrote the article."""

import re

from generator.around_bylines import (
    beyond,
    has_handle_below,
    has_post_below,
    is_spoken_of,
    is_subject,
    read_around,
    read_second,
)
from generator.byline import Byline, read_byline
from generator.bylines_below import find_below, find_dated_below, read_names_below
from generator.characters import fold
from generator.clearest_bylines import keep_the_clearest
from generator.credits import is_credit, split_credit
from generator.date_forms import has_relative
from generator.dates import without
from generator.east_asian_bylines import find_east_asian, is_east_asian
from generator.names import (
    agency_of,
    has_given_name,
    has_handle,
    has_role,
    is_connector,
    is_desk,
    is_name,
    is_other_work,
    lead_of,
    wire_of,
)
from generator.pointers import label_kind
from generator.rows import Row
from generator.sight import Sight

_LONGEST = 160
_DASHES = "—–-"
_PARTED = ("", *" ,|/•·–-—@(;")
"""What parts a name from the rest of its line."""
_AGE = re.compile(r",?\s*\(?\d{1,3}\b(?!\s*\w*ommen)")
"""`Tom Birk, 43, a stoker`"""
_PLACE_LINE = re.compile(r"[^.\d]{2,40}\.\s?[-–—]")
"""Where a line was written, or by which paper: `HARWELL.- 17 May 2022`."""
_SHORT_LEAD = 5
"""Letters of words such as `By`, behind which one word may sign; behind `Author` it is a button."""
_LISTS = frozenset({"tags", "popular"})
"""Known lines under which a name is a subject of the article or stands in a list of others."""
_HEAD = 10
"""Lines between a standfirst and the text in which a byline may stand."""
_OFTEN = 2
"""A line that stands more often on a page is no byline, but the name of a section."""
_MOSTLY = 0.5
"""Share of a line without a leading word that has to be names."""


def find_bylines(sight: Sight) -> None:
    """Reads bylines: with a word that leads them, names alone near headline and date, names beside a date."""
    rows = sight.rows
    for i, row in enumerate(rows[: _reach(sight)]):
        if i == 0 or len(row.text) > _LONGEST:
            continue
        if row.moments:
            if row.text[0] in _DASHES and has_handle(row.text):
                continue  # who signs a message that the page shows: `— Name (@handle) May 2, 2020`
            if _PLACE_LINE.match(row.text):
                continue
            byline = read_byline(without(row.text, row.moments))
            if (byline.names and not (_is_address(byline.names[0]) and not byline.led)) or byline.agency:
                sight.bylines.append((i, byline))
        elif (
            row.kind is None
            and (row.group is None or _is_desk_beside_date(sight, i))
            and not _read_counted(sight, i, row)
        ):
            _read(sight, i, row)
    keep_the_clearest(sight)
    if not any(byline.led or rows[i].moments for i, byline in sight.bylines):
        find_dated_below(sight, _reach(sight))
    if not any(byline.names or byline.agency for _, byline in sight.bylines):
        find_below(sight)
    if not any(byline.names for _, byline in sight.bylines) and is_east_asian(sight.title):
        find_east_asian(sight)
    read_second(sight)
    read_around(sight)


def _is_desk_beside_date(sight: Sight, i: int) -> bool:
    """Whether a newsroom stands right beside the dateline, where its name is no button of the page."""
    return is_desk(sight.rows[i].text) and any(row.moments for row in sight.rows[i - 1 : i + 2])


def _reach(sight: Sight) -> int:
    """Up to which line a byline above the text may stand: there may be a standfirst and some lines before it."""
    rows = sight.rows
    second = next((i for i in range(sight.start + 1, len(rows)) if rows[i].prose and not rows[i].kind), 0)
    return max(sight.start + 4, min(second, sight.start + _HEAD))


def _is_address(name: str) -> bool:
    return " " not in name and "." in name


def _read_counted(sight: Sight, i: int, row: Row) -> bool:
    """A name beside a time counted from the day of the capture: `Marta Olmedo | Publicado hace 3 horas`."""
    byline = read_byline(without(row.text, [])) if has_relative(row.text) else Byline()
    if not byline.agency and not any(map(is_name, byline.names)):
        return False
    sight.bylines.append((i, byline))
    row.read_as("byline", "a name beside a time counted from the day of the capture")
    return True


def _read(sight: Sight, i: int, row: Row) -> bool:
    led = lead_of(row.text)
    if row.ends and (row.prose or (not led and not is_name(row.text))):
        return False
    if led is None and not (
        is_name(row.text)
        or is_desk(row.text)
        or _agency_alone(row.text)
        or has_handle(row.text)
        or i <= sight.start + 1
    ):
        return False
    credit = row.joined or is_credit(row.text) or bool(split_credit(row.text)[1])
    if credit and not led and not _agency_alone(row.text) and not _names_beside_date(sight, i):
        return False
    byline = read_byline(row.text)
    if led and not led[1].strip():
        read_names_below(sight, i, row)
        return True
    if led and not (byline.names or byline.agency) and _signs_in_a_word(sight, i, *led):
        byline = Byline((led[1].strip(),), led=True)
    if led and (byline.names or byline.agency):
        sight.bylines.append((i, byline))
        row.read_as("byline", "a name after a word that leads a byline")
        return True
    if led is None and (_signs(sight, i, row) or _alone(sight, i, row, byline)):
        sight.bylines.append((i, byline))
        row.read_as("byline", "a name near headline and date")
        return True
    return False


def _signs_in_a_word(sight: Sight, i: int, lead: str, word: str) -> bool:
    """Whether one word behind `By` beside the date is who signs: `By Correspondent`, `by HarwellWeb`."""
    dated = any(row.moments for row in sight.rows[max(1, i - 1) : i + 2])
    return (
        dated and len(lead) <= _SHORT_LEAD and word.strip().isalpha() and word[0].isupper() and len(word) > 2
    )


def _agency_alone(text: str) -> bool:
    """Whether a line names agencies and nothing else but a place: `EFE / Madrid`."""
    if wire_of(text):
        return True
    first, *rest = re.split(r"\s*[/,|-]\s*", text)
    return len(rest) == 1 and len(rest[0].split()) <= 3 and rest[0].istitle() and bool(agency_of(first))


def _names_beside_date(sight: Sight, i: int) -> bool:
    """Whether a line begins with a name and stands right above or below the dateline, not under a picture."""
    rows = sight.rows
    beside = [rows[j] for j in (i - 1, i + 1) if 0 < j < len(rows)]
    above = rows[i - 1]
    if rows[i].joined and (above.kind == "byline" or is_connector(above.text)):
        return has_given_name(rows[i].text) and is_name(rows[i].text)
    pictured = above.kind in ("alt", "caption") or (rows[i].joined and not above.moments)
    return has_given_name(rows[i].text) and not pictured and any(row.moments for row in beside)


def _signs(sight: Sight, i: int, row: Row) -> bool:
    """Whether a newsroom or agency signs: its name alone, near the headline or the dateline.

    An agency has to stand right beside one of them, since its name alone is a picture's credit as well.
    """
    if _agency_alone(row.text):
        beside = [r for j, r in enumerate(sight.rows[i - 1 : i + 3], i - 1) if 0 < j != i]
        dated = any(r.moments for r in beside)
        return dated or (i - 1 == sight.anchor and sight.rows[i - 1].kind == "header")
    near = sight.rows[max(1, i - 4) : i + 5]
    close = i <= 6 and not sight.anchor
    return (
        is_desk(row.text)
        and i >= sight.anchor
        and (close or any(r.moments or r.kind == "header" for r in near))
    )


def _alone(sight: Sight, i: int, row: Row, byline: Byline) -> bool:
    """Whether a name without any word before it is the author's: it stands beside the date or the headline.

    A name that does not begin with a known given name has to stand right beside the dateline.
    """
    if not byline.names or not all(is_name(name) for name in byline.names) or len(row.text) > 90:
        return False
    handle = has_handle(row.text) or has_handle_below(sight, i, byline.names[0])
    known = all(has_given_name(name) for name in byline.names) or has_post_below(sight, i)
    if not byline.roles and any(is_subject(fold(name), sight.folded_title) for name in byline.names):
        return False
    if not handle and any(is_spoken_of(sight, fold(name)) for name in byline.names):
        return False
    if not known and not handle and sum(r.folded == row.folded for r in sight.rows) > _OFTEN:
        return False  # the name of a section
    if sight.rows[i - 1].group in _LISTS or label_kind(sight.rows[i - 1].folded) in ("pointer", "list"):
        return False  # a subject of the article, or of other pages
    if i + 1 < len(sight.rows) and is_other_work(sight.rows[i + 1].text):
        return False
    if handle and sum(r.prose and r.kind is None for r in sight.rows[sight.start : i]) > 1:
        return False  # the head of a message that the page shows amid the text
    text = row.text.casefold()
    at = text.find(byline.names[-1].casefold())
    behind = row.text[at + len(byline.names[-1]) if known else len(byline.names[0]) :]
    parted = (
        behind.strip()[:1] in _PARTED or behind[:1].isupper() or behind.strip() in dict(byline.roles).values()
    )
    told = ":" in behind or _AGE.match(behind) is not None
    first = known and text.startswith(byline.names[0].casefold()) and not told and parted
    first = first or (known and text.endswith(byline.names[-1].casefold()) and has_role(row.text))
    if row.text.endswith(":"):
        return False  # who speaks next
    if _AGE.match(behind) or (
        not handle
        and not first
        and not byline.agency
        and sum(map(len, byline.names)) < _MOSTLY * len(row.text)
    ):
        return False
    if i == 1 and sight.start <= 3 and label_kind(row.folded) is None:
        return True
    if handle and i <= sight.start + 3 and is_name(byline.names[0]):
        return True
    beside = [sight.rows[j] for j in (beyond(sight, i, -1), beyond(sight, i, 1)) if 0 < j < len(sight.rows)]
    dated = any(r.kind == "dateline" for r in beside)
    if len(byline.names) > 1 and not known:
        return (dated or i - 1 == sight.anchor) and any(map(has_given_name, byline.names))
    if dated:
        return True
    reach = 3 if known else 1
    near = [sight.rows[j] for j in range(i - reach, i + reach + 1) if 0 < j < len(sight.rows) and j != i]
    if any(r.kind == "dateline" for r in near) or (known and (has_handle(row.text) or i <= sight.start + 2)):
        return True
    return known and any(r.kind in ("header", "byline") or is_connector(r.text) for r in near)
