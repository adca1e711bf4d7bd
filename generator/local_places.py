"""Places no gazetteer has: a village, a harbour, a hill, told by the words before them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from generator.names_in_text import Name
from generator.people_in_text import first_names, never_in_names, speaks
from generator.sections import Section
from generator.tag_tables import small_words
from generator.words_in_text import Words

LANGUAGES = ("en", "es", "fr", "it", "pt")
"""Languages in which a capital within a sentence means a name."""
_LEAST = 3
"""A name has to stand so often, at least twice of them after a word of place; in the headline and once more, if that
one is after a word of place."""
_JOINS = (" ", "-", " & ")


def local_places(
    sections: Sequence[Section],
    taken: Sequence[Mapping[int, Name]],
    placed: Sequence[Collection[int]],
    language: str,
) -> dict[str, list[tuple[int, int, int]]]:
    """Names that mostly stand after `in`, `near`, `outside` and the like, with section, first and last word of each
    passage; nothing that is a person, an organisation or a place of the gazetteer already."""
    if language not in LANGUAGES:
        return {}
    before_places = small_words("before_places")
    where: dict[str, list[tuple[int, int, int]]] = {}
    after, alone, other = Counter[str](), Counter[str](), Counter[str]()
    for number, section in enumerate(sections):
        words = section.words
        for at in words.capitals:
            text = words.texts[at]
            if len(text) < 4 or at in taken[number] or at in placed[number]:
                continue
            where.setdefault(text, []).append((number, at, at))
            if not section.plain or section.part == "aside" or words.opens[at]:
                continue
            if _beside_capital(words, at) or speaks(words, at + 1):
                other[text] += 1
                continue
            alone[text] += 1
            if words.gaps[at] == " " and words.texts[at - 1].casefold() in before_places:
                after[text] += 1
    return {
        text: places
        for text, places in where.items()
        if (
            (after[text] >= 2 and len(places) >= _LEAST)
            or (after[text] and len(places) > 1 and not places[0][0])
        )
        and after[text] * 2 >= alone[text]
        and other[text] <= alone[text]
        and not text.isupper()
        and text not in first_names()
        and not never_in_names(text)
    }


def _beside_capital(words: Words, at: int) -> bool:
    if words.gaps[at] in _JOINS and words.texts[at - 1][0].isupper() and not words.opens[at - 1]:
        return True
    after = at + 1
    return after < len(words.texts) and words.gaps[after] in _JOINS and words.texts[after][0].isupper()
