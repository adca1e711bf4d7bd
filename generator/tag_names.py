"""When two names of tags are one name: the key they share."""

import re
import unicodedata

_INITIAL_STOP = re.compile(r"(?<=\b\w)\.(?=\w\b|\W|$)")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<!s)s$")
_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "'": "", "’": ""}
)


def key(name: str) -> str:
    """What is left of a name without case, accents, punctuation, a leading `the` and the plural s of its words.

    Two names with one key are variants: `Drone attack` and `drone attacks`, `U.N.` and `UN`, `Łódź` and `Lodz`.
    """
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(character for character in text if not unicodedata.combining(character))
    if "." in text:
        text = _INITIAL_STOP.sub("", text)
    words = _WORD.findall(text.replace("'", ""))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join([_PLURAL.sub("", word) for word in words])


def person_key(name: str) -> str:
    """The key of a person: initials between given name and surname do not count (`James A. Baker`)."""
    words = name.split()
    kept = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or len(word.strip(".")) > 1]
    return key(" ".join(kept))
