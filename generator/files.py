"""Files on disk: finding captures, reading them whole or not at all, writing atomically."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.errors import ArchiveError

LARGEST_CAPTURE = 16 * 2**20
"""Bytes. The longest article is far below; what is above is something else, and is not loaded."""

_IMAGE_SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"))
_NUMBER_BEHIND = re.compile(r"[-_.]\d{1,3}$")


def captures_in(source: Path, errors: list[ArchiveError]) -> Iterator[tuple[Path, str]]:
    """Every capture of a folder (the files that end in `.txt`, in order of name, folders within it too) with its
    path in the folder; or the one file that `source` is. Links to folders are not followed, so none can loop.

    Where there is no such file or folder, or one may not be opened, an error is added to `errors`.
    """
    if source.is_file():
        yield source, readable_name(source.name)
        return
    if not source.is_dir():
        errors.append(
            ArchiveError(
                readable_name(str(source)), None, "there is no such file or folder", "check the name"
            )
        )
        return

    def unreadable(error: OSError) -> None:
        errors.append(
            ArchiveError(
                readable_name(str(error.filename)),
                None,
                "the folder cannot be opened",
                "give yourself the right to read it",
            )
        )

    for folder, folders, names in os.walk(source, onerror=unreadable):
        folders.sort()
        within = Path(folder).relative_to(source).as_posix()
        prefix = "" if within == "." else f"{within}/"
        for name in sorted(names):
            if name.lower().endswith(".txt") and not name.startswith("."):
                yield Path(folder, name), readable_name(prefix + name)


def images_beside(capture: Path) -> tuple[Path, ...]:
    """The image files that lie beside a capture and bear its name, perhaps with a number behind: for
    `001_6042fdc2a50a12db.txt` the files `001_6042fdc2a50a12db.jpg`, `001_6042fdc2a50a12db-2.png`, in order."""
    return _images(str(capture.parent)).get(capture.stem, ())


@lru_cache(maxsize=64)
def _images(folder: str) -> dict[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(Path(folder).iterdir()):
        if path.suffix.lower() in _IMAGE_SUFFIXES:
            for stem in {path.stem, _NUMBER_BEHIND.sub("", path.stem)}:
                found.setdefault(stem, []).append(path)
    return {stem: tuple(paths) for stem, paths in found.items()}


def readable_name(name: str) -> str:
    """A file's name as text that can be written anywhere: bytes that are no UTF-8 as `\\xNN`, line ends as `\\n`."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return text.replace("\n", "\\n").replace("\r", "\\r")


def read_whole(path: Path) -> bytes:
    """The bytes of a capture, as they are at one moment.

    Raises `ArchiveError` for a file that is too large, cannot be opened, or changes while it is read.
    """
    try:
        with path.open("rb", buffering=0) as file:
            before = os.fstat(file.fileno())
            if before.st_size > LARGEST_CAPTURE:
                raise ArchiveError(
                    readable_name(str(path)),
                    None,
                    f"the file has {before.st_size / 2**20:,.0f} MB, more than any article "
                    f"({LARGEST_CAPTURE // 2**20} MB)",
                    "take out what is not the article",
                )
            data = file.read()
            after = os.fstat(file.fileno())
    except PermissionError as error:
        raise ArchiveError(
            readable_name(str(path)), None, "the file may not be read", "give yourself the right to read it"
        ) from error
    except FileNotFoundError as error:
        hint = "the link points to nothing" if path.is_symlink() else "the file is gone"
        raise ArchiveError(readable_name(str(path)), None, hint, "restore it, or delete the link") from error
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise ArchiveError(readable_name(str(path)), None, what, "check the disk") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        what = "the file changed while it was read"
        raise ArchiveError(readable_name(str(path)), None, what, "import again when it is complete")
    return data


def write_atomically(path: Path, content: str | bytes, *, by: str = "") -> None:
    """The file is at every moment either as it was or as it shall be. Where several processes may write it at once,
    each is given a name of its own, `by`."""
    partial = path.with_name(f".{path.name}{by}.part")
    data = content.encode() if isinstance(content, str) else content
    try:
        partial.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
    partial.replace(path)
