"""Bylines: who wrote, in what role, for which agency."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.characters import fold, plain
from generator.rulebook import LineTable, table

_HANDLE = re.compile(r"\(?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|https?://\S+|www\.\S+)\)?", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿß-ż])(?=[A-ZÀ-ÖØ-Þ])")
_PREFIXES = (
    "mc",
    "mac",
    "de",
    "di",
    "la",
    "le",
    "van",
    "fitz",
    "da",
    "du",
    "o'",
    "st",
    "del",
    "al",
    "el",
    "ten",
    "ver",
    "vander",
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*\.?|&")
_TRAILING = re.compile(r"\s+(?:on|at|am|um|le|el|il|em|op|dnia|vor|hace|il y a)$|\s+\d.*$", re.IGNORECASE)
_WHERE = re.compile(
    r"(.+?) ((?:in|from|at|aus|à|en|em|w|we|z|desde|depuis|da|dal|dalla) [A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,3})"
)
"""A name and from where: `Isla Brandreth in Bergen`."""
_EDGE = ' ,;:|/•·-–—*()[]<>»«›"“”„'


@dataclass(frozen=True, slots=True)
class Byline:
    """What one byline says."""

    names: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Pairs of name and role."""
    agency: str = ""
    led: bool = False
    """Whether a word such as `By` leads it."""


@cache
def _lead() -> re.Pattern[str]:
    rows = sorted(table("names")["lead"], key=lambda row: (-len(row), row))
    return re.compile(
        rf"\W*({'|'.join(map(re.escape, rows))})(\s*:\s*|\.?\s+|(?=(?-i:[A-ZÀ-Þ]))|\.?$)", re.IGNORECASE
    )


@cache
def _credit() -> re.Pattern[str]:
    rows = sorted(table("names")["credit"], key=lambda row: (-len(row), row))
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, rows))})\b", re.IGNORECASE)


@cache
def _desk() -> LineTable:
    return LineTable({"desk": table("names")["desk"]})


@cache
def _roles() -> re.Pattern[str]:
    words = sorted(
        {w for row in table("names")["role"].values() for w in row["words"]}, key=lambda w: (-len(w), w)
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])", re.IGNORECASE)


@cache
def _joints() -> re.Pattern[str]:
    words = [w for w in table("names")["and"]["words"] if w != "&"]
    return re.compile(
        rf"(\s+(?:{'|'.join(words)})\s+|\s*&\s*)|\s*[;|/•·\n]\s*|\s*,\s+|\s+[–—-]\s+", re.IGNORECASE
    )


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("names")["particle"]["words"])


@cache
def _given() -> frozenset[str]:
    return frozenset(name.casefold() for row in table("first_names") for name in str(row["names"]).split())


def has_given_name(text: str) -> bool:
    """Whether a name begins with a given name that is known (`rules/first_names.yaml`): a hint, never needed."""
    words = text.split()
    return bool(words) and any(
        part in _given() for part in (words[0].casefold(), *words[0].casefold().split("-"))
    )


@lru_cache(maxsize=1024)
def lead_of(text: str) -> tuple[str, str] | None:
    """The leading word of a byline and what follows it; None where the line has none."""
    if _credit().match(text):
        return None
    found = _lead().match(text)
    return (found[1], text[found.end() :]) if found else None


def is_connector(text: str) -> bool:
    """Whether a line is nothing but a word between or before names."""
    folded = fold(text)
    return folded in table("names")["and"]["words"] or folded in table("names")["lead"]


def agency_of(text: str) -> str:
    """The agency that a text names and nothing else, empty where it does not."""
    return str(table("names")["agency"].get(fold(text), ""))


def has_handle(text: str) -> bool:
    """Whether a line holds a handle, an e-mail or a web address."""
    return _HANDLE.search(text) is not None


def has_role(text: str) -> bool:
    """Whether a line holds a word for a role: `Staff Writer`."""
    return _roles().search(text) is not None


@lru_cache(maxsize=1024)
def is_desk(text: str) -> bool:
    """Whether a text is the name of a newsroom instead of a person's."""
    return _desk().group(fold(text)) is not None


def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name: two to five words with capitals, small particles between."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 45 or any(c.isdigit() for c in text):
        return False
    large = 0
    for word in words:
        bare = word.strip(".'’-,")
        if not bare or not all(c.isalpha() or c in "-'’." for c in bare):
            return False
        if bare[0].isupper():
            large += 1
        elif bare.casefold() not in _particles():
            return False
    return large >= 2 and words[0][0].isupper() | (fold(words[0]) in _particles()) and words[-1][0].isupper()


@lru_cache(maxsize=1024)
def read_byline(text: str) -> Byline:
    """The persons, roles and agency of a byline from which dates are taken out already."""
    led = lead_of(text)
    rest = _HANDLE.sub(" | ", plain(led[1] if led else text))
    names: list[str] = []
    roles: list[tuple[str, str]] = []
    agency = ""
    pieces = _joints().split(rest)  # at even places the pieces, at odd ones the word `and` or None
    for piece, joint in zip(pieces[::2], [None, *pieces[1::2]], strict=True):
        again = lead_of(piece)
        piece = (
            again[1] if again and again[1] and (is_name(again[1]) or not is_name(piece)) else piece
        ).strip(_EDGE)
        piece = _TRAILING.sub("", piece).strip(_EDGE)
        if not piece:
            continue
        if again and names and not led and not any(has_given_name(name) for name in names):
            names.clear()  # what stands before `By` on one line is the paper: `Le Monde | Par …`
        name, tail = (piece, "") if is_desk(piece) and not has_given_name(piece) else _unglue(piece)
        where = _WHERE.fullmatch(name) if led else None
        if where and is_name(where[1]):
            name, tail = where[1], where[2]
        inside = re.match(r"(.+?)\s*\((.*)\)?$", name)
        if inside and is_name(inside[1]):
            name, tail = inside[1], inside[2] or tail
        if agency_of(name):
            agency = agency or agency_of(name)
        elif is_desk(name) and names and not led and not roles and not any(map(has_given_name, names)):
            names = [name]  # no person but a place stands before a newsroom: `Pennavar, Courier Bureau`
        elif names and _roles().search(name) and not _looks_named(name):
            roles.append((names[-1], name))
        elif (_looks_named(name) and (not names or again or joint or has_given_name(name))) or is_desk(name):
            if not (is_desk(name) and names):
                names.append(_normal_case(name))
            else:
                roles.append((names[-1], name))
        elif names and led and len(name) < 60 and name[0].isupper():
            roles.append((names[-1], name))
        if tail and names:
            roles.append((names[-1], tail.strip(_EDGE)))
    return Byline(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(roles)), agency, led is not None)


def _looks_named(text: str) -> bool:
    return is_name(text) and not _roles().search(text)


def _unglue(piece: str) -> tuple[str, str]:
    """A name and what was run together with it: `Meg JamesStaff Writer`, `Jonathan GarberFOXBusiness`."""
    for cut in _GLUED.finditer(piece):
        head, tail = piece[: cut.start()].strip(), piece[cut.start() :].strip()
        if head.split() and head.split()[-1].casefold() in _PREFIXES:
            continue
        if is_name(head):
            return head, tail
    found = _roles().search(piece)
    if found and is_name(piece[: found.start()].strip(_EDGE)):
        head = piece[: found.start()].strip(_EDGE)
        return head, piece[len(head) :].strip(_EDGE)
    return piece, ""


def _normal_case(name: str) -> str:
    """Capitals throughout become a capital each: `SARAH BURGE`."""
    if not name.isupper() or len(name) < 5 or is_desk(name):
        return name
    return re.sub(r"[^\W\d_]+", lambda w: w[0] if len(w[0]) < 3 and "." in name else w[0].capitalize(), name)
