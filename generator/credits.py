"""Credits: whether a line says who made a picture, and where in a caption its credit begins."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.characters import plain
from generator.credit_forms import forms
from generator.houses import (
    DOMAIN,
    SMALL,
    WORDS,
    is_agency,
    is_house,
    is_known,
    is_maker,
    is_titled,
    names_maker,
)
from generator.names import has_given_name, is_name

_SERIES = re.compile(
    r"(?:photos|fotos|bilder|pictures|images|imágenes|imagens|immagini)\s*:(?:\s+[\w'’]+){6}", re.IGNORECASE
)
"""A headline that announces pictures: `FOTOS: Así quedó el muelle después de la tormenta`."""
_SENTENCE = re.compile(
    r"[.!?…](?=[A-ZÀ-Þ])|[.!?…。]\s+|\s+[/|–—-]\s+|(?<=\w)\s+(?=[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}/)"
)
_MARKS = re.compile(r"[:/：](?<!\d.)(?=\s*\S)")
"""Behind a number stands no label: `10:30`, `1/8`."""
_HINTS = ("©", "oto", "OTO", "llustr", "LLUSTR", "ictur", "ICTUR", "mage", "MAGE", "redit", "ild")
"""One of these is in all that announces a credit without a mark: a quick look before the slow one."""
_BEFORE_COMMA = ("source", "credit", "copyright", "courtesy", "by", "fuente", "crédito", "fonte", "صدر")
_DASHES = ("-", "–", "—", "|")
_BETWEEN = " ,|/–—-\t\u00a0"
_ENDS_WORDS = tuple(".!?…\"'”’»)]。")
_BRACKETS = re.compile(
    r"\s*[(\[（【](?P<inside>(?:[^()\[\]（）【】]|\([^()]{1,40}\)){2,140})[)\]）】]?\W{0,3}$"
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_PERMISSION = re.compile(
    r"[,.;]? \(?(?:used|reproduced|published|printed) (?:with|by) (?:kind )?permission\W*$", re.IGNORECASE
)
_BEHIND_STOP = re.compile(r"[.!?»”](?:\s*[|/–—-]\s*|(?=[A-ZÀ-Þ]))")
_BEHIND_BAR = re.compile(r"(?P<words>[^\"“„«]{20,}?)\s(?:[|–—-]|/{1,2})\s(?P<name>[^|/–—]{5,40})")
"""A caption and its maker with a bar or dash between; behind what somebody says stands who says it."""
_SENTENCE_WORDS = 5
_TAIL = 170
"""A credit stands within so many characters of a caption's end."""
_MOST_WORDS = 14
_LONGEST = 160
_LONGEST_LABEL = 40
_LONGEST_NAMED = 70


@lru_cache(maxsize=1024)
def is_credit(line: str) -> bool:
    """Whether a whole line names the maker of a picture and nothing else."""
    if len(line) > 2 * _LONGEST:
        return False
    text = plain(line)
    if (
        not 2 <= len(text) <= _LONGEST
        or text.endswith((":", "：", "|"))
        or _SERIES.match(text)
        or is_sort(text)
    ):
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
        or is_house(text)
        or _is_maker_in_brackets(text)
    )


def _is_labelled(text: str) -> bool:
    found = forms().labelled.fullmatch(text)
    if found is None:
        return False
    mark, label, rest = found["mark"].strip(), found["label"].casefold(), found["rest"]
    if mark in (",", "،"):
        return any(word in label for word in _BEFORE_COMMA)
    if mark == ":" and label.endswith("s") and any(w[0].islower() and w not in SMALL for w in rest.split()):
        return False  # `Photos: A walk through Harwell`
    if rest.startswith(("by ", "(", "©")) or mark == "©":
        return True
    if mark or label.endswith((" by", " of", " von", " from", " via", ".")):
        return _names_someone(rest) and (mark != "/" or not rest[0].islower())
    if is_name(rest.split("/")[0].strip()) or forms().known.fullmatch(rest):
        return True
    if (label == "courtesy" or "/" in rest) and is_titled(rest):
        return True
    house, _, name = rest.partition(": ")
    if name and is_titled(house) and (is_name(name) or forms().nobody.fullmatch(name)):
        return True
    return is_house(rest) or _is_labelled(rest)


def _names_someone(rest: str) -> bool:
    """Whether what a label announces is a name: most words have a capital; or what stands in the place of one."""
    first = rest.split("/")[0].strip()
    if forms().nobody.fullmatch(rest) or DOMAIN.fullmatch(rest.strip("()")) or is_known(first):
        return True
    if first != rest and is_name(first):
        return True
    if "@" in rest:
        rest = _ADDRESS.sub("", rest)
    words = [word for word in WORDS.findall(rest) if word not in SMALL and not word.isdigit()]
    if len(words) <= 2:
        return not words or any(not w[0].islower() or is_known(w) for w in words) or rest.startswith("@")
    return sum(not w[0].islower() or is_known(w) for w in words) >= 0.6 * len(words)


def _is_maker_in_brackets(text: str) -> bool:
    """Whether a line is `(Ines Falk / The Skarrow Courier)`: a person's name, a mark and a house in brackets."""
    found = _BRACKETS.fullmatch(text)
    return found is not None and is_maker(found["inside"])


def is_sort(line: str) -> bool:
    """Whether a line only says what sort of picture one is: `Symbolbild`, `File photo`."""
    return len(line) < _LONGEST_LABEL and forms().sort.fullmatch(plain(line)) is not None


def is_right(line: str) -> bool:
    """Whether a line is a company's copyright, which is the page's and no picture's: `© Harbour Press Ltd`."""
    return line[:1] in "©(Cc" and len(line) <= _LONGEST and forms().right.fullmatch(line) is not None


def is_source(line: str) -> bool:
    """Whether a whole line names a source: a credit under a picture, but not on its own."""
    if len(line) > 2 * _LONGEST or (":" not in line and "：" not in line):
        return False
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
    if "permission" in caption[-30:]:
        asked = _PERMISSION.search(caption)
        if asked is not None:
            words, credit = split_credit(caption[: asked.start()])
            return (words, credit + asked[0]) if credit else (caption, "")
    cut = max(0, len(caption) - _TAIL)
    near = caption[cut:]
    for words, credit in _ends(near):
        if words and len(credit.split()) <= _MOST_WORDS:
            return (caption[:cut] + words).strip(), credit.strip()
    return caption, ""


def _ends(near: str) -> Iterator[tuple[str, str]]:
    """The ways in which the end of a caption may be parted into words and credit, the surest first."""
    opened = "(" in near or "[" in near or (not near.isascii() and ("（" in near or "【" in near))
    found = _BRACKETS.search(near) if opened else None
    if found is not None and found.start():
        inside = found["inside"].strip()
        if _is_in_brackets(inside):
            yield near[: found.start()], inside
    starts = _announced(near)
    if not near.endswith((".", "!", "?")):
        starts += _named(near)
    for start, named in sorted(starts):
        words, credit = near[:start].rstrip(_BETWEEN), near[start:].lstrip(_BETWEEN)
        if named or (words.endswith(_ENDS_WORDS) | words[-1:].isalnum() and _is_named(credit)):
            yield words, credit


def _is_in_brackets(inside: str) -> bool:
    """Whether what stands in brackets behind the words of a caption is a credit: `(Fish, Photo: Lew Sandys)`."""
    if is_credit(inside) or is_source(inside) or is_maker(plain(inside)):
        return True
    if is_name_and_address(inside):
        return True
    owner = inside.replace("'s ", " ").replace("’s ", " ")
    if inside.startswith("via ") and len(inside.split()) > 2 and is_titled(owner):
        return True
    return ", " in inside and is_credit(inside.rpartition(", ")[2])


def ends_in_sort(caption: str) -> bool:
    """Whether a line says at its end, in brackets, what sort of picture it is of: `The quay (file photo)`."""
    found = _BRACKETS.search(caption) if caption.endswith((")", "]")) else None
    return found is not None and is_sort(found["inside"])


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
        rest = near[end.end() :].lstrip(_BETWEEN)
        if end[0].strip() in _DASHES and is_agency(rest):
            continue  # a headline and where it was published
        if len(rest) <= _LONGEST_NAMED and (is_credit(rest) or is_name_and_address(rest)):
            yield end.end(), True


def is_name_and_address(text: str) -> bool:
    """Whether a line is a photographer's name and address: `Lew Sandys lsandys@courier.example`."""
    return "@" in text and is_name(_ADDRESS.sub("", text).strip(" ,|/"))


def _is_named(credit: str) -> bool:
    bare = bare_credit(credit)
    if bare[:1] in "\"“„«'‘" or not _names_someone(bare):
        return False
    return any(map(str.isupper, bare)) or not bare.isascii() or is_credit(credit)


def split_maker(caption: str) -> tuple[str, str]:
    """Words and credit of a line that stands where a caption may; the credit may be a name: `A car (Lew Sandys)`."""
    found = _BRACKETS.search(caption) if caption.endswith((")", "]")) else None
    if found is not None and found.start() and names_maker(found[0].strip()):
        return caption[: found.start()], found["inside"].strip()
    for mark in _BEHIND_STOP.finditer(caption):
        words, rest = caption[: mark.start() + 1], caption[mark.end() :].rstrip(".")
        glued = (
            mark.end() == mark.start() + 1 and sum(w[0].islower() for w in words.split()) >= _SENTENCE_WORDS
        )
        if (is_name(rest) and (glued or has_given_name(rest))) or names_maker(rest):
            return words, rest
    barred = _BEHIND_BAR.fullmatch(caption)
    if barred is not None and has_given_name(barred["name"]) and is_name(barred["name"]):
        words = barred["words"]
        if sum(word[0].islower() for word in words.split()) >= _SENTENCE_WORDS:
            return words, barred["name"]
    return caption, ""


def without_button(caption: str) -> str:
    """A caption without what the page puts behind one that can be opened: `A quay at dusk ... more`."""
    return forms().words.sub("", caption)


def bare_credit(credit: str) -> str:
    """The credit without the words that only announce it: `Picture: Alamy` gives `Alamy`."""
    found = forms().lead.match(credit)
    rest = (credit[found.end() :] if found else credit).strip(" \t\u00a0()[]（）©|·,;:：")
    return rest or credit.strip()
