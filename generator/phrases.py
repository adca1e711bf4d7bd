"""Fixed phrases found in running text: one look-up a word, the longest phrase wins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from generator.by_word import ByWord
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


class _Entry(NamedTuple, Generic[T]):
    """The phrases that may begin with a word."""

    phrases: list[tuple[tuple[str, ...], T]]
    """Longest first."""
    second: frozenset[str]
    """Words one of which must follow for any but the phrase of one word."""
    single: list[tuple[tuple[str, ...], T]]
    """The phrase of one word, if there is one."""


@dataclass(slots=True)
class Phrases(Generic[T]):
    """Phrases and what each stands for. Case counts, save that a word in capitals matches the same word without."""

    by_first: dict[str, list[tuple[tuple[str, ...], T]]] = field(default_factory=dict)
    """By first word; `sort` puts longer phrases first."""
    known: set[tuple[str, ...]] = field(default_factory=set)
    _entries: ByWord["_Entry[T] | None"] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._entries = ByWord(self._entry)

    def add(self, text: str, value: T) -> None:
        """Let `text` stand for `value`, unless it stands for something already."""
        plain = text.replace(" ", "").isalpha()
        phrase = tuple(text.split()) if plain else tuple(word.text for word in words_of(text))
        if phrase and phrase not in self.known:
            self.known.add(phrase)
            self.by_first.setdefault(phrase[0], []).append((phrase, value))
            self._entries.clear()

    def sort(self) -> None:
        """Call once when all phrases are in."""
        self._entries.clear()
        for phrases in self.by_first.values():
            if len(phrases) > 1:
                phrases.sort(key=lambda row: -len(row[0]))

    def find(self, words: Sequence[Word], texts: Sequence[str] | None = None) -> list[Found[T]]:
        """Every phrase in the text, in order, none overlapping. `texts` of the words, where they are at hand."""
        if texts is None:
            texts = [word.text for word in words]
        entries = enumerate(map(self._entries.__getitem__, texts))
        found: list[Found[T]] = []
        at, count = 0, len(texts)
        for index, entry in [(index, entry) for index, entry in entries if entry is not None]:
            if index < at:
                continue
            phrases = entry.phrases
            if not entry.second or index + 1 == count or texts[index + 1] not in entry.second:
                phrases = entry.single
            for phrase, value in phrases:
                if len(phrase) == 1 or _follows(words, index, phrase):
                    at = index + len(phrase)
                    found.append(Found(value, index, at - 1))
                    break
        return found

    def _entry(self, word: str) -> "_Entry[T] | None":
        phrases = self.by_first.get(word)
        if phrases is None and len(word) > 3 and word.isupper():
            phrases = self.by_first.get(word.title())
        if phrases is None:
            return None
        second = frozenset(
            form for phrase, _ in phrases if len(phrase) > 1 for form in (phrase[1], phrase[1].upper())
        )
        return _Entry(phrases, second, [row for row in phrases if len(row[0]) == 1][:1])


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
