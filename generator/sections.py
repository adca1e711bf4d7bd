"""An article as passages of words, each with the part it plays: what inference reads instead of blocks."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from generator.model import Article, Picture, ReadMore
from generator.words_in_text import Word, words_of

Part: TypeAlias = Literal["title", "opening", "body", "aside"]


class Section(NamedTuple):
    """One passage of an article."""

    part: Part
    """`opening` is the first two paragraphs; `aside` captions and the headlines of other articles."""
    text: str
    words: list[Word]
    plain: bool
    """Whether a capital within a sentence means a name: not so in a headline with all its words capitalised."""


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
    return Section(
        part, text, words, _sentence_case(words) if part in ("title", "aside") else _some_small(words)
    )


def _some_small(words: Sequence[Word]) -> bool:
    """Whether at least a quarter of the words begin with a small letter, as in running text."""
    letters = [word.text[0] for word in words if word.text[0].isalpha()]
    return sum(letter.islower() for letter in letters) * 4 >= len(letters)


def _sentence_case(words: Sequence[Word]) -> bool:
    """Whether at least a third of the words, and three of them where there are many, begin with a small letter."""
    letters = [word.text[0] for word in words if word.text[0].isalpha()]
    small = sum(letter.islower() for letter in letters)
    long_small = sum(word.text[0].islower() and len(word.text) > 3 for word in words)
    return small * 3 >= len(letters) and (long_small > 0 or len(letters) < 6)
