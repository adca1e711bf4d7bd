"""Runs of capitalised words: the raw material of names of people and organisations."""

from collections.abc import Collection
from typing import NamedTuple

from generator.sections import Section
from generator.tag_tables import small_words
from generator.words_in_text import Word

CONNECTORS = small_words("connectors")
"""Small words that may stand inside a name."""
_CLOSE = frozenset([" ", "-", " & ", "&", "/", ". ", ".", "'", "’", "\u00a0", "-\n", "\n"])


class Run(NamedTuple):
    """Capitalised words in a row, with connectors between them: words `first` to `last` of a section."""

    first: int
    last: int


def runs_of(section: Section, taken: Collection[int]) -> list[Run]:
    """The longest runs in order, none over words of `taken`; a run begins and ends with a capitalised word."""
    runs: list[Run] = []
    words = section.words
    last, count = -1, len(words)
    for at in section.capitals:
        if at <= last or at in taken:
            continue
        last = probe = at
        while probe + 1 < count:
            following = words[probe + 1]
            if probe + 1 in taken or following.opens or not _near(following, words[probe]):
                break
            if _capital(following):
                last = probe + 1
            elif following.text not in CONNECTORS or probe - last >= 2:
                break
            probe += 1
        runs.append(Run(at, last))
    return runs


def _capital(word: Word) -> bool:
    return word.text[0].isupper() or word.text == "plc"


def _near(word: Word, before: Word) -> bool:
    if word.gap == ", ":
        return word.text in ("Inc", "Ltd", "Jr", "Sr")
    if word.gap in (". ", "."):
        return len(before.text) == 1 or before.text in (
            "St",
            "Jr",
            "Dr",
            "Mr",
            "Mrs",
            "Ms",
            "Gen",
            "Sen",
            "Rep",
            "Gov",
        )
    return word.gap in _CLOSE
