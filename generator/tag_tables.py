"""The tables of inference (`rules/*.yaml`), read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def rows(name: str) -> Any:
    """The content of `rules/<name>.yaml`."""
    return yaml.load(
        files("generator").joinpath("rules", f"{name}.yaml").read_text(encoding="utf-8"), _LOADER
    )


@cache
def small_words(group: str) -> frozenset[str]:
    """A row of `rules/grammar.yaml`."""
    return frozenset(rows("grammar")[group]["words"])
