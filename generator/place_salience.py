"""Which of the countries a text names it is about: features of the mentions, and a logistic weighting of them.

The weights stand in `rules/place_weights.yaml`; `python -m benchmarks.tags refit SET` fits them again.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from generator.names_in_text import Name
from generator.places import Naming
from generator.sections import Section
from generator.tag_tables import rows, small_words


class Mention(NamedTuple):
    """One passage that names a place, in a section of an article."""

    section: int
    first: int
    last: int
    naming: Naming


FEATURES = (
    "headline_name",
    "headline_adjective",
    "headline_city",
    "headline_other",
    "first_sentence",
    "first_paragraph",
    "second_paragraph",
    "mentions",
    "share",
    "leads",
    "rivals",
    "only_adjective",
    "only_in_names",
    "named_institution",
    "in_list",
    "money",
    "how_early",
    "long_text",
    "through_city",
    "only_through_city",
    "subject",
)
"""What is looked at, in the order of `Evidence.features`; each between 0 and about 3."""


class Evidence(NamedTuple):
    """Why a country may be what the article is about."""

    country: str
    features: tuple[float, ...]
    mentions: tuple[Mention, ...]


def evidence_of(
    sections: Sequence[Section], mentions: Sequence[Mention], taken: Sequence[Mapping[int, Name]]
) -> list[Evidence]:
    """The evidence for each country named, itself or through a place within it, in order of first mention."""
    by_country: dict[str, list[Mention]] = {}
    for mention in mentions:
        place = mention.naming.place
        country = place.key if place.kind == "country" else place.country
        if country and sections[mention.section].part != "aside":
            by_country.setdefault(country, []).append(mention)
    if not by_country:
        return []
    counts = {country: _weight(found) for country, found in by_country.items()}
    total, most = sum(counts.values()), max(counts.values())
    body = [number for number, section in enumerate(sections) if section.part in ("opening", "body")]
    length = sum(len(section.words.texts) for section in sections) or 1
    starts, at = [], 0
    for section in sections:
        starts.append(at)
        at += len(section.words.texts)
    listed = _listed(sections, mentions)
    in_headline = {c for c, found in by_country.items() if any(m.section == 0 and _direct(m) for m in found)}
    result = []
    for country, found in by_country.items():
        direct = [m for m in found if _direct(m)]
        headline = [m for m in found if m.section == 0]
        inside = [m for m in found if m.first in taken[m.section]]
        first = found[0]
        features = (
            float(any(m.naming.how == "name" for m in headline)),
            float(any(m.naming.how == "adjective" for m in headline)),
            float(any(not _direct(m) for m in headline)),
            float(bool(in_headline - {country})),
            float(any(m.section in body[:1] and _first_sentence(sections, m) for m in direct)),
            float(any(m.section in body[:1] for m in direct)),
            float(any(m.section in body[1:2] for m in direct)),
            log(1 + counts[country]),
            counts[country] / total,
            float(counts[country] == most),
            log(len(by_country)),
            float(all(m.naming.how != "name" for m in direct)) if direct else 0.0,
            float(len(inside) == len(found)),
            float(any(taken[m.section][m.first].country == country for m in inside)),
            sum((m.section, m.first) in listed for m in found) / len(found),
            sum(_money(sections, m) for m in found) / len(found),
            1.0 - (starts[first.section] + first.first) / length,
            log(1 + length / 100),
            float(any(not _direct(m) for m in found)),
            float(not direct),
            float(any(_subject(sections, m) for m in direct)),
        )
        result.append(Evidence(country, features, tuple(found)))
    return result


def likelihood(evidence: Evidence) -> float:
    """How likely a careful reader would say that the article is about this country, 0 to 1."""
    weights = rows("place_weights")
    total = weights["intercept"] + sum(
        weights["weights"][name] * value for name, value in zip(FEATURES, evidence.features, strict=True)
    )
    return 1.0 / (1.0 + exp(-total))


def _weight(found: Sequence[Mention]) -> float:
    return sum(1.0 if _direct(m) else 0.5 for m in found)


def _direct(mention: Mention) -> bool:
    return mention.naming.place.kind == "country"


def _first_sentence(sections: Sequence[Section], mention: Mention) -> bool:
    words = sections[mention.section].words
    return not any(words.opens[1 : mention.first + 1])


def _subject(sections: Sequence[Section], mention: Mention) -> bool:
    """A name that begins a sentence: `Thailand exported …`, `The U.S. said …`."""
    words = sections[mention.section].words
    return mention.section > 0 and (
        words.opens[mention.first]
        or (mention.first > 0 and words.opens[mention.first - 1] and words.texts[mention.first - 1] == "The")
    )


def _money(sections: Sequence[Section], mention: Mention) -> bool:
    words = sections[mention.section].words
    return mention.last + 1 < len(words.texts) and words.texts[mention.last + 1].casefold() in small_words(
        "money"
    )


def _listed(sections: Sequence[Section], mentions: Sequence[Mention]) -> set[tuple[int, int]]:
    """Mentions that stand in a row of three or more places: `Britain, Japan and West Germany`."""
    listed: set[tuple[int, int]] = set()
    for row in _rows(sections, mentions):
        if len(row) >= 3:
            listed.update((m.section, m.first) for m in row)
    return listed


def _rows(sections: Sequence[Section], mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    row: list[Mention] = []
    for mention in mentions:
        words = sections[mention.section].words
        near = (
            row
            and row[-1].section == mention.section
            and mention.first - row[-1].last <= 3
            and not any(words.opens[at] for at in range(row[-1].last + 1, mention.first + 1))
            and (
                "," in words.gaps[row[-1].last + 1]
                or words.texts[row[-1].last + 1] in ("and", "or", "und", "y", "et")
            )
        )
        if not near:
            if row:
                yield row
            row = []
        row.append(mention)
    if row:
        yield row
