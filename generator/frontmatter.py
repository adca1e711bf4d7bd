"""YAML front matter between `---` lines.

Values are read as the strings that stand there (`title: No` is a headline, not false), so a person need not
know which words YAML would misread; they are written quoted where another YAML reader would misread them.
"""

import datetime
import re
from typing import Any

import yaml

from generator.errors import ArchiveError
from generator.yaml_text import Flow, entry

_BLOCK = re.compile(r"\ufeff?---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.S)
_PLAIN_DATE = re.compile(r"\d{4}-\d\d-\d\d")

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def one_line(**values: Any) -> dict[str, Any]:
    """A mapping that `front_line` writes on one line."""
    return Flow(values)


def front_line(key: str, value: Any, indent: str = "") -> str:
    """One key of the front matter with its value: a line, or more for a list or a mapping."""
    if not indent and isinstance(value, str) and _PLAIN_DATE.fullmatch(value) and _is_day(value):
        value = datetime.date.fromisoformat(value)
    return entry(key, value, indent)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def split(text: str, path: str) -> tuple[dict[str, Any], str, int]:
    """Front matter as strings, lists and mappings; the body; and the line the body starts on.

    Raises `ArchiveError` where there is no front matter or it is not YAML.
    """
    match = _BLOCK.match(text)
    if match is None:
        raise ArchiveError(
            path,
            1,
            "no front matter between two lines of ---",
            "begin the file with ---, title: and date:, then ---",
        )
    try:
        data = yaml.load(match[1], Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else None
        raise ArchiveError(
            path, line, f"the front matter is not YAML ({error.problem})", "put the value between quotes"
        ) from error
    if not data:
        data = {}
    if not isinstance(data, dict):
        raise ArchiveError(path, 2, "the front matter has no keys", "write it as `key: value`, a line each")
    return data, text[match.end() :], text.count("\n", 0, match.end()) + 1
