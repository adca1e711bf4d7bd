"""What is told of a word by the word alone, remembered: most words of a text have been met before."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 1 << 15
"""Words remembered at a time; beyond so many all are forgotten, and the frequent ones are soon back."""
LONGEST = 60
"""Characters; a longer word is not remembered, so that memory stays bounded whatever a text holds."""


class ByWord(dict[str, T], Generic[T]):
    """The answers of a pure function, by word: `ByWord(str.casefold)["Quay"] == "quay"`.

    The index operator answers for any word. A look-up of one that is remembered runs no Python code.
    """

    __slots__ = ("_tell",)

    def __init__(self, tell: Callable[[str], T]) -> None:
        self._tell = tell

    def __missing__(self, word: str) -> T:
        answer = self._tell(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = answer
        return answer
