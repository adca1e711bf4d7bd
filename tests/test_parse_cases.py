"""Captures written for this purpose, and how they are read: `tests/cases/parse/<case>/{capture.txt,reading.txt}`.

`pytest tests/test_parse_cases.py --accept` writes the readings anew; the diff then shows what a change does.
"""

import json
from pathlib import Path

import pytest

from generator.capture import read_capture
from generator.inspect import explain, report
from generator.parse import parse

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases" / "parse").glob("*/capture.txt"))


def test_there_are_cases() -> None:
    assert len(CASES) >= 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_it_was_accepted(case: Path, accept: bool) -> None:
    capture = read_capture(f"{case.name}.txt", (case / "capture.txt").read_bytes())
    reading = parse(capture)
    facts = report(reading, capture)
    del facts["lines"], facts["body"], facts["id"]
    got = explain(reading, capture) + "\n" + json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
    kept = case / "reading.txt"
    if accept:
        kept.write_text(got, encoding="utf-8")
    assert kept.read_text("utf-8") == got
