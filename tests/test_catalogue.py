"""The catalogue for machines says the same in each of its forms."""

import csv
import json
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Record, comma_separated, json_feed, json_lines

RECORD = Record(
    id="00ff00ff00ff00ff",
    title='Harbour "open", says board',
    published="2024-03-12T09:05",
    updated="",
    address="2024/03/12/harbour.html",
    authors=("Ruth Adair", "Tom Hale"),
    agency="",
    source="",
    language="en",
    tags=("Norway", "Storms"),
    tags_inferred=("Norway",),
    words=120,
    summary="=SUM(A1) is no formula here",
    file="001_00ff00ff00ff00ff.txt",
    sha256="0" * 64,
)


def test_a_line_of_json_is_the_whole_record() -> None:
    (line,) = json_lines([RECORD]).splitlines()
    assert json.loads(line)["tags"] == ["Norway", "Storms"]
    assert json.loads(line)["title"] == RECORD.title


def test_csv_has_a_header_and_a_row_an_article() -> None:
    (row,) = csv.DictReader(StringIO(comma_separated([RECORD])))
    assert row["authors"] == "Ruth Adair | Tom Hale"
    assert row["title"] == RECORD.title
    assert row["words"] == "120"


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    (row,) = csv.DictReader(StringIO(comma_separated([RECORD])))
    assert row["summary"] == "'=SUM(A1) is no formula here"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_headline_survives_in_json_lines(title: str) -> None:
    record = Record(**{name: getattr(RECORD, name) for name in Record.__slots__} | {"title": title})
    (line,) = json_lines([record]).removesuffix("\n").split("\n")
    assert json.loads(line)["title"] == title


def test_the_feed_names_an_instant_and_leaves_out_what_is_not_known() -> None:
    feed = json.loads(
        json_feed([RECORD], "feeds/all.json", title="Archive", description="", home="", language="en")
    )
    (item,) = feed["items"]
    assert item["date_published"] == "2024-03-12T09:05:00+00:00"
    assert "date_modified" not in item
    assert "feed_url" not in feed
    assert item["url"] == "../2024/03/12/harbour.html"


def test_the_feed_has_addresses_where_the_site_has_one() -> None:
    feed = json.loads(
        json_feed(
            [RECORD], "feeds/all.json", title="A", description="", home="https://a.example/b", language="en"
        )
    )
    assert feed["feed_url"] == "https://a.example/b/feeds/all.json"
