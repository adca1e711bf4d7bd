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
import numpy.typing as npt

from generator.model import SearchDoc
from generator.postings import Postings
from generator.search_cache import Shards
from generator.search_numbers import Numbers, deltas, front_code, pack, packed_lengths, separator
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


def _gaps(doc: npt.NDArray[np.int32], starts: Numbers) -> npt.NDArray[np.int32]:
    """Each article's distance from the one before in its list; a list's first is its own number."""
    gaps: npt.NDArray[np.int32] = np.diff(doc, prepend=np.int32(0))
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


def term_shards(found: Postings, shards: Shards | None = None) -> TermShards:
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
    columns = (_gaps(found.doc, list_ends[:-1][used]), found.count - np.int32(1), found.length)
    sizes = np.array([len(t) + 4 for t in found.terms])
    sizes += np.add.reduceat(sum(packed_lengths(c) for c in columns), bounds[:-1], dtype=np.int64)
    starts = cuts(sizes.tolist(), found.terms, target_size(int(sizes.sum()), 8192))

    forms, places, place_ends = _places(found)
    files: dict[str, bytes] = {}
    made = TermShards(files, [], [], [])
    for start, stop in zip(starts, [*starts[1:], len(found.terms)], strict=True):
        low, high = int(bounds[start]), int(bounds[stop])
        data = _term_shard(found, slice(start, stop), [c[low:high] for c in columns], shards)
        name = digest(data, TERM_NAME)
        files[f"t/{name}.js"] = data
        made.names.append(name)
        made.firsts.append(separator(found.terms[start - 1], found.terms[start]) if start else "")
        first, last = int(place_ends[low]), int(place_ends[high])
        data = _phrase_shard("\n".join(forms[start:stop]), places[first:last], shards)
        name = digest(data, TERM_NAME)
        files[f"p/{name}.js"] = data
        made.phrases.append(name)
    return made


def _term_shard(
    found: Postings, span: slice, columns: Sequence[npt.NDArray[np.integer]], shards: Shards | None
) -> bytes:
    terms, ranks, frequencies = found.terms[span], found.ranks[span], found.frequencies[span]

    def make() -> bytes:
        bits = (frequencies > 0) @ (1 << np.arange(len(FIELDS)))
        heads: list[int] = []
        for rank, bit, row in zip(ranks.tolist(), bits.tolist(), frequencies.tolist(), strict=True):
            heads += [rank, bit, *(n for n in row if n)]
        return script([front_code(terms), pack(heads), *(pack(c) for c in columns)])

    if shards is None:
        return make()
    words = " ".join(terms).encode("utf-8", "surrogatepass")
    return shards.get([b"t", words, ranks.data, frequencies.data, *(c.data for c in columns)], make)


def _phrase_shard(forms: str, places: npt.NDArray[np.signedinteger], shards: Shards | None) -> bytes:
    def make() -> bytes:
        return script([forms, pack(places)])

    return (
        make()
        if shards is None
        else shards.get([b"p", forms.encode("utf-8", "surrogatepass"), places.data], make)
    )


def forms_of(found: Postings) -> tuple[list[list[str]], npt.NDArray[np.signedinteger]]:
    """By term its folded words in alphabetical order; by entry of `found.words` its place among its term's."""
    forms: list[list[str]] = [[] for _ in found.terms]
    place = np.zeros(len(found.words), dtype=np.int64)
    for i in sorted(range(len(found.words)), key=found.words.__getitem__):
        form, term = found.words[i]
        if term >= 0:
            names = forms[term]
            if not names or names[-1] != form:
                names.append(form)
            place[i] = len(names) - 1
    return forms, place


def _places(found: Postings) -> tuple[list[str], npt.NDArray[np.signedinteger], Numbers]:
    """By term its forms, joined; by occurrence its number in the shard; where each posting's occurrences start."""
    occurrence_ends = np.concatenate(([0], np.cumsum(found.count, dtype=np.int64)))
    forms, place = forms_of(found)
    number = np.array([1 if term < 0 else len(forms[term]) for _, term in found.words], dtype=np.int64)
    longest = int(found.position.max(initial=0)) + 1
    if longest * int(number.max(initial=1)) < 2**31:  # half the memory to move
        number, place = number.astype(np.int32), place.astype(np.int32)
    gaps = found.position.astype(number.dtype)
    gaps[1:] -= found.position[:-1]
    gaps[occurrence_ends[:-1]] = found.position[occurrence_ends[:-1]]
    gaps *= number[found.word]
    gaps += place[found.word]
    return [" ".join(names) for names in forms], gaps, occurrence_ends


def record(doc: SearchDoc) -> list[object]:
    """What a result shows: address, title, date, language, authors, tags, text."""
    return [doc.url, doc.title, doc.date, doc.lang, list(doc.authors), list(doc.tags), doc.body]


def text_shards(
    docs: Sequence[SearchDoc], keys: Sequence[bytes] = (), shards: Shards | None = None
) -> tuple[dict[str, bytes], list[int], list[str]]:
    """The articles' own words in files `d/…js`, a list of records each; how many articles each has, and its name."""
    if not docs:
        return {}, [], []
    sizes = [len(d.body) + len(d.title) + len(d.url) + 60 for d in docs]
    starts = cuts(sizes, [d.url for d in docs], target_size(sum(sizes) // 24, 2048))
    files, names = {}, []
    for start, stop in zip(starts, [*starts[1:], len(docs)], strict=True):

        def make(some: Sequence[SearchDoc] = docs[start:stop]) -> bytes:
            return script([record(d) for d in some])

        data = make() if shards is None else shards.get([b"d", *keys[start:stop]], make)
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
