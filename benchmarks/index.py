"""Building a search index: Pressmark beside lunr.py and Pagefind, on the same articles in the same run.

    .venv/bin/python benchmarks/index.py CORPUS.jsonl.gz [--times 10] [--without lunr.py]

Each runs in a process of its own; wall time, what of it was the writing of our files, CPU time of all processes without
that writing, and the greatest memory of the process and its children. Pagefind reads HTML files, so its time includes
reading them; they are written before the clock starts. The last rows are Pressmark with the cache of a build that had
all articles but one: the newest ("one-added") or one from the middle of the archive, after which half of the articles
have another number ("amid"); "unchanged" is the same build again. The build before comes before the clock starts and
counts in the memory. Shares are of the wall time and of the CPU time for the index alone, without the writing.
"""

import argparse
import html
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.search_corpus import load
from generator.model import SearchDoc

PEERS = Path(__file__).parent.parent / "build/benchmarks"


def pagefind() -> Path:
    """The program, installed from npm where it is not there yet."""
    program = PEERS / "node_modules/.bin/pagefind"
    if not program.exists():
        PEERS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--prefix", str(PEERS), "pagefind@1.6.0"], check=True)
    return program


def write_pages(docs: list[SearchDoc], site: Path) -> None:
    """A bare page for each article."""
    for doc in docs:
        path = site / doc.url
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f"<p>{html.escape(p)}</p>" for p in doc.body.split("\n\n"))
        path.write_text(
            f'<!doctype html><html lang="en"><title>{html.escape(doc.title)}</title>'
            f"<main data-pagefind-body><h1>{html.escape(doc.title)}</h1>{body}</main></html>",
            "utf-8",
        )


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _child(which: str, corpus: Path, times: int, site: Path) -> None:
    docs = load(corpus, times)
    writing = cpu = 0.0
    if which == "pagefind":
        command = [str(pagefind()), "--site", str(site), "--output-path", str(site / "pagefind")]
        del docs
        start, before = time.perf_counter(), _cpu()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    elif which == "lunr.py":
        from generator.lunr_index import whole_index

        start, before = time.perf_counter(), _cpu()
        whole_index(docs)
    else:
        from generator import search

        cache = None
        if which != "pressmark":
            cache = site / "cache" / which
            out = {"one-added": len(docs) - 1, "amid": len(docs) // 2, "unchanged": len(docs)}[which]
            docs = search.in_date_order(docs)
            search.build([*docs[:out], *docs[out + 1 :]], cache=cache)
        start, before = time.perf_counter(), _cpu()
        files = search.build(docs, cache=cache)
        built, cpu = time.perf_counter(), _cpu() - before
        for name, data in files.items():
            path = site / which / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        writing = time.perf_counter() - built
    seconds = time.perf_counter() - start
    cpu = cpu or _cpu() - before
    use = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, children = use
    memory = (children if which == "pagefind" else own + children) / 1024
    print(f"{which}\t{seconds:.2f}\t{writing:.2f}\t{cpu:.2f}\t{memory:.0f}")


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("--site", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        _child(given.only, given.corpus, given.times, given.site)
        return
    if "pagefind" not in given.without:
        pagefind()
    with tempfile.TemporaryDirectory() as folder:
        write_pages(load(given.corpus, given.times), Path(folder))
        print(f"{'':12}{'seconds':>10}{'writing':>10}{'cpu':>8}{'MB':>8}{'share':>8}{'of cpu':>8}")
        first: tuple[float, float] | None = None
        for which in ("pressmark", "pagefind", "lunr.py", "one-added", "amid", "unchanged"):
            if which in given.without:
                continue
            command = [sys.executable, __file__, str(given.corpus), "--times", str(given.times)]
            done = subprocess.run(
                [*command, "--only", which, "--site", folder], check=True, capture_output=True, text=True
            )
            name, seconds, writing, cpu, memory = done.stdout.split()
            index = float(seconds) - float(writing), float(cpu)
            first = first or index
            shares = "".join(f"{one / whole:>8.2f}" for one, whole in zip(index, first, strict=True))
            print(f"{name:12}{seconds:>10}{writing:>10}{cpu:>8}{memory:>8}{shares}")


if __name__ == "__main__":
    main()
