"""Whole numbers as printable characters, and sorted words without their common beginnings: what shards are made of.

A number takes one character below 60, two below 2,220, three below 42,720, else five, out of 90 characters that need no
escape in JSON, JavaScript or HTML; gzip's Huffman codes then come close to the numbers' entropy. The reader is
`theme/static/js/search-shards.js`.
"""

from collections.abc import Iterable, Sequence

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


def packed_lengths(values: npt.NDArray[np.integer]) -> Bytes:
    """How many characters each number takes."""
    lengths = 1 + (values >= _TWO).astype(np.uint8)
    lengths += values >= _THREE
    lengths += (values >= _FIVE).view(np.uint8) * np.uint8(2)
    return lengths


def pack_each(values: npt.ArrayLike) -> tuple[Bytes, Numbers]:
    """The characters of all numbers one after the other, and how many each takes. ValueError out of range."""
    v = np.asarray(values, dtype=np.int64)
    if v.size and (v.min() < 0 or v.max() >= LIMIT):
        raise ValueError("a number of the search index is out of range")
    lengths = packed_lengths(v).astype(np.int64)
    starts = np.cumsum(lengths) - lengths
    out = np.empty(int(lengths.sum()), dtype=np.uint8)
    for size, floor, lead in ((1, 0, 0), (2, _TWO, 60), (3, _THREE, 84), (5, _FIVE, 89)):
        rows = np.flatnonzero(lengths == size)
        if rows.size:
            rest, at = v[rows] - floor, starts[rows]
            for place in range(size - 1, 0, -1):
                rest, digit = np.divmod(rest, BASE)
                out[at + place] = _CODES[digit]
            out[at] = _CODES[rest + lead]
    return out, lengths


def pack(values: npt.ArrayLike) -> str:
    """The numbers as one string."""
    return pack_each(values)[0].tobytes().decode("ascii")


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


def _shared(one: str, two: str) -> int:
    most = min(len(one), len(two), BASE - 1)
    for i in range(most):
        if one[i] != two[i]:
            return i
    return most


def front_code(words: Iterable[str]) -> str:
    """Words without white space, each as one character for the length it shares with the word before, and the rest.

    Lengths count UTF-16 units, as JavaScript does; a shared part never ends within a surrogate pair.
    """
    parts, before = [], ""
    for word in words:
        shared = _shared(before, word)
        units = shared if word.isascii() else len(word[:shared].encode("utf-16-le")) // 2
        while units >= BASE:
            shared -= 1
            units = len(word[:shared].encode("utf-16-le")) // 2
        parts.append(ALPHABET[units] + word[shared:])
        before = word
    return " ".join(parts)


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
    if any(word and max(word) > "\ud7ff" for word in found):
        found.sort(key=lambda word: word.encode("utf-16-be"))
    return found


def separator(before: str, first: str) -> str:
    """The shortest beginning of `first` that sorts after `before`."""
    return first[: _shared(before, first) + 1]


def deltas(rising: Sequence[int] | npt.NDArray[np.integer]) -> Numbers:
    """The first number, then each one's distance from the one before."""
    numbers: Numbers = np.asarray(rising, dtype=np.int64)
    gaps = numbers.copy()
    gaps[1:] -= numbers[:-1]
    return gaps
