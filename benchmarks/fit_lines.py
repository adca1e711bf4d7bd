"""Fits `generator/rules/line_weights.yaml` to captures with labelled lines, and says how well that carries over.

    python benchmarks/fit_lines.py FOLDER... [--write]

Each FOLDER holds `txt/*.txt` and `truth/*.json` with `lines` (`line`, `kind`), `file` and `site`. The model is a
logistic regression with ridge penalty, fitted by Newton's method. A line counts with the square root of its
length, so that paragraphs matter more than buttons. The pages of one site are all in one half; each half is
scored with the weights of the other, by characters.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from generator.capture import header_of, read_capture
from generator.characters import fold
from generator.features import features_of
from generator.rows import rows_of

TEXT = {"body", "heading", "list_item", "quote"}
SURROUNDING = {"furniture", "related", "alt", "embed"}
OPEN = {"ambiguous", "standfirst", "embed", "table", "title"}
PENALTY = 3.0
SEEN_AT_LEAST = 15
FIRST_SENTENCE = re.compile(r".{30,}?[.!?](?= )")
THRESHOLD = -3.3
TARGET = Path(__file__).parent.parent / "generator" / "rules" / "line_weights.yaml"


class Example(NamedTuple):
    """One labelled line."""

    features: list[str]
    text: bool
    length: int
    half: int
    folder: str
    share: float
    """How much it counts: 1 on a page as it is, less on one made of it."""


def half_of(site: str) -> int:
    """0 or 1, the same for all pages of a site."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % 2


def examples(folders: list[Path]) -> list[Example]:
    """The labelled lines of each page as it is, and of shorter and cleaner pages made of it.

    Few pages of the sets are short or bare, and many captures are; so each page also counts without its furniture,
    with its first paragraphs alone, with the first sentences of those alone, and with both.
    """
    found = []
    for folder in folders:
        for path in sorted((folder / "truth").glob("*.json")):
            truth = json.loads(path.read_text("utf-8"))
            capture = read_capture(truth["file"], (folder / "txt" / truth["file"]).read_bytes())
            lines = capture.text.split("\n")
            kinds, kind = [], ""
            labels = {line["line"]: line["kind"] for line in truth["lines"]}
            for number in range(1, len(lines) + 1):
                kind = labels.get(number, kind)
                kinds.append(kind)
            half, title = half_of(truth["site"]), fold(header_of(capture.text)[3])
            few = 2 + int(truth["file"][-6:-4], 16) % 7
            for bare, most, short, share in (
                (False, 10**6, False, 1.0),
                (True, 10**6, False, 0.4),
                (False, few, False, 0.4),
                (True, few, False, 0.4),
                (False, few, True, 0.2),
                (True, few, True, 0.2),
            ):
                kept, texts = [lines[0]], 0
                for line, kind in zip(lines[1:], kinds[1:], strict=True):
                    texts += kind in TEXT and bool(line.strip())
                    gone = (bare and kind in SURROUNDING) or (kind in TEXT and texts > most)
                    first = FIRST_SENTENCE.match(line) if short and kind == "body" else None
                    kept.append("" if gone else first[0] if first else line)
                rows = rows_of("\n".join(kept))
                for row, features in list(zip(rows, features_of(rows, title), strict=True))[1:]:
                    kind = kinds[row.number - 1]
                    if kind and kind not in OPEN:
                        found.append(Example(features, kind in TEXT, len(row.text), half, folder.name, share))
    return found


def fit(rows: list[Example]) -> dict[str, float]:
    """Weights by feature; `base` is the constant."""
    counts = Counter(name for row in rows for name in set(row.features))
    names = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)
    at = {name: i for i, name in enumerate(names)}
    data = np.zeros((len(rows), len(names) + 1))
    data[:, -1] = 1
    for i, row in enumerate(rows):
        data[i, [at[name] for name in row.features if name in at]] = 1
    want = np.array([row.text for row in rows], float)
    weight = (
        np.sqrt(np.minimum([row.length for row in rows], 300)) / 6 * np.array([row.share for row in rows])
    )
    ridge = np.eye(len(names) + 1) * PENALTY
    ridge[-1, -1] = 0.01
    beta = np.zeros(len(names) + 1)
    for _ in range(40):
        guess = 1 / (1 + np.exp(-data @ beta))
        slope = data.T @ (weight * (guess - want)) + ridge @ beta
        step = np.linalg.solve((data.T * (weight * guess * (1 - guess))) @ data + ridge, slope)
        beta -= step
        if abs(step).max() < 1e-6:
            break
    return {"base": float(beta[-1]), **dict(zip(names, map(float, beta), strict=False))}


def measure(rows: list[Example], weights: dict[str, float]) -> str:
    """Precision, recall and F1 by characters."""
    right = missed = wrong = 0
    for features, text, length, _, _, _ in rows:
        kept = weights["base"] + sum(weights.get(name, 0.0) for name in features) > THRESHOLD
        right += length * (text and kept)
        missed += length * (text and not kept)
        wrong += length * (kept and not text)
    precision, recall = right / (right + wrong), right / (right + missed)
    return f"P {precision:.3f}  R {recall:.4f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="fit to all of it and write the weights")
    args = parser.parse_args()
    rows = examples(args.folders)
    for half in (0, 1):
        weights = fit([row for row in rows if row.half == half])
        for folder in args.folders:
            for name, tested in (("fitted to", half), ("held back", 1 - half)):
                for share, pages in ((1.0, "as they are"), (0.4, "made of them")):
                    part = [
                        r for r in rows if r.half == tested and r.folder == folder.name and r.share == share
                    ]
                    print(f"half {half}  {folder.name:8} {name:9} {pages:12} {measure(part, weights)}")
    if args.write:
        weights = fit(rows)
        base = round(weights.pop("base"), 2)
        kept: dict[str, Any] = {n: round(w, 2) for n, w in weights.items() if abs(w) >= 0.05}
        text = "# Written by benchmarks/fit_lines.py; see docs/reading.md. Log odds that a line with this is text.\n"
        data = {"base": base, "threshold": THRESHOLD, "weights": kept}
        TARGET.write_text(text + yaml.safe_dump(data, sort_keys=True, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main()
