"""The language of a text, offline."""

from functools import cache
from itertools import chain, islice
from typing import Any

import numpy as np

from generator.model import Article, Paragraph

LANGUAGES = (
    "en", "de", "es", "fr", "it", "pt", "pl", "nl", "da", "no", "sv", "fi", "cs", "sk", "hu", "ro", "hr", "sl", "bg",
    "ru", "uk", "el", "tr", "ar", "fa", "he", "hi", "bn", "ur", "id", "ms", "vi", "th", "zh", "ja", "ko", "ca",
)  # fmt: skip
"""What a capture may be in. A model that knows more mistakes short texts for rare languages."""
SAMPLE = 200
"""Characters that are looked at; more do not change the answer."""
ENOUGH = 40
"""Letters below which no language is given."""


@cache
def _identifier() -> Any:
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
    """The ISO 639-1 code of the text's language, empty where there is too little text to tell."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample[: 2 * ENOUGH])) < ENOUGH and sum(map(str.isalpha, sample)) < ENOUGH:
        return ""
    return str(_identifier().classify(sample)[0])
