"""What changed from one version of an article to the next, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.model import Article, Block, Picture, ReadMore

_WORDS = re.compile(r"\s+|[^\W_]+|.")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is in both versions, or in one of them."""

    how: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The headline, or a block of the body, as pieces in the order of reading."""

    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it differs."""
        return any(piece.how != "same" for piece in self.pieces)


def changes(older: Article, newer: Article) -> list[Passage]:
    """Every passage of the two, headline first: unchanged ones whole, changed ones with what was added and removed."""
    before = [older.title, *map(_text, older.body)]
    after = [newer.title, *map(_text, newer.body)]
    return [Passage(tuple(_words(before[0], after[0]))), *_passages(before[1:], after[1:])]


def _passages(before: list[str], after: list[str]) -> Iterator[Passage]:
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            yield from (Passage((Piece("same", text),)) for text in before[a:b])
            continue
        # Paragraphs that stand in each other's place are compared by words; the rest came or went whole.
        pairs = min(b - a, d - c)
        for old, new in zip(before[a : a + pairs], after[c : c + pairs], strict=True):
            yield Passage(tuple(_words(old, new)))
        yield from (Passage((Piece("removed", text),)) for text in before[a + pairs : b])
        yield from (Passage((Piece("added", text),)) for text in after[c + pairs : d])


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Piece("removed", "".join(old[a:b]))
        if c < d:
            yield Piece("added", "".join(new[c:d]))


def _text(block: Block) -> str:
    match block:
        case Picture(alt, caption, credit, _):
            return " · ".join(part for part in (caption or alt, credit) if part)
        case ReadMore(title, label):
            return f"{label}: {title}"
        case _:
            return block.text
