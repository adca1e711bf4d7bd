"""Names in bylines: of persons, newsrooms and agencies, and the words that stand before them."""

import re
from functools import cache, lru_cache

from generator.characters import fold, plain
from generator.date_forms import any_of
from generator.rulebook import LineTable, table

HANDLE = re.compile(r"\(?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@{1,2}\w+|https?://\S+|www\.\S+)\)?", re.IGNORECASE)
_LONGEST_NAME = 45
_MOST_CASELESS = 3
"""Words of a name in a script without capitals, where a known given name alone tells it from a sentence."""
_LONGEST_WIRE = 50
_LONGEST_CODE = 5
"""Letters of the initials beside an agency's: `dpa/lno`."""
_SHORTEST_SURNAME = 2
"""Letters up to which two words in capitals are initials."""
_WIRE_MARKS = re.compile(r"[/,;+&|()\s-]+")
_INITIALS = re.compile(r"(?:[A-Z]\.-?){2,3}")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\. ?[A-ZÀ-Þ][^\W\d_]{3,}(?:-[A-ZÀ-Þ][^\W\d_]+)?")
"""`M. Olmedo`"""
_STATES = ("U.S.", "U.K.", "E.U.", "U.N.", "L.A.", "N.Y.", "D.C.", "U.S.A.")
_EDGE = " ,;:|/•·*()[]–—-.«»\"“”„'"


@cache
def _lead() -> re.Pattern[str]:
    """A row whose example has a colon needs one (`Text: Jana Möller`): without it the word is anything else."""
    rows = table("names")["lead"].items()
    bare = any_of(
        word for word, example in rows if not re.match(rf"{re.escape(word)}\s?:", example.casefold())
    )
    noun = any_of(word for word, example in rows if re.match(rf"{re.escape(word)}\s?:", example.casefold()))
    return re.compile(
        rf"\W*(?:(?P<noun>{noun})\s*:\s*|(?P<bare>{bare})(?:\s*:\s*|\.?\s+|(?<=(?-i:[a-zà-ÿ]))(?=(?-i:[A-ZÀ-Þ]))|\.?$))",
        re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(table('names')['credit'])})(?![^\W_])", re.IGNORECASE)


@cache
def _desk() -> LineTable:
    return LineTable({"desk": table("names")["desk"]})


@cache
def _roles() -> re.Pattern[str]:
    words = {word for row in table("names")["role"].values() for word in row["words"]}
    return re.compile(rf"(?<![^\W_])(?:{any_of(words)})(?![^\W_])", re.IGNORECASE)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("names")[group]["words"])


@cache
def _never(place: str) -> frozenset[str]:
    return frozenset(map(fold, table("names")["never"][place]["words"]))


@cache
def _given() -> frozenset[str]:
    """Of `rules/first_names.yaml`, which also serve to find people in running text, and of bylines alone."""
    rows = [*table("first_names"), table("names")["given"]]
    return frozenset(name.casefold() for row in rows for name in str(row["names"]).split())


@cache
def paper_words() -> frozenset[str]:
    """Words with which names of newspapers end; a hint behind a name alone, since they are anything else as well."""
    return _words("paper")


def has_given_name(text: str) -> bool:
    """Whether a name begins with a given name that is known: a hint, never needed."""
    words = text.split()
    return bool(words) and (
        any(part in _given() for part in (words[0].casefold(), *words[0].casefold().split("-")))
        or (_INITIALS.fullmatch(words[0]) is not None and words[0] not in _STATES)
        or (len(words) == 2 and _INITIAL.fullmatch(text) is not None)
    )


@lru_cache(maxsize=1024)
def lead_of(text: str) -> tuple[str, str] | None:
    """The leading word of a byline and what follows it; None where the line has none."""
    found = _lead().match(text)
    if found is None:
        return None
    group = "noun" if found["noun"] else "bare"
    credit = _credit().match(text)
    return None if credit and credit.end() >= found.end(group) else (found[group], text[found.end() :])


def is_connector(text: str) -> bool:
    """Whether a line is nothing but a word between or before names."""
    folded = fold(text)
    return folded in _words("and") or folded in table("names")["lead"]


def is_other_work(text: str) -> bool:
    """Whether a line is nothing but a word for work other than writing, as stands below a photographer's name."""
    word = fold(text).strip(" :")
    return ":" in table("names")["credit"].get(word, "")


@lru_cache(maxsize=4096)
def agency_of(text: str) -> str:
    """The agency that a text names and nothing else, empty where it does not."""
    return str(table("names")["agency"].get(fold(text), ""))


@lru_cache(maxsize=1024)
def wire_of(text: str) -> str:
    """The first agency where agencies sign, alone or with initials and small words, empty where none does.

    >>> wire_of("dpa/lno"), wire_of("FR mit dpa"), wire_of("Emma Aldous")
    ('dpa', 'dpa', '')
    """
    bare = plain(text).strip(_EDGE)
    if not bare or len(bare) > _LONGEST_WIRE or agency_of(bare):
        return agency_of(bare)
    first = ""
    pieces = [piece for piece in re.split(r"\s*[/,;+&|]\s*", bare) if piece.strip()]
    for piece in pieces:
        words = [word for word in _WIRE_MARKS.split(piece) if word]
        agency = agency_of(piece) or next(filter(None, map(agency_of, words)), "")
        first = first or agency
        rest = [] if agency_of(piece) else [word for word in words if not agency_of(word)]
        named = len(rest) > 1 and has_given_name(" ".join(rest)) and len(rest[1]) > _SHORTEST_SURNAME
        if named or any(word.casefold() not in _words("wire") and not _is_code(word) for word in rest):
            return ""
    return first


@cache
def _between() -> re.Pattern[str]:
    """What parts the members of a list: `, `, ` and `."""
    words = any_of(word for word in table("names")["and"]["words"] if word != "&")
    return re.compile(rf"\s*[,;&]\s*|\s+(?:{words})\s+")


def agencies_in(signed: str) -> tuple[str, ...]:
    """The agencies of a list (`AFP, EFE y Reuters`), each as written; anything else as a whole: `dpa/lno`."""
    if not signed:
        return ()
    pieces = tuple(_between().split(signed))
    return pieces if all(map(agency_of, pieces)) else (signed,)


def _is_code(word: str) -> bool:
    """Whether a word is the initials of an editor or a desk."""
    return len(word) <= _LONGEST_CODE and word.isalpha() and (word.isupper() or word.islower())


def may_have_handle(text: str) -> bool:
    """Whether a line has a mark without which it holds no handle and no address."""
    return "@" in text or "://" in text or ("." in text and "www." in text.lower())


def has_handle(text: str) -> bool:
    """Whether a line holds a handle, an e-mail or a web address."""
    return may_have_handle(text) and HANDLE.search(text) is not None


def has_role(text: str) -> bool:
    """Whether a line holds a word for a role: `Staff Writer`."""
    return _roles().search(text) is not None


def role_in(text: str) -> int | None:
    """Where a word for a role begins in a text, None where it has none."""
    found = _roles().search(text)
    return found.start() if found else None


def is_no_role(text: str) -> bool:
    """Whether what stands behind a name is a button, a subject or a label instead of a post: `Topic: Hardware`."""
    words = [fold(word) for word in text.split()]
    alone = len(words) == 1 and words[0] in _never("within")
    return ":" in text or alone or words[0] in _never("first")


@lru_cache(maxsize=1024)
def is_desk(text: str) -> bool:
    """Whether a text is the name of a newsroom instead of a person's."""
    return _desk().group(fold(text)) is not None


def is_organisation(name: str) -> bool:
    """Whether an author is no person: a newsroom, a paper, an agency."""
    return bool(wire_of(name)) or (is_desk(name) and not has_given_name(name))


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name: two to five words with capitals, small particles between."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > _LONGEST_NAME or any(c.isdigit() for c in text):
        return False
    if not words[0][0].isupper() and not words[0][0].islower():  # a script without capitals
        return len(words) <= _MOST_CASELESS and has_given_name(text) and text.replace(" ", "").isalpha()
    particles = _words("particle")
    large = 0
    for word in words:
        bare = word.strip(".'’-,")
        if not bare or not all(c.isalpha() or c in "-'’." for c in bare):
            return False
        if bare[0].isupper():
            large += 1
        elif bare.casefold() not in particles:
            return False
    folded = [fold(word) for word in words]
    if folded[0] in _never("first") or not _never("within").isdisjoint(folded):
        return False
    return large >= 2 and (words[0][0].isupper() or folded[0] in particles) and words[-1][0].isupper()
