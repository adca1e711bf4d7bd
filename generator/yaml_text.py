"""Front matter as YAML, written as PyYAML's own dumper would write it, byte for byte, in a tenth of the time.

A value of front matter is text on one line, a number, a date, a list or a mapping of such. For these libyaml's rules
of when a text stands plain and when between quotes are few; anything else (line breaks, control characters, long
keys) is handed to PyYAML.
"""

import datetime
import re
from collections.abc import Mapping
from typing import Any

import yaml

from generator.by_word import ByWord

_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVERS: Mapping[str, Any] = yaml.resolver.Resolver.yaml_implicit_resolvers

_PRINTED = re.compile("[ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]+")
"""Characters that libyaml writes as they are; line ends, controls and what lies beyond U+FFFF it escapes."""
_QUOTED_START = re.compile(r"[ #,\[\]{}&*!|>'\"%@`]|[-?:](?: |\Z)|---|\.\.\.")
_QUOTED_IN_FLOW = re.compile(r"[,?\[\]{}:]")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,99}")
_FLOAT = re.compile(r"-?\d{1,15}\.\d{1,15}")


class Flow(dict[str, Any]):
    """A mapping written on one line."""


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """Writes one-line mappings in flow style, and no references to values that come twice."""


def _flow(dumper: Any, data: Flow) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


_Dumper.add_representer(Flow, _flow)
_Dumper.ignore_aliases = lambda self, data: True


class _UnusualError(Exception):
    """A value that is left to PyYAML."""


def entry(key: str, value: Any, indent: str = "") -> str:
    """One key of a block mapping with its value, as lines that end in a line break."""
    try:
        return _entry(key, value, indent)
    except _UnusualError:
        around: Any = {key: value}
        for _ in range(len(indent) // 2):
            around = {"in": around}
        text: str = yaml.dump(around, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30)
        return text.split("\n", len(indent) // 2)[-1]


def _entry(key: str, value: Any, indent: str) -> str:
    if not _IS_PLAIN_KEY[key]:
        raise _UnusualError
    if type(value) is str:  # most are, and to ask for a mapping takes longer than the rest
        return f"{indent}{key}: {_BY_ITSELF[value]}\n"
    if isinstance(value, Mapping) and not isinstance(value, Flow):
        if not value:
            return f"{indent}{key}: {{}}\n"
        return f"{indent}{key}:\n" + "".join([entry(k, v, indent + "  ") for k, v in value.items()])
    if isinstance(value, list):
        if not value:
            return f"{indent}{key}: []\n"
        rows = [f"{indent}- {_one_line(item)}\n" for item in value]
        return f"{indent}{key}:\n" + "".join(rows)
    return f"{indent}{key}: {_one_line(value)}\n"


def _one_line(value: Any) -> str:
    if isinstance(value, Flow):
        if not all(map(_IS_PLAIN_KEY.__getitem__, value)):
            raise _UnusualError
        return "{" + ", ".join([f"{key}: {_scalar(item, flow=True)}" for key, item in value.items()]) + "}"
    return _scalar(value, flow=False)


def _scalar(value: Any, *, flow: bool) -> str:
    kind = type(value)
    if kind is str:
        return (_IN_FLOW if flow else _BY_ITSELF)[value]
    if kind is int or kind is datetime.date:
        return str(value)
    if kind is float and _FLOAT.fullmatch(written := repr(value)):
        return written
    raise _UnusualError


def _text(text: str, flow: bool) -> str:
    if not text:
        return "''"
    if not (text.isprintable() if text.isascii() else _PRINTED.fullmatch(text)):
        raise _UnusualError
    if (
        ": " in text
        or text[-1] in ": "
        or " #" in text
        or _QUOTED_START.match(text)
        or _is_resolved(text)
        or (flow and _QUOTED_IN_FLOW.search(text))
    ):
        return "'" + text.replace("'", "''") + "'"
    return text


def _is_resolved(text: str) -> bool:
    """Whether a YAML reader would take the text for a number, a date, a truth value or nothing."""
    patterns = _RESOLVERS.get(text[0])
    return patterns is not None and any(pattern.match(text) for _, pattern in patterns)


_IN_FLOW = ByWord(lambda text: _text(text, flow=True))
_BY_ITSELF = ByWord(lambda text: _text(text, flow=False))
"""The names of tags and what pages have around the text come again and again."""
_IS_PLAIN_KEY = ByWord(lambda key: _KEY.fullmatch(key) is not None and not _is_resolved(key))
