"""What a person settles in `content/links.yaml`."""

from pathlib import Path

import pytest

from generator.errors import ArchiveError
from generator.links import resolve
from generator.model import Headline, Pointer
from generator.pins import NO_PINS, load, parse, unfit

STORM = Headline(
    "aaaa", "Storm closes harbour", "2024-03-04", ("2024/03/04/storm.md", "storm-closes-harbour")
)
FERRY = Headline("bbbb", "Ferry sold to Varnay", "2024-03-05", ("2024/03/05/ferry.md", "ferry-sold"))
LINE = Pointer("bbbb", "Storm closes harbour", "2024-03-05")


@pytest.mark.parametrize("name", ["bbbb", "2024/03/05/ferry.md", "content/2024/03/05/ferry.md", "ferry-sold"])
def test_a_line_is_pinned_to_an_article_by_id_path_or_slug(name: str) -> None:
    pointer = Pointer("aaaa", "Harbour latest", "2024-03-04")
    [link] = resolve([STORM, FERRY], [pointer], parse(f"- line: Harbour latest\n  to: {name}\n"))
    assert (link.to, link.how, link.score) == ("bbbb", "pinned", 1.0)


def test_a_line_is_pinned_to_an_address_elsewhere() -> None:
    [link] = resolve(
        [STORM], [LINE], parse("- line: Storm closes harbour\n  address: https://example.org/x\n")
    )
    assert (link.to, link.how, link.address) == (None, "pinned", "https://example.org/x")


def test_a_line_is_forbidden_to_lead_anywhere() -> None:
    [link] = resolve([STORM], [LINE], parse("- line: STORM closes 'harbour'\n  never: true\n"))
    assert (link.to, link.how) == (None, "pinned")


def test_a_pin_for_one_article_leaves_the_others_alone_and_goes_before_one_for_all() -> None:
    pins = parse(
        "- {line: Storm closes harbour, never: true}\n- {line: Storm closes harbour, in: bbbb, to: aaaa}\n"
    )
    other = Pointer("cccc", "Storm closes harbour", "2024-03-05")
    assert [link.to for link in resolve([STORM, FERRY], [LINE, other], pins)] == ["aaaa", None]


def test_no_file_means_no_pins(tmp_path: Path) -> None:
    assert load(tmp_path) is NO_PINS
    assert parse("# nothing yet\n").pins == ()


def test_a_file_is_read_with_its_place_for_messages(tmp_path: Path) -> None:
    (tmp_path / "links.yaml").write_text("- line: x y\n  ot: aaaa\n", encoding="utf-8")
    with pytest.raises(ArchiveError) as caught:
        load(tmp_path)
    assert str(caught.value) == f"{tmp_path / 'links.yaml'}:2: unknown key `ot`; did you mean `to`?"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("line: x\n", 1, "a list of pins is expected here"),
        ("- x\n", 1, "a pin is expected here"),
        ("- to: aaaa\n", 1, "the pin has no `line`"),
        ("# first\n- line: x\n", 2, "the pin leads nowhere"),
        ("- line: x\n  to: a\n  never: true\n", 1, "the pin has `to` and `never`"),
        ("- line: x\n  to: a\n  to: b\n", 3, "`to` stands twice in one pin"),
        ("- line: x\n  to: [a, b]\n", 2, "`to` wants one text"),
        ("- line: x\n  to:\n", 2, "`to` wants one text"),
        ("- line: x\n  never: perhaps\n", 1, "`never: perhaps` says nothing"),
        ("- line: x\n  address: example.org\n", 1, "`example.org` is no web address"),
        ("- line: Fire: what we know\n  to: a\n", 1, "this is not YAML: mapping values are not allowed here"),
        ("- line: [x\n", 2, "this is not YAML: expected ',' or ']', but got '<stream end>'"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_hint(text: str, line: int, what: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        parse(text)
    assert (caught.value.line, caught.value.what) == (line, what)
    assert caught.value.hint


def test_a_pin_that_fits_is_not_reported() -> None:
    pins = parse("- line: Storm closes harbour\n  in: ferry-sold\n  to: storm-closes-harbour\n")
    assert unfit(pins, [STORM, FERRY], [LINE]) == []


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        (
            "line: Gone, to: aaaa",
            "no article has the line “Gone”; copy the line as it stands, or delete the pin",
        ),
        (
            "line: Storm closes harbour, to: ferry-sol",
            "no article is called ferry-sol; did you mean ferry-sold?",
        ),
        (
            "line: Storm closes harbour, in: aaaa, to: bbbb",
            "the article aaaa has no line “Storm closes harbour”",
        ),
        ("line: Storm closes harbour, to: twice", "2 articles are called twice; give the id: cccc, dddd"),
    ],
)
def test_a_pin_that_no_longer_fits_is_reported(pin: str, message: str) -> None:
    twins = [
        Headline("cccc", "One", "2024-01-01", ("twice",)),
        Headline("dddd", "Two", "2024-01-02", ("twice",)),
    ]
    [error] = unfit(parse(f"# pins\n- {{{pin}}}\n", "content/links.yaml"), [STORM, FERRY, *twins], [LINE])
    assert str(error).startswith(f"content/links.yaml:2: {message}")


def test_a_pin_whose_article_is_gone_leads_nowhere() -> None:
    [link] = resolve([STORM], [LINE], parse("- line: Storm closes harbour\n  to: eeee\n"))
    assert (link.to, link.how) == (None, "pinned")
