"""How well and how fast "Read more" lines are resolved; fits the weights of `generator/rules/link_weights.yaml`.

    python benchmarks/links.py judge SET     precision against recall, each half of SET by weights of the other half
    python benchmarks/links.py fit SET       the weights fitted on all of SET, as YAML on standard output
    python benchmarks/links.py growth N FILE  seconds for N headlines and N lines, grown from FILE

SET is a folder with `captures/` and `truth.jsonl`, one object a line: `capture`, `title`, `kind`, `how`, `accept`
(ids that count as right), `headline`. FILE is JSON lines with `title` and `date`, gzipped.
"""

import argparse
import gzip
import json
import random
import re
import resource
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from generator.fuzzy import Index, Weights
from generator.headline import key
from generator.links import Archive, days_between, resolve
from generator.measures import Measures
from generator.model import Headline, Pointer

Floats = np.ndarray[Any, np.dtype[np.float64]]
_RIDGE = 1.0
_FEW = 60
_SMALL_ARCHIVES = 8
_THRESHOLD = 0.87
"""Written beside the weights. `judge` shows what other values would find and mistake."""
_SAME_STORY = 0.75
_CUTS = (0.5, 0.6, 0.7, 0.8, 0.87, 0.9, 0.95)


@dataclass(frozen=True)
class Line:
    """A line that no headline answers by its letters: what is true of it, and its candidates."""

    truth: dict[str, Any]
    candidates: list[tuple[Measures, bool, int]]


def read(folder: Path) -> tuple[list[Headline], list[Pointer], dict[tuple[str, str], dict[str, Any]]]:
    """The headlines and lines of a made set's captures, and what is true of each line."""
    headlines, pointers = [], []
    for path in sorted((folder / "captures").glob("*.txt")):
        text = path.read_text(encoding="utf-8").split("\n")
        when = datetime.strptime(text[2], "%d %B %Y, %H:%M").isoformat(timespec="minutes")
        title = re.sub(r"^.*?\bdate \d{4}-\S+ ", "", text[0])
        source = path.stem.split("_")[1]
        headlines.append(Headline(source, title, when))
        label = "Read more: "
        pointers += [Pointer(source, line[len(label) :], when) for line in text if line.startswith(label)]
    rows = map(json.loads, (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines())
    return headlines, pointers, {(row["capture"], row["title"].strip()): row for row in rows}


def lines(folder: Path, few: int | None = None) -> tuple[list[Headline], list[Line], list[Line], int, int]:
    """Lines left to fuzzy matching; lines settled before, without their target; how many
    were settled before, and how many have a target at all."""
    headlines, pointers, truth = read(folder)
    if few is not None:
        # A small archive: sixty articles that lines in other words mean, and those lines.
        rng = random.Random(few)
        meant = sorted({row["accept"][0] for row in truth.values() if row["kind"] == "reworded"})
        chosen = set(rng.sample(meant, _FEW))
        headlines = [headline for headline in headlines if headline.id in chosen]
        kept = [p for p in pointers if chosen & set(truth[p.source, p.title.strip()]["accept"])]
        pointers = [p for p in kept if truth[p.source, p.title.strip()]["kind"] == "reworded"]
    by_id = {headline.id: key(headline.title) for headline in headlines}
    index = Index([headline.title for headline in headlines])
    archive = Archive(headlines, pointers)
    found: list[Line] = []
    absent: list[Line] = []
    before = 0
    for pointer in pointers:
        row = truth[pointer.source, pointer.title.strip()]
        same = archive.same(pointer)
        before += same is not None and same.to in row["accept"]
        good = {by_id[one] for one in row["accept"] if one in by_id}
        candidates: dict[str, tuple[Measures, bool, int]] = {}
        line = index.lexicon.read(pointer.title)
        for place in index.candidates(line):
            days = days_between(headlines[place].date, pointer.date)
            measures = index.compare(line, place, days)
            name = key(headlines[place].title)
            if headlines[place].id != pointer.source and name not in candidates and measures:
                candidates[name] = (measures, name in good, place)
        if same:
            # As if the article were not in the archive: what is left are strangers, but for the same story.
            strangers = [
                one for one in candidates.values() if not one[1] and one[0].best_covered < _SAME_STORY
            ]
            absent.append(Line(row, strangers))
        else:
            found.append(Line(row, list(candidates.values())))
    return headlines, found, absent, before, sum(bool(row["accept"]) for row in truth.values())


def fit(sample: Sequence[Line]) -> Floats:
    """Logistic regression with a ridge, by Newton's method; the first weight is the bias, which is not shrunk."""
    rows = [(1.0, *measures) for line in sample for measures, _, _ in line.candidates]
    x = np.array(rows)
    y = np.array([float(good) for line in sample for _, good, _ in line.candidates])
    ridge = np.eye(x.shape[1]) * _RIDGE
    ridge[0, 0] = 1e-3
    found = np.zeros(x.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (sure - y) + ridge @ found
        step = np.linalg.solve((x * (sure * (1 - sure))[:, None]).T @ x + ridge, slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    return found


def as_weights(found: Floats) -> Weights:
    return Weights(float(found[0]), Measures(*map(float, found[1:])), 0.0)


def training(folder: Path) -> list[Line]:
    """Lines of the whole set, lines without their target, and lines of small archives cut from the set."""
    _, sample, absent, _, _ = lines(folder)
    return sample + absent + [line for n in range(_SMALL_ARCHIVES) for line in lines(folder, n)[1]]


def half(line: Line) -> int:
    """Lines that mean one headline are in one half."""
    return zlib.crc32((line.truth["headline"] or line.truth["title"]).encode()) & 1


def judge(folder: Path, mistakes: bool) -> None:
    headlines, sample, _, before, wanted = lines(folder)
    whole = training(folder)
    judged = []
    for side in (0, 1):
        by = as_weights(fit([line for line in whole if half(line) != side]))
        for line in sample:
            if half(line) == side:
                best = max(((by.sure(m), good, place) for m, good, place in line.candidates), default=None)
                judged.append((line.truth, best))
    flashes = sum(truth["how"] == "flash" for truth, _ in judged) or 1
    print(f"{len(judged)} lines left to judge, {before} of {wanted} settled by their letters")
    print("at least  right  wrong  near strangers  precision  recall  flash")
    for cut in _CUTS:
        taken = [(truth, best) for truth, best in judged if best and best[0] >= cut]
        right = sum(best[1] for _, best in taken)
        near = sum(truth["how"] == "nearest" for truth, _ in taken)
        flash = sum(best[1] and truth["how"] == "flash" for truth, best in taken) / flashes
        precision, recall = (before + right) / (before + len(taken)), (before + right) / wanted
        wrong = len(taken) - right
        print(f"{cut:8} {right:6} {wrong:6} {near:15} {precision:10.4f} {recall:7.4f} {flash:6.3f}")
    if mistakes:
        for truth, best in sorted(judged, key=lambda one: -(one[1][0] if one[1] else 0)):
            if best and best[0] >= 0.6 and not best[1]:
                print(f"{best[0]:.2f} {truth['how']}: {truth['title']} => {headlines[best[2]].title}")


def growth(count: int, source: Path) -> None:
    """Headlines with their words shuffled into new ones, and lines: two thirds as they stand, the rest changed."""
    rng = random.Random(count)
    with gzip.open(source, "rt", encoding="utf-8") as rows:
        base = [(row["title"].title(), row["date"][:10]) for row in map(json.loads, rows)]
    headlines, pointers = [], []
    for n in range(count):
        title, date = base[n % len(base)]
        if n >= len(base):
            other = base[rng.randrange(len(base))][0].split()
            words = title.split()
            title = " ".join(words[: len(words) // 2] + other[len(other) // 2 :]) + f" {rng.randrange(10**4)}"
        headlines.append(Headline(f"{n:016x}", title, date))
    for n in range(count):
        words = headlines[rng.randrange(count)].title.split()
        if n % 3 == 0:
            words.pop(rng.randrange(len(words)))
            words.append(rng.choice(("says", "report", "Ministers", "again")))
        pointers.append(Pointer(f"{n:016x}", " ".join(words), headlines[n].date))
    start, cpu = time.perf_counter(), time.process_time()
    links = resolve(headlines, pointers)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    ways = {how: sum(link.how == how for link in links) for how in ("exact", "normalised", "fuzzy", None)}
    print(f"{count} headlines, {count} lines: {seconds:.1f} s ({cpu:.1f} s of one core), {peak} MB; {ways}")


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("what", choices=("judge", "fit", "growth"))
    parse.add_argument("arguments", nargs="+")
    parse.add_argument("--mistakes", action="store_true")
    given = parse.parse_args()
    if given.what == "growth":
        growth(int(given.arguments[0]), Path(given.arguments[1]))
    elif given.what == "judge":
        judge(Path(given.arguments[0]), given.mistakes)
    else:
        found = fit(training(Path(given.arguments[0])))
        print(f"threshold: {_THRESHOLD}")
        for name, weight in zip(("bias", *Measures._fields), found, strict=True):
            print(f"{name}: {weight:.2f}")


if __name__ == "__main__":
    main()
