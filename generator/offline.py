"""Lists of the site's files by which a browser keeps the search, or the whole archive, for reading offline.

Each is `{"bytes": all together, "files": [[path, bytes, mark], …]}` in order of path; a mark is the beginning of the
SHA-256 of the file, so that a list tells which files have changed since an earlier one.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from generator.errors import ArchiveError

FOLDER = "offline"
_MARK = 12
"""Hexadecimal digits of a mark."""
_NOT_READ = ("feeds/", "catalogue.", "sitemap", f"{FOLDER}/", "sw.js", "robots.txt", "404.html")
"""Beginnings of the paths that no page shows and the browser asks for itself, or not at all."""
_SEARCH = ("search.html", "search/")


def write_lists(output: Path) -> None:
    """Writes `offline/files.json`, `offline/search.json` and the size of the former into the folder of a built site."""
    files = [entry(output, path) for path in paths(output)]
    whole = _write(output / FOLDER / "files.json", files)
    _write(output / FOLDER / "search.json", [file for file in files if file[0].startswith(_SEARCH)])
    (output / FOLDER / "size.json").write_bytes(json.dumps({"bytes": whole}).encode())


def check(output: Path) -> list[ArchiveError]:
    """Every file that the list of the whole archive has wrong: missing from it, not there, or changed since."""
    name = output / FOLDER / "files.json"
    try:
        listed = {row[0]: row for row in json.loads(name.read_text("utf-8"))["files"]}
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        return [_wrong(name, f"the list of files cannot be read ({error})")]
    there = paths(output)
    found = [_wrong(name, f"{path} is listed, but not there") for path in sorted(listed.keys() - set(there))]
    for path in there:
        if path not in listed:
            found.append(_wrong(name, f"{path} is not listed"))
        elif tuple(listed[path]) != entry(output, path):
            found.append(_wrong(name, f"{path} is not as it was listed"))
    return found


def _wrong(path: Path, what: str) -> ArchiveError:
    return ArchiveError(str(path), None, what, "build the site again")


def paths(output: Path) -> list[str]:
    """The files of a site that belong to the archive as a reader has it, in order."""
    found = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.startswith(_NOT_READ))


def entry(output: Path, path: str) -> tuple[str, int, str]:
    """A file's path, bytes and mark."""
    data = (output / path).read_bytes()
    return path, len(data), hashlib.sha256(data).hexdigest()[:_MARK]


def _write(path: Path, files: Sequence[tuple[str, int, str]]) -> int:
    """Writes a list, and returns how many bytes its files have."""
    size = sum(row[1] for row in files)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"bytes": size, "files": files}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(text.encode())
    return size
