"""Measures the inference of tags, and fits the weights of countries again.

    python -m benchmarks.tags speed CAPTURES          seconds for loading, inferring, settling, one article more
    python -m benchmarks.tags stability CAPTURES      articles whose tags change when one in a hundred comes in
    python -m benchmarks.tags halves SET              the weights fitted on one half and measured on the other
    python -m benchmarks.tags curve SET               precision and recall of countries at other thresholds
    python -m benchmarks.tags refit SET               fits on all of it and writes generator/rules/place_weights.yaml

CAPTURES is a folder of captures. SET is a folder with captures/ and truth.jsonl, an object a line: {"capture": id,
"places": [{"names": [those that count as right], "shown": whether the text names it}]}. The fit is a logistic
regression by Newton's method with a ridge of 5 on all weights but the intercept.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml

from generator.capture import read_capture
from generator.model import Article
from generator.parse import parse
from generator.place_salience import FEATURES
from generator.places import countries
from generator.settled_tags import settle
from generator.tag_names import key
from generator.tags import infer, named_in_passing, study

WEIGHTS = Path(__file__).parent.parent / "generator" / "rules" / "place_weights.yaml"
RIDGE = 5.0


@dataclass(frozen=True, slots=True)
class Row:
    """A country that an article names."""

    capture: str
    features: tuple[float, ...]
    right: bool
    shown: frozenset[str]
    """Names of the truth it answers to, first names of each, where the text shows them."""
    passing: bool


def articles(folder: Path) -> Iterator[tuple[str, Article]]:
    for path in sorted(folder.glob("*.txt")):
        capture = read_capture(path.name, path.read_bytes())
        yield capture.id, parse(capture).article


def labelled(folder: Path) -> tuple[list[Row], dict[str, int]]:
    """Every country named in the set, and how many each article is asked for."""
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = {row["capture"]: row["places"] for row in map(json.loads, lines)}
    rows = []
    for capture, article in articles(folder / "captures"):
        seen = study(article)
        for evidence in seen.evidence:
            name = key(countries()[evidence.country].name)
            fits = [place for place in truth.get(capture, ()) if name in map(key, place["names"])]
            shown = frozenset(place["names"][0] for place in fits if place["shown"])
            passing = named_in_passing(seen, evidence)
            rows.append(Row(capture, evidence.features, bool(fits), shown, passing))
    return rows, {capture: sum(place["shown"] for place in places) for capture, places in truth.items()}


def fit(rows: Sequence[Row]) -> np.ndarray:
    """Intercept and weights."""
    values = np.hstack([np.ones((len(rows), 1)), np.array([row.features for row in rows])])
    wanted = np.array([row.right for row in rows], float)
    ridge = np.eye(values.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    weights = np.zeros(values.shape[1])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-values @ weights))
        curve = (values * (chance * (1 - chance))[:, None]).T @ values + ridge
        step = np.linalg.solve(curve, values.T @ (wanted - chance) - ridge @ weights)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def measure(
    rows: Sequence[Row], asked: dict[str, int], weights: np.ndarray, threshold: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 over the articles of `rows`."""
    captures = {row.capture for row in rows}
    given = right = reached = 0
    for row in rows:
        if (
            1 / (1 + np.exp(-(weights[0] + np.dot(weights[1:], row.features)))) >= threshold
            and not row.passing
        ):
            given += 1
            right += row.right
            reached += len(row.shown)
    wanted = sum(count for capture, count in asked.items() if capture in captures)
    precision, recall = right / max(1, given), reached / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def shipped() -> tuple[np.ndarray, float]:
    table = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    return np.array([table["intercept"], *(table["weights"][name] for name in FEATURES)]), table["threshold"]


def halves(folder: Path) -> None:
    rows, asked = labelled(folder)
    _, threshold = shipped()
    split = [[row for row in rows if int(row.capture, 16) % 2 == half] for half in (0, 1)]
    for train, test in ((0, 1), (1, 0)):
        precision, recall, f1 = measure(split[test], asked, fit(split[train]), threshold)
        print(
            f"fitted on half {train}, measured on the other: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}"
        )


def curve(folder: Path) -> None:
    rows, asked = labelled(folder)
    weights, shipped_threshold = shipped()
    for threshold in (0.2, 0.3, 0.4, shipped_threshold, 0.5, 0.6, 0.7, 0.8):
        precision, recall, f1 = measure(rows, asked, weights, threshold)
        print(f"threshold {threshold:.2f}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")


def refit(folder: Path) -> None:
    rows, _ = labelled(folder)
    weights = fit(rows)
    head = [
        line
        for line in WEIGHTS.read_text(encoding="utf-8").splitlines()
        if line.startswith(("#", "threshold"))
    ]
    lines = [*head[:-1], f"intercept: {weights[0]:.3f}", head[-1], "weights:"]
    lines += [f"  {name}: {weight:.3f}" for name, weight in zip(FEATURES, weights[1:], strict=True)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(rows)} countries named in {len({row.capture for row in rows})} articles; written to {WEIGHTS}"
    )


def tagged(folder: Path) -> dict[str, Article]:
    found = {}
    for id, article in articles(folder):
        tags = infer(article)
        found[id] = replace(article, tags=tuple(tag.name for tag in tags), tags_inferred=tags)
    return found


def speed(folder: Path) -> None:
    start = time.perf_counter()
    infer(Article("Floods in Poland", "2024-01-01", lang="en"))
    loaded = time.perf_counter()
    read = list(articles(folder))
    begin = time.perf_counter()
    tags = {id: infer(article) for id, article in read}
    done = time.perf_counter()
    archive = {id: replace(a, tags=tuple(t.name for t in tags[id]), tags_inferred=tags[id]) for id, a in read}
    settling = time.perf_counter()
    settle(archive)
    settled = time.perf_counter()
    words = sum(len(block.text.split()) for _, a in read for block in a.body if hasattr(block, "text"))
    print(f"load {loaded - start:.2f} s; infer {(done - begin) * 1000 / len(read):.2f} ms an article of "
          f"{words / len(read):.0f} words; settle {len(read)} articles {settled - settling:.2f} s")  # fmt: skip


def stability(folder: Path) -> None:
    archive = tagged(folder)
    late = {id for at, id in enumerate(sorted(archive)) if at % 100 == 50}
    before = settle({id: article for id, article in archive.items() if id not in late}).tags
    after = settle(archive).tags
    changed = sum([t.name for t in tags] != [t.name for t in after[id]] for id, tags in before.items())
    topics = sum(
        {t.name for t in tags if t.kind == "topic"} != {t.name for t in after[id] if t.kind == "topic"}
        for id, tags in before.items()
    )
    print(f"{len(late)} articles added to {len(before)}: the tags of {changed} changed ({changed / len(before):.2%}), "
          f"the topics of {topics} ({topics / len(before):.2%})")  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = {"speed": speed, "stability": stability, "halves": halves, "curve": curve, "refit": refit}
    parser.add_argument("command", choices=commands)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    commands[args.command](args.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
