"""From the bytes of one file to a `Capture`: encoding, line ends, identity; a clear word where it is none."""

import codecs
import hashlib
import re
from collections.abc import Callable
from datetime import date
from functools import partial

from charset_normalizer import from_bytes

from generator.errors import ArchiveError
from generator.model import Capture

MAX_BYTES = 16_000_000
"""A larger file is refused; whoever opens files looks at the size before reading."""
MAX_LINE = 200_000
"""Characters in one line: a long book chapter. More is a page that lost its line breaks."""
MAX_LINES = 100_000
MAX_HEADLINE = 1_000

HEADER = re.compile(r"(?:^|(?<=\s))date\s+(\d{4}-\d{2}-\d{2})(?:\s+|$)")
"""The first line's date; text may stand before it, the headline stands behind it."""

_ID = re.compile(r"(?:^|[_\W])([0-9a-f]{16})(?:\.[^.]*)?$")
_CONTROLS = (
    *(
        "NUL",
        "SOH",
        "STX",
        "ETX",
        "EOT",
        "ENQ",
        "ACK",
        "BEL",
        "BS",
        "TAB",
        "LF",
        "VT",
        "FF",
        "CR",
        "SO",
        "SI",
    ),
    *(
        "DLE",
        "DC1",
        "DC2",
        "DC3",
        "DC4",
        "NAK",
        "SYN",
        "ETB",
        "CAN",
        "EM",
        "SUB",
        "ESC",
        "FS",
        "GS",
        "RS",
        "US",
    ),
)
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "iso8859_2",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
_LATIN = ("cp1252", "cp1250", "iso8859_2")
_WRITTEN = frozenset(
    "äöüßÄÖÜéèêëàâçñáíóúôûîïõãìòùœæÿÉÈÊËÀÂÇÑÁÍÓÚÔÛÎÏÕÃÌÒÙŒÆåøÅØąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžýČĎĚŇŘŠŤŮŽÝőűŐŰ"
    "„“”‘’‚–—…«»‹›•·°§€£©®™½¼²³ªº¡¿´\u00a0\u00ad"
)
_NO_HEADER = "write `date YYYY-MM-DD HEADLINE` as the first line"


def read_capture(file: str, data: bytes) -> Capture:
    """The capture that `data` holds; `file` is its path within the captures folder.

    Raises `ArchiveError` where the bytes are no capture: empty, too large, not text, no date or headline in
    the first line. The text keeps every character but the byte order mark; line ends become `\\n`.
    """
    wrong = partial(ArchiveError, file)
    if len(data) > MAX_BYTES:
        raise wrong(
            None,
            f"the file has {len(data):,} bytes, more than {MAX_BYTES:,}",
            "one capture is one article; split or delete the file",
        )
    if not data.strip(b"\0 \t\r\n\f\v"):
        what = "the file holds nothing but NUL characters" if b"\0" in data else "the file is empty"
        raise wrong(None, what, "capture the page again, or delete the file")
    text, encoding = _decode(file, data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _check_lines(file, text)
    _check_header(file, text)
    digest = hashlib.sha256(data).hexdigest()
    found = _ID.search(file.rsplit("/", 1)[-1])
    return Capture(found[1] if found else digest[:16], file, digest, encoding, text)


def header_of(text: str) -> tuple[int, str, str, str]:
    """Line number, text before, date and headline of the first non-blank line; no date, empty date."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = HEADER.search(line)
            if found is None:
                return number, "", "", line.strip()
            return number, line[: found.start()].strip(), found[1], line[found.end() :].strip()
    return 1, "", "", ""


def _decode(file: str, data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), name
            except UnicodeDecodeError as error:
                if name == "utf-8-sig":
                    break
                raise ArchiveError(
                    file,
                    None,
                    f"the file begins as {name.upper()} but is not: byte {error.start:,} does not fit",
                    "save it again as UTF-8",
                ) from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text:
            return text, "utf-8"
    wide = _without_mark(data)
    if wide:
        return wide
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise ArchiveError(
            file,
            line,
            "the line holds a NUL character (U+0000), so this is not a text file",
            "capture the page again as text, or delete the file",
        )
    return _legacy(data)


def _without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: ASCII letters leave a NUL in every second byte, all on the same side."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if max(even, odd) < 4 * (min(even, odd) + 1) or len(data) % 2:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, name)


def _legacy(data: bytes) -> tuple[str, str]:
    """Text in one of the encodings from before UTF-8.

    A file that is UTF-8 but for a few stray bytes (a sentence pasted from elsewhere) stays UTF-8, and the
    strays are read as Windows Western. Otherwise charset-normalizer tells; where it finds nothing the bytes
    are Latin-1, which always fits.
    """
    strays = len(data.decode("utf-8", "ignore").encode()) - len(data)
    high = sum(byte > 127 for byte in data[:1_000_000])
    if -strays * 2 < high:
        return data.decode("utf-8", "western"), "utf-8"
    best = from_bytes(data[:200_000], cp_isolation=_LEGACY).best()
    names = (
        [best.encoding]
        if best is not None and best.encoding not in _LATIN
        else sorted(_LATIN, key=_strange(data))
    )
    for name in (*names, "cp1252"):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _strange(data: bytes) -> Callable[[str], int]:
    """Counts for an encoding the characters that no language of its family writes.

    charset-normalizer takes short German for Central European and Polish for Western; within the Latin family
    the letters themselves tell, and of equals the first of `_LATIN` is taken.
    """
    high = bytes(byte for byte in data[:200_000] if byte > 127)

    def count(name: str) -> int:
        return sum(character not in _WRITTEN for character in high.decode(name, "replace"))

    return count


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in stray), error.end


codecs.register_error("western", _western)


def _check_lines(file: str, text: str) -> None:
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        raise ArchiveError(
            file,
            None,
            f"the file has {lines:,} lines, more than {MAX_LINES:,}",
            "one capture is one article; split or delete the file",
        )
    if len(text) > MAX_LINE:
        for number, long in enumerate(text.split("\n"), 1):
            if len(long) > MAX_LINE:
                raise ArchiveError(
                    file,
                    number,
                    f"the line has {len(long):,} characters, more than {MAX_LINE:,}",
                    "break it into paragraphs, or delete the file",
                )
    found = _REFUSED.search(text)
    if found:
        code = ord(found[0])
        name = _CONTROLS[code] if code < 32 else "DEL"
        line = text.count("\n", 0, found.start()) + 1
        kind = "a NUL character" if code == 0 else f"a control character, {name}"
        raise ArchiveError(
            file,
            line,
            f"the line holds {kind} (U+{code:04X})",
            "delete the character, or capture the page again as text",
        )


def _check_header(file: str, text: str) -> None:
    number, _, day, headline = header_of(text)
    if not day:
        raise ArchiveError(file, number, "the first line has no date", _NO_HEADER)
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ArchiveError(file, number, f"the date {day} does not exist", _NO_HEADER) from None
    if not headline:
        raise ArchiveError(file, number, "the first line has no headline after its date", _NO_HEADER)
    if len(headline) > MAX_HEADLINE:
        raise ArchiveError(
            file,
            number,
            f"the headline has {len(headline):,} characters, more than {MAX_HEADLINE:,}",
            "put a line break where the headline ends",
        )
