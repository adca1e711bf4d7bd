"""The shards: the index cut into files of a few kilobytes, each a script that hands over a JSON string.

A script works from a folder on disk, where `fetch` does not; a string goes through `JSON.parse`, so what an article
says is never taken for code. Files are named by their content. Where a shard ends depends on the words around the
cut, not on what stands before, so one more article changes the shards of its own words and leaves the others.
"""

import hashlib
import json
import zlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from generator.model import SearchDoc
from generator.postings import Integers, Postings, starts
from generator.search_numbers import in_full, pack, packed_lengths, separator
from generator.search_tokens import FIELDS

TERM_NAME = 10
"""Hexadecimal digits in the name of a term shard."""
TEXT_NAME = 6
"""Those that follow the number of its first article in the name of a text shard."""

KEY = 16
"""Bytes in an article's key."""

_BITS = 1 << np.arange(len(FIELDS), dtype=np.int32)

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
class TermShards:
    """The postings as files, with what the manifest says of them."""

    files: dict[str, bytes]
    starts: list[int]
    """Place of each shard's first term."""
    firsts: list[str]
    """The shortest beginning that parts a shard's first term from the shard before."""
    names: list[str]
    phrases: list[str]
    """Names of the files with the positions, shard by shard."""
    sizes: Integers
    """By term: bytes that it takes in its shard."""


@dataclass(frozen=True, slots=True)
class FormerTerms:
    """Term shards of the build before, and what of the postings they hold is still so."""

    shards: TermShards
    same_postings: npt.NDArray[np.int64]
    """By term: its former place, or -1; as in `search_merge.Merged`."""
    same_places: npt.NDArray[np.int64]

    def taken_over(self, same: npt.NDArray[np.int64], names: list[str], span: slice) -> str | None:
        """The name of the shard that had these very terms, and has them unchanged."""
        first, last = int(same[span.start]), int(same[span.stop - 1])
        if min(first, last) < 0 or last - first != span.stop - 1 - span.start or same[span].min() < 0:
            return None
        begins = self.shards.starts
        shard = bisect_left(begins, first)
        end = begins[shard + 1] if shard + 1 < len(begins) else self.shards.sizes.size
        return names[shard] if begins[shard : shard + 1] == [first] and end == last + 1 else None


def term_shards(found: Postings, coded: list[str], former: FormerTerms | None = None) -> TermShards:
    """The postings in shards `t/…js`, the positions of the same terms in `p/…js`.

    A term shard holds `[terms, heads, articles, counts, lengths]`: the terms front-coded; for each term its rank, a bit
    for each field that has it, and for each of these how many articles; then for each posting the distance from the
    article before, the term's count less one, and the field's length. A phrase shard holds `[forms, places]`: for each
    term its folded words with spaces between, for each occurrence `distance × number of forms + form`.

    `coded` is `front_coded(found.terms)`.
    """
    made = TermShards({}, [], [], [], [], np.zeros(len(found.terms), np.int64))
    if not found.terms:
        return made
    changed = np.ones(len(found.terms), dtype=bool)
    if former and 2 * np.count_nonzero(former.same_postings < 0) < changed.size:
        changed = former.same_postings < 0
        made.sizes[~changed] = former.shards.sizes[former.same_postings[~changed]]
    columns = _Columns(found, changed)
    made.sizes[changed] = columns.sizes() + [
        len(found.terms[i]) + 4 for i in np.flatnonzero(changed).tolist()
    ]
    made.starts.extend(cuts(made.sizes.tolist(), found.terms, target_size(int(made.sizes.sum()), 8192)))

    spans = [slice(a, b) for a, b in pairwise([*made.starts, len(found.terms)])]
    names: list[str | None] = [None] * len(spans)
    phrases = list(names)
    if former:
        shards = former.shards
        names = [former.taken_over(former.same_postings, shards.names, span) for span in spans]
        phrases = [former.taken_over(former.same_places, shards.phrases, span) for span in spans]
        if not changed.all():
            for span, name in zip(spans, names, strict=True):
                changed[span] = name is None
            columns = _Columns(found, changed)
    places = _Places(found)
    for span, name, phrase in zip(spans, names, phrases, strict=True):
        data = (
            former.shards.files[f"t/{name}.js"]
            if former and name
            else _term_shard(found, coded, span, columns)
        )
        made.names.append(name or digest(data, TERM_NAME))
        made.files[f"t/{made.names[-1]}.js"] = data
        data = former.shards.files[f"p/{phrase}.js"] if former and phrase else places.shard(span)
        made.phrases.append(phrase or digest(data, TERM_NAME))
        made.files[f"p/{made.phrases[-1]}.js"] = data
        made.firsts.append(
            separator(found.terms[span.start - 1], found.terms[span.start]) if span.start else ""
        )
    return made


class _Columns:
    """What a term shard has of each posting, of the terms that `wanted` marks."""

    def __init__(self, found: Postings, wanted: npt.NDArray[np.bool_]) -> None:
        self.wanted = wanted
        frequencies = found.frequencies[wanted].astype(np.int64)
        self.number = frequencies.sum(axis=1)
        """Postings by wanted term."""
        rows: slice | npt.NDArray[np.intp] = slice(None)
        if not wanted.all():
            rows = np.flatnonzero(np.repeat(wanted, found.document_frequency()))
        doc = found.doc[rows].astype(np.int32)
        gaps = np.diff(doc, prepend=np.int32(0))
        first = starts(frequencies)[frequencies > 0]
        gaps[first] = doc[first]
        field = np.repeat(
            np.tile(np.arange(len(FIELDS), dtype=np.int32), len(frequencies)), frequencies.ravel()
        )
        lengths = found.lengths.ravel()[doc * len(FIELDS) + field]
        self.all = (gaps, found.count[rows].astype(np.int32) - 1, lengths.astype(np.int32))
        self.ends = np.concatenate(([0], np.cumsum(self.number)))
        self.place: npt.NDArray[np.int64] = np.cumsum(wanted) - wanted

    def sizes(self) -> npt.NDArray[np.int64]:
        """Bytes that the postings of each term take."""
        if not self.number.size:
            return np.zeros(0, np.int64)
        gaps, counts, lengths = map(packed_lengths, self.all)
        return np.add.reduceat(gaps + counts + lengths, self.ends[:-1], dtype=np.int64)

    def of(self, span: slice) -> list[npt.NDArray[np.integer]]:
        """Distances, counts and lengths of a run of terms, all of them wanted."""
        first = int(self.place[span.start])
        low, high = self.ends[first], self.ends[first + span.stop - span.start]
        return [column[low:high] for column in self.all]


def _term_shard(found: Postings, coded: list[str], span: slice, columns: _Columns) -> bytes:
    frequencies = found.frequencies[span].astype(np.int32)
    ranks, bits = found.ranks[span].astype(np.int32), (frequencies > 0) @ _BITS
    heads = np.column_stack((ranks, bits, frequencies))[np.insert(frequencies > 0, [0, 0], True, axis=1)]
    terms = " ".join([in_full(found.terms[span.start]), *coded[span.start + 1 : span.stop]])
    return script([terms, pack(heads), *map(pack, columns.of(span))])


class _Places:
    """What a phrase shard has of each occurrence."""

    def __init__(self, found: Postings) -> None:
        self.found = found
        self.postings = np.concatenate(([0], np.cumsum(found.document_frequency())))
        self.ends = np.concatenate(([0], np.cumsum(found.occurrences.sum(axis=1, dtype=np.int64))))

    def shard(self, span: slice) -> bytes:
        """The file of a run of terms."""
        found, (low, high) = self.found, self.ends[[span.start, span.stop]]
        first = starts(found.count[slice(*self.postings[[span.start, span.stop]])])
        position = found.position[low:high].astype(np.int64)
        gaps = np.diff(position, prepend=0)
        gaps[first] = position[first]
        forms = found.forms[span]
        number = [names.count(" ") + 1 for names in forms]
        gaps *= np.repeat(number, np.diff(self.ends[span.start : span.stop + 1]))
        return script(["\n".join(forms), pack(gaps + found.form[low:high])])


def record(doc: SearchDoc) -> list[object]:
    """What a result shows: address, title, date, language, authors, tags, text."""
    return [doc.url, doc.title, doc.date, doc.lang, list(doc.authors), list(doc.tags), doc.body]


@dataclass(frozen=True, slots=True)
class TextShards:
    """The articles' own words as files, with what the manifest says of them."""

    files: dict[str, bytes]
    counts: list[int]
    """Articles by shard."""
    names: list[str]
    """By shard the hash of its content."""


def text_shards(
    docs: Sequence[SearchDoc], keys: bytes = b"", former: Mapping[bytes, tuple[str, bytes]] | None = None
) -> TextShards:
    """The articles in files `d/…js`, a list of records each.

    `former` has name and content of a shard by the `keys` of its articles, `KEY` bytes each.
    """
    made = TextShards({}, [], [])
    if not docs:
        return made
    sizes = [len(d.body) + len(d.title) + len(d.url) + 60 for d in docs]
    begins = cuts(sizes, [d.url for d in docs], target_size(sum(sizes) // 24, 2048))
    for start, stop in pairwise([*begins, len(docs)]):
        known = former.get(keys[KEY * start : KEY * stop]) if former else None
        if known is None:
            data = script([record(d) for d in docs[start:stop]])
            known = digest(data, TEXT_NAME), data
        made.counts.append(stop - start)
        made.names.append(known[0])
        made.files[f"d/{start}-{known[0]}.js"] = known[1]
    return made
