"""Topics: what an article is about beside names, from the words of `rules/topics.yaml` and from its own key words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeAlias

from generator.by_word import ByWord
from generator.names_in_text import Name
from generator.people_in_text import first_names, never_in_names
from generator.sections import Section
from generator.tag_names import key
from generator.tag_tables import rows, small_words
from generator.words_in_text import words_of

LANGUAGES = ("en", "de", "es", "fr", "it", "pl", "pt")
"""Languages whose topics are read; a text in another one gets none."""
_HEAD = 4
"""Patterns are looked up by so many first letters; what any ending may follow has no fewer."""
_GAP = 4


class Part(NamedTuple):
    """One word of a pattern."""

    text: str
    prefix: bool
    """Whether any ending may follow."""
    reach: int
    """So many other words may stand before it."""


Pattern: TypeAlias = tuple[tuple[Part, ...], str, bool]
"""The words of a pattern, its topic, and whether it is a weak sign of it."""


@dataclass(slots=True)
class TopicHits:
    """One topic in one article."""

    name: str
    weak: bool
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    """Section, first and last word of each passage."""


class Begun(NamedTuple):
    """The patterns whose first word a word can be."""

    patterns: tuple[Pattern, ...]
    following: frozenset[str] | None
    """The first two letters of the word that has to follow for any of them; None where that does not tell."""


@cache
def _by_head(language: str) -> dict[str, list[Pattern]]:
    """The patterns by how the word may begin that they begin with: as the table has it (`iPhone`), small, with a
    capital and in capitals."""
    found: dict[str, list[Pattern]] = {}
    for row in rows("topics"):
        for text in row.get(language, ()):
            parts = _parse(text)
            pattern = (parts, row["name"], bool(row.get("weak")))
            heads = {word[:_HEAD] for word in (parts[0].text, parts[0].text.replace("ss", "ß"))}
            forms = {form for head in heads for form in (head, head.capitalize(), head.upper())}
            for written in {text[:_HEAD], *forms}:
                found.setdefault(written, []).append(pattern)
    return found


@cache
def _patterns(language: str) -> ByWord[Begun | None]:
    """By word the patterns it can begin."""
    by_head = _by_head(language)

    def begun_by(word: str) -> Begun | None:
        lower = word.casefold()
        patterns = tuple(row for row in by_head.get(word[:_HEAD], ()) if _is(row[0][0], lower))
        if not patterns:
            return None
        following = [parts[1] if len(parts) > 1 else None for parts, _, _ in patterns]
        if any(not part or part.reach or len(part.text) < 2 for part in following):
            return Begun(patterns, None)
        return Begun(patterns, frozenset(part.text[:2] for part in following if part))

    return ByWord(begun_by)


def _is(part: Part, lower: str) -> bool:
    return lower.startswith(part.text) if part.prefix else lower == part.text


def _parse(pattern: str) -> tuple[Part, ...]:
    parts, reach = [], 0
    for token in pattern.split():
        if token == "~":
            reach = _GAP
            continue
        for piece in words_of(token.removesuffix("*")).texts or [""]:
            parts.append(Part(piece.casefold(), False, reach))
            reach = 0
        if token.endswith("*"):
            parts[-1] = parts[-1]._replace(prefix=True)
    return tuple(parts)


@cache
def topic_keys() -> frozenset[str]:
    """Keys of the topics of `rules/topics.yaml`; any other inferred topic is a key word of its article."""
    return frozenset(key(row["name"]) for row in rows("topics"))


def topics_in(
    sections: Sequence[Section], taken: Sequence[Mapping[int, Name]], language: str
) -> list[TopicHits]:
    """Every topic whose words stand in the article, in order of first mention."""
    if language not in LANGUAGES:
        return []
    heads, patterns = _by_head(language), _patterns(language)
    found: dict[str, TopicHits] = {}
    for number, section in enumerate(sections):
        texts, owners = section.words.texts, taken[number]
        # Most words are told to begin none by a few letters: the table of all words is too large to be at hand.
        begun = [
            (at, row) for at, text in enumerate(texts) if text[:_HEAD] in heads and (row := patterns[text])
        ]
        for at, (candidates, following) in begun:
            if following is not None and (
                at + 1 == len(texts) or texts[at + 1][:2].casefold()[:2] not in following
            ):
                continue
            if at in owners and owners[at].kind == "person":
                continue
            for parts, name, weak in candidates:
                last = at if len(parts) == 1 else _match(parts, texts, at)
                if last >= 0:
                    hits = found.get(name)
                    if hits is None:
                        hits = found[name] = TopicHits(name, weak)
                    if not hits.mentions or hits.mentions[-1] != (number, at, last):
                        hits.mentions.append((number, at, last))
    return list(found.values())


def _match(parts: tuple[Part, ...], texts: Sequence[str], at: int) -> int:
    """Index of the last word matched where the first one does, -1 where the pattern does not match."""
    here = at
    for part in parts[1:]:
        here += 1
        for ahead in range(here, min(here + part.reach + 1, len(texts))):
            if _is(part, texts[ahead].casefold()):
                here = ahead
                break
        else:
            return -1
    return here


_REPEATED = 3
"""A key word stands so often in the body."""
_ENDINGS_OF_OTHERS = ("ing", "ed", "ly", "est", "ous", "ful", "able", "ible", "ive", "ish", "less")


def key_words_of(
    sections: Sequence[Section], taken: Sequence[Mapping[int, Name]], language: str
) -> list[tuple[str, int, tuple[tuple[int, int, int], ...]]]:
    """Nouns of the headline that the body repeats, with how often it does and where: candidates for topics, of which
    the archive keeps those that several articles share. In English and German, whose nouns can be told."""
    if language not in ("en", "de"):
        return []
    wanted: dict[str, int] = {}
    title = sections[0].words
    for at, text in enumerate(title.texts):
        joined = title.gaps[at] == "-" or title.gaps[at + 1 : at + 2] == ["-"]
        if len(text) >= 4 and text.isalpha() and at not in taken[0] and not joined:
            wanted.setdefault(_roots(language)[text], at)
    if not wanted:
        return []
    forms = {form: root for root, at in wanted.items() for form in (title.texts[at], *_forms(language)[root])}
    where: dict[str, list[tuple[int, int, int]]] = {}
    for number, section in enumerate(sections):
        if number == 0 or section.part == "aside" or forms.keys().isdisjoint(section.words.texts):
            continue
        for at, text in enumerate(section.words.texts):
            if text in forms:
                where.setdefault(forms[text], []).append((number, at, at))
    found = []
    for root, places in where.items():
        if len(places) < _REPEATED or root in _too_common(language):
            continue
        if language == "en" and root.endswith(_ENDINGS_OF_OTHERS):
            continue
        noun = _as_noun(sections, places, language)
        if noun is None or noun.capitalize() in first_names() or never_in_names(noun.capitalize()):
            continue
        found.append((noun, len(places), ((0, wanted[root], wanted[root]), *places)))
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _as_noun(
    sections: Sequence[Section], places: Sequence[tuple[int, int, int]], language: str
) -> str | None:
    """How the word is mostly written in these places; None where it is not mostly a noun."""
    nouns = small_words("before_german_nouns" if language == "de" else "before_nouns")
    verbs = small_words("before_verbs")
    spelt: Counter[str] = Counter()
    noun = other = 0
    for number, at, _ in places:
        words = sections[number].words
        text = words.texts[at]
        before = words.texts[at - 1].casefold() if at else ""
        capital = text[0].isupper()
        if language == "de":
            after = at + 1
            named = (
                after < len(words.texts)
                and words.gaps[after] in (" ", "-")
                and words.texts[after][0].isupper()
            )
            good, bad = capital and before in nouns and not named, not capital or named
            spelt[text] += 1
        else:
            good, bad = before in nouns, (capital and not words.opens[at]) or before in verbs
            spelt[text.casefold()] += 1
        noun += good
        other += bad
    if noun < 1 or noun <= other:
        return None
    return min(spelt.items(), key=lambda item: (-item[1], item[0]))[0]


@cache
def _roots(language: str) -> ByWord[str]:
    return ByWord(lambda word: _singular(word.lower(), language))


@cache
def _forms(language: str) -> ByWord[tuple[str, ...]]:
    """By root the words that have it, in small letters, with a capital and in capitals."""

    def forms(root: str) -> tuple[str, ...]:
        words = [root, *(root + ending for ending in _ENDINGS[language])]
        if root.endswith("y"):
            words.append(root[:-1] + "ies")
        rooted = [word for word in words if _singular(word, language) == root]
        return tuple(form for word in rooted for form in (word, word.capitalize(), word.upper()))

    return ByWord(forms)


_ENDINGS = {"en": ("s",), "de": ("innen", "en", "er", "es", "e", "n", "s")}
"""Endings of a plural or a case, the longest first."""


def _singular(word: str, language: str) -> str:
    """A key under which singular and plural are one, not a form to be shown."""
    if language == "de":
        for ending in _ENDINGS["de"]:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
        return word
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


@cache
def _too_common(language: str) -> frozenset[str]:
    """Nouns that stand in any article and so say nothing of one."""
    return frozenset(_singular(word, language) for word in rows("common_nouns")[language])
