"""Whole numbers as printable characters, and sorted words without their common beginnings: what shards are made of.

A number takes one character below 60, two below 2,220, three below 42,720, else five, out of 90 characters that need no
escape in JSON, JavaScript or HTML; gzip's Huffman codes then come close to the numbers' entropy. The reader is
`theme/static/js/search-shards.js`.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

ALPHABET = "".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in "\"'<\\")
BASE = len(ALPHABET)
_CODES = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
_TWO = 60
_THREE = _TWO + 24 * BASE
_FIVE = _THREE + 5 * BASE**2
LIMIT = _FIVE + BASE**4
"""The first number that cannot be written."""
_AT_ONCE = 4096
"""Words compared in one step, each with the one before."""


def packed_lengths(values: npt.NDArray[np.integer]) -> Bytes:
    """How many characters each number takes."""
    lengths = 1 + (values >= _TWO).astype(np.uint8)
    lengths += values >= _THREE
    lengths += (values >= _FIVE).view(np.uint8) * np.uint8(2)
    return lengths


def _coded(values: Numbers, size: int, floor: int, lead: int) -> Bytes:
    """The characters of numbers that take `size` each: shape (numbers, size)."""
    codes = np.empty((values.size, size), dtype=np.uint8)
    rest = values - floor
    for place in range(size - 1, 0, -1):
        rest, digit = np.divmod(rest, BASE)
        codes[:, place] = _CODES[digit]
    codes[:, 0] = _CODES[rest + lead]
    return codes


def _short_codes() -> Bytes:
    """By number below `_FIVE` its characters, and nought bytes after them: shape (numbers, 4)."""
    codes = np.zeros((_FIVE, 4), dtype=np.uint8)
    for size, floor, stop, lead in ((1, 0, _TWO, 0), (2, _TWO, _THREE, 60), (3, _THREE, _FIVE, 84)):
        codes[floor:stop, :size] = _coded(np.arange(floor, stop), size, floor, lead)
    return codes


_SHORT = _short_codes().view(np.uint32).ravel()
_SHORTER = _short_codes()[:_THREE, :2].copy().view(np.uint16).ravel()


def pack(values: npt.ArrayLike) -> str:
    """The numbers as one string. ValueError for one that is out of range."""
    numbers = np.asarray(values)
    if not numbers.size:
        return ""
    most = numbers.max()
    if numbers.min() < 0 or most >= LIMIT:
        raise ValueError("a number of the search index is out of range")
    if most < _TWO:
        codes = _CODES[numbers]
    elif most < _THREE:
        codes = _SHORTER[numbers].view(np.uint8)
    elif most < _FIVE:
        codes = _SHORT[numbers].view(np.uint8)
    else:
        rows = np.zeros((numbers.size, 5), dtype=np.uint8)
        rows[:, :4] = _SHORT[np.minimum(numbers, _FIVE - 1)].view(np.uint8).reshape(-1, 4)
        long = np.flatnonzero(numbers >= _FIVE)
        rows[long] = _coded(numbers[long].astype(np.int64), 5, _FIVE, 89)
        codes = rows.ravel()
    text: bytes = codes[codes != 0].tobytes()
    return text.decode("ascii")


def unpack(text: str) -> list[int]:
    """The numbers of a string that `pack` made. ValueError where it is cut short or holds another character."""
    digits = [ALPHABET.index(c) for c in text]
    numbers, i = [], 0
    while i < len(digits):
        lead = digits[i]
        size, floor, low = (
            (1, 0, 0)
            if lead < 60
            else (2, _TWO, 60)
            if lead < 84
            else (3, _THREE, 84)
            if lead < 89
            else (5, _FIVE, 89)
        )
        if i + size > len(digits):
            raise ValueError("a list of numbers is cut short")
        value = lead - low
        for digit in digits[i + 1 : i + size]:
            value = value * BASE + digit
        numbers.append(value + floor)
        i += size
    return numbers


def _shared(words: Sequence[str]) -> list[int]:
    """How many characters each word begins with as the word before does, at most `BASE - 1`; nought for the first."""
    if not words:
        return []
    ends = np.fromiter(map(len, words), np.int64, len(words))
    width = max(1, min(BASE - 1, int(ends.max())))
    found = [np.zeros(1, np.int64)]
    for start in range(0, len(words) - 1, _AT_ONCE):
        some = words[start : start + _AT_ONCE + 1]
        letters = np.array(some, f"U{width}").view(np.uint32).reshape(len(some), width)
        differ = np.ones((len(some) - 1, width + 1), dtype=bool)
        np.not_equal(letters[1:], letters[:-1], out=differ[:, :-1])
        found.append(differ.argmax(axis=1))
    shared = np.concatenate(found)
    shared[1:] = np.minimum(np.minimum(shared[1:], ends[1:]), ends[:-1])
    result: list[int] = shared.tolist()
    return result


def front_code(words: Iterable[str]) -> str:
    """Words without white space, each as one character for the length it shares with the word before, and the rest.

    Lengths count UTF-16 units, as JavaScript does; a shared part never ends within a surrogate pair.
    """
    return " ".join(front_coded(list(words)))


def front_coded(words: Sequence[str]) -> list[str]:
    """Each word as `front_code` writes it. Any run of them is right after its first word in full, `in_full`."""
    parts = []
    for word, shared in zip(words, _shared(words), strict=True):
        units = shared if word.isascii() else len(word[:shared].encode("utf-16-le")) // 2
        while units >= BASE:
            shared -= 1
            units = len(word[:shared].encode("utf-16-le")) // 2
        parts.append(ALPHABET[units] + word[shared:])
    return parts


def in_full(word: str) -> str:
    """A word as `front_code` writes the first one."""
    return ALPHABET[0] + word


def front_decode(text: str) -> list[str]:
    """The words that `front_code` wrote."""
    found: list[str] = []
    before = b""
    for part in text.split(" ") if text else []:
        before = before[: 2 * ALPHABET.index(part[0])] + part[1:].encode("utf-16-le")
        found.append(before.decode("utf-16-le"))
    return found


def utf16_order(words: Iterable[str]) -> list[str]:
    """Sorted as JavaScript compares strings."""
    found = sorted(words)
    if any(not word.isascii() and max(word) > "\ud7ff" for word in found):
        found.sort(key=lambda word: word.encode("utf-16-be"))
    return found


def separator(before: str, first: str) -> str:
    """The shortest beginning of `first` that sorts after `before`."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, first, strict=False)))
    return first[: shared + 1]
