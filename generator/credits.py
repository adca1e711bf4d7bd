"""Credits: whether a line names the maker of a picture, and where in a caption its credit begins."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.characters import plain
from generator.credit_forms import forms
from generator.names import has_role, is_name

_SERIES = re.compile(
    r"(?:photos|fotos|bilder|pictures|images|imágenes|imagens|immagini)\s*:(?:\s+[\w'’]+){6}", re.IGNORECASE
)
"""A headline that announces pictures: `FOTOS: Así quedó el muelle después de la tormenta`."""
_SENTENCE = re.compile(
    r"[.!?…](?=[A-ZÀ-Þ])|[.!?…。]\s+|\s+[/|–—-]\s+|(?<=\w)\s+(?=[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}/)"
)
_PIECES = re.compile(
    r"\s*[/|;·•]\s*|\s*,\s+|\s+[–—-]\s+|\s+(?:via|for|für|per|pour|por|para)\s+", re.IGNORECASE
)
_MARKS = re.compile(r"[:/：](?<!\d.)(?=\s*\S)")
"""Behind a number stands no label: `10:30`, `1/8`."""
_HINTS = ("©", "oto", "OTO", "llustr", "LLUSTR", "ictur", "ICTUR", "mage", "MAGE", "redit", "ild")
"""One of these is in all that announces a credit without a mark: a quick look before the slow one."""
_DASHES = ("-", "–", "—", "|")
_BETWEEN = " ,|/–—-\t\u00a0"
_ENDS_WORDS = tuple(".!?…\"'”’»)]。")
_WORDS = re.compile(r"\w+")
_BRACKETS = re.compile(
    r"\s*[(\[（【](?P<inside>(?:[^()\[\]（）【】]|\([^()]{1,40}\)){2,140})[)\]）】]?\W{0,3}$"
)
_TAIL = 170
"""A credit stands within so many characters of a caption's end."""
_MOST_WORDS = 14
_LONGEST = 160
_LONGEST_LABEL = 40
_LONGEST_NAMED = 70
_MOST_SMALL = 4
"""Words of a name and a house that begin small."""
_ABBREVIATED = 4
"""Letters up to which the name of a house is known only in capitals or in small letters throughout."""
_SMALL = frozenset(
    ("via", "of", "and", "for", "by", "the", "de", "du", "des", "la", "di", "da", "do", "von", "van", "der", "y",
     "e", "et", "und", "file", "photo", "images", "picture", "alliance", "dpa")
)  # fmt: skip


@lru_cache(maxsize=1024)
def is_credit(line: str) -> bool:
    """Whether a whole line names the maker of a picture and nothing else."""
    text = plain(line)
    if not 2 <= len(text) <= _LONGEST or text.endswith((":", "：")) or _SERIES.match(text) or is_sort(text):
        return False
    if (
        len(text) > 60
        and text.endswith((".", "!", "?", '."'))
        and not text.endswith(("reserved.", "Inc.", "Ltd."))
    ):
        return False
    return (
        forms().signed.fullmatch(text) is not None
        or _is_labelled(text)
        or _is_house(text)
        or _is_maker_in_brackets(text)
    )


def _is_labelled(text: str) -> bool:
    found = forms().labelled.fullmatch(text)
    if found is None:
        return False
    mark, label, rest = found["mark"].strip(), found["label"].casefold(), found["rest"]
    if mark == ",":
        return any(word in label for word in ("source", "credit", "copyright", "courtesy", "by"))
    if rest.startswith(("by ", "(", "©")) or mark == "©":
        return True
    if mark or label.endswith((" by", " of", " von", " from", " via", ".")):
        return _names_someone(rest) and (mark != "/" or not rest[0].islower())
    if is_name(rest.split("/")[0].strip()) or forms().known.fullmatch(rest):
        return True
    return _is_house(rest) or _is_labelled(rest) or (label == "courtesy" and _is_titled(rest))


def _names_someone(rest: str) -> bool:
    """Whether what a label announces is a name: most words have a capital; or what stands in the place of one."""
    if forms().nobody.fullmatch(rest):
        return True
    words = [word for word in _WORDS.findall(rest) if word not in _SMALL and not word.isdigit()]
    if len(words) <= 2:
        return not words or any(not w[0].islower() or _is_known(w) for w in words) or rest.startswith("@")
    return sum(not w[0].islower() or _is_known(w) for w in words) >= 0.6 * len(words)


def _is_house(text: str) -> bool:
    """Whether a line is a name and a house: `Lew Sandys/Getty Images`, `AP`, `dpa / Udo Falk`."""
    words = text.split()
    if sum(word[0].islower() for word in words) > _MOST_SMALL:
        return False  # a sentence; nothing dear is done for it
    named = any(map(forms().telling.__getitem__, words))
    if not named and "/" not in text and ": " not in text and " for " not in text:
        return False
    stops = text.endswith(".") and not text.endswith((" Jr.", " Inc.")) and not _is_known(text)
    if stops or has_role(text.replace(" for ", "; ")):
        return False
    bare = text.strip("()[] .")
    house, _, name = bare.partition(": ")
    if is_name(name) and (_is_known(house) or (bare != text and _has_house(house) and _is_titled(house))):
        return True  # `Reuters: Lew Sandys`, `(Courier News: Lew Sandys)`
    pieces = [piece for piece in _PIECES.split(bare) if piece]
    if not 0 < len(pieces) <= 6 or ":" in text:
        return False
    if _is_known(bare):
        return True
    known = [_is_known(piece) for piece in pieces]
    if any(known):
        return all(
            is_known or (len(piece.split()) <= 6 and _is_titled(piece))
            for piece, is_known in zip(pieces, known, strict=True)
        )
    behind = forms().behind.fullmatch(text)
    if behind is not None and is_name(behind["name"]):
        return True
    return (
        len(pieces) == 2
        and ("/" in text or " for " in text)
        and is_name(pieces[0])
        and (len(pieces[1].split()) > 1 or pieces[1].isupper())
        and _has_house(pieces[1])
    )


def _is_maker_in_brackets(text: str) -> bool:
    """Whether a line is `(Ines Falk / The Skarrow Courier)`: a person's name, a mark and a house in brackets."""
    found = _BRACKETS.fullmatch(text)
    return found is not None and _is_maker(found["inside"])


def _is_maker(text: str) -> bool:
    """Whether a text is a name and a house: `Ines Falk / The Skarrow Courier`, but no pair of countries."""
    pieces = re.split(r"\s*[/|]\s*", text)
    if len(pieces) == 2 and all(0 < len(piece.split()) <= 6 and _is_titled(piece) for piece in pieces):
        return is_name(pieces[0]) or _has_house(pieces[1])
    pieces = text.split(", ")
    return len(pieces) == 2 and is_name(pieces[0]) and _is_titled(pieces[1]) and _has_house(pieces[1])


def _is_titled(text: str) -> bool:
    return (
        all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in _WORDS.findall(text))
        and not text.isdigit()
    )


def _has_house(text: str) -> bool:
    return forms().house.search(text) is not None


def _is_known(text: str) -> bool:
    text = text.strip(" ()[].")
    short = sum(map(str.isalpha, text)) <= _ABBREVIATED
    return not (short and text.istitle()) and forms().known.fullmatch(text) is not None


def names_library(line: str) -> bool:
    """Whether a line names a house that has pictures only, so that who stands before it took one."""
    return forms().library.search(plain(line)) is not None


def is_agency(line: str) -> bool:
    """Whether a line is the name of an agency and nothing else, which may as well sign a text."""
    return _is_known(plain(line)) and not names_library(line)


def names_agency(line: str) -> bool:
    """Whether a line names an agency that has texts as well, and has no word that announces a credit."""
    text = plain(line)
    return _is_house(text) and not names_library(text)


def is_sort(line: str) -> bool:
    """Whether a line only says what sort of picture one is: `Symbolbild`, `File photo`."""
    return len(line) < _LONGEST_LABEL and forms().sort.fullmatch(plain(line)) is not None


def is_source(line: str) -> bool:
    """Whether a whole line names a source: a credit under a picture, but not on its own."""
    text = plain(line)
    return len(text) <= _LONGEST and forms().source.fullmatch(text) is not None and not text.endswith(".")


def is_label(line: str) -> bool:
    """Whether a line only announces a credit on the line below it: `Foto:`."""
    return (
        len(line) < _LONGEST_LABEL
        and line.endswith((":", "："))
        and forms().label.fullmatch(plain(line)) is not None
    )


@lru_cache(maxsize=1024)
def split_credit(caption: str) -> tuple[str, str]:
    """A caption's words and its credit as written: `A car. Picture: Alamy` gives `A car.` and `Picture: Alamy`."""
    caption = caption.strip()
    cut = max(0, len(caption) - _TAIL)
    near = caption[cut:]
    for words, credit in _ends(near):
        if words and len(credit.split()) <= _MOST_WORDS:
            return caption[:cut] + words.strip(), credit.strip()
    return caption, ""


def _ends(near: str) -> Iterator[tuple[str, str]]:
    """The ways in which the end of a caption may be parted into words and credit, the surest first."""
    opened = "(" in near or "[" in near or (not near.isascii() and ("（" in near or "【" in near))
    found = _BRACKETS.search(near) if opened else None
    if found is not None and found.start():
        inside = found["inside"].strip()
        if is_credit(inside) or is_source(inside) or _is_maker(plain(inside)):
            yield near[: found.start()], inside
    starts = _announced(near)
    if not near.endswith((".", "!", "?")):
        starts += _named(near)
    for start, named in sorted(starts):
        words, credit = near[:start].rstrip(_BETWEEN), near[start:].lstrip(_BETWEEN)
        if named or (words.endswith(_ENDS_WORDS) | words[-1:].isalnum() and _is_named(credit)):
            yield words, credit


def _announced(near: str) -> list[tuple[int, bool]]:
    """Where in the end of a caption something announces a credit that may be one."""
    found = []
    if ":" in near or "/" in near or "：" in near:
        for mark in _MARKS.finditer(near):
            label = forms().before.search(near[max(0, mark.start() - _LONGEST_LABEL) : mark.start()])
            if label is not None and len(near) - mark.start() < _LONGEST:
                found.append((mark.start() - len(label[0]), False))
    for hint in _HINTS:
        if hint in near:
            return found + [(other.start(), False) for other in forms().announced.finditer(near)]
    return found


def _named(near: str) -> Iterator[tuple[int, bool]]:
    """Where in the end of a caption a credit stands without a word for it: `The quay. Lew Sandys/Getty Images`."""
    for end in _SENTENCE.finditer(near):
        rest = near[end.end() :]
        if end[0].strip() in _DASHES and is_agency(rest):
            continue  # a headline and where it was published
        if len(rest) <= _LONGEST_NAMED and is_credit(rest):
            yield end.end(), True


def _is_named(credit: str) -> bool:
    bare = bare_credit(credit)
    if bare[:1] in "\"“„«'‘" or not _names_someone(bare):
        return False
    return any(map(str.isupper, bare)) or not bare.isascii() or is_credit(credit)


def without_button(caption: str) -> str:
    """A caption without what the page puts behind one that can be opened: `A quay at dusk ... more`."""
    return forms().words.sub("", caption)


def bare_credit(credit: str) -> str:
    """The credit without the words that only announce it: `Picture: Alamy` gives `Alamy`."""
    found = forms().lead.match(credit)
    rest = (credit[found.end() :] if found else credit).strip(" \t\u00a0()[]（）©|·,;:：")
    return rest or credit.strip()
