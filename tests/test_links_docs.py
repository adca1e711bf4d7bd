"""What docs/links.md shows works as it says."""

import re
from pathlib import Path

from generator.fuzzy import weights
from generator.pins import parse
from generator.stories import LEAST, LONGEST, MOST

TEXT = (Path(__file__).parent.parent / "docs" / "links.md").read_text("utf-8")


def test_the_pins_in_the_documentation_are_read() -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    pins = parse(block).pins
    assert [bool(pin.to) + 2 * bool(pin.address) + 4 * pin.never for pin in pins] == [1, 2, 4]


def test_the_bounds_in_the_documentation_are_those_of_the_code() -> None:
    assert f"Below {weights().threshold} there is no link" in TEXT
    assert f"at most {MOST} articles within {LONGEST} days" in TEXT
    assert LEAST == 3
    assert "Three articles or more" in TEXT
