"""The one error a person sees: which file, where in it, what is wrong and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ArchiveError(Exception):
    """Something in the input that a person has to settle; the work on all other files goes on."""

    path: str
    """The file or folder, as the person named it."""
    line: int | None
    """Counted from 1; None where the whole file is meant."""
    what: str
    """What is wrong, as half a sentence: `the file is empty`."""
    hint: str
    """What to do: `capture the page again, or delete the file`."""

    def __reduce__(self) -> tuple[type["ArchiveError"], tuple[str, int | None, str, str]]:
        """As exceptions do not know of dataclasses: so that it comes whole from another process."""
        return ArchiveError, (self.path, self.line, self.what, self.hint)

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.what}; {self.hint}"
