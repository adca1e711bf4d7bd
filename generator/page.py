"""The page around the text: the headline repeated, where the text begins and ends, and what is furniture."""

from itertools import pairwise

from generator.behind_text import form_of, grounds_behind
from generator.features import features_of
from generator.rows import Row
from generator.sight import Sight
from generator.weights import reason_for, score_of, threshold

_KNOWN = frozenset({"share", "advert", "player", "account", "signup", "comments", "tags", "legal"})
_BEFORE_HEADLINE = 3
"""So many lines that look like text may stand before the headline and still be of the page, not of the text."""
_PARAGRAPHS = 3
_BARE = 0.1
"""Share of known lines below which a page has hardly anything around its text."""
_LEAST_WITHIN, _LEAST_ON_BARE = -3.8, -4.2
"""Odds below which a line within the text is of the page, and on a page with hardly anything around its text."""
_BRIEF = 24
"""Lines up to which too little is on a page to tell a sentence from what is around it, so that it stays."""
_SENTENCE = 30
_NEAR, _FOR_SENTENCES = 6, 1.0
"""Lines from the paragraph before within which a sentence stays unless that much more speaks against it."""
_LIST = 3
"""So many lines of one form, right below each other, are a list."""
_TOP = 5
"""Lines at the top among which a subject may stand."""
_SUBJECT, _STANDFIRST = 2, 60
"""Words of a subject right above the text, and characters that the text then has."""
_TAG, _TAGS = 4, 80
"""Words of a tag behind the text, and characters of a line of tags."""
_LIKELY = frozenset({"popular", "button", "section"})
_LONG = 40
"""Characters from which such a line is no heading of the text."""


def find_title(sight: Sight) -> None:
    """Lines that repeat the headline, before the text and behind it.

    The first of them is where the article begins, unless it is the words of a picture or most text stands above it.
    """
    title = sight.folded_title
    told, proses = 0, sum(row.prose for row in sight.rows)
    for i, row in enumerate(sight.rows[1:], 1):
        told += row.prose
        if not row.folded or len(title) <= 3:
            continue
        if told >= _PARAGRAPHS and row.ends and sight.title[-1:].isalnum():
            continue  # the last sentence of a text may be its headline
        shorter, longer = sorted((row.folded, title), key=len)
        if row.folded == title or (
            len(shorter) > 20 and longer.startswith(shorter) and len(longer) < len(shorter) + 60
        ):
            row.read_as("header", "it repeats the headline")
            pictured = i + 1 < len(sight.rows) and sight.rows[i + 1].joined
            if not sight.anchor and 2 * told <= proses and not pictured:
                sight.anchor = i


def find_text(sight: Sight) -> None:
    """Scores every line, and takes from that the first and the last line of running text."""
    rows = sight.rows
    sight.features = features_of(rows, sight.folded_title)
    least = threshold()
    for row, features in zip(rows, sight.features, strict=True):
        row.score = score_of(features)
    text = [
        i for i, row in enumerate(rows) if i and row.kind is None and row.prose and row.score > max(least, 0)
    ]
    text = text or [i for i, row in enumerate(rows) if i and row.kind is None and row.score > least]
    behind = [i for i in text if i > sight.anchor]
    if sight.anchor and behind and len(text) - len(behind) <= _BEFORE_HEADLINE:
        text = behind
    sight.start = text[0] if text else min(1, len(rows))
    sight.end = text[-1] + 1 if text else len(rows)


def find_furniture(sight: Sight) -> None:
    """Lines of the page around the text: known ones, and those that the weights tell.

    Within the text it takes more to set a line aside, most on a page on which hardly a line is known: that was captured
    without what is around its text.
    """
    _find_subject(sight)
    _find_tags(sight)
    known = sum(row.group is not None for row in sight.rows)
    bare, brief = known < _BARE * len(sight.rows), len(sight.rows) <= _BRIEF
    within = _LEAST_ON_BARE if bare else _LEAST_WITHIN
    around = within if bare and brief else threshold()
    leasts = [within if sight.start <= i < sight.end else around for i in range(len(sight.rows))]
    listed = _lists_of_text(sight.rows, leasts)
    grounds = grounds_behind(sight, crowded=not (bare or brief))
    behind = _NEAR + 1
    paragraphs = [
        row.kind is None and row.prose and row.score >= least
        for row, least in zip(sight.rows, leasts, strict=True)
    ]
    for i, (row, features, least) in enumerate(zip(sight.rows, sight.features, leasts, strict=True)):
        goes_on = any(paragraphs[i + 1 : i + 2])
        near, behind = behind < _NEAR, 0 if row.kind is None and row.prose else behind + 1
        if row.kind is not None or "\t" in row.text:  # lines with a TAB are rows of a table
            continue
        if row.group in _KNOWN or (row.group in _LIKELY and (row.score < 0 or len(row.text) >= _LONG)):
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif not any(map(str.isalnum, row.text)):
            row.read_as("furniture", "nothing but marks")
        elif (
            row.score < least
            and i not in listed
            and not (
                (brief or ((near or goes_on) and row.score >= least - _FOR_SENTENCES))
                and _is_sentence(row, features)
            )
        ):
            row.read_as("furniture", f"furniture by its place and looks: {reason_for(features)}")
        elif i in grounds:
            row.read_as("furniture", f"furniture by its place and looks: {grounds[i]}")


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
