"""Many captures: as many processes as wanted, the same result; what is shared by all of them costs little."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from generator import ledger
from generator.article_file import draft, read, write
from generator.books import original_path
from generator.files import write_atomically
from generator.ingest import ingest
from generator.model import Article, Paragraph, Provenance
from generator.versions import MOST, Sketch, Sketches, reason_for_one
from tests.made import HARBOUR, STORM, files, put

TODAY = "2024-05-01"
COUNTS = "one two three four five six seven eight nine ten eleven twelve"


def captures_of(folder: Path, number: int) -> Path:
    """Captures of which some are the same bytes, some versions of another, some without a date."""
    texts = {}
    for n in range(number):
        text = STORM.replace("for a week", f"for {n // 4} weeks")
        if n % 4 == 1:
            text = text.replace("Nothing will sail", "No boat will sail")
        if n % 7 == 3:
            text = text.replace("date ", "")
        texts[f"{n:04x}"] = text
    return put(folder, **texts)


def test_original_captures_are_kept_byte_for_byte_whatever_the_workers(tmp_path: Path) -> None:
    captures = captures_of(tmp_path / "captures", 80)
    contents = []
    for workers in (1, 3):
        content = tmp_path / str(workers)
        report = ingest([captures], content, TODAY, workers=workers)
        assert report.outcomes["same bytes again"]
        assert report.outcomes["newer version"]
        assert report.errors
        contents.append((files(content), report.outcomes, report.notes, report.errors))
        for row in ledger.load(content):
            kept = (content / original_path(row.sha256)).read_bytes()
            assert kept == (captures / row.file).read_bytes()
        assert not list(content.rglob(".*"))
    assert contents[0] == contents[1]


@pytest.mark.parametrize("most", [0, 1500])
def test_long_captures_go_through_the_steps_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    captures = captures_of(tmp_path / "captures", 20)
    whole = ingest([captures], tmp_path / "whole", TODAY, workers=1)
    monkeypatch.setattr("generator.ingest._MOST_TEXT", most)
    parts = ingest([captures], tmp_path / "parts", TODAY, workers=1)
    assert (parts.outcomes, parts.errors) == (whole.outcomes, whole.errors)
    assert files(tmp_path / "parts") == files(tmp_path / "whole")


def test_a_capture_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    captures = put(tmp_path / "captures", a1=HARBOUR, b2="No date in here\n\nText.\n")
    assert len(ingest([captures], tmp_path / "content", TODAY).errors) == 1
    assert len(list((tmp_path / "content" / "originals").rglob("*.txt"))) == 1


def test_importing_again_restores_no_original_a_person_has_deleted(tmp_path: Path) -> None:
    captures = put(tmp_path / "captures", a1=HARBOUR)
    content = tmp_path / "content"
    ingest([captures], content, TODAY)
    next((content / "originals").rglob("*.txt")).unlink()
    ingest([captures], content, TODAY, again=True)
    assert not list((content / "originals").rglob("*.txt"))


@pytest.mark.parametrize("stopped", ["write", "rename"])
def test_an_import_that_is_stopped_leaves_no_half_file(
    stopped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped at every file in turn: what is there under its own name is whole."""
    captures = put(tmp_path / "captures", a1=HARBOUR, b2=STORM)
    ingest([captures], tmp_path / "whole", TODAY, workers=1)
    whole = files(tmp_path / "whole")
    plain: Callable[..., object] = getattr(os, "write" if stopped == "write" else "replace")
    for at in range(len(whole)):
        left = count(at, -1)

        def step(file: object, given: object, left: Iterator[int] = left) -> object:
            if next(left) <= 0:
                if isinstance(given, memoryview):
                    plain(file, given[: len(given) // 2])
                raise KeyboardInterrupt
            return plain(file, given)

        content = tmp_path / f"stopped{at}"
        with monkeypatch.context() as patch:
            patch.setattr(os, "write" if stopped == "write" else "replace", step)
            with pytest.raises(KeyboardInterrupt):
                ingest([captures], content, TODAY, workers=1)
        for name, data in files(content).items():
            assert Path(name).name.startswith(".") or data == whole[name]
        ingest([captures], content, TODAY, workers=1)
        assert {n: d for n, d in files(content).items() if not Path(n).name.startswith(".")} == whole


def test_a_file_written_by_two_processes_at_once_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "ab" / "abc.txt"
    write_atomically(path, b"one", by=".1")
    write_atomically(path, b"one", by=".2")
    assert [name for name in os.listdir(path.parent)] == ["abc.txt"]  # noqa: PTH208, C416
    assert path.read_bytes() == b"one"


def test_a_draft_is_the_file_whatever_the_slug_and_the_day() -> None:
    article = Article(
        "Harbour: opens again",
        "2024-03-12",
        (Paragraph("Text."),),
        lang="en",
        summary="Text.",
        tags=("Norway",),
    )
    capture = Provenance("a" * 16, "001.txt", "b" * 64)
    for slug, imported in (("harbour", "2024-05-01"), ("2024", "2024-05-02"), ("", "")):
        entered = replace(article, slug=slug, capture=replace(capture, imported=imported))
        text = draft(replace(article, capture=capture)).text(slug, imported)
        assert text == write(entered)
        assert read(text, "a.md").article == entered


def article(number: int, first: str, title: str = "") -> Article:
    text = " ".join(f"{word} {number}" for word in COUNTS.split())
    body = (Paragraph(first), Paragraph(text))
    return Article(
        title or f"Headline {number}", "2024-03-12", body, capture=Provenance(f"{number:016x}", "a.txt", "")
    )


def test_a_short_line_of_the_page_before_the_text_makes_no_articles_alike() -> None:
    sketches = Sketches(Sketch.of(article(n, "Staff Writer")) for n in range(100))
    assert sketches.like(Sketch.of(article(100, "Staff Writer"))) == []
    again = Sketch.of(article(7, "Reporter", "Another headline"))._replace(id="f" * 16)
    assert [other.id for other in sketches.like(again)] == [f"{7:016x}"]


def test_a_long_line_of_the_page_before_the_text_makes_no_articles_alike() -> None:
    line = "This article is more than two years old and may have been overtaken by later events since."
    few = Sketches(Sketch.of(article(n, line)) for n in range(MOST))
    assert len(few.like(Sketch.of(article(100, line)))) == MOST
    many = Sketches(Sketch.of(article(n, line)) for n in range(MOST + 1))
    assert many.like(Sketch.of(article(100, line))) == []
    assert many.like(Sketch.of(article(100, line, "Headline 3"))) == [Sketch.of(article(3, line))]


def test_of_many_articles_with_one_headline_the_latest_are_compared() -> None:
    sketches = Sketches(Sketch.of(article(n, f"The text of day {n}.", "Letters")) for n in range(100))
    found = [other.id for other in sketches.like(Sketch.of(article(100, "Other.", "LETTERS")))]
    assert found == [f"{n:016x}" for n in range(100 - MOST, 100)]


def test_articles_a_week_apart_are_not_compared() -> None:
    sketches = Sketches([Sketch.of(article(1, "Text."))])
    for day, near in (("2024-03-09", 1), ("2024-03-15T10:00", 1), ("2024-03-08", 0), ("2024-03-16", 0)):
        other = Sketch.of(article(1, "Text."))._replace(id="f" * 16, date=day)
        assert len(sketches.like(other)) == near


def test_captures_that_begin_with_one_line_of_the_page_are_not_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def told(one: Article, other: Article) -> str | None:
        compared.append(one.title)
        return reason_for_one(one, other)

    monkeypatch.setattr("generator.books.reason_for_one", told)
    texts = {}
    for n in range(60):
        text = " ".join(f"{word}{n}" for word in COUNTS.split() * 6)
        texts[f"{n:04x}"] = f" date 2024-03-12 Headline {n}\n\nStaff Writer\n\n{text}.\n"
    texts["ff"] = texts["0007"].replace("Headline 7", "Headline seven")
    report = ingest([put(tmp_path / "captures", **texts)], tmp_path / "content", TODAY, workers=1)
    assert report.outcomes == {"new": 60, "newer version": 1}
    assert compared == ["Headline seven"]
