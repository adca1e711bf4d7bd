"""The body of an article between its two forms: blocks in memory, Markdown on disk.

Blocks are parted by blank lines. Two are not plain Markdown:

* `Read more: HEADLINE` is a paragraph of its own; it is resolved when the site is built.
* A picture is fenced, with its words told apart (further lines of one value are indented)::

    ::: picture
    alt: A trawler at the quay
    caption: The trawler after the storm
    credit: Ines Falk
    :::

  `file:` names an image in `content/images/`.
"""

import re
from collections.abc import Iterable, Iterator

from generator.characters import fold
from generator.escaping import escape, unescape
from generator.model import Block, Heading, ListItem, Paragraph, Picture, Quote, ReadMore
from generator.pointers import label_kind

FENCE = "::: picture"
FENCE_END = ":::"
_PICTURE_KEYS = ("alt", "caption", "credit", "file")
_LIST_ITEM = re.compile(r"(?:[-*+]|(\d{1,3}\.)) (.*)")
_NUMBERED = re.compile(r"(\d{1,3}\.) (?=\S)")
_POINTER = re.compile(r"(?P<label>[^\W\d_][^:\n]{1,59}): (?P<title>\S[^\n]*)")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")


def write_body(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown, ending in a line break where there are any."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            parts.append("\n" if _in_one_list(before, block) else "\n\n")
        parts.append(_write_block(block))
        before = block
    return "".join(parts) + "\n" if parts else ""


def _write_block(block: Block) -> str:
    match block:
        case Paragraph(text):
            written = escape(text)
            return written.replace(": ", "&#58; ", 1) if read_pointer(written) else written
        case Heading(text):
            return "## " + escape(text).replace("\n", " ").rstrip("#")
        case ListItem(text):
            number, rest = _numbered(text)
            return (number or "-") + " " + escape(rest).replace("\n", "\n    ")
        case Quote(text):
            return "> " + escape(text).replace("\n", "\n> ")
        case ReadMore(title, label):
            written = f"{label}: {title}"
            return written if read_pointer(written) else f"Read more: {title}"
        case Picture():
            values = [(key, getattr(block, key)) for key in _PICTURE_KEYS]
            lines = [f"{key}: " + value.replace("\n", "\n  ") for key, value in values if value]
            return "\n".join([FENCE, *lines, FENCE_END])


def _numbered(text: str) -> tuple[str, str]:
    """A list item's number with its full stop, empty where it has none, and its text."""
    match = _NUMBERED.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def _in_one_list(one: Block, other: Block) -> bool:
    if not isinstance(one, ListItem) or not isinstance(other, ListItem):
        return False
    return bool(_numbered(one.text)[0]) == bool(_numbered(other.text)[0])


def chunks(markdown: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines parted by blank lines, each with the number of its first line (from 1); a fence is one run."""
    run: list[str] = []
    start = 1
    fenced = False
    for number, line in enumerate(markdown.split("\n"), 1):
        if not fenced and (not line.strip() or line.rstrip() == FENCE):
            if run:
                yield start, run
                run = []
            if not line.strip():
                continue
            fenced = True
        if not run:
            start = number
        run.append(line)
        if fenced and line.rstrip() == FENCE_END:
            fenced = False
            yield start, run
            run = []
    if run:
        yield start, run


def read_picture(lines: list[str]) -> Picture | None:
    """The picture a chunk fences, None where the chunk is something else."""
    if not lines or lines[0].rstrip() != FENCE:
        return None
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:]:
        if line.rstrip() == FENCE_END:
            break
        name, colon, rest = line.partition(":")
        if colon and name.strip() in _PICTURE_KEYS and not line.startswith(" "):
            key = name.strip()
            values[key] = [rest.strip()]
        elif key:
            values[key].append(line.strip())
    return Picture(**{name: "\n".join(part).strip() for name, part in values.items()})


def read_pointer(text: str) -> ReadMore | None:
    """The "Read more" line a paragraph is, by the label before its colon; None where it is prose."""
    match = _POINTER.fullmatch(text)
    if match is None or label_kind(fold(match["label"])) is None:
        return None
    return ReadMore(match["title"], match["label"])


def read_body(markdown: str) -> tuple[Block, ...]:
    """Markdown as blocks. What a person wrote with markup of their own comes as its source text."""
    blocks: list[Block] = []
    for _, lines in chunks(markdown):
        picture = read_picture(lines)
        text = "\n".join(line.strip() for line in lines)
        if picture is not None:
            blocks.append(picture)
        elif pointer := read_pointer(text):
            blocks.append(pointer)
        elif len(lines) == 1 and (heading := _HEADING.fullmatch(text)):
            blocks.append(Heading(unescape(heading[1])))
        elif _LIST_ITEM.fullmatch(text.split("\n", 1)[0]):
            blocks.extend(_read_items(lines))
        elif all(line.startswith(">") for line in lines):
            quoted = "\n".join(line[1:].strip() for line in lines)
            blocks.append(Quote(unescape(quoted)))
        else:
            blocks.append(Paragraph(unescape(text)))
    return tuple(blocks)


def _read_items(lines: list[str]) -> Iterator[ListItem]:
    item: list[str] = []
    for line in lines:
        match = _LIST_ITEM.fullmatch(line.strip()) if not line.startswith("    ") else None
        if match:
            if item:
                yield ListItem(unescape("\n".join(item)))
            item = [f"{match[1]} {match[2]}" if match[1] else match[2]]
        else:
            item.append(line.strip())
    yield ListItem(unescape("\n".join(item)))


def plain_text(blocks: Iterable[Block]) -> str:
    """The running text, a block a line, for counting and for search: without pictures and pointers."""
    return "\n".join(block.text for block in blocks if not isinstance(block, Picture | ReadMore))


def opening(blocks: Iterable[Block]) -> str:
    """The first paragraph, on one line: the summary of an article without a standfirst."""
    return next((" ".join(block.text.split()) for block in blocks if isinstance(block, Paragraph)), "")
