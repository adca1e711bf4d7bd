"""What one byline says: who wrote, in what role, for which agency."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.characters import fold, plain
from generator.date_forms import any_of
from generator.glued_names import EDGE, capitals_before_post, part_addresses, unglue, without_buttons
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
    role_in,
    wire_of,
)
from generator.rulebook import table

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
_CODES = re.compile(r"[a-zß-öø-ž]{2,4}(?: ?/ ?[a-zß-öø-ž]{2,4})+")
"""Initials of several behind a leading word: `Autorka/Autor: ak/tam`."""
_LABEL = re.compile(r"\s[A-ZÀ-Þ][\w-]+\s?:")
"""What else a line says behind the name: `von Jana Möller Kategorien: Häfen`."""
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
        rf"(\s*,?\s+\(?(?:{words})\s+|\s*&\s*)|\s*[;|/•·‧∙\n]\s*|\s*,\s+|\s+[–—-]\s+", re.IGNORECASE
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
def _other_work() -> re.Pattern[str]:
    """Who did other work for the article, behind those who wrote: `Text: Jana Möller Fotos: Udo Falk`."""
    return re.compile(rf"\s+(?:{any_of(table('names')['credit'])})\s?:.*$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def read_byline(text: str) -> Byline:
    """The persons, roles and agency of a byline from which dates are taken out already."""
    led = lead_of(text)
    rest = plain(led[1] if led else text)
    rest = _other_work().sub("", HANDLE.sub(" | ", part_addresses(rest)) if may_have_handle(rest) else rest)
    labelled = _LABEL.search(rest) if led and ":" in rest else None
    if labelled and is_name(rest[: labelled.start()].strip(EDGE)):
        rest = rest[: labelled.start()]
    wire = wire_of(rest.strip(EDGE))
    if wire:
        return Byline(agency=wire, led=led is not None, signed=rest.strip(EDGE))
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
        ).strip(EDGE)
        piece = _and_before().sub(
            "", (piece if _is_numbered(piece) else _TRAILING.sub("", piece)).strip(EDGE)
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
        desk = is_desk(piece) and not has_given_name(piece) and not capitals_before_post(piece)
        name, tail = (piece, "") if desk else unglue(piece, led=led is not None)
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
            roles.append((names[-1], tail.strip(EDGE)))
    house = pieces[0].strip(EDGE)
    if led and len(names) == 1 and house.isalpha() and house[0].isupper() and not has_given_name(names[0]):
        names = [house]  # `By HarwellReporters, New Skarrow`: who signs, and from where
    alone = rest.strip(EDGE)
    if led and not (names or agency) and (_is_given_name(alone) or _signs_by_post(alone)):
        names.append(alone)
    return Byline(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(roles)), agency, led is not None, signed)


def _is_numbered(text: str) -> bool:
    """Whether a newsroom has a number in its name: `Harbour 11 Staff`."""
    return any(map(str.isdigit, text)) and is_desk(text) and not has_given_name(text)


def pseudonym_of(text: str) -> str:
    """The one word by which somebody signs below a leading word, without buttons and agencies that helped.

    >>> pseudonym_of("SkarrowMer Suivre"), pseudonym_of("Courrier avec AFP"), pseudonym_of("Emma Aldous")
    ('SkarrowMer', 'Courrier', '')
    """
    first = _joints().split(plain(text))[0].strip(EDGE)
    bare = without_buttons(first)
    cut = bare != plain(text).strip(EDGE)
    return (
        bare if cut and bare.isalpha() and len(bare) > 2 and not (agency_of(bare) or has_role(bare)) else ""
    )


def _is_given_name(text: str) -> bool:
    """Whether somebody signs with a given name alone: `von Nicolas`."""
    return text.isalpha() and has_given_name(text)


def _signs_by_post(text: str) -> bool:
    """Whether somebody signs who gives no name: `By Courier Reporter`."""
    words = text.split()
    return 2 <= len(words) <= 5 and text.replace(" ", "").isalpha() and text.istitle() and has_role(words[-1])


def _is_list(pieces: list[str]) -> bool:
    """Whether the pieces are names alone, the last after `and`: `A, B, C and D`."""
    names = [piece.strip(EDGE) for piece in pieces[::2]]
    return len(names) > 2 and bool(pieces[-2]) and all(map(is_name, names))


def _is_place(names: list[str], rest: str) -> bool:
    """Whether what stands before a newsroom is from where it reports; behind a `·` stands for whom one writes."""
    return "·" not in rest and not any(map(has_given_name, names))


def _looks_named(text: str) -> bool:
    return is_name(text) and not has_role(text)


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
