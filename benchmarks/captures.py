"""Reads a folder of captures with known truth and has it scored: whole, and each half of the sites by itself.

    python -m benchmarks.captures FOLDER... --scorer score_captures.py [--other-half] [--seen DIR]

FOLDER holds `txt/` and `truth/`. The scorer is called as `SCORER FOLDER SEEN.jsonl` on what `pressmark inspect
--json` would print. All pages of a site are in one half (by the hash of the site), so that figures of the half
that rules and weights were not made on say what to expect of other sites. With `--other-half` each half is read with
line weights fitted to the other half alone (`benchmarks/fit_lines.py`) in place of those in `generator/rules/`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.fit_lines import examples, fit, half_of
from generator import weights
from generator.capture import read_capture
from generator.inspect import report
from generator.parse import parse
from generator.rulebook import table


def seen(folder: Path, names: list[str]) -> tuple[dict[str, str], float]:
    """The JSON line of each capture by file name, and the seconds of processor time that reading took."""
    captures = [read_capture(name, (folder / "txt" / name).read_bytes()) for name in names]
    began = time.process_time()
    readings = [(capture, parse(capture)) for capture in captures]
    spent = time.process_time() - began
    return {c.file: json.dumps(report(reading, c), ensure_ascii=False) for c, reading in readings}, spent


def use(base: float, fitted: dict[str, float]) -> None:
    """Reads with these line weights from now on."""
    for remembered in vars(weights).values():
        if hasattr(remembered, "cache_clear"):
            remembered.cache_clear()
    table("line_weights").update(base=base, weights=fitted)


def sites(folder: Path) -> list[tuple[str, str]]:
    """File name and site of each capture of a folder, in order."""
    truths = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "truth").glob("*.json"))]
    return [(truth["file"], truth["site"]) for truth in truths]


def score(scorer: Path, folder: Path, names: list[str], lines: dict[str, str]) -> str:
    """What the scorer prints for these captures of a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        part = Path(scratch)
        for kind, ending in (("txt", ".txt"), ("truth", ".json")):
            (part / kind).mkdir()
            for name in names:
                file = name.removesuffix(".txt") + ending
                (part / kind / file).symlink_to((folder / kind / file).resolve())
        (part / "seen.jsonl").write_text("".join(lines[name] + "\n" for name in names), encoding="utf-8")
        command = [sys.executable, str(scorer), str(part), str(part / "seen.jsonl")]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument(
        "--other-half", action="store_true", help="read each half with weights fitted to the other"
    )
    parser.add_argument("--seen", type=Path, help="folder to keep the JSON lines in")
    args = parser.parse_args()
    if args.other_half:
        rows = examples(args.folders)
        for half in (0, 1):
            fitted = fit([row for row in rows if row.half != half])
            use(fitted.pop("base"), fitted)
            for folder in args.folders:
                names = [file for file, site in sites(folder) if half_of(site) == half]
                print(f"-- {folder.name}, half {half}, weights of the other")
                print(score(args.scorer, folder, names, seen(folder, names)[0]))
        return
    for folder in args.folders:
        files = sites(folder)
        lines, spent = seen(folder, [file for file, _ in files])
        print(
            f"{folder.name}: {len(lines)} captures, {1000 * spent / max(1, len(lines)):.2f} ms each to read"
        )
        if args.seen:
            args.seen.mkdir(parents=True, exist_ok=True)
            text = "".join(lines[name] + "\n" for name in sorted(lines))
            (args.seen / f"{folder.name}.jsonl").write_text(text, encoding="utf-8")
        for title, names in (
            ("whole", [file for file, _ in files]),
            ("half 0", [file for file, site in files if half_of(site) == 0]),
            ("half 1", [file for file, site in files if half_of(site) == 1]),
        ):
            print(f"-- {folder.name}, {title}")
            print(score(args.scorer, folder, names, lines))


if __name__ == "__main__":
    main()
