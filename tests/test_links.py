"""Where "Read more" lines lead."""

import random
from collections.abc import Sequence

import pytest

from generator.headline import key
from generator.links import resolve
from generator.model import Headline, Link, Pointer

ARCHIVE = [
    "Storm tears forty metres off Thornholm sea wall",
    "Harbour Line buys Tidewater Ferries for 40 mln pounds",
    "Copper rises 3 pct in February",
    "Copper rises 3 pct in March",
    "Orla Foods third quarter net",
    "Orla Foods third quarter loss",
    "Man arrested after woman found dead in Leeds flat",
    "Nurses in Hull to strike for six days in January",
    "Russia accuses neighbour of 'terrorist' attack as toll rises to 24",
    "Britain to send hundreds of pumps to Varnay as Sunak condemns flood barrier delay",
    "Kohlekraftwerk in Neustadt: Mindestens acht Tote",
    "Mieten in Kassel steigen um 4,7 Prozent",
    "Un incendio en Burgos arrasa un edificio de 14 plantas",
    "Leeds beat Hull in cup replay",
]


def follow(line: str, archive: Sequence[str] = ARCHIVE, date: str = "2024-03-12") -> tuple[str | None, Link]:
    """The headline a line leads to, and the link."""
    headlines = [Headline(f"{n:04x}", title, f"2024-03-{n + 1:02}") for n, title in enumerate(archive)]
    [link] = resolve(headlines, [Pointer("source", line, date)])
    return (None if link.to is None else archive[int(link.to, 16)]), link


def test_a_headline_as_it_stands_is_exact() -> None:
    found, link = follow(ARCHIVE[0])
    assert (found, link.how, link.score) == (ARCHIVE[0], "exact", 1.0)


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("STORM TEARS FORTY METRES OFF THORNHOLM SEA WALL", 0),
        ("Storm tears forty\u00a0metres off Thornholm sea\u2011wall.", 0),
        ("“Storm tears forty metres off Thornholm sea wall”", 0),
        ("Storm tears forty metres off Thornholm sea wall | Coast Daily", 0),
        ("Storm tears forty metres off Thornholm sea wall – Coast Daily", 0),
        ("Russia accuses neighbour of ‘terrorist’ attack as toll rises to 24", 8),
        ('Russia accuses neighbour of "terrorist" attack as toll rises to 24 - LBC', 8),
        ("Storm tears forty metres off Thornholm sea wall &#8211; Coast Daily", 0),
    ],
)
def test_differences_that_mean_nothing_are_normalised(line: str, headline: int) -> None:
    found, link = follow(line)
    assert (found, link.how) == (ARCHIVE[headline], "normalised")


def test_a_site_name_in_the_archive_is_no_part_of_the_headline() -> None:
    found, link = follow(
        "Bear shot in Orla", ["Bear shot in Orla | Coast Daily", "Bear seen in Varnay | Coast Daily"]
    )
    assert (found, link.how) == ("Bear shot in Orla | Coast Daily", "normalised")


def test_what_tells_two_headlines_apart_is_no_site_name() -> None:
    archive = ["Match report - Leeds at Hull", "Match report - York at Ripon"]
    assert follow("Match report - Ripon at Leeds", archive)[0] is None


def test_a_day_behind_a_dash_is_no_site_name() -> None:
    archive = [
        "Orla fish landings - April 7",
        "Varnay fish landings - June 29",
        "Hull coal landings - June 29",
    ]
    assert follow("Orla fish landings - June 29", archive)[0] is None


def test_money_of_another_kind_is_not_the_same() -> None:
    assert key("£5m fine for ferry") != key("€5m fine for ferry")


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Harbour Line acquires Tidewater Ferries for 40 million pounds", 1),
        ("Harbour Line to buy Tidewater Ferries", 1),
        ("Sea wall at Thornholm: storm tears off forty metres", 0),
        ("Storm tore forty metres off Thornholm sea wall, officials say", 0),
        ("Strom tears forty metres off Thornhlom sea wall", 0),
        ("Nurses to strike for six days in January", 7),
        ("Man arrested after woman found dead in flat in Leeds", 6),
        ("UK to send hundreds of pumps to Varnay", 9),
        ("Mindestens acht Tote in Kohlekraftwerk in Neustadt", 10),
        ("Mieten in Kassel klettern um 4,7 Prozent", 11),
        ("Incendio en Burgos arrasa un edificio", 12),
        ("Storm tears forty metres off Thorn...", 0),
        ("Nurses in Hull to strike for six…", 7),
    ],
)
def test_a_headline_in_other_words_is_found(line: str, headline: int) -> None:
    found, link = follow(line)
    assert (found, link.how) == (ARCHIVE[headline], "fuzzy")
    assert 0.87 <= link.score < 1


@pytest.mark.parametrize(
    ("line", "what_differs"),
    [
        ("Copper rises 3 pct in April", "the month"),
        ("Copper rises 4 pct in March", "the figure"),
        ("Copper falls 3 pct in March", "the contrary"),
        ("Orla Foods fourth quarter net", "the quarter"),
        ("Varnay Mills third quarter net", "the company"),
        ("Man arrested after woman found dead in York flat", "the town"),
        ("Nurses in Hull to strike for three days in January", "how many"),
        ("Nurses in Ripon to strike for six days in January", "the town"),
        ("Storm tears forty metres off Westhaven sea wall", "the place"),
        ("France to send hundreds of pumps to Varnay as Sunak condemns flood barrier delay", "the country"),
        ("Mieten in Kassel fallen um 4,7 Prozent", "the contrary"),
        ("Mieten in Fulda steigen um 4,7 Prozent", "the town"),
        ("Un incendio en Sevilla arrasa un edificio de 14 plantas", "the town"),
        ("Lighthouse keeper counts the waves", "everything"),
    ],
)
def test_a_headline_with_another_name_or_figure_is_another_story(line: str, what_differs: str) -> None:
    found, link = follow(line)
    assert (found, link.how, link.score) == (None, None, 0.0), what_differs


def test_a_cut_headline_that_begins_several_leads_nowhere() -> None:
    assert follow("Orla Foods third quarter …")[0] is None


def test_a_cut_line_that_nothing_goes_on_from_is_not_guessed() -> None:
    assert follow("Harbour Line to buy Tidewater in…")[0] is None


def test_too_short_a_beginning_leads_nowhere() -> None:
    assert follow("Storm tears …")[0] is None


def test_of_one_headline_twice_the_nearest_in_date_is_meant_and_the_others_offered() -> None:
    archive = [Headline(f"{n}", "Daily digest", f"2024-03-{day:02}") for n, day in enumerate((1, 9, 20))]
    [link] = resolve(archive, [Pointer("source", "Daily digest", "2024-03-12T08:00")])
    assert (link.to, link.others) == ("1", ("2", "0"))


def test_a_time_of_day_decides_between_two_of_one_day() -> None:
    archive = [
        Headline("a", "Daily digest", "2024-03-12T06:00"),
        Headline("b", "Daily digest", "2024-03-12T18:00"),
    ]
    [link] = resolve(archive, [Pointer("source", "Daily digest", "2024-03-12T17:00")])
    assert link.to == "b"


def test_an_article_does_not_point_to_itself() -> None:
    archive = [Headline("a", "Daily digest", "2024-03-12"), Headline("b", "Daily digest", "2024-01-01")]
    [link] = resolve(archive, [Pointer("a", "Daily digest", "2024-03-12")])
    assert (link.to, link.others) == ("b", ())


def test_an_article_without_a_date_can_still_be_meant() -> None:
    [link] = resolve([Headline("a", ARCHIVE[0], "")], [Pointer("b", ARCHIVE[0], "2024-03-12")])
    assert link.to == "a"


def test_a_line_heals_when_its_article_is_added() -> None:
    assert follow(ARCHIVE[0], ARCHIVE[1:])[0] is None
    assert follow(ARCHIVE[0], ARCHIVE)[0] == ARCHIVE[0]


def test_the_order_of_the_articles_does_not_matter() -> None:
    headlines = [Headline(f"{n:04x}", title, f"2024-03-{n + 1:02}") for n, title in enumerate(ARCHIVE)]
    pointers = [Pointer("source", title.replace("buys", "acquires"), "2024-03-12") for title in ARCHIVE]
    shuffled = random.Random(4).sample(headlines, len(headlines))
    assert resolve(headlines, pointers) == resolve(shuffled, pointers)


def test_an_empty_archive_resolves_nothing() -> None:
    [link] = resolve([], [Pointer("a", ARCHIVE[0], "2024-03-12")])
    assert (link.to, link.how) == (None, None)


@pytest.mark.parametrize("line", ["", "…", "!!!", "🙂", "1", "the", "| |", " - "])
def test_a_line_of_next_to_nothing_leads_nowhere(line: str) -> None:
    assert follow(line)[0] is None
