"""The tags of a whole archive: every article's, after the keeper's rules, under one name each.

One pass over the tags to count, one to settle; nothing compares articles with each other.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.errors import ArchiveError
from generator.model import Article, Tag
from generator.people_in_text import surname_first
from generator.tag_names import key, person_key
from generator.tag_rules import NO_RULES, Rule, TagRules
from generator.tag_tree import TagNode, tree_of
from generator.topics import topic_keys

LARGE = 500
"""From this many articles on, a tag that one article alone would carry is left out, unless that is its subject."""
SUBJECT = 0.6
"""From this score on a tag is what its article is about."""
KEY_WORD_SHARED_BY = 3
"""A word of the texts themselves is a topic in a large archive where so many articles share it; in a small one, two."""
KEY_WORD_SHARE = 0.1
"""And where no larger share of the articles does: what every tenth article has tells none from another."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one rule of the keeper's did."""

    rule: Rule
    articles: tuple[str, ...]
    """Ids of the articles whose tags it changed, in the order of the archive."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The tags of an archive."""

    tags: Mapping[str, tuple[Tag, ...]]
    """By article id, best first, the keeper's before the inferred."""
    nodes: Mapping[str, TagNode]
    """By name: every tag in use and every tag above one, in order of name."""
    changes: tuple[Change, ...] = ()
    """For each rule of the keeper's what it did, in the order of the file."""
    problems: tuple[ArchiveError, ...] = ()
    """Rules that name nothing in this archive."""


@dataclass(slots=True)
class _Names:
    """One name for all that share a key."""

    spelt: dict[str, Counter[tuple[bool, str]]] = field(default_factory=dict)
    kinds: dict[str, Counter[tuple[bool, str]]] = field(default_factory=dict)

    def count(self, name: str, tag: Tag) -> None:
        name_key = _key(name, tag.kind)
        self.spelt.setdefault(name_key, Counter())[(not tag.inferred, name)] += 1
        self.kinds.setdefault(name_key, Counter())[(not tag.inferred and tag.kind != "topic", tag.kind)] += 1

    def best(self, name_key: str) -> str:
        """The keeper's spelling, else the most frequent, else the first in order."""
        return min(self.spelt[name_key].items(), key=lambda item: (not item[0][0], -item[1], item[0][1]))[0][
            1
        ]

    def kind(self, name_key: str) -> str:
        return min(self.kinds[name_key].items(), key=lambda item: (not item[0][0], -item[1], item[0][1]))[0][
            1
        ]


def settle(articles: Mapping[str, Article], rules: TagRules = NO_RULES) -> Settled:
    """The tags of every article: the keeper's rules applied, variants under one name, surnames joined to full names,
    what only one article of a large archive would carry left out.

    `articles` by id in the order of the archive. In `tags` and `tags_inferred` is inferred, only in `tags` the
    keeper's, only in `tags_inferred` taken out by the keeper, who is never overruled.
    """
    by_key = {key(rule.name): rule for rule in rules.rules}
    kinds = {key(name): kind for name, kind in rules.kinds.items()}
    touched: dict[int, list[str]] = {rule.line: [] for rule in rules.rules}
    names = _Names()
    ruled: dict[str, list[tuple[str, Tag]]] = {}
    barred: dict[str, set[str]] = {}
    for id, article in articles.items():
        rows = []
        for tag in _own(article):
            name: str | None = tag.name
            if by_key:
                name = _follow(tag.name, by_key, touched, id)
            if name is None:
                continue
            if kinds and (kind := kinds.get(key(name))):
                tag = replace(tag, kind=kind)  # type: ignore[arg-type]
            names.count(name, tag)
            rows.append((name, tag))
        ruled[id] = rows
        out = [tag.name for tag in article.tags_inferred if tag.name not in article.tags]
        if out:
            targets = [_follow(name, by_key, None, id) for name in out]
            barred[id] = {key(name) for name in targets if name is not None}
    full = _full_names(names)
    settled = {id: _article(rows, names, full, barred.get(id, frozenset())) for id, rows in ruled.items()}
    settled = _without_rare(settled)
    changes = tuple(Change(rule, tuple(dict.fromkeys(touched[rule.line]))) for rule in rules.rules)
    nodes = tree_of(settled, rules)
    return Settled(settled, nodes, changes, _problems(changes, nodes, rules))


def _own(article: Article) -> list[Tag]:
    inferred = {tag.name: tag for tag in article.tags_inferred}
    return [inferred.get(name) or Tag(name, "topic", inferred=False) for name in article.tags]


def _follow(
    name: str, by_key: Mapping[str, Rule], touched: dict[int, list[str]] | None, id: str
) -> str | None:
    """The name after all rules that apply, one after the other; None for one never to use."""
    while (rule := by_key.get(key(name))) is not None:
        if rule.to == name:
            break
        if touched is not None:
            touched[rule.line].append(id)
        if rule.to is None:
            return None
        if key(rule.to) == key(name):
            return rule.to
        name = rule.to
    return name


def _key(name: str, kind: str) -> str:
    return person_key(name) if kind == "person" else key(name)


def _full_names(names: _Names) -> dict[str, str]:
    """Surname's key to the key of the full name it stands for, where one person alone or by far the most often
    bears it in this archive."""
    bearers: dict[str, Counter[str]] = {}
    for name_key, spelt in names.spelt.items():
        if names.kind(name_key) != "person":
            continue
        words = names.best(name_key).split()
        if len(words) > 1:
            count = sum(spelt.values())
            surname = words[0] if surname_first(words[0]) else words[-1]
            bearers.setdefault(key(surname), Counter())[name_key] += count
            for at in range(1, len(words) - 1):
                if words[at][0].islower():  # a surname with its particle: De Clercq
                    bearers.setdefault(key(" ".join(words[at:])), Counter())[name_key] += count
                    break
    full = {}
    for surname, counts in bearers.items():
        (best, most), total = min(counts.items(), key=lambda item: (-item[1], item[0])), sum(counts.values())
        if most * 3 >= total * 2:
            full[surname] = best
    return full


def _article(
    rows: Sequence[tuple[str, Tag]], names: _Names, full: Mapping[str, str], barred: frozenset[str] | set[str]
) -> tuple[Tag, ...]:
    found: dict[str, Tag] = {}
    for name, tag in rows:
        name_key = _key(name, tag.kind)
        if tag.kind == "person" and tag.inferred and name_key in full:
            name_key = full[name_key]
        best = names.best(name_key)
        if tag.inferred and (name_key in barred or key(best) in barred):
            continue
        new = Tag(best, names.kind(name_key), tag.score, tag.inferred)  # type: ignore[arg-type]
        final = key(best)
        old = found.get(final)
        if old is None or (old.inferred and not new.inferred):
            found[final] = new
        elif old.inferred == new.inferred and new.score > old.score:
            found[final] = replace(old, score=new.score)
    return tuple(sorted(found.values(), key=lambda tag: (tag.inferred, -tag.score, tag.kind, tag.name)))


def _without_rare(settled: Mapping[str, tuple[Tag, ...]]) -> dict[str, tuple[Tag, ...]]:
    """Key words are topics only where articles share them, and not where all do; in a large archive every other tag of
    one article alone has to be its subject. A keeper's tags stay, and no article loses its last one."""
    large = len(settled) >= LARGE
    count = Counter(tag.name for tags in settled.values() for tag in tags)
    most = len(settled) * (KEY_WORD_SHARE if large else 1.0)

    def stays(tag: Tag) -> bool:
        if not tag.inferred:
            return True
        if tag.kind == "topic" and key(tag.name) not in topic_keys():
            return (KEY_WORD_SHARED_BY if large else 2) <= count[tag.name] <= most
        return not large or count[tag.name] > 1 or tag.score >= SUBJECT

    kept = {}
    for id, tags in settled.items():
        left = tuple(tag for tag in tags if stays(tag))
        kept[id] = left or tags[:1]
    return kept


def _problems(
    changes: Sequence[Change], nodes: Mapping[str, TagNode], rules: TagRules
) -> tuple[ArchiveError, ...]:
    used = {key(name) for name in nodes}
    problems = []
    for change in changes:
        rule = change.rule
        if (
            not change.articles
            and rule.kind in ("merge", "rename")
            and (rule.to is None or key(rule.to) not in used)
        ):
            what = f"no article has the tag `{rule.name}`"
            problems.append(
                ArchiveError(rules.path, rule.line, what, "see `pressmark tags` for the names in use")
            )
    return tuple(problems)
