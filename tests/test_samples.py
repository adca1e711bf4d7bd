"""The sample captures show what real captures do: each variety the documentation promises is there."""

import re
from calendar import month_name
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

CAPTURES = Path(__file__).parent.parent / "captures"
FILES = sorted(CAPTURES.glob("*.txt"))
RAW = {path.name: path.read_bytes() for path in FILES}
TEXTS = {name: raw.decode("utf-8-sig").replace("\r\n", "\n") for name, raw in RAW.items()}
MONTHS = list(month_name)
EVERYTHING = "\n".join(TEXTS.values())
SITE = " | The Skarrow Courier"
HEADER = re.compile(r"(?P<before>.*?) ?\bdate (?P<date>\d{4}-\d\d-\d\d) (?P<title>.+)")
POINTER = re.compile(
    r"^(?:Read more|READ MORE|See also|Related|Lesen Sie auch|Leia também|Lire aussi)\s?: (?P<title>.+)$",
    re.M,
)
BYLINE = re.compile(r"^(?:By|Von|Por|Par) (?P<names>[A-ZÀ-Þ][^.,]+?)(?:, .+| in \w+)?$", re.M)


def headers() -> list[re.Match[str]]:
    found = [HEADER.fullmatch(text.split("\n", 1)[0]) for text in TEXTS.values()]
    assert all(found)
    return [match for match in found if match]


def titles() -> list[str]:
    return [match["title"].removesuffix(SITE) for match in headers()]


def pointers() -> list[str]:
    return [match["title"] for text in TEXTS.values() for match in POINTER.finditer(text)]


def key(title: str) -> str:
    return re.sub(r"[\W_]+", "", title.removesuffix(SITE).casefold())


def authors() -> set[str]:
    lines = (match["names"] for text in TEXTS.values() for match in BYLINE.finditer(text))
    return {name for line in lines for name in re.split(r", | and ", line)}


def test_there_are_at_least_64_captures_over_three_years() -> None:
    assert len(FILES) >= 64
    years = Counter(match["date"][:4] for match in headers())
    assert set(years) == {"2022", "2023", "2024"}
    assert min(years.values()) >= 15


def test_every_name_is_an_ordinal_and_an_id_of_its_own() -> None:
    found = [re.fullmatch(r"(\d{3})_([0-9a-f]{16})\.txt", name) for name in TEXTS]
    assert all(found)
    for group in (1, 2):
        values = [match[group] for match in found if match]
        assert len(set(values)) == len(values)


def test_at_least_seven_people_have_a_byline_in_two_captures_or_more() -> None:
    assert sum(sum(name in text for text in TEXTS.values()) >= 2 for name in authors()) >= 7


@pytest.mark.parametrize(
    "variety",
    [
        r"^By \w+ \w+ and [\w ]+$",
        r"^By \w+ \w+, [\w ]+ and [\w ]+$",
        r"^By [\w -]+, \w+ (?:Correspondent|Reporter|Editor)$",
        r"^By$",
        r"^Skerry Press Agency$",
        r"^Reporting by ",
        r"^Updated \d+ \w+ \d{4}, \d\d:\d\d$",
        r"^\d+ \w+ \d{4}, \d\d:\d\d Updated ",
        r"^\d+ \w+ \d{4}, [\d:]+ [ap]m$",
        r"^\d+ \w+ \d{4}, [\d:]+ GMT$",
        r"^\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr$",
        r"^\d+ \w+ \d{4}$",
        r"^(.+)\n\1\. Picture: .+$",
        r"^(.+)\n(?!\1).+ Photo: .+$",
        r"\(Photo: .+\)$",
        r"© ",
        r"Foto: ",
        r"^Listen to this article$",
        r"^Loading audio\.\.\.$",
        r"^Advertisement\s?$",
        r"^Share$",
        r"^Story continues below$",
        r"^Sign up to our newsletter$",
        r"^Correction: ",
        r"^Update: ",
        r"^• ",
        r"^- ",
        r"^1\. ",
        r"^\w+\t[\d,]+\t",
        r"[‘’“”]",
        "\u00a0",
        "\u00a0$",
        "–",
        "—",
        "\u00ad",
        "\u200b",
        r"^Read more:$\n\n.",
        r"^Related stories$\n\n.",
        r"^Read more: .+…$|^.+, say…$",
        r"\{\{ name \}\}",
        r"<b>",
        r"\{filename\}",
        r"^1\. e4",
        r"\*rook\*",
        r"again\.\n\nNobody clapped",
    ],
)
def test_a_variety_is_there(variety: str) -> None:
    assert re.search(variety, EVERYTHING, re.M)


def test_one_file_has_crlf_and_one_a_byte_order_mark() -> None:
    assert sum(b"\r\n" in raw for raw in RAW.values()) == 1
    assert sum(raw.startswith(b"\xef\xbb\xbf") for raw in RAW.values()) == 1


def test_headlines_are_of_every_awkward_kind() -> None:
    ours = titles()
    assert max(map(len, ours)) > 200
    assert 5 in map(len, ours)
    assert {title[0] for title in ours} >= set('#["‘«')
    assert any(title.startswith("No: ") for title in ours)
    assert any(title.isdecimal() for title in ours)
    assert max(Counter(ours).values()) == 2
    assert any(match["title"].endswith(SITE) for match in headers())
    assert any(match["before"].strip() for match in headers())


def test_pointers_match_drift_and_point_to_nothing_here() -> None:
    exact, drifted = set(titles()), {key(title) for title in titles()}
    missing = Counter(title for title in pointers() if key(title) not in drifted)
    assert sum(title in exact for title in pointers()) >= 30
    assert sum(title not in exact and key(title) in drifted for title in pointers()) >= 5
    assert len(missing) >= 8
    assert max(missing.values()) == 3


def test_one_dateline_is_a_day_before_its_header() -> None:
    apart = []
    for text in TEXTS.values():
        header = HEADER.fullmatch(text.split("\n", 1)[0])
        line = re.search(r"^(\d+) ([A-Z][a-z]+) (\d{4})\b", text, re.M)
        if header and line and line[2] in MONTHS:
            day = date(int(line[3]), MONTHS.index(line[2]), int(line[1]))
            apart.append((date.fromisoformat(header["date"]) - day).days)
    assert Counter(apart) == {0: len(apart) - 1, 1: 1}
