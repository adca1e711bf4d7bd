"""content/tags.yaml: what a keeper says about tags, and what is said of mistakes in it."""

from pathlib import Path

import pytest

from generator.errors import ArchiveError
from generator.tag_rules import NO_RULES, Rule, load, parse
from generator.tag_tables import rows

EVERYTHING = """\
aliases:
  Kyiv: [Kiev, Kiew]
parents:
  drones: weapons
merge:
  climate change: [global warming]
rename:
  United States: USA
never: [Reuters, news]
kinds:
  Harbour Trust: organisation
"""


def test_the_file_says_aliases_parents_merges_renames_never_and_kinds() -> None:
    rules = parse(EVERYTHING)
    assert rules.rules == (
        Rule("Kiev", "Kyiv", "aliases", 2),
        Rule("Kiew", "Kyiv", "aliases", 2),
        Rule("global warming", "climate change", "merge", 6),
        Rule("United States", "USA", "rename", 8),
        Rule("Reuters", None, "never", 9),
        Rule("news", None, "never", 9),
    )
    assert rules.parents == {"drones": "weapons"}
    assert rules.kinds == {"Harbour Trust": "organisation"}


def test_the_starter_in_content_says_nothing_until_a_line_is_freed() -> None:
    starter = Path(__file__).parent.parent / "content" / "tags.yaml"
    assert load(starter.parent).rules == ()
    starts = tuple(f"# {name}" for name in (" ", "aliases", "parents", "merge", "rename", "never", "kinds"))
    lines = starter.read_text(encoding="utf-8").splitlines(keepends=True)
    freed = "".join(line.removeprefix("# ") if line.startswith(starts) else line for line in lines)
    assert {rule.kind for rule in parse(freed).rules} == {"aliases", "merge", "rename", "never"}


def test_a_folder_without_the_file_has_no_rules(tmp_path: Path) -> None:
    assert load(tmp_path) is NO_RULES


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "tags.yaml").write_bytes(b"never: [caf\xe9]")
    with pytest.raises(ArchiveError, match=r"tags\.yaml: the file cannot be read .*; save it as UTF-8 text"):
        load(tmp_path)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "never:\n", "aliases:\nnever: []\n"])
def test_a_file_that_says_nothing_is_fine(text: str) -> None:
    assert parse(text).rules == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("alias:\n  Kyiv: [Kiev]\n", "tags.yaml:1: unknown key `alias`; did you mean `aliases`?"),
        ("xyz: 1\n", "tags.yaml:1: unknown key `xyz`; the file may have aliases, parents, merge, rename, never, kinds"),
        ("never: [a]\nnever: [b]\n", "tags.yaml:2: `never` stands twice; put both lists under one"),
        ("- Kyiv\n", "tags.yaml:1: names and what they lead to are expected here; write `aliases:`, `never:`"),
        ("aliases: [a]\n", "tags.yaml:1: names and what they lead to are expected here; write `Name: [other name,"),
        ("aliases:\n  Kyiv: []\n", "tags.yaml:2: `Kyiv` has no other names; write them as `[one, two]`"),
        ("never: [[a]]\n", "tags.yaml:1: the name of a tag is expected here; write one name, in quotes if need be"),
        ("rename:\n  UK:\n", "tags.yaml:2: the name of a tag is expected here; write one name, in quotes if need be"),
        ("kinds:\n  Kyiv: plcae\n", "tags.yaml:2: unknown kind `plcae`; did you mean `place`?"),
        ("kinds:\n  Kyiv: 7\n", "tags.yaml:2: unknown kind `7`; a kind is one of place, person, organisation, topic"),
        ("rename:\n  UK: GB\nnever: [uk]\n", "tags.yaml:3: `uk` is said to be `GB` (line 2) and never used; keep one"),
        ("rename:\n  A: B\n  B: A\n", "tags.yaml:2: names lead to each other: A > B > A; take one of these lines out"),
        ("parents:\n  a: b\n  b: a\n", "tags.yaml:2: parents go round in a circle: a > b > a; take one of these"),
        ("parents:\n  a: b\n  a: c\n", "tags.yaml:3: `a` has two parents; keep one of the two"),
        ("never: [a: b: c]\n", "tags.yaml:1: this is not YAML: "),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_what_to_do(text: str, message: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        parse(text)
    assert str(caught.value).startswith(message)


def test_the_example_in_the_documentation_is_a_file_that_can_be_read() -> None:
    page = (Path(__file__).parent.parent / "docs" / "tags.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    rules = parse(example)
    assert {rule.kind for rule in rules.rules} == {"aliases", "merge", "rename", "never"}
    assert rules.parents
    assert rules.kinds


def test_the_documentation_counts_the_topics_and_organisations_there_are() -> None:
    page = (Path(__file__).parent.parent / "docs" / "tags.md").read_text(encoding="utf-8")
    assert f"{len(rows('topics'))} topics" in page
    assert abs(len(rows("organisations")["known"]) - 230) < 10
