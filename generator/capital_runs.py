"""Runs of capitalised words: the raw material of names of people and organisations."""

from collections.abc import Collection
from typing import NamedTuple

from generator.sections import Section
from generator.tag_tables import small_words
from generator.words_in_text import Words

CONNECTORS = small_words("connectors")
"""Small words that may stand inside a name."""
_CLOSE = frozenset([" ", "-", " & ", "&", "/", ". ", ".", "'", "’", "\u00a0", "-\n", "\n"])

_ABBREVIATED = frozenset(["St", "Jr", "Dr", "Mr", "Mrs", "Ms", "Gen", "Sen", "Rep", "Gov"])


class Run(NamedTuple):
    """Capitalised words in a row, with connectors between them: words `first` to `last` of a section."""

    first: int
    last: int


def runs_of(section: Section, taken: Collection[int]) -> list[Run]:
    """The longest runs in order, none over words of `taken`; a run begins and ends with a capitalised word."""
    runs: list[Run] = []
    words = section.words
    texts = words.texts
    last, count = -1, len(texts)
    for at in words.capitals:
        if at <= last or at in taken:
            continue
        last = probe = at
        while probe + 1 < count:
            after = probe + 1
            if after in taken or words.opens[after] or not _near(words, after):
                break
            text = texts[after]
            if text[0].isupper() or text == "plc":
                last = after
            elif text not in CONNECTORS or probe - last >= 2:
                break
            probe = after
        runs.append(Run(at, last))
    return runs


def _near(words: Words, at: int) -> bool:
    """Whether a word stands so close behind the one before that both may be of one name."""
    gap = words.gaps[at]
    if gap == ", ":
        return words.texts[at] in ("Inc", "Ltd", "Jr", "Sr")
    if gap in (". ", "."):
        before = words.texts[at - 1]
        return len(before) == 1 or before in _ABBREVIATED
    return gap in _CLOSE
