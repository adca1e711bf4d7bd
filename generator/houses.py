"""Who made a picture: the names of houses, and of people beside them."""

import re

from generator.characters import plain
from generator.credit_forms import forms
from generator.names import has_given_name, has_role, is_name

_PIECES = re.compile(
    r"\s*[/|;·•]\s*|\s*,\s+|\s+[–—-]\s+|\s+(?:via|for|für|per|pour|por|para)\s+", re.IGNORECASE
)
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_FOR = re.compile(" (?:for|für|pour|por|para|per) ")
WORDS = re.compile(r"\w+")
_LONGEST_CAPITALS = 12
"""Letters of a house that is known by its capitals alone: `Lew Sandys/STAT`."""
_MOST_SMALL = 4
"""Words of a name and a house that begin small."""
_ARCHIVED = frozenset(("file", "archive", "archiv", "archives", "archivo", "archivio"))
"""Words behind maker and house for a picture that was there before."""
_ABBREVIATED = 4
"""Letters up to which the name of a house is known only in capitals or in small letters throughout."""
SMALL = frozenset(
    ("via", "of", "and", "for", "by", "the", "de", "du", "des", "la", "di", "da", "do", "von", "van", "der", "y",
     "e", "et", "und", "file", "photo", "images", "picture", "alliance", "dpa",
     "illustration", "composite", "graphic", "collage", "screenshot")
)  # fmt: skip


def is_house(text: str) -> bool:
    """Whether a line is a name and a house: `Lew Sandys/Getty Images`, `AP`, `dpa / Udo Falk`."""
    words = text.split()
    if sum(word[0].islower() for word in words) > _MOST_SMALL:
        return False  # a sentence; nothing dear is done for it
    named = forms().telling.may_fit(text.lower())
    quiet = "/" not in text and ": " not in text and _FOR.search(text) is None
    if not named and quiet and not (", " in text and text.isupper()):
        return False
    staff = forms().staff.fullmatch(text) if "/" in text else None
    if staff is not None and is_name(staff["name"].strip()):
        return True
    stops = text.endswith(".") and not text.endswith((" Jr.", " Inc.")) and not is_known(text)
    if stops or has_role(text.replace(" for ", "; ")):
        return False
    bare = text.strip("()[] .")
    house, _, name = bare.partition(": ")
    if is_name(name) and (is_known(house) or (bare != text and _has_house(house) and is_titled(house))):
        return True  # `Reuters: Lew Sandys`, `(Courier News: Lew Sandys)`
    pieces = [piece for piece in _PIECES.split(bare) if piece and piece.casefold() not in _ARCHIVED]
    if not 0 < len(pieces) <= 6 or ":" in text:
        return False
    if is_known(bare):
        return True
    signed = is_name(pieces[0])
    known = [is_known(piece) or (signed and is_known(piece.upper())) for piece in pieces]
    if any(known):
        return all(
            house_known or (len(piece.split()) <= 6 and is_titled(piece))
            for piece, house_known in zip(pieces, known, strict=True)
        )
    behind = forms().behind.fullmatch(text)
    if behind is not None and is_name(behind["name"]):
        return True
    return len(pieces) == 2 and _is_of_house(pieces[0], pieces[1], text)


def _is_of_house(first: str, second: str, text: str) -> bool:
    """Whether two parts of a line are a name and a house, in this order or the other."""
    bare = first.removeprefix("The ")
    if "/" in text and is_name(second) and (DOMAIN.fullmatch(first) or _is_in_capitals(bare)):
        return True
    if text.isupper() and has_given_name(first) and is_name(first) and _has_house(second):
        return True  # `LEW SANDYS, COURIER NEWS`
    if not is_name(first) or ("/" not in text and _FOR.search(text) is None):
        return False
    if _is_in_capitals(second) and ("/" in text or len(second) >= _ABBREVIATED):
        return True
    if "/" in text and DOMAIN.fullmatch(second):
        return True
    return _has_house(second) and (len(second.split()) > 1 or second.isupper())


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) <= _LONGEST_CAPITALS


def is_maker(text: str) -> bool:
    """Whether a text is a name and a house: `Ines Falk / The Skarrow Courier`, but no pair of countries."""
    pieces = re.split(r"\s*[/|]\s*", text)
    if len(pieces) == 2 and all(0 < len(piece.split()) <= 6 and is_titled(piece) for piece in pieces):
        return is_name(pieces[0]) or _has_house(pieces[1]) or (_has_house(pieces[0]) and is_name(pieces[1]))
    pieces = re.split(r", | [-–] |: ", text)
    if len(pieces) != 2:
        return False
    if ": " in text:
        return is_name(pieces[1]) and is_titled(pieces[0]) and len(pieces[0].split()) <= 3
    return (is_name(pieces[0]) and is_titled(pieces[1]) and _has_house(pieces[1])) or (
        is_titled(pieces[0]) and DOMAIN.fullmatch(pieces[1]) is not None
    )


def is_titled(text: str) -> bool:
    """Whether all words of a text begin as names do."""
    return (
        all(w[0].isupper() or w[0].isdigit() or w in SMALL for w in WORDS.findall(text))
        and not text.isdigit()
    )


def _has_house(text: str) -> bool:
    return forms().house.search(text) is not None


def is_known(text: str) -> bool:
    """Whether a text is the name of a library or an agency and nothing else."""
    text = text.strip(" ()[].")
    short = sum(map(str.isalpha, text)) <= _ABBREVIATED
    return not (short and text.istitle()) and forms().known.fullmatch(text) is not None


def names_library(line: str) -> bool:
    """Whether a line names a house that has pictures only, so that who stands before it took one."""
    return forms().library.search(plain(line)) is not None


def is_agency(line: str) -> bool:
    """Whether a line is the name of an agency and nothing else, which may as well sign a text."""
    return is_known(plain(line)) and not names_library(line)


def names_agency(line: str) -> bool:
    """Whether a line names an agency that has texts as well, and has no word that announces a credit."""
    text = plain(line)
    return is_house(text) and not names_library(text)


def names_maker(text: str) -> bool:
    """Whether a text that stands where a credit may is a person's name in brackets, a house in brackets, or a person's
    name and what may be a house: `(Lew Sandys)`, `Lew Sandys / Harbour Weekly`."""
    bare = plain(text).strip("()[] .")
    if text[:1] in "([":
        if is_known(bare.upper()) or (is_titled(bare) and _has_house(bare)):
            return True
        return is_name(bare) and has_given_name(bare)
    name, _, house = map(str.strip, bare.partition("/" if "/" in bare else "|"))
    return len(house) > 2 and is_titled(house) and is_name(name) and has_given_name(name)
