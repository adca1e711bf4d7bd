"""What stands below a label of other articles: headlines, the words of their pictures, boxes of the page."""

import re
from collections.abc import Sequence

from generator.byline import read_byline
from generator.characters import plain
from generator.credits import is_credit, split_credit
from generator.date_forms import is_relative
from generator.dates import moments, rest_of
from generator.names import is_name, lead_of
from generator.pictures import IDEOGRAPHS
from generator.pointers import OPENING, is_list_of_words, is_promotion, is_sure_pointer, label_kind
from generator.rows import Row
from generator.rulebook import table
from generator.sight import Sight

_SHORTEST = 15
_LONGEST_HEADLINE = 200
"""Characters; one of a script that writes a word in one or two counts twice."""
_IDEOGRAPHS = 6
_TOLD = 20
"""Characters from which a headline that the line below begins with is no accident."""
_SHORT = 60
_WORD = 5
"""Characters of a word that a headline and the words of its picture have in common."""
_SECTION = 3
"""Words of a section's name between the words of a picture and the headline."""
_LIST = 4
"""Headlines from which a list is a box of the page, and no longer what an author points to."""
_STOPS = (".", ":", "。", "：", '."', ".”", ".“", ".»", ".«", ".’", ".'")
"""Ends that no headline has."""
_LONG = 36
"""Characters from which a line below a pointer's headline is hardly a heading of the text."""
_LONG_BELOW_COLON = 30
LIKE_TEXT = 1.0
"""Log odds from which a line that looks like a headline is text after all and ends a list."""
_NO_TEXT = -2.5
"""Log odds below which a short line behind a headline, and before text, is another headline and no heading."""
_SIGNED = 6
"""Words of a byline and what leads it."""
_BEFORE_DAY = frozenset(
    ("on", "from", "until", "till", "by", "to", "since", "of", "before", "after", "am", "bis", "ab", "vom", "seit",
     "zum", "le", "du", "au", "dès", "el", "del", "desde", "hasta", "il", "dal", "em", "de", "a", "até", "od", "do")
)  # fmt: skip
"""Small words behind which a day is part of a sentence."""
_DATE = 3
"""Words of a day behind a headline."""


def is_headline(row: Row) -> bool:
    """Whether a line reads as the headline of another article."""
    begins = next((c for c in row.text if c.isalnum()), "")
    return (
        row.kind is None
        and row.group is None
        and _SHORTEST <= len(row.text) + len(IDEOGRAPHS.findall(row.text)) <= _LONGEST_HEADLINE
        and not begins.islower()
        and label_kind(row.folded) is None
        and not row.text.endswith(_STOPS)
        and (len(row.text.split()) >= 3 or len(IDEOGRAPHS.findall(row.text)) >= _IDEOGRAPHS)
        and "@" not in row.text
        and not is_list_of_words(row.text)
        and not is_credit(row.text)
        and not split_credit(row.text)[1]
        and not is_sure_pointer(row.text)
        and not _is_signed(row.text)
        and not is_promotion(row.text)
    )


def first_headline(sight: Sight, label: int) -> int | None:
    """The index of the headline that a label announces, None where what stands below it is none.

    Between the two may stand a day, or the words of its picture, and then the name of a section.
    """
    rows = sight.rows
    below = rows[label + 1 : label + 4]
    if len(below) > 1 and is_dated(below[0], sight) and is_headline(below[1]):
        return label + 2
    if below and is_headline(below[0]) and not _is_of_names(below[0].text):
        return label + 1
    if len(below) > 1 and is_headline(below[1]) and (_is_of(below[0], below[1]) or _is_captioned(below[0])):
        return label + 2
    section = len(below) > 2 and len(below[1].text.split()) <= _SECTION
    if section and _is_captioned(below[0]) and is_headline(below[2]):
        return label + 3
    return None


def headlines_below(sight: Sight, label: int, first: int) -> list[Row]:
    """The lines of up to four headlines below a label, with what is joined to them; empty where a box stands there.

    The second and further ones are told from a heading of the text by the mark that the first has too, by their
    length, and by their odds. Four, and those that have a line of their own with a name or day, are what an author
    points to only where the text goes on behind them.
    """
    rows = sight.rows
    if _end(rows, first) - first >= _LIST:
        return []
    least = _LONG_BELOW_COLON if rows[label].text.endswith(":") else _LONG
    last, count, signed = first, 0, False
    while last < len(rows) and count < _LIST and is_headline(rows[last]) and not rows[last].prose:
        row = rows[last]
        said = last + 1 < len(rows) and rows[last + 1].joined
        if (row.joined and last > label + 1) or (said and not is_said_of_headline(rows[last + 1], sight)):
            break
        alike = mark_of(row) and mark_of(row) == mark_of(rows[first])
        apart = row.score < _NO_TEXT and any(other.prose for other in rows[last + 1 : last + 3])
        asks = row.text.endswith("?") and any(other.prose for other in rows[last + 1 : last + 2])
        if count and not alike and not apart and (asks or len(row.text) < least):
            break
        last, count, signed = last + 1 + said, count + 1, signed or said
    goes_on = any(row.prose for row in rows[last : last + 2])
    if signed or count == _LIST:
        return rows[first:last] if goes_on and (count < _LIST or not is_headline(rows[last])) else []
    return rows[first:last] if count > 1 else []


def is_said_of_headline(row: Row, sight: Sight) -> bool:
    """Whether a line right under a headline only says who wrote it, or when."""
    if not row.joined or row.ends or len(row.text) >= _SHORT:
        return False
    return bool(lead_of(row.text)) or is_name(row.text) or is_relative(row.text) or is_dated(row, sight)


def is_dated(row: Row, sight: Sight) -> bool:
    """Whether a line is a date and nothing else."""
    found = moments(row.text, sight.day) if row.digit and len(row.text) < _SHORT else []
    return any(moment.day for moment in found) and not rest_of(row.text, found)


def mark_of(row: Row) -> str:
    """The sign that a line begins with, such as `>` or `—`; of a line that begins with a word or quotation, none."""
    mark = row.text[:1]
    return mark if mark in OPENING and mark not in "([" else ""


def box_end(sight: Sight, first: int) -> int:
    """Where a box ends that shows other articles with more than a headline each; `first` where there is none.

    A box is told by headlines without a blank line between, by four and more of them, or by what stands below or
    behind the headline: who wrote it, when, or the headline once more with a teaser.
    """
    rows = sight.rows
    last = _end(rows, first, joined=True)
    if last > first + 1:
        return last
    last = _end(rows, first)
    if last - first >= _LIST or ends_in_date(rows[first], sight):
        return last
    last = first + 1
    if last == len(rows) or rows[last].kind is not None:
        return first
    below = rows[last]
    told_again = len(rows[first].folded) >= _TOLD and below.folded.startswith(rows[first].folded)
    if told_again and below.folded != rows[first].folded:
        return last + 1
    if (below.text.endswith(("...", "…")) and len(below.text) < _LONGEST_HEADLINE) or (
        len(below.text) < _SHORT
        and not below.ends
        and (lead_of(below.text) is not None or is_relative(below.text))
    ):
        return last + 1
    return first


def _end(rows: list[Row], first: int, *, joined: bool = False) -> int:
    """Where headlines end that stand right under each other, or each by itself and hardly text by place and looks."""
    last = first + 1
    while last < len(rows) and is_headline(rows[last]):
        alone = not rows[last].joined and not (last + 1 < len(rows) and rows[last + 1].joined)
        if not (rows[last].joined if joined else alone and rows[last].score < LIKE_TEXT):
            break
        last += 1
    return last


def pictures_among(rows: Sequence[Row]) -> frozenset[int]:
    """Which lines of a list are the words of a picture above each headline; none where lines do not alternate so.

    They do where most lines at even places share a word with the next line, and hardly any with the line before.
    """
    pairs = [_share(rows[i], rows[i + 1]) for i in range(len(rows) - 1)]
    if len(rows) < _LIST or 2 * sum(pairs[::2]) < len(pairs[::2]) or sum(pairs[1::2]) >= sum(pairs[::2]):
        return frozenset()
    return frozenset(range(0, len(rows) - len(rows) % 2, 2))


def ends_in_date(row: Row, sight: Sight) -> bool:
    """Whether a day with its year or a clock time stands behind a headline: `Storm tears Thornsea pier JULY 26, 2016`.

    A day behind a small word is part of the headline: `Ferries to run again on 3 May 2015`.
    """
    words = row.text.split()
    tail = " ".join(words[-_DATE:])
    found = moments(tail, sight.day) if any(map(str.isdigit, tail)) else []
    whole = any(moment.day and (moment.time or str(moment.day.year) in tail) for moment in found)
    rest = rest_of(tail, found) if whole else []
    before = rest[-1] if rest else "".join(words[-_DATE - 1 : -_DATE])
    return whole and len(rest) <= 1 and before not in _BEFORE_DAY


def _is_signed(text: str) -> bool:
    """Whether a line is a byline behind a word that leads one."""
    if len(text.split()) > _SIGNED:
        return False
    byline = read_byline(text)
    return byline.led and bool(byline.names)


def _is_of_names(text: str) -> bool:
    """Whether a line is two persons' names and the word between them, as under a picture, and no headline."""
    names = re.split(rf"\s+(?:{'|'.join(map(re.escape, table('names')['and']['words']))})\s+", plain(text))
    return len(names) == 2 and all(map(is_name, names)) and all(len(name.split()) == 2 for name in names)


def _is_captioned(row: Row) -> bool:
    """Whether a line right below a label is the words of a picture, with a credit."""
    if row.kind is not None or row.group is not None or len(row.text) >= _LONGEST_HEADLINE:
        return False
    return all(split_credit(row.text))


def _is_of(row: Row, headline: Row) -> bool:
    """Whether a line between label and headline is the words of the headline's picture: the two share words."""
    return (
        row.kind is None
        and row.group is None
        and not row.ends
        and not row.text.endswith(":")
        and len(row.text) < 80
        and (_is_of_names(row.text) or _share(row, headline))
    )


def _share(one: Row, other: Row) -> bool:
    """Whether two lines have a longer word in common."""
    return any(len(word) >= _WORD for word in set(one.folded.split()) & set(other.folded.split()))
