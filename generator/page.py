"""The page around the text: the headline repeated, where the text begins and ends, and what is furniture."""

from generator.characters import fold
from generator.features import features_of
from generator.rows import Row
from generator.sight import Sight
from generator.weights import reason_for, score_of, threshold

_KNOWN = frozenset({"share", "advert", "player", "account", "signup", "comments", "tags", "legal"})
_SEPARATORS = (" | ", " – ", " — ", " - ", " · ", " :: ", " » ", " : ", " -", "|")
_BEFORE_HEADLINE = 3
"""So many lines that look like text may stand before the headline and still be of the page, not of the text."""
_FEW_KNOWN = 0.3
"""Share of known lines of furniture up to which a sentence is not set aside for a weak reason."""
_BARE = 0.1
"""Share up to which a page has hardly anything around its text, so that only the strongest reasons count."""
_SHORT = 40
"""Lines up to which a page is short."""
_BRIEF = 16
"""Lines up to which too little is on a page to tell a sentence from what is around it, so that it stays."""
_LEAST_ON_BARE = -4.0
_SENTENCE_BONUS = -1.0
_WITHIN = 1.5
_SENTENCE = 30
_LIKELY = frozenset({"popular", "button", "section"})


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


def find_source(sight: Sight) -> None:
    """Cuts the publication's name off the headline: where the page repeats the headline without it, or where what
    stands behind a bar or dash is a short name that the page has elsewhere as well."""
    for mark in _SEPARATORS:
        head, found, tail = sight.title.rpartition(mark)
        if not found or len(head) < 8 or not tail or len(tail.split()) > 6:
            continue
        name, rest = fold(tail), fold(head)
        visible = any(row.folded == rest for row in sight.rows[1:])
        named = any(
            row.folded == name or (row.group == "legal" and name in row.folded) for row in sight.rows[1:]
        )
        if (visible and len(tail.split()) <= 6) or (
            named and tail[:1].isupper() and len(tail.split()) <= 4 and len(head.split()) >= 3
        ):
            sight.title, sight.source, sight.folded_title = head.rstrip(" -–—|·:"), tail.strip(), rest
            return


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

    The less known furniture a page has, the stronger a reason must be to set another line aside.
    """
    least = threshold()
    known = sum(row.group is not None for row in sight.rows)
    share = known / max(1, len(sight.rows))
    short = len(sight.rows) <= _SHORT
    brief = len(sight.rows) <= _BRIEF
    if share <= _BARE and short:
        least = _LEAST_ON_BARE
    for i, (row, features) in enumerate(zip(sight.rows, sight.features, strict=True)):
        if row.kind is not None or "\t" in row.text:  # lines with a TAB are rows of a table
            continue
        if row.group in _KNOWN or (row.group in _LIKELY and row.score < 0):
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif not any(map(str.isalnum, row.text)):
            row.read_as("furniture", "nothing but marks")
        elif row.score < least - _WITHIN * _within(sight.rows, i) and not (
            (
                brief
                or (
                    share <= _FEW_KNOWN and row.score > (_LEAST_ON_BARE if short else least) + _SENTENCE_BONUS
                )
            )
            and _is_sentence(row, features, joined=row.joined and sight.rows[i - 1].kind is None)
        ):
            row.read_as("furniture", f"furniture by its place and looks: {reason_for(features)}")


def _within(rows: list[Row], i: int) -> bool:
    """Whether a line stands between two paragraphs, or right under a line of text without a blank line."""
    before, after = rows[i - 1], rows[i + 1] if i + 1 < len(rows) else None
    if rows[i].joined and before.kind is None:
        return True
    return before.kind is None and before.prose and after is not None and after.kind is None and after.prose


def _is_sentence(row: Row, features: list[str], *, joined: bool) -> bool:
    """Whether a line is a sentence or a verse among others, in which the page does not speak of itself."""
    told = row.ends and len(row.text) >= _SENTENCE
    return (told or joined) and not any(
        name.startswith(("promotion", "copyright", "address")) for name in features
    )
