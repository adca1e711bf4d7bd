"""Captures to Markdown: the rim that finds, reads and enters them.

Many are read at a time, by as many processes as there are cores, and few are in memory. Each process makes all of an
article that depends on its capture alone, and keeps the capture's bytes; where an article goes is decided here, one
after the other in the order of their names, so that the result does not depend on the processes.
"""

import gc
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from generator import ledger
from generator.article_file import draft
from generator.body import opening
from generator.books import Books, Found, Reading, Report, original_path, with_images
from generator.capture import read_capture
from generator.errors import ArchiveError
from generator.files import captures_in, images_beside, read_whole, write_atomically
from generator.language import language_of_article, load_model
from generator.model import Article, Capture, Tag
from generator.parse import parse_all
from generator.places import without_collector
from generator.slug import slugify
from generator.tags import infer, infer_all
from generator.versions import Sketch

_MOST, _LEAST = 128, 8
"""Captures that one process takes at a time: many, as each step then finds what it uses in the processor's cache; few
towards the end, so that no process has long to wait for the last."""
_MOST_TEXT = 1 << 20
"""Characters of captures from which no more go through the steps together."""
_FIRST = 32
"""Captures read before there are other processes."""
_MANY = 64
"""From so many captures more than are known the first are read before there are other processes, so that what reading
needs is loaded once for all."""
_SWITCH, _SWITCH_ELSE = 5e-5, sys.getswitchinterval()
"""Seconds after which one thread lets another go on: while both load, and else."""

_CYCLES = 100_000
"""Objects after which a process looks for cycles: reading makes hardly any, and to look is 3% of its time."""


class _Archive(NamedTuple):
    """What has to be known of the archive to read a capture."""

    content: str
    kept: frozenset[str]
    """SHA-256 of the captures that are in it."""
    again: bool


class _Opened(NamedTuple):
    """A capture that is to be read, and the images beside it."""

    capture: Capture
    images: tuple[Path, ...]


def ingest(
    sources: list[Path],
    content: Path,
    today: str,
    *,
    only: bool = False,
    again: bool = False,
    workers: int | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Report:
    """Imports every capture of `sources` (files, folders) into the content folder.

    `today` (ISO 8601) is noted as the day of import. With `only` the archive holds afterwards the articles of
    these captures alone: those of others are moved to `withdrawn/`, and come back when their capture does. With
    `again` known captures are read once more, and articles no person has changed follow. `progress` is told how
    many captures are done.
    """
    rows = ledger.load(content)
    books = Books(content, rows, today)
    paths = [pair for source in sources for pair in captures_in(source, books.report.errors)]
    archive = _Archive(str(content), frozenset(row.sha256 for row in rows), again)
    for done, found in enumerate(_read_all(paths, archive, workers), 1):
        books.enter(found)
        progress(done)
    if only and not books.report.errors:
        books.keep_only_seen()
    books.close()
    return books.report


def _read_all(paths: Sequence[tuple[str, str]], archive: _Archive, workers: int | None) -> Iterator[Found]:
    processes = min(workers or os.cpu_count() or 1, -(-len(paths) // _FIRST))
    if processes <= 1:
        for chunk in _chunks(paths, 1):
            yield from _read(chunk, archive)
        return
    # Elsewhere than on Linux the system's own libraries do not outlive a fork.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    many = len(paths) >= (0 if archive.again else len(archive.kept)) + _MANY
    if many and context.get_start_method() == "fork":
        yield from _read_first(paths[:_FIRST], archive)
        paths = paths[_FIRST:]
    chunks = _chunks(paths, processes)
    with ProcessPoolExecutor(processes, context, initializer=_start, initargs=(archive,)) as pool:
        running = [pool.submit(_read_chunk, chunk) for chunk in islice(chunks, 3 * processes)]
        while running:
            yield from running.pop(0).result()
            running += [pool.submit(_read_chunk, chunk) for chunk in islice(chunks, 1)]


def _chunks(paths: Sequence[tuple[str, str]], processes: int) -> Iterator[Sequence[tuple[str, str]]]:
    at = 0
    while at < len(paths):
        size = min(max((len(paths) - at) // (4 * processes), _LEAST), _MOST)
        yield paths[at : at + size]
        at += size


@cache
def _load() -> None:
    """Loads the tables of tags, which are most of what reading needs, once."""
    with without_collector():
        infer(Article("", "2024-01-01"))
        # What is frozen is not touched by the collector, so that processes go on sharing it.
        gc.freeze()


_archive: _Archive


def _start(archive: _Archive) -> None:
    global _archive
    _archive = archive
    gc.set_threshold(_CYCLES)


def _read_first(paths: Sequence[tuple[str, str]], archive: _Archive) -> list[Found]:
    """Captures read before there are other processes, while the model of languages is loaded on another core."""
    # The model is unpacked in small steps, and would wait after each until others let go of the interpreter.
    sys.setswitchinterval(_SWITCH)
    model = Thread(target=load_model)
    model.start()
    found = _read(paths, archive)
    model.join()
    sys.setswitchinterval(_SWITCH_ELSE)
    return found


def _read_chunk(paths: Sequence[tuple[str, str]]) -> list[Found]:
    return _read(paths, _archive)


def _read(paths: Sequence[tuple[str, str]], archive: _Archive) -> list[Found]:
    """The captures step by step, not one after the other: what a step uses then stays in the processor's cache,
    which saves a fifth of the time. Not more of them than `_MOST_TEXT` at a time, with all that is known of them."""
    found: list[Found] = []
    part: list[_Opened | Found] = []
    size = 0
    for path, file in paths:
        row = _open(path, file, archive)
        part.append(row)
        size += len(row.capture.text) if isinstance(row, _Opened) else 0
        if size > _MOST_TEXT:
            found += _read_part(part)
            part, size = [], 0
    return found + _read_part(part)


def _read_part(opened: Sequence[_Opened | Found]) -> list[Found]:
    new = [row for row in opened if isinstance(row, _Opened)]
    if not new:
        return [row for row in opened if isinstance(row, Found)]
    _load()
    read = parse_all([row.capture for row in new])
    told = [_told(row, reading.article) for row, reading in zip(new, read, strict=True)]
    ready = map(_ready, new, told, infer_all(told))
    return [row if isinstance(row, Found) else next(ready) for row in opened]


def _open(path: str, file: str, archive: _Archive) -> _Opened | Found:
    """A capture that is to be read, whose bytes are kept already; what was found where it is known or no capture."""
    try:
        data = read_whole(path)
        sha256 = hashlib.sha256(data).hexdigest()
        known = sha256 in archive.kept
        if known and not archive.again:
            return Found(file, sha256)
        capture = read_capture(file, data)
    except ArchiveError as error:
        return Found(file, error=replace(error, path=path))
    if not known:
        write_atomically(f"{archive.content}/{original_path(sha256)}", data, by=f".{os.getpid()}")
    return _Opened(capture, images_beside(path))


def _told(opened: _Opened, article: Article) -> Article:
    """With its language, and what else is not of `parse` and goes into the article."""
    return replace(
        article,
        lang=language_of_article(article),
        summary=article.summary or opening(article.body),
        body=with_images(article.body, opened.capture.sha256, opened.images),
    )


def _ready(opened: _Opened, told: Article, tags: tuple[Tag, ...]) -> Found:
    article = replace(told, tags=tuple(tag.name for tag in tags), tags_inferred=tags)
    slug = slugify(article.title) or opened.capture.id
    reading = Reading(Sketch.of(article), slug, draft(article), opened.images, article.modified)
    return Found(opened.capture.file, opened.capture.sha256, reading)
