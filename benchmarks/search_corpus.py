# ruff: noqa: E501
"""The articles of the search benchmarks: a corpus of JSON lines, as it is or several times over."""

import gzip
import html
import json
import random
from pathlib import Path

from generator.model import SearchDoc


def load(path: Path, times: int = 1, seed: int = 7) -> list[SearchDoc]:
    """Articles of a `.jsonl.gz` with `id`, `date`, `title`, `body`, `tags` a line.

    Each further copy of an article has its sentences shuffled and a fifth of them dropped, so that no two are the same.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rnd = random.Random(seed)
    docs = []
    for copy in range(times):
        for row in rows:
            body = html.unescape(row["body"])
            if copy:
                sentences = body.replace("\n", " ").split(". ")
                rnd.shuffle(sentences)
                body = ". ".join(sentences[: max(1, len(sentences) * 4 // 5)])
            docs.append(
                SearchDoc(
                    url=f"{row['date'][:10].replace('-', '/')}/{row['id']}-{copy}.html",
                    title=html.unescape(row["title"]),
                    date=row["date"],
                    body=body,
                    tags=tuple(row["tags"]),
                    lang="en",
                )
            )
    return docs


QUERIES = (
    "oil", "crude oil prices", "Bank of Japan", "wheat exports soviet union", "interest rates", "dividend", "merger agreement",
    "gold mine", "Brazil debt", "coffee quota", "West German economy", "opec production ceiling", "airline strike", "Texaco Pennzoil",
    "tin", "stock split", "tariffs semiconductors", "Baker dollar", "cyclone", "subsidiary",
)  # fmt: skip
"""What is asked: one to four words, common and rare, names and things."""
