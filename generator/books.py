"""Which article a capture belongs to, and what becomes of the article's file: decided capture by capture.

A file that a person has changed or deleted is never written again. Where a newer capture meets a changed
article, both are kept, the new one beside the other as `….md.new`.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from generator import ledger
from generator.article_file import Draft, read
from generator.body import read_body
from generator.errors import ArchiveError
from generator.files import readable_name, write_atomically
from generator.ledger import Import
from generator.model import Article, Block, Picture, Provenance
from generator.moment import Moment
from generator.versions import Sketch, Sketches, is_newer, reason_for_one

ARTICLES, VERSIONS, WITHDRAWN = "articles", "versions", "withdrawn"
"""Folders in the content folder: the articles, their older versions, and articles taken out of the archive."""
IMAGES, ORIGINALS = "images", "originals"
"""Folders of image files, and of the captures themselves, byte for byte, named by their SHA-256."""

Outcome = Literal[
    "new", "known", "same bytes again", "newer version", "older version", "conflict", "deleted by hand",
    "read again", "brought back", "withdrawn",
]  # fmt: skip
"""What became of a capture."""


@dataclass(slots=True)
class Report:
    """What an import did."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    """Every decision that was not plain."""
    errors: list[ArchiveError] = field(default_factory=list)


class Reading(NamedTuple):
    """A capture as it was read, with its article ready to be entered."""

    sketch: Sketch
    slug: str
    """The address it shall have, if no other article has it."""
    draft: Draft
    images: tuple[Path, ...]
    """Image files beside the capture."""
    modified: str | None = None
    """When the article was updated, as the capture says."""

    @property
    def article(self) -> Article:
        """As much of the article as tells which of two it is, and which is newer."""
        sketch = self.sketch
        body = read_body(self.draft.body)
        return Article(sketch.title, sketch.date, body, self.modified, capture=Provenance(sketch.id, "", ""))


class Found(NamedTuple):
    """One capture as it was found in its folder."""

    file: str
    sha256: str = ""
    reading: Reading | None = None
    """None where the bytes are known, or the capture could not be read."""
    error: ArchiveError | None = None


def original_path(sha256: str) -> str:
    """Where the capture with these bytes is kept, within the content folder."""
    return f"{ORIGINALS}/{sha256[:2]}/{sha256}.txt"


def with_images(body: tuple[Block, ...], sha256: str, images: tuple[Path, ...]) -> tuple[Block, ...]:
    """The body with each picture shown by the image that its words name, else by the next that none does."""
    by_name = {image.name.casefold(): image for image in images}
    named = {block.alt.strip().casefold() for block in body if isinstance(block, Picture)} & by_name.keys()
    rest = iter([image for image in images if image.name.casefold() not in named])

    def shown(block: Block) -> Block:
        if not isinstance(block, Picture):
            return block
        image = by_name.get(block.alt.strip().casefold()) or next(rest, None)
        return replace(block, file=_image_path(sha256, image)) if image else block

    return tuple(map(shown, body)) if images else body


def _image_path(sha256: str, image: Path) -> str:
    return f"{sha256[:16]}/{readable_name(image.name)}"


class Books:
    """The archive's articles and captures while an import goes on."""

    def __init__(self, content: Path, rows: Iterable[Import], today: str) -> None:
        self.report = Report()
        self._content = content
        self._folder = str(content)
        self._today = today
        self._rows: dict[tuple[str, str], Import] = {}
        self._by_sha: dict[str, Import] = {}
        self._names: dict[str, set[str]] = {}
        self._shown: dict[str, Import] = {}
        self._articles: dict[str, str] = {}
        self._sketched: list[Sketch] = []
        self._seen: set[str] = set()
        for row in rows:
            self._add(row)
        self._before = dict(self._rows)

    @cached_property
    def _sketches(self) -> Sketches:
        """Made only when a capture is new: for the others nothing is looked up."""
        return Sketches(self._sketched)

    def enter(self, found: Found) -> None:
        """One more capture."""
        if found.error:
            self.report.errors.append(found.error)
            return
        known = self._by_sha.get(found.sha256)
        outcome: Outcome | None = None
        if known:
            outcome = self._known(known, found)
        elif found.reading:
            outcome = self._unknown(found, found.reading)
        if outcome:
            self.report.outcomes[outcome] += 1

    def keep_only_seen(self) -> None:
        """Takes the articles out of the archive of which no capture was entered."""
        for article in sorted(self._shown.keys() - self._seen):
            path = self._content / article
            if path.exists():
                _move(path, self._content / WITHDRAWN / article)
                self.report.outcomes["withdrawn"] += 1

    def close(self) -> None:
        """Writes the ledger, if anything changed."""
        if self._rows != self._before:
            write_atomically(self._content / ledger.NAME, ledger.dump(self._rows.values()))

    def _known(self, row: Import, found: Found) -> Outcome:
        self._seen.add(row.article)
        path = self._content / row.article
        if _name(found.file) not in self._names[row.sha256]:
            self._note(found, row.article, f"the same bytes as {row.file}; one article, two captures")
            self._add(replace(row, file=found.file, written=""))
            return "same bytes again"
        if path.exists():
            return self._read_again(row, found.reading) if found.reading else "known"
        if (self._content / WITHDRAWN / row.article).exists():
            _move(self._content / WITHDRAWN / row.article, path)
            return "brought back"
        return "deleted by hand"

    def _read_again(self, row: Import, reading: Reading) -> Outcome:
        """The same capture, perhaps read better than before."""
        shown = self._shown.get(row.article)
        if row != shown or self._is_changed(row):
            return "known"
        now = self._current(row.article)
        assert now.capture is not None
        text = reading.draft.text(now.slug, now.capture.imported)
        if _digest(text.encode()) == row.written:
            return "known"
        self._write(text, replace(row, title=reading.sketch.title, date=reading.sketch.date))
        return "read again"

    def _unknown(self, found: Found, reading: Reading) -> Outcome | None:
        for image in reading.images:
            kept = self._content / IMAGES / _image_path(found.sha256, image)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(image, kept)
        sketch = reading.sketch

        def row(article: str, text: bytes = b"") -> Import:
            return Import(
                article,
                sketch.id,
                found.file,
                found.sha256,
                _digest(text) if text else "",
                sketch.title,
                sketch.date,
                sketch.lead,
            )

        article: Article | None = None
        for other in self._sketches.like(sketch):
            path = self._articles[other.id]
            if not self._exists(path):
                if other.id == sketch.id:
                    self._seen.add(path)
                    self._add(row(path))
                    return "deleted by hand"
                continue
            article = article or reading.article
            now = self._current(path)
            if now.capture and other.id == sketch.id:
                # The article may have gone over to a later capture; what is asked is whether this id means it.
                now = replace(now, capture=replace(now.capture, id=sketch.id))
            if reason := reason_for_one(article, now):
                return self._version(row(path), article, found, reading.draft, reason)
            if other.id == sketch.id:
                what = f"the id {sketch.id} is taken by {self._shown[path].file}, which has other words"
                hint = "give one of the two files a name with another id"
                self.report.errors.append(ArchiveError(found.file, None, what, hint))
                return None
        slug = reading.slug
        address = _address(sketch.date, slug)
        if address in self._shown:
            slug = f"{slug}-{sketch.id[:6]}"
            address = _address(sketch.date, slug)
        text = reading.draft.text(slug, self._today).encode()
        self._enter(text, row(address, text))
        return "new"

    def _version(self, row: Import, article: Article, found: Found, draft: Draft, reason: str) -> Outcome:
        """Another state of an article that is there; the address stays."""
        self._seen.add(row.article)
        if not (self._content / row.article).exists():
            _move(self._content / WITHDRAWN / row.article, self._content / row.article)
        now = self._current(row.article)
        text = draft.text(now.slug, self._today)
        older = self._content / VERSIONS / PurePosixPath(row.article).relative_to(ARTICLES).with_suffix("")
        if not is_newer(article, now):
            self._note(found, row.article, f"an older version of it ({reason})")
            write_atomically(older / f"{row.sha256[:8]}.md", text)
            self._add(row)
            return "older version"
        if self._is_changed(self._shown[row.article]):
            new = (self._content / row.article).with_suffix(".md.new")
            write_atomically(new, text)
            self._note(
                found,
                row.article,
                f"a newer version of it ({reason}), but you have changed the article: the new version is in "
                f"{new.name}; take over what you want and delete it",
            )
            self._add(row)
            return "conflict"
        self._note(found, row.article, f"a newer version of it ({reason})")
        shown = self._shown[row.article]
        before = (self._content / row.article).read_text("utf-8")
        write_atomically(older / f"{shown.sha256[:8]}.md", before)
        self._add(replace(shown, written=""))
        self._write(text, row)
        return "newer version"

    def _note(self, found: Found, article: str, words: str) -> None:
        self.report.notes.append(f"{found.file} and {article}: {words}")

    def _exists(self, article: str) -> bool:
        return (self._content / article).exists() or (self._content / WITHDRAWN / article).exists()

    def _current(self, article: str) -> Article:
        path = self._content / article
        if not path.exists():
            path = self._content / WITHDRAWN / article
        return _read(path.read_text("utf-8"), str(path))

    def _is_changed(self, row: Import) -> bool:
        """Whether a person has changed the article since it was written."""
        return hashlib.sha256((self._content / row.article).read_bytes()).hexdigest() != row.written

    def _write(self, text: str, row: Import) -> None:
        data = text.encode()
        self._enter(data, replace(row, written=_digest(data)))

    def _enter(self, data: bytes, row: Import) -> None:
        self._seen.add(row.article)
        write_atomically(f"{self._folder}/{row.article}", data)
        self._add(row)

    def _add(self, row: Import) -> None:
        self._rows[row.sha256, row.file] = row
        self._by_sha.setdefault(row.sha256, row)
        self._names.setdefault(row.sha256, set()).add(_name(row.file))
        if row.written:
            self._by_sha[row.sha256] = self._shown[row.article] = row
        if row.id not in self._articles:
            self._sketched.append(sketch := Sketch(row.id, row.title, row.date, row.lead))
            if "_sketches" in vars(self):
                self._sketches.add(sketch)
        self._articles[row.id] = row.article


def _address(date: str, slug: str) -> str:
    return f"{ARTICLES}/{_day(date[:10])}-{slug}.md"


@lru_cache(maxsize=1 << 12)
def _day(date: str) -> str:
    return f"{Moment.parse(date).day:%Y/%m/%d}"


@lru_cache(maxsize=64)
def _read(text: str, path: str) -> Article:
    """Remembered, as an article that others are like is compared with one after the other."""
    return read(text, path).article


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
