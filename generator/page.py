"""The page around the text: the headline repeated, where the text begins and ends, and what is furniture."""

from generator.features import features_of
from generator.rows import Row
from generator.sight import Sight
from generator.weights import reason_for, score_of, threshold

_KNOWN = frozenset({"share", "advert", "player", "account", "signup", "comments", "tags", "legal"})
_BEFORE_HEADLINE = 3
"""So many lines that look like text may stand before the headline and still be of the page, not of the text."""
_BARE = 0.1
"""Share of known lines below which a page has hardly anything around its text."""
_LEAST_ON_BARE = -4.2
_BRIEF = 24
"""Lines up to which too little is on a page to tell a sentence from what is around it, so that it stays."""
_SENTENCE = 30
_NEAR, _FOR_SENTENCES = 6, 1.0
"""Lines from the paragraph before within which a sentence stays unless that much more speaks against it."""
_LIKELY = frozenset({"popular", "button", "section"})
_LONG = 40
"""Characters from which such a line is no heading of the text."""


def find_title(sight: Sight) -> None:
    """Lines that repeat the headline, before the text and behind it."""
    title = sight.folded_title
    for i, row in enumerate(sight.rows[1:], 1):
        if not row.folded or len(title) <= 3:
            continue
        shorter, longer = sorted((row.folded, title), key=len)
        if row.folded == title or (
            len(shorter) > 20 and longer.startswith(shorter) and len(longer) < len(shorter) + 60
        ):
            row.read_as("header", "it repeats the headline")
            if not sight.anchor:
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

    A page on which hardly a line is known was captured without what is around its text, so that it takes more to set
    another line aside.
    """
    known = sum(row.group is not None for row in sight.rows)
    least = _LEAST_ON_BARE if known < _BARE * len(sight.rows) else threshold()
    brief = len(sight.rows) <= _BRIEF
    behind = _NEAR + 1
    for row, features in zip(sight.rows, sight.features, strict=True):
        near, behind = behind < _NEAR, 0 if row.kind is None and row.prose else behind + 1
        if row.kind is not None or "\t" in row.text:  # lines with a TAB are rows of a table
            continue
        if row.group in _KNOWN or (row.group in _LIKELY and (row.score < 0 or len(row.text) >= _LONG)):
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif not any(map(str.isalnum, row.text)):
            row.read_as("furniture", "nothing but marks")
        elif row.score < least and not (
            (brief or (near and row.score >= least - _FOR_SENTENCES)) and _is_sentence(row, features)
        ):
            row.read_as("furniture", f"furniture by its place and looks: {reason_for(features)}")


def _is_sentence(row: Row, features: list[str]) -> bool:
    """Whether a line is a sentence in which the page does not speak of itself."""
    return (
        (row.ends or row.joined)
        and len(row.text) >= _SENTENCE
        and not any(name.startswith(("promotion", "copyright", "address")) for name in features)
    )
