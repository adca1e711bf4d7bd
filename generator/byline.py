"""What one byline says: who wrote, in what role, for which agency."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from generator.characters import fold, plain
from generator.date_forms import any_of
from generator.names import (
    HANDLE,
    agency_of,
    has_given_name,
    has_role,
    is_desk,
    is_name,
    is_no_role,
    lead_of,
    may_have_handle,
    paper_words,
    role_in,
    wire_of,
)
from generator.rulebook import table

_GLUED = re.compile(r"(?<=[a-zà-öø-ÿß-ż])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ]{3})(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2})")
"""Where words are run together: `Meg HarlanStaff Writer`, `MEG HARLANStaff Writer`."""
_PREFIXES = frozenset(
    (
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
    )
)
_TRAILING = re.compile(r"\s+(?:on|at|am|um|le|el|il|em|op|dnia|vor|hace|il y a)$|\s+\d.*$", re.IGNORECASE)
_WHERE = re.compile(
    r"(.+?) ((?:in|from|at|[Ff]or|FOR|aus|für|à|pour|en|para|em|w|we|z|dla|desde|depuis|da|dal|dalla|per) "
    r"(?:the |The |THE |die |das |den |le |la |el |il |o )?[A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,3})"
)
"""A name and from where, or for whom: `Isla Brandreth in Bergen`."""
_PLACED = re.compile(r"(?:in|à|en|em|a|aus|w|we) [A-ZÀ-Þ][\w-]+,? (.+)")
"""A place before a name: `à Londres Lucie Ferrand`."""
_BRACKETS = re.compile(r"\((?:in|à|au|aux|en|em|a|aus|w|we|z) [^()]*\)")
"""From where somebody wrote, which may hold a comma: `Lucie Ferrand (à Plouharnel, Morbihan)`."""
_EDGE = ' ,;:|/•·-–—*()[]<>»«›"“”„'
_CODES = re.compile(r"[a-zß-öø-ž]{2,4}(?: ?/ ?[a-zß-öø-ž]{2,4})+")
"""Initials of several behind a leading word: `Autorka/Autor: ak/tam`."""
_SHORT = 4
"""Letters from which a word in capitals within a name is no initials."""


@dataclass(frozen=True, slots=True)
class Byline:
    """What one byline says."""

    names: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Pairs of name and role."""
    agency: str = ""
    led: bool = False
    """Whether a word such as `By` leads it."""
    signed: str = ""
    """How the agency signs, as the page has it: `dpa/lno`, `The Associated Press`."""


@cache
def _joints() -> re.Pattern[str]:
    words = any_of(word for word in table("names")["and"]["words"] if word != "&")
    return re.compile(
        rf"(\s*,?\s+\(?(?:{words})\s+|\s*&\s*)|\s*[;|/•·\n]\s*|\s*,\s+|\s+[–—-]\s+", re.IGNORECASE
    )


@cache
def _and_before() -> re.Pattern[str]:
    """The word `and` before the last of several names: `Emma Aldous; and Tom Birk`."""
    words = any_of(word for word in table("names")["and"]["words"] if word != "&")
    return re.compile(rf"^(?:{words})\s+(?=[A-ZÀ-Þ])")


def and_before(text: str) -> str:
    """The word `and` that a line begins with, before a name; empty where it begins otherwise."""
    found = _and_before().match(text)
    return found[0] if found else ""


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind a name and is no part of it: `View More Articles`, `24 comments`."""
    return re.compile(
        rf"\s*(?:\d[\d.,]*\s*)?(?<![^\W_])(?:{any_of(table('names')['behind']['words'])})(?![\w-]).*$",
        re.IGNORECASE,
    )


@cache
def _other_work() -> re.Pattern[str]:
    """Who did other work for the article, behind those who wrote: `Text: Jana Möller Fotos: Udo Falk`."""
    return re.compile(rf"\s+(?:{any_of(table('names')['credit'])})\s?:.*$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def read_byline(text: str) -> Byline:
    """The persons, roles and agency of a byline from which dates are taken out already."""
    led = lead_of(text)
    rest = plain(led[1] if led else text)
    rest = _other_work().sub("", HANDLE.sub(" | ", rest) if may_have_handle(rest) else rest)
    wire = wire_of(rest.strip(_EDGE))
    if wire:
        return Byline(agency=wire, led=led is not None, signed=rest.strip(_EDGE))
    if led and "/" in rest and _CODES.fullmatch(rest.strip()):
        return Byline(tuple(rest.replace(" ", "").split("/")), led=True)
    names: list[str] = []
    roles: list[tuple[str, str]] = []
    agency = signed = ""
    post = False
    rest = _BRACKETS.sub(lambda found: found[0].replace(",", ""), rest) if "(" in rest else rest
    pieces = _joints().split(rest)  # at even places the pieces, at odd ones the word `and` or None
    listed = led is not None and _is_list(pieces)
    for piece, joint in zip(pieces[::2], [None, *pieces[1::2]], strict=True):
        again = lead_of(piece)
        piece = (
            again[1] if again and again[1] and (is_name(again[1]) or not is_name(piece)) else piece
        ).strip(_EDGE)
        piece = _and_before().sub(
            "", (piece if _is_numbered(piece) else _TRAILING.sub("", piece)).strip(_EDGE)
        )
        if not piece:
            continue
        placed = _PLACED.fullmatch(piece)
        piece = placed[1] if placed and is_name(placed[1]) else piece
        if again and names and not led and not any(has_given_name(name) for name in names):
            names.clear()  # what stands before `By` on one line is the paper: `Le Monde | Par …`
        if (
            names
            and has_role(piece)
            and not (again or joint or listed or is_desk(piece) or has_given_name(piece))
        ):
            roles.append((names[-1], piece))
            continue
        if not names and not led and not has_given_name(piece) and role_in(piece) == 0:
            post = True  # what a line is that begins with a post: `Senior reporter, Harbour News`
        if post and is_desk(piece) and not names:
            continue
        name, tail = (piece, "") if is_desk(piece) and not has_given_name(piece) else _unglue(piece)
        where = _WHERE.fullmatch(name)
        if where and is_name(where[1]) and (led or has_given_name(where[1])):
            name, tail = where[1], where[2]
        inside = re.match(r"(.+?)\s*\((.*)\)?$", name)
        if inside and is_name(inside[1]):
            name, tail = inside[1], inside[2] or tail
        if names and tail and fold(tail) in table("names")["credit"]:
            continue  # `Emma Aldous (text) and Udo Falk (photos)`
        if agency_of(name):
            agency, signed = agency or agency_of(name), signed or name
        elif is_desk(name) and names and not led and not roles and _is_place(names, rest):
            names = [name]  # no person but a place stands before a newsroom: `Pennavar, Courier Bureau`
        elif names and has_role(name) and not _looks_named(name):
            roles.append((names[-1], name))
        elif (
            _looks_named(name) and (not names or again or joint or listed or has_given_name(name))
        ) or is_desk(name):
            if not (is_desk(name) and names):
                names.append(normal_case(name))
                if is_desk(name):
                    agency = agency or next(filter(None, map(agency_of, name.split()[1:])), "")
            else:
                roles.append((names[-1], name))
        elif names and led and len(name) < 60 and name[0].isupper() and not is_no_role(name):
            roles.append((names[-1], name))
        if wire_of(tail):
            agency = agency or wire_of(tail)
        elif tail and names:
            roles.append((names[-1], tail.strip(_EDGE)))
    if led and not (names or agency) and _signs_by_post(rest.strip(_EDGE)):
        names.append(rest.strip(_EDGE))
    return Byline(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(roles)), agency, led is not None, signed)


def _is_numbered(text: str) -> bool:
    """Whether a newsroom has a number in its name: `Harbour 11 Staff`."""
    return any(map(str.isdigit, text)) and is_desk(text) and not has_given_name(text)


def pseudonym_of(text: str) -> str:
    """The one word by which somebody signs below a leading word, without buttons and agencies that helped.

    >>> pseudonym_of("SkarrowMer Suivre"), pseudonym_of("Courrier avec AFP"), pseudonym_of("Emma Aldous")
    ('SkarrowMer', 'Courrier', '')
    """
    first = _joints().split(plain(text))[0].strip(_EDGE)
    bare = _behind().sub("", first).strip(_EDGE)
    cut = bare != plain(text).strip(_EDGE)
    return (
        bare if cut and bare.isalpha() and len(bare) > 2 and not (agency_of(bare) or has_role(bare)) else ""
    )


def _signs_by_post(text: str) -> bool:
    """Whether somebody signs who gives no name: `By Courier Reporter`."""
    words = text.split()
    return 2 <= len(words) <= 5 and text.replace(" ", "").isalpha() and text.istitle() and has_role(words[-1])


def _is_list(pieces: list[str]) -> bool:
    """Whether the pieces are names alone, the last after `and`: `A, B, C and D`."""
    names = [piece.strip(_EDGE) for piece in pieces[::2]]
    return len(names) > 2 and bool(pieces[-2]) and all(map(is_name, names))


def _is_place(names: list[str], rest: str) -> bool:
    """Whether what stands before a newsroom is from where it reports; behind a `·` stands for whom one writes."""
    return "·" not in rest and not any(map(has_given_name, names))


def _looks_named(text: str) -> bool:
    return is_name(text) and not has_role(text)


def _unglue(piece: str) -> tuple[str, str]:
    """A name and what was run together with it: `Meg JamesStaff Writer`, `Jonathan GarberFOXBusiness`."""
    for cut in _GLUED.finditer(piece):
        head, tail = piece[: cut.start()].strip(), piece[cut.start() :].strip()
        if is_name(head) and _behind().match(tail):
            return head, ""
    bare = _behind().sub("", piece).strip(_EDGE)
    if bare != piece and is_name(bare):
        return bare, ""
    for cut in _GLUED.finditer(piece):
        head, tail = piece[: cut.start()].strip(), piece[cut.start() :].strip()
        if head.split() and head.split()[-1].casefold() in _PREFIXES:
            continue
        if is_name(head):
            if has_role(head):  # `Emma Aldous WriterCourierPhotographer`
                named = head[: role_in(head)].strip(_EDGE)
                if is_name(named) and not is_desk(named):
                    return named, piece[len(named) :].strip(_EDGE)
                break
            return head, _behind().sub("", tail)
    words = piece.split()
    for n in (3, 2) if len(words) > 2 and has_given_name(words[1]) else (2, 3):
        head, tail = " ".join(words[:n]), " ".join(words[n:])
        if tail and has_given_name(head) and is_name(head) and not has_role(head) and _is_house(tail):
            return head, tail
    capitals = list(takewhile(str.isupper, words))
    if 2 <= len(capitals) < len(words) and has_role(" ".join(words[len(capitals) :])):
        return " ".join(capitals), " ".join(words[len(capitals) :])  # `TOM BIRK State columnist`
    at = role_in(piece)
    head = piece[:at].strip(_EDGE)
    if at is not None and is_name(head) and not is_desk(head) and not _named_behind(piece[at:]):
        return head, piece[len(head) :].strip(_EDGE)
    for n in (3, 2):
        head, tail = " ".join(words[:-n]), " ".join(words[-n:])
        if head and has_role(head) and has_given_name(tail) and is_name(tail):
            return tail, head
    return piece, ""


def _is_house(text: str) -> bool:
    """Whether a text behind a name says for whom somebody writes: a newsroom, an agency, a newspaper."""
    return bool(is_desk(text) or agency_of(text)) or fold(text.split()[-1]) in paper_words()


def _named_behind(text: str) -> bool:
    """Whether a name stands behind a post and what it is for: `North Sea correspondent Emma Aldous`."""
    words = text.split()
    named = (" ".join(words[-n:]) for n in (2, 3) if len(words) > n)
    return any(has_given_name(name) and is_name(name) and not has_role(name) for name in named)


def normal_case(name: str) -> str:
    """Capitals throughout become a capital each: `SARAH BURGE`, `Chokri GHARBI`."""
    if is_desk(name) or len(name) <= _SHORT:
        return name
    every = name.isupper()

    def lower(word: re.Match[str]) -> str:
        text = word[0]
        if not text.isupper() or (len(text) < 3 and "." in name) or (not every and len(text) < _SHORT):
            return text
        return text.capitalize()

    return re.sub(r"[^\W\d_]+", lower, name)
