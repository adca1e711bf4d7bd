"""What the stages of the reader have found so far in one capture."""

from dataclasses import dataclass, field
from datetime import date

from generator.byline import Byline
from generator.characters import fold
from generator.dates import Moment
from generator.model import Picture, ReadMore
from generator.rows import Row


@dataclass(slots=True)
class Sight:
    """The lines of one capture and what is known about them; each stage adds to it."""

    rows: list[Row]
    title: str
    day: date
    before: str
    """What the first line says before its date."""
    anchor: int = 0
    """Index of the line that repeats the headline, 0 (the header) where none does."""
    start: int = 1
    """Index of the first line of running text."""
    end: int = 0
    """Index after the last line of running text."""
    pictures: dict[int, tuple[Picture, int]] = field(default_factory=dict)
    """By index of the first line: the picture, and how many lines it takes."""
    pointers: dict[int, tuple[ReadMore, int]] = field(default_factory=dict)
    """By index of the first line: the pointer, and how many lines it takes."""
    bylines: list[tuple[int, Byline]] = field(default_factory=list)
    published: Moment | None = None
    modified: Moment | None = None
    folded_title: str = ""
    features: list[list[str]] = field(default_factory=list)
    """For each line the features that hold."""
    source: str = ""
    """The publication, cut off the headline."""
    summary: str = ""

    def __post_init__(self) -> None:
        self.folded_title = fold(self.title)
