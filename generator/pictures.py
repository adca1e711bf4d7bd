"""Pictures: alternative text, caption and credit told apart."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.characters import fold, small
from generator.credits import bare_credit, is_credit, is_label, is_source, split_credit, without_button
from generator.model import Picture
from generator.rulebook import any_row

_FILE = re.compile(
    r"(?i:[\w%+ .,()@-]{3,120}\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|avif|heic)\W*(?:\d+[wx]?)?)"
    r"|https?://[^\s?#]{4,300}\.(?:jpe?g|png|gif|webp|avif)(?:[?#]\S*)?"
    r"|[A-Za-z][\w-]*_[\w-]*\d[\w-]*|[A-Za-z][\w -]{3,40}_\d{1,2}|(?i:img|dsc[fn]?|pict|p)[-_]?\d{3,}\w*"
    r"|(?=[^A-Z]*[a-z])(?=.*\d|(?:[^-_]*[-_]){2})[a-z0-9]+(?:[-_][a-z0-9]+)+",
)
"""With an ending, with its address, as a camera or an editor numbers them (`IMG_2213`), or words and numbers with
hyphens and without a space: `quay-at-dusk-0142`."""
IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORDS = re.compile(r"\w+")
_SMALL = frozenset(("of", "and", "for", "the", "de", "des", "von", "van", "der", "del", "di"))
MAX_CAPTION = 600
_NUMBERED = re.compile(r"\d{1,3}[.)] ")
_LETTER = re.compile(r"\([A-Z]\)")
_LABELS = frozenset(("image", "photo", "picture", "pic", "bild", "foto", "imagen", "imagem", "immagine"))
_LONGEST_LABEL = 12
_LEAST_WORDS = 5


@cache
def _mark() -> re.Pattern[str]:
    rows = any_row("credits", "mark")
    return re.compile(rf"\W*(?:{rows})(?:(?=[ ,:]|(?-i:[A-Z]))|(?<=:))[ ,:\u00a0]*", re.IGNORECASE)


@cache
def _alt() -> re.Pattern[str]:
    return re.compile(any_row("credits", "alt"), re.IGNORECASE)


@cache
def _above() -> re.Pattern[str]:
    return re.compile(any_row("credits", "above"))


@cache
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words between marks, in small letters quick to find, and the whole form with the name before them."""
    rows = any_row("credits", "place")
    return re.compile(rf"[,(\[] ?(?:{rows})[,;:)\]]"), re.compile(
        rf"(?-i:[A-ZÀ-ÞĄ-Ž])[\w.'’-]+(?:,? (?-i:[A-ZÀ-ÞĄ-Ž])[\w.'’-]+, ?(?:{rows})[,;:]| ?[(\[](?:{rows})[,)\]])",
        re.IGNORECASE,
    )


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_row('credits', 'party')})(?!\w)", re.IGNORECASE)


def is_file_name(line: str) -> bool:
    """Whether a line is the name of a picture's file, which serves as an alternative text on many pages."""
    line = line.strip()
    return (" " not in line or "." in line[-8:] or "_" in line[-3:]) and _FILE.fullmatch(line) is not None


@lru_cache(maxsize=1024)
def is_marked(line: str) -> bool:
    """Whether the page itself calls a line a caption: `Image caption The quay`."""
    found = _mark().match(line)
    if len(line) >= MAX_CAPTION:
        return False
    return (found is not None and found.end() < len(line)) or (":" in line[:_LONGEST_LABEL] and _is_led(line))


def _is_led(line: str) -> bool:
    """Whether a sentence stands behind the word for a picture, not a name: `Image: The quay is closed until May`."""
    label, mark, _ = line[:_LONGEST_LABEL].partition(":")
    if not mark or label.strip().casefold() not in _LABELS:
        return False
    words = line[len(label) + 1 :].split()
    return len(words) >= _LEAST_WORDS and sum(word[0].islower() for word in words) >= 0.4 * len(words)


def is_alternative(line: str) -> bool:
    """Whether a line is told by its words to be an alternative text: `Headshot of Emma Aldous`."""
    return len(line) < MAX_CAPTION and _alt().fullmatch(line) is not None


def is_above(folded: str) -> bool:
    """Whether a line only says that the line right below it is a caption: `Enlarge this image`."""
    return _above().fullmatch(folded) is not None


def places(line: str) -> bool:
    """Whether a line says who is where in a picture: `Ines Falk, left, at the quay`.

    `(R)` may be a party, and what stands behind the name in a numbered list a post.
    """
    marked, whole = _places()
    if marked.search(small(line)) is None or _NUMBERED.match(line):
        return False
    found = whole.search(line)
    return found is not None and not (_LETTER.search(found[0]) and _party().search(line))


def is_bare_maker(lines: list[str]) -> bool:
    """Whether the last of a caption's lines is a name alone under a whole sentence: `Berkeley Earth`."""
    return (
        len(lines) == 2
        and lines[0].endswith((".", "”", '"'))
        and 1 <= len(lines[1].split()) <= 4
        and not lines[1].endswith((".", "!", "?", ":", ","))
        and all(word[0].isupper() or word in _SMALL for word in lines[1].split())
    )


def make_picture(alt: str, caption_lines: list[str]) -> Picture:
    """The picture that an alternative text and the lines below it describe."""
    captions: list[str] = []
    credits: list[str] = []
    maker = is_bare_maker(caption_lines)
    for label, line in _with_labels(caption_lines):
        if label:
            credits.append(line)
            continue
        line = without_button(_without_mark(line))
        if is_credit(line) or is_source(line):
            credits.append(bare_credit(line))
            continue
        words, credit = ("", line) if maker and line == caption_lines[-1] else split_credit(line)
        captions += [words] if words else []
        if credit:
            credits.append(bare_credit(credit))
    return Picture(alt, "\n".join(_without_shortened(captions)), "; ".join(dict.fromkeys(credits)))


def _without_mark(line: str) -> str:
    """A caption without the words by which the page calls it one."""
    if _is_led(line):
        return line.partition(":")[2].lstrip()
    mark = _mark().match(line)
    return line[mark.end() :] if mark and mark.end() < len(line) else line


def _without_shortened(captions: list[str]) -> Iterator[str]:
    """The lines of a caption without those that say the beginning of another again: `A quay ...`."""
    lines = list(dict.fromkeys(captions))
    for line in lines:
        begin = line.rstrip(" .…")
        if not any(other.startswith(begin) and len(other) > len(line) for other in lines):
            yield line


def _with_labels(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Label and line of a caption's lines: a label on a line of its own (`Foto:`) is of the name on the line below."""
    label = ""
    for line in lines:
        if not label and is_label(line):
            label = line.strip()
        else:
            yield label, line
            label = ""
    if label:
        yield "", label


def words_of(text: str) -> set[str]:
    """The words of a text, whatever their case."""
    return set(_WORDS.findall(text.casefold()))


def belong_together(alt: str, caption: str) -> bool:
    """Whether the second line says what the first says, perhaps with more: an alternative text and its caption."""
    one, two = fold(alt), fold(caption)
    if not one or not two:
        return False
    if one == two or (len(one) > 8 and one in two) or (len(two) > 15 and two in one):
        return True
    if IDEOGRAPHS.search(one):
        first, second = set(IDEOGRAPHS.findall(one)), set(IDEOGRAPHS.findall(two))
        return len(first & second) >= max(4, 0.4 * min(len(first), len(second)))
    first, second = words_of(one), words_of(two)
    shared: int = sum(len(word) > 3 or word.isdigit() for word in first & second)
    return shared >= 2 and shared >= 0.4 * sum(len(word) > 3 for word in min(first, second, key=len))


def as_written(lines: list[str]) -> tuple[str, str]:
    """Caption and credit of a picture's lines as the lines have them: `Picture: Alamy`, not `Alamy`.

    A label on a line of its own is left out, and so is what another line says in the same words.
    """
    captions: list[str] = []
    credits: list[str] = []
    maker = is_bare_maker(lines)
    for label, line in _with_labels(lines):
        whole = label or (maker and line == lines[-1]) or is_credit(line) or is_source(line)
        words, credit = ("", line) if whole else split_credit(line)
        captions += [words] if words else []
        credits += [credit] if credit else []
    return "\n".join(dict.fromkeys(captions)), "\n".join(dict.fromkeys(credits))
