"""How an archive's own headlines use words: in which languages, and which are names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, TypeAlias

import simplemma

from generator.headline_rules import bare

Shape: TypeAlias = Literal["sentence", "title", "upper"]
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LEAST_SHARE = 0.03
_MOST_LANGUAGES = 4


def shape(title: str) -> Shape:
    """How a headline uses capitals, and so whether they tell names."""
    words = _WORDS.findall(title)[1:]
    if words and sum(word.isupper() for word in words) > 0.7 * len(words):
        return "upper"
    long = [word for word in words if len(word) > 3]
    return "title" if long and sum(word[0].isupper() for word in long) > 0.65 * len(long) else "sentence"


def languages(titles: Iterable[str], function: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The languages of an archive, the commonest first, at most four: by the little words in its headlines."""
    counts: Counter[str] = Counter()
    for title in titles:
        words = set(map(bare, _WORDS.findall(title)))
        hits = {lang: len(words & little) for lang, little in function.items()}
        best = max(hits.values())
        if best and list(hits.values()).count(best) == 1:
            counts[max(hits, key=lambda lang: hits[lang])] += 1
    found = [lang for lang, n in counts.items() if n > 1 and n >= _LEAST_SHARE * counts.total()]
    found = sorted(filter(_has_dictionary, found), key=lambda lang: (-counts[lang], lang))
    return tuple(found[:_MOST_LANGUAGES]) or ("en",)


@cache
def _has_dictionary(lang: str) -> bool:
    try:
        simplemma.is_known("a", lang=lang)
    except ValueError:
        return False
    return True


class Capitals:
    """Which words headlines in ordinary case write with a capital in their midst: those are names."""

    def __init__(self, titles: Sequence[str], langs: tuple[str, ...]) -> None:
        self._langs = langs
        self._lower: Counter[str] = Counter()
        self._upper: Counter[str] = Counter()
        for title in titles:
            if shape(title) == "sentence":
                for word in _WORDS.findall(title)[1:]:
                    (self._upper if word[0].isupper() else self._lower)[bare(word)] += 1

    def name(self, token: str, text: str, case: Shape, first: bool) -> float:
        """How surely a word is a name, 0 to 1: `token` as written, `text` in small letters, `case` the headline's."""
        if case == "sentence" and not first:
            if not token[0].isupper():
                return 0.0
            if "de" not in self._langs:
                return max(0.8, self._elsewhere(text))
        return self._elsewhere(text)

    def _elsewhere(self, text: str) -> float:
        lower, upper = self._lower[bare(text)], self._upper[bare(text)]
        if lower + upper:
            # In German, where every noun has a capital, capitals say less.
            return min(upper / (lower + upper), 0.6 if "de" in self._langs else 1.0)
        if not simplemma.is_known(text, lang=self._langs):
            return 0.9
        return 0.3 if simplemma.lemmatize(text, lang=self._langs)[:1].islower() else 0.8
