"""Headlines without the differences that mean nothing: case, quotes, dashes, spaces, accents, a site's name.

A headline is quoted from site to site with other quotation marks, in capitals, with a full stop or the name
of the publication behind it. Two headlines with one `key` are the same headline; everything beyond that
(other words for the same thing) is the matter of `fuzzy.py`.
"""

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.headline_rules import calendar

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
_APOSTROPHE = re.compile("['’‘‛ʼ`´′]")
# Figures keep the points and colons within them: 5.63 is not 5 63. Signs of money and share are words:
# £5m is not €5m.
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+|[$€£¥₹%]")
_PIPE = re.compile(r"\s+(?:\||::|·|•|»|«)\s+")
_DASH = re.compile(r"\s+(?:-{1,3}|[‐‑‒–—―−])\s+")
_TAIL_WORDS = 5


@lru_cache(maxsize=1 << 16)
def key(title: str) -> str:
    """The words of a headline that tell whether two are the same: casefolded, no accents, no punctuation.

    Headlines of symbols alone keep them.
    """
    plain = _unescaped(title).casefold()
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", _unescaped(title)).casefold())
        plain = "".join(c for c in folded if not unicodedata.combining(c))
    tokens: list[str] = _TOKEN.findall(_APOSTROPHE.sub("", plain))
    return " ".join(tokens) or " ".join(plain.split())


def _unescaped(title: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), title) if "&" in title else title


def split_tail(title: str) -> tuple[str, str, bool] | None:
    """What stands before and behind the last separator, and whether it is one that only sites set (`|`).

    None if there is no separator, or if what follows is too long to be a publication's name.
    """
    title = _unescaped(title)
    marks = [
        (match, sure)
        for pattern, sure in ((_PIPE, True), (_DASH, False))
        for match in pattern.finditer(title)
    ]
    if not marks:
        return None
    match, sure = max(marks, key=lambda mark: mark[0].start())
    head, tail = title[: match.start()].strip(), title[match.end() :].strip(" .")
    if not head or not tail or len(tail.split()) > _TAIL_WORDS:
        return None
    return head, tail, sure


class Tails:
    """Which ends of headlines are the name of a site, learnt from all headlines and pointers of an archive.

    No list of publications: a tail counts as one if it stands behind `|`, if it comes back behind different
    headlines, or if it is written like a name. It does not if the same beginning goes on in different ways
    (`Game summary - Detroit at Leeds`, `Game summary - San Diego at Hull`): there it tells them apart.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        heads: dict[str, set[str]] = {}
        tails: dict[str, set[str]] = {}
        for title in titles:
            if cut := split_tail(title):
                heads.setdefault(key(cut[0]), set()).add(key(cut[1]))
                tails.setdefault(key(cut[1]), set()).add(key(cut[0]))
        self._recurring = frozenset(tail for tail, seen in tails.items() if len(seen) > 1)
        self._template = frozenset(
            head for head, seen in heads.items() if len(seen) > 1 and not seen <= self._recurring
        )

    def without(self, title: str) -> str | None:
        """The headline without the name of a site behind it; None if it ends in none."""
        cut = split_tail(title)
        if cut is None:
            return None
        head, tail, sure = cut
        if len(key(head).split()) < 2 or key(head) in self._template:
            return None
        if not sure and (_dated(tail) or not (key(tail) in self._recurring or _like_a_name(tail))):
            return None
        return head


def _dated(tail: str) -> bool:
    """Whether a figure, a month or a day of the week is in it: what comes back weekly is told apart by that."""
    return any(word.isdigit() or word in calendar("en") for word in key(tail).split())


def _like_a_name(tail: str) -> bool:
    words = tail.split()
    return not any(c.isdigit() for c in tail) and all(
        word[0].isupper() or (number and word in ("of", "de", "the", "and", "&")) or "." in word[1:-1]
        for number, word in enumerate(words)
    )
