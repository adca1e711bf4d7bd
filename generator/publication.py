"""The name of the publication behind the headline, as pages have it in their title: `… tears pier | Harbour Post`."""

import re
from collections.abc import Iterator

from generator.characters import fold
from generator.names import has_given_name, is_name
from generator.sight import Sight

_SEPARATOR = re.compile(r" [|–—\-·•:»] | :: | -(?=\S)|\|")
_BAR = re.compile(r"\s*\|\s*")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|info|eu|[a-z]{2})(?: [›»] \S+)?", re.IGNORECASE)
_LONGEST = 70
"""Characters of all that may stand behind a headline."""
_MOST_WORDS, _FEWEST_WORDS = 6, 3
"""Words of one name behind a headline, and of a headline."""
_MOST_NAMED = 4
_SHORTEST = 8


def find_source(sight: Sight) -> None:
    """Cuts the publication's name off the headline, and the name of a section before it: where the page repeats the
    headline without them, or where what stands behind is plain to see, or is a name that the page has elsewhere."""
    if not _SEPARATOR.search(sight.title):
        return
    for head, tail in (*_visible(sight), *_plain(sight.title), *_named(sight)):
        sight.title = head.rstrip(" -–—|·:•")
        sight.source = _SEPARATOR.split(tail)[-1].strip()
        sight.folded_title = fold(sight.title)
        return


def _parts(title: str) -> Iterator[tuple[str, str]]:
    """The ways to part a title in two, the shortest headline first."""
    for found in _SEPARATOR.finditer(title):
        head, tail = title[: found.start()].strip(), title[found.end() :].strip()
        if len(head) >= _SHORTEST and tail:
            yield head, tail


def _visible(sight: Sight) -> Iterator[tuple[str, str]]:
    """Where the headline alone is a line of the page. One or two words may be a tag, or lead into the headline, and
    are none; nor is one cut off behind which a person's name stands before the publication's."""
    lines = {row.folded for row in sight.rows[1:]}
    for head, tail in _parts(sight.title):
        names = [name.strip() for name in _SEPARATOR.split(tail)]
        if (
            fold(head) in lines
            and (len(head.split()) >= _FEWEST_WORDS or len(head) > len(tail))
            and len(tail) <= _LONGEST
            and all(len(name.split()) <= _MOST_WORDS for name in names)
            and not any(is_name(name) and has_given_name(name) for name in names[:-1])
        ):
            yield head, tail


def _plain(title: str) -> Iterator[tuple[str, str]]:
    """Where what stands behind can be nothing else: section and publication, each behind a bar; an address; a name
    behind a dot."""
    head, *names = _BAR.split(title)
    short = all(len(name.split()) <= _MOST_NAMED for name in names)
    if len(names) > 1 and short and len(head.split()) > _FEWEST_WORDS:
        yield head, " | ".join(names)
    for head, tail in reversed(list(_parts(title))):
        dotted = title[len(head) :].startswith(" • ") and len(tail.split()) <= _MOST_NAMED
        if len(head.split()) >= _FEWEST_WORDS and (dotted or _DOMAIN.fullmatch(tail)):
            yield head, tail


def _named(sight: Sight) -> Iterator[tuple[str, str]]:
    """Where a short name stands behind that the page has on a line of its own, or where it speaks of rights."""
    for head, tail in reversed(list(_parts(sight.title))):
        short = tail[0].isupper() and len(tail.split()) <= _MOST_NAMED
        if short and len(head.split()) >= _FEWEST_WORDS and _is_on_page(fold(tail), sight):
            yield head, tail


def _is_on_page(name: str, sight: Sight) -> bool:
    return any(row.folded == name or (row.group == "legal" and name in row.folded) for row in sight.rows[1:])
