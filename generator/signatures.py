"""Finds who signs in the text itself: at its end, in the line of sources below it, in the place line that opens it.

These lines stay text, or what they were; nothing is cut off them.
"""

import re
from functools import cache, reduce

from generator.byline import Byline, read_byline
from generator.characters import fold, plain
from generator.date_forms import any_of
from generator.names import has_given_name, is_connector, is_desk, is_name, lead_of, wire_of
from generator.rulebook import table
from generator.sight import Sight

_LAST = 3
"""Lines of text from the end in which a signature may stand."""
_FIRST = 3
"""Lines of text from the beginning in which a place line may stand."""
_BELOW = 14
"""Lines below the text in which its source may be named."""
_LATE = 2 / 3
"""Share of the text behind which a line that is an author's name is hardly of it."""
_LONGEST_SOURCE = 60
_CLOSING = re.compile(r"(?:^|[.!?…\"'])\s*[(\[/]\s*([^()\[\]]{2,60}?)\s*[)\]/]?[\s.*+#]*$")
"""`… der Hafen. (Jana Möller) +++`"""
_TRAILING = re.compile(r"(?<=[.!?\"'])\s*(?:[-–—/]\s*)?((?:[A-Z]{2,5}|dpa|epd|[A-Z]\w+)(?:/\w{2,6})*)$")
"""`… said. - AFP`"""
_PLACE = re.compile(
    r"^(?:[A-ZÀ-Þ*+][^()\[\]]{0,60}?)?[(\[]([^()\[\]]{2,40})[)\]](?:\s*[./]?\s*(?:--?|:)|\s*\.\s)"
    r"|^([\w/ .]{2,25}) --? [A-ZÀ-Þ]"
    r"|^\(([\w/ .-]{2,20})\) (?=[A-ZÀ-Þ])"
)
"""`NEW YORK (Reuters) - `, `(ANSA) - ROMA`, `Madrid, 4 may (EFE).-`, `(sda) Das Kraftwerk`"""
_DATED = re.compile(r",?\s+\d[\d./ ]*$")
"""The day behind an agency: `(APA, 21.5.2014)`."""


@cache
def _source() -> re.Pattern[str]:
    rows = table("names")
    return re.compile(
        rf"\W*(?:(?P<source>{any_of(rows['source'])})\s?[:.]|(?P<help>{any_of(rows['help'])})(?![^\W_])\s*:?)\s*(?P<who>.+)",
        re.IGNORECASE,
    )


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(table('names')['reported'])})\s*:?\s+([^;]+)", re.IGNORECASE)


def find_signatures(sight: Sight) -> None:
    """Adds what the text says of who wrote it: persons only where no byline names any, agencies always."""
    text = [i for i, row in enumerate(sight.rows[: sight.end]) if i and row.kind is None and row.prose]
    if any(byline.names for _, byline in sight.bylines):
        _read_again(sight)
    else:
        _add_closing(sight, text)
    if not any(byline.names or byline.agency for _, byline in sight.bylines):
        _add_source(sight)
    if not any(byline.agency for _, byline in sight.bylines):
        for i in text[:_FIRST]:
            found = _PLACE.match(plain(sight.rows[i].text)[:110])
            signed = (found[1] or found[2] or found[3]).strip() if found else ""
            if wire_of(signed):
                sight.bylines.append((i, Byline(agency=wire_of(signed), signed=signed)))
                return


def _read_again(sight: Sight) -> None:
    """The authors' names on a line of their own where the page shows them again: above the text, in its last third or
    below it. A name with a colon behind it is who speaks next."""
    names = {fold(name) for _, byline in sight.bylines for name in byline.names}
    late = sight.start + _LATE * (sight.end - sight.start)
    for i, row in enumerate(sight.rows):
        if row.kind is not None or sight.start <= i < late or not any(name in row.folded for name in names):
            continue
        told = lead_of(row.text)
        line = fold(told[1]) if told else row.folded
        rest = reduce(lambda left, name: left.replace(name, ""), names, line)
        if not row.text.endswith((":", ".")) and (not rest or is_connector(rest.strip(" ,"))):
            row.read_as("byline", "the author's name again")


def _add_closing(sight: Sight, text: list[int]) -> None:
    """The signature that ends the text, or the line of a news agency that says who reported."""
    below = range(sight.end, min(sight.end + 2, len(sight.rows)))
    last = [*text[-_LAST:], *(i for i in below if sight.rows[i].kind is None and sight.rows[i].group is None)]
    for i in reversed(last):
        byline = signature_of(sight.rows[i].text)
        if byline.names or byline.agency:
            sight.bylines.append((i, byline))
            return


def signature_of(text: str) -> Byline:
    """Who signs a line of text at its end, or is said in it to have reported; empty where nobody does.

    >>> signature_of("The quay was shut. (dpa/gem)").signed
    'dpa/gem'
    """
    line = plain(text)
    reported = _reported().match(line)
    if reported:
        byline = read_byline(f"By {reported[1].strip(' .')}")
        return Byline(byline.names, byline.roles)
    found = _CLOSING.search(line) if "(" in line or "[" in line or "/" in line else None
    if found is None and line[-1:].isalnum():
        found = _TRAILING.search(line)
    if found is None:
        return Byline()
    signed = _DATED.sub("", found[1].strip())
    if wire_of(signed):
        return Byline(agency=wire_of(signed), signed=signed)
    byline = read_byline(signed)
    sure = byline.names and all(is_name(name) and has_given_name(name) for name in byline.names)
    return Byline(byline.names, byline.roles, byline.agency) if sure and ":" not in signed else Byline()


def source_of(text: str) -> Byline:
    """The agency or newsroom that a line gives as the source of the text: `Quelle: dpa`.

    One that only helped (`Con información de EFE`) is given as agency and does not sign.
    """
    found = _source().match(plain(text)) if len(text) <= _LONGEST_SOURCE else None
    who = found["who"].strip(" .)]") if found else ""
    if not found or not (wire_of(who) or is_desk(who)):
        return Byline()
    return Byline(agency=wire_of(who), signed=who if found["source"] else "")


def _add_source(sight: Sight) -> None:
    for i in range(max(1, sight.end - 1), min(sight.end + _BELOW, len(sight.rows))):
        row = sight.rows[i]
        byline = source_of(row.text) if row.kind is None else Byline()
        if byline.agency or byline.signed:
            sight.bylines.append((i, byline))
            if byline.signed:
                row.read_as("byline", "a line that names the source of the text")
            return
