"""Captures to Markdown: the rim that finds, reads and enters them.

Many are read at a time, by as many processes as there are cores, and few are in memory; they are entered one
after the other in the order of their names, so that the result does not depend on the processes.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator import ledger
from generator.body import opening
from generator.books import Books, Found, Report, with_images
from generator.capture import read_capture
from generator.errors import ArchiveError
from generator.files import captures_in, images_beside, read_whole
from generator.parse import parse
from generator.tags import infer

_CHUNK = 64
"""Captures that one process takes at a time."""


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
    known = frozenset() if again else frozenset(row.sha256 for row in rows)
    for done, found in enumerate(_read_all(paths, known, workers), 1):
        books.enter(found)
        progress(done)
    if only and not books.report.errors:
        books.keep_only_seen()
    books.close()
    return books.report


def _read_all(paths: list[tuple[Path, str]], known: frozenset[str], workers: int | None) -> Iterator[Found]:
    processes = min(workers or os.cpu_count() or 1, -(-len(paths) // _CHUNK))
    if processes <= 1:
        yield from (_read_one(path, file, known) for path, file in paths)
        return
    chunks = (paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK))
    with ProcessPoolExecutor(processes, initializer=_set_known, initargs=(known,)) as pool:
        running = [pool.submit(_read_chunk, chunk) for chunk in islice(chunks, 2 * processes)]
        while running:
            yield from running.pop(0).result()
            running += [pool.submit(_read_chunk, chunk) for chunk in islice(chunks, 1)]


_known_in_worker: frozenset[str] = frozenset()


def _set_known(known: frozenset[str]) -> None:
    global _known_in_worker
    _known_in_worker = known


def _read_chunk(paths: list[tuple[Path, str]]) -> list[Found]:
    return [_read_one(path, file, _known_in_worker) for path, file in paths]


def _read_one(path: Path, file: str, known: frozenset[str]) -> Found:
    try:
        data = read_whole(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in known:
            return Found(file, sha256)
        article = parse(read_capture(file, data)).article
    except ArchiveError as error:
        return Found(file, error=replace(error, path=str(path)))
    images = images_beside(path)
    article = replace(
        article,
        summary=article.summary or opening(article.body),
        body=with_images(article.body, sha256, images),
    )
    tags = infer(article)
    article = replace(article, tags=tuple(tag.name for tag in tags), tags_inferred=tags)
    return Found(file, sha256, article, data=data, images=images)
