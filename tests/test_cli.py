"""The command line: what it says, to whom, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.made import HARBOUR, ROOT, STORM, ingest, put


@pytest.fixture
def content(tmp_path: Path) -> Path:
    ingest(put(tmp_path / "captures", a1=HARBOUR, b2=STORM), tmp_path / "content")
    return tmp_path / "content"


def test_help_names_every_command_and_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    said = capsys.readouterr().out
    assert stopped.value.code == 0
    for name in ("ingest", "build", "inspect", "links", "tags", "check", "serve"):
        assert f"    {name}" in said
    assert "Exit status: 0 done, 1 something in the input or the site is wrong" in said


def test_wrong_usage_is_exit_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["inspct", "x.txt"])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_inspect_shows_every_line_with_how_it_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path / "captures", a1=HARBOUR)
    assert main(["inspect", str(folder / "001_a100000000000000.txt")]) == 0
    said = capsys.readouterr().out
    for kind in ("header", "dateline", "alt", "caption", "byline", "body", "furniture", "read_more"):
        assert f"  {kind} " in said


def test_inspect_as_json_keeps_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(tmp_path / "captures", a1=HARBOUR)
    assert main(["inspect", str(folder), "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    keys = "file id title date modified authors agency lang summary source body read_more figures furniture lines"
    assert set(keys.split()) <= set(seen)
    assert seen["date"] == "2024-03-12T09:05"
    assert seen["read_more"] == [{"title": "Storm closes harbour for a week", "line": 14}]
    assert seen["figures"][0]["credit"] == "Picture: Ines Falk"
    assert seen["furniture"] == [{"text": "Listen to this article", "line": 12}]
    numbers = [number for number, line in enumerate(HARBOUR.split("\n"), 1) if line.strip()]
    assert [line["line"] for line in seen["lines"]] == numbers


def test_links_as_json_keeps_the_contract(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["links", "--content", str(content), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows == [
        {
            "capture": "a100000000000000",
            "title": "Storm closes harbour for a week",
            "to": "b200000000000000",
            "how": "exact",
            "score": 1.0,
        },
        {
            "capture": "b200000000000000",
            "title": "Lighthouse keeper counts the waves",
            "to": None,
            "how": None,
            "score": 0.0,
        },
    ]


def test_tags_as_json_keeps_the_contract(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["tags", "--content", str(content), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["capture"] for row in rows] == ["a100000000000000", "b200000000000000"]
    norway = next(tag for tag in rows[0]["tags"] if tag["name"] == "Norway")
    assert (norway["kind"], norway["inferred"]) == ("place", True)
    assert 0 <= norway["score"] <= 1


def test_a_site_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output", str(tmp_path / "nowhere")]) == 1
    assert "there is no built site; run `pressmark build` first" in capsys.readouterr().err


def test_a_dead_link_in_a_built_site_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text('<p>\n<a href="gone.html">x</a> <a href="#no">y</a></p>', "utf-8")
    assert main(["check", "--output", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "index.html:2: gone.html leads to nothing" in said
    assert "index.html has no #no" in said


def test_a_reader_who_closes_the_pipe_is_no_error(content: Path) -> None:
    command = f"{sys.executable} -m generator.cli tags --content {content} | head -n 0"
    done = subprocess.run(
        command, shell=True, cwd=ROOT, capture_output=True, env=dict(os.environ), check=False
    )
    assert done.stderr == b""
