"""Archived text comes out as the characters it is."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.body import write_body
from generator.escaping import escape, unescape
from generator.model import Block, Heading, ListItem, Paragraph, Picture, Quote, ReadMore
from generator.render import Renderer

MARKDOWN = {
    "extensions": ["markdown.extensions.nl2br", "markdown.extensions.sane_lists"],
    "output_format": "html",
}
EVERYTHING = {
    "extensions": [
        "markdown.extensions.extra",
        "markdown.extensions.nl2br",
        "markdown.extensions.admonition",
    ],
    "output_format": "html",
}

HOSTILE = [
    "*stars* and _lines_ and **both**",
    "`code` and ```fences```",
    "# no heading",
    "> no quote",
    "- no list",
    "1. e4 e5",
    "+ plus",
    "* star",
    "---",
    "a\n---",
    "a\n===",
    "[a](http://b.example) and [a][b] and [a]: http://b.example",
    "[a]: http://b.example",
    "![alt](x.png)",
    "<script>alert(1)</script>",
    "<b>bold</b> &amp; &lt;i&gt; &#65; &copy;",
    "<!-- comment -->",
    "<http://auto.example> a@b.example <a@b.example>",
    "{{ name }} {% for x in y %} {# no #}",
    "{filename}other.md |filename|other.md {static}a.png",
    '<a href="{filename}other.md">x</a>',
    "{: #id .class }",
    "a|b\n--|--\n1|2",
    "|a|b|",
    "term\n: definition",
    "*[HTML]: abbr",
    "[^1] and [^1]: note",
    "    four spaces".strip(),
    "::: picture",
    "!!! note",
    "~~~\ncode\n~~~",
    "trailing backslash \\",
    "C:\\new\\*",
    "\\*",
    "&lt;",
    "&#58;",
    "tab\tin\tlines",
    "5 < 6 > 4 & 3",
    "Read more: click *here*",
    "snake_case and _under_",
    "[TOC]",
    "<?php echo 1 ?>",
    "<![CDATA[x]]>",
    "https://example.org/a_b_c?x=1&y=2",
]


def text_of(page: str) -> str:
    """The characters a reader sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "")))


@pytest.mark.parametrize("settings", [MARKDOWN, EVERYTHING], ids=["shipped", "all extensions"])
@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_paragraph_is_text(text: str, settings: dict[str, object]) -> None:
    page = Renderer(settings).render(write_body([Paragraph("Before."), Paragraph(text), Paragraph("After.")]))
    assert page.slots == ()
    assert re.findall(r"<(/?[a-z]+)", page.html.replace("<br>", "")) == ["p", "/p"] * 3
    assert text_of(page.html) == f"Before.\n{text}\nAfter."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n")))
def test_any_paragraph_comes_out_as_it_went_in(text: str) -> None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    page = Renderer(MARKDOWN).render(write_body([Paragraph("\n".join(lines))] if lines else []))
    assert text_of(page.html).split() == " ".join(lines).split()


@given(st.text())
def test_escaping_can_be_undone(text: str) -> None:
    assert unescape(escape(text)) == text


def test_blocks_become_the_elements_they_are() -> None:
    body: list[Block] = [
        Heading("What *now*?"),
        ListItem("one"),
        ListItem("two\nlines"),
        Quote("said"),
        Picture("alt", "caption", "credit"),
        ReadMore("A headline: with *stars*"),
    ]
    page = Renderer(MARKDOWN).render(write_body(body))
    assert "<h2>What *now*?</h2>" in page.html
    assert page.html.count("<li>") == 2
    assert "<blockquote>\n<p>said</p>" in page.html
    assert page.slots == (body[4], body[5])
    assert page.filled(["PICTURE", "LINK"]).endswith("PICTURE\nLINK")


def test_numbered_items_keep_their_numbers() -> None:
    page = Renderer(MARKDOWN).render(
        write_body([ListItem("3. Brine it"), ListItem("4. Hang it"), ListItem("a bullet")])
    )
    assert (
        '<ol start="3">\n<li>Brine it</li>\n<li>Hang it</li>\n</ol>\n<ul>\n<li>a bullet</li>\n</ul>'
        in page.html
    )


def test_a_keepers_markdown_is_markdown() -> None:
    assert "<em>mine</em>" in Renderer(MARKDOWN).render("This is *mine*.").html


def test_control_characters_are_shown_as_such() -> None:
    assert "\ufffd" in Renderer(MARKDOWN).render(write_body([Paragraph("a\x07b")])).html
