"""A built site in one file: the zip and the ZIM."""

import io
import json
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from libzim.reader import Archive

from generator.bundle import Site, read_site, write_zip
from generator.cli import main
from generator.errors import ArchiveError
from generator.zim import media_type, picture, write_zim

_ARTICLE = "2023/12/30/a-storm.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of one article, at an address of its own."""
    feed = {"title": "The “Ærø” Coast Archive of all that was", "description": "x" * 100, "language": "de"}
    feed["home_page_url"] = "https://example.org/archive/index.html"
    row = {"address": f"https://example.org/archive/{_ARTICLE}", "published": "2023-12-30T15:48"}
    files = {
        "index.html": "<!doctype html><title>The archive</title>",
        _ARTICLE: "<!doctype html><title>A storm &amp; a sea</title>",
        "feeds/all.json": json.dumps(feed),
        "catalogue.jsonl": json.dumps(row) + "\n",
        "search/manifest.js": "1",
        "sw.js": "2",
        "offline/files.json": "{}",
    }
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "site"


def test_the_zip_holds_every_file_below_one_folder(folder: Path, tmp_path: Path) -> None:
    site = read_site(folder)
    write_zip(site, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as bundle:
        assert bundle.testzip() is None
        assert {info.filename.partition("/")[0] for info in bundle.infolist()} == {
            "the-aero-coast-archive-of-all-that-was"
        }
        held = {info.filename.partition("/")[2]: bundle.read(info) for info in bundle.infolist()}
        assert {info.date_time for info in bundle.infolist()} == {(2023, 12, 30, 0, 0, 0)}
    assert held == {path: (folder / path).read_bytes() for path in site.paths}


@pytest.mark.parametrize("write", [write_zip, write_zim])
def test_the_same_site_gives_the_same_bytes(folder: Path, tmp_path: Path, write: object) -> None:
    assert callable(write)
    for name in ("one", "two"):
        write(read_site(folder), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    (folder / "index.html").write_text("<!doctype html><title>Another</title>", "utf-8")
    write(read_site(folder), tmp_path / "three")
    assert (tmp_path / "three").read_bytes() != (tmp_path / "one").read_bytes()


def _zim(site: Site, target: Path) -> Archive:
    write_zim(site, target)
    return Archive(target)


def test_the_zim_is_whole_and_has_the_pages_of_the_site(folder: Path, tmp_path: Path) -> None:
    zim = _zim(read_site(folder), tmp_path / "a.zim")
    assert zim.check()
    assert zim.main_entry.get_item().path == "index.html"
    for path in ("index.html", _ARTICLE, "search/manifest.js"):
        item = zim.get_entry_by_path(path).get_item()
        assert bytes(item.content) == (folder / path).read_bytes()
        assert item.mimetype == media_type(path)
    assert zim.get_entry_by_path(_ARTICLE).title == "A storm & a sea"
    assert zim.article_count == 1
    assert not zim.has_entry_by_path("sw.js")
    assert not zim.has_entry_by_path("offline/files.json")


def test_the_zim_says_what_it_is_within_the_lengths_that_are_allowed(folder: Path, tmp_path: Path) -> None:
    zim = _zim(read_site(folder), tmp_path / "a.zim")
    said = {
        name: zim.get_metadata(name).decode() for name in ("Name", "Title", "Description", "Language", "Date")
    }
    assert said["Name"] == "the-aero-coast-archive-of-all-that-was"
    assert said["Title"] == "The “Ærø” Coast Archive of al…"
    assert len(said["Description"]) == 80
    assert said["Language"] == "deu"
    assert said["Date"] == "2023-12-30"


def test_two_zims_of_different_sites_have_different_ids(folder: Path, tmp_path: Path) -> None:
    first = _zim(read_site(folder), tmp_path / "a.zim").uuid
    (folder / "index.html").write_text("<!doctype html><title>Another</title>", "utf-8")
    assert _zim(read_site(folder), tmp_path / "b.zim").uuid != first


def test_the_picture_is_a_png_of_48_pixels() -> None:
    data = io.BytesIO(picture())
    assert data.read(8) == b"\x89PNG\r\n\x1a\n"
    chunks = {}
    while head := data.read(8):
        size, kind = struct.unpack(">I4s", head)
        chunks[kind] = data.read(size)
        assert struct.unpack(">I", data.read(4))[0] == zlib.crc32(kind + chunks[kind])
    assert struct.unpack(">II", chunks[b"IHDR"][:8]) == (48, 48)
    assert len(zlib.decompress(chunks[b"IDAT"])) == 48 * (1 + 3 * 48)


def test_a_folder_without_a_site_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ArchiveError, match="there is no built site"):
        read_site(tmp_path)
    assert main(["bundle", "zip", "--output", str(tmp_path)]) == 1
    assert "run `pressmark build` first" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_to_is_named_and_nothing_is_left(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there").mkdir()
    assert main(["bundle", "zip", str(tmp_path / "there"), "--output", str(folder)]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert not list(tmp_path.glob(".*.part"))


def test_the_command_writes_beside_the_site_and_says_nothing_else(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["bundle", "zim", "--output", str(folder)]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "1 articles" in said.err
    assert Archive(tmp_path / "site.zim").check()
