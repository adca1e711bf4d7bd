"""YAML front matter between `---` lines.

Values are read as the strings that stand there (`title: No` is a headline, not false), so a person need not
know which words YAML would misread; they are written quoted where another YAML reader would misread them.
"""

import datetime
import re
from collections.abc import Mapping
from typing import Any

import yaml

from generator.errors import ArchiveError

_BLOCK = re.compile(r"\ufeff?---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.S)
_PLAIN_DATE = re.compile(r"\d{4}-\d\d-\d\d")

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Flow(dict[str, Any]):
    """A mapping written on one line."""


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """Writes dates plain and one-line mappings in flow style."""


def _flow(dumper: Any, data: _Flow) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


_Dumper.add_representer(_Flow, _flow)
_Dumper.ignore_aliases = lambda self, data: True


def one_line(**values: Any) -> dict[str, Any]:
    """A mapping that `dump` writes on one line."""
    return _Flow(values)


def dump(data: Mapping[str, Any]) -> str:
    """Front matter with its `---` lines; keys in the order given."""

    def plain(value: Any) -> Any:
        return datetime.date.fromisoformat(value) if _is_date(value) else value

    ready = {key: plain(value) for key, value in data.items()}
    text = yaml.dump(ready, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30)
    return f"---\n{text}---\n"


def _is_date(value: Any) -> bool:
    if not isinstance(value, str) or not _PLAIN_DATE.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value)
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
