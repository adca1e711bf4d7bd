"""The page around the text: the headline repeated, where the text begins and ends, and what is furniture."""

from generator.sight import Sight

_CERTAIN = frozenset(
    {"share", "advert", "player", "account", "signup", "comments", "tags", "legal", "popular", "button"}
)


def find_title(sight: Sight) -> None:
    """Lines that repeat the headline, before the text and behind it."""
    title = sight.folded_title
    for i, row in enumerate(sight.rows[1:], 1):
        same = bool(row.folded) and (
            row.folded == title
            or (len(row.folded) > 20 and (title.startswith(row.folded) or row.folded.startswith(title)))
        )
        if same and len(row.folded) < len(title) + 60 and len(title) > 3:
            row.read_as("header", "it repeats the headline")
            if not sight.anchor and i < 400:
                sight.anchor = i


def find_text(sight: Sight) -> None:
    """The first and the last line of running text."""
    prose = [i for i, row in enumerate(sight.rows) if i and row.prose and row.kind is None]
    sight.start = prose[0] if prose else 1
    sight.end = prose[-1] + 1 if prose else len(sight.rows)


def find_furniture(sight: Sight) -> None:
    """Lines of the page around the text."""
    for row in sight.rows:
        if row.kind is None and row.group in _CERTAIN:
            row.read_as("furniture", f"a known line of the page around the text ({row.group})")
        elif row.kind is None and not any(map(str.isalnum, row.text)):
            row.read_as("furniture", "nothing but marks")
