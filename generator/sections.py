"""An article as passages of words, each with the part it plays: what inference reads instead of blocks."""

import re
from typing import Literal, NamedTuple, TypeAlias

from generator.model import Article, Picture, ReadMore
from generator.words_in_text import LETTER, SMALL, Words, words_of

Part: TypeAlias = Literal["title", "opening", "body", "aside"]


class Section(NamedTuple):
    """One passage of an article."""

    part: Part
    """`opening` is the first two paragraphs; `aside` captions and the headlines of other articles."""
    words: Words
    plain: bool
    """Whether a capital within a sentence means a name: not so in a headline with all its words capitalised."""


def _without(bits: int) -> bytes:
    return bytes(kind for kind in range(8) if kind & bits != bits)


_NO_LETTER, _NO_SMALL_LETTER = _without(LETTER), _without(SMALL | LETTER)
_LONG = 4
"""Letters of a word that is written small only where a headline is written as a sentence."""


LONGEST = 400
"""Paragraphs beyond this many are not read: they say nothing new of what the article is about."""


_SIGNATURE = re.compile(r"(?:By|Von|Por|Par|Di) [A-ZÀ-Þ][^.!?]{3,60}$")
"""A line such as `By Jane Ashdown in Brussels` tells where it was written, not what it is about."""


def sections_of(article: Article) -> list[Section]:
    """Headline, then the blocks of the body in order, pictures and pointers as asides."""
    sections = [_section("title", article.title)]
    paragraphs = 0
    for block in article.body[:LONGEST]:
        if isinstance(block, Picture):
            text = block.caption if block.caption else block.alt
            if text:
                sections.append(_section("aside", text))
        elif isinstance(block, ReadMore):
            sections.append(_section("aside", block.title))
        else:
            if _SIGNATURE.match(block.text):
                sections.append(_section("aside", block.text))
                continue
            paragraphs += 1
            sections.append(_section("opening" if paragraphs <= 2 else "body", block.text))
    return sections


def _section(part: Part, text: str) -> Section:
    words = words_of(text)
    plain = (_sentence_case if part in ("title", "aside") else _some_small)(words)
    return Section(part, words, plain)


def _some_small(words: Words) -> bool:
    """Whether at least a quarter of the words begin with a small letter, as in running text."""
    return _count(words, _NO_SMALL_LETTER) * 4 >= _count(words, _NO_LETTER)


def _sentence_case(words: Words) -> bool:
    """Whether at least a third of the words, and three of them where there are many, begin with a small letter."""
    letters = _count(words, _NO_LETTER)
    if _count(words, _NO_SMALL_LETTER) * 3 < letters:
        return False
    return letters < 6 or any(len(text) >= _LONG and text[0].islower() for text in words.texts)


def _count(words: Words, others: bytes) -> int:
    """How many words begin with none of the others."""
    return len(words.begins.translate(None, others))
