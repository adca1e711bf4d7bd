"""The articles that each tag's page lists: its own and those of the tags below it."""

from collections.abc import Mapping
from typing import Any

from pelican.urlwrappers import Tag as TagPage

from generator.archive import Archive
from generator.render import printable


class Listed(list[Any]):
    """Articles of one tag. Pelican asks of every article whether it is among them, so the answer must be quick."""

    def __init__(self, articles: list[Any]) -> None:
        super().__init__(articles)
        self._ids = {id(article) for article in articles}

    def __contains__(self, article: object) -> bool:
        return id(article) in self._ids


def gathered(archive: Archive, pages: Mapping[str, Any], settings: Any) -> dict[TagPage, Listed]:
    """Pelican's tags with their articles, in order of name; tags that share a slug share a page."""
    found: dict[TagPage, dict[str, Any]] = {}
    for node in archive.settled.nodes.values():
        tag = TagPage(printable(node.name), settings)
        if tag.slug:
            found.setdefault(tag, {}).update((id, pages[id]) for id in node.gathered)
    return {tag: Listed(list(articles.values())) for tag, articles in found.items()}
