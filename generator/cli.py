"""The `pressmark` command: arguments in, words and an exit status out."""

import argparse
import datetime
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.errors import ArchiveError

if TYPE_CHECKING:
    from generator.archive import Archive

DONE, WRONG_INPUT, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns 0 done, 1 something in the input or the site is wrong, 2 wrong usage."""
    parser = _parser()
    args = parser.parse_args(arguments)
    try:
        status = int(args.run(args))
        sys.stdout.flush()
        return status
    except ArchiveError as error:
        return _complain([error])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pressmark",
        description="A folder of captured news articles becomes a lasting, searchable static archive.",
        epilog="Exit status: 0 done, 1 something in the input or the site is wrong (all of it named), 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"pressmark {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help[0].upper() + help[1:] + ".")
        sub.set_defaults(run=run)
        return sub

    def content(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--content",
            type=Path,
            default=Path("content"),
            metavar="DIR",
            help="the articles as Markdown (content)",
        )

    def output(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--output", type=Path, default=Path("output"), metavar="DIR", help="the built site (output)"
        )

    def settings(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--settings",
            type=Path,
            default=Path("pelicanconf.py"),
            metavar="FILE",
            help="Pelican's (pelicanconf.py)",
        )

    def as_json(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("--json", action="store_true", help="one JSON object a line, and nothing else")

    sub = command("ingest", _ingest, "turn captures into Markdown with front matter")
    sub.add_argument(
        "captures", nargs="+", type=Path, metavar="CAPTURES", help="files, or folders of .txt files"
    )
    content(sub)
    sub.add_argument(
        "--only",
        action="store_true",
        help="the archive is to hold these captures alone: articles of others go to content/withdrawn/",
    )
    sub.add_argument(
        "--again",
        action="store_true",
        help="read known captures once more; articles that no person has changed follow",
    )
    sub.add_argument("--workers", type=int, metavar="N", help="processes to read with (one for each core)")

    sub = command("build", _build, "build the site from the Markdown")
    content(sub)
    output(sub)
    settings(sub)
    sub.add_argument("--siteurl", metavar="URL", help="the public address, for feeds and the site map")

    sub = command("inspect", _inspect, "show how each line of a capture is read; nothing is written")
    sub.add_argument(
        "captures", nargs="+", type=Path, metavar="CAPTURES", help="files, or folders of .txt files"
    )
    as_json(sub)

    sub = command("links", _links, "show every “Read more” line and where it leads")
    content(sub)
    as_json(sub)

    sub = command(
        "tags", _tags, "show every article's tags, where each came from, and what content/tags.yaml changed"
    )
    sub.add_argument(
        "article", nargs="?", metavar="ARTICLE", help="one article alone: its id, slug or path in content/"
    )
    content(sub)
    as_json(sub)
    sub.add_argument("--explain", action="store_true", help="the rule and the sentence behind each tag")

    sub = command("check", _check, "check a built site: links, fragments, feeds, search index")
    output(sub)

    sub = command("bundle", _bundle, "put a built site into one file for reading offline")
    sub.add_argument("form", choices=("zip", "zim"), help="a zip to unpack, or a ZIM for Kiwix")
    sub.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="the file to write (OUTPUT.zip, OUTPUT.zim)"
    )
    output(sub)

    sub = command("serve", _serve, "serve the site on this machine, building it again when something changes")
    content(sub)
    settings(sub)
    sub.add_argument("--port", type=int, default=8000, metavar="N", help="8000")
    return parser


def _complain(errors: Iterable[ArchiveError | str]) -> int:
    """Names every error on standard error; the exit status that follows from them."""
    status = DONE
    for error in errors:
        print(f"pressmark: {error}", file=sys.stderr)
        status = WRONG_INPUT
    return status


def _say(words: str) -> None:
    print(words, file=sys.stderr)


def _today() -> str:
    """The day of import; SOURCE_DATE_EPOCH (reproducible-builds.org) stands in for the clock where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch) if epoch else time.time(), datetime.UTC)
    return now.date().isoformat()


def _progress(what: str) -> Callable[[int], None]:
    """Counts on one line of a terminal; silent elsewhere."""
    if not sys.stderr.isatty():
        return lambda done: None

    def show(done: int) -> None:
        if done % 50 == 0:
            print(f"\r{what} {done:,}", end="\r", file=sys.stderr, flush=True)

    return show


def _ingest(args: argparse.Namespace) -> int:
    from generator.ingest import ingest

    start = time.perf_counter()
    report = ingest(
        args.captures,
        args.content,
        _today(),
        only=args.only,
        again=args.again,
        workers=args.workers,
        progress=_progress("captures read"),
    )
    said = ", ".join(f"{count:,} {what}" for what, count in sorted(report.outcomes.items())) or "no captures"
    _say(f"ingest: {said} ({time.perf_counter() - start:.1f} s)")
    for note in report.notes:
        _say(f"note: {note}")
    return _complain(report.errors)


def _build(args: argparse.Namespace) -> int:
    from generator.build import BuildFailedError, build

    stages = logging.getLogger("pressmark")
    stages.setLevel(logging.INFO)
    stages.propagate = False
    if not stages.handlers:
        stages.addHandler(logging.StreamHandler())
        stages.handlers[0].setFormatter(logging.Formatter("build: %(message)s"))
    start = time.perf_counter()
    if not args.content.is_dir():
        raise ArchiveError(str(args.content), None, "there is no such folder", "run `pressmark ingest` first")
    if not args.settings.is_file():
        raise ArchiveError(
            str(args.settings), None, "there is no such file", "name Pelican's settings with --settings"
        )
    try:
        build(args.content, args.output, args.settings, args.siteurl)
    except BuildFailedError as error:
        _complain(error.problems)
        _say("build: the site was not changed")
        return WRONG_INPUT
    _say(f"build: {args.output}/index.html ({time.perf_counter() - start:.1f} s)")
    return DONE


def _inspect(args: argparse.Namespace) -> int:
    from generator.capture import read_capture
    from generator.files import captures_in, read_whole
    from generator.inspect import explain, report
    from generator.parse import parse

    errors: list[ArchiveError] = []
    for source in args.captures:
        for path, file in captures_in(source, errors):
            try:
                capture = read_capture(file, read_whole(path))
            except ArchiveError as error:
                errors.append(ArchiveError(str(path), error.line, error.what, error.hint))
                continue
            reading = parse(capture)
            print(
                json.dumps(report(reading, capture), ensure_ascii=False)
                if args.json
                else explain(reading, capture)
            )
    return _complain(errors)


def _archive(content: Path) -> tuple["Archive", list[ArchiveError]]:
    from generator import pipeline
    from generator.archive import load

    archive, errors = load(content)
    archive = pipeline.run(archive)
    return archive, [*errors, *archive.problems]


def _links(args: argparse.Namespace) -> int:
    archive, errors = _archive(args.content)
    titles = {entry.id: entry.article.title for entry in archive.entries}
    for link in archive.capture_links if args.json else archive.links:
        pointer = link.pointer
        if args.json:
            row = {
                "capture": pointer.source,
                "title": pointer.title,
                "to": link.to,
                "how": link.how,
                "score": round(link.score, 3),
            }
            print(json.dumps(row, ensure_ascii=False))
        else:
            target = titles[link.to] if link.to else link.address or "not in this archive"
            print(f"{pointer.title}\n    in    {titles[pointer.source]}\n    {link.how or '-':10}{target}")
    return _complain(errors)


def _tags(args: argparse.Namespace) -> int:
    from generator.archive import version_id
    from generator.tags import explain

    archive, errors = _archive(args.content)
    named = {
        entry.id
        for entry in archive.entries
        if args.article in (None, entry.id, entry.path, entry.article.slug)
    }
    if not named and args.article:
        raise ArchiveError(
            args.article, None, "no article has this id, slug or path", "see `pressmark tags --json`"
        )
    for entry in archive.entries:
        if entry.id not in named:
            continue
        tags = archive.settled.tags[entry.id]
        if args.json:
            rows = [
                {"name": tag.name, "kind": tag.kind, "score": round(tag.score, 3), "inferred": tag.inferred}
                for tag in tags
            ]
            for id in dict.fromkeys((entry.id, *map(version_id, entry.versions))):
                print(json.dumps({"capture": id, "tags": rows}, ensure_ascii=False))
            continue
        print(entry.article.title)
        for tag in tags:
            print(
                f"    {tag.name:30} {tag.kind:13} {f'inferred, {tag.score:.2f}' if tag.inferred else 'by hand'}"
            )
        if args.explain:
            print(explain(entry.article))
    if not args.json and not args.article:
        for change in archive.settled.changes:
            rule = change.rule
            fate = f"{rule.name} → {rule.to}" if rule.to else f"{rule.name}, never"
            print(f"{archive.keeper.tags.path}:{rule.line}: {fate}: {len(change.articles)} articles")
    return _complain(errors)


def _check(args: argparse.Namespace) -> int:
    from generator.check import check

    problems, pages = check(args.output)
    _complain(problems)
    _say(f"check: {pages:,} pages, {len(problems):,} problems")
    return WRONG_INPUT if problems else DONE


def _bundle(args: argparse.Namespace) -> int:
    from generator.bundle import read_site, write_zip

    start = time.perf_counter()
    target = args.file or args.output.with_name(f"{args.output.name}.{args.form}")
    site = read_site(args.output)
    if args.form == "zim":
        from generator.zim import write_zim

        write_zim(site, target, _progress("files bundled"))
    else:
        write_zip(site, target, _progress("files bundled"))
    size = target.stat().st_size / 1e6
    _say(
        f"bundle: {target}, {len(site.articles):,} articles, {size:.1f} MB ({time.perf_counter() - start:.1f} s)"
    )
    return DONE


def _serve(args: argparse.Namespace) -> int:
    from generator.serve import serve

    return serve(args.content, args.settings, args.port)


if __name__ == "__main__":
    sys.exit(main())
