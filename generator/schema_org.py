"""An article as schema.org `NewsArticle`, for search engines, link previews and reference managers."""

from typing import Any

from generator.cite import Reference
from generator.names import is_organisation


def news_article(
    reference: Reference,
    published: str,
    *,
    modified: str | None = None,
    description: str = "",
    words: int = 0,
) -> dict[str, Any]:
    """The record as a dictionary for JSON-LD, without what is not known.

    `published` and `modified` are ISO 8601, as exact as known. Whoever writes it into a page escapes it
    (Jinja's `tojson` does): the headline may hold `</script>`.
    """
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": reference.title,
        "datePublished": published,
        "dateModified": modified,
        "author": [
            {"@type": "Organization" if is_organisation(author) else "Person", "name": author}
            for author in reference.authors
        ],
        "sourceOrganization": {"@type": "Organization", "name": reference.agency}
        if reference.agency
        else None,
        "publisher": {"@type": "Organization", "name": reference.source} if reference.source else None,
        "description": description,
        "inLanguage": reference.lang,
        "keywords": list(reference.tags),
        "wordCount": words,
        "isPartOf": {"@type": "Collection", "name": reference.archive},
        "identifier": reference.id,
        "url": reference.url,
        "mainEntityOfPage": reference.url,
    }
    return {key: value for key, value in record.items() if value}
