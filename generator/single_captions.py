"""Finds the pictures of one line, and the lines around it that are of the same: captions and credits alone."""

import re

from generator.captions import BESIDE, REACH, belongs, take, touch
from generator.credits import (
    bare_credit,
    ends_in_sort,
    is_credit,
    is_label,
    is_right,
    is_sort,
    is_source,
    split_credit,
    split_maker,
)
from generator.dates import moments
from generator.houses import is_agency, names_agency, names_maker
from generator.model import Picture
from generator.names import lead_of
from generator.pictures import (
    MAX_CAPTION,
    is_above,
    is_alternative,
    is_file_name,
    is_marked,
    make_picture,
    places,
)
from generator.rows import Row, groups_of
from generator.sight import Sight

_MAKER = 60
"""Characters of a credit below the word that announces it."""
_LONG = 350
"""Characters from which a caption needs a credit that a colon announces."""
_LONGEST_WITH_SOURCE = 250
"""Characters from which the source of a paragraph is that of its facts."""
_LONGEST_SIGNED = 110
"""Characters from which an agency behind a paragraph signs the text."""
_DAY = re.compile(r",? ?\d[\d./ -]*$")
_SITE = re.compile(r"© [a-z]{2,5}/[\w.-]+")
_LONGEST_ALTERNATIVE = 60
_SHORTEST = 12
_NEAR = 4
"""Lines behind a credit within which the byline stands, where the lines above it are a standfirst and a caption."""
_LONG_ABOVE = 150
"""Characters up to which a line above a credit is a caption, and not what the article begins with."""


def find_single_captions(sight: Sight) -> None:
    """Reads lines that stand alone: a credit, a caption that ends in one, a file's name."""
    rows = sight.rows
    last = next((i for i in range(min(sight.end, len(rows)) - 1, 0, -1) if rows[i].prose), 0)
    for start, end in groups_of(rows):
        row = rows[start]
        if row.rule == BESIDE:
            row.kind = None
            _credit(sight, start)
            continue
        if start >= sight.end and row.kind is None and is_right(row.text):
            row.read_as("furniture", "the rights of a company, behind the text")
        if end - start != 1 or row.kind is not None or not belongs(sight, start) or "\t" in row.text:
            continue
        after = rows[end] if end < len(rows) else None
        if is_label(row.text) and after is not None and after.kind is None and len(after.text) < _MAKER:
            rule = "a word that announces a credit, and the credit below it"
            take(sight, start, [row, after], make_picture("", [row.text, after.text]), rule)
        elif is_file_name(row.text):
            _below_file_name(sight, start)
        elif not row.ends and is_alternative(row.text):
            picture = Picture(alt=row.text)
            take(sight, start, [row], picture, "the words of an alternative text", alt=True)
        elif is_sort(row.text):
            take(sight, start, [row], make_picture("", [row.text]), "says what sort of picture it is")
        elif is_marked(row.text):
            take(sight, start, [row], make_picture("", [row.text]), "the page calls it a caption")
        elif row.group is None and is_credit(row.text) and not lead_of(row.text):
            if not _is_signature(sight, start, last):
                _credit(sight, start)
        elif row.group is None and _may_be_credit(sight, start):
            _credit(sight, start)
        elif row.group is None and 20 < len(row.text) <= MAX_CAPTION and _is_caption(sight, start):
            found = make_picture("", [row.text])
            if not found.credit and not ends_in_sort(row.text):
                found = _with_credit(*split_maker(row.text))
            take(sight, start, [row], found, "a picture's caption ends in a credit")
            _alternative_above(sight, start)
        elif row.group is None and 20 < len(row.text) <= _LONG and places(row.text):
            take(sight, start, [row], make_picture("", [row.text]), "it says who is where in a picture")


def _may_be_credit(sight: Sight, start: int) -> bool:
    """Whether a line is a credit by its place: a source under a picture, before the text a name in brackets."""
    text = sight.rows[start].text
    if is_source(text):
        return _picture_before(sight, start) is not None
    return start < sight.start and not lead_of(text) and names_maker(text)


def _credit(sight: Sight, start: int) -> None:
    """A credit alone: of the picture above it where that has none, or of a caption above it, else of its own."""
    rows = sight.rows
    row, above = rows[start], rows[start - 1]
    picture = _picture_before(sight, start)
    if picture is not None:
        found, count = sight.pictures[picture]
        if not found.credit:
            whole = _with_credit(found.caption, row.text)
            sight.pictures[picture] = (Picture(found.alt, whole.caption, whole.credit), count + 1)
            row.read_as("caption", "a credit under its picture")
            return
    elif above.kind is None and above.group is None and not above.joined and not lead_of(above.text):
        rule = ""
        if _says_what(sight, above):
            rule = "it says who is where or on which day, and a credit stands under it"
        elif _tops_text(sight, start - 1):
            rule = "before the text, and a credit stands under it"
        if rule:
            take(sight, start - 1, [above, row], _with_credit(above.text, row.text), rule)
            _alternative_above(sight, start - 1)
            if is_above(rows[start - 2].folded):
                rows[start - 2].read_as("furniture", "says that a caption stands below")
            return
    take(sight, start, [row], _with_credit("", row.text), "a credit on a line of its own")


def _with_credit(caption: str, credit: str) -> Picture:
    """A picture with these words and, whether its form is known or not, this credit."""
    found = make_picture("", [caption] if caption else [])
    credits = [part for part in (found.credit, bare_credit(credit) if credit else "") if part]
    return Picture("", found.caption, "; ".join(dict.fromkeys(credits)))


def _tops_text(sight: Sight, i: int) -> bool:
    """Whether a line stands before the text, not right below the headline, and is not too long for a caption.

    In the text it has to stand below a line of the page, since a short paragraph may stand above a picture as well.
    """
    row, above = sight.rows[i], sight.rows[i - 1]
    if not _SHORTEST <= len(row.text) <= _LONG_ABOVE or i - 1 == sight.anchor or is_label(row.text):
        return False
    if i > 1 and above.kind is None and is_above(above.folded):
        return True
    if not 1 < i < sight.end or row.text.count(" / ") > 1 or _is_promotion(sight, i):
        return False
    if sum(other.prose and other.kind is None for other in sight.rows[1:i]) > 1:
        return above.kind in ("alt", "furniture") or (above.kind is None and above.group is not None)
    if above.kind is not None or above.group is not None or not above.prose:
        return True
    below = sight.rows[i + 2 : i + 2 + _NEAR]
    return i - 2 == sight.anchor and any(other.kind in ("byline", "dateline") for other in below)


def _is_promotion(sight: Sight, i: int) -> bool:
    """Whether the page speaks of itself in a line."""
    return any(name.startswith(("promotion", "copyright", "address")) for name in sight.features[i])


def _says_what(sight: Sight, row: Row) -> bool:
    """Whether a line says who is where or gives the whole day with its year, as agencies write below a picture."""
    if len(row.text) > MAX_CAPTION or is_label(row.text):
        return False
    return places(row.text) or any(
        moment.day and str(moment.day.year) in row.text for moment in moments(row.text, sight.day)
    )


def _picture_before(sight: Sight, start: int) -> int | None:
    """The index of the picture that ends right above a line, None where none does."""
    return next(
        (
            i
            for i in range(start - 1, max(0, start - REACH), -1)
            if i in sight.pictures and i + sight.pictures[i][1] == start
        ),
        None,
    )


def _is_signature(sight: Sight, i: int, last: int) -> bool:
    """Whether an agency's name signs the text: beside a byline or a date, or behind the last paragraph."""
    if not names_agency(sight.rows[i].text):
        return False
    beside = [row.kind for row in sight.rows[max(0, i - 1) : i + 2]]
    return i > last or (is_agency(sight.rows[i].text) and ("byline" in beside or "dateline" in beside))


def _below_file_name(sight: Sight, start: int) -> None:
    """The name of a picture's file, and below it a caption where a credit stands behind that."""
    rows = sight.rows
    below = rows[start + 1 : start + 3]
    if (
        len(below) == 2
        and all(row.kind is None and row.group is None and not row.joined for row in below)
        and len(below[0].text) <= MAX_CAPTION
        and not is_credit(below[0].text)
        and is_credit(below[1].text)
    ):
        picture = make_picture(rows[start].text, [row.text for row in below])
        take(
            sight, start, rows[start : start + 3], picture, "a file's name, a caption and a credit", alt=True
        )
        return
    picture = Picture(alt=rows[start].text)
    take(sight, start, [rows[start]], picture, "the name of a picture's file", alt=True)


def _is_caption(sight: Sight, i: int) -> bool:
    """Whether a line of words ends in a credit; a long one only where the credit is announced by a colon."""
    text = sight.rows[i].text
    if len(text) >= _LONG and ":" not in text:
        return False
    if ends_in_sort(text):
        return len(text) < _LONGEST_WITH_SOURCE
    words, credit = split_credit(text)
    if not credit and i <= sight.start and len(text) <= _LONG_ABOVE:
        words, credit = split_maker(text)
    if not credit or len(words.split()) < 2 or (len(text) >= _LONG and ":" not in credit[:30]):
        return False
    source = is_source(credit)
    if source and len(words) >= _LONGEST_WITH_SOURCE:
        return False
    if not words.endswith((".", "!", "?", '"', "”", "“", "»")) or i < sight.start:
        return True
    signed = source or is_agency(_DAY.sub("", credit)) or _SITE.fullmatch(credit) is not None
    return not signed or (i < sight.end - 1 and len(words) < _LONGEST_SIGNED)


def _alternative_above(sight: Sight, start: int) -> None:
    """A short line right above a caption that begins small or has a word in common with it is what the picture has
    for those who cannot see it."""
    above: Row = sight.rows[start - 1]
    if (
        above.kind is None
        and above.group is None
        and not above.ends
        and not above.joined
        and len(above.text) <= _LONGEST_ALTERNATIVE
        and ((above.text[0].islower() and start > sight.start) or touch(above.text, sight.rows[start].text))
    ):
        picture, count = sight.pictures.pop(start)
        sight.pictures[start - 1] = (Picture(above.text, picture.caption, picture.credit), count + 1)
        above.read_as("alt", "a short line of the same words, right above a caption")
