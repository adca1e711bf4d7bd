"""What one build of the search index leaves for the next: the words of every article and the encoded shards.

One file holds one build. It is read whole or not at all: a file that is damaged, or comes from another version of the
program or of its libraries, counts as none. Keys are BLAKE2b hashes of what an entry is made from, so nothing in the
cache changes what is built, only how soon.
"""

import hashlib
import json
import marshal
import sys
import tempfile
import time
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.model import SearchDoc
from generator.search_tokens import FIELDS, Occurrences, occurrences, read

KEY = 16
"""Bytes in a key."""
_NAME = "search-index"
_ABANDONED = 3600
"""Seconds after which a file half written belongs to a build that was stopped."""


def article_key(doc: SearchDoc) -> bytes:
    """The hash of all that the search knows of an article."""
    parts = (doc.url, doc.title, doc.date, doc.body, doc.lang, doc.tags, doc.authors)
    # Version 0 writes a string by its value alone, with its length before it.
    return hashlib.blake2b(marshal.dumps(parts, 0), digest_size=KEY).digest()


class Shards:
    """Encoded files by the hash of what they are made from; those of the build before are taken over."""

    def __init__(self, before: dict[bytes, bytes]) -> None:
        self._before = before
        self.used: dict[bytes, bytes] = {}
        """What this build asked for, and nothing else."""

    def get(self, inputs: Sequence[bytes | memoryview], make: Callable[[], bytes]) -> bytes:
        """The file made from `inputs`; `make` is called where the build before had none from the same."""
        hashed = hashlib.blake2b(repr([len(part) for part in inputs]).encode(), digest_size=KEY)
        for part in inputs:
            hashed.update(part)
        key = hashed.digest()
        data = self._before.get(key)
        self.used[key] = data = make() if data is None else data
        return data


@dataclass(frozen=True, slots=True)
class Words:
    """The fields of `Occurrences` of which the others follow."""

    terms: Sequence[str]
    words: Sequence[tuple[str, int]]
    word: npt.NDArray[np.int32]
    position: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Generation:
    """What one build leaves."""

    keys: tuple[bytes, ...]
    """Of the articles, in the order of their numbers."""
    found: Words | Occurrences
    shards: dict[bytes, bytes]


def words_of(
    docs: Sequence[SearchDoc], keys: Sequence[bytes], before: Generation | None, workers: int | None
) -> Occurrences:
    """The indexed words of the articles, of which only those that the build before did not have are read."""
    if before is None:
        return occurrences(read(docs, workers))
    place = {key: i for i, key in enumerate(before.keys)}
    sources = [place.get(key, -1) for key in keys]
    fresh = occurrences(read([d for d, s in zip(docs, sources, strict=True) if s < 0], workers))
    new = len(place)
    for i, source in enumerate(sources):
        if source < 0:
            sources[i], new = new, new + 1
    return _chosen(before.found, fresh, sources)


def _chosen(old: Words | Occurrences, new: Occurrences, numbers: Sequence[int]) -> Occurrences:
    """The articles with these numbers, in this order; those of `new` count on from those of `old`."""
    term_table = {term: i for i, term in enumerate(old.terms)}
    table = {word: i for i, word in enumerate(old.words)}
    place = [
        -1
        if term < 0
        else table.setdefault((form, term_table.setdefault(new.terms[term], len(term_table))), len(table))
        for form, term in new.words
    ]
    new_word = np.array(place, np.int32)[new.word]
    order = np.array(numbers, dtype=np.int64)
    lengths = np.concatenate((old.lengths, new.lengths))
    ends = np.concatenate(([0], np.cumsum(lengths.sum(axis=1), dtype=np.int64)))
    limit, size = len(old.lengths), old.word.size
    # Runs of articles that follow each other here as they did there are copied at once.
    breaks = np.flatnonzero((np.diff(order, prepend=-2) != 1) | (order == limit))
    word, position = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for a, b in pairwise([*breaks.tolist(), order.size]):
        start, stop = int(ends[order[a]]), int(ends[order[b - 1] + 1])
        if order[a] < limit:
            word.append(old.word[start:stop])
            position.append(old.position[start:stop])
        else:
            word.append(new_word[start - size : stop - size])
            position.append(new.position[start - size : stop - size])
    return _in_use(
        Words(tuple(term_table), tuple(table), np.concatenate(word), np.concatenate(position), lengths[order])
    )


def _in_use(found: Words) -> Occurrences:
    """The whole of it; words and terms that do not occur are left out."""
    terms, words, word, lengths = found.terms, found.words, found.word, found.lengths
    occurs = np.bincount(word, minlength=len(words)) > 0
    if not occurs.all():
        renumbered = (np.cumsum(occurs) - 1).astype(np.int32)
        word = renumbered[word]
        words = [w for w, here in zip(words, occurs.tolist(), strict=True) if here]
        kept: dict[int, int] = {}
        words = [(form, kept.setdefault(term, len(kept))) for form, term in words]
        terms = [terms[term] for term in kept]
    width = len(FIELDS)
    cell = np.repeat(np.arange(lengths.size, dtype=np.int32), lengths.ravel())
    return Occurrences(
        tuple(terms),
        tuple(words),
        word,
        cell // width,
        (cell % width).astype(np.int8),
        found.position,
        lengths,
    )


def _made_by() -> str:
    """What entries depend on beside the articles: the program's own text, libraries, the machine's byte order."""
    own = hashlib.blake2b(digest_size=KEY)
    for path in sorted([*Path(__file__).parent.glob("search*.py"), Path(__file__).parent / "postings.py"]):
        own.update(path.read_bytes())
    libraries = [f"{name} {version(name)}" for name in ("lunr", "snowballstemmer", "numpy")]
    parts = [own.hexdigest(), *libraries, unicodedata.unidata_version, sys.byteorder, sys.version]
    return " ".join(parts)


def load(folder: Path) -> Generation | None:
    """What the last build left in `folder`; None where there is nothing, or nothing that can be used."""
    try:
        data = memoryview((folder / _NAME).read_bytes())
        if zlib.crc32(data[:-4]) != int.from_bytes(data[-4:], "little"):
            return None
        size = int.from_bytes(data[:8], "little")
        head = json.loads(bytes(data[8 : 8 + size]))
        if head["made by"] != _made_by():
            return None
        at = 8 + size

        def take(length: int) -> memoryview:
            nonlocal at
            at += length
            return data[at - length : at]

        keys = bytes(take(KEY * head["articles"]))
        lengths = np.frombuffer(take(4 * head["articles"] * len(FIELDS)), np.int32).reshape(-1, len(FIELDS))
        word, position = (np.frombuffer(take(4 * head["occurrences"]), np.int32) for _ in range(2))
        names, sizes = bytes(take(KEY * len(head["shards"]))), head["shards"]
        shards = {names[i * KEY : (i + 1) * KEY]: bytes(take(n)) for i, n in enumerate(sizes)}
        words = [(form, term) for form, term in head["words"]]
        found = Words(head["terms"], words, word, position, lengths)
    except (OSError, ValueError, KeyError, TypeError, IndexError, OverflowError):
        return None
    return Generation(tuple(keys[i : i + KEY] for i in range(0, len(keys), KEY)), found, shards)


def save(folder: Path, made: Generation) -> None:
    """Puts a build in the place of the one before, in one step, so that builds side by side see one or the other.

    A folder that cannot be written to is let be: the next build only takes longer.
    """
    head = json.dumps(
        {
            "made by": _made_by(),
            "articles": len(made.keys),
            "occurrences": made.found.word.size,
            "terms": made.found.terms,
            "words": made.found.words,
            "shards": [len(data) for data in made.shards.values()],
        }
    ).encode()
    arrays = [
        np.ascontiguousarray(a, np.int32) for a in (made.found.lengths, made.found.word, made.found.position)
    ]
    pieces = [len(head).to_bytes(8, "little"), head, b"".join(made.keys), *(a.tobytes() for a in arrays)]
    pieces += [b"".join(made.shards), *made.shards.values()]
    temporary: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{_NAME}?*"):
            if left.stat().st_mtime < time.time() - _ABANDONED:
                left.unlink()
        with tempfile.NamedTemporaryFile(dir=folder, prefix=_NAME, delete=False) as file:
            temporary = Path(file.name)
            check = 0
            for piece in pieces:
                check = zlib.crc32(piece, check)
                file.write(piece)
            file.write(check.to_bytes(4, "little"))
        temporary.replace(folder / _NAME)
    except OSError:
        pass
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
