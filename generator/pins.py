"""What a person has settled about "Read more" lines: the file `content/links.yaml`.

A list of pins, each for one line as it is written in the articles:

    - line: Belgorod hit by shelling
      to: 6042fdc2a50a12db            # the article meant: its id, its slug or its path in content/
    - line: Watch the interview
      in: 2023/12/30/belgorod.md      # only where that article has the line
      address: https://example.org/interview
    - line: Latest news
      never: true                     # leads nowhere, whatever the archive holds
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from generator import keeper_file
from generator.errors import ArchiveError
from generator.keeper_file import line_of
from generator.model import Headline, Pointer

from .headline import key

_KEYS = ("line", "in", "to", "address", "never")
FILE = "links.yaml"
"""The name of the file within the content folder."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One settled line. Exactly one of `to`, `address` and `never` is set."""

    line: str
    """The headline as the articles have it; case, quotes and dashes do not matter."""
    place: int
    """The line of the file where the pin starts, counted from 1."""
    within: str = ""
    """Id, slug or path of the only article it holds for; empty where it holds for all."""
    to: str = ""
    """Id, slug or path of the article meant."""
    address: str = ""
    never: bool = False


@dataclass(frozen=True, slots=True)
class Pins:
    """All pins of an archive. Of two for the same line the one with `in` goes first."""

    pins: tuple[Pin, ...] = ()
    path: str = FILE
    """Where they came from, for messages."""
    _by_line: Mapping[str, tuple[Pin, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_line: dict[str, tuple[Pin, ...]] = {}
        for pin in sorted(self.pins, key=lambda pin: not pin.within):
            by_line[key(pin.line)] = (*by_line.get(key(pin.line), ()), pin)
        object.__setattr__(self, "_by_line", by_line)

    def of(self, pointer: Pointer, ids: "Names") -> Pin | None:
        """The pin that settles this pointer, if there is one."""
        for pin in self._by_line.get(key(pointer.title), ()):
            if not pin.within or pointer.source in ids.find(pin.within):
                return pin
        return None


NO_PINS = Pins()


class Names:
    """The articles of an archive by id and by every other name a person may call them."""

    def __init__(self, headlines: Sequence[Headline]) -> None:
        self._ids: dict[str, list[str]] = {}
        for headline in headlines:
            for name in (headline.id, *headline.names):
                at = self._ids.setdefault(_plain(name), [])
                if headline.id not in at:
                    at.append(headline.id)

    def find(self, name: str) -> tuple[str, ...]:
        """Ids of the articles called so; more than one if a slug is not unique."""
        return tuple(self._ids.get(_plain(name), ()))

    def near(self, name: str) -> str | None:
        """A name that is spelt much like this one."""
        return next(iter(get_close_matches(_plain(name), list(self._ids), 1, 0.8)), None)


def _plain(name: str) -> str:
    return name.strip().removeprefix("./").removeprefix("content/").removesuffix(".md").casefold()


def load(folder: Path) -> Pins:
    """The pins of a content folder; none if it has no such file. Raises ArchiveError as `parse` does."""
    path = folder / FILE
    text = keeper_file.read(path)
    return NO_PINS if text is None else parse(text, str(path))


def parse(text: str, path: str = FILE) -> Pins:
    """The pins a text holds. Raises ArchiveError for the first mistake in it, with the line it is in."""
    root = keeper_file.compose(text, path)
    if root is None:
        return Pins((), path)
    if not isinstance(root, yaml.SequenceNode):
        raise ArchiveError(
            path, line_of(root), "a list of pins is expected here", "begin each pin with `- line: …`"
        )
    return Pins(tuple(_pin(node, path) for node in root.value), path)


def _pin(node: yaml.Node, path: str) -> Pin:
    if not isinstance(node, yaml.MappingNode):
        raise ArchiveError(
            path, line_of(node), "a pin is expected here", "write `- line: HEADLINE` and `  to: ARTICLE`"
        )
    values: dict[str, str] = {}
    for key_node, value_node in node.value:
        name = str(key_node.value)
        if name not in _KEYS:
            near = get_close_matches(name, _KEYS, 1, 0.5)
            hint = f"did you mean `{near[0]}`?" if near else f"a pin has {', '.join(_KEYS)}"
            raise ArchiveError(path, line_of(key_node), f"unknown key `{name}`", hint)
        if name in values:
            raise ArchiveError(
                path, line_of(key_node), f"`{name}` stands twice in one pin", "keep one of the two"
            )
        if not isinstance(value_node, yaml.ScalarNode) or not str(value_node.value).strip():
            raise ArchiveError(
                path, line_of(value_node), f"`{name}` wants one text", f"write `{name}: …` on one line"
            )
        values[name] = str(value_node.value).strip()
    line = line_of(node)
    if "line" not in values:
        raise ArchiveError(
            path, line, "the pin has no `line`", "add the headline as the articles have it: `line: …`"
        )
    chosen = [name for name in ("to", "address", "never") if name in values]
    if len(chosen) != 1:
        what = (
            "the pin leads nowhere" if not chosen else f"the pin has {' and '.join(f'`{n}`' for n in chosen)}"
        )
        raise ArchiveError(path, line, what, "give one of `to`, `address` and `never: true`")
    if "never" in values and values["never"].casefold() not in ("true", "yes", "on"):
        raise ArchiveError(
            path, line, f"`never: {values['never']}` says nothing", "write `never: true` or delete the pin"
        )
    if "address" in values and (
        urlsplit(values["address"]).scheme not in ("http", "https")
        or not urlsplit(values["address"]).hostname
    ):
        raise ArchiveError(
            path,
            line,
            f"`{values['address']}` is no web address",
            "begin it with https://; an article goes under `to`",
        )
    return Pin(
        line=values["line"],
        place=line,
        within=values.get("in", ""),
        to=values.get("to", ""),
        address=values.get("address", ""),
        never="never" in values,
    )


def unfit(pins: Pins, headlines: Sequence[Headline], pointers: Sequence[Pointer]) -> list[ArchiveError]:
    """The pins that no longer fit the archive: no such line, no such article, or several of that name."""
    names = Names(headlines)
    sources: dict[str, set[str]] = {}
    for pointer in pointers:
        sources.setdefault(key(pointer.title), set()).add(pointer.source)
    found: list[ArchiveError] = []
    for pin in pins.pins:
        misses = [_missing(names, name, pins.path, pin.place) for name in (pin.within, pin.to) if name]
        found += [error for error in misses if error is not None]
        holders = sources.get(key(pin.line), set())
        if not holders:
            what = f"no article has the line “{pin.line}”"
            found.append(
                ArchiveError(pins.path, pin.place, what, "copy the line as it stands, or delete the pin")
            )
        elif pin.within and names.find(pin.within) and not holders & set(names.find(pin.within)):
            what = f"the article {pin.within} has no line “{pin.line}”"
            found.append(
                ArchiveError(pins.path, pin.place, what, "name the article that has it, or delete the pin")
            )
    return found


def _missing(names: Names, name: str, path: str, place: int) -> ArchiveError | None:
    ids = names.find(name)
    if len(ids) == 1:
        return None
    if ids:
        return ArchiveError(
            path, place, f"{len(ids)} articles are called {name}", f"give the id: {', '.join(ids)}"
        )
    near = names.near(name)
    hint = (
        f"did you mean {near}?"
        if near
        else "give the article's id, slug or path in content/, or delete the pin"
    )
    return ArchiveError(path, place, f"no article is called {name}", hint)
