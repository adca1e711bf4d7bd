"""Agencies and newsrooms: named in the place line, and how pages and citations call those that are authors."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.cite import Reference, cite
from generator.schema_org import news_article
from tests.reading_made import FERRY, FUEL, HEAD, read

THEME = Path(__file__).parent.parent / "theme"


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("PORT ELLORY (Reuters) - ", "Reuters"),
        ("Port Ellory, 30 dec (EFE).- ", "EFE"),
        ("(ANSA) - PORT ELLORY, 30 DIC - ", "ANSA"),
        ("Port Ellory (dpa/lno) – ", "dpa"),
        ("(sda) ", "SDA"),
        ("(Maid) ", None),
        ("The ferry (Maid) - ", None),
    ],
)
def test_the_place_line_names_the_agency(opening: str, agency: str | None) -> None:
    assert read(f"{HEAD}\n{opening}{FERRY}\n\n{FUEL}").article.agency == agency
    signed = read(f"{HEAD}\nBy Emma Aldous\n\n{opening}{FERRY}\n\n{FUEL}").article
    assert (signed.authors, signed.agency) == (("Emma Aldous",), agency)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Emma Aldous", "Person"),
        ("Emma Post", "Person"),
        ("The Associated Press", "Organization"),
        ("Agencia EFE", "Organization"),
        ("dpa/lno", "Organization"),
        ("FR mit dpa", "Organization"),
        ("Redaktion", "Organization"),
        ("Courier Staff Report", "Organization"),
    ],
)
def test_an_author_that_is_no_person_is_an_organisation_on_the_page_and_in_citations(
    name: str, kind: str
) -> None:
    reference = Reference("6042fdc2a50a12db", "A title", date(2023, 12, 30), "The Archive", authors=(name,))
    assert news_article(reference, "2023-12-30")["author"] == [{"@type": kind, "name": name}]
    assert ("literal" in json.loads(cite(reference).csl)[0]["author"][0]) == (kind == "Organization")


@pytest.mark.parametrize(
    ("authors", "agency", "shown"),
    [
        (("Emma Aldous",), "Reuters", "By Emma Aldous · Reuters"),
        (("dpa/lno",), "dpa", "By dpa/lno"),
        ((), "AFP", "AFP"),
    ],
)
def test_a_page_names_an_agency_once(authors: tuple[str, ...], agency: str, shown: str) -> None:
    source = (THEME / "templates" / "partials" / "article_facts.html").read_text("utf-8")
    byline = source.partition('<p class="dates">')[0]
    article = {
        "authors": [{"name": name, "url": "author/a.html"} for name in authors],
        "agency": agency,
        "author_roles": {},
    }
    environment = Environment(autoescape=True)
    environment.filters["direction"] = lambda language: "ltr"
    page = environment.from_string(byline).render(article=article, _=str, SITEURL=".", DEFAULT_LANG="en")
    assert " ".join(re.sub(r"<[^>]+>", "", page).split()) == shown
