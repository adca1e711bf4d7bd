"""Citations: written styles by example, the machine forms read back by other people's parsers."""

import json
from datetime import date
from importlib.resources import files

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from generator.cite import Reference, cite, key, name

FULL = Reference(
    id="6042fdc2a50a12db",
    title='Harbour master: "No more tolls" by May?',
    day=date(2023, 12, 30),
    archive="The Saltmarsh Archive",
    authors=("Emma Hallow", "Joris van den Akker"),
    source="Saltmarsh Courier",
    lang="en",
    url="https://archive.example/2023/12/30/tolls.html",
    tags=("Harbour", "Tolls"),
)
BARE = Reference(
    id="00ff00ff00ff00ff", title="Bridge shut", day=date(2022, 5, 3), archive="The Saltmarsh Archive"
)
NAME_ROWS = [
    row
    for rows in yaml.safe_load((files("generator") / "rules" / "name_parts.yaml").read_text("utf-8")).values()
    for row in rows
]


def test_apa_puts_author_and_day_first() -> None:
    assert cite(FULL).apa == (
        "Hallow, E., & van den Akker, J. (2023, December 30). "
        'Harbour master: "No more tolls" by May? Saltmarsh Courier. The Saltmarsh Archive. '
        "https://archive.example/2023/12/30/tolls.html"
    )


def test_chicago_quotes_the_headline_and_turns_its_own_quotes_single() -> None:
    assert cite(FULL).chicago == (
        "Hallow, Emma, and Joris van den Akker. “Harbour master: ‘No more tolls’ by May?” "
        "Saltmarsh Courier, December 30, 2023. The Saltmarsh Archive. "
        "https://archive.example/2023/12/30/tolls.html."
    )


def test_mla_names_publication_and_archive_as_containers() -> None:
    assert cite(FULL).mla == (
        "Hallow, Emma, and Joris van den Akker. “Harbour master: ‘No more tolls’ by May?” "
        "Saltmarsh Courier, 30 Dec. 2023. The Saltmarsh Archive, archive.example/2023/12/30/tolls.html."
    )


def test_what_is_not_known_is_left_out() -> None:
    citation = cite(BARE)
    assert citation.apa == "Bridge shut. (2022, May 3). The Saltmarsh Archive."
    assert citation.chicago == "“Bridge shut.” May 3, 2022. The Saltmarsh Archive."
    assert citation.mla == "“Bridge shut.” 3 May 2022. The Saltmarsh Archive."
    assert "author" not in citation.bibtex
    assert "journal" not in citation.bibtex
    assert set(json.loads(citation.csl)[0]) == {
        "id",
        "type",
        "title",
        "issued",
        "archive",
        "archive_location",
    }


def test_an_agency_stands_in_for_a_missing_author() -> None:
    reference = Reference("0" * 16, "Ferry late", date(2021, 1, 9), "Archive", agency="Tidewire")
    assert cite(reference).apa.startswith("Tidewire. (2021, January 9).")
    assert json.loads(cite(reference).csl)[0]["author"] == [{"literal": "Tidewire"}]


def test_many_authors_are_shortened_as_each_style_says() -> None:
    many = tuple(f"Ann{chr(97 + n)} Writer{chr(97 + n)}" for n in range(22))
    reference = Reference("0" * 16, "Count", date(2021, 1, 9), "Archive", authors=many)
    assert ", Writers, A., . . . Writerv, A. (2021" in cite(reference).apa
    assert cite(reference).chicago.startswith("Writera, Anna, Annb Writerb,")
    assert "Anng Writerg, et al. “Count.”" in cite(reference).chicago
    assert cite(reference).mla.startswith("Writera, Anna, et al. “Count.”")


@pytest.mark.parametrize("row", NAME_ROWS, ids=lambda row: row["name"])
def test_the_example_beside_each_part_of_a_name_holds(row: dict[str, str]) -> None:
    assert name(row["name"]).family == row["family"]


@pytest.mark.parametrize(
    ("written", "inverted", "initials"),
    [
        ("Jean-Luc Marie Bonnet", "Bonnet, Jean-Luc Marie", "J.-L. M."),
        ("Sam Reed, Jr.", "Reed, Sam, Jr.", "S."),
        ("Suharto", "Suharto", ""),
    ],
)
def test_a_name_is_cut_into_family_and_given(written: str, inverted: str, initials: str) -> None:
    assert (name(written).inverted, name(written).initials) == (inverted, initials)


def test_the_key_is_ascii_and_tells_two_articles_of_one_author_and_year_apart() -> None:
    one = Reference("aaaaaaaaaaaaaaaa", "A", date(2020, 1, 1), "Archive", authors=("Zoë Größe",))
    two = Reference("bbbbbbbbbbbbbbbb", "B", date(2020, 1, 1), "Archive", authors=("Zoë Größe",))
    assert key(one) == "grosse-2020-aaaaaaaa"
    assert key(one) != key(two)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=60).filter(
    str.strip
)


@given(title=TEXT, source=TEXT)
def test_bibtex_stays_one_record_whatever_the_headline(title: str, source: str) -> None:
    text = cite(Reference("0" * 16, title, date(2021, 1, 9), "Archive", source=source)).bibtex
    library = parse_string(text)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["anonymous-2021-00000000"]
    assert set(library.entries[0].fields_dict) == {"title", "journal", "year", "month", "day", "note"}


@given(title=TEXT)
def test_ris_gives_the_headline_back(title: str) -> None:
    records = rispy.loads(cite(Reference("0" * 16, title, date(2021, 1, 9), "Archive")).ris)
    assert [record["title"].strip() for record in records] == [" ".join(title.split())]
    assert records[0]["type_of_reference"] == "NEWS"


def test_ris_holds_what_a_reference_manager_asks_for() -> None:
    record = rispy.loads(cite(FULL).ris)[0]
    assert record["authors"] == ["Hallow, Emma", "van den Akker, Joris"]
    assert record["secondary_title"] == "Saltmarsh Courier"
    assert record["year"] == "2023"
    assert record["keywords"] == ["Harbour", "Tolls"]
    assert record["urls"] == ["https://archive.example/2023/12/30/tolls.html"]


@given(title=TEXT)
def test_csl_gives_the_headline_back(title: str) -> None:
    assert json.loads(cite(Reference("0" * 16, title, date(2021, 1, 9), "Archive")).csl)[0]["title"] == title
