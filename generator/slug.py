"""Slugs: the part of an address that is made from a headline."""

import re

from unidecode import unidecode

LONGEST = 80
"""Characters; longer ones are cut between words."""

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’‘]")


def slugify(title: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; empty where the title has nothing of the kind."""
    plain = unidecode(_APOSTROPHES.sub("", title)).lower()
    slug = _NOT_IN_A_SLUG.sub("-", plain).strip("-")
    if len(slug) <= LONGEST:
        return slug
    cut = slug[: LONGEST + 1]
    return (cut.rpartition("-")[0] or cut[:LONGEST]).strip("-")
