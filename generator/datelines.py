"""Finds the lines that say when the article was published and updated."""

import re
from dataclasses import replace
from datetime import date

from generator.byline import read_byline
from generator.credits import is_credit, split_credit
from generator.date_forms import is_relative, parted
from generator.dates import Moment, moments, rest_of, without
from generator.names import agency_of, lead_of
from generator.rows import Row
from generator.rulebook import table
from generator.sight import Sight

_LONGEST = 280
_LONGEST_SENTENCE = 130
_MOST_WORDS = 4
_MOST_SMALL = 5
"""Words of a byline without a leading word that begin small."""
_TOLD_WORDS = 3
"""Words beside a date from which a line may speak of that day."""
_LONGEST_LABEL = 40
_LONGEST_TIME = 24
_LEAST_OF_ENTRY = 20
"""Characters of what a chronicle says of a clock time."""
_NEAR = 3
"""Days between the header's and one that may be of the publication too."""
_BESIDE = 3
"""Lines between a dateline and the clock time that goes with it."""
_PLACE_LINE = re.compile(r"[^(]{2,40}\(([^()]{8,50})\) ?[-–—]")
_LENGTH = re.compile(r"\d\d?:\d\d")
_OPENING = 5
"""Lines from the beginning of the text within which its first paragraph stands."""
_LIST = 3
"""So many lines with a date and words in a row are a list."""


def find_datelines(sight: Sight) -> None:
    """Reads every short line with a date or clock time in it that says little else."""
    wordy: list[int] = []
    for i, row in enumerate(sight.rows[1:], 1):
        if not row.digit or row.kind not in (None, "header") or len(row.text) > _LONGEST:
            continue
        if row.ends and row.prose and len(row.text) > _LONGEST_SENTENCE:
            continue
        if row.kind is None and row.group is None and is_relative(row.text):
            row.read_as("dateline", "a time counted from the day of the capture")
            continue
        found = moments(row.text, sight.day)
        if not found or row.kind == "header":
            continue
        label = _label(sight.rows[i - 1])
        if label is not None and not any(moment.modified for moment in found):
            found = [replace(moment, modified=label) for moment in found]
        if row.text.casefold().startswith("file photo") or is_credit(row.text):
            continue
        if i >= sight.start and (row.text.endswith((";", ",")) or "\t" in row.text):
            continue  # an item of a list, a row of a table
        behind = sight.rows[i + 1 : i + 3] if _LENGTH.fullmatch(row.text) else ()
        if any(other.group == "player" and not other.digit for other in behind):
            continue  # how long a recording is
        if all(moment.day is None for moment in found) and (
            len(row.text) > 60
            or (sight.start < i < sight.end and not _below_dateline(sight, i))
            or (_is_told(sight, i) and not found[0].modified)
        ):
            continue  # a time within the text is an entry of a chronicle
        rest = rest_of(row.text, found)
        if len(rest) > _MOST_WORDS and split_credit(row.text)[1] and not lead_of(row.text):
            continue  # a caption with the day on which the picture was taken
        near = i <= sight.start + 3 or i >= sight.end - 3
        most = _MOST_WORDS if any(moment.day for moment in found) else 1
        ends = row.ends and found[-1].end < len(parted(row.text))  # `3:30 p.m.` ends no sentence
        told = _is_told_of(found, sight.day)
        if len(rest) >= _TOLD_WORDS and not told and _is_far(found, sight.day):
            wordy.append(i)
            continue  # what was on another day
        if (
            len(rest) <= (most if told or (near and not ends) else 0)
            or (near and _is_byline(row.text, found))
            or _is_dated_byline(row, found, sight.day)
        ):
            row.moments = found
            wordy.append(i if rest else -1)
            row.read_as("dateline", "a date or clock time, and hardly anything else")
            if label is not None:
                sight.rows[i - 1].read_as("dateline", "a word that says what the date below it is")
    _leave_lists(sight, wordy)
    _choose(sight)


def _below_dateline(sight: Sight, i: int) -> bool:
    """Whether one of the two lines above states a day, and no clock time."""
    above = [moment for row in sight.rows[max(0, i - 2) : i] for moment in row.moments]
    return any(moment.day for moment in above) and not any(moment.time for moment in above)


def _is_told(sight: Sight, i: int) -> bool:
    """Whether one of the two lines above states day and clock time, so that another time begins a chronicle."""
    above = [moment for row in sight.rows[max(0, i - 2) : i] for moment in row.moments]
    return any(moment.day and moment.time for moment in above)


def _label(row: Row) -> bool | None:
    """Whether a line is a word such as `Updated` alone, to which the date below it belongs; False for `Published`."""
    if row.kind not in (None, "dateline") or row.moments or len(row.text) > _LONGEST_LABEL:
        return None
    rows = table("dates")
    return True if row.folded in rows["modified"] else False if row.folded in rows["published"] else None


def _leave_lists(sight: Sight, wordy: list[int]) -> None:
    """Gives back runs of lines that each have a date and a few words, and clock times above a sentence each: a
    calendar or a chronicle, not a dateline."""
    run: list[int] = []
    for i in [*wordy, -1]:
        if run and i == run[-1] + 1:
            run.append(i)
            continue
        if len(run) >= _LIST:
            _give_back(sight, run)
        run = [i] if i > 0 else []
    told = [i for i in range(sight.anchor + 1, len(sight.rows) - 1) if _begins_entry(sight, i)]
    if len(told) > 1:
        _give_back(sight, told)


def _begins_entry(sight: Sight, i: int) -> bool:
    row = sight.rows[i]
    found = row.moments
    if not found and row.kind is None and row.digit and len(row.text) <= _LONGEST_TIME:
        found = moments(row.text, sight.day)
    alone = bool(found) and all(moment.day is None for moment in found)
    below = sight.rows[i + 1]
    return alone and below.ends and len(below.text) >= _LEAST_OF_ENTRY and not rest_of(row.text, found)


def _give_back(sight: Sight, lines: list[int]) -> None:
    for i in lines:
        sight.rows[i].kind, sight.rows[i].rule, sight.rows[i].moments = None, "", []


def _is_byline(text: str, found: list[Moment]) -> bool:
    rest = without(text, found)
    led = bool(lead_of(rest.strip(" |")))
    if len(rest) >= (140 if led else 100):
        return False
    if led:
        return True
    if sum(word[0].islower() for word in rest.split()) > _MOST_SMALL:
        return False  # a sentence that names somebody and ends in a day
    byline = read_byline(rest)
    return bool(byline.names or byline.agency or agency_of(rest))


def _is_dated_byline(row: Row, found: list[Moment], day: date) -> bool:
    """Whether a line gives the header's day, a clock time and a byline with a leading word, wherever it stands."""
    told = any(moment.day == day and moment.time for moment in found)
    pieces = without(row.text, found).split("|") if told and not row.ends else []
    return any(lead_of(piece.strip()) and read_byline(piece.strip()).names for piece in pieces)


def _is_told_of(found: list[Moment], day: date) -> bool:
    """Whether a line gives day and clock time with a word that says of what: `Harwell, updated 4 March, 15:30`."""
    return any(
        moment.time and moment.day == day and (moment.published or moment.modified) for moment in found
    )


def _is_far(found: list[Moment], day: date) -> bool:
    """Whether a line gives no clock time, no word that says of what, and no day near the header's."""
    return not any(
        moment.time
        or moment.published
        or moment.modified
        or (moment.day and abs((moment.day - day).days) <= _NEAR)
        for moment in found
    )


def _choose(sight: Sight) -> None:
    """The moment of publication and of the last update: of the lines nearest the beginning of the text."""
    order = sorted(
        (i for i, row in enumerate(sight.rows) if row.moments),
        key=lambda i: (_below(i, sight), abs(i - max(sight.anchor, 1)) if not _below(i, sight) else i),
    )
    whole = [(i, moment) for i in order for moment in _with_days(sight.rows[i].moments)]
    for _, moment in whole:
        late = moment.day is None or moment.day >= sight.day or _close(moment, sight)
        if moment.modified and sight.modified is None and late:
            sight.modified = moment
    published = [(i, moment) for i, moment in whole if not moment.modified and _close(moment, sight)]
    other = any(moment.day and _close(moment, sight) for _, moment in whole if moment.modified)
    sight.published = _publication(sight, published, other)


def _publication(sight: Sight, published: list[tuple[int, Moment]], other: bool) -> Moment | None:
    """The moment that the header's day and the datelines give together.

    The header's day goes before another, a line near the beginning before one below the text, which may be a
    reader's comment. `other`: the page states the day of an update, so that a clock time alone may belong to that.
    """
    dated = [(i, moment) for i, moment in published if moment.day]
    at, best = min(
        dated,
        key=lambda found: (found[1].day != sight.day, _below(found[0], sight), not found[1].published),
        default=(None, None),
    )
    if at is None or best is None:
        return None if other else _time_alone(sight, None, published) or _in_place_line(sight)
    if best.day != sight.day or best.time:
        return best
    timed = [(i, moment) for i, moment in dated if moment.day == sight.day and moment.time]
    timed.sort(key=lambda found: not found[1].published)
    near = [moment for i, moment in timed if not _below(i, sight)]
    far = [moment for i, moment in timed if _below(i, sight) and not _is_remark(i, sight)]
    signed = [m for i, m in published if m.day is None and m.published and _below(i, sight)]
    alone = _time_alone(sight, at, published) or (signed[0] if len(signed) == 1 else None)
    return next(filter(None, (*near, alone, *far, _in_place_line(sight))), best)


def _is_remark(i: int, sight: Sight) -> bool:
    """Whether a line with a clock time is of a reader's comment: it stands below the line that begins them."""
    return any(row.group == "comments" for row in sight.rows[(sight.start + i) // 2 : i])


def _in_place_line(sight: Sight) -> Moment | None:
    """The header's day with a clock time in brackets before the dash that opens the text: `Harwell (4 March 2021,
    15:30 GMT) -- The ferry …`."""
    for row in sight.rows[sight.start : sight.start + _OPENING]:
        opened = _PLACE_LINE.match(row.text) if row.digit else None
        for moment in moments(opened[1], sight.day) if opened else ():
            if moment.day == sight.day and moment.time and not moment.modified:
                return moment
    return None


def _below(i: int, sight: Sight) -> bool:
    """Whether a line stands below the beginning of the text."""
    return i > sight.start + 3


def _with_days(found: list[Moment]) -> list[Moment]:
    """The moments of a line, each with the day that the line gave before it."""
    day: date | None = None
    whole = []
    for moment in found:
        day = moment.day or day
        whole.append(moment if moment.day == day else replace(moment, day=day))
    return whole


def _time_alone(sight: Sight, dateline: int | None, published: list[tuple[int, Moment]]) -> Moment | None:
    """A clock time on a line of its own: beside the dateline or right above the text, or, on a page without a
    dateline, anywhere before the text."""
    for i, moment in published:
        beside = dateline is not None and abs(i - dateline) <= _BESIDE
        row = sight.rows[i]
        alone = dateline is None and not _below(i, sight) and not rest_of(row.text, row.moments)
        opens = dateline is not None and i == sight.start - 1 and not rest_of(row.text, row.moments)
        if moment.day is None and moment.time and (beside or alone or opens):
            return moment
    return None


def _close(moment: Moment, sight: Sight) -> bool:
    return moment.day is None or abs((moment.day - sight.day).days) <= 1
