"""Plots and calendars: what is counted, where a bar leads, and that text stays text."""

from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from generator.calendar_ import months, weekdays
from generator.graph import Node, graph
from generator.plots import Bar, Period, bars, course, without_gaps

SVG = "{http://www.w3.org/2000/svg}"


def drawn(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(str(markup).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_three_years_or_less_are_counted_by_month_without_gaps() -> None:
    assert course([date(2023, 11, 2), date(2024, 2, 9), date(2023, 11, 30)]) == (
        Period(2023, 11, 2),
        Period(2023, 12, 0),
        Period(2024, 1, 0),
        Period(2024, 2, 1),
    )


def test_more_than_three_years_are_counted_by_year() -> None:
    assert course([date(2019, 1, 1), date(2022, 1, 1)]) == (
        Period(2019, None, 1),
        Period(2020, None, 0),
        Period(2021, None, 0),
        Period(2022, None, 1),
    )


def test_nothing_has_no_course() -> None:
    assert course([]) == ()
    assert without_gaps([]) == ()
    assert bars([], id="x", title="", description="") == ""


def test_a_period_leads_to_its_page() -> None:
    assert [Period(2023, 4, 1).url, Period(987, None, 1).url] == ["2023/04/index.html", "0987/index.html"]


@given(st.lists(st.dates(date(1850, 1, 1), date(2100, 1, 1)), max_size=60))
def test_a_course_counts_every_article_once(days: list[date]) -> None:
    assert sum(period.count for period in course(days)) == len(days)


def test_the_highest_bar_is_as_high_as_the_plot_and_an_empty_one_is_not_drawn() -> None:
    rows = [Bar("a", "a: 4", 4, "a.html"), Bar("b", "b: 0", 0, None), Bar("c", "c: 1", 1, None)]
    svg = drawn(bars(rows, id="x", title="T", description="D"))
    heights = [
        int(bar.get("height") or 0) for bar in svg.iter(f"{SVG}rect") if bar.get("class") == "plot-bar"
    ]
    assert heights == [120, 30]
    assert [link.get("href") for link in svg.iter(f"{SVG}a")] == ["a.html"]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_a_headline_in_a_plot_stays_text(text: str) -> None:
    svg = drawn(bars([Bar(text, text, 1, "a.html")], id="x", title=text, description=text))
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {
        "svg",
        "title",
        "desc",
        "a",
        "rect",
        "text",
        "line",
    }
    assert next(svg.iter(f"{SVG}a")).get("aria-label") == text


def test_only_some_of_many_labels_are_shown() -> None:
    rows = [Bar(str(year), str(year), 1, None) for year in range(1900, 2000)]
    svg = drawn(bars(rows, id="x", title="T", description="D"))
    labels = [text.text for text in svg.iter(f"{SVG}text") if text.get("class") == "plot-label"]
    assert len(labels) <= 6
    assert labels[0] == "1900"


def test_a_graph_has_a_circle_an_article_and_an_arc_a_link() -> None:
    nodes = [Node("First & “best”", "a.html"), Node("<Second>", "b.html"), Node("Third", "c.html")]
    svg = drawn(graph(nodes, [(2, 0), (1, 0)], id="g", title="T", description="D"))
    assert [link.get("aria-label") for link in svg.iter(f"{SVG}a")] == ["First & “best”", "<Second>", "Third"]
    assert len(list(svg.iter(f"{SVG}circle"))) == 3
    assert [path.get("class") for path in svg.iter(f"{SVG}path")] == ["plot-tip", "plot-arc", "plot-arc"]


def test_a_calendar_has_whole_weeks_from_monday() -> None:
    (month,) = months([date(2024, 2, 29), date(2024, 2, 29), date(2024, 2, 1)])
    assert (month.year, month.month, month.count) == (2024, 2, 3)
    assert all(len(week) == 7 for week in month.weeks)
    shown = [day for week in month.weeks for day in week if day]
    assert [day.date for day in shown] == [date(2024, 2, 1) + timedelta(n) for n in range(29)]
    assert [day.date.day for day in shown if day.count] == [1, 29]
    assert month.weeks[0].index(shown[0]) == 3


def test_weekdays_are_named_in_the_readers_language() -> None:
    assert [day.name for day in weekdays("de")][:2] == ["Montag", "Dienstag"]
    assert [day.short for day in weekdays("en_GB")] == ["M", "T", "W", "T", "F", "S", "S"]
