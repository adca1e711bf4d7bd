"""What an article is about: places, people, organisations and topics, inferred from its own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, Tag
from generator.names_in_text import Name, Names, names_of
from generator.phrases import rows
from generator.place_salience import Evidence, Mention, evidence_of, likelihood
from generator.places import Place, countries, gazetteer
from generator.sections import Section, sections_of
from generator.settled_tags import settle

__all__ = ["MOST_TAGS", "Proposal", "Study", "infer", "propose", "settle", "study"]

MOST_TAGS = 10
"""No article gets more."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tag with the reason for it."""

    tag: Tag
    why: str
    mentions: tuple[tuple[int, int, int], ...]
    """Section, first word and last word of each passage."""


@dataclass(frozen=True, slots=True)
class Study:
    """An article as inference sees it."""

    sections: Sequence[Section]
    names: Names
    places: Sequence[Mention]
    evidence: Sequence[Evidence]


def infer(article: Article) -> tuple[Tag, ...]:
    """The tags of one article, best first, from nothing but its own words; at most `MOST_TAGS`."""
    return tuple(proposal.tag for proposal in propose(study(article)))


def study(article: Article) -> Study:
    """Everything an article names, before any of it is chosen."""
    language = article.lang or "en"
    sections = sections_of(article)
    book = gazetteer(language)
    mentions = [
        Mention(number, found.first, found.last, found.value)
        for number, section in enumerate(sections)
        for found in book.find(section.words)
    ]
    placed: list[set[int]] = [set() for _ in sections]
    for mention in mentions:
        if mention.naming.how != "city":
            placed[mention.section].update(range(mention.first, mention.last + 1))
    names = names_of(sections, placed, language, article.authors)
    places = []
    for mention in mentions:
        owner = names.taken[mention.section].get(mention.first)
        if owner is None or (owner.kind == "organisation" and mention.naming.how != "city"):
            places.append(mention)
    return Study(sections, names, places, evidence_of(sections, places, names.taken))


def propose(seen: Study) -> list[Proposal]:
    """The tags to give, best first, at most `MOST_TAGS`, each with its reason."""
    proposals = [*_countries(seen), *_within(seen), *_names(seen)]
    proposals.sort(key=lambda proposal: (-proposal.tag.score, proposal.tag.kind, proposal.tag.name))
    return proposals[:MOST_TAGS]


def _countries(seen: Study) -> list[Proposal]:
    found = []
    for evidence in seen.evidence:
        chance = likelihood(evidence)
        if chance >= rows("place_weights")["threshold"]:
            place = countries()[evidence.country]
            passages = tuple((m.section, m.first, m.last) for m in evidence.mentions)
            found.append(Proposal(Tag(place.name, "place", round(chance, 3)), "a country", passages))
    return found


def _within(seen: Study) -> list[Proposal]:
    """Cities and regions."""
    passages: dict[Place, list[tuple[int, int, int]]] = {}
    for mention in seen.places:
        place = mention.naming.place
        if place.kind != "country" and place.tag:
            passages.setdefault(place, []).append((mention.section, mention.first, mention.last))
    found = []
    for place, where in passages.items():
        score = _salience(seen, where)
        if score >= 0.5:
            found.append(Proposal(Tag(place.name, "place", score), f"a {place.kind}", tuple(where)))
    return found


def _names(seen: Study) -> list[Proposal]:
    found = []
    for name in seen.names.names:
        score = _salience(seen, name.mentions, name)
        if score >= 0.4:
            found.append(Proposal(Tag(name.text, name.kind, score), name.why, tuple(name.mentions)))
    return found


def _salience(seen: Study, passages: Sequence[tuple[int, int, int]], name: Name | None = None) -> float:
    """How much a name matters, 0 to 1: where it first stands, and how often."""
    parts = [seen.sections[section].part for section, _, _ in passages]
    told = [part for part in parts if part != "aside"]
    score = 0.2 + 0.08 * min(len(told), 5)
    if "title" in parts:
        score += 0.3
    if "opening" in parts:
        score += 0.15
    if not told:
        score = 0.1
    if name is not None and (name.known or name.kind == "person"):
        score += 0.1
    return round(min(score, 0.99), 3)
