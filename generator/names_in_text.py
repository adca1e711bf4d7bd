"""People and organisations an article names, each once, with the passages where it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from generator.capital_runs import Run, runs_of
from generator.organisations_in_text import known_organisations, organisation_in, without_suffix
from generator.people_in_text import never_in_names, person_in, speaks, surname_first, titled
from generator.sections import Section
from generator.tag_tables import rows, small_words
from generator.words_in_text import Words


@dataclass(slots=True)
class Name:
    """A person or an organisation of one article."""

    text: str
    """As a reader writes it."""
    kind: Literal["person", "organisation"]
    why: str
    """The rule that took it for one, in words."""
    country: str = ""
    """The country an organisation stands for, ISO 3166-1."""
    known: bool = False
    """Whether it is of the list of organisations known to any reader."""
    source: bool = False
    """Whether it is named as a source more often than as a subject."""
    short: str = ""
    """The surname, or the first word of an organisation: what the text calls it later."""
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    """Section, first word and last word of each passage, in order."""


@dataclass(slots=True)
class Names:
    """What `names_of` found."""

    names: list[Name]
    taken: list[dict[int, Name]]
    """For each section which words belong to which name."""


def names_of(
    sections: Sequence[Section],
    placed: Sequence[Mapping[int, str]],
    language: str,
    authors: Sequence[str] = (),
) -> Names:
    """The names of an article. `placed`: for each section the words that name a country or a region, and how;
    `authors` and their surnames are left out."""
    return _Reader(sections, placed, language, authors).read()


class _Reader:
    def __init__(
        self,
        sections: Sequence[Section],
        placed: Sequence[Mapping[int, str]],
        language: str,
        authors: Sequence[str],
    ) -> None:
        self.sections, self.placed, self.language = sections, placed, language
        self.authors = {
            part.casefold() for author in authors for part in (author, author.split()[-1] if author else "")
        }
        self.found: dict[tuple[str, str], Name] = {}
        self.taken: list[dict[int, Name]] = [{} for _ in sections]

    def read(self) -> Names:
        self._known()
        singles: list[tuple[int, int, str]] = []
        acronyms: dict[str, list[tuple[int, int]]] = {}
        for number, section in enumerate(self.sections):
            if section.plain:
                for run in runs_of(section, self.taken[number]):
                    self._run(number, section.words, run, singles)
            self._acronyms(number, section, acronyms)
        self._define(acronyms)
        self._single_people(singles)
        self._later_mentions()
        names = [name for name in self.found.values() if self._stands(name)]
        for name in names:
            name.mentions.sort()
        return Names(names, self.taken)

    def _stands(self, name: Name) -> bool:
        """Authors are left out; and who was told by a verb of speech alone has to come again by the surname, as people
        do: companies come again by their first word."""
        if name.text.casefold() in self.authors:
            return False
        if name.kind == "organisation" or not name.why.startswith("before"):
            return True
        return any(first == last for _, first, last in name.mentions)

    def _known(self) -> None:
        present: set[str] | None = None
        for number, section in enumerate(self.sections):
            for match in known_organisations().find(section.words):
                organisation = match.value
                if organisation.beside:
                    if present is None:
                        present = {text for part in self.sections for text in part.words.texts}
                    if not organisation.beside & present:
                        continue
                if match.first == match.last and section.words.texts[match.first] in ("US",):
                    continue
                name = self._name(organisation.name, "organisation", "a name known to any reader")
                name.known, name.country, name.source = True, organisation.country, organisation.source
                self._mention(name, number, match.first, match.last)

    def _run(self, number: int, words: Words, run: Run, singles: list[tuple[int, int, str]]) -> None:
        first, last = run
        if first == last and not titled(words, first):
            return
        while first < last and words.opens[first] and (never_in_names(words.texts[first])):
            first += 1
            while first < last and words.texts[first][0].islower():
                first += 1
        part = organisation_in(words, Run(first, last)) if self.language != "de" or last > first else None
        if part is not None and not self._only_place(number, part):
            text = without_suffix(self._text(number, part.first, part.last))
            name = self._name(text, "organisation", f"ends or begins with “{words.texts[part.last]}”")
            if self.placed[number].get(part.first) not in ("name", "adjective"):
                name.short = name.short or _first_word(words, part)
            self._mention(name, number, part.first, part.last)
            if part.first > first:
                self._run(number, words, Run(first, part.first - 1), singles)
            if part.last < last:
                self._run(number, words, Run(part.last + 1, last), singles)
            return
        for piece in _pieces(words, Run(first, last)):
            person = person_in(words, piece, self.placed[number], self.language == "de")
            if person is None:
                continue
            if person.first == person.surname == person.last:
                singles.append((number, person.first, person.why))
                continue
            text = self._text(number, person.first, person.last)
            name = self._name(text, "person", person.why)
            name.short = words.texts[person.surname]
            self._mention(name, number, person.first, person.last)

    def _only_place(self, number: int, part: Run) -> bool:
        return all(at in self.placed[number] for at in range(part.first, part.last + 1))

    def _acronyms(self, number: int, section: Section, acronyms: dict[str, list[tuple[int, int]]]) -> None:
        taken, placed, words = self.taken[number], self.placed[number], section.words
        if len(words.texts) > 3 and len(section.words.shouted) * 2 > len(words.texts):
            return
        for at in section.words.shouted:
            text = section.words.texts[at].replace(".", "")
            if not 2 < len(text) <= 6 or at in taken or at in placed:
                continue
            numbered = at + 1 < len(words.texts) and not words.gaps[at + 1]
            if text not in _not_acronyms() and not numbered:
                acronyms.setdefault(text, []).append((number, at))

    def _define(self, acronyms: dict[str, list[tuple[int, int]]]) -> None:
        """An initialism is the organisation whose words it abbreviates; else one of its own where it is repeated."""
        full = {_initials(name.text): name for name in self.found.values() if name.kind == "organisation"}
        for text, places in acronyms.items():
            name = full.get(text)
            if name is None:
                body = [place for place in places if self.sections[place[0]].part != "aside"]
                if len(body) < 2 or not any(self._with_article(number, at) for number, at in body):
                    continue
                name = self._name(text, "organisation", "an initialism used more than once")
            for number, at in places:
                self._mention(name, number, at, at)

    def _with_article(self, number: int, at: int) -> bool:
        """`the GRU`, `die DGB`, `by USAID`: organisations have these before them, products and units seldom."""
        words = self.sections[number].words
        after = at + 1
        counted = (
            after < len(words.texts) and words.gaps[after] in (" ", "-") and words.texts[after][0].isdigit()
        )
        return (
            at > 0 and not counted and words.texts[at - 1].casefold() in small_words("before_organisations")
        )

    def _single_people(self, singles: list[tuple[int, int, str]]) -> None:
        people = [name for name in self.found.values() if name.kind == "person"]
        for number, at, why in singles:
            text = self.sections[number].words.texts[at]
            owner = next((name for name in people if name.short == text), None)
            if owner is None:
                owner = self._name(text, "person", why)
                owner.short = text
            self._mention(owner, number, at, at)

    def _later_mentions(self) -> None:
        """Surnames alone, and organisations by their first word."""
        shorts: dict[str, list[Name]] = {}
        for name in self.found.values():
            if len(name.short) > 2:
                shorts.setdefault(name.short, []).append(name)
        if not shorts:
            return
        for number, section in enumerate(self.sections):
            taken = self.taken[number]
            called = [at for at, text in enumerate(section.words.texts) if text in shorts]
            for at in sorted({*called, *section.words.shouted}) if section.words.shouted else called:
                if at in taken:
                    continue
                text = section.words.texts[at]
                owners = shorts.get(text) or shorts.get(text.title())
                if owners and (
                    not section.words.opens[at]
                    or owners[0].kind == "person"
                    or self.placed[number].get(at) == "region"
                    or speaks(section.words, at + 1)
                ):
                    before = [
                        name for name in owners if name.mentions and name.mentions[0] <= (number, at, at)
                    ]
                    self._mention((before or owners)[-1 if number else 0], number, at, at)

    def _name(self, text: str, kind: Literal["person", "organisation"], why: str) -> Name:
        key = (kind, _key(text, kind))
        name = self.found.get(key)
        if name is None:
            name = self.found[key] = Name(text, kind, why)
        return name

    def _mention(self, name: Name, number: int, first: int, last: int) -> None:
        name.mentions.append((number, first, last))
        for at in range(first, last + 1):
            self.taken[number][at] = name

    def _text(self, number: int, first: int, last: int) -> str:
        return self.sections[number].words.passage(first, last)


def _pieces(words: Words, run: Run) -> list[Run]:
    """A run cut where a connector joins two names: at `and`, `of`, `for`, `the`."""
    pieces: list[Run] = []
    first, joins = run.first, small_words("joins")
    for at in range(run.first, run.last + 1):
        if words.texts[at] in joins or words.gaps[at] in (
            "/",
            " & ",
            "&",
        ):
            if at > first:
                pieces.append(Run(first, at - 1))
            first = at + 1 if words.texts[at][0].islower() else at
    if first <= run.last:
        pieces.append(Run(first, run.last))
    return pieces


def _first_word(words: Words, part: Run) -> str:
    word = words.texts[part.first]
    return word if len(word) > 3 and part.last > part.first else ""


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.replace("-", " ").split() if word[0].isupper())


def _key(text: str, kind: str) -> str:
    """One key for `James A. Baker` and `James Baker`."""
    parts = [part for part in text.casefold().replace("-", " ").split() if len(part.strip(".")) > 1]
    if kind == "person" and len(parts) > 2 and not surname_first(text.split()[0]):
        return f"{parts[0]} {parts[-1]}"
    return " ".join(parts) or text.casefold()


@cache
def _not_acronyms() -> frozenset[str]:
    return frozenset(rows("organisations")["not_acronyms"])
