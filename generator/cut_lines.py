"""Lines that were cut (`US economy generated 14…`) and the headlines they are the beginning of."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.headline import key

_ELLIPSIS = re.compile(r"\s*(?:…|\.{3,})[\s\"'”’.]*$")
_LEAST = 16
"""Letters and digits a cut line must have left; fewer begin too many headlines that no archive holds."""


def cut_key(title: str) -> str | None:
    """The key of what was left of a cut headline; None if it was not cut, or if too little was left.

    >>> cut_key("Storm tears forty metres off Thorn...")
    'storm tears forty metres off thorn'
    """
    if not _ELLIPSIS.search(title):
        return None
    left = key(_ELLIPSIS.sub("", title))
    return left if " " in left and len(left.replace(" ", "")) >= _LEAST else None


class Beginnings:
    """The keys of an archive's headlines, in order."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = sorted(set(keys))

    def of(self, left: str) -> list[str]:
        """All keys that go on from there, perhaps within a word."""
        at = bisect_left(self._keys, left)
        found = []
        while at < len(self._keys) and self._keys[at].startswith(left):
            found.append(self._keys[at])
            at += 1
        return found
