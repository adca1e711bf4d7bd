"""The Markdown file: what is written is read again, whatever the text; mistakes are named by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.article_file import read, write
from generator.errors import ArchiveError
from generator.model import (
    Article,
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Provenance,
    Quote,
    ReadMore,
    SetAside,
    Tag,
)

# Surrogates are no text. Captures have their line ends unified and their lines stripped before an article is made.
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")
MARKUP = r"""
# _
> _
- _
1. _
* _
::: picture
:::
---
===
```
<b>
&lt;
&#58;
\
\*
[a](b)
![x](y)
{{ x }}
{% raw %}
{filename}a.md
Read more: X
|a|b|
    code
_a_
"""
markup = st.sampled_from(
    [row.removesuffix("_") if row.endswith(" _") else row for row in MARKUP.split("\n") if row]
)
line = st.lists(st.one_of(st.text(characters, max_size=12), markup), max_size=5).map(
    lambda x: "".join(x).strip()
)
full_line = line.filter(bool)
lines = st.lists(full_line, min_size=1, max_size=3).map("\n".join)
name = st.text(characters, min_size=1, max_size=20)
blocks: st.SearchStrategy[Block] = st.one_of(
    lines.map(Paragraph),
    full_line.map(lambda text: text.strip("# \t") or "x").map(str.strip).filter(bool).map(Heading),
    lines.map(ListItem),
    lines.map(Quote),
    st.builds(ReadMore, title=full_line, label=st.sampled_from(["Read more", "See also", "Lesen Sie auch"])),
    st.builds(Picture, alt=full_line, caption=st.one_of(st.just(""), lines), credit=line),
)
provenance = st.builds(
    Provenance,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    file=name,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    imported=st.just("2024-05-01"),
    set_aside=st.lists(st.builds(SetAside, st.integers(1, 900), name), min_size=1, max_size=3).map(
        lambda found: (("furniture", tuple(found)),)
    ),
)
articles = st.builds(
    Article,
    title=name,
    date=st.sampled_from(["2023-12-30", "2023-12-30T15:48", "2023-12-30T15:48+01:00"]),
    body=st.lists(blocks, max_size=6).map(tuple),
    modified=st.sampled_from([None, "2024-01-02"]),
    authors=st.lists(name, max_size=3, unique=True).map(tuple),
    agency=st.one_of(st.none(), name),
    lang=st.sampled_from(["", "en", "de"]),
    slug=st.just("a-slug"),
    summary=st.text(characters),
    tags=st.lists(name, max_size=3, unique=True).map(tuple),
    tags_inferred=st.lists(st.builds(Tag, name, st.just("place"), st.just(0.5)), max_size=3).map(tuple),
    capture=st.one_of(st.none(), provenance),
)


@given(articles)
def test_what_is_written_is_read_again(article: Article) -> None:
    assert read(write(article), "a.md").article == article


def test_front_matter_is_read_as_the_words_that_stand_there() -> None:
    article = read("---\ntitle: No\ndate: 2023-12-30\ntags:\n- 2023\n- yes\n---\n", "a.md").article
    assert article.title == "No"
    assert article.tags == ("2023", "yes")


def test_a_title_that_yaml_would_misread_is_quoted() -> None:
    text = write(Article(title="#4: yes", date="2023-12-30"))
    assert "title: '#4: yes'\n" in text
    assert "date: 2023-12-30\n" in text


def test_ordinary_prose_is_not_escaped() -> None:
    prose = "It rose 4.5% - so they say - to £3.2m (see [sic] above); 5 < 6 & snake_case, 3 * 4!"
    assert write(Article("T", "2023-12-30", (Paragraph(prose),))).endswith(f"\n{prose}\n".replace("*", "\\*"))


def test_what_pressmark_does_not_know_is_kept_for_pelican() -> None:
    assert read("---\ntitle: A\ndate: 2023-12-30\nstatus: draft\n---\n", "a.md").extra == {"status": "draft"}


def test_a_page_needs_no_date() -> None:
    assert read("---\ntitle: About\n---\nText\n", "a.md", undated=True).article.date == ""


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "Text\n",
            "a.md:1: no front matter between two lines of ---; begin the file with ---, title: and date:, then ---",
        ),
        ("---\ntitle: A\n---\n", "a.md:1: the front matter has no `date`; add a line `date: …`"),
        (
            "---\ntitle: A\ndate: 30 December\n---\n",
            "a.md:3: `date: 30 December` is no date; "
            "write it as 2023-12-30, 2023-12-30T15:48 or 2023-12-30T15:48+01:00",
        ),
        (
            "---\ntitle: A: B: C\ndate: 2023-12-30\n---\n",
            "a.md:2: the front matter is not YAML (mapping values are not allowed in this context); "
            "put the value between quotes",
        ),
        ("---\ntitle: A\ndate: 2023-02-30\n---\n", "a.md:3: `date: 2023-02-30` is no date; "),
        ("---\ntitle: A\ndate: 2023-02-03\ntags: {a: b}\n---\n", "a.md:4: `tags` is not a list of names; "),
        ("---\ntitle: [A]\ndate: 2023-02-03\n---\n", "a.md:2: `title` is not text; "),
        ("---\ntitle: A\ndate: 2023-02-03\ncapture: yes\n---\n", "a.md:4: `capture` has lost its shape"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, error: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        read(text, "a.md")
    assert str(raised.value).startswith(error)
