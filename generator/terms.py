"""What an article is about, as weighted terms: words of its headline and text, and its tags.

A term counts more the more often the article has it, the fewer articles of the archive have it, and if the archive
writes it as a name (tf-idf: Salton and Buckley, Information Processing & Management 24 (1988), `ltc` weights).
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.headline_rules import bare, calendar, rules

MOST = 24
"""Terms kept of an article: the heaviest ones that another article has, too."""
_WORD = re.compile(r"[^\W\d_][^\W_]{2,}")
_LETTERS = 2500
"""So much of a text is read: news tells first what it is about."""
_TITLE = 2
"""A word of the headline counts as so many more of the text."""
_TAG = 3
"""And a tag as so many words."""
_NAME = 1.4
"""How much more a word counts that is mostly written with a capital."""
_BACKGROUND = 200
"""Articles, the oldest first, that are told from in any case what is rare."""
_COMMON = 0.33
"""A word that a larger share of articles has than this (and more than `_FEW`) says nothing."""
_FEW = 12


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its terms are taken from it."""

    title: str
    text: str
    """Its body."""
    lang: str = ""
    """ISO 639-1; empty if unknown."""
    tags: tuple[str, ...] = ()


Vector = Mapping[str, float]
"""Terms to weights, at most `MOST`; over all terms of the article the squares of the weights add up to 1."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an archive's articles."""

    vectors: tuple[Vector, ...]
    """In the order of the articles."""
    shown: Mapping[str, str]
    """Each term as a reader sees it: the form of the word that the archive has most often."""


def terms(sources: Sequence[Source], periods: Sequence[int] = ()) -> Terms:
    """The weighted terms of each article. Two articles' likeness is `likeness` of their vectors.

    `periods` numbers the period of time (a month) each article is from. Where it is given, what is rare is told by
    the articles up to the period after an article's own (and by two hundred at least), so that its weights stay when
    newer articles come in.
    """
    counts: list[dict[str, float]] = []
    forms: Counter[str] = Counter()
    for source in sources:
        found = Counter(_WORD.findall(source.text, 0, _LETTERS))
        for word in _WORD.findall(source.title):
            found[word] += _TITLE
        forms.update(found)
        own: dict[str, float] = {}
        for word, count in found.items():
            if term := _term(word, source.lang):
                own[term] = own.get(term, 0) + count
        for tag in dict.fromkeys(source.tags):
            own[_tag(tag)] = _TAG
        counts.append(own)
    capitals, shown = _capitals(forms)
    shown |= {_tag(tag): tag for source in sources for tag in source.tags}
    vectors: dict[int, Vector] = {}
    for some, rarity in _rarities(counts, periods):
        for number in some:
            vectors[number] = _vector(counts[number], rarity, capitals)
    return Terms(tuple(vectors[number] for number in range(len(sources))), shown)


@dataclass(frozen=True, slots=True)
class _Rarity:
    """In how many of so many articles each term is."""

    articles_with: Mapping[str, int]
    articles: int

    def weight(self, term: str) -> float:
        often = self.articles_with[term]
        return math.log((self.articles + 1) / often) if often <= max(_FEW, _COMMON * self.articles) else 0.0


def _rarities(
    counts: Sequence[Mapping[str, float]], periods: Sequence[int]
) -> Iterator[tuple[Sequence[int], _Rarity]]:
    """Articles by period, by their numbers, with what is rare for them."""
    inside: dict[int, list[int]] = {}
    for number, period in enumerate(periods or [0] * len(counts)):
        inside.setdefault(period, []).append(number)
    articles_with: Counter[str] = Counter()
    articles = 0
    waiting = sorted(inside)
    for period in sorted(inside):
        while waiting and (waiting[0] <= period + 1 or articles < _BACKGROUND):
            for number in inside[waiting.pop(0)]:
                articles_with.update(counts[number].keys())
                articles += 1
        yield inside[period], _Rarity(articles_with, articles)


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two articles' terms, 0 to 1."""
    return sum(one[term] * other[term] for term in one if term in other)


def _vector(own: Mapping[str, float], rarity: _Rarity, capitals: Mapping[str, float]) -> Vector:
    weighed = {
        term: (1 + math.log(count)) * weight * (_NAME if capitals.get(term, 0.0) > 0.5 else 1.0)
        for term, count in own.items()
        if (weight := rarity.weight(term))
    }
    length = math.hypot(*weighed.values()) or 1.0
    known = [(-weight, term) for term, weight in weighed.items() if rarity.articles_with[term] > 1]
    return {term: -weight / length for weight, term in sorted(known)[:MOST]}


def _tag(tag: str) -> str:
    return f"#{tag}"


@lru_cache(maxsize=1 << 18)
def _term(word: str, lang: str) -> str:
    """What a word counts as: bare, in most languages without the s of the plural; nothing for little words."""
    term = bare(word)
    if term in _little(lang):
        return ""
    if lang == "de" or len(term) <= 4 or not term.endswith("s") or term.endswith("ss"):
        return term
    return f"{term[:-3]}y" if lang == "en" and term.endswith("ies") else term[:-1]


@lru_cache(maxsize=64)
def _little(lang: str) -> frozenset[str]:
    """Words that carry grammar, and names of months and days, which say when and not what."""
    known = lang if lang in rules().function else "en"
    return rules().function[known] | calendar(known).keys()


def _capitals(forms: Mapping[str, int]) -> tuple[dict[str, float], dict[str, str]]:
    """For each term how often the archive writes it with a capital (0 to 1), and its commonest form."""
    best: dict[str, tuple[int, str]] = {}
    upper: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for form, count in sorted(forms.items()):
        for term in {_term(form, lang): None for lang in ("en", "", "de")}:
            whole[term] += count
            upper[term] += count * form[0].isupper()
            if count > best.get(term, (0, ""))[0]:
                best[term] = count, form
    return {term: upper[term] / n for term, n in whole.items()}, {
        term: form for term, (_, form) in best.items()
    }
