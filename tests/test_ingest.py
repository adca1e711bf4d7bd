"""Captures become Markdown once; what a person did stays; what is wrong is named and the rest goes through."""

import os
from pathlib import Path

import pytest

from generator.article_file import read
from generator.ingest import ingest as ingest_captures
from generator.model import ReadMore
from tests.made import HARBOUR, STORM, files, ingest, put

ARTICLE = "articles/2024/03/12-harbour-reopens-after-the-storm.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    return put(tmp_path / "captures", a1=HARBOUR, b2=STORM)


def test_a_capture_becomes_markdown_with_front_matter(captures: Path, content: Path) -> None:
    assert ingest(captures, content) == 0
    article = read((content / ARTICLE).read_text("utf-8"), ARTICLE).article
    assert article.title == "Harbour reopens after the storm"
    assert article.date == "2024-03-12T09:05"
    assert article.authors == ("Ruth Adair", "Tom Hale")
    assert article.slug == "harbour-reopens-after-the-storm"
    assert "Norway" in article.tags
    assert ReadMore("Storm closes harbour for a week") in article.body
    assert article.capture is not None
    assert article.capture.id == "a100000000000000"
    assert article.capture.imported == "2024-05-01"


def test_every_line_of_the_capture_is_in_the_markdown(captures: Path, content: Path) -> None:
    ingest(captures, content)
    written = (content / ARTICLE).read_text("utf-8")
    for line in HARBOUR.split("\n")[1:]:
        for part in line.removesuffix(" Picture: Ines Falk").split(". "):
            assert part.strip() in written


def test_importing_twice_changes_nothing(captures: Path, content: Path) -> None:
    ingest(captures, content)
    before = files(content)
    times = {path: path.stat().st_mtime_ns for path in content.rglob("*.md")}
    assert ingest(captures, content) == 0
    assert files(content) == before
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*.md")} == times


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    captures = put(
        tmp_path / "captures", **{f"{n:04x}": STORM.replace("week", f"week {n}") for n in range(200)}
    )
    one, many = tmp_path / "one", tmp_path / "many"
    ingest(captures, one, "--workers", "1")
    ingest(captures, many, "--workers", "2")
    assert files(one) == files(many)
    assert len(list(one.rglob("*.md"))) == 200


def test_a_hand_edit_survives(captures: Path, content: Path) -> None:
    ingest(captures, content)
    article = content / ARTICLE
    article.write_text(article.read_text("utf-8").replace("reopens", "opens again"), "utf-8")
    edited = article.read_bytes()
    assert ingest(captures, content) == 0
    assert article.read_bytes() == edited


def test_a_deleted_article_stays_deleted(captures: Path, content: Path) -> None:
    ingest(captures, content)
    (content / ARTICLE).unlink()
    assert ingest(captures, content) == 0
    assert not (content / ARTICLE).exists()


def test_an_article_follows_its_changed_capture_and_keeps_its_address(captures: Path, content: Path) -> None:
    ingest(captures, content)
    put(
        captures,
        a1=HARBOUR.replace("Harbour reopens after", "Harbour opens after").replace("two tonnes", "3 tonnes"),
    )
    assert ingest(captures, content) == 0
    assert "3 tonnes" in (content / ARTICLE).read_text("utf-8")


def test_an_edit_and_a_changed_capture_are_both_kept(
    captures: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(captures, content)
    article = content / ARTICLE
    article.write_text(article.read_text("utf-8").replace("eight days", "nine days"), "utf-8")
    put(captures, a1=HARBOUR.replace("two tonnes", "three tonnes"))
    ingest(captures, content)
    assert "nine days" in article.read_text("utf-8")
    assert "three tonnes" in article.with_name(article.name + ".new").read_text("utf-8")
    assert "but you have changed the article: the new version is in" in capsys.readouterr().err
    edited = files(content)
    (article.with_name(article.name + ".new")).unlink()
    ingest(captures, content)
    assert files(content).keys() < edited.keys(), "what a person has settled does not come back"


def test_only_takes_other_articles_out_and_brings_them_back(tmp_path: Path, content: Path) -> None:
    samples = put(tmp_path / "samples", a1=HARBOUR)
    own = put(tmp_path / "own", b2=STORM)
    ingest(samples, content, "--only")
    edited = content / ARTICLE
    edited.write_text(edited.read_text("utf-8").replace("eight days", "nine days"), "utf-8")
    ingest(own, content, "--only")
    assert [path.name for path in (content / "articles").rglob("*.md")] == [
        "04-storm-closes-harbour-for-a-week.md"
    ]
    ingest(samples, content, "--only")
    assert [path.name for path in (content / "articles").rglob("*.md")] == [
        "12-harbour-reopens-after-the-storm.md"
    ]
    assert "nine days" in edited.read_text("utf-8")


def test_two_articles_of_one_day_and_headline_have_two_addresses(tmp_path: Path, content: Path) -> None:
    header = STORM.split("\n")[0]
    other = f"{header}\n\nThe ferry to Ormsa stays at its quay until the wind turns.\n"
    captures = put(tmp_path / "captures", a1=STORM, b2=other)
    assert ingest(captures, content) == 0
    assert sorted(path.name for path in content.rglob("*.md")) == [
        "04-storm-closes-harbour-for-a-week-b20000.md",
        "04-storm-closes-harbour-for-a-week.md",
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "bad.txt: the file is empty; "),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "bad.txt"),
        (b"Harbour reopens\n\nText.\n", "bad.txt:1: "),
        (b" date 2024-02-31 Harbour reopens\n\nText.\n", "bad.txt:1: "),
    ],
    ids=["empty", "not text", "no date", "impossible date"],
)
def test_a_bad_capture_is_named_and_the_others_go_through(
    data: bytes, error: str, captures: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (captures / "bad.txt").write_bytes(data)
    assert ingest(captures, content) == 1
    assert error in capsys.readouterr().err
    assert len(list(content.rglob("*.md"))) == 2


def test_two_captures_with_one_id_are_named(
    captures: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (captures / "900_a100000000000000.txt").write_text(STORM.replace("Storm", "Fog"), "utf-8")
    assert ingest(captures, content) == 1
    assert "the id a100000000000000 is taken by 001_a100000000000000.txt" in capsys.readouterr().err
    assert len(list(content.rglob("*.md"))) == 2


def test_a_missing_folder_is_named(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ingest(Path("nowhere"), content) == 1
    assert "nowhere: there is no such file or folder; check the name" in capsys.readouterr().err


def test_a_link_loop_and_a_dead_link_do_not_stop_the_import(
    captures: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (captures / "loop").symlink_to(captures)
    (captures / "self.txt").symlink_to("self.txt")
    (captures / "dead.txt").symlink_to("gone.txt")
    assert ingest(captures, content) == 1
    said = capsys.readouterr().err
    assert "dead.txt: the link points to nothing" in said
    assert "self.txt: " in said
    assert len(list(content.rglob("*.md"))) == 2


def test_a_name_of_bytes_that_are_no_text_can_be_imported(captures: Path, content: Path) -> None:
    with open(os.path.join(os.fsencode(captures), b"\xff\n.txt"), "w") as file:  # noqa: PTH118, PTH123
        file.write(STORM.replace("Storm", "Fog"))
    assert ingest(captures, content) == 0
    assert r"\xff\n.txt" in (content / "imports.jsonl").read_text("utf-8").replace("\\\\", "\\")


def test_a_file_too_large_for_an_article_is_not_loaded(
    captures: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (captures / "large.txt").open("wb") as file:
        file.truncate(50 * 2**20)
    assert ingest(captures, content) == 1
    assert "large.txt: the file has 50 MB, more than any article (16 MB)" in capsys.readouterr().err


def test_the_same_bytes_under_two_names_are_one_article(
    captures: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (captures / "900_c300000000000000.txt").write_text(STORM, "utf-8")
    assert ingest(captures, content) == 0
    assert len(list(content.rglob("*.md"))) == 2
    assert "900_c300000000000000.txt" in capsys.readouterr().err
    assert "900_c300000000000000.txt" in (content / "imports.jsonl").read_text("utf-8")


def test_an_article_captured_again_with_changes_is_a_new_version(captures: Path, content: Path) -> None:
    ingest(captures, content)
    later = HARBOUR.replace("09:05", "19:45").replace("two tonnes", "three tonnes")
    put(captures, a1=HARBOUR, b2=STORM, c3=later)
    assert ingest(captures, content) == 0
    assert "three tonnes" in (content / ARTICLE).read_text("utf-8")
    older = list((content / "versions").rglob("*.md"))
    assert [path.parent.name for path in older] == ["12-harbour-reopens-after-the-storm"]
    assert "two tonnes" in older[0].read_text("utf-8")
    assert len(list((content / "articles").rglob("*.md"))) == 2


def test_an_older_state_that_comes_later_stays_behind_the_newer(tmp_path: Path, content: Path) -> None:
    ingest(put(tmp_path / "one", a1=HARBOUR.replace("09:05", "19:45")), content)
    ingest(
        put(tmp_path / "two", b2=HARBOUR.replace("two tonnes", "a tonne").replace("09:05", "07:00")), content
    )
    assert "two tonnes" in (content / ARTICLE).read_text("utf-8")
    assert "a tonne" in next((content / "versions").rglob("*.md")).read_text("utf-8")


def test_weekly_columns_with_one_headline_are_articles_of_their_own(tmp_path: Path, content: Path) -> None:
    captures = put(
        tmp_path / "captures",
        a1=STORM,
        b2=STORM.replace("2024-03-04", "2024-03-11").replace("4 March", "11 March"),
    )
    ingest(captures, content)
    assert len(list((content / "articles").rglob("*.md"))) == 2


def test_reading_again_changes_only_what_no_person_has_changed(captures: Path, content: Path) -> None:
    ingest(captures, content)
    before = files(content)
    edited = content / ARTICLE
    edited.write_text(edited.read_text("utf-8") + "\nMine.\n", "utf-8")
    assert ingest(captures, content, "--again") == 0
    assert files(content) == {**before, ARTICLE: edited.read_bytes()}
    assert b"Mine." in edited.read_bytes()


def test_no_captures_is_no_mistake(tmp_path: Path, content: Path) -> None:
    report = ingest_captures([put(tmp_path / "empty")], content, "2024-05-01")
    assert (dict(report.outcomes), report.errors) == ({}, [])
