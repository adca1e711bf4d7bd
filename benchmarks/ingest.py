"""How long the import of many captures takes, and how much memory.

    python benchmarks/ingest.py SOURCE [--captures N] [--workers N] [--folder FOLDER] [--profile]

SOURCE is a file with one JSON object a line (`.jsonl` or `.jsonl.gz`; keys `date`, `title`, `body`), from which
captures are made in the forms that real ones have (datelines, bylines, pictures, pointers, the page's own words); or
a folder of captures. Where it has fewer than N (10,000), they come again under other ids and 10 days later, so that
they are articles of their own. Captures and content go to a temporary folder, in FOLDER if you name one.

It prints for the first import, for a second one with nothing new, and for a third with one capture more: seconds on
the clock, seconds of processor (importing process and its workers), and peak memory in MB of either; then how much
memory grows from 1,000 captures to N. Each import runs in a process of its own. `--profile` imports in one process
instead, and prints where the time goes: by step, then by function.

Runs one after the other are not alike on ext4: it creates files many times slower for some minutes after thousands were
deleted, as it takes up no inode that was let go of just before. Wait five minutes, or name a FOLDER in memory.
"""

import argparse
import cProfile
import gzip
import json
import pstats
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Any

from generator import ingest as module
from generator.books import Books
from generator.ingest import ingest

TODAY = "2024-05-01"
FEW = 1000
AGAIN_AFTER = timedelta(days=10)
"""Longer than two captures of one article may lie apart."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NAMES = (
    "Ruth Adair",
    "Tom Hale",
    "Ines Falk",
    "Jan Kerrow",
    "Marta Lisowska",
    "Colm Harwell",
    "Agnès Duval",
)
_CREDITS = ("Picture: Alamy", "Photo: Ines Falk/Reuters", "(Image: Getty)", "Photograph: Tom Hale/AP")
_FURNITURE = ("Listen to this article", "Share this article", "Advertisement", "Sign up to our newsletter")
_LABELS = ("Read more", "See also", "Related")


def captures(source: Path, number: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of so many captures."""
    read = list(_of_folder(source) if source.is_dir() else _of_corpus(source))
    if not read:
        raise SystemExit(f"{source}: nothing to import in it")
    endless = (partial(make, round) for round in count() for make in read)
    for n, make in enumerate(islice(endless, number)):
        yield f"{n % 1000:03}_{sha256(str(n).encode()).hexdigest()[:16]}.txt", make().encode()


def _of_folder(folder: Path) -> Iterator[Callable[[int], str]]:
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text("utf-8", "replace")
        yield partial(_later, text)


def _later(text: str, round: int) -> str:
    return _DATE.sub(lambda found: str(date.fromisoformat(found[0]) + round * AGAIN_AFTER), text, count=1)


def _of_corpus(file: Path) -> Iterator[Callable[[int], str]]:
    with (
        gzip.open(file, "rt", encoding="utf-8")
        if file.suffix == ".gz"
        else file.open(encoding="utf-8") as rows
    ):
        for number, row in enumerate(map(json.loads, rows)):
            if row["title"].strip() and row["body"].strip():
                yield partial(_capture, row, number)


def _capture(row: dict[str, Any], number: int, round: int) -> str:
    """A row as a captured page; which of the forms its parts have is told by its number."""
    day = date.fromisoformat(row["date"][:10]) + round * AGAIN_AFTER
    clock = row["date"][11:16] or "09:05"
    paragraphs = [
        " ".join(part.split()) for part in re.split(r"\n\s*\n|\n(?=    )", row["body"]) if part.strip()
    ]
    name, other = _NAMES[number % 7], _NAMES[(number + 3) % 7]
    alt = f"{name.split()[0]} at the quay"
    datelines = (
        f"{day.day} {day:%B %Y}, {clock}",
        f"Published: {clock}, {day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year} {clock}",
        f"{day:%d.%m.%Y} {clock} Uhr",
        f"Published {day.day} {day:%B %Y}\nUpdated {day.day} {day:%B %Y}, 23:10",
        "",
    )
    bylines = (f"By {name}", f"By {name} and {other}", f"{name}\nStaff Writer", f"By {name}\nReporter", "")
    pictures = (f"{alt}\n{alt}. {_CREDITS[number % 4]}", f"{alt} {_CREDITS[number % 4]}", "")
    head = [
        datelines[number % 6],
        pictures[number % 3],
        bylines[number % 5],
        _FURNITURE[number % 4] if number % 2 else "",
    ]
    middle = len(paragraphs) // 2
    pointer = f"{_LABELS[number % 3]}: {name} on the {day:%A} boat" if number % 3 else ""
    blocks = [*head, *paragraphs[:middle], pointer, *paragraphs[middle:]]
    title = " ".join(row["title"].split())
    return f" date {day} {title}\n\n" + "\n\n".join(block for block in blocks if block) + "\n"


def measured(folder: Path, content: Path, workers: int | None) -> dict[str, Any]:
    """One import in a process of its own."""
    command = [sys.executable, __file__, str(folder), "--import-into", str(content)]
    if workers:
        command += ["--workers", str(workers)]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return result


def _import(folder: Path, content: Path, workers: int | None) -> None:
    start = time.perf_counter()
    report = ingest([folder], content, TODAY, workers=workers)
    seconds = time.perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        json.dumps(
            {
                "seconds": seconds,
                "own": own.ru_utime + own.ru_stime,
                "others": others.ru_utime + others.ru_stime,
                "peak": own.ru_maxrss / 1024,
                "peak of a worker": others.ru_maxrss / 1024,
                "said": ", ".join(f"{n:,} {what}" for what, n in sorted(report.outcomes.items()))
                + (f", {len(report.errors):,} errors" if report.errors else ""),
            }
        )
    )


def profile(folder: Path, content: Path) -> None:
    """Where the time of an import in one process goes."""
    spent: dict[str, float] = {}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.perf_counter() - start

        return run

    steps = (
        "read_whole",
        "read_capture",
        "parse_all",
        "language_of_article",
        "write_atomically",
        "images_beside",
        "infer_all",
        "draft",
        "slugify",
    )
    plain = {name: getattr(module, name) for name in steps}
    enter = Books.enter
    for name, function in plain.items():
        setattr(module, name, timed(name, function))
    Books.enter = timed("enter", enter)  # type: ignore[method-assign]
    start = time.perf_counter()
    report = ingest([folder], content / "timed", TODAY, workers=1)
    whole = time.perf_counter() - start
    for name, function in plain.items():
        setattr(module, name, function)
    Books.enter = enter  # type: ignore[method-assign]
    number = sum(report.outcomes.values()) or 1
    print(f"{whole:.1f} s for {number:,} captures, one process\n\nstep               ms each   share")
    for name, seconds in [
        *sorted(spent.items(), key=lambda row: -row[1]),
        ("the rest", whole - sum(spent.values())),
    ]:
        print(f"{name:17} {seconds / number * 1000:8.3f} {seconds / whole:7.1%}")
    profiler = cProfile.Profile()
    profiler.runcall(ingest, [folder], content / "profiled", TODAY, workers=1)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(30)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("source", type=Path)
    parse.add_argument("--captures", type=int, default=10000)
    parse.add_argument("--workers", type=int)
    parse.add_argument("--folder", type=Path, help="where the temporary folder shall be")
    parse.add_argument("--profile", action="store_true")
    parse.add_argument("--import-into", type=Path, help=argparse.SUPPRESS)
    given = parse.parse_args()
    if given.import_into:
        _import(given.source, given.import_into, given.workers)
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as made:
        many, few, content = (Path(made, name) for name in ("many", "few", "content"))
        many.mkdir()
        few.mkdir()
        last = ""
        for n, (name, data) in enumerate(captures(given.source, given.captures + 1)):
            last = name
            (many / name).write_bytes(data)
            if n < FEW:
                (few / name).write_bytes(data)
        one_more = (many / last).rename(Path(made, last))
        if given.profile:
            profile(many, content)
            return
        print("import              seconds  processor: own  workers  peak MB: own  a worker")
        first = measured(many, content, given.workers)
        second = measured(many, content, given.workers)
        one_more.rename(many / last)
        third = measured(many, content, given.workers)
        small = measured(few, Path(made, "small"), given.workers)
        for name, run in (
            (f"{given.captures:,} captures", first),
            ("nothing new", second),
            ("one more", third),
            (f"{FEW:,} captures", small),
        ):
            print(
                f"{name:18} {run['seconds']:8.2f} {run['own']:15.2f} {run['others']:8.2f} {run['peak']:13.0f} "
                f"{run['peak of a worker']:9.0f}   {run['said']}"
            )
        more = given.captures - FEW
        if more > 0:
            for who, key in (("the importing process", "peak"), ("a worker", "peak of a worker")):
                grown = (first[key] - small[key]) * 1024 / more
                print(f"from {FEW:,} captures on {who} grows by {grown:.2f} kB a capture")


if __name__ == "__main__":
    main()
