"""Bytes to a capture: encodings, line ends, identity, and the words for what is no capture."""

import hashlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.capture import MAX_BYTES, MAX_HEADLINE, MAX_LINE, MAX_LINES, read_capture
from generator.errors import ArchiveError

AGAIN = "capture the page again, or delete the file"
WRITE = "write `date YYYY-MM-DD HEADLINE` as the first line"
GERMAN = (
    " date 2020-01-02 Größere Brücke für Süderhafen\n\nDie Straße führt über den Fluß, sagt Frau Möller.\n"
)
POLISH = " date 2020-01-02 Nowy most już otwarty\n\nMieszkańcy są zadowoleni, że łączy obie części. Źle było dość.\n"
ENGLISH = " date 2020-01-02 “Plain” talk at the quay\n\nThe café’s façade cost £5 – no more.\n"
RUSSIAN = " date 2020-01-02 Новый мост\n\nСегодня в городе открыли новый мост через реку, сообщил мэр.\n"


@pytest.mark.parametrize(
    ("text", "encoding", "recorded"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8-sig", "utf-8-sig"),
        (GERMAN, "utf-16", "utf-16-le"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-32", "utf-32-le"),
        (GERMAN, "cp1252", "cp1252"),
        (GERMAN, "latin-1", "cp1252"),
        (ENGLISH, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859_2", "iso8859_2"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_found_and_recorded(text: str, encoding: str, recorded: str) -> None:
    capture = read_capture("a.txt", text.encode(encoding))
    assert (capture.text, capture.encoding) == (text, recorded)


def test_a_stray_western_byte_leaves_the_rest_utf8() -> None:
    data = GERMAN.encode() + b"\nThe caf\xe9 \x93quoted\x94.\n"
    capture = read_capture("a.txt", data)
    assert capture.text == GERMAN + "\nThe café “quoted”.\n"
    assert capture.encoding == "utf-8"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_become_line_feeds(ends: str) -> None:
    assert read_capture("a.txt", ENGLISH.replace("\n", ends).encode()).text == ENGLISH


def test_mixed_line_ends_become_line_feeds() -> None:
    assert read_capture("a.txt", b"date 2020-01-02 A b\r\n\rc\nd").text == "date 2020-01-02 A b\n\nc\nd"


def test_other_separators_stay_where_they_are() -> None:
    text = "date 2020-01-02 A b\n\none\u2028two\x0cthree\x85four\x0bfive"
    assert read_capture("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("000_6042fdc2a50a12db.txt", "6042fdc2a50a12db"),
        ("2023/017_0123456789abcdef.txt", "0123456789abcdef"),
        ("0123456789abcdef", "0123456789abcdef"),
        ("harbour.txt", None),
        ("000_6042FDC2A50A12DB.txt", None),
        ("000_6042fdc2a50a12db0.txt", None),
        ("0123456789abcdef/harbour.txt", None),
    ],
)
def test_the_id_comes_from_the_name_else_from_the_bytes(file: str, expected: str | None) -> None:
    data = ENGLISH.encode()
    digest = hashlib.sha256(data).hexdigest()
    capture = read_capture(file, data)
    assert capture.id == (expected or digest[:16])
    assert capture.sha256 == digest
    assert capture.file == file


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.txt: the file is empty; " + AGAIN),
        (b" \r\n\t\n", "x.txt: the file is empty; " + AGAIN),
        (b"\0" * 50, "x.txt: the file holds nothing but NUL characters; " + AGAIN),
        (
            b"date 2020-01-02 A b\n\nc\0d",
            "x.txt:3: the line holds a NUL character (U+0000), so this is not a text file; "
            "capture the page again as text, or delete the file",
        ),
        (
            b"date 2020-01-02 A b\n\nc\x07d",
            "x.txt:3: the line holds a control character, BEL (U+0007); "
            "delete the character, or capture the page again as text",
        ),
        (b"Storm at the quay\n\nText.", "x.txt:1: the first line has no date; " + WRITE),
        (b"\n\nUpdate 2020-01-02\n", "x.txt:3: the first line has no date; " + WRITE),
        (
            b"date 2023-02-30 Storm\n",
            "x.txt:1: the date 2023-02-30 does not exist; " + WRITE,
        ),
        (
            b"date 2023-02-20\n\nText.",
            "x.txt:1: the first line has no headline after its date; " + WRITE,
        ),
        (
            b"date 2023-02-20 " + b"a " * MAX_HEADLINE,
            "x.txt:1: the headline has 1,999 characters, more than 1,000; put a line break where the headline ends",
        ),
        (
            b"date 2023-02-20 A\n" + b"a" * (MAX_LINE + 1),
            "x.txt:2: the line has 200,001 characters, more than 200,000; "
            "break it into paragraphs, or delete the file",
        ),
        (
            b"date 2023-02-20 A\n" + b"a\n" * MAX_LINES,
            "x.txt: the file has 100,002 lines, more than 100,000; "
            "one capture is one article; split or delete the file",
        ),
        (
            b"a" * (MAX_BYTES + 1),
            "x.txt: the file has 16,000,001 bytes, more than 16,000,000; "
            "one capture is one article; split or delete the file",
        ),
        (
            b"\xff\xfed\0a\0t\0e",
            "x.txt: the file begins as UTF-16-LE but is not: byte 8 does not fit; save it again as UTF-8",
        ),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_what_is_no_capture_is_named(data: bytes, message: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        read_capture("x.txt", data)
    assert str(raised.value) == message


@pytest.mark.parametrize("before", ["", " ", "The Skarrow Courier ", "\u00a0", "\ufeff", "date "])
def test_text_may_stand_before_the_date(before: str) -> None:
    assert read_capture("a.txt", f"{before}date 2020-01-02 A b\n".encode()).text.endswith(
        "date 2020-01-02 A b\n"
    )


@given(st.binary(max_size=300))
def test_any_bytes_give_a_capture_or_a_clear_word(data: bytes) -> None:
    with suppress(ArchiveError):
        capture = read_capture("x.txt", data)
        assert "\0" not in capture.text
        assert "\r" not in capture.text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_utf8_text_comes_through_unchanged(body: str) -> None:
    text = f"date 2020-01-02 A b\n{body}"
    assert read_capture("x.txt", text.encode()).text == text
