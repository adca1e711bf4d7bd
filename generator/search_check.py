"""Whether a built search index is whole: every file there and unchanged, every address there, counts right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from generator.errors import ArchiveError
from generator.search import VERSION
from generator.search_numbers import front_decode, unpack
from generator.search_shards import TERM_NAME, TEXT_NAME, digest, value_of

_AGAIN = "build the site again"
_Problem: TypeAlias = Callable[[str, str], None]


def check(site: Path) -> list[ArchiveError]:
    """Everything that is wrong with `search/` in the folder of a built site; an empty list where nothing is."""
    found: list[ArchiveError] = []

    def problem(name: str, what: str) -> None:
        found.append(ArchiveError(f"{site.as_posix()}/search/{name}", None, what, _AGAIN))

    manifest = _read(site / "search", "manifest.js", None, problem)
    if manifest is None:
        return found
    try:
        if manifest["version"] != VERSION:
            problem(
                "manifest.js", f"the index has format {manifest['version']}, this program reads {VERSION}"
            )
            return found
        _check_terms(site / "search", manifest, problem)
        _check_texts(site, manifest, problem)
        _check_lists(site / "search", manifest, problem)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        problem("manifest.js", f"the file does not hold what it should ({error})")
    return found


def _read(folder: Path, name: str, name_hash: str | None, problem: _Problem) -> Any:
    try:
        data = (folder / name).read_bytes()
    except OSError:
        problem(name, "the file is missing or cannot be read")
        return None
    if name_hash is not None and digest(data, len(name_hash)) != name_hash:
        problem(name, "the content is not what the file's name says")
        return None
    try:
        return value_of(data)
    except ValueError as error:
        problem(name, f"the file is damaged ({error})")
        return None


def _pieces(text: str, size: int) -> list[str]:
    return [text[i : i + size] for i in range(0, len(text), size)]


def _check_terms(folder: Path, manifest: dict[str, Any], problem: _Problem) -> None:
    firsts, names = front_decode(manifest["terms"][0]), _pieces(manifest["terms"][1], TERM_NAME)
    if len(firsts) != len(names):
        problem("manifest.js", f"{len(names)} term shards, but {len(firsts)} first terms")
        return
    listed = manifest["phrases"]
    phrases = _pieces(_read(folder, listed, listed[-3 - TERM_NAME : -3], problem) or "", TERM_NAME)
    if len(phrases) != len(names):
        problem(listed, f"{len(names)} term shards, but {len(phrases)} phrase shards")
        phrases = []
    vocabulary: list[str] = []
    for i, (first, name) in enumerate(zip(firsts, names, strict=True)):
        shard = _read(folder, f"t/{name}.js", name, problem)
        if shard is None:
            continue
        try:
            terms, counts = _postings(shard, manifest)
        except (ValueError, IndexError) as error:
            problem(f"t/{name}.js", f"the postings are damaged ({error})")
            continue
        if terms and terms[0] < first:
            problem(f"t/{name}.js", f"the first term `{terms[0]}` belongs into an earlier shard")
        vocabulary += terms
        places = _read(folder, f"p/{phrases[i]}.js", phrases[i], problem) if phrases else None
        if places is not None and (
            len(unpack(places[1])) != sum(counts) + len(counts) or len(places[0].split("\n")) != len(terms)
        ):
            problem(f"p/{phrases[i]}.js", f"the positions do not match the terms of t/{name}.js")
    listed = manifest["vocabulary"]
    words = _read(folder, listed, listed[-3 - TERM_NAME : -3], problem)
    if words is not None and front_decode(words) != vocabulary:
        problem(listed, "the words differ from those of the term shards")


def _postings(shard: list[str], manifest: dict[str, Any]) -> tuple[list[str], list[int]]:
    terms, heads = front_decode(shard[0]), unpack(shard[1])
    gaps, counts, lengths = (unpack(column) for column in shard[2:])
    if not len(gaps) == len(counts) == len(lengths):
        raise ValueError("columns of different length")
    h = p = 0
    for term in terms:
        bits = heads[h + 1]
        h += 2
        for field in range(len(manifest["fields"])):
            if bits >> field & 1:
                number = sum(gaps[p : p + heads[h]])
                if number >= manifest["articles"]:
                    raise ValueError(f"`{term}` leads to article {number} of {manifest['articles']}")
                p += heads[h]
                h += 1
    if (h, p) != (len(heads), len(gaps)):
        raise ValueError("more numbers than terms")
    return terms, counts


def _check_texts(site: Path, manifest: dict[str, Any], problem: _Problem) -> None:
    counts, names = unpack(manifest["texts"][0]), _pieces(manifest["texts"][1], TEXT_NAME)
    start = 0
    for count, name in zip(counts, names, strict=True):
        file = f"d/{start}-{name}.js"
        records = _read(site / "search", file, name, problem)
        if records is not None:
            if len(records) != count:
                problem(file, f"{len(records)} articles where the manifest counts {count}")
            for record in records:
                if not (site / record[0]).is_file():
                    problem(file, f"the article at {record[0]} is not in the site")
        start += count
    if start != manifest["articles"]:
        problem("manifest.js", f"{manifest['articles']} articles, but text of {start}")


def _check_lists(folder: Path, manifest: dict[str, Any], problem: _Problem) -> None:
    for kind in ("days", "suggestions", "tags", "authors", "languages"):
        name = manifest[kind]
        value = _read(folder, name, name[-3 - TERM_NAME : -3], problem)
        if value is None:
            continue
        counts = unpack(value[1])
        if kind == "days" and sum(counts) != manifest["articles"]:
            problem(name, f"{sum(counts)} articles by day, {manifest['articles']} in all")
        if kind in ("tags", "authors", "languages"):
            if len(unpack(value[2])) != sum(counts):
                problem(name, "the counts do not add up")
        elif len(front_decode(value[0])) != len(counts):
            problem(name, "the counts do not add up")
