"""Markdown to site: Pelican's run into a staging folder, which takes the place of the old site whole."""

import contextlib
import ctypes
import errno
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.errors import ArchiveError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BuildFailedError(Exception):
    """The site could not be built as a whole; the last good one is where it was."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def build(content: Path, output: Path, settings_file: Path, siteurl: str | None = None) -> int:
    """Builds the site of `content` with Pelican and puts it in the place of `output`. Returns the number of articles.

    What Pelican logs as an error fails the build: raises `BuildFailedError` with every message, and leaves the
    last site untouched. Whatever instant the process dies at, `output` is a whole site.
    """
    from jinja2 import TemplateError
    from pelican import Pelican
    from pelican.settings import read_settings

    output = output.absolute()
    staging = output.with_name(f".{output.name}.staging")
    shutil.rmtree(staging, ignore_errors=True)
    override: dict[str, Any] = {"PATH": str(content.absolute()), "OUTPUT_PATH": str(staging)}
    if siteurl is not None:
        override["SITEURL"] = siteurl.rstrip("/")
    # Feeds are right without an address too (see feeds.py); what Pelican warns of does not hold here.
    logging.getLogger("pelican.settings").addFilter(
        lambda record: "Feeds generated" not in record.getMessage()
    )
    settings = read_settings(str(settings_file), override=override)
    try:
        with _errors_logged() as errors:
            try:
                Pelican(settings).run()
            except TemplateError as error:
                place = f"{getattr(error, 'filename', None) or 'template'}:{getattr(error, 'lineno', None) or '?'}"
                errors.append(f"{place}: {error.message}; correct the template")
            except Exception:
                # What was logged before (a plugin that could not be loaded, say) is the cause, and is said.
                if not errors:
                    raise
        if errors:
            raise BuildFailedError(errors)
        count = _articles(staging, settings)
        put_in_place(staging, output)
    except ArchiveError as error:
        raise BuildFailedError([str(error)]) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return count


def _articles(staging: Path, settings: dict[str, Any]) -> int:
    if not (staging / settings["INDEX_SAVE_AS"]).is_file():
        raise BuildFailedError(["Pelican wrote no front page"])
    return int(settings.get("PRESSMARK_ARTICLES", 0))


@contextlib.contextmanager
def _errors_logged() -> Iterator[list[str]]:
    """The messages that Pelican and the stages log as errors while the block runs."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    collector = Collector(logging.ERROR)
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield messages
    finally:
        root.removeHandler(collector)


def put_in_place(staging: Path, output: Path) -> None:
    """Moves a whole folder to where another may be, which is deleted.

    On Linux the two change names in one step (renameat2(2), RENAME_EXCHANGE), so that there is no instant
    without a site; elsewhere, and on file systems that cannot, there is a short one between two renames.
    """
    if not output.exists():
        staging.rename(output)
        return
    if not _exchange(staging, output):
        old = output.with_name(f".{output.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        staging.rename(output)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(other))
