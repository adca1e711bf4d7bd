"""Where an article begins on its page: the headline repeated, the first and the last line of the text."""

from generator.features import features_of
from generator.sight import Sight
from generator.weights import score_of, threshold

_BEFORE_HEADLINE = 3
"""So many lines that look like text may stand before the headline and still be of the page, not of the text."""
_PARAGRAPHS = 3


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
