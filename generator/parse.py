"""From a capture to an article: each line gets a kind and the rule that gave it, then the article is put together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generator.assemble import assemble
from generator.author_notes import find_author_notes
from generator.bylines import find_bylines
from generator.captions import find_pairs
from generator.capture import header_of
from generator.datelines import find_datelines
from generator.language import language_of_article
from generator.model import Capture, Reading
from generator.page import find_furniture, find_text, find_title
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
    ("headings, lists and quotes", find_structure),
)
"""What is looked for, in this order; a line keeps the first kind it is given."""


def parse(capture: Capture, *, tell_language: bool = True) -> Reading:
    """Reads a capture. Pure; takes any text with a valid first line, and never raises on one.

    Every non-blank line is in `Reading.lines` once, and is in the article: as headline, body or summary, or set
    aside in its provenance under its kind. Who reads many may `tell_language` for all of them afterwards: the
    model is quicker for texts one after the other.
    """
    _, before, day, title = header_of(capture.text)
    rows = rows_of(capture.text)
    sight = Sight(rows, title, date.fromisoformat(day), before)
    rows[0].read_as("header", "the first line holds date and headline")
    for _, stage in STAGES:
        stage(sight)
    reading = assemble(capture, sight)
    if not tell_language:
        return reading
    return replace(reading, article=replace(reading.article, lang=language_of_article(reading.article)))
