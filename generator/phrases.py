"""Fixed phrases found in running text: one look-up a word, the longest phrase wins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from generator.words_in_text import Word, words_of

T = TypeVar("T")
_WITHIN = frozenset(["", " ", "-", ". ", ".", ", ", " & ", "&", "/", "'", "’", "\n", "\u00a0", "–"])
"""What may stand between the words of a phrase."""


class Found(NamedTuple, Generic[T]):
    """One passage that a phrase matches."""

    value: T
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""


@dataclass(slots=True)
class Phrases(Generic[T]):
    """Phrases and what each stands for. Case counts, save that a word in capitals matches the same word without."""

    by_first: dict[str, list[tuple[tuple[str, ...], T]]] = field(default_factory=dict)
    """By first word; `sort` puts longer phrases first."""
    known: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, text: str, value: T) -> None:
        """Let `text` stand for `value`, unless it stands for something already."""
        plain = text.replace(" ", "").isalpha()
        phrase = tuple(text.split()) if plain else tuple(word.text for word in words_of(text))
        if phrase and phrase not in self.known:
            self.known.add(phrase)
            self.by_first.setdefault(phrase[0], []).append((phrase, value))

    def sort(self) -> None:
        """Call once when all phrases are in."""
        for phrases in self.by_first.values():
            if len(phrases) > 1:
                phrases.sort(key=lambda row: -len(row[0]))

    def find(self, words: Sequence[Word]) -> list[Found[T]]:
        """Every phrase in the text, in order, none overlapping."""
        found: list[Found[T]] = []
        at, by_first = 0, self.by_first
        for index, word in enumerate(words):
            if index < at:
                continue
            text = word.text
            phrases = by_first.get(text)
            if phrases is None and len(text) > 3 and text.isupper():
                phrases = by_first.get(text.title())
            for phrase, value in phrases or ():
                if len(phrase) == 1 or _follows(words, index, phrase):
                    at = index + len(phrase)
                    found.append(Found(value, index, at - 1))
                    break
        return found


def _follows(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(words):
        return False
    for offset in range(1, len(phrase)):
        word = words[at + offset]
        if word.gap not in _WITHIN:
            return False
        if word.text != phrase[offset] and word.text != phrase[offset].upper():
            return False
    return True
