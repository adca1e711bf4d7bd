"""The stemmers of the search, each equal to the one that answers in the browser.

English: lunr.js and lunr.py both have Porter's, but differ in its step 1 (`lay`, `try`, `eed`); ours follows lunr.js,
since that is the one that stems the reader's words.
"""

from collections.abc import Callable
from functools import cache

from lunr.stemmer import PorterStemmer

LANGUAGES = ("en",)
"""Languages whose words are stemmed, by their ISO 639-1 codes."""


class _LunrJsPorter(PorterStemmer):
    def ends(self, s: str) -> bool:
        # lunr.js wants a letter before these three.
        if s in ("sses", "ies", "eed") and len(s) == self.k - self.k0 + 1:
            return False
        return bool(super().ends(s))  # type: ignore[no-untyped-call]

    def doublec(self, j: int) -> bool:
        return self.b[j] != "y" and bool(super().doublec(j))  # type: ignore[no-untyped-call]

    def step1c(self) -> None:
        # As in lunr.js: y becomes i after a letter other than a, e, i, o, u that is not the word's first.
        if self.k - self.k0 >= 2 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i" + self.b[self.k + 1 :]


@cache
def stemmer_of(lang: str) -> Callable[[str], str] | None:
    """The function that stems folded words of a language, None where no stemmer is the same here and in lunr.js."""
    if lang == "en":
        porter = _LunrJsPorter()  # type: ignore[no-untyped-call]
        return lambda word: str(porter.stem(word))  # type: ignore[no-untyped-call]
    return None
