"""The whole catalogue for machines: JSON Lines, CSV, and a JSON feed. docs/catalogue.md describes the fields."""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from io import StringIO
from posixpath import dirname, relpath
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One article. What is not known is empty or null."""

    id: str
    """Of the capture, 16 hexadecimal digits."""
    title: str
    published: str
    """ISO 8601, as exact as known: `2023-12-30`, `2023-12-30T15:48`, `2023-12-30T15:48+01:00`."""
    updated: str
    address: str
    """Of the page: absolute where the site's address is known, else relative to its root."""
    authors: tuple[str, ...]
    agency: str
    source: str
    language: str
    """ISO 639-1."""
    tags: tuple[str, ...]
    tags_inferred: tuple[str, ...]
    """Those of the tags that software inferred."""
    words: int
    summary: str
    file: str
    """Of the capture, within the captures folder."""
    sha256: str
    """Of the capture."""


def json_lines(records: Iterable[Record]) -> str:
    """One object a line."""
    return "".join(json.dumps(asdict(record), ensure_ascii=False) + "\n" for record in records)


def comma_separated(records: Iterable[Record]) -> str:
    """CSV by RFC 4180 with a header; lists are joined by ` | `. A value that a spreadsheet would take for a formula
    (it starts with `=`, `+`, `-` or `@`) is preceded by an apostrophe, as OWASP advises."""
    out = StringIO()
    writer = csv.writer(out)
    names = [field.name for field in fields(Record)]
    writer.writerow(names)
    for record in records:
        writer.writerow(_cell(getattr(record, name)) for name in names)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = " | ".join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def json_feed(
    records: Sequence[Record], path: str, *, title: str, description: str, home: str, language: str
) -> str:
    """JSON Feed 1.1 (jsonfeed.org), to be written to `path` of the site; `home` is the site's address, empty where it
    has none: the articles' addresses are then relative to the feed."""
    here = "" if home else f"{relpath('.', dirname(path))}/"
    items = [
        {
            "id": record.id,
            "url": here + record.address,
            "title": record.title,
            "content_text": record.summary or record.title,
            "date_published": _rfc3339(record.published),
            "date_modified": _rfc3339(record.updated),
            "authors": [{"name": name} for name in record.authors],
            "tags": list(record.tags),
            "language": record.language,
        }
        for record in records
    ]
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": description,
        "language": language,
    }
    if home:
        feed |= {"home_page_url": f"{home}/index.html", "feed_url": f"{home}/{path}"}
    feed["items"] = [{key: value for key, value in item.items() if value} for item in items]
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _rfc3339(moment: str) -> str:
    """A feed must name an instant: midnight and UTC stand in for what is not known, as in the Atom feed."""
    if not moment:
        return ""
    day, _, clock = moment.partition("T")
    time, zone = (clock[:5], clock[5:]) if clock else ("00:00", "")
    return f"{day}T{time}:00{zone or '+00:00'}"
