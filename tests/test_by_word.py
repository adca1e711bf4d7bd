"""What is remembered of words: the same answers as without, in bounded memory."""

from itertools import compress
from operator import add

from hypothesis import given
from hypothesis import strategies as st

from generator.by_word import LONGEST, MOST, ByWord
from generator.words_in_text import words_of


def test_a_word_is_told_once_and_remembered() -> None:
    asked: list[str] = []

    def tell(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = ByWord(tell)
    assert [lengths[word] for word in ("quay", "harbour", "quay")] == [4, 7, 4]
    assert asked == ["quay", "harbour"]


def test_memory_is_bounded_whatever_the_words() -> None:
    lengths = ByWord(len)
    for number in range(MOST + 10):
        assert lengths[str(number)] == len(str(number))
    assert len(lengths) == 10
    assert lengths["a" * (LONGEST + 1)] == LONGEST + 1
    assert len(lengths) == 10


@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aA.' &-,\n’s5"))))
def test_words_and_gaps_are_the_text(text: str) -> None:
    words = words_of(text)
    told = "".join(map(add, words.gaps, words.texts))
    assert text.startswith(told)
    assert not any(character.isalpha() for character in text[len(told) :])
    assert all(words.passage(at, at) == word for at, word in enumerate(words.texts))
    assert all(words.opens[:1])
    assert [at for at, word in enumerate(words.texts) if word[0].isupper()] == words.capitals
    assert [at for at in words.capitals if words.texts[at].isupper()] == words.shouted


def test_a_full_stop_ends_a_sentence_but_not_after_an_initial_or_a_title() -> None:
    words = words_of(
        "Dr. Adair met J. Hale. They left -- at once.\nThe U.S. agreed; Anglo-French talks went on"
    )
    assert list(compress(words.texts, words.opens)) == ["Dr", "They", "at", "The", "Anglo"]
