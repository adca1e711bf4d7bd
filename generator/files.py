"""Files on disk: finding captures, reading them whole or not at all, writing atomically.

Paths are plain text here where there is one for each capture: `pathlib` takes as long as the system itself.
"""

# ruff: noqa: PTH103, PTH105, PTH114, PTH118, PTH120, PTH208

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.errors import ArchiveError

LARGEST_CAPTURE = 16 * 2**20
"""Bytes. The longest article is far below; what is above is something else, and is not loaded."""

_IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
_NUMBER_BEHIND = re.compile(r"[-_.]\d{1,3}$")
_AS_BYTES = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def captures_in(source: Path, errors: list[ArchiveError]) -> Iterator[tuple[str, str]]:
    """The path of every capture of a folder (the files that end in `.txt`, in order of name, folders within it too)
    with its path in the folder; or the one file that `source` is. Links to folders are not followed, so none can loop.

    Where there is no such file or folder, or one may not be opened, an error is added to `errors`.
    """
    if source.is_file():
        yield str(source), readable_name(source.name)
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
        beside = str(Path(folder, "_"))[:-1]
        for name in sorted(names):
            if name.lower().endswith(".txt") and not name.startswith("."):
                yield beside + name, readable_name(prefix + name)


def images_beside(capture: str) -> tuple[Path, ...]:
    """The image files that lie beside a capture and bear its name, perhaps with a number behind: for
    `001_6042fdc2a50a12db.txt` the files `001_6042fdc2a50a12db.jpg`, `001_6042fdc2a50a12db-2.png`, in order."""
    images = _images(os.path.dirname(capture))
    return images.get(Path(capture).stem, ()) if images else ()


@lru_cache(maxsize=64)
def _images(folder: str) -> dict[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    names = [name for name in os.listdir(folder or ".") if name.lower().endswith(_IMAGE_SUFFIXES)]
    for path in [Path(folder, name) for name in sorted(names)]:
        for stem in {path.stem, _NUMBER_BEHIND.sub("", path.stem)}:
            found.setdefault(stem, []).append(path)
    return {stem: tuple(paths) for stem, paths in found.items()}


def readable_name(name: str) -> str:
    """A file's name as text that can be written anywhere: bytes that are no UTF-8 as `\\xNN`, line ends as `\\n`."""
    text = name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")
    return text.replace("\n", "\\n").replace("\r", "\\r")


def read_whole(path: str | Path) -> bytes:
    """The bytes of a capture, as they are at one moment.

    Raises `ArchiveError` for a file that is too large, cannot be opened, or changes while it is read.
    """
    try:
        file = os.open(path, os.O_RDONLY | _AS_BYTES)
        try:
            before = os.fstat(file)
            if before.st_size > LARGEST_CAPTURE:
                raise ArchiveError(
                    readable_name(str(path)),
                    None,
                    f"the file has {before.st_size / 2**20:,.0f} MB, more than any article "
                    f"({LARGEST_CAPTURE // 2**20} MB)",
                    "take out what is not the article",
                )
            data = _read(file, before.st_size + 1)
            after = os.fstat(file)
        finally:
            os.close(file)
    except PermissionError as error:
        raise ArchiveError(
            readable_name(str(path)), None, "the file may not be read", "give yourself the right to read it"
        ) from error
    except FileNotFoundError as error:
        hint = "the link points to nothing" if os.path.islink(path) else "the file is gone"
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


def _read(file: int, most: int) -> bytes:
    data = os.read(file, most)
    while 0 < len(data) < most and (more := os.read(file, most - len(data))):
        data += more
    return data


def write_atomically(path: str | Path, content: str | bytes, *, by: str = "") -> None:
    """The file is at every moment either as it was or as it shall be. Where several processes may write it at once,
    each is given a name of its own, `by`."""
    folder, name = os.path.split(path)
    partial = os.path.join(folder, f".{name}{by}.part")
    data = content.encode() if isinstance(content, str) else content
    try:
        _write(partial, data)
    except FileNotFoundError:
        os.makedirs(folder or ".", exist_ok=True)
        _write(partial, data)
    os.replace(partial, path)


def _write(path: str, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AS_BYTES, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)
