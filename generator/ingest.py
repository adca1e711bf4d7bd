"""Captures to Markdown: the rim that opens files around `read_capture`, `parse` and `infer`.

A capture that is known is passed over; an article that a person changed or deleted is left so; whatever is
wrong with one capture, the others go through.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from generator import ledger
from generator.article_file import write
from generator.body import opening
from generator.capture import read_capture
from generator.errors import ArchiveError
from generator.files import captures_in, read_whole, write_atomically
from generator.ledger import Import
from generator.model import Article
from generator.moment import Moment
from generator.parse import parse
from generator.slug import slugify
from generator.tags import infer

ARTICLES = "articles"
"""Folder of the imported articles within the content folder."""
WITHDRAWN = "withdrawn"
"""Folder for articles that `only` took out of the archive."""
_CHUNK = 64
"""Captures that one worker takes at a time."""


@dataclass(slots=True)
class Report:
    """What an import did."""

    added: int = 0
    known: int = 0
    """Captures whose bytes were imported before."""
    updated: int = 0
    """Articles that a new version of their capture replaced."""
    deleted: int = 0
    """Known captures whose article a person deleted; it stays deleted."""
    withdrawn: int = 0
    restored: int = 0
    notes: list[str] = field(default_factory=list)
    """Decisions a person may want to know of."""
    errors: list[ArchiveError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    """One capture as a worker hands it over: read, or known, or not to be read."""

    file: str
    sha256: str = ""
    article: Article | None = None
    error: ArchiveError | None = None


def ingest(
    sources: list[Path],
    content: Path,
    today: str,
    *,
    only: bool = False,
    workers: int | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Report:
    """Imports every capture of `sources` (files, folders) into the content folder.

    `today` (ISO 8601) is noted as the day of import. With `only` the archive holds afterwards the articles of
    these captures alone: those of others are moved to `withdrawn/`, and come back when their capture does.
    `progress` is told how many captures are done. The result does not depend on the number of `workers`.
    """
    report = Report()
    rows = ledger.load(content)
    books = _Books(content, rows, today, report)
    paths = [pair for source in sources for pair in captures_in(source, report.errors)]
    for done, found in enumerate(_read_all(paths, frozenset(row.sha256 for row in rows), workers), 1):
        books.enter(found)
        progress(done)
    if only and not report.errors:
        books.keep_only_seen()
    books.close()
    return report


def _read_all(paths: list[tuple[Path, str]], known: frozenset[str], workers: int | None) -> Iterator[_Found]:
    """Every capture in order, read by several processes where there are many, few at a time in memory."""
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


def _read_chunk(paths: list[tuple[Path, str]]) -> list[_Found]:
    return [_read_one(path, file, _known_in_worker) for path, file in paths]


def _read_one(path: Path, file: str, known: frozenset[str]) -> _Found:
    try:
        data = read_whole(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in known:
            return _Found(file, sha256)
        article = parse(read_capture(file, data)).article
    except ArchiveError as error:
        return _Found(file, error=replace(error, path=str(path)))
    article = replace(article, summary=article.summary or opening(article.body))
    tags = infer(article)
    return _Found(file, sha256, replace(article, tags=tuple(tag.name for tag in tags), tags_inferred=tags))


class _Books:
    """What is in the archive while captures are entered one after the other."""

    def __init__(self, content: Path, rows: list[Import], today: str, report: Report) -> None:
        self._content = content
        self._today = today
        self._report = report
        self._by_sha = {row.sha256: row for row in rows}
        self._by_id = {row.id: row for row in rows}
        self._before = ledger.dump(rows)
        self._seen: dict[str, tuple[str, str]] = {}
        """Of this import: id to file and SHA-256."""
        self._taken = {row.article for row in rows}

    def enter(self, found: _Found) -> None:
        """One more capture."""
        if found.error:
            self._report.errors.append(found.error)
        elif known := self._by_sha.get(found.sha256):
            self._seen.setdefault(known.id, (found.file, found.sha256))
            self._enter_known(known)
        elif found.article and found.article.capture:
            self._enter_new(found, found.article, found.article.capture.id)

    def _enter_known(self, row: Import) -> None:
        if (self._content / row.article).exists():
            self._report.known += 1
        elif (self._content / WITHDRAWN / row.article).exists():
            _move(self._content / WITHDRAWN / row.article, self._content / row.article)
            self._report.restored += 1
        else:
            self._report.deleted += 1

    def _enter_new(self, found: _Found, article: Article, id: str) -> None:
        if before := self._seen.get(id):
            self._report.errors.append(
                ArchiveError(
                    found.file,
                    None,
                    f"the id {id} is taken by {before[0]}, which has other words",
                    "give one of the two files a name with another id",
                )
            )
            return
        self._seen[id] = (found.file, found.sha256)
        if row := self._by_id.get(id):
            self._enter_changed(row, article, found)
            return
        article = self._with_address(article, id)
        path = f"{ARTICLES}/{Moment.parse(article.date).day:%Y/%m/%d}-{article.slug}.md"
        self._write(article, path, found, id)
        self._report.added += 1

    def _enter_changed(self, row: Import, article: Article, found: _Found) -> None:
        """The capture has other words than when it was imported: the article follows, unless a person changed it."""
        path = self._content / row.article
        if not path.exists():
            self._report.deleted += 1
            return
        slug = path.stem.partition("-")[2]
        text = write(self._stamped(replace(article, slug=slug), (article.capture and article.capture.id) or ""))
        if hashlib.sha256(path.read_bytes()).hexdigest() == row.written:
            self._write(replace(article, slug=slug), row.article, found, row.id)
            self._report.updated += 1
            return
        new = path.with_name(path.name + ".new")
        write_atomically(new, text)
        self._report.notes.append(
            f"{path}: you changed this article, and its capture {found.file} has changed too; "
            f"the new version is in {new.name}: take over what you want and delete it"
        )

    def _with_address(self, article: Article, id: str) -> Article:
        slug = slugify(article.title) or id
        day = Moment.parse(article.date).day
        if f"{ARTICLES}/{day:%Y/%m/%d}-{slug}.md" in self._taken:
            slug = f"{slug}-{id[:6]}"
        return replace(article, slug=slug)

    def _stamped(self, article: Article, id: str) -> Article:
        assert article.capture is not None, id
        return replace(article, capture=replace(article.capture, imported=self._today))

    def _write(self, article: Article, path: str, found: _Found, id: str) -> None:
        text = write(self._stamped(article, id))
        write_atomically(self._content / path, text)
        row = Import(id, found.file, found.sha256, path, hashlib.sha256(text.encode()).hexdigest())
        self._by_sha[found.sha256] = self._by_id[id] = row
        self._taken.add(path)

    def keep_only_seen(self) -> None:
        """Withdraws the articles whose capture was not among those entered."""
        for row in self._by_id.values():
            path = self._content / row.article
            if row.id not in self._seen and path.exists():
                _move(path, self._content / WITHDRAWN / row.article)
                self._report.withdrawn += 1

    def close(self) -> None:
        """Writes the ledger, if anything changed."""
        text = ledger.dump(list(self._by_sha.values()))
        if text != self._before:
            write_atomically(self._content / ledger.NAME, text)


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
