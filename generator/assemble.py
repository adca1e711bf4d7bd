"""Puts the article together from lines that have been read."""

from datetime import UTC, datetime

from generator.model import (
    Article,
    Block,
    Capture,
    Heading,
    Line,
    LineKind,
    ListItem,
    Paragraph,
    Provenance,
    Quote,
    Reading,
    SetAside,
)
from generator.names import agencies_in
from generator.sight import Sight
from generator.structure import without_bullet


def assemble(capture: Capture, sight: Sight) -> Reading:
    """The reading that the kinds of the lines amount to."""
    body, starts, used = _body(sight)
    lines = tuple([Line(row.number, row.text, row.kind or "body", row.rule) for row in sight.rows])
    authors, roles, agency = _names(sight)
    article = Article(
        title=sight.title,
        date=_published(sight),
        modified=_modified(sight),
        body=body,
        authors=authors,
        author_roles=roles,
        agency=agency,
        summary=sight.summary,
        source=sight.source or None,
        capture=Provenance(capture.id, capture.file, capture.sha256, "", _set_aside(sight, used)),
    )
    return Reading(article, starts, lines)


def _body(sight: Sight) -> tuple[tuple[Block, ...], tuple[int, ...], set[int]]:
    """Blocks, the line where each starts, and the indices of all lines in them."""
    rows = sight.rows
    blocks: list[Block] = []
    starts: list[int] = []
    used: set[int] = set()
    i = 0
    while i < len(rows):
        row, first = rows[i], i
        block: Block | None = None
        i += 1
        if first in sight.pictures:
            block, count = sight.pictures[first]
            i = first + count
        elif first in sight.pointers and row.kind == "read_more":
            block, count = sight.pointers[first]
            i = first + count
        elif row.kind == "heading":
            block = Heading(row.text)
        elif row.kind == "list_item":
            block = ListItem(without_bullet(row.text))
        elif row.kind in ("body", "quote"):
            while i < len(rows) and rows[i].joined and rows[i].kind == row.kind:
                i += 1
            text = row.text if i == first + 1 else "\n".join([r.text for r in rows[first:i]])
            block = Quote(text) if row.kind == "quote" else Paragraph(text)
        if block is not None:
            blocks.append(block)
            starts.append(row.number)
            used.update([j for j in range(first, i) if rows[j].kind != "furniture"])
    return tuple(blocks), tuple(starts), used


def _set_aside(sight: Sight, used: set[int]) -> tuple[tuple[LineKind, tuple[SetAside, ...]], ...]:
    """The lines in no block, by kind; the header only where it says more than date and headline."""
    kinds: dict[LineKind, list[SetAside]] = {}
    for i, row in enumerate(sight.rows):
        if i in used or (i == 0 and not sight.before and not sight.source):
            continue
        kinds.setdefault(row.kind or "body", []).append(SetAside(row.number, row.text))
    return tuple((kind, tuple(lines)) for kind, lines in kinds.items())


def _published(sight: Sight) -> str:
    """The header's day; the clock time of the dateline where that is of the same day.

    A dateline a day off whose zone is stated is the same moment told in local time: it is given in UTC where that is
    of the header's day. One without a zone keeps its line, and its clock time is not joined to another day.
    """
    found = sight.published
    if found is None:
        return sight.day.isoformat()
    if (found.day or sight.day) == sight.day:
        return found.iso(sight.day)
    if found.time and found.offset:
        utc = datetime.fromisoformat(found.iso(sight.day)).astimezone(UTC)
        if utc.date() == sight.day:
            return utc.isoformat(timespec="minutes")
    return sight.day.isoformat()


def _modified(sight: Sight) -> str | None:
    return sight.modified.iso(sight.day) if sight.modified else None


def _names(sight: Sight) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], str | None]:
    """Authors, their roles, and the agency. Where no person or newsroom signs, the agency that does is the author."""
    names: dict[str, str] = {}
    roles: dict[str, dict[str, None]] = {}
    agency = signed = ""
    for _, byline in sight.bylines:
        for name in byline.names:
            names.setdefault(name.casefold(), name)
        for name, role in byline.roles:
            roles.setdefault(name, {})[role] = None
        agency = agency or byline.agency
        signed = signed or byline.signed
    authors = tuple(names.values()) or agencies_in(signed)
    return authors, tuple((name, ", ".join(said)) for name, said in roles.items()), agency or None
