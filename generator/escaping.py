"""Archived text as Markdown that says exactly that text, and back.

Nothing in a capture may act as markup. Only what Python-Markdown (and its common extensions) would act on is
escaped, so that ordinary prose stays as a person would type it. `unescape(escape(text)) == text` for any text
whose lines carry no outer white space.
"""

import re

_INLINE = re.compile(r"[\\`*{]|(?<![^\W_])_|_(?![^\W_])|<(?=\S)|&(?=#?\w+;)|[\t\r\x02\x03]")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "\t": "&#9;", "\r": "&#13;", "\x02": "&#2;", "\x03": "&#3;"}
_BRACKET = re.compile(r"\](?=[\[(:]|\s\[)|\[(?=[\[^])|^\[", re.M)
_LINE_START = re.compile(r"(?m)^(?:(#|>|!|[-+](?=\s|[-+:| ]*$))|(\d+)\.(?=\s|$)|([=~:|]))")
_UNESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])|&(lt|amp|#\d+);")
_MARK = re.compile(r"[\\`*{_<&\t\r\x02\x03\[\]\n]")
_MARK_AT_START = re.compile(r"[#>!\-+=~:|\d]")
"""Without one of these there is nothing to do: quick to tell, and so it is with most texts."""


def _inline(match: re.Match[str]) -> str:
    found = match[0]
    return _ENTITIES.get(found) or "\\" + found


def _line_start(match: re.Match[str]) -> str:
    mark, number, other = match.groups()
    if mark:
        return "\\" + mark
    return f"{number}\\." if number else f"&#{ord(other)};"


def escape(text: str) -> str:
    """Markdown that renders as `text`, line breaks kept as line breaks."""
    if not _MARK.search(text) and not _MARK_AT_START.match(text):
        return text
    escaped = _INLINE.sub(_inline, text)
    if _BRACKET.search(escaped):
        escaped = escaped.replace("[", "\\[")
    return _LINE_START.sub(_line_start, escaped)


def unescape(markdown: str) -> str:
    """The text that `escape` was given; other Markdown is left as it stands."""
    if "\\" not in markdown and "&" not in markdown:
        return markdown

    def plain(match: re.Match[str]) -> str:
        char, entity = match.groups()
        if char:
            return str(char)
        return {"lt": "<", "amp": "&"}.get(entity) or chr(int(entity[1:]))

    return _UNESCAPE.sub(plain, markdown)
