"""Running text as words that know where they stand: the first step of every inference of tags."""

import re
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple, cast

from generator.by_word import ByWord
from generator.tag_tables import small_words

_WORD = re.compile(
    # one set of first characters for all ways, so that the search passes over what is between words
    r"([^\W_](?:"
    r"(?<!\d)[A-Za-z]*+(?=[ ,\n])"  # most words; only quicker than what follows
    r"|(?<=[A-Z])\.(?:[A-Z]\.)++(?:[A-Z](?![^\W\d_]))?"  # U.S., U.S.S.R
    # Ukraine, Côte, d'Ivoire, AT&T; the s of Russia's is left out
    r"|(?<!\d)[^\W\d_]*+(?:&[^\W\d_]++)?+(?:['’](?!s\b)[^\W\d_]++)*+"
    r"|[\d.,]*+))"
)
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s|\n|--| [–—|] ")
_ABBREVIATIONS = small_words("abbreviations")


class Words(NamedTuple):
    """The words of a text, in order, as lists of which each holds one thing of all of them."""

    texts: list[str]
    """Without a possessive s and without hyphens: `Anglo-French` is two words."""
    gaps: list[str]
    """What stands between the word before and this one: a space, a hyphen, `, `."""
    opens: list[bool]
    """Whether it begins a sentence, so that its capital says nothing."""
    begins: bytes
    """What it begins with: `CAPITAL`, `SMALL` and `LETTER`, added up."""
    capitals: list[int]
    """Which words begin with a capital."""
    shouted: list[int]
    """Which of these are in capitals throughout."""
    parts: list[str]
    """The text: what stands before a word and the word, by turns, and what stands behind the last one."""

    def passage(self, first: int, last: int) -> str:
        """The text from the word `first` up to the end of the word `last`, spaces made one."""
        return " ".join("".join(self.parts[2 * first + 1 : 2 * last + 2]).split())


def words_of(text: str) -> Words:
    """The words of `text`; a full stop after a title, an initial or an abbreviation ends no sentence."""
    parts = _WORD.split(text)
    texts, gaps = parts[1::2], parts[:-1:2]
    opens = list(map(_OPENS.__getitem__, gaps))
    opens[:1] = [True] if opens else []
    at = 0
    for _ in range(opens.count(None)):
        at = opens.index(None, at)
        opens[at] = not _abbreviates(texts[at - 1])
    begins = bytes(map(_KINDS.__getitem__, map(_FIRST, texts)))
    capitals = list(compress(count(), begins.translate(_ARE_CAPITAL)))
    shouted = [at for at in capitals if texts[at].isupper()]
    return Words(texts, gaps, cast("list[bool]", opens), begins, capitals, shouted, parts)


def _opens(gap: str) -> bool | None:
    """Whether a sentence begins behind the gap; None where the word before it tells."""
    if gap == ". ":
        return None
    return gap not in (" ", "-") and _ENDS_SENTENCE.search(gap or " ") is not None


_OPENS = ByWord(_opens)


def _abbreviates(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


CAPITAL, SMALL, LETTER = 1, 2, 4
"""What a word begins with."""


def _kind(first: str) -> int:
    return CAPITAL * first.isupper() | SMALL * first.islower() | LETTER * first.isalpha()


_KINDS: ByWord[int] = ByWord(_kind)
_FIRST = itemgetter(0)
_ARE_CAPITAL = bytes(kind & CAPITAL for kind in range(256))
