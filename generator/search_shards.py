"""The shards: the index cut into files of a few kilobytes, each a script that hands over a JSON string.

A script works from a folder on disk, where `fetch` does not; a string goes through `JSON.parse`, so what an article
says is never taken for code. Files are named by their content. Where a shard ends depends on the words around the
cut, not on what stands before, so one more article changes the shards of its own words and leaves the others.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import SearchDoc
from generator.postings import Postings
from generator.search_numbers import Bytes, Numbers, deltas, front_code, pack, pack_each, separator
from generator.search_tokens import FIELDS

TERM_NAME = 10
"""Hexadecimal digits in the name of a term shard."""
TEXT_NAME = 6
"""Those that follow the number of its first article in the name of a text shard."""

_SCRIPT = "pressmark.take({});\n"


def script(value: object) -> bytes:
    """A classic script that hands over `value` as a JSON string; the same value gives the same bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    literal = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return _SCRIPT.format(literal).encode("utf-8", "replace")


def value_of(data: bytes) -> object:
    """What a shard hands over. ValueError where it is damaged."""
    text = data.decode("utf-8")
    head, tail = _SCRIPT.split("{}")
    if not (text.startswith(head) and text.endswith(tail)):
        raise ValueError("the file is cut short or is no part of the search index")
    inner = json.loads(text[len(head) : -len(tail)])
    return json.loads(inner)


def digest(data: bytes, digits: int) -> str:
    """The first digits of the SHA-256 of a file's content."""
    return hashlib.sha256(data).hexdigest()[:digits]


def cuts(sizes: Sequence[int], names: Sequence[str], target: int) -> list[int]:
    """Where each shard starts: after half of `target` bytes, at the next name whose checksum allows it.

    A name allows it as often as gives `target` bytes in the mean; at twice the target any does. So after a change the
    cuts soon fall where they did.
    """
    starts, size, half = [], 0, target // 2
    for i, more in enumerate(sizes):
        if (
            i == 0
            or size >= 2 * target
            or (size >= half and zlib.crc32(names[i].encode("utf-8", "replace")) % half < more)
        ):
            starts.append(i)
            size = 0
        size += more
    return starts


def target_size(total: int, least: int) -> int:
    """Bytes a shard should have, unpacked: a power of two, near six times the root of all shards together."""
    size = least
    while size * size * 2 < 36 * total:
        size *= 2
    return size


@dataclass(frozen=True, slots=True)
class Column:
    """One number a row, packed, with the place where each row's characters start."""

    data: Bytes
    ends: Numbers

    @classmethod
    def of(cls, values: np.typing.ArrayLike) -> "Column":
        data, lengths = pack_each(values)
        return cls(data, np.concatenate(([0], np.cumsum(lengths))))

    def text(self, start: int, stop: int) -> str:
        """The characters of the rows from `start` to before `stop`."""
        return self.data[self.ends[start] : self.ends[stop]].tobytes().decode("ascii")

    def sizes(self, bounds: Numbers) -> Numbers:
        """Characters between consecutive bounds."""
        return np.diff(self.ends[bounds])


def _gaps(doc: Numbers, starts: Numbers) -> Numbers:
    """Each article's distance from the one before in its list; a list's first is its own number."""
    gaps = np.diff(doc, prepend=0)
    gaps[starts] = doc[starts]
    return gaps


@dataclass(frozen=True, slots=True)
class TermShards:
    """The postings as files, with what the manifest says of them."""

    files: dict[str, bytes]
    firsts: list[str]
    """The shortest beginning that parts a shard's first term from the shard before."""
    names: list[str]
    phrases: list[str]
    """Names of the files with the positions, shard by shard."""


def term_shards(found: Postings) -> TermShards:
    """The postings in shards `t/…js`, the positions of the same terms in `p/…js`.

    A term shard holds `[terms, heads, articles, counts, lengths]`: the terms front-coded; for each term its rank, a bit
    for each field that has it, and for each of these how many articles; then for each posting the distance from the
    article before, the term's count less one, and the field's length. A phrase shard holds `[forms, places]`: for each
    term its folded words with spaces between, for each occurrence `distance × number of forms + form`.
    """
    if not found.terms:
        return TermShards({}, [], [], [])
    per_list = found.frequencies.ravel()
    list_ends = np.concatenate(([0], np.cumsum(per_list)))
    width = len(FIELDS)
    bounds = list_ends[::width]
    used = per_list > 0
    docs = Column.of(_gaps(found.doc.astype(np.int64), list_ends[:-1][used]))
    counts = Column.of(found.count - 1)
    lengths = Column.of(found.length)
    sizes = (
        docs.sizes(bounds)
        + counts.sizes(bounds)
        + lengths.sizes(bounds)
        + np.array([len(t) + 4 for t in found.terms])
    )
    starts = cuts(sizes.tolist(), found.terms, target_size(int(sizes.sum()), 8192))

    bits = (found.frequencies > 0) @ (1 << np.arange(width))
    forms, places = _places(found)
    files: dict[str, bytes] = {}
    shards = TermShards(files, [], [], [])
    for start, stop in zip(starts, [*starts[1:], len(found.terms)], strict=True):
        heads: list[int] = []
        for i in range(start, stop):
            heads += [int(found.ranks[i]), int(bits[i]), *(int(n) for n in found.frequencies[i] if n)]
        low, high = int(bounds[start]), int(bounds[stop])
        terms = front_code(found.terms[start:stop])
        columns = [c.text(low, high) for c in (docs, counts, lengths)]
        data = script([terms, pack(heads), *columns])
        name = digest(data, TERM_NAME)
        files[f"t/{name}.js"] = data
        shards.names.append(name)
        shards.firsts.append(separator(found.terms[start - 1], found.terms[start]) if start else "")
        first, last = int(places[1][low]), int(places[1][high])
        data = script(["\n".join(forms[start:stop]), places[0].text(first, last)])
        name = digest(data, TERM_NAME)
        files[f"p/{name}.js"] = data
        shards.phrases.append(name)
    return shards


def forms_of(found: Postings) -> tuple[list[list[str]], Numbers]:
    """By term its folded words in alphabetical order; by entry of `found.words` its place among its term's."""
    some: list[set[str]] = [set() for _ in found.terms]
    for form, term in found.words:
        if term >= 0:
            some[term].add(form)
    forms = [sorted(names) for names in some]
    place = [forms[term].index(form) if term >= 0 else 0 for form, term in found.words]
    return forms, np.array(place, dtype=np.int64)


def _places(found: Postings) -> tuple[list[str], tuple[Column, Numbers]]:
    """By term its forms, joined; the packed positions, and where each posting's positions start."""
    occurrence_ends = np.concatenate(([0], np.cumsum(found.count, dtype=np.int64)))
    forms, place = forms_of(found)
    number = np.array([1 if term < 0 else len(forms[term]) for _, term in found.words], dtype=np.int64)
    gaps = np.diff(found.position.astype(np.int64), prepend=0)
    gaps[occurrence_ends[:-1]] = found.position[occurrence_ends[:-1]]
    packed = Column.of(gaps * number[found.word] + place[found.word])
    return [" ".join(names) for names in forms], (packed, occurrence_ends)


def record(doc: SearchDoc) -> list[object]:
    """What a result shows: address, title, date, language, authors, tags, text."""
    return [doc.url, doc.title, doc.date, doc.lang, list(doc.authors), list(doc.tags), doc.body]


def text_shards(docs: Sequence[SearchDoc]) -> tuple[dict[str, bytes], list[int], list[str]]:
    """The articles' own words in files `d/…js`, a list of records each; how many articles each has, and its name."""
    if not docs:
        return {}, [], []
    sizes = [len(d.body) + len(d.title) + len(d.url) + 60 for d in docs]
    starts = cuts(sizes, [d.url for d in docs], target_size(sum(sizes) // 24, 2048))
    files, names = {}, []
    for start, stop in zip(starts, [*starts[1:], len(docs)], strict=True):
        data = script([record(d) for d in docs[start:stop]])
        names.append(digest(data, TEXT_NAME))
        files[f"d/{start}-{names[-1]}.js"] = data
    return files, np.diff([*starts, len(docs)]).tolist(), names


def facet(values: Sequence[Sequence[str]]) -> list[str]:
    """`[names, counts, articles]` of one facet: for each name, in order, the articles that have it as distances."""
    has: dict[str, list[int]] = {}
    for number, some in enumerate(values):
        for name in dict.fromkeys(some):
            if name:
                has.setdefault(name, []).append(number)
    names = sorted(has)
    flat = [gap for name in names for gap in deltas(has[name]).tolist()]
    return ["\n".join(n.replace("\n", " ") for n in names), pack([len(has[n]) for n in names]), pack(flat)]


def days(dates: Iterable[str]) -> list[str]:
    """`[days, counts]`: every day that has articles, front-coded, and how many. The dates come in order."""
    counts: dict[str, int] = {}
    for date in dates:
        day = date[:10] or "0"
        counts[day] = counts.get(day, 0) + 1
    return [front_code(counts), pack(list(counts.values()))]
