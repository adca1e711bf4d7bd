"""Captions and credits: which lines belong to a picture, and which words of theirs name its maker."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.characters import fold, plain
from generator.model import Picture
from generator.names import has_role
from generator.rulebook import table

_FILE = re.compile(
    r"[\w%+ .,()@-]{3,120}\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|avif)\W*(?:\d+w?)?", re.IGNORECASE
)
_MAKER = re.compile(
    r"[(\[]([A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){0,3} ?[/|] ?[A-ZÀ-Þ][^()\[\]/]{2,50})[)\]]\.?$"
)
_SERIES = re.compile(
    r"(?:photos|fotos|bilder|pictures|images|imágenes|imagens|immagini)\s*:(?:\s+[\w'’]+){6}", re.IGNORECASE
)
"""A headline that announces pictures: `FOTOS: Así quedó el muelle después de la tormenta`."""
_SENTENCE = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ])")
_WORDS = re.compile(r"\w+")
_MARK = re.compile(
    r"\W*(?:(?:image|photo|media|video) caption|caption:|bildunterschrift:|légende :|legenda:)"
    r"(?=[ ,:]|(?-i:[A-Z]))[ ,:]*",
    re.IGNORECASE,
)
MAX_CAPTION = 600
_TAIL = 170
"""A credit stands within so many characters of a caption's end."""
_MOST_WORDS = 14
_LONGEST_LABEL = 40
_HINTS = (
    *(
        "©",
        "(",
        "[",
        "phot",
        "foto",
        "bild",
        "imag",
        "pict",
        "credit",
        "crédit",
        "crédito",
        "credito",
        "court",
        "cort",
    ),
    *(
        "illustr",
        "ilustra",
        "grafik",
        "graph",
        "captura",
        "archiv",
        "arquivo",
        "fot.",
        "zdj",
        "quelle",
        "fuente",
    ),
    *("fonte", "źród", "screenshot", "divulga", "reprodu", "rys."),
)
"""One of these is in every credit that is announced: a quick look before the slow one."""
_SMALL = frozenset(
    (
        "via",
        "of",
        "and",
        "for",
        "by",
        "the",
        "dpa",
        "picture",
        "alliance",
        "de",
        "von",
        "file",
        "photo",
        "images",
    )
)


@cache
def _labels() -> str:
    return "|".join(row[0] for row in table("credits")["label"])


@cache
def _agencies() -> str:
    return "|".join(f"(?:{row[0]})" for row in table("credits")["agency"])


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    labels, agencies = _labels(), _agencies()
    whole = re.compile(
        rf"\W*(?:(?:{labels})(?:\s*[:/|©]\s*|\s*,\s*(?=(?-i:[A-ZÀ-Þ]))"
        rf"|\s+(?=by\b|(?-i:[A-ZÀ-Þ(©]))).{{2,140}}|©.{{2,120}}|\(c\) .{{2,100}}"
        rf"|(?P<agency>.{{0,70}}?(?<![^\W_])(?:{agencies})(?![^\W_]).{{0,40}}))",
        re.IGNORECASE,
    )
    tail = re.compile(
        rf"(?P<before>.*?[\w.!?…\"'”’»)\]])"
        rf"(?:\s*[(\[](?P<round>(?:(?:{labels})\b|©|[^()\[\]]{{0,60}}?(?<![^\W_])(?:{agencies})(?![^\W_]))"
        rf"[^()\[\]]{{0,120}})[)\]]?\.?"
        rf"|[\s,|–—-]*(?P<labelled>(?<![^\W\d_])(?:{labels})\s?[:/]\s?\S.{{1,120}}"
        rf"|(?-i:(?<=[a-zß-ÿ.)…”\"])(?:Credits?|Photo|Foto|Image|Picture|Bild|Fotos?|Archivfoto)(?:\s?:\s?|(?=[A-Z])))"
        rf"\S.{{1,120}}"
        rf"|(?:photos?|pictures?|image|illustration|photograph) (?:by|courtesy of|via) \S.{{1,100}}"
        rf"|©\s?\S.{{1,100}}))\s*",
        re.IGNORECASE | re.DOTALL,
    )
    label = re.compile(rf"\W*(?:{labels})\s*(?:[:|,]\s*|\s+(?=by\b|(?-i:[A-ZÀ-Þ])))(?:by )?", re.IGNORECASE)
    return whole, tail, label


@cache
def _label() -> re.Pattern[str]:
    """A label and nothing else."""
    return re.compile(rf"(?:{_labels()})\s*:", re.IGNORECASE)


@lru_cache(maxsize=1024)
def is_credit(line: str) -> bool:
    """Whether a whole line names the maker of a picture and nothing else."""
    text = plain(line)
    if not 2 <= len(text) <= 160:
        return False
    found = _forms()[0].fullmatch(text)
    if (
        found is None
        or text.endswith(":")
        or _SERIES.match(text) is not None
        or (found["agency"] and has_role(text))
        or (len(text) > 60 and text.endswith((".", "!", "?", '."')))
    ):
        return False
    return not found["agency"] or (
        not text.endswith(".") and all(w[0].isupper() or w in _SMALL for w in _WORDS.findall(text))
    )


def is_label(line: str) -> bool:
    """Whether a line only announces a credit on the line below it: `Foto:`."""
    return len(line) < _LONGEST_LABEL and _label().fullmatch(plain(line)) is not None


def is_file_name(line: str) -> bool:
    """Whether a line is the name of a picture's file, which serves as an alternative text on many pages."""
    return _FILE.fullmatch(line.strip()) is not None


@lru_cache(maxsize=1024)
def split_credit(caption: str) -> tuple[str, str]:
    """A caption's words and its credit as written: `A car. Picture: Alamy` gives `A car.` and `Picture: Alamy`."""
    caption = caption.strip()
    cut = max(0, len(caption) - _TAIL)
    near = caption[cut:]
    found = _forms()[1].fullmatch(near) if _announces(near) else None
    if found is None:
        return _named_last(caption)
    credit = (found["round"] or found["labelled"] or "").strip()
    named = any(map(str.isupper, bare_credit(credit))) or is_credit(credit)
    if len(credit.split()) > _MOST_WORDS or not named:
        return caption, ""
    return caption[:cut] + found["before"].strip(), credit


def _announces(text: str) -> bool:
    folded = text.casefold()
    return any(map(folded.__contains__, _HINTS))


@lru_cache(maxsize=1024)
def is_marked(line: str) -> bool:
    """Whether the page itself calls a line a caption: `Image caption The quay`."""
    found = _MARK.match(line)
    return found is not None and found.end() < len(line) and len(line) < MAX_CAPTION


def _named_last(caption: str) -> tuple[str, str]:
    """A caption that ends in a name and a house without a word for it: `The quay. Lew Sandys/Getty Images`."""
    found = _MAKER.search(caption)
    if found is not None and found.start():
        return caption[: found.start()].strip(), found[1]
    for end in _SENTENCE.finditer(caption, max(0, len(caption) - _TAIL)):
        rest = caption[end.end() :]
        if len(rest) <= 70 and not rest.endswith((".", "!", "?")) and is_credit(rest):
            return caption[: end.start() + 1], rest
    return caption, ""


def bare_credit(credit: str) -> str:
    """The credit without the words that only announce it: `Picture: Alamy` gives `Alamy`."""
    found = _forms()[2].match(credit)
    rest = (credit[found.end() :] if found else credit).strip(" \t()[]©|·,;:")
    return rest or credit.strip()


def make_picture(alt: str, caption_lines: list[str]) -> Picture:
    """The picture that an alternative text and the lines below it describe."""
    captions: list[str] = []
    credits: list[str] = []
    for line in _with_labels(caption_lines):
        mark = _MARK.match(line)
        line = line[mark.end() :] if mark and mark.end() < len(line) else line
        if is_credit(line):
            credits.append(bare_credit(line))
            continue
        words, credit = split_credit(line)
        captions.append(words)
        if credit:
            credits.append(bare_credit(credit))
    return Picture(alt, "\n".join(captions), "; ".join(credits))


def _with_labels(lines: list[str]) -> Iterator[str]:
    """The lines of a caption; a label on a line of its own (`Foto:`) is joined to the name on the line below it."""
    label = ""
    for line in lines:
        if not label and is_label(line):
            label = line.strip()
        else:
            yield f"{label} {line}" if label else line
            label = ""
    if label:
        yield label


def belong_together(alt: str, caption: str) -> bool:
    """Whether the second line says what the first says, perhaps with more: an alternative text and its caption."""
    one, two = fold(alt), fold(caption)
    if not one or not two:
        return False
    if one == two or (len(one) > 8 and one in two) or (len(two) > 15 and two in one):
        return True
    first, second = set(_WORDS.findall(one)), set(_WORDS.findall(two))
    shared: int = sum(len(word) > 3 or word.isdigit() for word in first & second)
    return shared >= 2 and shared >= 0.4 * sum(len(word) > 3 for word in min(first, second, key=len))


def as_written(lines: list[str]) -> tuple[str, str]:
    """Caption and credit of a picture's lines with every word they have: `Picture: Alamy`, not `Alamy`."""
    captions: list[str] = []
    credits: list[str] = []
    for line in _with_labels(lines):
        words, credit = ("", line) if is_credit(line) else split_credit(line)
        captions += [words] if words else []
        credits += [credit] if credit else []
    return "\n".join(captions), "\n".join(credits)
