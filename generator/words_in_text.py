"""Running text as words that know where they stand: the first step of every inference of tags."""

import re
from typing import NamedTuple

from generator.tag_tables import small_words

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![^\W\d_]))?"  # U.S., U.S.S.R
    # Ukraine, Côte, d'Ivoire, AT&T; the s of Russia's is left out
    r"|[^\W\d_]+(?:&[^\W\d_]+)?(?:['’](?!s\b)[^\W\d_]+)*"
    r"|\d[\d.,]*"
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
    words: list[Word] = []
    before, at = "", 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[at:start]
        if not words:
            opens = True
        elif gap in (" ", "-"):
            opens = False
        else:
            opens = bool(_ENDS_SENTENCE.search(gap + (" " if not gap else "")))
            if (
                opens
                and gap == ". "
                and (before in _ABBREVIATIONS or (len(before) == 1 and before.isupper()))
            ):
                opens = False
        before = match[0]
        words.append(Word(before, start, end, gap, opens))
        at = end
    return words
