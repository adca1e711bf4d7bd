"""Checks a built site as a reader's browser meets it: every link and fragment leads somewhere within the folder,
nothing is loaded from elsewhere, feeds and the site map are XML, the search index is whole, and the lists for reading
offline name what is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from generator import offline, search_check
from generator.errors import ArchiveError

_LINKS = {"a": "href", "area": "href", "form": "action", "link": "href"}
_LOADS = {"script": "src", "img": "src", "source": "src", "iframe": "src", "use": "href", "image": "href"}
_LOADING_RELS = frozenset(("stylesheet", "icon", "preload", "manifest", "modulepreload"))


@dataclass(frozen=True, slots=True)
class _Link:
    line: int
    address: str
    loads: bool
    """Whether the browser fetches it by itself."""


class _Page(HTMLParser):
    """The links and ids of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[_Link] = []
        self.ids: set[str] = set()
        self.base = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "base":
            self.base = values.get("href", "")
        elif tag in _LOADS and values.get(_LOADS[tag]):
            self.links.append(_Link(self.getpos()[0], values[_LOADS[tag]], True))
        elif tag in _LINKS and _LINKS[tag] in values:
            loads = bool(_LOADING_RELS & set(values.get("rel", "").split()))
            self.links.append(_Link(self.getpos()[0], values[_LINKS[tag]], loads))


def check(output: Path) -> tuple[list[ArchiveError], int]:
    """Every problem of the site in `output`, in order of file and line, and the number of its pages."""
    if not (output / "index.html").is_file():
        return [ArchiveError(str(output), None, "there is no built site", "run `pressmark build` first")], 0
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    ids: dict[str, set[str]] = {}
    problems: list[ArchiveError] = []
    fragments: list[tuple[str, int, str, str]] = []
    pages = sorted(name for name in files if name.endswith(".html"))
    for name in pages:
        page = _Page((output / name).read_text("utf-8"))
        ids[name] = page.ids
        for link in page.links:
            problem = _problem(name, page.base, link, files, fragments)
            if problem:
                problems.append(ArchiveError(str(output / name), link.line, *problem))
    for name, line, target, fragment in fragments:
        if target in ids and fragment not in ids[target]:
            problems.append(
                ArchiveError(str(output / name), line, f"{target} has no #{fragment}", "correct the fragment")
            )
    problems += _not_xml(output, files)
    problems += search_check.check(output)
    problems += offline.check(output)
    return sorted(problems, key=lambda problem: (problem.path, problem.line or 0, problem.what)), len(pages)


def _problem(
    name: str, base: str, link: _Link, files: set[str], fragments: list[tuple[str, int, str, str]]
) -> tuple[str, str] | None:
    parts = urlsplit(link.address)
    if parts.scheme in ("http", "https") or parts.netloc:
        return (f"loads {link.address} from elsewhere", "keep the file in the site") if link.loads else None
    if parts.scheme:
        return None
    if base and parts.path:
        return None
    if parts.path.startswith("/"):
        return (
            f"{link.address} is not relative",
            "write it relative to the page, so that the folder works anywhere",
        )
    target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
    if target not in files:
        return f"{link.address} leads to nothing", "build the site again, or correct the link"
    if parts.fragment:
        fragments.append((name, link.line, target, unquote(parts.fragment)))
    return None


def _not_xml(output: Path, files: set[str]) -> Iterator[ArchiveError]:
    for name in sorted(files):
        if name.endswith(".xml"):
            try:
                ElementTree.parse(output / name)
            except ElementTree.ParseError as error:
                yield ArchiveError(
                    str(output / name), error.position[0], f"no XML ({error})", "build the site again"
                )
