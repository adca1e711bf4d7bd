"""Reads a folder of captures with known truth and has it scored: whole, and each half of the sites by itself.

    python benchmarks/captures.py FOLDER... --scorer score_captures.py [--seen DIR]

FOLDER holds `txt/` and `truth/`. The scorer is called as `SCORER FOLDER SEEN.jsonl` on what `pressmark inspect
--json` would print. All pages of a site are in one half (by the hash of the site), so that figures of the half
that rules and weights were not made on say what to expect of other sites.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.capture import read_capture
from generator.inspect import report
from generator.parse import parse


def half_of(site: str) -> int:
    """0 or 1, the same for all pages of a site."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % 2


def seen(folder: Path) -> tuple[dict[str, str], float]:
    """The JSON line of each capture by file name, and the seconds of processor time that reading took."""
    captures = [read_capture(path.name, path.read_bytes()) for path in sorted((folder / "txt").glob("*.txt"))]
    began = time.process_time()
    readings = [(capture, parse(capture)) for capture in captures]
    spent = time.process_time() - began
    return {c.file: json.dumps(report(reading, c), ensure_ascii=False) for c, reading in readings}, spent


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
    parser.add_argument("--seen", type=Path, help="folder to keep the JSON lines in")
    args = parser.parse_args()
    for folder in args.folders:
        lines, spent = seen(folder)
        truths = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "truth").glob("*.json"))]
        print(
            f"{folder.name}: {len(lines)} captures, {1000 * spent / max(1, len(lines)):.2f} ms each to read"
        )
        if args.seen:
            args.seen.mkdir(parents=True, exist_ok=True)
            text = "".join(lines[name] + "\n" for name in sorted(lines))
            (args.seen / f"{folder.name}.jsonl").write_text(text, encoding="utf-8")
        halves = [[t["file"] for t in truths if half_of(t["site"]) == half] for half in (0, 1)]
        for title, names in (
            ("whole", [t["file"] for t in truths]),
            ("half 0", halves[0]),
            ("half 1", halves[1]),
        ):
            print(f"-- {folder.name}, {title}")
            print(score(args.scorer, folder, names, lines))


if __name__ == "__main__":
    main()
