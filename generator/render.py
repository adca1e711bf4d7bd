"""The body of an article as HTML, by Python-Markdown.

Pictures and "Read more" lines become slots: what they look like is the theme's affair, and where a pointer
leads is known only when the whole archive is. Everything else about a body depends on the body alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from generator.body import chunks, read_picture, read_pointer
from generator.model import Picture, ReadMore

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROL_ENTITY = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]|127);")
_SLOT = re.compile(r"<!--pressmark slot (\d+)-->")


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML with a place kept for each slot."""

    html: str
    slots: tuple[Picture | ReadMore, ...]

    def filled(self, contents: list[str]) -> str:
        """The HTML with `contents[n]` in the place of slot n."""
        return _SLOT.sub(lambda match: contents[int(match[1])], self.html)


def printable(text: str) -> str:
    """Text without the control characters that neither HTML nor XML can carry, each shown as U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


class _Slots(Preprocessor):
    """Takes pictures and pointers out before Markdown sees them."""

    slots: list[Picture | ReadMore]

    def run(self, lines: list[str]) -> list[str]:
        self.slots = []
        kept: list[str] = []
        for _, chunk in chunks("\n".join(lines)):
            slot = read_picture(chunk) or read_pointer("\n".join(chunk))
            if slot is None:
                kept += ["", *chunk]
            else:
                kept += ["", self.md.htmlStash.store(f"<!--pressmark slot {len(self.slots)}-->")]
                self.slots.append(slot)
        return kept


class _SlotsExtension(Extension):
    def __init__(self) -> None:
        super().__init__()
        self.preprocessor: _Slots

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        self.preprocessor = _Slots(md)
        # After line ends are made one (30), before raw HTML is looked for (20) and fences of code (25).
        md.preprocessors.register(self.preprocessor, "pressmark_slots", 29)


class Renderer:
    """Python-Markdown with the keeper's settings, made once and used for every article."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """`settings` as in Pelican's `MARKDOWN`."""
        self._slots = _SlotsExtension()
        options = dict(settings)
        options["extensions"] = [*options.get("extensions", ()), self._slots]
        self._markdown = Markdown(**options)

    def render(self, markdown: str) -> Rendered:
        """HTML of one body."""
        html = self._markdown.reset().convert(markdown)
        # Python-Markdown drops the body of a picture-only document's preprocessor run when there is no text.
        slots = tuple(self._slots.preprocessor.slots) if markdown.strip() else ()
        return Rendered(printable(_CONTROL_ENTITY.sub("\ufffd", html)), slots)
