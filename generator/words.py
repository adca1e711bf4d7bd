"""The interface's texts and dates in the reader's language: gettext catalogues and Babel."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

CATALOGUES = Path(__file__).parent / "locale"
"""One folder a language, `de/LC_MESSAGES/pressmark.po`; English is the templates' own."""


def translations(language: str, catalogues: Path = CATALOGUES) -> NullTranslations:
    """The catalogue of a language (`de`, `de_AT`), read from its `.po` file as it stands, so that no compiled
    file can be out of date; where there is none, one that leaves every text as it is."""
    for name in (language.replace("-", "_"), language.replace("-", "_").partition("_")[0]):
        path = catalogues / name / "LC_MESSAGES" / "pressmark.po"
        if path.is_file():
            compiled = BytesIO()
            with path.open("rb") as file:
                write_mo(compiled, read_po(file, locale=name))
            compiled.seek(0)
            return Translations(compiled)
    return NullTranslations()


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_") if language else None
    except (UnknownLocaleError, ValueError):
        return None


def direction(language: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`; also for a language that is not known."""
    locale = _locale(language)
    return locale.text_direction if locale else "ltr"


def language_name(language: str, reader: str) -> str:
    """The name of a language in the reader's own (`de` read in English: `German`), else the code itself."""
    locale = _locale(language)
    return (locale.get_display_name(reader.replace("-", "_")) if locale else None) or language


def weekday_date(day: date, reader: str) -> str:
    """A day with its weekday, whole: `Saturday, 30 December 2023`."""
    if reader in ("en", "en_GB", "en-GB"):
        return format_date(day, "EEEE, d MMMM y", locale="en_GB")
    return format_date(day, "full", locale=reader.replace("-", "_"))


def initial(name: str) -> str:
    """The letter a name is filed under: without accents, in capitals; digits under `0-9`, others under `#`."""
    first = unicodedata.normalize("NFKD", name.strip().lstrip("“”‘’\"'«»„ "))[:1].upper()
    if first.isdigit():
        return "0-9"
    return first if first.isalpha() else "#"


def filing_key(name: str) -> tuple[str, str]:
    """Where a name stands in an A to Z: case and accents aside, then as written."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold(), name


def by_initial(
    rows: Iterable[Any], name: Callable[[Any], str] = lambda row: str(row.tag.name)
) -> list[tuple[str, list[Any]]]:
    """Rows in groups by the letter they are filed under, in filing order: letters, digits, the rest."""
    groups: dict[str, list[Any]] = {}
    for row in sorted(rows, key=lambda row: filing_key(name(row))):
        groups.setdefault(initial(name(row)), []).append(row)
    order = {"0-9": 1, "#": 2}
    return sorted(groups.items(), key=lambda group: (order.get(group[0], 0), group[0]))
