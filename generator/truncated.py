"""Headlines that end in an ellipsis: the article meant is the one whose headline begins so."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from generator.headline import key

_CUT = re.compile(r"\s*(?:…|\.{3,})[\s\"'”’.]*$")


def without_ellipsis(title: str) -> str | None:
    """What stands before the dots of a headline that was cut; None if it was not."""
    match = _CUT.search(title)
    return title[: match.start()] if match else None


class Beginnings:
    """The keys of all headlines, in order."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(set(keys))

    def only(self, beginning: str) -> str | None:
        """The one key that begins so (within a word, too); None if none does, or more than one."""
        start = key(beginning)
        at = bisect_left(self._keys, start)
        found = [other for other in self._keys[at : at + 2] if other.startswith(start)]
        return found[0] if len(found) == 1 else None

    def any(self, beginning: str) -> bool:
        """Whether a key begins so."""
        start = key(beginning)
        at = bisect_left(self._keys, start)
        return at < len(self._keys) and self._keys[at].startswith(start)
