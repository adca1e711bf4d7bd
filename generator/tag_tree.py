"""Tags above tags: cities under countries under continents, and what the keeper says; and tags that go together."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt

from generator.model import Tag
from generator.places import continent_of, countries, places_by_name
from generator.tag_names import key
from generator.tag_rules import TagRules
from generator.tag_tables import rows

TOGETHER = 8
"""So many tags that go with a tag are kept."""
_PAIRS_FROM = 2
"""Tags together in fewer articles than this go together by chance."""


@dataclass(frozen=True, slots=True)
class TagNode:
    """A tag and its place among the others."""

    name: str
    kind: str
    parent: str | None
    """The tag above, None at the top."""
    children: tuple[str, ...]
    """Tags right below, in order of name."""
    articles: tuple[str, ...]
    """Ids of the articles that carry it, in the order of the archive."""
    gathered: tuple[str, ...]
    """Ids of the articles that carry it or a tag below it, at any depth, in the order of the archive."""
    also: tuple[str, ...]
    """Other and former names, to be shown beside its own: Burma for Myanmar."""
    together: tuple[str, ...]
    """Tags that share more articles with it than chance would have, the closest first."""


def tree_of(settled: Mapping[str, tuple[Tag, ...]], rules: TagRules) -> dict[str, TagNode]:
    """Every tag in use, and every tag above one, in order of name."""
    kinds: dict[str, str] = {}
    articles: dict[str, list[str]] = {}
    for id, tags in settled.items():
        for tag in tags:
            kinds.setdefault(tag.name, tag.kind)
            articles.setdefault(tag.name, []).append(id)
    parents = _parents(kinds, rules)
    for parent in list(parents.values()):
        kinds.setdefault(parent, "place" if parent in places_by_name() else "topic")
    children: dict[str, list[str]] = {}
    for child, parent in parents.items():
        children.setdefault(parent, []).append(child)
    order = {id: at for at, id in enumerate(settled)}
    together = _together(settled, articles, parents)
    also = _also(rules)
    gathered: dict[str, tuple[str, ...]] = {}

    def gather(name: str) -> tuple[str, ...]:
        if name not in gathered:
            own = articles.get(name, [])
            below = children.get(name)
            if below:
                ids = set(own).union(*(gather(child) for child in below))
                gathered[name] = tuple(sorted(ids, key=order.__getitem__))
            else:
                gathered[name] = tuple(own)
        return gathered[name]

    return {
        name: TagNode(
            name,
            kinds[name],
            parents.get(name),
            tuple(sorted(children.get(name, ()))),
            tuple(articles.get(name, ())),
            gather(name),
            also.get(key(name), ()),
            together.get(name, ()),
        )
        for name in sorted(kinds)
    }


def _parents(kinds: Mapping[str, str], rules: TagRules) -> dict[str, str]:
    """The tag right above each tag: the keeper's, else a place's own; names spelt as the tags in use are."""
    spelt = {key(name): name for name in kinds}
    own = {key(child): (child, parent) for child, parent in rules.parents.items()}
    found: dict[str, str] = {}
    waiting = list(kinds)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if key(name) in own:
            above: str | None = own[key(name)][1]
        else:
            above = place_above(name) if kinds.get(name, "place") == "place" else None
        if above is None:
            continue
        above = spelt.setdefault(key(above), above)
        if above == name:
            continue
        found[name] = above
        waiting.append(above)
    return {name: above for name, above in found.items() if not _circular(name, found)}


def _circular(name: str, parents: Mapping[str, str]) -> bool:
    seen, at = {name}, parents.get(name)
    while at is not None:
        if at == name:
            return True
        if at in seen:
            return False
        seen.add(at)
        at = parents.get(at)
    return False


def place_above(name: str) -> str | None:
    """The country of a city or region, the continent of a country; None for what is no place of the gazetteer."""
    place = places_by_name().get(name)
    if place is None:
        return None
    if place.kind == "country":
        return continent_of(place.key)
    return countries()[place.country].name if place.country in countries() else None


@cache
def _known_also() -> dict[str, tuple[str, ...]]:
    """Former names of countries and cities, by key of the present one."""
    also = {key(name): tuple(former) for name, former in rows("cities")["formerly"].items()}
    for place in countries().values():
        former = rows("countries").get(place.key, {}).get("formerly", ())
        if former:
            also[key(place.name)] = tuple(former)
    return also


def _also(rules: TagRules) -> dict[str, tuple[str, ...]]:
    also = dict(_known_also())
    for rule in rules.rules:
        if rule.kind == "aliases" and rule.to is not None:
            also[key(rule.to)] = tuple(dict.fromkeys((*also.get(key(rule.to), ()), rule.name)))
    return also


def _together(
    settled: Mapping[str, tuple[Tag, ...]], articles: Mapping[str, list[str]], parents: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """For each tag those it shares most articles with, by the cosine of the two sets; one pass over the articles."""
    pairs: Counter[tuple[str, str]] = Counter()
    for tags in settled.values():
        names = sorted(tag.name for tag in tags if len(articles[tag.name]) >= _PAIRS_FROM)
        pairs.update((one, other) for at, one in enumerate(names) for other in names[at + 1 :])
    close: dict[str, list[tuple[float, str]]] = {}
    for (one, other), count in pairs.items():
        if count < _PAIRS_FROM or parents.get(one) == other or parents.get(other) == one:
            continue
        score = count / sqrt(len(articles[one]) * len(articles[other]))
        close.setdefault(one, []).append((-score, other))
        close.setdefault(other, []).append((-score, one))
    return {name: tuple(other for _, other in sorted(found)[:TOGETHER]) for name, found in close.items()}
