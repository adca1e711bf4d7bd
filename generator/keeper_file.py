"""The small YAML files that a keeper writes beside the articles: read whole, mistakes named by line."""

from pathlib import Path

import yaml

from generator.errors import ArchiveError


def read(path: Path) -> str | None:
    """The file's text, None where there is none. Raises ArchiveError for one that cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(
            str(path), None, f"the file cannot be read ({error})", "save it as UTF-8 text"
        ) from error


def compose(text: str, path: str) -> yaml.Node | None:
    """The text's nodes, which know their lines; None for an empty file. Raises ArchiveError where it is not YAML."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        what, hint = (
            f"this is not YAML: {error.problem}",
            "put text with a colon or a quote in it between quotes",
        )
        raise ArchiveError(path, line, what, hint) from error
    return None if isinstance(root, yaml.ScalarNode) and not root.value else root


def line_of(node: yaml.Node) -> int:
    """Where a node starts, counted from 1."""
    return int(node.start_mark.line) + 1
