"""The patterns by which credits are told, compiled once from their table."""

import re
from dataclasses import dataclass
from functools import cache

from generator.rulebook import any_row, table
from generator.telling import Telling


@dataclass(frozen=True, slots=True)
class Forms:
    """What a line or a part of one is tried against, whatever its case."""

    labelled: re.Pattern[str]
    """A whole line: a label, a mark and what is behind it."""
    signed: re.Pattern[str]
    """A whole line that begins with a sign of copyright."""
    before: re.Pattern[str]
    """A label at the end of what stands before a colon or a slash."""
    announced: re.Pattern[str]
    """Where in a caption a credit begins that words without a mark announce, or a sign."""
    lead: re.Pattern[str]
    """The words that only announce a credit."""
    nobody: re.Pattern[str]
    sort: re.Pattern[str]
    label: re.Pattern[str]
    source: re.Pattern[str]
    right: re.Pattern[str]
    """A whole line that holds a company's copyright."""
    library: re.Pattern[str]
    house: re.Pattern[str]
    known: re.Pattern[str]
    """The name of a library or an agency and nothing else."""
    staff: re.Pattern[str]
    """A name and, behind a slash, the post of one who makes pictures: `Lew Sandys/Staff`."""
    behind: re.Pattern[str]
    """A name and a library with nothing between: `Lew Sandys Getty Images`."""
    words: re.Pattern[str]
    """What the pages put behind a caption that can be opened."""
    telling: Telling
    """The words one of which is in the name of every library and agency."""


@cache
def forms() -> Forms:
    """The patterns that `rules/credits.yaml` amounts to."""
    labels, sources, buttons = (
        any_row("credits", "label"),
        any_row("credits", "source"),
        any_row("credits", "button"),
    )
    nobody = any_row("credits", "nobody")
    libraries, houses = any_row("credits", "library"), any_row("credits", "library", "agency")
    capital = r"(?-i:[A-ZÀ-ÞĄ-ŽА-ЯΑ-Ω])"
    return Forms(
        re.compile(
            rf"\W*(?P<label>{labels})(?P<mark>\s*[:/|©：]\s*|\s?(?:\.\.\.|…)\s?|(?<=(?-i:t))(?<=credit)(?={capital})|\s*[,،]\s*(?={capital})"
            rf"|\s+(?=by\b|(?:(?<=of )the )?{capital}|[(©]|i(?-i:[A-Z])|(?:{nobody})$))(?P<rest>.{{2,140}})",
            re.IGNORECASE,
        ),
        re.compile(r"\W*(?:©|\(c\) |℗).{2,120}", re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_])(?:{labels}|{sources})\s?$", re.IGNORECASE),
        re.compile(
            r"(?<=[a-zß-ÿ.)…”\"])(?:Credits?|Photo|Foto|Image|Picture|Bild|Fotos?|Archivfoto)(?:\s?:\s?|(?=[A-Z]))\S"
            r"|(?<![^\W_])(?i:(?:photo )?illustrations?|photos?|pictures?|image|photograph)"
            r" (?i:by|courtesy of|via) \S|©\s?\S"
        ),
        re.compile(
            rf"\W*(?:{labels}|{sources})\s*"
            rf"(?:[:：|,]\s*|\.\.\.|…|(?<=credit)(?={capital})|\s+(?=by\b|{capital}))"
            r"(?:by |von |par |por |de )?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{nobody})\W*", re.IGNORECASE),
        re.compile(rf"\W*(?:{any_row('credits', 'sort')})\W*", re.IGNORECASE),
        re.compile(rf"(?:{labels})\s*[:：]", re.IGNORECASE),
        re.compile(rf"\W*(?:{sources})\s*[:：]\s*\S.{{1,120}}", re.IGNORECASE),
        re.compile(
            rf"(?:©|\(c\)|copyright\b)(?:.{{0,120}}[\W_])?(?:{any_row('credits', 'company')})\W*",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<![^\W_])(?:{libraries})(?![^\W_])", re.IGNORECASE),
        re.compile(rf"(?<![^\W_])(?:{any_row('credits', 'house')})(?![^\W_])", re.IGNORECASE),
        re.compile(
            rf"\W*(?:{houses})(?:\.(?:com|de)|[ -](?:live news|stock photo|photo|pics?|file|pool|images|bildfunk))*\W*",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<name>[^/|;]{{4,40}})/ ?(?:{any_row('credits', 'staff')})", re.IGNORECASE),
        re.compile(rf"(?P<name>[^/|,;]{{4,40}})[ -](?:{libraries})\W*", re.IGNORECASE),
        re.compile(rf"\s+(?:{buttons})$", re.IGNORECASE),
        Telling(row[0] for group in ("library", "agency") for row in table("credits")[group]),
    )
