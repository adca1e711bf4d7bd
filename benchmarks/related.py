"""How long related articles and stories take, and how many stories keep their address when articles are added.

    python benchmarks/related.py FILE [--articles N ...] [--show N]

FILE is JSON lines with `id`, `title`, `date`, `body` and `tags`, gzipped or not. More articles than it has are made
by shuffling the sentences of each and dropping every fifth, seeded.
"""

import argparse
import gzip
import json
import random
import re
import resource
import time
from pathlib import Path

from generator.related import Item, related


def read(path: Path, count: int) -> list[Item]:
    """So many articles."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    rows = [json.loads(line) for line in text.splitlines()]
    rng = random.Random(count)
    items = []
    for number in range(count):
        row = rows[number % len(rows)]
        text, year = row["body"], int(row["date"][:4]) + number // len(rows)
        if number >= len(rows):
            sentences = re.split(r"(?<=\.)\s+", text)
            rng.shuffle(sentences)
            text = " ".join(sentence for n, sentence in enumerate(sentences) if n % 5 != 4)
        tags = tuple(tag.title() for tag in row["tags"])
        items.append(
            Item(f"{number:016x}", row["title"].capitalize(), f"{year}{row['date'][4:]}", text, "en", tags)
        )
    return items


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("file", type=Path)
    parse.add_argument("--articles", type=int, nargs="+", default=[1000, 10000])
    parse.add_argument("--show", type=int, default=0, help="print the related articles of so many")
    given = parse.parse_args()
    print("articles  seconds  peak MB  with any  on average")
    for count in given.articles:
        items = read(given.file, count)
        start = time.perf_counter()
        found = related(items)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        some = sum(bool(rows) for rows in found)
        print(f"{count:8} {seconds:8.1f} {peak:8} {some / count:9.2f} {sum(map(len, found)) / count:11.1f}")
    titles = {item.id: item.title for item in items}
    for item, rows in random.Random(1).sample(list(zip(items, found, strict=True)), given.show):
        print(f"\n{item.date[:10]} {item.title}")
        for row in rows:
            print(f"    {row.score:.2f} {titles[row.id]} ({row.reason})")


if __name__ == "__main__":
    main()
