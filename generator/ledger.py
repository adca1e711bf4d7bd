"""What has been imported: `content/imports.jsonl`, one JSON object a line, in order of article and capture.

It tells the captures that are known (so that a second import has nothing to do), the articles a person has
changed since (their bytes differ from those written), and those a person has deleted (so that they stay so).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from generator.errors import ArchiveError

NAME = "imports.jsonl"


@dataclass(frozen=True, slots=True)
class Import:
    """One capture and the article it belongs to."""

    article: str
    """Path of the Markdown file within the content folder."""
    id: str
    """The capture's own."""
    file: str
    """Path of the capture within its folder."""
    sha256: str
    """Of the capture's bytes."""
    written: str
    """Where the article shows this capture, SHA-256 of the Markdown as it was written; else empty (an older
    version, the same bytes under another name, or a newer one that waits for a person)."""
    title: str
    date: str
    lead: str
    """Fingerprint of how the text begins (`versions.Sketch`)."""


_KEYS = tuple(field.name for field in fields(Import))
_values = attrgetter(*_KEYS)


def load(content: Path) -> list[Import]:
    """The imports so far, in the order of the file; none where there is no file.

    Raises `ArchiveError` for a line that is not one of ours.
    """
    path = content / NAME
    if not path.is_file():
        return []
    rows: list[Import] = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                rows.append(Import(**json.loads(line)))
            except (ValueError, TypeError) as error:
                raise ArchiveError(
                    str(path),
                    number,
                    "this line is no record of an import",
                    "take the file from a backup or from git",
                ) from error
    return rows


def dump(rows: Iterable[Import]) -> str:
    """The text of the file."""
    ordered = sorted(rows, key=attrgetter("article", "sha256", "file"))
    encode = json.JSONEncoder().encode
    return "".join([encode(dict(zip(_KEYS, _values(row), strict=True))) + "\n" for row in ordered])
