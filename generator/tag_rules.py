"""What a keeper says about tags: the file `content/tags.yaml`.

    aliases:                    # other names of a tag; its page shows them
      Kyiv: [Kiev, Kiew]
    parents:                    # a tag's page gathers the tags below it
      Kyiv: Ukraine
      Ukraine: Europe
    merge:                      # these become one tag, and the old names are not shown
      climate change: [global warming, climate crisis]
    rename:
      United States: USA
    never: [Reuters, news]      # not inferred, on no article
    kinds:                      # place, person, organisation or topic, for tags set by hand
      Harbour Trust: organisation

Case, accents, punctuation and the plural do not matter in the names to be found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml

from generator import keeper_file
from generator.errors import ArchiveError
from generator.keeper_file import line_of
from generator.tag_names import key

FILE = "tags.yaml"
"""The name of the file within the content folder."""
KINDS = ("place", "person", "organisation", "topic")
_KEYS = ("aliases", "parents", "merge", "rename", "never", "kinds")


@dataclass(frozen=True, slots=True)
class Rule:
    """One name and what is to become of it."""

    name: str
    """As the keeper wrote it."""
    to: str | None
    """The tag's name from now on; None for a name never to use."""
    kind: str
    """`aliases`, `merge`, `rename` or `never`."""
    line: int
    """In the file, counted from 1."""


@dataclass(frozen=True, slots=True)
class TagRules:
    """Everything `content/tags.yaml` says."""

    rules: tuple[Rule, ...] = ()
    """In the order of the file."""
    parents: Mapping[str, str] = field(default_factory=dict)
    """Tag to the tag above it, as written."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Tag to its kind, as written."""
    path: str = FILE
    """Where they came from, for messages."""


NO_RULES = TagRules()


def load(folder: Path) -> TagRules:
    """The rules of a content folder; none if it has no such file. Raises ArchiveError as `parse` does."""
    path = folder / FILE
    text = keeper_file.read(path)
    return NO_RULES if text is None else parse(text, str(path))


def parse(text: str, path: str = FILE) -> TagRules:
    """The rules a text holds. Raises ArchiveError for the first mistake in it, with the line it is in."""
    root = keeper_file.compose(text, path)
    if root is None:
        return TagRules(path=path)
    return _Reader(path).read(root)


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.rules: list[Rule] = []
        self.parents: dict[str, tuple[str, int]] = {}
        self.kinds: dict[str, str] = {}

    def read(self, root: yaml.Node) -> TagRules:
        seen: set[str] = set()
        for name, key_node, value in self._pairs(
            root, "write `aliases:`, `never:` and so on, each on a line"
        ):
            if name not in _KEYS:
                near = get_close_matches(name, _KEYS, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"the file may have {', '.join(_KEYS)}"
                raise self._error(key_node, f"unknown key `{name}`", hint)
            if name in seen:
                raise self._error(key_node, f"`{name}` stands twice", "put both lists under one")
            seen.add(name)
            if not (isinstance(value, yaml.ScalarNode) and not value.value):
                getattr(self, f"_{name}")(value)
        self._consistent()
        parents = {child: parent for child, (parent, _) in self.parents.items()}
        return TagRules(tuple(self.rules), parents, self.kinds, self.path)

    def _aliases(self, node: yaml.Node, kind: str = "aliases") -> None:
        for name, key_node, value in self._pairs(node, "write `Name: [other name, other name]`"):
            names = value.value if isinstance(value, yaml.SequenceNode) else [value]
            if not names:
                raise self._error(key_node, f"`{name}` has no other names", "write them as `[one, two]`")
            for other in names:
                self._rule(other, self._text(other), name, kind)

    def _merge(self, node: yaml.Node) -> None:
        self._aliases(node, "merge")

    def _rename(self, node: yaml.Node) -> None:
        for name, key_node, value in self._pairs(node, "write `Old name: New name`"):
            self._rule(key_node, name, self._text(value), "rename")

    def _never(self, node: yaml.Node) -> None:
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            self._rule(item, self._text(item), None, "never")

    def _parents(self, node: yaml.Node) -> None:
        for name, key_node, value in self._pairs(node, "write `Kyiv: Ukraine`"):
            if name in self.parents:
                raise self._error(key_node, f"`{name}` has two parents", "keep one of the two")
            self.parents[name] = (self._text(value), line_of(key_node))

    def _kinds(self, node: yaml.Node) -> None:
        for name, _, value in self._pairs(node, "write `Name: place`"):
            kind = self._text(value)
            if kind not in KINDS:
                near = get_close_matches(kind, KINDS, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"a kind is one of {', '.join(KINDS)}"
                raise self._error(value, f"unknown kind `{kind}`", hint)
            self.kinds[name] = kind

    def _rule(self, node: yaml.Node, name: str, to: str | None, kind: str) -> None:
        self.rules.append(Rule(name, to, kind, line_of(node)))

    def _consistent(self) -> None:
        """No name goes two ways, none goes round in a circle."""
        by_key: dict[str, Rule] = {}
        for rule in self.rules:
            other = by_key.setdefault(key(rule.name), rule)
            if other is not rule and other.to != rule.to:
                what = f"`{rule.name}` is said to be {_fate(other)} (line {other.line}) and {_fate(rule)}"
                raise ArchiveError(self.path, rule.line, what, "keep one of the two")
        for rule in self.rules:
            self._no_circle(rule, by_key)
        for child, (_, line) in self.parents.items():
            chain, above = [child], self.parents.get(child)
            while above:
                chain.append(above[0])
                if key(above[0]) == key(child):
                    what = f"parents go round in a circle: {' > '.join(chain)}"
                    raise ArchiveError(self.path, line, what, "take one of these lines out")
                if len(chain) > len(self.parents) + 1:
                    break
                above = self.parents.get(above[0])

    def _no_circle(self, rule: Rule, by_key: Mapping[str, Rule]) -> None:
        seen, at = [rule.name], rule
        while at.to is not None and key(at.to) != key(at.name) and key(at.to) in by_key:
            at = by_key[key(at.to)]
            seen.append(at.name)
            if at is rule or len(seen) > len(by_key) + 1:
                what = f"names lead to each other: {' > '.join(seen)}"
                raise ArchiveError(self.path, rule.line, what, "take one of these lines out")

    def _pairs(self, node: yaml.Node, hint: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, "names and what they lead to are expected here", hint)
        for key_node, value in node.value:
            yield self._text(key_node), key_node, value

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            raise self._error(
                node, "the name of a tag is expected here", "write one name, in quotes if need be"
            )
        return " ".join(str(node.value).split())

    def _error(self, node: yaml.Node, what: str, hint: str) -> ArchiveError:
        return ArchiveError(self.path, line_of(node), what, hint)


def _fate(rule: Rule) -> str:
    return "never used" if rule.to is None else f"`{rule.to}`"
