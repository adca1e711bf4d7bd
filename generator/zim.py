"""A built site as a ZIM, the file that Kiwix reads (https://wiki.openzim.org/wiki/ZIM_file_format).

The pages are those of the site, and its own search works in it; libzim makes no index but that of the titles, since one
of the texts would double the file. The random UUIDs it writes are replaced, so that the same site gives the same bytes.
"""

import hashlib
import mimetypes
import os
import re
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from mmap import mmap
from pathlib import Path

import pycountry
from libzim.writer import Creator, FileProvider, Hint, Item

from generator.bundle import Site, unfinished
from generator.slug import slugify

_NOT_THERE = ("sw.js", "offline/")
"""Beginnings of paths that a reader of ZIMs has no use for: it is offline already."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 30, 80
"""Characters; more are refused by zimcheck (https://wiki.openzim.org/wiki/Metadata)."""
_UUID, _CHECKSUM_AT = slice(8, 24), 72
"""Where the header has the UUID and the place of the MD5 checksum, which is the end of the file."""
_XAPIAN = b"\x0f\rXapian Glass"
"""What an index of titles begins with; two bytes of its version follow, then its UUID
(https://github.com/xapian/xapian/blob/master/xapian-core/backends/glass/glass_version.cc)."""
_SIDE = 48
"""Pixels on each side of the picture that a ZIM must have."""


class _File(Item):
    """One file of the site."""

    def __init__(self, site: Site, path: str) -> None:
        super().__init__()
        self._file, self._path = site.folder / path, path
        self._article = path in site.articles

    def get_path(self) -> str:
        return self._path

    def get_title(self) -> str:
        if not self._path.endswith(".html"):
            return ""
        found = _TITLE.search(self._file.read_text("utf-8"))
        return unescape(found[1]) if found else ""

    def get_mimetype(self) -> str:
        return media_type(self._path)

    def get_contentprovider(self) -> FileProvider:
        return FileProvider(self._file)

    def get_hints(self) -> dict[Hint, int]:
        return {
            Hint.FRONT_ARTICLE: self._article,  # type: ignore[misc]
            Hint.COMPRESS: not self._path.endswith((".woff2", ".png", ".jpg")),  # type: ignore[misc]
        }


def media_type(path: str) -> str:
    """The media type of a file by its name, whatever the machine's own table says of it."""
    known = {
        ".html": "text/html",
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".json": "application/json",
        ".jsonl": "application/jsonl",
        ".csv": "text/csv",
        ".xml": "application/xml",
        ".txt": "text/plain",
        ".woff2": "font/woff2",
    }
    suffix = Path(path).suffix.lower()
    return known.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")


def write_zim(site: Site, target: Path, progress: Callable[[int], None] = lambda done: None) -> None:
    """The whole site as a ZIM; `progress` is told how many files are in."""
    language = pycountry.languages.get(alpha_2=site.language[:2])
    with unfinished(target) as part:
        part.unlink(missing_ok=True)
        with _silent(), Creator(part).config_indexing(False, "").config_nbworkers(1) as creator:
            creator.set_mainpath("index.html")
            for done, path in enumerate(site.paths, 1):
                if not path.startswith(_NOT_THERE):
                    creator.add_item(_File(site, path))
                progress(done)
            creator.add_illustration(_SIDE, picture())
            metadata = {
                "Name": slugify(site.title) or "archive",
                "Title": _cut(site.title, _LONGEST_TITLE),
                "Description": _cut(site.description, _LONGEST_DESCRIPTION),
                "Language": language.alpha_3 if language else "und",
                "Creator": site.title,
                "Publisher": site.title,
                "Date": site.newest or "1970-01-01",
                "Scraper": "Pressmark",
            }
            for name, value in metadata.items():
                creator.add_metadata(name, value)
        _settle_uuids(part)


@contextmanager
def _silent() -> Iterator[None]:
    """Keeps from the standard output what libzim itself says there of its steps."""
    sys.stdout.flush()
    kept = os.dup(1)
    try:
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _settle_uuids(path: Path) -> None:
    """Puts a UUID made of the content in place of the random one, none in place of that of the index of titles, and
    the checksum right."""
    with path.open("r+b") as file, mmap(file.fileno(), 0) as data:
        (end,) = struct.unpack_from("<Q", data, _CHECKSUM_AT)
        data[_UUID] = bytes(16)
        index = data.find(_XAPIAN)
        while index >= 0:
            start = index + len(_XAPIAN) + 2
            data[start : start + 16] = bytes(16)
            index = data.find(_XAPIAN, start)
        with memoryview(data)[:end] as content:
            data[_UUID] = hashlib.sha256(content).digest()[:16]
            data[end : end + 16] = hashlib.md5(content, usedforsecurity=False).digest()


def picture() -> bytes:
    """The site's sign, a sheet with lines on it, as a PNG of 48 × 48 pixels (https://www.w3.org/TR/png-3/)."""
    dark, light = b"\x1b\x1b\x18", b"\xfc\xfc\xf9"
    lines = [(9, 14), (18, 21), (25, 27), (31, 33), (37, 39)]

    def row(y: int) -> bytes:
        on = any(start <= y < end for start, end in lines)
        return b"\x00" + dark * 9 + (light if on else dark) * (_SIDE - 18) + dark * 9

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(map(row, range(_SIDE))), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
