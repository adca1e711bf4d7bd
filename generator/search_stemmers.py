"""The stemmers of the search, each equal to the one that answers in the browser.

English: lunr.js and lunr.py both have Porter's, but differ in its step 1 (`lay`, `try`, `eed`); ours follows lunr.js,
since that is the one that stems the reader's words. The other languages: Snowball's, in the browser from
lunr-languages, here from snowballstemmer 2, which is of the same age; version 3 stems German, Dutch and Swedish
otherwise. Compared over the folded words of Debian's word lists, up to 150,000 a language: of Portuguese two differ.
"""

import threading
from collections.abc import Callable

import snowballstemmer
from lunr.stemmer import PorterStemmer

SNOWBALL = {
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""By ISO 639-1 code the algorithm's name; `lunr.CODE.js` is the script of lunr-languages."""
LANGUAGES = ("en", *SNOWBALL)
"""Languages whose words are stemmed."""
_SAME = {"nb": "no", "nn": "no"}


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


def stemming_language(lang: str) -> str:
    """The stemmer for an article's language: its ISO 639-1 code, `en` where it could not be told, else `none`."""
    if not lang:
        return "en"
    lang = lang.lower().split("-")[0]
    lang = _SAME.get(lang, lang)
    return lang if lang in LANGUAGES else "none"


class _Made(threading.local):
    """Each thread's own stemmers: a stemmer keeps the word it is at in itself."""

    def __init__(self) -> None:
        self.by_language: dict[str, Callable[[str], str]] = {}


_made = _Made()


def stemmer_of(lang: str) -> Callable[[str], str]:
    """The function that stems folded words of a language as `stemming_language` names it; for this thread alone."""
    found = _made.by_language.get(lang)
    if found is None:
        found = _made.by_language[lang] = _make(lang)
    return found


def _make(lang: str) -> Callable[[str], str]:
    if lang == "en":
        porter = _LunrJsPorter()  # type: ignore[no-untyped-call]
        return lambda word: str(porter.stem(word))  # type: ignore[no-untyped-call]
    if lang in SNOWBALL:
        snowball = snowballstemmer.stemmer(SNOWBALL[lang])  # type: ignore[no-untyped-call]
        return lambda word: str(snowball.stemWord(word))
    return str
