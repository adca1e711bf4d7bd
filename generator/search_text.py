"""What a text's search terms are: the pipeline functions of the index, as lunr.py runs them.

Each function has a twin in `theme/static/js/search-text.js`, registered with lunr.js under the same label, and
`tests/test_search_text.py` compares the two word by word. A token of lunr (text parted at white space and
hyphens) goes through `words`, then the stop words, then the stemmer of the article's language.
"""

import re
import unicodedata
from functools import cache

from lunr.stop_word_filter import WORDS as STOP_WORDS

from generator.search_stemmers import stemmer_of, stemming_language

# Accents over, under and through a letter are dropped; the marks of other scripts carry the word and stay.
_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))
_LETTERS = str.maketrans(
    dict(zip("øđðłıħς’‘ʼ´＇", "oddlihσ'''''", strict=True)) | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that put no space between words (Thai, Lao, Myanmar, Khmer, kana, Han), for a character class."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    marks = "".join(c for c in map(chr, range(0x0370, 0xFFFF)) if unicodedata.category(c)[0] == "M")
    letter = rf"(?:[^\W_]|[{marks}])"
    number = r"[0-9]+(?:[.,][0-9]+)+"
    dotted = rf"{letter}(?:\.{letter})+(?!{letter})"
    return re.compile(rf"{number}|{dotted}|{letter}+(?:'{letter}+)*"), re.compile(
        rf"[{UNSPACED}]+|[^{UNSPACED}]+"
    )


_UNSPACED = re.compile(rf"[{UNSPACED}]")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu)'")


def fold(text: str) -> str:
    """Lower case, without accents, compatibility forms made plain: `Zürich` and `ZURICH` are `zurich`."""
    text = text.lower()
    if text.isascii():
        return text
    text = text.translate(_LETTERS)
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).translate(_ACCENTS))
    return text.lower().translate(_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of a text, in order.

    Apostrophes go: `president's` is `president`, `l'eau` is `eau`, `don't` is `dont`. Numbers keep an inner point or
    comma, and letters with points stay together (`u.s`). A run without spaces (Chinese, Japanese, Thai) becomes
    its pairs of characters and its last character, so that each of its characters begins a word.
    """
    find, runs = _patterns()
    found: list[str] = []
    for word in find.findall(fold(text)):
        if word.isascii():
            if "'" in word:
                word = _ELISION.sub("", word.removesuffix("'s")).replace("'", "")
            found.append(word)
            continue
        word = _ELISION.sub("", word.removesuffix("'s")).replace("'", "")
        for run in runs.findall(word):
            if _UNSPACED.match(run):
                found.extend(run[i : i + 2] for i in range(len(run)))
            else:
                found.append(run)
    return found


def is_stop_word(word: str, lang: str) -> bool:
    """Whether lunr's stop words leave it out of the index: they are English, so other languages keep all words."""
    return word in STOP_WORDS and stemming_language(lang) == "en"


def stem(word: str, lang: str) -> str:
    """The stem of a folded word, as the stemmer of an article's language makes it."""
    return stemmer_of(stemming_language(lang))(word)
