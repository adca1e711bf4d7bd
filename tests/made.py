"""Captures and archives made for tests, in the shape of real ones."""

import os
from pathlib import Path

from generator.cli import main

ROOT = Path(__file__).parent.parent

HARBOUR = """ date 2024-03-12 Harbour reopens after the storm

12 March 2024, 09:05

Boats leaving Pennavar harbour at dawn
Boats leaving Pennavar harbour at dawn. Picture: Ines Falk

By Ruth Adair and Tom Hale

The harbour at Pennavar opened again on Tuesday, eight days after the storm closed it.

Listen to this article

Read more: Storm closes harbour for a week

The first boat out was bound for Bergen in Norway with two tonnes of ice.
"""

STORM = """ date 2024-03-04 Storm closes harbour for a week

4 March 2024, 18:30

By Ruth Adair

A storm out of the north-west has closed the harbour at Pennavar. Nothing will sail to Norway before Tuesday.

Read more: Lighthouse keeper counts the waves
"""


def put(folder: Path, **captures: str) -> Path:
    """Writes captures into a folder: `put(folder, a1="…")` makes `001_a100000000000000.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (id, text) in enumerate(captures.items(), 1):
        (folder / f"{number:03}_{id:0<16}.txt").write_text(text, "utf-8", newline="")
    return folder


def ingest(captures: Path, content: Path, *options: str) -> int:
    """`pressmark ingest`, with the day of import held still; its exit status."""
    os.environ["SOURCE_DATE_EPOCH"] = "1714521600"
    return main(["ingest", str(captures), "--content", str(content), *options])


def build(content: Path, output: Path, *options: str) -> int:
    """`pressmark build` with the shipped settings; its exit status."""
    return main(["build", "--content", str(content), "--output", str(output), *options])


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
