"""Finds the lines that say when the article was published and updated."""

import re

from generator.date_forms import relative
from generator.dates import Moment, moments, rest_of, without
from generator.names import agency_of, lead_of, read_byline
from generator.pictures import is_credit
from generator.rulebook import table
from generator.sight import Sight

_DIGIT = re.compile(r"\d")
RELATIVE = re.compile(
    rf"\W*(?:{relative().pattern}|{'|'.join(row[0] for row in table('dates')['elapsed'])})\W*", re.IGNORECASE
)
"""A line that is nothing but a time counted from the day of the capture."""
_LONGEST = 220
_LONGEST_SENTENCE = 130
_MOST_WORDS = 4
_LIST = 3
"""So many lines with a date and words in a row are a list."""


def find_datelines(sight: Sight) -> None:
    """Reads every short line with a date or clock time in it that says little else."""
    wordy: list[int] = []
    for i, row in enumerate(sight.rows[1:], 1):
        if row.kind not in (None, "header") or len(row.text) > _LONGEST or not _DIGIT.search(row.text):
            continue
        if row.prose and len(row.text) > _LONGEST_SENTENCE:
            continue
        if row.kind is None and row.group is None and RELATIVE.fullmatch(row.text):
            row.read_as("dateline", "a time counted from the day of the capture")
            continue
        found = moments(row.text, sight.day)
        if not found or row.kind == "header":
            continue
        if row.text.casefold().startswith("file photo") or is_credit(row.text):
            continue
        if all(moment.day is None for moment in found) and (
            len(row.text) > 60 or (sight.start < i < sight.end and not _below_dateline(sight, i))
        ):
            continue  # a time within the text is an entry of a chronicle
        rest = rest_of(row.text, found)
        near = i <= sight.start + 3 or i >= sight.end - 3
        if len(rest) <= (_MOST_WORDS if not row.ends and near else 0) or (
            near and _is_byline(row.text, found)
        ):
            row.moments = found
            wordy.append(i if rest else -1)
            row.read_as("dateline", "a date or clock time, and hardly anything else")
    _leave_lists(sight, wordy)
    _choose(sight)


def _below_dateline(sight: Sight, i: int) -> bool:
    """Whether one of the two lines above states a day."""
    return any(moment.day for row in sight.rows[max(0, i - 2) : i] for moment in row.moments)


def _leave_lists(sight: Sight, wordy: list[int]) -> None:
    """Gives back runs of lines that each have a date and a few words: a calendar or a chronicle, not a dateline."""
    run: list[int] = []
    for i in [*wordy, -1]:
        if run and i == run[-1] + 1:
            run.append(i)
            continue
        if len(run) >= _LIST:
            for j in run:
                sight.rows[j].kind, sight.rows[j].rule, sight.rows[j].moments = None, "", []
        run = [i] if i > 0 else []


def _is_byline(text: str, found: list[Moment]) -> bool:
    rest = without(text, found)
    byline = read_byline(rest)
    led = bool(lead_of(rest.strip(" |")))
    return len(rest) < (140 if led else 100) and bool(byline.names or byline.agency or led or agency_of(rest))


def _choose(sight: Sight) -> None:
    """The moment of publication and of the last update: of the lines nearest the beginning of the text."""
    order = sorted(
        (i for i, row in enumerate(sight.rows) if row.moments),
        key=lambda i: (i > sight.start + 3, abs(i - max(sight.anchor, 1)) if i <= sight.start + 3 else i),
    )
    days = {
        moment.day for i in order for moment in sight.rows[i].moments if moment.day and _close(moment, sight)
    }
    other = bool(days) and sight.day not in days
    for i in order:
        day = None
        for moment in sight.rows[i].moments:
            day = moment.day or day
            whole = Moment(day, moment.time, moment.offset, moment.modified, moment.start, moment.end)
            if whole.modified:
                if sight.modified is None and (
                    whole.day is None or whole.day >= sight.day or _close(whole, sight)
                ):
                    sight.modified = whole
            elif (
                _close(whole, sight)
                and not (whole.day is None and (other or i > sight.start + 3))
                and (
                    sight.published is None
                    or (
                        (sight.published.day or sight.day) != sight.day
                        and (whole.day or sight.day) == sight.day
                    )
                    or (
                        not sight.published.time
                        and whole.time
                        and (whole.day or sight.day) == (sight.published.day or sight.day)
                    )
                )
            ):
                sight.published = whole


def _close(moment: Moment, sight: Sight) -> bool:
    return moment.day is None or abs((moment.day - sight.day).days) <= 1
