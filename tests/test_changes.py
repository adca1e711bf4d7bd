"""What changed between two versions is marked word by word, and nothing of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from generator.changes import Piece, changes
from generator.model import Article, Paragraph

words = st.text("ab ,.", min_size=1, max_size=12)
bodies = st.lists(words, max_size=6).map(lambda texts: tuple(Paragraph(text) for text in texts))


def article(body: tuple[Paragraph, ...], title: str = "T") -> Article:
    return Article(title, "2024-03-04", body)


@given(bodies, bodies)
def test_each_version_can_be_read_from_the_changes(
    before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]
) -> None:
    found = changes(article(before), article(after))
    old = ["".join(piece.text for piece in row.pieces if piece.how != "added") for row in found]
    new = ["".join(piece.text for piece in row.pieces if piece.how != "removed") for row in found]
    assert [text for text in old[1:] if text] == [block.text for block in before]
    assert [text for text in new[1:] if text] == [block.text for block in after]


def test_a_changed_word_is_marked_within_its_paragraph() -> None:
    found = changes(article((Paragraph("two tonnes of ice"),)), article((Paragraph("three tonnes of ice"),)))
    assert found[1].pieces == (
        Piece("removed", "two"),
        Piece("added", "three"),
        Piece("same", " tonnes of ice"),
    )


def test_a_changed_headline_is_marked() -> None:
    found = changes(article((), "Harbour opens"), article((), "Harbour closes"))
    assert found[0].changed


def test_equal_versions_have_no_change() -> None:
    body = (Paragraph("same"),)
    assert not any(row.changed for row in changes(article(body), article(body)))
