"""From a capture to an article: each line gets a kind and the rule that gave it, then the article is put together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from generator.assemble import assemble
from generator.author_notes import find_author_notes
from generator.bylines import find_bylines
from generator.captions import find_pairs
from generator.capture import header_of
from generator.datelines import find_datelines
from generator.furniture import find_furniture
from generator.language import language_of_article
from generator.model import Capture, Reading
from generator.page import find_text, find_title
from generator.page_boxes import find_boxes
from generator.pointer_lines import find_pointers
from generator.publication import find_source
from generator.rows import rows_of
from generator.sight import Sight
from generator.signatures import find_signatures
from generator.single_captions import find_single_captions
from generator.standfirst import find_standfirst
from generator.structure import find_numbered, find_structure

STAGES: tuple[tuple[str, Callable[[Sight], None]], ...] = (
    ("the publication's name behind the headline", find_source),
    ("the headline repeated", find_title),
    ("where the text begins and ends", find_text),
    ("pictures of two and more lines", find_pairs),
    ("pointers to other articles", find_pointers),
    ("datelines", find_datelines),
    ("bylines", find_bylines),
    ("signatures in and below the text", find_signatures),
    ("captions and credits alone", find_single_captions),
    ("notes on the author", find_author_notes),
    ("the standfirst", find_standfirst),
    ("lists numbered 01, 02, 03", find_numbered),
    ("the page around the text", find_furniture),
    ("boxes of the page", find_boxes),
    ("headings, lists and quotes", find_structure),
)
"""What is looked for, in this order; a line keeps the first kind it is given."""


def parse(capture: Capture) -> Reading:
    """Reads a capture. Pure; takes any text with a valid first line, and never raises on one.

    Every non-blank line is in `Reading.lines` once, and is in the article: as headline, body or summary, or set
    aside in its provenance under its kind.
    """
    (reading,) = parse_all([capture])
    return replace(reading, article=replace(reading.article, lang=language_of_article(reading.article)))


def parse_all(captures: Sequence[Capture]) -> list[Reading]:
    """The readings of captures, without their language.

    They go stage by stage and not one after the other: what a stage uses then stays in the processor's cache, which
    saves a seventh of the time.
    """
    sights = [_sight(capture) for capture in captures]
    for _, stage in STAGES:
        for sight in sights:
            stage(sight)
    return [assemble(capture, sight) for capture, sight in zip(captures, sights, strict=True)]


def _sight(capture: Capture) -> Sight:
    _, before, day, title = header_of(capture.text)
    rows = rows_of(capture.text)
    rows[0].read_as("header", "the first line holds date and headline")
    return Sight(rows, title, date.fromisoformat(day), before)
