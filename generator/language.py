"""The language of a text, offline."""

from functools import cache
from itertools import chain, islice
from threading import Lock
from typing import Any

from generator.model import Article, Paragraph
from generator.rulebook import table

LANGUAGES = (
    "en", "de", "es", "fr", "it", "pt", "pl", "nl", "da", "no", "sv", "fi", "cs", "sk", "hu", "ro", "hr", "sl", "bg",
    "ru", "uk", "el", "tr", "ar", "fa", "he", "hi", "bn", "ur", "id", "ms", "vi", "th", "zh", "ja", "ko", "ca",
)  # fmt: skip
"""What a capture may be in. A model that knows more mistakes short texts for rare languages."""
SAMPLE = 200
"""Characters that the model looks at; more do not change the answer."""
_OPENING = 400
"""Characters in which small words are looked for."""
_LOADING = Lock()
_SURE = 3
"""So many different small words tell a language, where no other has half of them."""
ENOUGH = 40
"""Letters below which no language is given."""


def _identifier() -> Any:
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    # The weights of a feature one beside the other: as they come, each lies in a column far from the next.
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc)
    return identifier


_BLOCKS = 12
"""The headline and the first paragraphs, as many as are sure to hold `SAMPLE` characters."""


def language_of_article(article: Article) -> str:
    """The language of headline and paragraphs."""
    paragraphs = (block.text for block in article.body if isinstance(block, Paragraph))
    return language_of(" ".join(islice(chain([article.title], paragraphs), _BLOCKS)))


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language, empty where there is too little text to tell.

    Small words go before the model: they take an eighth of its time, and where a text is mostly numbers and
    abbreviations they are right and the model is not.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample[: 2 * ENOUGH])) < ENOUGH and sum(map(str.isalpha, sample)) < ENOUGH:
        return ""
    return told_by_small_words(text) or str(_identifier().classify(sample)[0])


def told_by_small_words(text: str) -> str:
    """The language whose small words a text has, empty where they do not tell one from all others.

    >>> told_by_small_words("The wall was mended this year, and with more stone than it had.")
    'en'
    """
    there = set(text[:_OPENING].lower().split())
    counts = [(len(words & there), language) for language, words in _small_words()]
    (second, _), (most, language) = sorted(counts)[-2:]
    return language if most >= _SURE and most > 2 * second else ""


@cache
def _small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((language, frozenset(row["words"])) for language, row in table("small_words").items())


def load_model() -> None:
    """Loads the model, which else is loaded when the first text needs it."""
    _identifier()
