"""An article as the Markdown file a keeper owns: `read(write(article)) == article`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, cast, get_args

from generator.body import read_body, write_body
from generator.errors import ArchiveError
from generator.frontmatter import front_line, one_line, split
from generator.model import Article, LineKind, Provenance, SetAside, Tag
from generator.moment import is_date

_TEXT_KEYS = ("modified", "agency", "category", "source")
_KNOWN = frozenset(
    (
        *_TEXT_KEYS,
        *("title", "date", "authors", "author", "author_roles", "lang", "slug", "summary"),
        *("tags", "tags_inferred", "capture"),
    )
)
_KINDS = frozenset(get_args(LineKind))
_TAG_KINDS = ("place", "person", "organisation", "topic")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What one Markdown file holds."""

    article: Article
    markdown: str
    """The body as written, with whatever markup a person gave it."""
    extra: Mapping[str, Any]
    """Front matter that Pressmark has no use for itself; Pelican may (`status`, `template`)."""


class Draft(NamedTuple):
    """An article's file but for its slug and the day of its import, which are settled only when it is entered."""

    before: str
    between: str
    after: str
    body: str

    def text(self, slug: str, imported: str) -> str:
        """The whole file; an empty slug or day leaves its line out."""
        slug_line = front_line("slug", slug) if slug else ""
        imported_line = front_line("imported", imported, "  ") if imported else ""
        return f"{self.before}{slug_line}{self.between}{imported_line}{self.after}---\n\n{self.body}"


def write(article: Article) -> str:
    """The whole file: front matter, a blank line, the body."""
    return draft(article).text(article.slug, article.capture.imported if article.capture else "")


def draft(article: Article) -> Draft:
    """The file of an article whatever its slug and the day of its import."""
    before: dict[str, Any] = {"title": article.title, "date": article.date}
    if article.modified:
        before["modified"] = article.modified
    if article.authors:
        before["authors"] = list(article.authors)
    if article.author_roles:
        before["author_roles"] = dict(article.author_roles)
    if article.agency:
        before["agency"] = article.agency
    if article.lang:
        before["lang"] = article.lang
    between: dict[str, Any] = {}
    if article.summary:
        between["summary"] = article.summary
    if article.tags or article.tags_inferred:
        between["tags"] = list(article.tags)
    for key in ("category", "source"):
        if value := getattr(article, key):
            between[key] = value
    if article.tags_inferred:
        between["tags_inferred"] = [
            one_line(name=tag.name, kind=tag.kind, score=round(tag.score, 3)) for tag in article.tags_inferred
        ]
    head, tail = _write_provenance(article.capture) if article.capture else ("", "")
    return Draft("---\n" + _lines(before), _lines(between) + head, tail, write_body(article.body))


def _lines(data: Mapping[str, Any], indent: str = "") -> str:
    return "".join([front_line(key, value, indent) for key, value in data.items()])


def _write_provenance(capture: Provenance) -> tuple[str, str]:
    """What stands before the day of import and what behind it."""
    made = {"id": capture.id, "file": capture.file, "sha256": capture.sha256}
    aside: dict[str, Any] = {
        kind: [one_line(line=line.line, text=line.text) for line in lines]
        for kind, lines in capture.set_aside
    }
    return "capture:\n" + _lines(made, "  "), _lines(aside, "  ")


def read(text: str, path: str, *, undated: bool = False) -> ArticleFile:
    """The file's article; `path` is only named in errors. A page, unlike an article, may be `undated`.

    Raises `ArchiveError` for front matter that is not there, is not YAML, lacks `title` or `date`, or has a
    value of the wrong shape.
    """
    data, markdown, _ = split(text, path)

    def wrong(key: str, what: str, hint: str) -> ArchiveError:
        lines = text.split("\n")
        line = next((n for n, row in enumerate(lines, 1) if row.startswith(f"{key}:")), 1)
        return ArchiveError(path, line, what, hint)

    def string(key: str) -> str:
        value = data.get(key, "")
        if not isinstance(value, str):
            raise wrong(key, f"`{key}` is not text", f"write it on one line: `{key}: …`")
        return value

    def strings(key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if isinstance(value, str):
            value = [part.strip() for part in value.split(",")]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise wrong(
                key, f"`{key}` is not a list of names", f"write `{key}:` and below it `- name`, a line each"
            )
        return tuple(dict.fromkeys(item for item in value if item))

    for key in ("title",) if undated else ("title", "date"):
        if not string(key):
            raise wrong(key, f"the front matter has no `{key}`", f"add a line `{key}: …`")
    for key in ("date", "modified"):
        if data.get(key) and not is_date(string(key)):
            raise wrong(
                key,
                f"`{key}: {data[key]}` is no date",
                "write it as 2023-12-30, 2023-12-30T15:48 or 2023-12-30T15:48+01:00",
            )
    roles = data.get("author_roles") or {}
    if not isinstance(roles, dict):
        raise wrong(
            "author_roles",
            "`author_roles` is not a list of `name: role`",
            "write `  name: role`, a line each",
        )
    try:
        inferred = tuple(_read_tag(item) for item in data.get("tags_inferred") or ())
        capture = _read_provenance(data["capture"]) if data.get("capture") else None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        key = "capture" if data.get("capture") else "tags_inferred"
        raise wrong(
            key, f"`{key}` has lost its shape ({error})", "import the capture again, or restore the line"
        ) from error
    article = Article(
        title=string("title"),
        date=string("date"),
        body=read_body(markdown),
        modified=string("modified") or None,
        authors=strings("authors") or strings("author"),
        author_roles=tuple((str(name), str(role)) for name, role in roles.items()),
        agency=string("agency") or None,
        lang=string("lang"),
        slug=string("slug"),
        summary=string("summary"),
        tags=strings("tags"),
        tags_inferred=inferred,
        category=string("category") or None,
        source=string("source") or None,
        capture=capture,
    )
    return ArticleFile(article, markdown, {key: value for key, value in data.items() if key not in _KNOWN})


def _read_tag(item: Mapping[str, str]) -> Tag:
    kind = item["kind"]
    if kind not in _TAG_KINDS:
        raise ValueError(f"{kind} is none of {', '.join(_TAG_KINDS)}")
    return Tag(item["name"], cast(Any, kind), float(item["score"]))


def _read_provenance(data: Mapping[str, Any]) -> Provenance:
    return Provenance(
        id=data["id"],
        file=data["file"],
        sha256=data["sha256"],
        imported=data.get("imported", ""),
        set_aside=tuple((cast(LineKind, kind), _read_lines(data[kind])) for kind in data if kind in _KINDS),
    )


def _read_lines(items: Iterable[Mapping[str, str]]) -> tuple[SetAside, ...]:
    return tuple(SetAside(int(item["line"]), item["text"]) for item in items)
