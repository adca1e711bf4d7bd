"""An article as passages of words, each with the part it plays: what inference reads instead of blocks."""

import re
from typing import Literal, NamedTuple, TypeAlias

from generator.model import Article, Picture, ReadMore
from generator.words_in_text import LETTER, LONG, SMALL, Words, words_of

Part: TypeAlias = Literal["title", "opening", "body", "aside"]


class Section(NamedTuple):
    """One passage of an article."""

    part: Part
    """`opening` is the first two paragraphs; `aside` captions and the headlines of other articles."""
    words: Words
    plain: bool
    """Whether a capital within a sentence means a name: not so in a headline with all its words capitalised."""


def _without(bits: int) -> bytes:
    return bytes(look for look in range(32) if look & bits != bits)


_NO_LETTER, _NO_SMALL_LETTER, _NO_LONG_SMALL = (
    _without(LETTER),
    _without(SMALL | LETTER),
    _without(SMALL | LONG),
)


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
    plain = (_sentence_case if part in ("title", "aside") else _some_small)(words.looks)
    return Section(part, words, plain)


def _some_small(looks: bytes) -> bool:
    """Whether at least a quarter of the words begin with a small letter, as in running text."""
    return _count(looks, _NO_SMALL_LETTER) * 4 >= _count(looks, _NO_LETTER)


def _sentence_case(looks: bytes) -> bool:
    """Whether at least a third of the words, and three of them where there are many, begin with a small letter."""
    letters = _count(looks, _NO_LETTER)
    if _count(looks, _NO_SMALL_LETTER) * 3 < letters:
        return False
    return letters < 6 or _count(looks, _NO_LONG_SMALL) > 0


def _count(looks: bytes, others: bytes) -> int:
    """How many words look like none of the others."""
    return len(looks.translate(None, others))
