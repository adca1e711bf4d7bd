"""What an article is about: places, people, organisations and topics, inferred from its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from generator.cities_in_text import cities_in
from generator.local_places import local_places
from generator.model import Article, Tag
from generator.names_in_text import Names, names_of
from generator.place_salience import FEATURES, Evidence, Mention, evidence_of, likelihood
from generator.places import Place, countries, gazetteer
from generator.sections import Section, sections_of
from generator.settled_tags import settle
from generator.tag_names import key
from generator.tag_tables import rows
from generator.topics import key_words_of, topics_in

__all__ = [
    "MOST_TAGS",
    "Proposal",
    "Study",
    "explain",
    "infer",
    "named_in_passing",
    "propose",
    "settle",
    "study",
]

MOST_TAGS = 10
"""No article gets more."""
USUAL_TAGS = 8
"""No article gets more, save by tags that are sure."""
_SURE = 0.6
_PLACE_FROM, _PERSON_FROM, _SOURCE_FROM, _ORGANISATION_FROM, _TOPIC_FROM = 0.44, 0.27, 0.52, 0.38, 0.39
"""The salience each kind of tag needs."""
_LOCAL_FROM = 0.55
_SURNAME_LESS = 0.08
"""So much less a surname alone is worth: it tells a reader less, and is more often a mistake."""
_MOST_TOPICS, _MOST_KEY_WORDS = 4, 2
_WORDS_A_PROMINENT_MENTION, _WORDS_A_NAME, _WORDS_AN_ADJECTIVE = 750, 300, 100
"""A country mentioned less often than once in so many words is mentioned in passing."""

Kind: TypeAlias = Literal["place", "person", "organisation", "topic"]
Passage: TypeAlias = tuple[int, int, int]
"""Section, first word and last word."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tag with the reason for it."""

    tag: Tag
    why: str
    passages: tuple[Passage, ...]
    """Where it stands, in order."""


@dataclass(frozen=True, slots=True)
class Study:
    """An article as inference sees it."""

    sections: Sequence[Section]
    names: Names
    places: Sequence[Mention]
    evidence: Sequence[Evidence]
    language: str


def infer(article: Article) -> tuple[Tag, ...]:
    """The tags of one article, best first, from nothing but its own words; at most `MOST_TAGS`."""
    return infer_all([article])[0]


def infer_all(articles: Sequence[Article]) -> list[tuple[Tag, ...]]:
    """The tags of articles, each from its own words, as `infer` gives them.

    They go step by step and not one after the other: what a step uses then stays in the processor's cache.
    """
    return [tuple(proposal.tag for proposal in found) for found in propose_all(study_all(articles))]


def study(article: Article) -> Study:
    """Everything an article names, before any of it is chosen."""
    return study_all([article])[0]


def study_all(articles: Sequence[Article]) -> list[Study]:
    """Everything that each article names."""
    languages = [article.lang or "en" for article in articles]
    sections = list(map(sections_of, articles))
    mentions = list(map(_mentions, sections, languages))
    names = [
        names_of(own, _placed(own, found), language, article.authors)
        for article, own, found, language in zip(articles, sections, mentions, languages, strict=True)
    ]
    free = [
        [mention for mention in found if _free(mention, named)]
        for found, named in zip(mentions, names, strict=True)
    ]
    places = list(map(cities_in, sections, free, languages))
    evidence = [
        evidence_of(own, placed, named.taken)
        for own, placed, named in zip(sections, places, names, strict=True)
    ]
    return list(map(Study, sections, names, places, evidence, languages))


def _mentions(sections: Sequence[Section], language: str) -> list[Mention]:
    book = gazetteer(language)
    return [
        Mention(number, found.first, found.last, found.value)
        for number, section in enumerate(sections)
        for found in book.find(section.words)
    ]


def _placed(sections: Sequence[Section], mentions: Sequence[Mention]) -> list[dict[int, str]]:
    """For each section how the words at some places name one, but for cities of one word."""
    placed: list[dict[int, str]] = [{} for _ in sections]
    for mention in mentions:
        if mention.naming.how != "city" or mention.last > mention.first:
            placed[mention.section].update(
                (at, mention.naming.how) for at in range(mention.first, mention.last + 1)
            )
    return placed


def _free(mention: Mention, names: Names) -> bool:
    """Whether a place is meant: not inside a person's name, nor a city or region inside a company's, nor where its
    name is short for a company; a country inside an organisation's name counts (`Bank of Japan`)."""
    owner = names.taken[mention.section].get(mention.first)
    if owner is None:
        return True
    if owner.kind == "person" or mention.naming.how in ("city", "region"):
        return False
    return mention[:3] not in owner.mentions


def propose(seen: Study) -> list[Proposal]:
    """The tags to give, best first, at most `MOST_TAGS`, each with its reason."""
    return propose_all([seen])[0]


def propose_all(studies: Sequence[Study]) -> list[list[Proposal]]:
    """The tags to give for each study."""
    steps = [list(map(step, studies)) for step in (_countries, _within, _names, _topics)]
    return [
        _choose(found, [*within, *names, *topics])
        for found, within, names, topics in zip(*steps, strict=True)
    ]


def _choose(named: list[Proposal], others: list[Proposal]) -> list[Proposal]:
    """All countries, then the best of the others."""
    chosen: dict[str, Proposal] = {}
    for proposal in sorted(named, key=_by_score):
        chosen[key(proposal.tag.name)] = proposal
    for proposal in sorted(others, key=_by_score):
        if len(chosen) < USUAL_TAGS or proposal.tag.score >= _SURE:
            chosen.setdefault(key(proposal.tag.name), proposal)
    return sorted(list(chosen.values())[:MOST_TAGS], key=_by_score)


def _by_score(proposal: Proposal) -> tuple[float, str, str]:
    return -proposal.tag.score, proposal.tag.kind, proposal.tag.name


def _countries(seen: Study) -> list[Proposal]:
    found = []
    threshold = rows("place_weights")["threshold"]
    for evidence in seen.evidence:
        chance = likelihood(evidence)
        if chance >= threshold and not named_in_passing(seen, evidence):
            place = countries()[evidence.country]
            found.append(_proposal(place.name, "place", chance, "a country", evidence.mentions))
    return found


def named_in_passing(seen: Study, evidence: Evidence) -> bool:
    """A country named once or twice in the body of a long text: the weights come from short ones."""
    parts = {seen.sections[mention.section].part for mention in evidence.mentions}
    if parts & {"title", "opening"}:
        reach = _WORDS_A_PROMINENT_MENTION
    elif any(mention.naming.how == "name" for mention in evidence.mentions):
        reach = _WORDS_A_NAME
    else:
        reach = _WORDS_AN_ADJECTIVE
    length = sum(len(section.words.texts) for section in seen.sections if section.part != "aside")
    return len(evidence.mentions) * reach < length


def _within(seen: Study) -> list[Proposal]:
    """Cities, regions, and places no gazetteer has."""
    passages: dict[str, list[Passage]] = {}
    places: dict[str, Place] = {}
    for mention in seen.places:
        place = mention.naming.place
        if place.kind != "country" and place.tag:
            places[place.key] = place
            passages.setdefault(place.key, []).append(mention[:3])
    found = []
    for place_key, where in passages.items():
        place = places[place_key]
        score = _salience(seen, where)
        if score >= _PLACE_FROM:
            found.append(_proposal(place.name, "place", score, f"a {place.kind}", where))
    placed: list[set[int]] = [set() for _ in seen.sections]
    for mention in seen.places:
        placed[mention.section].update(range(mention.first, mention.last + 1))
    for name, local in local_places(seen.sections, seen.names.taken, placed, seen.language).items():
        score = _salience(seen, local)
        if score >= _LOCAL_FROM:
            found.append(_proposal(name, "place", score, "a name after words of place", local))
    return found


def _names(seen: Study) -> list[Proposal]:
    found = []
    for name in seen.names.names:
        score = _salience(seen, name.mentions)
        if name.kind == "person" and " " not in name.text:
            score -= _SURNAME_LESS
        least = _PERSON_FROM if name.kind == "person" else _SOURCE_FROM if name.source else _ORGANISATION_FROM
        if score >= least:
            found.append(_proposal(name.text, name.kind, score, name.why, name.mentions))
    return found


def _topics(seen: Study) -> list[Proposal]:
    found = []
    covered = {(m.section, at) for m in seen.places for at in range(m.first, m.last + 1)}
    for topic in topics_in(seen.sections, seen.names.taken, seen.language):
        covered.update(
            (section, at) for section, first, last in topic.mentions for at in range(first, last + 1)
        )
        score = _salience(seen, topic.mentions) - (0.1 if topic.weak else 0.0)
        if score >= _TOPIC_FROM:
            found.append(_proposal(topic.name, "topic", score, "words of the topic", topic.mentions))
    found.sort(key=lambda proposal: (-proposal.tag.score, proposal.tag.name))
    del found[_MOST_TOPICS:]
    for text, _, where in key_words_of(seen.sections, seen.names.taken, seen.language)[:_MOST_KEY_WORDS]:
        if not any((section, at) in covered for section, at, _ in where):
            score = min(_salience(seen, where[1:]), 0.5)
            found.append(
                _proposal(text, "topic", score, "a word of the headline that the text repeats", where)
            )
    return found


def _proposal(name: str, kind: Kind, score: float, why: str, where: Sequence[Sequence[Any]]) -> Proposal:
    passages = tuple((int(row[0]), int(row[1]), int(row[2])) for row in where)
    return Proposal(Tag(name, kind, round(score, 3)), why, passages)


def _salience(seen: Study, passages: Sequence[Passage]) -> float:
    """How much a name matters, 0 to 1: where it stands, and how often."""
    parts = [seen.sections[section].part for section, _, _ in passages]
    told = sum(part != "aside" for part in parts)
    if not told:
        return 0.1
    score = 0.25 + 0.07 * min(told, 5) + 0.02 / (1 + passages[0][0])
    if "title" in parts:
        score += 0.25
    if "opening" in parts:
        score += 0.12
    return round(min(score, 0.99), 3)


def explain(article: Article) -> str:
    """For each tag of an article the rule it came from and the sentence it was first found in, as lines of text."""
    seen = study(article)
    lines = []
    for proposal in propose(seen):
        tag = proposal.tag
        lines.append(
            f"{tag.name} ({tag.kind}, {tag.score:.2f}): {proposal.why}; {len(proposal.passages)} mentions"
        )
        section, first, last = proposal.passages[0]
        lines.append(f"    {_sentence(seen.sections[section], first, last)}")
        if proposal.why == "a country":
            evidence = next(e for e in seen.evidence if countries()[e.country].name == tag.name)
            lines.append(f"    {_weights(evidence)}")
    return "\n".join(lines)


def _sentence(section: Section, first: int, last: int) -> str:
    words = section.words
    begin = next((at for at in range(first, 0, -1) if words.opens[at]), 0)
    end = next((at for at in range(last + 1, len(words.texts)) if words.opens[at]), len(words.texts))
    return " ".join("".join(words.parts[2 * begin + 1 : 2 * end + 1]).split())


def _weights(evidence: Evidence) -> str:
    weights = rows("place_weights")["weights"]
    parts = [(weights[name] * value, name) for name, value in zip(FEATURES, evidence.features, strict=True)]
    strongest = sorted(parts, key=lambda part: (-abs(part[0]), part[1]))[:4]
    return ", ".join(f"{name.replace('_', ' ')} {value:+.1f}" for value, name in strongest if value)
