"""Finds the pictures of several lines: an alternative text and, right under it, the caption and the credit."""

import re

from generator.around_bylines import is_address
from generator.credits import (
    bare_credit,
    is_credit,
    is_name_and_address,
    is_source,
    split_credit,
    split_maker,
)
from generator.dates import moments, rest_of
from generator.houses import is_agency, names_library, names_maker
from generator.model import Picture
from generator.names import has_role, is_connector, is_name, lead_of
from generator.pictures import (
    IDEOGRAPHS,
    MAX_CAPTION,
    belong_together,
    is_above,
    is_alternative,
    is_bare_maker,
    is_file_name,
    is_marked,
    make_picture,
    words_of,
)
from generator.pointers import is_read_more, label_kind
from generator.repeated_captions import find_repeated_captions
from generator.rows import Row, groups_of
from generator.sight import Sight

_LONGEST_CAPTION = 450
REACH = 6
"""Lines behind the text within which a picture belongs to it; five times that before it."""
_MOST_LINES = 5
_MOST_OF_A_PLAYER = 8
_MOST_TIMES = 6
"""So many times as long as an alternative text may a caption be that is short or begins with its words."""
_SHORT_CAPTION, _LONG_OF_NAME = 160, 300
"""Characters of a caption that may be longer in proportion, and of one that begins with the name above it."""
_BEGIN = 12
BESIDE = "a name and a house; others sign the text"
"""The rule for a credit that would be taken for a byline; which picture it is of is found out later."""
_LONGEST_BYLINE = 100
_FOR = re.compile(" (?:via|for|pour|für) ")
_PLACE = re.compile(r"[^.()]{2,50}\([\w /]{2,30}\) ?(?:-{1,2}|–|—) ")
"""The place line of an agency: what stands below a headline with one is how the article begins."""
_BULLETS = frozenset("•‣◦▪▸●○-–—*")


def find_pairs(sight: Sight) -> None:
    """Reads captions that the page repeats, and runs of lines without a blank line between that are of a picture.

    A run has two to five lines, of which the first may be the headline. `By Lew Sandys/Getty Images` is read here,
    before someone takes it for a byline.
    """
    find_repeated_captions(sight)
    for start, end in groups_of(sight.rows):
        if not start or not belongs(sight, start):
            continue
        rows = sight.rows[start:end]
        if len(rows) == 1 and "/" not in rows[0].text and _FOR.search(rows[0].text) is None:
            continue
        if is_table(rows) or rows[0].kind in ("alt", "caption"):
            continue
        if is_name(rows[0].text) and any(is_address(row.text) for row in rows):
            continue  # who wrote
        if len(rows) == 1:
            if start < sight.start and _is_beside_byline(sight, rows[0]):
                rows[0].read_as("caption", BESIDE)
                continue
            led = lead_of(rows[0].text)
            if led and _is_maker_of_pictures(sight, start, led[1]):
                rows[0].read_as("caption", BESIDE)
                continue
            glued = led is not None and led[1][:1].isupper() and not rows[0].text[len(led[0])].isspace()
            if led and not glued and names_library(led[1]) and is_credit(led[1].rstrip(".")):
                take(
                    sight,
                    start,
                    rows,
                    make_picture("", [led[1].rstrip(".")]),
                    "a house that has pictures only",
                )
        elif len(rows) <= _MOST_LINES:
            _read_group(sight, start, rows)
        elif len(rows) <= _MOST_OF_A_PLAYER:
            _read_player(sight, start, rows)


def _is_maker_of_pictures(sight: Sight, start: int, text: str) -> bool:
    """Whether a line such as `By Lew Sandys/The Courier` is a credit: a house right behind the slash, a sentence right
    above it, and somebody else who signs."""
    name, slash, house = text.partition("/")
    if not slash or name != name.strip() or house != house.strip() or not is_name(name) or has_role(house):
        return False
    others = [row for row in sight.rows[1:] if row.number != sight.rows[start].number and "/" not in row.text]
    signed = any(len(row.text) < _LONGEST_BYLINE and lead_of(row.text) for row in others)
    return signed and sight.rows[start - 1].ends and len(sight.rows[start - 1].text) <= _LONGEST_CAPTION


def _is_beside_byline(sight: Sight, row: Row) -> bool:
    """Whether a line is a name and a house, and the text is signed elsewhere, by a name behind `By`."""
    if row.group is not None or lead_of(row.text) or not (is_credit(row.text) or names_maker(row.text)):
        return False
    if not is_name(re.split(r" ?[/|] ?| (?:via|for|pour|für) ", row.text)[0]):
        return False
    return any(
        other.number != row.number
        and other.group is None
        and (lead_of(other.text) or is_connector(other.text))
        for other in sight.rows[1 : sight.start + 2]
        if len(other.text) < _LONGEST_BYLINE
    )


def belongs(sight: Sight, i: int) -> bool:
    """Whether a line is near enough to the text to be of one of its pictures."""
    return sight.start - 5 * REACH <= i <= sight.end + REACH


def is_table(rows: list[Row]) -> bool:
    """Whether lines are rows of a table."""
    return any("\t" in row.text for row in rows)


def _read_group(sight: Sight, start: int, rows: list[Row]) -> None:
    kept = [row for row in rows if row.group is None and label_kind(row.folded) is None]
    if (
        not kept
        or any(len(row.text) > MAX_CAPTION for row in rows)
        or any(is_read_more(row.text) for row in kept)
    ):
        return
    if is_above(rows[0].folded) and not _is_date(rows[1].text, sight) and not lead_of(rows[1].text):
        _read_below_mark(sight, start, rows)
        return
    if len(kept) == 1:
        if is_credit(kept[0].text) and len(rows) == 2 and not lead_of(kept[0].text):
            take(sight, start, rows, make_picture("", [kept[0].text]), "a credit on a line of its own")
        elif is_marked(kept[0].text):
            take(sight, start, rows, make_picture("", [kept[0].text]), "the page calls it a caption")
        return
    first, below = kept[0], [row.text for row in kept[1:]]
    if len(kept) == 2 and start < sight.start and is_name(first.text) and is_agency(below[0]):
        return  # who wrote, and for which agency
    if any(_is_date(row.text, sight) for row in kept) and not is_credit(below[-1]):
        return
    if (
        len(first.text) > _LONGEST_CAPTION
        or lead_of(first.text)
        or (first.text[0] in _BULLETS and not first.text[1:2].isalnum())
    ):
        return
    if len(kept) == 2 and first.ends and start < sight.end and _is_beside_byline(sight, kept[1]):
        picture = make_picture("", [first.text, f"Photo: {below[0]}"])
        take(sight, start, rows, picture, "a name and a house under a sentence")
    elif len(kept) == 2 and not first.ends and start > sight.anchor and _is_maker_below(below[0]):
        picture = make_picture(first.text, [f"Photo: {below[0]}"])
        take(sight, start, rows, picture, "a name and a house under words of a picture", alt=True)
    elif len(kept) == 2 and is_name_and_address(below[0]) and not is_name(first.text):
        picture = make_picture("", [first.text, f"Photo: {below[0]}"])
        take(sight, start, rows, picture, "a name and an address under a line")
    elif len(kept) == 2 and _is_credit(below[0]) and not is_credit(first.text):
        take(sight, start, rows, make_picture("", [first.text, *below]), "a credit stands right under it")
    elif len(kept) == 3 and kept[2].folded == first.folded and len(below[0]) < _SHORT_CAPTION / 2:
        picture = make_picture(first.text, [below[1], f"Photo: {below[0]}"])
        take(
            sight,
            start,
            rows,
            picture,
            "a credit between the words of a picture and the same words",
            alt=True,
        )
    elif is_credit(first.text) or (len(kept) == 2 and _is_beside_byline(sight, first)):
        picture = make_picture("", [*below, f"Photo: {bare_credit(first.text)}"])
        take(sight, start, rows, picture, "a credit stands right above it")
    elif start >= sight.end and len(kept) == 2 and _is_doubled(sight.rows, start):
        return
    elif _repeats(first, below[0], len(kept)):
        rule = "the caption repeats the alternative text above it"
        take(sight, start, rows, make_picture(first.text, below), rule, alt=True)
    elif len(kept) == 2 and start < sight.start and split_maker(below[0])[1]:
        words, credit = split_maker(below[0])
        picture = make_picture(first.text, [words, f"Photo: {credit}"])
        take(sight, start, rows, picture, "a name behind the line under it", alt=True)
    elif any(_is_credit(line) or is_marked(line) for line in below) or split_credit(below[-1])[1]:
        rule = "the lines under it end in a credit"
        take(sight, start, rows, make_picture(first.text, below), rule, alt=True)
    elif is_file_name(first.text) or is_alternative(first.text):
        rule = "the line above is the name of a picture's file, or says that it is of a picture"
        take(sight, start, rows, make_picture(first.text, below), rule, alt=True)
    elif len(kept) == 3 and is_bare_maker(below) and touch(first.text, below[0]):
        rule = "words that are of one picture, and a name below them"
        take(sight, start, rows, make_picture(first.text, below), rule, alt=True)


def _is_maker_below(line: str) -> bool:
    """Whether a line is a name and a house with nothing but a slash between: `Lew Sandys/Harbour Weekly`."""
    before, slash, behind = line.partition("/")
    return bool(slash) and before[-1:].isalpha() and behind[:1].isalpha() and names_maker(line)


def _is_credit(line: str) -> bool:
    return is_credit(line) or is_source(line)


def _read_below_mark(sight: Sight, start: int, rows: list[Row]) -> None:
    """A caption below a line that only says that it is one: `Enlarge this image`."""
    below = [row.text for row in rows[1:]]
    if len(below) > 2 or any(len(line) > _LONGEST_CAPTION for line in below) or rows[1].group is not None:
        return
    rows[0].kind = None
    rows[0].read_as("furniture", "says that a caption stands below")
    take(sight, start + 1, rows[1:], make_picture("", below), "the line above says that it is a caption")


def _read_player(sight: Sight, start: int, rows: list[Row]) -> None:
    """A film or a gallery: short lines of which one is a credit behind a sign or a label, and none is running text."""
    credit = [row for row in rows if is_credit(row.text) and not lead_of(row.text)]
    if credit and not any(is_read_more(row.text) for row in rows) and all(len(r.text) < 300 for r in rows):
        others = [row for row in rows if row not in credit and row.group is None and not row.kind]
        captions = [row.text for row in others] + [credit[0].text]
        take(sight, start, rows, make_picture("", captions), "short lines of which one is a credit")


def _is_date(text: str, sight: Sight) -> bool:
    """Whether a line is a date and hardly more, so that the lines around it are a byline."""
    if len(text) > 60 or not any(map(str.isdigit, text)) or len(IDEOGRAPHS.findall(text)) > 12:
        return False
    found = moments(text, sight.day)
    return bool(found) and len(rest_of(text, found)) <= 2


def _repeats(first: Row, second: str, lines: int) -> bool:
    """Whether the second line says what the first says; a long paragraph under a short line is no caption."""
    if first.text.endswith(":") or len(second) > _LONGEST_CAPTION or _PLACE.match(second) is not None:
        return False
    if second.startswith(f"{first.text} ") and is_name(first.text) and len(second) <= _LONG_OF_NAME:
        return True
    begins = len(second) <= _SHORT_CAPTION or second.startswith(first.text[:_BEGIN])
    most = _MOST_TIMES if lines > 2 or begins else _MOST_TIMES / 2
    return belong_together(first.text, second) and not (lines == 2 and len(second) > most * len(first.text))


def _is_doubled(rows: list[Row], start: int) -> bool:
    """Whether a line stands twice and so does the one below or above: a list of other articles has each headline so,
    as the words of its picture and below that."""
    twice = [
        0 < i < len(rows) - 1 and rows[i].text == rows[i + 1].text for i in (start - 2, start, start + 2)
    ]
    return twice[1] and (twice[0] or twice[2])


def touch(first: str, second: str) -> bool:
    """Whether two lines have a longer word in common."""
    return any(len(word) > 4 for word in words_of(first) & words_of(second))


def take(
    sight: Sight, start: int, rows: list[Row], picture: Picture, rule: str, *, alt: bool = False
) -> None:
    """Settles that these lines are of one picture; buttons and known lines among them are furniture."""
    sight.pictures[start] = (picture, len(rows))
    for i, row in enumerate(rows):
        row.kind = None
        said = is_credit(row.text) or is_marked(row.text)
        if row.group is not None and not said:
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif label_kind(row.folded) is not None and not said:
            row.read_as("furniture", "a button among the lines of a picture")
        else:
            row.read_as("alt" if alt and i == 0 else "caption", rule)
