"""The page around the text: the headline repeated, where the text begins and ends, and what is furniture."""

from generator.features import features_of
from generator.sight import Sight
from generator.weights import reason_for, score_of, threshold

_KNOWN = frozenset({"share", "advert", "player", "account", "signup", "comments", "tags", "legal"})
_LIKELY = frozenset({"popular", "button", "section"})


def find_title(sight: Sight) -> None:
    """Lines that repeat the headline, before the text and behind it."""
    title = sight.folded_title
    for i, row in enumerate(sight.rows[1:], 1):
        if not row.folded or len(title) <= 3:
            continue
        shorter, longer = sorted((row.folded, title), key=len)
        if row.folded == title or (len(shorter) > 20 and longer.startswith(shorter) and len(longer) < len(shorter) + 60):
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
    text = [i for i, row in enumerate(rows) if i and row.kind is None and row.prose and row.score > max(least, 0)]
    text = text or [i for i, row in enumerate(rows) if i and row.kind is None and row.score > least]
    sight.start = text[0] if text else min(1, len(rows))
    sight.end = text[-1] + 1 if text else len(rows)


def find_furniture(sight: Sight) -> None:
    """Lines of the page around the text: known ones, and those that the weights tell."""
    least = threshold()
    for row, features in zip(sight.rows, sight.features, strict=True):
        if row.kind is not None:
            continue
        if row.group in _KNOWN or (row.group in _LIKELY and row.score < 0):
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif not any(map(str.isalnum, row.text)):
            row.read_as("furniture", "nothing but marks")
        elif row.score < least:
            row.read_as("furniture", f"furniture by its place and looks: {reason_for(features)}")
