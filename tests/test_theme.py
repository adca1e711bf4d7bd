"""Templates and their documentation say the same, and components name no colour."""

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from pelican import signals

from generator.filters import filters
from generator.overview import Overview
from tests.made import HARBOUR, ROOT, STORM, build, ingest, put

DOCUMENT = (ROOT / "docs/theme.md").read_text("utf-8")
TEMPLATES = sorted((ROOT / "theme/templates").rglob("*.html"))
STYLES = sorted((ROOT / "theme/css").glob("*.css"))
ARTICLES = ("article", "entry")
"""Names under which templates hold an article."""
PELICANS = {"slug"}
"""Attributes of Pelican's that templates may use without our saying so."""


def documented(name: str) -> set[str]:
    section = DOCUMENT.split("## Variables")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith(f"| `{name}.")]
    return {found for row in rows for found in re.findall(rf"`{name}\.(\w+)`", row)}


def used(names: tuple[str, ...]) -> set[str]:
    environment = Environment(extensions=["jinja2.ext.i18n"])
    found = set()
    for path in TEMPLATES:
        for node in environment.parse(path.read_text("utf-8")).find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name in names:
                found.add(node.attr)
    return found - PELICANS


def test_the_templates_are_found() -> None:
    assert len(TEMPLATES) > 30
    assert len(STYLES) > 5


def test_every_attribute_of_an_article_that_a_template_uses_is_documented() -> None:
    assert used(ARTICLES) - documented("article") == set()


def test_an_article_has_every_documented_attribute(tmp_path: Path) -> None:
    seen: list[Any] = []

    def look(_generator: Any, content: Any) -> None:
        seen.append(content)

    signals.article_generator_write_article.connect(look)
    try:
        ingest(put(tmp_path / "captures", a1=HARBOUR, b2=STORM), tmp_path / "content")
        assert build(tmp_path / "content", tmp_path / "output") == 0
    finally:
        signals.article_generator_write_article.disconnect(look)
    assert len(seen) == 2
    for article in seen:
        assert [name for name in sorted(documented("article")) if not hasattr(article, name)] == []


def test_the_archive_has_the_documented_fields_and_no_other() -> None:
    assert documented("archive") == {field.name for field in dataclasses.fields(Overview)}
    assert used(("archive",)) - documented("archive") == set()


def test_every_filter_is_documented_and_there() -> None:
    section = DOCUMENT.split("## Filters")[1].split("\n## ")[0]
    told = {
        name
        for line in section.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert told == set(filters("en"))


def test_every_template_is_documented() -> None:
    table = DOCUMENT.split("## Templates")[1].split("\n## ")[0]
    pages = {path.name for path in TEMPLATES if path.parent.name == "templates"}
    assert pages - set(re.findall(r"`(\w+\.html)`", table)) == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_opens_with_its_purpose(path: Path) -> None:
    assert path.read_text("utf-8").startswith(("{#", "{#-"))


@pytest.mark.parametrize(
    "path", [path for path in STYLES if path.name not in ("tokens.css", "print.css")], ids=str
)
def test_a_component_names_no_colour(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(", css) == []


def test_the_dark_theme_sets_every_colour_of_the_light_one_that_is_not_made_of_others() -> None:
    tokens = next(path for path in STYLES if path.name == "tokens.css").read_text("utf-8")
    light, dark = tokens.split("prefers-color-scheme: dark")
    own = set(re.findall(r"(--[\w-]+): #", light)) - {"--keeper-accent"}
    assert own - set(re.findall(r"(--[\w-]+):", dark)) == set()
