"""A built site in one file for reading offline: the zip. `zim.py` makes the ZIM.

The same site gives the same bytes: entries are in order of path, and their date is that of the newest article.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ArchiveError
from generator.slug import slugify

_DEFLATE = 9
_READABLE = 0o644 << 16
"""Rights of a file, where the zip keeps them (the upper half of the external attributes)."""


@dataclass(frozen=True, slots=True)
class Site:
    """What a built site says of itself."""

    folder: Path
    paths: tuple[str, ...]
    """Every file, in order."""
    title: str
    description: str
    language: str
    """ISO 639-1."""
    articles: frozenset[str]
    """The paths of the articles."""
    newest: str
    """The day of the newest article, `2023-12-30`; empty without one."""


def read_site(folder: Path) -> Site:
    """The site in a folder. Raises `ArchiveError` where none is built there."""
    try:
        feed = json.loads((folder / "feeds/all.json").read_text("utf-8"))
        rows = [json.loads(line) for line in (folder / "catalogue.jsonl").read_text("utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise ArchiveError(
            str(folder), None, f"there is no built site ({error})", "run `pressmark build` first"
        ) from error
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    base = feed.get("home_page_url", "").removesuffix("index.html")
    return Site(
        folder=folder,
        paths=tuple(paths),
        title=feed["title"],
        description=feed.get("description") or feed["title"],
        language=feed.get("language", ""),
        articles=frozenset(row["address"].removeprefix(base) for row in rows),
        newest=max((row["published"][:10] for row in rows), default=""),
    )


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A file beside the target to write to; it takes the target's place when all has gone well."""
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(target)
    except OSError as error:
        what = f"the file cannot be written ({error.strerror})"
        raise ArchiveError(str(target), None, what, "choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def write_zip(site: Site, target: Path, progress: Callable[[int], None] = lambda done: None) -> None:
    """The whole folder, below one named for the archive; `progress` is told how many files are in."""
    year, month, day = map(int, (site.newest or "1980-01-01").split("-"))
    stamp = (max(1980, year), month, day, 0, 0, 0)  # zip knows no earlier year
    top = slugify(site.title) or "archive"
    with unfinished(target) as part, zipfile.ZipFile(part, "w") as bundle:
        for done, path in enumerate(site.paths, 1):
            entry = zipfile.ZipInfo(f"{top}/{path}", stamp)
            entry.external_attr = _READABLE
            entry.create_system = 3  # Unix, whatever this machine is
            bundle.writestr(entry, (site.folder / path).read_bytes(), zipfile.ZIP_DEFLATED, _DEFLATE)
            progress(done)
