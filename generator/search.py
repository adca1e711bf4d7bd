"""The search index of the site: every file below `search/`, from the articles.

What lunr.py would write in one file is cut into shards, so that a browser loads only those of the words asked for and
puts a `lunr.Index` together from them that answers as the whole index would (docs/search.md says why that is exact).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from generator.model import SearchDoc
from generator.postings import Postings, postings
from generator.search_cache import Generation, Shards, article_key, load, save, words_of
from generator.search_numbers import front_code, pack
from generator.search_shards import TERM_NAME, days, digest, facet, script, term_shards, text_shards
from generator.search_stemmers import stemming_language
from generator.search_tokens import FIELDS

BOOSTS = {"title": 4, "body": 1, "tags": 2, "authors": 2}
"""How much more a word counts in a field, as lunr's `boost`."""
VERSION = 1
"""Of the files' format; the page refuses another one."""
_SUGGESTED_FROM = 2
"""A word is proposed instead of an unknown one when at least so many articles have it."""


def in_date_order(docs: Sequence[SearchDoc]) -> list[SearchDoc]:
    """The articles in the order of their numbers: by date, then by address. A span of dates is a span of numbers."""
    return sorted(docs, key=lambda d: (d.date, d.url))


def build(
    docs: Sequence[SearchDoc], workers: int | None = None, cache: Path | None = None
) -> dict[str, bytes]:
    """The files of the search index by their name below `search/`, `manifest.js` last.

    The articles may come in any order; none is an archive too. The bytes depend on nothing else, not on `workers`
    (processes to spread the reading over; None takes all cores) and not on `cache`: a folder from which the words of
    known articles and unchanged shards are taken, and in which this build's are kept for the next. None keeps nothing.
    """
    docs = in_date_order(docs)
    before = load(cache) if cache else None
    keys = [article_key(d) for d in docs] if cache else []
    shards = Shards(before.shards if before else {}) if cache else None
    read_words = words_of(docs, keys, before, workers)
    found = postings(read_words)
    terms = term_shards(found, shards)
    files, counts, names = text_shards(docs, keys, shards)
    files |= terms.files
    if cache and shards and (before is None or before.keys != tuple(keys)):
        save(cache, Generation(tuple(keys), read_words, shards.used))

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
        "totals": list(found.totals),
        "stemmers": sorted({stemming_language(d.lang) for d in docs}),
        "terms": [front_code(terms.firsts), "".join(terms.names)],
        "texts": [pack(counts), "".join(names)],
        "phrases": add("phrases", "".join(terms.phrases)),
        "vocabulary": add("vocabulary", front_code(found.terms)),
        "suggestions": add("suggestions", _suggestions(found)),
        "days": add("days", days(d.date for d in docs)),
        "tags": add("tags", facet([d.tags for d in docs])),
        "authors": add("authors", facet([d.authors for d in docs])),
        "languages": add("languages", facet([(d.lang,) for d in docs])),
    }
    files["manifest.js"] = script(manifest)
    return files


def _suggestions(found: Postings) -> list[str]:
    """`[words, weights]`: words that can be proposed for an unknown one, and how common each is, 0 to 20.

    Of all folded words with the same stem the most frequent stands for it.
    """
    if not found.terms:
        return ["", ""]
    number = found.document_frequency()
    times = np.bincount(found.word, minlength=len(found.words))
    totals: dict[tuple[int, str], int] = {}
    for (form, term), count in zip(found.words, times.tolist(), strict=True):
        if term >= 0:
            totals[term, form] = totals.get((term, form), 0) + count
    best: dict[int, tuple[int, str]] = {}
    for (term, form), count in totals.items():
        best[term] = min(best.get(term, (1, "")), (-count, form))
    common = {
        form: int(number[term])
        for term, (_, form) in best.items()
        if number[term] >= _SUGGESTED_FROM and len(form) > 3 and form.isalpha()
    }
    words = sorted(common)
    return [front_code(words), pack([min(20, common[w].bit_length()) for w in words])]
