"""Properties that hold for any headline."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.headline import key
from generator.links import resolve
from generator.model import Headline, Pointer

TITLES = st.text(min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(TITLES, min_size=1, max_size=6))
def test_every_headline_is_found_again_and_every_line_answered(titles: list[str]) -> None:
    headlines = [Headline(f"{n}", title, "2024-03-12") for n, title in enumerate(titles)]
    links = resolve(headlines, [Pointer("elsewhere", title, "2024-03-12") for title in titles])
    assert [link.pointer.title for link in links] == titles
    for title, link in zip(titles, links, strict=True):
        assert link.to is not None
        assert key(titles[int(link.to)]) == key(title)
        assert link.how in ("exact", "normalised")


@settings(max_examples=60, deadline=None)
@given(TITLES)
def test_case_and_outer_spaces_never_change_the_key(title: str) -> None:
    assert key(f"  {title}\u00a0") == key(title)
    assert key(key(title)) == key(title)


@settings(max_examples=60, deadline=None)
@given(st.lists(TITLES, min_size=1, max_size=5), TITLES)
def test_whatever_is_asked_the_score_is_between_nought_and_one(titles: list[str], line: str) -> None:
    headlines = [Headline(f"{n}", title, "2024-03-12") for n, title in enumerate(titles)]
    [link] = resolve(headlines, [Pointer("elsewhere", line, "")])
    assert 0 <= link.score <= 1
    assert (link.to is None) == (link.score == 0)
