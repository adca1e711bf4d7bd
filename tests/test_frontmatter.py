"""Front matter is written as PyYAML would write it, byte for byte, and read as the words that were given."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.frontmatter import front_line, one_line, split
from generator.yaml_text import Flow, _Dumper, entry

TROUBLE = [
    *("yes", "No", "null", "~", "1", "1.5", "1_000", "0x1f", "12:30", "2024-05-01", "2024-05-01 10:00:00", "=", "<<"),
    *("a: b", "a:b", "a:", ":a", "a #b", "a#b", "#a", "- a", "-a", "-", "---", "--- a", "...", "? a", "?a", "a?"),
    *("a, b", "[a]", "{a}", "a]", "it's", "'a'", '"a"', "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", " a", "a ", ""),
    *("é", "Łódź", "日本", "עברית", "\u00a0a", "a\u00a0", "\u2028", "\ufeff", "\ufffd", "😀", "a\tb", "a\nb", "\x00"),
    *("\x85", "\ue000", "\x7f", "\u200b", "\u202e", "- - a", "a  b", "…", "x" * 2000),
]  # fmt: skip
"""Texts that YAML has a meaning for, or cannot write as they are."""

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.lists(st.sampled_from([*"ab1.:,#-?[]{}'\" ", *TROUBLE]), max_size=6).map("".join),
    st.sampled_from(TROUBLE),
)
numbers = st.one_of(st.integers(), st.floats(allow_nan=False), st.sampled_from([0.0, 1.0, 0.001, 0.5]))
keys = st.sampled_from(["title", "tags", "a_key", "no", "y", "line", "null", "a key", "1", "x" * 200])
flows = st.dictionaries(keys, st.one_of(texts, numbers), max_size=3).map(Flow)
values = st.recursive(
    st.one_of(texts, numbers, flows, st.dates(), st.lists(st.one_of(texts, numbers, flows), max_size=3)),
    lambda inner: st.dictionaries(st.one_of(keys, texts), inner, max_size=3),
    max_leaves=4,
)


def pyyaml(data: Any) -> str:
    written: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30)
    return written


@given(keys, values)
@example("title", "a\nb")
def test_a_key_is_written_as_pyyaml_writes_it(key: str, value: Any) -> None:
    assert entry(key, value) == pyyaml({key: value})


@given(st.dictionaries(keys, values, min_size=1, max_size=3))
def test_a_mapping_within_is_written_as_pyyaml_writes_it(inner: dict[str, Any]) -> None:
    lines = [entry(key, value, "  ") for key, value in inner.items()]
    assert "capture:\n" + "".join(lines) == pyyaml({"capture": inner})


@pytest.mark.parametrize("text", TROUBLE)
def test_a_text_that_yaml_would_misread_is_written_as_pyyaml_writes_it(text: str) -> None:
    for value in (text, [text], Flow(text=text), {"file": text}, [Flow(line=1, text=text)]):
        assert entry("title", value) == pyyaml({"title": value})


@given(texts, st.lists(texts, max_size=3), texts)
def test_front_matter_is_read_as_it_was_given(title: str, tags: list[str], name: str) -> None:
    inferred = [one_line(name=name, score=0.5)]
    written = front_line("title", title) + front_line("tags", tags) + front_line("tags_inferred", inferred)
    data, body, _ = split(f"---\n{written}---\n\nThe text.\n", "a.md")
    assert data == {"title": title, "tags": tags or [], "tags_inferred": [{"name": name, "score": "0.5"}]}
    assert body == "\nThe text.\n"


def test_a_day_is_written_without_quotes_and_a_text_like_a_number_with_them() -> None:
    written = [front_line("date", text) for text in ("2024-05-01", "2024-02-31", "1984")]
    assert written == ["date: 2024-05-01\n", "date: '2024-02-31'\n", "date: '1984'\n"]
    assert front_line("imported", "2024-05-01", "  ") == "  imported: '2024-05-01'\n"
