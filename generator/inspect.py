"""What `pressmark inspect` says: how each line of a capture was read, for machines and for people."""

from bisect import bisect_left, bisect_right
from typing import Any

from generator.model import Capture, Heading, ListItem, Paragraph, Picture, Quote, Reading, ReadMore
from generator.pictures import as_written


def report(reading: Reading, capture: Capture) -> dict[str, Any]:
    """One capture as the JSON object of `inspect --json`; lines are counted from 1."""
    article = reading.article
    placed = list(zip(article.body, reading.starts, strict=True))
    return {
        "file": capture.file,
        "id": capture.id,
        "encoding": capture.encoding,
        "title": article.title,
        "date": article.date,
        "modified": article.modified,
        "authors": list(article.authors),
        "author_roles": [list(pair) for pair in article.author_roles],
        "agency": article.agency,
        "lang": article.lang,
        "summary": article.summary or next((b.text for b in article.body if isinstance(b, Paragraph)), ""),
        "source": article.source,
        "body": [
            block.text for block in article.body if isinstance(block, Paragraph | Heading | ListItem | Quote)
        ],
        "read_more": [{"title": b.title, "line": line} for b, line in placed if isinstance(b, ReadMore)],
        "figures": [_figure(b, line, reading) for b, line in placed if isinstance(b, Picture)],
        "furniture": [
            {"text": line.text, "line": line.number} for line in reading.lines if line.kind == "furniture"
        ],
        "lines": [{"line": line.number, "kind": line.kind, "rule": line.rule} for line in reading.lines],
    }


def _figure(picture: Picture, line: int, reading: Reading) -> dict[str, Any]:
    """A picture with caption and credit as the capture has them, so that every word of its lines is there."""
    at = bisect_left(reading.lines, line, key=lambda other: other.number)
    next_block = bisect_right(reading.starts, line)
    end = reading.starts[next_block] if next_block < len(reading.starts) else reading.lines[-1].number + 1
    below: list[str] = []
    for other in reading.lines[at:]:
        if other.number >= end or other.kind not in ("alt", "caption", "furniture"):
            break
        if other.kind == "caption":
            below.append(other.text)
    caption, credit = as_written(below)
    return {"alt": picture.alt, "caption": caption, "credit": credit, "line": line}


def explain(reading: Reading, capture: Capture) -> str:
    """One capture for people: a line for each of its lines, with number, kind, rule and how it begins."""
    article = reading.article
    head = [
        f"{capture.file}  ({capture.encoding}, id {capture.id})",
        f"  title     {article.title}",
        f"  date      {article.date}" + (f", updated {article.modified}" if article.modified else ""),
        f"  authors   {', '.join(article.authors) or '-'}"
        + (f"; agency {article.agency}" if article.agency else ""),
        f"  language  {article.lang or '-'}",
        "",
    ]
    kinds = max((len(line.kind) for line in reading.lines), default=0)
    rules = max((len(line.rule) for line in reading.lines), default=0)
    rows = [
        f"{line.number:>5}  {line.kind:<{kinds}}  {line.rule:<{rules}}  {_begin(line.text)}"
        for line in reading.lines
    ]
    return "\n".join([*head, *rows, ""])


def _begin(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
