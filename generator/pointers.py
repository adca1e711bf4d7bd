"""Pointers to other articles: `Read more: HEADLINE`, or a label on the line above the headline."""

import re
from functools import cache, lru_cache

from generator.characters import fold, plain
from generator.model import ReadMore
from generator.rulebook import line_table, table

OPENING = "[(<>»«›→►▶•*·-–—|_【（「 \t\u00a0"
_CLOSE = "[])<>«»›_】）」 \t\u00a0"
_SPLIT = re.compile(
    r"(?P<label>[^:：»>→|｜►】▸▶⇒➔➜➡…]{2,60}?)"
    r"\s*(?P<sep>[:：]\s*[»>→]*|»+|>+|[→►▸▶⇒➔➜➡]\ufe0f?|[|｜】]|…|\.\.\.|\s[–—-]\s)\s*(?P<title>\S.*)",
    re.DOTALL,
)
_MARKS = re.compile(r"^[^\w\s\"'“„«‘¿¡\[(<>»]+\s*|\s*[^\w\s.!?…\"'”“»’)\]>:]+$")
"""Signs such as 👉 before a label or behind it."""
_CAPITALS = re.compile(
    r"(?P<label>[^\W\d_a-zß-öø-ÿ][^\Wa-zß-öø-ÿ]*(?:[ -][^\Wa-zß-öø-ÿ\d_]+){0,3})"
    r"\s+(?P<title>[\"'“‘„«¿¡]?[A-ZÀ-Þ0-9][^A-ZÀ-Þ].{12,})"
)
_BRACKETED = re.compile(r"[\[(](?P<label>[^\])\n]{2,40})[\])]\s*(?P<title>[^\s:,.;][^\n]*)")
_GLUED = re.compile(r"\w*[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ]\w*")
"""Subjects that were run together: `HafenFährenPolizei`."""
_JOINT = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""Where a headline was run together with its label: `Read moreStorm tears …`, `READ ALSOStorm …`."""
_PARTS = re.compile(r"[:：»>→►▸▶⇒➔➜➡|｜】….–—-](?:(?<![.–—-])|(?<=\.)\.\.|(?<=\s[–—-])(?=\s))")
"""What may part a label from a headline; written so that the search passes over all other characters at once."""
_AT = frozenset(("auf", "bei", "on", "em", "en", "su", "sur"))
_SITED = re.compile(
    rf"(?P<label>[^.]+?) (?:{'|'.join(sorted(_AT))}) [\w-]+(?: [\w-]+)?(?:\.[a-z]{{2,6}}){{0,2}}"
)
"""A label with the site's name behind it: `Weiterlesen auf Hafenblatt.de`."""
_LEAST_GLUED = 6
_LABEL = 80
"""Characters within which a label ends; without a mark in them the patterns are not tried."""
_STRONG = ("pointer", "list")
MAX_LENGTH = 400
_SPACES = re.compile(r"\s+")
_MOST_OF_A_LABEL = 7
"""Words of a label."""
_LONGEST_RUN_ON = 180
_LEAST_RUN_ON = 4
"""Words of a headline that follows its label without a mark."""
_LOWER = 4
_LEAST_COUNTED = 5
"""Words of a headline that begins with a number."""
_LEAST_WORDS = 3
"""Words of a headline behind a label and a colon; fewer are a subject."""
_SUBJECTS = 4
_LONGEST_SUBJECT = 5
_SHORT_SUBJECT = 3


@lru_cache(maxsize=1024)
def label_kind(folded: str) -> str | None:
    """What sort of pointer a line alone announces: `pointer`, `list`, `brief`, `button`; None for any other line."""
    if not folded or len(folded) > 60:
        return None
    kind = line_table("read_more").group(folded)
    sited = _SITED.fullmatch(folded) if kind is None and not _AT.isdisjoint(folded.split()) else None
    if sited is not None:
        kind = line_table("read_more").group(sited["label"])
        return kind if kind in _STRONG else None
    if kind is None and not (folded[0].isalnum() and folded[-1].isalnum()):
        kind = line_table("read_more").group(fold(_MARKS.sub("", folded)))
    return kind


@lru_cache(maxsize=1024)
def is_read_more(text: str) -> ReadMore | None:
    """The pointer that a paragraph is, None where it is anything else.

    >>> is_read_more("Read more: Storm tears forty metres off Thornsea pier")
    ReadMore(title='Storm tears forty metres off Thornsea pier', label='Read more')
    """
    if len(text) > MAX_LENGTH:
        return None
    glued = _glued_capitals(text) if text[:_LEAST_GLUED].isupper() else 0
    if glued and _is_headline(text[glued:]):
        return ReadMore(_trim(text[glued:], text), text[:glued])
    framed = _BRACKETED.match(text) if text[:1] in ("[", "(") else None
    if framed is not None and label_kind(fold(framed["label"])) in _STRONG and _is_headline(framed["title"]):
        return ReadMore(framed["title"], framed["label"])
    bare = _MARKS.sub("", text.strip()).lstrip(OPENING) if not text[:1].isalnum() else text
    found = _SPLIT.match(bare) if _PARTS.search(bare, 0, _LABEL) else None
    if found is not None:
        label, title = found["label"].strip(), found["title"]
        kind = label_kind(fold(label))
        if kind is None:
            return None
        if kind in _STRONG and (length := _colon_of_title(bare, label, title)):
            return ReadMore(_trim(bare[length:], text), bare[:length])
        colon = found["sep"][0] in ":：】|｜"
        weak = found["sep"].strip() in ("-", "–", "—", "…", "...")
        told = colon or (" " in label and kind in _STRONG)
        counted = title[0].isdigit() and not label.isupper()
        if (kind in _STRONG and not weak) or (told and _is_headline(title) and not counted):
            title = _trim(title, text)
            return (
                ReadMore(title, label)
                if sum(map(str.isalpha, title)) >= 5
                and not (colon and names_subjects(text))
                and not _GLUED.fullmatch(title)
                and not is_promotion(title)
                and not is_list_of_words(title)
                else None
            )
        return None
    found = _CAPITALS.match(plain(bare))
    if found is not None and label_kind(fold(found["label"])) in ("pointer",):
        return ReadMore(_trim(found["title"], text), found["label"])
    if "\n" not in bare and len(bare) <= _LONGEST_RUN_ON and (length := _run_on(bare)):
        title = bare[length:].strip()
        if _is_sentence_like(title) and _is_headline(title) and not is_list_of_words(title):
            return ReadMore(_trim(title, text), bare[:length])
    if "\n" in bare:
        label, _, title = bare.partition("\n")
        if label_kind(fold(label)) in _STRONG and "\n" not in title:
            return ReadMore(_trim(title, text), label.strip())
    return None


@cache
def _labels() -> frozenset[str]:
    """The folded labels of two words and more that stand alone in the table."""
    return frozenset(
        fold(row) for row in table("read_more")["pointer"] if isinstance(row, str) and " " in row
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.split()[0] for label in _labels())


def _run_on(text: str) -> int:
    """The length of the label that a headline follows without a mark: `Leggi anche Il molo riapre`; 0 where none is."""
    if fold(text[:_LABEL].split(" ", 1)[0]) not in _first_words():
        return 0
    ends = [space.start() for space in _SPACES.finditer(text, 0, _LABEL)][1:_MOST_OF_A_LABEL]
    glued = [joint.start() for joint in _JOINT.finditer(text, 0, _LABEL // 2)]
    return next((end for end in sorted({*ends, *glued}, reverse=True) if fold(text[:end]) in _labels()), 0)


def _glued_capitals(text: str) -> int:
    """The length of a label in capitals that a headline was run together with: `À LIRE AUSSIStorm tears …`."""
    ends = (end for end in range(_LABEL // 2, _LEAST_GLUED, -1) if text[end - 1 : end + 1].isalpha())
    glued = next((end for end in ends if text[:end].isupper() and fold(text[:end]) in _labels()), 0)
    return 0 if text[glued:].isupper() else glued


def _colon_of_title(text: str, label: str, title: str) -> int:
    """The length of the label where the first colon is the headline's: `À lire aussi Port de Skarrow : le chenal`.

    A headline begins large, so before a small letter the label cannot have ended.
    """
    first = next((c for c in title if c.isalnum()), "")
    length = _run_on(label + " ") if first.islower() else 0
    rest = text[length:].lstrip()
    return length if length < len(label) and rest[:1].isupper() else 0


def _trim(title: str, text: str) -> str:
    """The headline without the brackets or arrows that were around the whole pointer."""
    title = title.strip().lstrip(">»›→►( \u00a0") if title[:1] in ">»›→►" else title.strip()
    opened = text.strip()[:1]
    title = title.removesuffix(".") if opened in "[(" and title.endswith((").", "].")) else title
    if opened in "[(<>»":
        title = title.rstrip(_CLOSE) if title.count("(") < title.count(")") or opened != "(" else title
    elif title.startswith("(") and title.endswith(")"):
        title = title[1:-1].strip()
    # An archived headline may end in markup of its own: `>` closes only what `>` opened.
    return title.rstrip(" »›→►\u00a0" + (">" if opened in ">»›→►" else ""))


def _is_headline(title: str) -> bool:
    """Whether what follows a brief label reads as a headline: begins large, is no long sentence and has no stop."""
    first = next((c for c in title if c.isalnum()), "")
    stops = title.endswith((".", ":")) and not title.endswith(("...", ")."))
    least = _LEAST_COUNTED if first.isdigit() else 3
    begins = first.isupper() or first.isdigit()
    return begins and len(title) <= 160 and len(title.split()) >= least and not stops


def is_list_of_words(title: str) -> bool:
    """Whether a text is a list of subjects instead of a headline: four and more short pieces between commas."""
    pieces = [piece.split() for piece in title.split(",")]
    short = all(len(piece) <= _SHORT_SUBJECT and all(w[0].isupper() for w in piece) for piece in pieces)
    if len(pieces) > 1 and short:
        return True  # `Health, Harbour Politics`
    return len(pieces) >= _SUBJECTS and all(len(piece) <= _LONGEST_SUBJECT for piece in pieces)


def names_subjects(text: str) -> bool:
    """Whether a line names the subjects of other articles behind a label: `Related: ferries, tides, Harwell, ports`."""
    begin = text[:_LABEL]
    marked = (":" in begin or "：" in begin) and len(text) <= MAX_LENGTH
    found = _SPLIT.match(text) if marked else None
    if found is None or found["sep"][0] not in ":：" or label_kind(fold(found["label"])) not in _STRONG:
        return False
    title = found["title"]
    return is_list_of_words(title) or (title[0].isupper() and len(title.split()) < _LEAST_WORDS)


def is_sure_pointer(text: str) -> bool:
    """Whether a line is a pointer by a label that is nothing else: not `Background: …`, which may be a headline."""
    found = is_read_more(text)
    return found is not None and label_kind(fold(found.label)) != "brief"


def _is_sentence_like(title: str) -> bool:
    """Whether words are written as in a sentence: names in capitals alone may as well be subjects or a button."""
    words = title.split()
    return len(words) >= _LEAST_RUN_ON and any(
        len(word) >= _LOWER and word.isalpha() and word.islower() for word in words
    )


def is_promotion(title: str) -> bool:
    """Whether what stands in the place of a headline sells a newsletter or is an address."""
    folded = fold(title)
    return (
        "click here" in folded
        or "clicking here" in folded
        or "newsletter" in folded
        or folded.startswith(("http", "www."))
    )
