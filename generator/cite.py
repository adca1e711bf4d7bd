"""How to cite an article: three written styles, and BibTeX, RIS and CSL-JSON for reference managers.

Written out here because what there is does not fit a build of many thousand pages: `citeproc-py` runs a CSL
style for each citation and brings a megabyte of styles, and the libraries for BibTeX and RIS leave the escaping
to their caller. The tests read the output back with `bibtexparser` and `rispy`.

Sources of the forms: Publication Manual of the APA, 7th ed., 10.1 (16); Chicago Manual of Style, 17th ed.,
14.191; MLA Handbook, 9th ed., 5.54; RIS specification of Research Information Systems; CSL-JSON schema 1.0.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from generator.names import is_organisation

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS_MLA = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of an article, for citing it; what is not known is empty and left out of every form."""

    id: str
    """Of the capture: makes the key unique and is given as the place within the archive."""
    title: str
    day: date
    archive: str
    """The name of the archive."""
    authors: tuple[str, ...] = ()
    """Names as written, given names first."""
    agency: str = ""
    """Stands in for the author where no person is named."""
    source: str = ""
    """The publication."""
    lang: str = ""
    """ISO 639-1."""
    url: str = ""
    """Absolute address of the page; empty where the site has no address."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One article in every form, as plain text."""

    apa: str
    chicago: str
    mla: str
    bibtex: str
    ris: str
    csl: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the parts that lists of references put in order."""

    family: str
    given: str = ""
    """Empty for a name of one word and for a body such as an agency."""
    suffix: str = ""
    """`Jr.`, `III`"""

    @property
    def initials(self) -> str:
        """Given names as APA has them: `Jean-Luc Marie` is `J.-L. M.`."""
        words = (word.split("-") for word in self.given.split())
        return " ".join("-".join(f"{part[0].upper()}." for part in word if part) for word in words)

    @property
    def inverted(self) -> str:
        """`Berg, Anna van den`, `King, Martin, Jr.`"""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)

    @property
    def straight(self) -> str:
        """`Anna van den Berg`"""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


@cache
def _parts_of_names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    rules = yaml.safe_load((files("generator") / "rules" / "name_parts.yaml").read_text("utf-8"))
    particles, suffixes, bodies = (
        frozenset(row["part"] for row in rules[kind]) for kind in ("particles", "suffixes", "bodies")
    )
    return particles, suffixes, bodies


def name(written: str) -> Name:
    """Cuts a name as a byline has it. The family name is the last word with the particles before it; a name of
    one word, and that of a newsroom or agency (`World Desk`, `Agencia EFE`), stays whole."""
    particles, suffixes, bodies = _parts_of_names()
    words = written.replace(",", " ").split()
    suffix = ""
    if len(words) > 2 and words[-1].rstrip(".").casefold() in suffixes:
        suffix = words.pop()
    if len(words) < 2 or any(word.casefold() in bodies for word in words) or is_organisation(written):
        return Name(" ".join(written.split()))
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in particles:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _names(reference: Reference) -> list[Name]:
    if reference.authors:
        return [name(author) for author in reference.authors]
    return [Name(reference.agency)] if reference.agency else []


def _stopped(text: str) -> str:
    """Text that ends a sentence: with its own mark, else a full stop."""
    return text if re.search(r"[.?!…][\"'”’»]*$", text) else f"{text}."


def _quoted(title: str) -> str:
    """A title between double quotation marks, with single ones inside and the full stop before the last."""
    inner = re.sub(r'[“”„«»]|(?<!\d)"', "\0", title)
    opening = True
    out = []
    for character in inner:
        if character == "\0":
            out.append("‘" if opening else "’")
            opening = not opening
        else:
            out.append(character)
    return f"“{_stopped(''.join(out))}”"


def _listed(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{last}{names[-1]}"


def apa(reference: Reference) -> str:
    """APA, 7th edition: author and day first, the headline as it stands."""
    day = f"({reference.day.year}, {_MONTHS[reference.day.month - 1]} {reference.day.day})."
    # Twenty names are given; of more, the first nineteen and the last.
    names = [", ".join(part for part in (n.family, n.initials, n.suffix) if part) for n in _names(reference)]
    if len(names) > 20:
        names = [f"{', '.join(names[:19])}, . . . {names[-1]}"]
    title = _stopped(reference.title)
    head = f"{_stopped(_listed(names, ', & '))} {day} {title}" if names else f"{title} {day}"
    return " ".join([head, *_held(reference), *([reference.url] if reference.url else [])])


def chicago(reference: Reference) -> str:
    """Chicago, 17th edition, as in a bibliography."""
    day = f"{_MONTHS[reference.day.month - 1]} {reference.day.day}, {reference.day.year}."
    names = _names(reference)
    # Ten names are given; of more, the first seven.
    shown = [
        n.inverted if not i else n.straight for i, n in enumerate(names[:7] if len(names) > 10 else names)
    ]
    by = (
        [_stopped(_listed(shown, ", and ") if len(names) <= 10 else f"{', '.join(shown)}, et al.")]
        if shown
        else []
    )
    published = [f"{reference.source}, {day}"] if reference.source else [day]
    held = _stopped(reference.archive) if reference.archive and reference.archive != reference.source else ""
    return " ".join(
        part for part in [*by, _quoted(reference.title), *published, held, _address(reference)] if part
    )


def mla(reference: Reference) -> str:
    """MLA, 9th edition: the publication as container, the archive as second container."""
    day = f"{reference.day.day} {_MONTHS_MLA[reference.day.month - 1]} {reference.day.year}"
    names = _names(reference)
    # Two names are given; of more, the first.
    shown = names[0].inverted if names else ""
    if len(names) == 2:
        shown += f", and {names[1].straight}"
    elif len(names) > 2:
        shown += ", et al."
    first = ", ".join(part for part in (reference.source, day) if part)
    second = reference.archive if reference.archive != reference.source else ""
    where = ", ".join(part for part in (second, re.sub("^https?://", "", reference.url)) if part)
    parts = [
        _stopped(shown) if shown else "",
        _quoted(reference.title),
        _stopped(first),
        _stopped(where) if where else "",
    ]
    return " ".join(part for part in parts if part)


def _held(reference: Reference) -> list[str]:
    """Publication and archive, each as a sentence; once where they are the same."""
    return [_stopped(text) for text in dict.fromkeys((reference.source, reference.archive)) if text]


def _address(reference: Reference) -> str:
    return _stopped(reference.url) if reference.url else ""


def key(reference: Reference) -> str:
    """The key of a reference: family name, year and the start of the capture's id, in ASCII."""
    names = _names(reference)
    family = unicodedata.normalize("NFKD", names[0].family if names else "anonymous")
    ascii_family = re.sub("[^a-z]", "", family.casefold().replace("ß", "ss")) or "anonymous"
    return f"{ascii_family}-{reference.day.year}-{reference.id[:8]}"


def bibtex(reference: Reference) -> str:
    """BibTeX in UTF-8: `@article` where the publication is known, else `@misc`."""

    def escaped(text: str) -> str:
        return "".join(_BIBTEX.get(character, character) for character in _one_line(text))

    authors = " and ".join(
        f"{{{escaped(n.family)}}}"
        if not n.given
        else ", ".join(escaped(part) for part in (n.family, n.suffix, n.given) if part)
        for n in _names(reference)
    )
    fields = {
        "author": authors,
        "title": f"{{{escaped(reference.title)}}}",
        "journal": escaped(reference.source),
        "year": str(reference.day.year),
        "month": str(reference.day.month),
        "day": str(reference.day.day),
        "langid": reference.lang,
        "url": escaped(reference.url),
        "note": f"{escaped(reference.archive)}, {reference.id}",
    }
    kind = "article" if reference.source else "misc"
    rows = "".join(f"  {field} = {{{value}}},\n" for field, value in fields.items() if value)
    return f"@{kind}{{{key(reference)},\n{rows}}}\n"


def ris(reference: Reference) -> str:
    """RIS, type `NEWS`; a line a field, two spaces after the tag."""
    day = reference.day
    rows = [
        ("TY", "NEWS"),
        *(("AU", n.inverted) for n in _names(reference)),
        ("TI", reference.title),
        ("T2", reference.source),
        ("PY", str(day.year)),
        ("DA", f"{day:%Y/%m/%d}/"),
        ("LA", reference.lang),
        ("DB", reference.archive),
        ("AN", reference.id),
        *(("KW", tag) for tag in reference.tags),
        ("UR", reference.url),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\n" for tag, value in rows if value) + "ER  - \n"


def csl(reference: Reference) -> str:
    """CSL-JSON, a list of one item, as Zotero, Pandoc and citeproc read it."""
    authors = [
        {"family": n.family, "given": n.given, **({"suffix": n.suffix} if n.suffix else {})}
        if n.given
        else {"literal": n.family}
        for n in _names(reference)
    ]
    item = {
        "id": key(reference),
        "type": "article-newspaper",
        "title": reference.title,
        "author": authors,
        "container-title": reference.source,
        "issued": {"date-parts": [[reference.day.year, reference.day.month, reference.day.day]]},
        "language": reference.lang,
        "archive": reference.archive,
        "archive_location": reference.id,
        "keyword": ", ".join(reference.tags),
        "URL": reference.url,
    }
    return json.dumps(
        [{field: value for field, value in item.items() if value}], ensure_ascii=False, indent=1
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def cite(reference: Reference) -> Citation:
    """One article in every form."""
    return Citation(
        apa(reference), chicago(reference), mla(reference), bibtex(reference), ris(reference), csl(reference)
    )
