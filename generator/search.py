"""The search index of the site: every file below `search/`, from the articles.

What lunr.py would write in one file is cut into shards, so that a browser loads only those of the words asked for and
puts a `lunr.Index` together from them that answers as the whole index would (docs/search.md says why that is exact).
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import attrgetter
from pathlib import Path

import numpy as np

from generator.model import SearchDoc
from generator.postings import postings
from generator.search_cache import Generation, article_key, load, save, sources
from generator.search_lists import days, facet, one_each, suggestions
from generator.search_merge import merged
from generator.search_numbers import front_code, front_coded, pack
from generator.search_shards import TERM_NAME, FormerTerms, digest, script, term_shards, text_shards
from generator.search_stemmers import stemming_language
from generator.search_tokens import FIELDS, occurrences, read

BOOSTS = {"title": 4, "body": 1, "tags": 2, "authors": 2}
"""How much more a word counts in a field, as lunr's `boost`."""
VERSION = 1
"""Of the files' format; the page refuses another one."""


def in_date_order(docs: Sequence[SearchDoc]) -> list[SearchDoc]:
    """The articles in the order of their numbers: by date, then by address. A span of dates is a span of numbers."""
    return sorted(docs, key=attrgetter("date", "url"))


def build(
    docs: Sequence[SearchDoc], workers: int | None = None, cache: Path | None = None
) -> dict[str, bytes]:
    """The files of the search index by their name below `search/`, `manifest.js` last.

    The articles may come in any order; none is an archive too. The bytes depend on nothing else, not on `workers`
    (processes to spread the reading over; None takes all cores) and not on `cache`: a folder from which the words of
    known articles and unchanged shards are taken, and in which this build's are kept for the next. None keeps nothing.
    """
    docs = in_date_order(docs)
    if cache is None:
        return _build(docs, b"", None, workers).files
    with ThreadPoolExecutor(
        1
    ) as aside:  # Reading waits for the disk and for checksums, not for the interpreter.
        loading = aside.submit(load, cache)
        keys = b"".join(map(article_key, docs))
        before = loading.result()
    if before and before.keys == keys and before.whole:
        return before.files
    made = _build(docs, keys, before, workers)
    save(cache, made)
    return made.files


def _build(
    docs: Sequence[SearchDoc], keys: bytes, before: Generation | None, workers: int | None
) -> Generation:
    former = None
    places = sources(before.keys, keys) if before else np.empty(0, np.int64)
    if before and places.max(initial=-1) >= 0:
        new = [docs[i] for i in np.flatnonzero(places < 0).tolist()]
        now = merged(before.found, places, postings(occurrences(read(new, workers))))
        found = now.found
        former = FormerTerms(before.terms, now.same_postings, now.same_places)
    else:
        found = postings(occurrences(read(docs, workers)))
    coded = front_coded(found.terms)
    terms = term_shards(found, coded, former)
    texts = text_shards(docs, keys, before.text_shards() if before else None)
    files: dict[str, bytes] = {}

    def add(kind: str, value: object) -> str:
        data = script(value)
        name = f"{kind}-{digest(data, TERM_NAME)}.js"
        files[name] = data
        return name

    manifest = {
        "version": VERSION,
        "articles": len(docs),
        "fields": list(FIELDS),
        "boosts": [BOOSTS[f] for f in FIELDS],
        "totals": found.totals,
        "stemmers": sorted({stemming_language(lang) for lang in {d.lang for d in docs}}),
        "terms": [front_code(terms.firsts), "".join(terms.names)],
        "texts": [pack(texts.counts), "".join(texts.names)],
        "phrases": add("phrases", "".join(terms.phrases)),
        "vocabulary": add("vocabulary", " ".join(coded)),
        "suggestions": add("suggestions", suggestions(found)),
        "days": add("days", days(d.date for d in docs)),
        "tags": add("tags", facet([d.tags for d in docs])),
        "authors": add("authors", facet([d.authors for d in docs])),
        "languages": add("languages", one_each([d.lang for d in docs])),
    }
    files["manifest.js"] = script(manifest)
    return Generation(keys, found, terms, texts, files, before.packs if before else frozenset())
