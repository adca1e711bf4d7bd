"""Pictures whose caption the page has more than once: in the alternative text, shortened, in a gallery's window."""

import re
from itertools import takewhile

from generator.characters import fold
from generator.credits import is_credit, is_label, split_credit, without_button
from generator.dates import moments, rest_of
from generator.names import is_name, lead_of
from generator.pictures import MAX_CAPTION, make_picture
from generator.rows import Row
from generator.sight import Sight

_LEAST = 25
"""Characters from which the same words in two lines are no accident."""
_LEAST_WHOLE = 20
"""Characters from which a whole line with a credit that stands twice is no accident."""
_LEAD = re.compile(r"^(?:file|handout|archiv)[ -]?(?:photo|picture|image|foto|bild) ?: ", re.IGNORECASE)
_MOST_TIMES = 4
"""So many times as long may a caption be as the words that it begins with; beyond that it is a paragraph."""
_BEGIN = 10
_MOST = 5
_MOST_NAMES = 4
_NEAR = 10
"""Lines before the text within which a picture may be of it."""
_CUT = ("...", "…")


def find_repeated_captions(sight: Sight) -> None:
    """Reads lines that say a caption again, with and without its credit, in part or whole, as one picture.

    Without a credit or a button this holds only near the text: lists of other articles have each headline twice.
    """
    rows = sight.rows
    begins = [_begin(row) for row in rows]
    i = 1
    while i < len(rows):
        again = begins[i] in begins[i + 1 : i + _MOST] and _may_begin(rows[i])
        taken = _repeats(rows, i) if again else []
        if (
            len(taken) > 1
            and not _is_date(sight, taken[0])
            and (_may_be_bare(sight, i) or any(map(_is_marked, taken)))
        ):
            _take(sight, i, taken)
        i += max(1, len(taken))


def _may_begin(row: Row) -> bool:
    return row.kind is None and row.group is None and _LEAST_WHOLE <= len(row.text) <= MAX_CAPTION


def _may_be_bare(sight: Sight, i: int) -> bool:
    """Whether a line near the text may be a caption without a credit or a button; a byline may stand twice as well."""
    text = sight.rows[i].text
    return sight.start - _NEAR <= i < sight.end and not lead_of(text) and not is_name(text.partition(", ")[0])


def _is_date(sight: Sight, row: Row) -> bool:
    """Whether a line is a date or clock time and hardly more; some pages have theirs twice."""
    found = moments(row.text, sight.day) if row.digit else []
    return bool(found) and len(rest_of(row.text, found)) <= 1


def _is_marked(row: Row) -> bool:
    """Whether a line is or has a credit, or has a button behind it."""
    return is_credit(row.text) or without_button(row.text) != row.text or bool(split_credit(row.text)[1])


def _repeats(rows: list[Row], start: int) -> list[Row]:
    """The first line and those behind it that repeat its words or name its maker; the first alone where none do."""
    first = rows[start]
    taken = [first]
    said = _core(first.text)
    repeated = goes_on = False
    for row in rows[start + 1 : start + _MOST]:
        known = row.group is not None and not is_credit(row.text)
        if row.kind is not None or known or len(row.text) > MAX_CAPTION:
            break
        behind = _names_maker_behind(first.text, row.text)
        if repeated and row.joined and _names_maker_alone(row):
            taken.append(row)
            return taken
        same = behind or _same(said, _core(row.text)) or (row.text == first.text and _is_marked(row))
        if not same and (not is_credit(row.text) or is_label(row.text)):
            break
        repeated, goes_on = repeated or same, goes_on or behind
        taken.append(row)
    if goes_on or (repeated and any(_is_marked(row) or row.text.endswith(_CUT) for row in taken)):
        return taken
    return list(takewhile(lambda row: row.text == first.text and len(row.text) >= _LEAST, taken))


def _names_maker_alone(row: Row) -> bool:
    """Whether a line right under a caption is a few words with capitals, no sentence: `Lew Sandys/Skarrowfoto`."""
    words = row.text.split()
    return (
        len(words) <= _MOST_NAMES
        and not row.ends
        and not row.digit
        and not lead_of(row.text)
        and all(not word[0].islower() for word in words)
    )


def _begin(row: Row) -> str:
    begin = row.text[: 2 * _LEAST]
    return (_LEAD.sub("", begin) if ":" in begin else begin)[:_BEGIN].casefold()


def _core(text: str) -> str:
    """What a caption says, folded, without its credit and what the page puts before and behind it."""
    words = without_button(text)
    for _ in range(2):
        words = split_credit(words)[0]
    return fold(_LEAD.sub("", words))


def _same(one: str, two: str) -> bool:
    """Whether one of two captions begins with all that the other says."""
    shorter, longer = sorted((one, two), key=len)
    return len(shorter) >= _LEAST and len(longer) <= _MOST_TIMES * len(shorter) and longer.startswith(shorter)


def _names_maker_behind(first: str, second: str) -> bool:
    """Whether the second line is the first and behind it a few words that are names: `A quay. Lew Sandys`."""
    if len(first) < _LEAST_WHOLE or not second.startswith(first):
        return False
    words = second[len(first) :].strip(" .,|/()–—-").split()
    return 0 < len(words) <= _MOST_NAMES and all(word[0].isupper() or word == "/" for word in words)


def _take(sight: Sight, start: int, rows: list[Row]) -> None:
    texts = [row.text for row in rows]
    opened = without_button(texts[0]) != texts[0]
    rule = "a caption that can be opened" if opened else "the caption repeats the alternative text above it"
    picture = make_picture("", texts) if opened else make_picture(texts[0], texts[1:])
    sight.pictures[start] = (picture, len(rows))
    rows[0].read_as("caption" if opened else "alt", rule)
    for row in rows[1:]:
        row.read_as("caption", "a credit beside its caption" if is_credit(row.text) else rule)
