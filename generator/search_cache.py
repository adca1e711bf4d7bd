"""What one build of the search index leaves for the next: its postings, sorted, and its files.

Text shards lie some sixty to a file, named by the hash of their articles, so that those that did not change are not
written again; all else is one file. A file that is damaged, or comes from another version of the program or of its
libraries, counts as none. Articles are known by the BLAKE2b hash of all that the search knows of them. So nothing in
the cache changes what is built, only how soon.
"""

import hashlib
import json
import marshal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.model import SearchDoc
from generator.postings import Integers, Postings, narrow
from generator.search_shards import KEY, TermShards, TextShards
from generator.search_store import Reader, tidy, write

_NAME = "search-index"
_TEXTS = "search-texts-"
_SHARDS = 64
"""Text shards in a file of the cache, in the mean."""
_KNOWN = attrgetter(*(field.name for field in fields(SearchDoc)))
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, IndexError, OverflowError, MemoryError)
_TERM_LISTS = ("starts", "firsts", "names", "phrases")
_ARRAYS = [field.name for field in fields(Postings) if field.name not in ("terms", "forms")]


def article_key(doc: SearchDoc) -> bytes:
    """The hash of all that the search knows of an article."""
    # Version 0 writes a string by its value alone, with its length before it.
    return hashlib.blake2b(marshal.dumps(_KNOWN(doc), 0), digest_size=KEY).digest()


@dataclass(frozen=True, slots=True)
class Generation:
    """What one build leaves."""

    keys: bytes
    """Of the articles, in the order of their numbers, `KEY` bytes each."""
    found: Postings
    terms: TermShards
    texts: TextShards
    lists: dict[str, bytes]
    """The other files, `manifest.js` last."""
    packs: frozenset[str] = frozenset()
    """Files of the cache that have been read, each with some text shards."""

    @property
    def files(self) -> dict[str, bytes]:
        """All of the index by name, `manifest.js` last."""
        return self.terms.files | self.texts.files | self.lists

    @property
    def whole(self) -> bool:
        """Whether no text shard is missing."""
        return len(self.texts.files) == len(self.texts.names)

    def text_shards(self) -> dict[bytes, tuple[str, bytes]]:
        """Name and content of each text shard by the keys of its articles."""
        shards = {}
        for file, name, keys in _texts(self.keys, self.texts):
            if file in self.texts.files:
                shards[keys] = name, self.texts.files[file]
        return shards


def _texts(keys: bytes, texts: TextShards) -> Iterator[tuple[str, str, bytes]]:
    """Of each text shard its file, its name, and the keys of its articles."""
    start = 0
    for count, name in zip(texts.counts, texts.names, strict=True):
        yield f"d/{start}-{name}.js", name, keys[KEY * start : KEY * (start + count)]
        start += count


def _packs(keys: bytes, texts: TextShards, made_by: str) -> Iterator[tuple[str, list[str]]]:
    """The cache's files with text shards, and which each has. A content decides whether it is the last of its file."""
    hashed, some = hashlib.blake2b(made_by.encode(), digest_size=KEY), []
    for file, name, of_articles in _texts(keys, texts):
        some.append(file)
        hashed.update(len(of_articles).to_bytes(8, "little") + of_articles)
        if int(name, 16) % _SHARDS == 0:
            yield _TEXTS + hashed.hexdigest(), some
            hashed, some = hashlib.blake2b(made_by.encode(), digest_size=KEY), []
    if some:
        yield _TEXTS + hashed.hexdigest(), some


def sources(before: bytes, now: bytes) -> npt.NDArray[np.int64]:
    """For each article of `now` its place in `before`, -1 for a new one; the places rise.

    Articles of one day and address are in no certain order; one that another has overtaken counts as new.
    """
    old, new = (np.frombuffer(keys, np.uint64).reshape(-1, KEY // 8) for keys in (before, now))
    least = min(len(old), len(new))
    same = (old[:least] == new[:least]).all(axis=1)
    head = least if same.all() else int(same.argmin())
    same = (old[len(old) - least + head :] == new[len(new) - least + head :]).all(axis=1)[::-1]
    tail = same.size if same.all() else int(same.argmin())

    places: dict[bytes, list[int]] = {}
    for i in range(len(old) - tail - 1, head - 1, -1):
        places.setdefault(before[KEY * i : KEY * (i + 1)], []).append(i)
    found, last = [], -1
    for i in range(head, len(new) - tail):
        there = places.get(now[KEY * i : KEY * (i + 1)])
        place = there.pop() if there else -1
        last = max(last, place)
        found.append(place if place == last else -1)
    return np.array([*range(head), *found, *range(len(old) - tail, len(old))], np.int64)


def _made_by() -> str:
    """What the bytes depend on beside the articles: the program's own text, libraries, the machine's byte order."""
    own = hashlib.blake2b(digest_size=KEY)
    for path in sorted([*Path(__file__).parent.glob("search*.py"), Path(__file__).parent / "postings.py"]):
        own.update(path.read_bytes())
    libraries = [f"{name} {version(name)}" for name in ("lunr", "snowballstemmer", "numpy")]
    parts = [own.hexdigest(), *libraries, unicodedata.unidata_version, sys.byteorder, sys.version]
    return " ".join(parts)


def load(folder: Path) -> Generation | None:
    """What the last build left in `folder`; None where there is nothing, or nothing that can be used."""
    made_by = _made_by()
    try:
        with Reader(folder / _NAME) as file:
            head = json.loads(file.take(int.from_bytes(file.take(8), "little")))
            if head["made by"] != made_by:
                return None
            made = _read(head, file.take)
            file.close()
    except _UNREADABLE:
        return None
    packs = set()
    sizes = dict(zip((file for file, _, _ in _texts(made.keys, made.texts)), head["texts"], strict=True))
    for name, files in _packs(made.keys, made.texts, made_by):
        try:
            with Reader(folder / name) as pack:
                data = {file: pack.take(sizes[file]) for file in files}
                pack.close()
        except _UNREADABLE:
            continue
        made.texts.files.update(data)
        packs.add(name)
    return replace(made, packs=frozenset(packs))


def _read(head: dict[str, Any], take: Callable[[int], bytes]) -> Generation:
    def strings() -> tuple[str, ...]:
        text = take(head["strings"].pop(0)).decode("utf-8", "surrogatepass")
        return tuple(text.split("\n")) if text else ()

    def array() -> Integers:
        kind, shape = head["arrays"].pop(0)
        values: Integers = np.frombuffer(take(np.dtype(kind).itemsize * int(np.prod(shape))), kind)
        return values.reshape(shape)

    keys, terms, forms = take(KEY * head["articles"]), strings(), strings()
    found = Postings(terms, forms, **{name: array() for name in _ARRAYS})
    sizes = array()
    files, lists = ({name: take(size) for name, size in head[kind]} for kind in ("terms", "lists"))
    of_terms = TermShards(files, **head["term shards"], sizes=sizes)
    return Generation(keys, found, of_terms, TextShards({}, **head["text shards"]), lists)


def save(folder: Path, made: Generation) -> None:
    """Puts a build in the place of the one before, so that builds side by side see one or the other.

    A folder that cannot be written to is let be: the next build only takes longer.
    """
    found, terms, texts = made.found, made.terms, made.texts
    made_by = _made_by()
    strings = ["\n".join(some).encode("utf-8", "surrogatepass") for some in (found.terms, found.forms)]
    arrays = [np.ascontiguousarray(narrow(getattr(found, name))) for name in _ARRAYS]
    arrays.append(narrow(terms.sizes))
    head = json.dumps(
        {
            "made by": made_by,
            "articles": len(made.keys) // KEY,
            "strings": [len(text) for text in strings],
            "arrays": [(a.dtype.str, a.shape) for a in arrays],
            "term shards": {name: getattr(terms, name) for name in _TERM_LISTS},
            "text shards": {"counts": texts.counts, "names": texts.names},
            "terms": [(name, len(data)) for name, data in terms.files.items()],
            "texts": [len(data) for data in texts.files.values()],
            "lists": [(name, len(data)) for name, data in made.lists.items()],
        }
    ).encode()
    files = (*terms.files.values(), *made.lists.values())
    pieces: list[bytes | memoryview] = [len(head).to_bytes(8, "little"), head, made.keys, *strings]
    pieces += [*(a.ravel().view(np.uint8).data for a in arrays), *files]
    packs = dict(_packs(made.keys, texts, made_by))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, some in packs.items():
            if name not in made.packs:
                write(folder / name, [texts.files[file] for file in some])
        write(folder / _NAME, pieces)
        tidy(folder, "search-", [_NAME, *packs])
    except OSError:
        pass
