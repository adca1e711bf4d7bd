"""Running text as words that know where they stand: the first step of every inference of tags."""

import re
from itertools import accumulate, repeat
from typing import NamedTuple

from generator.by_word import ByWord
from generator.tag_tables import small_words

_WORD = re.compile(
    r"([A-Za-z]++(?=[ ,\n])"  # most words; only quicker than what follows
    r"|(?:[A-Z]\.){2,}(?:[A-Z](?![^\W\d_]))?"  # U.S., U.S.S.R
    # Ukraine, Côte, d'Ivoire, AT&T; the s of Russia's is left out
    r"|[^\W\d_]++(?:&[^\W\d_]++)?+(?:['’](?!s\b)[^\W\d_]++)*+"
    r"|\d[\d.,]*+)"
)
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s|\n|--| [–—|] ")
_ABBREVIATIONS = small_words("abbreviations")


class Word(NamedTuple):
    """One word of a text."""

    text: str
    """Without a possessive s and without hyphens: `Anglo-French` is two words."""
    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset after its last character."""
    gap: str
    """What stands between the word before and this one: a space, a hyphen, `, `."""
    opens: bool
    """Whether it begins a sentence, so that its capital says nothing."""


def words_of(text: str) -> list[Word]:
    """The words of `text` in order; a full stop after a title, an initial or an abbreviation ends no sentence."""
    parts = _WORD.split(text)
    texts, gaps = parts[1::2], parts[:-1:2]
    if not texts:
        return []
    bounds = list(accumulate(map(len, parts)))
    opens = list(map(_OPENS.__getitem__, gaps))
    opens[0] = True
    at = 0
    for _ in range(opens.count(None)):
        at = opens.index(None, at)
        opens[at] = not _abbreviates(texts[at - 1])
    # What `Word(…)` does for each, as one call.
    fields = zip(texts, bounds[:-1:2], bounds[1::2], gaps, opens, strict=True)
    return list(map(tuple.__new__, repeat(Word), fields))


def _opens(gap: str) -> bool | None:
    """Whether a sentence begins behind the gap; None where the word before it tells."""
    if gap == ". ":
        return None
    return gap not in (" ", "-") and _ENDS_SENTENCE.search(gap or " ") is not None


_OPENS = ByWord(_opens)


def _abbreviates(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())
