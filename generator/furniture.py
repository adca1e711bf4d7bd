"""Lines of the page around the text: known ones, and those that the weights or their place tell."""

from itertools import pairwise

from generator.behind_text import form_of, grounds_behind
from generator.names import lead_of
from generator.rows import Row
from generator.sight import Sight
from generator.weights import reason_for, threshold

_KNOWN = frozenset({"share", "advert", "player", "account", "signup", "comments", "tags", "legal"})
_BARE = 0.1
"""Share of known lines below which a page has hardly anything around its text."""
_LEAST_WITHIN, _LEAST_ON_BARE = -3.8, -4.2
"""Odds below which a line within the text is of the page, and on a page with hardly anything around its text."""
BRIEF = 24
"""Lines up to which too little is on a page to tell a sentence from what is around it, so that it stays."""
_SENTENCE = 30
_NEAR, _FOR_SENTENCES = 6, 1.0
"""Lines from the paragraph before within which a sentence stays unless that much more speaks against it."""
_LIST = 3
"""So many lines of one form, right below each other, are a list."""
_RIGHT_ABOVE = 2
"""Lines above the repeated headline in which a standfirst may stand."""
_TOP = 5
"""Lines at the top among which a subject may stand."""
_SUBJECT, _STANDFIRST = 2, 60
"""Words of a subject right above the text, and characters that the text then has."""
_TAG, _TAGS = 4, 80
"""Words of a tag behind the text, and characters of a line of tags."""
_LIKELY = frozenset({"popular", "button", "section"})
_LONG = 40
"""Characters from which such a line is no heading of the text."""
_BY_PLACE = "furniture by its place and looks"


def find_furniture(sight: Sight) -> None:
    """Lines of the page around the text: known ones, and those that the weights tell.

    Within the text it takes more to set a line aside, and most on a page on which hardly a line is known, which was
    captured without what is around its text.
    """
    _find_subject(sight)
    _find_tags(sight)
    known = sum(row.group is not None for row in sight.rows)
    bare, brief = known < _BARE * len(sight.rows), len(sight.rows) <= BRIEF
    leasts = _leasts(sight, bare=bare)
    listed = _lists_of_text(sight.rows, leasts)
    grounds = grounds_behind(sight, crowded=not (bare or brief))
    above = sight.anchor if sight.anchor < sight.start else 0
    beside = _beside_paragraphs(sight.rows, leasts)
    for i, (row, features, least) in enumerate(zip(sight.rows, sight.features, leasts, strict=True)):
        if row.kind is not None or "\t" in row.text:  # lines with a TAB are rows of a table
            continue
        if row.group in _KNOWN or (row.group in _LIKELY and (row.score < 0 or len(row.text) >= _LONG)):
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif not any(map(str.isalnum, row.text)):
            row.read_as("furniture", "nothing but marks")
        elif row.score < least and i not in listed:
            stays = brief or (beside[i] and row.score >= least - _FOR_SENTENCES)
            if not (stays and _is_sentence(row, features)):
                row.read_as("furniture", f"{_BY_PLACE}: {reason_for(features)}")
        if row.kind is None and i < above and (not row.prose or row.score < 0):
            if len(row.text) >= _LONG and (above - i <= _RIGHT_ABOVE or (i <= _TOP and row.ends)):
                continue  # a standfirst may stand above the headline
            row.read_as("furniture", f"{_BY_PLACE}: it stands above the headline")
        if row.kind is None and i in grounds:
            row.read_as("furniture", f"{_BY_PLACE}: {grounds[i]}")


def _leasts(sight: Sight, *, bare: bool) -> list[float]:
    """For each line the odds below which it is of the page."""
    if bare:
        return [_LEAST_ON_BARE] * len(sight.rows)
    return [_LEAST_WITHIN if sight.start <= i < sight.end else threshold() for i in range(len(sight.rows))]


def _beside_paragraphs(rows: list[Row], leasts: list[float]) -> list[bool]:
    """For each line whether a paragraph stands near above it or right below."""
    texts = [row.kind is None and row.prose for row in rows]
    beside = []
    since = _NEAR + 1
    for i in range(len(rows)):
        below = i + 1 < len(rows) and texts[i + 1] and rows[i + 1].score >= leasts[i + 1]
        beside.append(since < _NEAR or below)
        since = 0 if texts[i] else since + 1
    return beside


def _lists_of_text(rows: list[Row], leasts: list[float]) -> set[int]:
    """The lines of lists of which most are text by their odds, so that all are: rows right below each other."""
    found: set[int] = set()
    start = 0
    for i in range(1, len(rows) + 1):
        if i < len(rows) and rows[i].joined and form_of(rows[i]) == form_of(rows[start]) != "":
            continue
        run = range(start, i)
        if len(run) >= _LIST and 2 * sum(rows[j].score >= leasts[j] for j in run) > len(run):
            found.update(run)
        start = i
    return found


def _find_subject(sight: Sight) -> None:
    """The word or two that some pages set above the headline or the text: `Harbour`, `North Sea`."""
    rows, told = sight.rows, 0
    for row, below in pairwise(rows[1 : _TOP + 1]):
        above_text = below.kind in (None, "body") and len(below.text) > _STANDFIRST
        most = _SUBJECT if above_text else _SUBJECT + 1
        told += row.kind is None and row.prose
        if told > 1:
            return
        if (
            row.kind is None
            and row.group is None
            and not row.digit
            and len(row.text.split()) <= most
            and row.text[-1].isalpha()
            and lead_of(row.text) is None
            and (above_text or below.kind in ("header", "byline", "dateline"))
        ):
            row.read_as("furniture", "a subject above the text")


def _find_tags(sight: Sight) -> None:
    """Short lines joined to a known line that announces tags, and behind the text those that follow it."""
    tagged = False
    for i, row in enumerate(sight.rows):
        if row.kind is None and row.group == "tags":
            tagged = True
            continue
        short = len(row.text.split()) <= _TAG if i >= sight.end else row.joined and len(row.text) < _TAGS
        tagged = tagged and row.kind is None and row.group is None and not row.ends and short
        if tagged:
            row.read_as("furniture", "a tag")


def _is_sentence(row: Row, features: list[str]) -> bool:
    """Whether a line is a sentence in which the page does not speak of itself."""
    return (
        (row.ends or row.joined)
        and len(row.text) >= _SENTENCE
        and not any(name.startswith(("promotion", "copyright", "address")) for name in features)
    )
