"""The whole index as lunr.py writes it, in one piece: what the shards are measured and tested against.

The site does not use it. Its pipeline holds the functions of `search_text`, so that both index the same terms.
"""

from collections.abc import Callable, Sequence
from typing import Any

from lunr.builder import Builder
from lunr.pipeline import Pipeline

from generator.model import SearchDoc
from generator.search import BOOSTS, in_date_order
from generator.search_stemmers import stemming_language
from generator.search_text import is_stop_word, stem, words
from generator.search_tokens import FIELDS, field_text

SEARCH_PIPELINE = ("pressmark-words", "pressmark-stems")
"""Labels of the functions that lunr.js runs over a query's words."""


# lunr.py has no types.
_Builder: Any = Builder
_Pipeline: Any = Pipeline


def _labelled(label: str, function: Callable[..., Any]) -> Callable[..., Any]:
    vars(function)["label"] = label
    return function


def _split(token: Any, *_: object) -> list[Any]:
    return [token.clone(lambda *_, word=word: word) for word in words(str(token))]


def _pipeline(lang: str) -> Any:
    def keep(token: Any, *_: object) -> Any:
        return None if is_stop_word(str(token), lang) else token

    def reduce(token: Any, *_: object) -> Any:
        return token.update(lambda word, _metadata: stem(word, lang))

    pipeline = _Pipeline()
    pipeline.add(_labelled("words", _split), _labelled("stop", keep), _labelled("stem", reduce))
    return pipeline


def whole_index(docs: Sequence[SearchDoc]) -> dict[str, Any]:
    """The articles' index as `lunr.Index.load` takes it; references are the articles' numbers.

    ZeroDivisionError where there are no articles: lunr.py cannot index none.
    """
    builder = _Builder()
    builder.ref("ref")
    for field in FIELDS:
        builder.field(field, boost=BOOSTS[field])
    # Only the labels count: these run in the browser.
    builder.search_pipeline.add(*(_labelled(label, lambda token, *_: token) for label in SEARCH_PIPELINE))
    pipelines: dict[str, Any] = {}
    for number, doc in enumerate(in_date_order(docs)):
        lang = stemming_language(doc.lang)
        builder.pipeline = pipelines.setdefault(lang, _pipeline(lang))
        builder.add({"ref": str(number)} | {f: field_text(doc, f) for f in FIELDS})
    index: dict[str, Any] = builder.build().serialize()
    index["invertedIndex"].sort(key=lambda entry: entry[0].encode("utf-16-be"))
    return index
