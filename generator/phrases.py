"""Fixed phrases found in running text: one look-up a word, the longest phrase wins."""

from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from generator.by_word import ByWord
from generator.words_in_text import Words, words_of

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
    _small: frozenset[str] = field(init=False, repr=False, compare=False)
    """First words that do not begin with a capital."""

    def __post_init__(self) -> None:
        self._entries = ByWord(self._entry)
        self._small = frozenset()

    def add(self, text: str, value: T) -> None:
        """Let `text` stand for `value`, unless it stands for something already."""
        plain = text.replace(" ", "").isalpha()
        phrase = tuple(text.split()) if plain else tuple(words_of(text).texts)
        if phrase and phrase not in self.known:
            self.known.add(phrase)
            self.by_first.setdefault(phrase[0], []).append((phrase, value))
            self._entries.clear()

    def sort(self) -> None:
        """Call once when all phrases are in."""
        self._entries.clear()
        self._small = frozenset(word for word in self.by_first if not word[0].isupper())
        for phrases in self.by_first.values():
            if len(phrases) > 1:
                phrases.sort(key=lambda row: -len(row[0]))

    def find(self, words: Words) -> list[Found[T]]:
        """Every phrase in the text, in order, none overlapping."""
        found: list[Found[T]] = []
        texts, by_first, entries = words.texts, self.by_first, self._entries
        at, count = 0, len(texts)
        for index in words.capitals if self._small.isdisjoint(texts) else range(count):
            text = texts[index]
            if index < at or (text not in by_first and not text.isupper()):
                continue
            entry = entries[text]
            if entry is None:
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


def _follows(words: Words, at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(words.texts):
        return False
    for offset in range(1, len(phrase)):
        if words.gaps[at + offset] not in _WITHIN:
            return False
        text = words.texts[at + offset]
        if text != phrase[offset] and text != phrase[offset].upper():
            return False
    return True
