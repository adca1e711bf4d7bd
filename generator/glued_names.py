"""Names run together with what stands beside them on the page: a post, a house, an address, a button."""

import re
from functools import cache
from itertools import takewhile

from generator.characters import fold
from generator.date_forms import any_of
from generator.names import agency_of, has_given_name, has_role, is_desk, is_name, paper_words, role_in
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
_BEFORE_AT = re.compile(r"([A-ZÀ-Þ][\w'’-]+) ([A-ZÀ-Þ][\w.'’-]+)@")
_FULL_NAME = re.compile(r"([A-ZÀ-Þ][\w'’-]+) ([A-ZÀ-Þ][\w'’-]+)")
EDGE = ' ,;:|/•·‧∙-–—*()[]<>»«›"“”„'
"""Marks around a name that are no part of it."""


@cache
def _button() -> re.Pattern[str]:
    """What the page puts behind a name: `View More Articles`, `24 comments`."""
    return re.compile(
        rf"\s*(?:\d[\d.,]*\s*)?(?<![^\W_])(?:{any_of(table('names')['behind']['words'])})(?![\w-]).*$",
        re.IGNORECASE,
    )


def without_buttons(text: str) -> str:
    """A name without the buttons and counts that the page puts behind it."""
    return _button().sub("", text).strip(EDGE)


def part_addresses(text: str) -> str:
    """The text with a space between a name and the address run together with it, which is made of a name before it.

    >>> part_addresses("Emma Aldousealdous@courier.example")
    'Emma Aldous ealdous@courier.example'
    """
    for found in reversed(list(_BEFORE_AT.finditer(text))):
        given, glued = found[1], found[2]
        named = [(given, ""), *_FULL_NAME.findall(text[: found.start()])]
        for cut in range(2, len(glued) - 1):
            named[0] = (given, glued[:cut])
            if any(_is_made_of(glued[cut:], *names) for names in named):
                at = found.start(2) + cut
                text = f"{text[:at]} {text[at:]}"
                break
    return text


def _is_made_of(address: str, given: str, surname: str) -> bool:
    """Whether what stands before the `@` is made of a name: `emma.aldous`, `ealdous`, `emmaa`, `aldous`."""
    given, surname = given.lower(), surname.lower()
    bare = re.sub("[._-]", "", address.lower())
    first, last = given[0], surname[0]
    return bare in (
        given + surname,
        first + surname,
        given + last,
        surname + given,
        surname + first,
        surname,
        given,
    )


def unglue(piece: str, *, led: bool) -> tuple[str, str]:
    """A name and what was run together with it: `Meg JamesStaff Writer`, `Jonathan GarberFOXBusiness`.

    Where a word leads the byline, the given name need not be known before a newspaper of two and more words.
    """
    for cut in _GLUED.finditer(piece):
        head, tail = piece[: cut.start()].strip(), piece[cut.start() :].strip()
        if is_name(head) and _button().match(tail):
            return head, ""
    bare = without_buttons(piece)
    if bare != piece and is_name(bare):
        return bare, ""
    for cut in _GLUED.finditer(piece):
        head, tail = piece[: cut.start()].strip(), piece[cut.start() :].strip()
        if head.split() and head.split()[-1].casefold() in _PREFIXES:
            continue
        if is_name(head):
            if has_role(head):  # `Emma Aldous WriterCourierPhotographer`
                named = head[: role_in(head)].strip(EDGE)
                if is_name(named) and not is_desk(named):
                    return named, piece[len(named) :].strip(EDGE)
                break
            return head, _button().sub("", tail)
    words = piece.split()
    for n in (3, 2) if len(words) > 2 and has_given_name(words[1]) else (2, 3):
        head, tail = " ".join(words[:n]), " ".join(words[n:])
        known = has_given_name(head) or (led and len(words) > n + 1)
        if tail and known and is_name(head) and not has_role(head) and _is_house(tail):
            return head, tail
    if capitals := capitals_before_post(piece):
        return capitals, piece[len(capitals) :].strip()
    at = role_in(piece)
    head = _without_paper(piece[:at].strip(EDGE))
    if at is not None and is_name(head) and not is_desk(head) and not _named_behind(piece[at:]):
        return head, piece[len(head) :].strip(EDGE)
    for n in (3, 2):
        head, tail = " ".join(words[:-n]), " ".join(words[-n:])
        if head and has_role(head) and has_given_name(tail) and is_name(tail):
            return tail, head
    return piece, ""


def capitals_before_post(piece: str) -> str:
    """A name in capitals before a post that is not: `TOM BIRK State columnist`; empty where there is none."""
    words = piece.split()
    capitals = list(takewhile(str.isupper, words))
    post = " ".join(words[len(capitals) :])
    return " ".join(capitals) if len(capitals) >= 2 and has_role(post) else ""


def _is_house(text: str) -> bool:
    """Whether a text behind a name says for whom somebody writes: a newsroom, an agency, a newspaper."""
    return bool(is_desk(text) or agency_of(text)) or fold(text.split()[-1]).split("-")[-1] in paper_words()


def _without_paper(name: str) -> str:
    """A name without the newspaper's between it and a post: `Emma Aldous Courier` before `Writer`."""
    *words, last = name.split() or [""]
    return " ".join(words) if len(words) > 1 and fold(last) in paper_words() else name


def _named_behind(text: str) -> bool:
    """Whether a name stands behind a post and what it is for: `North Sea correspondent Emma Aldous`."""
    words = text.split()
    named = (" ".join(words[-n:]) for n in (2, 3) if len(words) > n)
    return any(has_given_name(name) and is_name(name) and not has_role(name) for name in named)
