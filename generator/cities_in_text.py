"""Which words that are also the name of a city mean the city, by what stands beside them and the countries named."""

from collections.abc import Sequence
from functools import cache

from generator.people_in_text import first_names, never_in_names
from generator.place_salience import Mention
from generator.places import KNOWN_CITY, Naming, Place
from generator.sections import Section
from generator.tag_tables import rows

HOME = {
    "de": ("DE", "AT", "CH"),
    "es": ("ES", "MX", "AR", "CO", "CL", "PE", "VE"),
    "fr": ("FR", "BE", "CH"),
    "it": ("IT",),
    "pl": ("PL",),
    "pt": ("BR", "PT"),
}
"""Countries a text in a language is at home in, so that it need not name them."""


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(rows("cities")["doubtful"])


@cache
def _told_names() -> frozenset[str]:
    """Names our own tables give to one city, so that they need no other word beside them."""
    tables = (rows("cities")["also"], rows("cities")["formerly"])
    return frozenset(text for table in tables for names in table.values() for text in names)


@cache
def _locative() -> frozenset[str]:
    return frozenset(rows("cities")["locative"])


def cities_in(
    sections: Sequence[Section],
    mentions: Sequence[Mention],
    language: str,
) -> list[Mention]:
    """The mentions less those of cities that are more likely something else; of several cities with one name the one
    in a country the text names."""
    named = {
        mention.naming.place.key if mention.naming.place.kind == "country" else mention.naming.place.country
        for mention in mentions
        if mention.naming.how != "city"
    }
    home = HOME.get(language, ())
    sure: dict[str, Place] = {}
    placed: dict[str, bool] = {}
    named_on: dict[str, list[bool]] = {}
    for mention in mentions:
        if mention.naming.how == "city":
            text = _text(sections, mention)
            placed[text] = placed.get(text, False) or _after_place_word(sections, mention)
            if sections[mention.section].plain:
                named_on.setdefault(text, []).append(_before_capital(sections, mention))
    for mention in mentions:
        text = _text(sections, mention)
        if mention.naming.how != "city" or text in sure:
            continue
        place, told = _choice(mention.naming, named, home)
        known = place.capital or place.population >= KNOWN_CITY or text in _told_names()
        doubtful = text in _doubtful() or text in first_names() or never_in_names(text) or len(text) < 4
        if not place.capital and all(named_on.get(text, [False])):
            good = False
        elif doubtful and not (place.capital and len(text) > 3):
            good = told and placed.get(text, False) and not never_in_names(text)
        else:
            good = known or (told and (placed.get(text, False) or place.population >= 100_000))
        if good:
            sure[text] = place
    result = []
    for mention in mentions:
        if mention.naming.how != "city":
            result.append(mention)
        elif (meant := sure.get(_text(sections, mention))) is not None:
            result.append(mention._replace(naming=Naming(meant, "city")))
    return result


def _choice(naming: Naming, named: set[str], home: Sequence[str]) -> tuple[Place, bool]:
    """The city meant, and whether the text names its country or is at home there."""
    candidates = (naming.place, *naming.others)
    for place in candidates:
        if place.country in named:
            return place, True
    for place in candidates:
        if place.country in home:
            return place, True
    return naming.place, False


def _text(sections: Sequence[Section], mention: Mention) -> str:
    return sections[mention.section].words.passage(mention.first, mention.last)


def _after_place_word(sections: Sequence[Section], mention: Mention) -> bool:
    """Whether a word of place stands right before, and no further capital right after, or it is a line's opening:
    `BELGOROD, 30 December`, `Lüdenscheid. Die …`."""
    section = sections[mention.section]
    words = section.words
    if section.plain and _before_capital(sections, mention):
        return False
    if mention.first == 0:
        return (
            section.part in ("opening", "body")
            and mention.last + 1 < len(words.texts)
            and (words.gaps[mention.last + 1].strip(" ") in (".", ",", ":", "–", "--", "/", "("))
        )
    return words.gaps[mention.first] == " " and words.texts[mention.first - 1].casefold() in _locative()


def _before_capital(sections: Sequence[Section], mention: Mention) -> bool:
    """Whether a capitalised word follows at once, as after the given name in `Kobe Ashdown`."""
    words = sections[mention.section].words
    if mention.last + 1 >= len(words.texts):
        return False
    gap, following = words.gaps[mention.last + 1], words.texts[mention.last + 1]
    return gap in (" ", "-") and following[0].isupper() and not never_in_names(following)
