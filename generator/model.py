"""The records that travel between the stages. All are frozen: a stage makes new ones, it changes none."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

LineKind: TypeAlias = Literal[
    "header",
    "dateline",
    "byline",
    "standfirst",
    "body",
    "heading",
    "list_item",
    "quote",
    "alt",
    "caption",
    "read_more",
    "read_more_label",
    "furniture",
]
"""What a line of a capture was read as. Every non-blank line has exactly one kind."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured page as it lies on disk, decoded but not yet read."""

    id: str
    """16 hexadecimal digits: from the file's name, else the first 16 of the SHA-256 of its bytes."""
    file: str
    """Path within the captures folder, with forward slashes."""
    sha256: str
    """Of the file's bytes, 64 hexadecimal digits."""
    encoding: str
    """The encoding the bytes were decoded with, as Python names it: `utf-8`, `cp1252`."""
    text: str
    """The whole text, line ends as `\\n`, without byte order mark."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of a capture and how it was read."""

    number: int
    """Counted from 1, blank lines included."""
    text: str
    """As captured, outer white space dropped."""
    kind: LineKind
    rule: str
    """The rule that decided, in words a person understands: `a picture's caption ends in a credit`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Line breaks of the capture inside it are kept as `\\n`."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between paragraphs."""

    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, without its bullet; a number stays: `1. Start with a fat fish`."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage set apart as quoted."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's words, at least one of the three not empty; the image itself is seldom part of a capture."""

    alt: str = ""
    caption: str = ""
    credit: str = ""
    file: str = ""
    """Path of the image within `content/images/`, where one lay beside the capture."""


@dataclass(frozen=True, slots=True)
class ReadMore:
    """A pointer to another article by its headline alone."""

    title: str
    """The headline as the capture has it."""
    label: str = "Read more"
    """The words before it, without colon or brackets, as the capture has them."""


Block: TypeAlias = Paragraph | Heading | ListItem | Quote | Picture | ReadMore


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line that is no part of the body, kept in the front matter under its kind."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from: the front matter's `capture`."""

    id: str
    file: str
    sha256: str
    imported: str = ""
    """The day of import, ISO 8601."""
    set_aside: tuple[tuple[LineKind, tuple[SetAside, ...]], ...] = ()
    """By kind, in order of the kind's first line: header, dateline, byline, furniture …"""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as a reader sees it."""

    name: str
    kind: Literal["place", "person", "organisation", "topic"]
    score: float = 1.0
    """How sure the inference is that the article is about it, 0 to 1; a keeper's tag has 1."""
    inferred: bool = True
    """False where a person set it."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what its Markdown file says."""

    title: str
    date: str
    """Published, ISO 8601: `2023-12-30`, `2023-12-30T15:48`, `2023-12-30T15:48+01:00`; no more than is known."""
    body: tuple[Block, ...] = ()
    modified: str | None = None
    authors: tuple[str, ...] = ()
    author_roles: tuple[tuple[str, str], ...] = ()
    """Pairs of name and role."""
    agency: str | None = None
    lang: str = ""
    """ISO 639-1, inferred; empty where it could not be told."""
    slug: str = ""
    summary: str = ""
    """The standfirst, or the first paragraph."""
    tags: tuple[str, ...] = ()
    """The names shown."""
    tags_inferred: tuple[Tag, ...] = ()
    """What the software proposed: in here and in `tags` is inferred, only in `tags` is the keeper's, only in
    here was taken out by the keeper."""
    category: str | None = None
    source: str | None = None
    """The publication, only where the capture names it."""
    capture: Provenance | None = None
    """None for an article a person wrote without a capture."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A capture as read: the article, and how each line of the capture was taken."""

    article: Article
    starts: tuple[int, ...]
    """For each block of `article.body` the line of the capture where it starts."""
    lines: tuple[Line, ...]
    """Every non-blank line, in order."""


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as a target of "Read more" lines."""

    id: str
    title: str
    date: str
    names: tuple[str, ...] = ()
    """What else a keeper may call it in a pin: its slug, its path in the content folder."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """One "Read more" line: which article holds it, when that was published, and what it says."""

    source: str
    """The id of the article that points."""
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a pointer leads."""

    pointer: Pointer
    to: str | None
    """The id of the article meant, None where it is not in the archive (or leads to `address`)."""
    how: Literal["exact", "normalised", "fuzzy", "pinned"] | None
    score: float
    """How sure, 0 to 1; 0 where nothing was found."""
    others: tuple[str, ...] = ()
    """Ids of further articles with the same headline, nearest in date first."""
    address: str | None = None
    """Where a keeper pinned the line to an address elsewhere."""


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """One article as the search knows it."""

    url: str
    """Relative to the site's root."""
    title: str
    date: str
    body: str
    """Plain text, paragraphs parted by `\\n`."""
    tags: tuple[str, ...] = field(default=())
    authors: tuple[str, ...] = field(default=())
    lang: str = ""
