"""Files that are whole or count as none: pieces of bytes with a checksum after them, put in place in one step."""

import os
import tempfile
import time
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

_CHECK = 4
"""Bytes of the checksum, CRC-32."""
_PART = ".part"
_ABANDONED = 3600
"""Seconds after which a file half written belongs to a build that was stopped."""


class Reader:
    """The pieces of one file, in order. OSError where there is none, ValueError where it is shorter than asked for."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._left = os.fstat(self._file.fileno()).st_size - _CHECK
        self._check = 0

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def take(self, length: int) -> bytes:
        """The next so many bytes."""
        self._left -= length
        if length < 0 or self._left < 0:
            raise ValueError("the file is cut short")
        data = self._file.read(length)
        self._check = zlib.crc32(data, self._check)
        return data

    def close(self) -> None:
        """ValueError where not all was taken, or what was taken is not what was written."""
        if self._left or self._file.read() != self._check.to_bytes(_CHECK, "little"):
            raise ValueError("the file is damaged")


def write(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Puts the pieces where `path` says, in one step; OSError where that cannot be."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=_PART, delete=False) as file:
        part = Path(file.name)
        try:
            check = 0
            for piece in pieces:
                check = zlib.crc32(piece, check)
                file.write(piece)
            file.write(check.to_bytes(_CHECK, "little"))
            file.close()
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def tidy(folder: Path, prefix: str, keep: Iterable[str]) -> None:
    """Deletes the files of `folder` with that beginning that are neither named in `keep` nor being written."""
    names = {*keep}
    for path in sorted(folder.glob(f"{prefix}*")):
        old = path.suffix != _PART or path.stat().st_mtime < time.time() - _ABANDONED
        if old and path.name not in names:
            path.unlink(missing_ok=True)
