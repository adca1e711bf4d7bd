"""Of all the bylines found on a page, those of the article itself."""

from generator.around_bylines import beyond
from generator.byline import Byline, read_byline
from generator.names import has_given_name, has_handle, is_desk, is_name
from generator.sight import Sight

_ABOVE = 2
"""Lines above the repeated headline in which a byline may stand; what is farther up is a menu."""
_MOST_AUTHORS = 5
"""More names on lines one below the other are a list, as a menu of columnists has them."""


def keep_the_clearest(sight: Sight) -> None:
    """Where a byline is led by a word, names found without one are no authors; the nearest to the text win."""
    if sight.anchor and any(i >= sight.anchor - _ABOVE for i, byline in sight.bylines if byline.names):
        sight.bylines = [found for found in sight.bylines if found[0] >= sight.anchor - _ABOVE]
    led = _together(sight, [f for f in sight.bylines if f[1].led and (f[1].names or f[1].agency)])
    below = [found for found in sight.bylines if sight.rows[found[0]].rule.startswith("a name below")]
    if led or below:
        newsroom = all(is_desk(name) for _, byline in led for name in byline.names) and not below
        sight.bylines = [
            found
            for found in sight.bylines
            if found in led or found in below or (newsroom and any(map(has_given_name, found[1].names)))
        ]
        return
    agencies = [found for found in sight.bylines if not found[1].names]
    people = [found for found in sight.bylines if any(not is_desk(name) for name in found[1].names)]
    rooms = [found for found in sight.bylines if found[1].names and found not in people]
    sure = not rooms or not all(
        _is_unknown(byline) and not has_handle(sight.rows[i].text) for i, byline in people
    )
    sight.bylines = [*(people if people and sure else rooms or people), *agencies]
    alone = [found for found in sight.bylines if found[1].names and not sight.rows[found[0]].moments]
    if len({name for _, byline in alone for name in byline.names}) > 1:
        _keep_the_nearest(sight, alone)


def _keep_the_nearest(sight: Sight, alone: list[tuple[int, Byline]]) -> None:
    """Of names that stand alone, the one nearest to dateline or headline, and those on the lines right beside it."""
    dated = [i for i, row in enumerate(sight.rows) if row.moments] + [sight.anchor]
    best = min(
        alone, key=lambda found: (_is_unknown(found[1]), min(abs(found[0] - i) for i in dated), found[0])
    )
    at = {found[0] for found in alone if not _is_unknown(found[1])}
    first = last = best[0]
    while beyond(sight, first, -1) in at:
        first = beyond(sight, first, -1)
    while beyond(sight, last, 1) in at:
        last = beyond(sight, last, 1)
    if sum(first <= i <= last for i in at) > _MOST_AUTHORS:
        first = last = best[0]
    sight.bylines = [found for found in sight.bylines if found not in alone or first <= found[0] <= last]
    after = sight.rows[last + 1] if last + 1 < len(sight.rows) else None
    if after and after.kind is None and is_name(after.text) and not after.ends and after.group is None:
        sight.bylines.append((last + 1, read_byline(after.text)))
        after.read_as("byline", "a name below another author's")


def _together(sight: Sight, led: list[tuple[int, Byline]]) -> list[tuple[int, Byline]]:
    """The first of the led bylines and those that only names, dates and furniture part from it.

    A led byline behind other lines is of another article, which the page shows in a box.
    """
    for n in range(1, len(led)):
        if any(row.kind is None and row.group is None for row in sight.rows[led[n - 1][0] + 1 : led[n][0]]):
            return led[:n]
    return led


def _is_unknown(byline: Byline) -> bool:
    """Whether no name of a byline begins with a known given name."""
    return not any(map(has_given_name, byline.names))
