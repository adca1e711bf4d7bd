"""The words of a headline as they are compared: in their basic form, told apart by what they are, and weighed.

Basic forms come from the dictionaries of simplemma, synonyms, abbreviations and little words from
`rules/headline_words.yaml`, countries from `rules/countries.yaml`; what is rare and what is a name, from the
archive's own headlines.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import simplemma

from generator import figures
from generator.headline_rules import bare, calendar, rules
from generator.usage import Capitals, Shape, languages, shape

Kind: TypeAlias = Literal["word", "name", "number", "date", "frame", "legal", "function"]
"""`frame` is put around headlines and says nothing (`live updates`), `legal` is the form of a company."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S., U.K.
    r"|\d+(?:[.,:]\d+)*"
    r"|[$€£¥₹%&]"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
)
_AFTER_NUMBER = {"m": "million", "k": "thousand", "b": "billion", "p": "penny", "q": "quarter", "h": "hour"}
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
ELLIPSIS = re.compile(r"\s*(?:…|\.{3,})\s*$")
"""The mark of a headline that was cut."""
_LIGHT: dict[Kind, float] = {"function": 0.3, "legal": 0.3, "frame": 0.5}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a headline."""

    text: str
    """Bare: lower case, no accents."""
    stem: str
    """What it is compared by: the basic form, a number's value, a country's key, the word that stands for all."""
    kind: Kind
    name: float = 0.0
    """How surely it is a name, 0 to 1."""
    senses: frozenset[int] = frozenset()
    """Rows of the table of words that may stand for each other."""
    sides: frozenset[int] = frozenset()
    """Sides of the table of contraries; n and n ^ 1 are contrary."""
    unit: figures.Unit = ""
    """Of a number: what it counts."""

    @property
    def tells(self) -> bool:
        """Whether it says something of the matter."""
        return self.kind not in _LIGHT


@dataclass(frozen=True, slots=True)
class Wording:
    """A headline's words in order, and how much each tells: the rarer in the archive the more, about 0.3 to 10."""

    words: tuple[Word, ...]
    weights: tuple[float, ...]


class Lexicon:
    """Reads headlines with what an archive's own headlines tell about words.

    A few headlines tell little of how rare a word is, so they are weighed as if beside a thousand others, in
    which every word of letters stood ten times and every other sign once.
    """

    _others = 1000.0

    def __init__(self, titles: Sequence[str]) -> None:
        self._rules = rules()
        self.langs = languages(titles, self._rules.function)
        self._function = frozenset[str]().union(
            *(self._rules.function.get(lang, frozenset()) for lang in self.langs)
        )
        self._calendar: dict[str, str] = {}
        for lang in self.langs:
            self._calendar = calendar(lang) | self._calendar
        self._capitals = Capitals(titles, self.langs)
        self._stems: dict[str, str] = {}
        self._words: dict[tuple[str, str, Shape, bool], Word] = {}
        self._weights: dict[tuple[str, Kind], float] = {}
        self._count = len(titles)
        self.titles_with: Counter[str] = Counter()
        """In how many of the headlines a stem stands."""
        read = [self._read(title) for title in titles]
        for words in read:
            self.titles_with.update({word.stem for word in words})
        self.wordings = tuple(map(self._weighed, read))
        """The headlines themselves, in their order."""

    def read(self, title: str) -> Wording:
        """The words of a headline. A possessive s, quotes and the dots of a cut end are dropped."""
        return self._weighed(self._read(title))

    def _weighed(self, words: tuple[Word, ...]) -> Wording:
        return Wording(words, tuple(self._weight(word.stem, word.kind) for word in words))

    def _weight(self, stem: str, kind: Kind) -> float:
        if kind in _LIGHT:
            return _LIGHT[kind]
        if (stem, kind) not in self._weights:
            prior = 10.0 if kind in ("word", "date") and stem.isalpha() else 1.0
            often = self.titles_with[stem] + prior
            self._weights[stem, kind] = math.log((self._count + self._others) / often)
        return self._weights[stem, kind]

    def _stem(self, text: str) -> str:
        """The basic form, bare; the dictionaries want the word in small letters but with its accents."""
        if text not in self._stems:
            stem = self._rules.same.get(bare(text)) or self._calendar.get(bare(text))
            if not stem:
                lemma = bare(simplemma.lemmatize(text, lang=self.langs))
                stem = self._rules.same.get(lemma, lemma)
            self._stems[text] = stem
        return self._stems[text]

    def _read(self, title: str) -> tuple[Word, ...]:
        text = unicodedata.normalize("NFKC", ELLIPSIS.sub("", title)).replace("’", "'")
        found = list(_TOKEN.finditer(text))
        tokens = [match[0] for match in found]
        # A letter written onto a figure is its unit: 5m, 3Q, 4th.
        onto = [at > 0 and found[at - 1].end() == match.start() for at, match in enumerate(found)]
        case = shape(text)
        small = [_small(token) for token in tokens]
        plain = [bare(text) for text in small]
        words: list[Word] = []
        at = 0
        while at < len(tokens):
            phrase, length = self._phrase(plain, small, at)
            unit = onto[at] and plain[at - 1][-1:].isdigit()
            if unit and phrase in _ORDINAL and words and words[-1].kind == "number":
                words[-1] = replace(words[-1], unit="order")
            elif phrase == "may" and any(
                text[:1].isdigit() for text in (*plain[max(0, at - 1) : at], *plain[at + 1 : at + 2])
            ):
                words.append(Word("may", "@m5", "date"))
            else:
                phrase = _AFTER_NUMBER.get(phrase, phrase) if unit else phrase
                words.append(self._word(tokens[at], phrase, case, at == 0))
            at += length
        return tuple(_with_units(words))

    def _phrase(self, plain: Sequence[str], small: Sequence[str], at: int) -> tuple[str, int]:
        """The longest run of words from there on that the tables know as one, and how many they are."""
        if plain[at] in self._rules.openers or self._stem(small[at]) in self._rules.openers:
            for length in range(min(self._rules.longest, len(plain) - at), 1, -1):
                phrase = " ".join(plain[at : at + length])
                if phrase in self._rules.countries or phrase in self._rules.same:
                    return phrase, length
                stems = " ".join(self._stem(word) for word in small[at : at + length])
                if stems in self._rules.frame or stems in self._rules.alike:
                    return stems, length
        return plain[at], 1

    def _word(self, token: str, text: str, case: Shape, first: bool) -> Word:
        sign = (token, text, case, first)
        if sign not in self._words:
            self._words[sign] = self._make(token, text, case, first)
        return self._words[sign]

    def _make(self, token: str, text: str, case: Shape, first: bool) -> Word:
        known = self._rules
        if text[:1].isdigit():
            return Word(text, figures.value(text), "number")
        if text in known.numbers:
            return Word(text, known.numbers[text], "number", sides=known.opposite.get(text, frozenset()))
        code = known.countries.get(text) or known.countries.get(text.removesuffix("s"))
        if text == "us" and ((token.isupper() and case != "upper") or "." in token):
            code = "=US"
        if code:
            return Word(text, code, "name", 1.0)
        if text in self._function:
            return Word(text, text, "function")
        small = _small(token)
        stem = self._stem(small) if bare(small) == text else known.same.get(text, text)
        if stem in known.frame or text in known.frame:
            return Word(text, stem, "frame")
        if text in known.legal:
            return Word(text, stem, "legal")
        if stem.startswith("@"):
            return Word(text, stem, "date")
        senses = known.alike.get(stem, frozenset()) | known.alike.get(text, frozenset())
        sides = known.opposite.get(stem, frozenset()) | known.opposite.get(text, frozenset())
        name = 0.0 if senses or text in known.same else self._capitals.name(token, small, case, first)
        return Word(text, stem, "name" if name > 0.5 else "word", name, senses, sides)


def _small(token: str) -> str:
    """In small letters, without a possessive s and, in a word, without points and apostrophes."""
    if token[0].isdigit():
        return token
    return token.lower().removesuffix("'s").replace("'", "").replace(".", "")


def _with_units(words: list[Word]) -> list[Word]:
    for at, word in enumerate(words):
        if word.kind == "number" and not word.unit:
            before = words[at - 1].stem if at else ""
            after = words[at + 1].stem if at + 1 < len(words) else ""
            words[at] = replace(word, unit=figures.unit(word.stem, before, after))
    return words
