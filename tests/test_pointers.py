"""The forms of pointers to other articles, and what only looks like one."""

import pytest

from generator.characters import fold
from generator.model import ReadMore
from generator.pointers import is_read_more, label_kind
from tests.reading_made import FERRY, FUEL, HEAD, read


@pytest.mark.parametrize(
    ("text", "label", "title"),
    [
        ("READ MORE: Storm at the pier", "READ MORE", "Storm at the pier"),
        ("Lire aussi\u00a0: La taxe de mouillage", "Lire aussi", "La taxe de mouillage"),
        ("À lire aussi » La taxe de mouillage", "À lire aussi", "La taxe de mouillage"),
        ("[Related: Storm at the pier]", "Related", "Storm at the pier"),
        ("(Le puede interesar: Otra lonja en el puerto)", "Le puede interesar", "Otra lonja en el puerto"),
        ("También: ( Otra lonja en el puerto )", "También", "Otra lonja en el puerto"),
        (">> Czytaj też: Stary prom na złom <<", "Czytaj też", "Stary prom na złom"),
        ("👉 Lesen Sie auch: Zweite Brücke für Süderhafen", "Lesen Sie auch", "Zweite Brücke für Süderhafen"),
        ("➡️ À lire aussi : La taxe de mouillage", "À lire aussi", "La taxe de mouillage"),
        ("▶ VER TAMBIÉN | Otra lonja en el puerto", "VER TAMBIÉN", "Otra lonja en el puerto"),
        ("Leggi anche → Il molo riapre", "Leggi anche", "Il molo riapre"),
        ("Leggi anche Il molo riapre dopo la tempesta", "Leggi anche", "Il molo riapre dopo la tempesta"),
        ("(Lea también: Otra lonja en el puerto).", "Lea también", "Otra lonja en el puerto"),
        ("*Leia também: Ferry volta ao porto*", "Leia também", "Ferry volta ao porto"),
        ("Read more – Storm at the pier", "Read more", "Storm at the pier"),
        ("Read more… Storm at the pier", "Read more", "Storm at the pier"),
        (
            "Lesen Sie auch das Interview: „Wir bleiben am Kai“",
            "Lesen Sie auch das Interview",
            "„Wir bleiben am Kai“",
        ),
        ("READ ALSOStorm tears forty metres off", "READ ALSO", "Storm tears forty metres off"),
        ("Read moreStorm tears forty metres off", "Read more", "Storm tears forty metres off"),
        (
            "À LIRE AUSSIARN messager, la promesse d’un port",
            "À LIRE AUSSI",
            "ARN messager, la promesse d’un port",
        ),
        ("MORE: 16 conclusions from the harbour board", "MORE", "16 conclusions from the harbour board"),
        ("延伸阅读：港口风暴后的石码头重新开放", "延伸阅读", "港口风暴后的石码头重新开放"),
        ("【相关阅读】港口风暴后的石码头重新开放", "相关阅读", "港口风暴后的石码头重新开放"),
        ("Читайте также: Паром вернулся в порт", "Читайте также", "Паром вернулся в порт"),
        (
            "READ MORE Ferry turns back after fire on board",
            "READ MORE",
            "Ferry turns back after fire on board",
        ),
        ("RELATED Ferry turns back after fire on board", "RELATED", "Ferry turns back after fire on board"),
        ("[À lire] La taxe de mouillage double", "À lire", "La taxe de mouillage double"),
        (
            "A lire aussi Port de Skarrow: le point sur le chenal",
            "A lire aussi",
            "Port de Skarrow: le point sur le chenal",
        ),
        ("À lire aussi : Skarrow : le chenal rouvre", "À lire aussi", "Skarrow : le chenal rouvre"),
        ("ANALYSIS | Why so many gulls nest here", "ANALYSIS", "Why so many gulls nest here"),
    ],
)
def test_pointers_are_read_in_every_form(text: str, label: str, title: str) -> None:
    assert is_read_more(text) == ReadMore(title, label)


@pytest.mark.parametrize(
    "text",
    [
        "Hintergrund: Die Polizei hatte den Mann im Hafen gesucht.",
        "Contexto: El muelle fue construido en 1840.",
        "Also: the quay was closed",
        "Lesen Sie auch Romane, die am Hafen spielen.",
        "Read more Ferries Harbour Skarrow Port Ellory",
        "READ MORE ON THE HARBOUR BY CLICKING HERE",
        "Read more … and do not forget the storm",
        "Read more: Health, BC Politics",
        "Mehr zum Thema: Hafen 10",
        "Mehr: 10 Dinge im Hafen von heute",
        "RELACIONADOS:PuertoMuellesSkarrow",
        "WATCH | Ferry turns back off Skarrow 03:",
        "(Thornsea) Die Fähre fährt wieder nach Skarrow",
        "También – dijo el alcalde – habrá otra lonja",
    ],
)
def test_prose_subjects_and_promotion_are_no_pointers(text: str) -> None:
    assert is_read_more(text) is None


STORM = "Storm tears forty metres off Thornsea pier"
LAMP = "Lighthouse lamp goes dark for a week in May"


def kinds(box: str) -> list[str]:
    """What the lines between two paragraphs are read as."""
    return [line.kind for line in read(f"{HEAD}\n{FERRY}\n\n{box}\n\n{FUEL}").lines[2:-1]]


def pointers(box: str) -> list[str]:
    return [
        block.title
        for block in read(f"{HEAD}\n{FERRY}\n\n{box}\n\n{FUEL}").article.body
        if isinstance(block, ReadMore)
    ]


@pytest.mark.parametrize(
    "box",
    [
        "Don't miss\nStorm tears forty metres off Thornsea pier [VIDEO]\nLighthouse lamp goes dark for a week [NEWS]",
        "Lesen Sie auch\n\nSüderhafen bekommt eine zweite Brücke\n\nvon Jana Möller",
        "Lesen Sie auch\n\nSüderhafen bekommt eine zweite Brücke\n\nvor 3 Stunden",
        "See also\n\nStorm tears forty metres off Thornsea pier\n\nThe pier was shut on Monday after a...",
        "Related\n\nstorms, Thornsea, pier damage, harbour board, insurance",
        "Read more: Storms, Thornsea, Pier damage, Harbour board",
        "Auch interessant\n\nDer neue Kutter Möwe im Hafen. Foto: Udo Falk",
        "See also\n\nStorm tears forty metres off Thornsea pier\n\nLighthouse lamp goes dark for a week\n\n"
        "Harbour board meets again on Monday\n\nThe Ferry Line Buys Two New Ships",
        "Related coverage\n\nStorm tears forty metres off Thornsea pier JULY 26, 2023",
        "Related: ferries, tides, Harwell, Harbour board",
        "Weitere Artikel",
        "Więcej na ten temat\n\nEwa Zaremba i Jan Kowal",
        "Read more\n\nThe Thornsea Courier newsletter",
        "Read more\n\n“We shall mend the pier before the spring,” Ruth Adair said.”",
        "WATCH: The storm at the Thornsea pier – Jul 18, 2023",
        f"Lighthouse lamp goes dark\n\n> {STORM}\n\n> {LAMP}",
        f"[{STORM}.]",
        "Die Redaktion empfiehlt\n\nAutorin/Autor: Jana Möller-Falk",
    ],
)
def test_boxes_subjects_and_captions_are_no_pointers(box: str) -> None:
    assert pointers(box) == []


def test_a_headline_below_a_label_is_a_pointer_with_its_picture_between() -> None:
    assert pointers("Lesen Sie auch\n\nSüderhafen bekommt eine zweite Brücke") == [
        "Süderhafen bekommt eine zweite Brücke"
    ]
    assert pointers("👉 Lesen Sie auch 👇\n\nSüderhafen bekommt zweite Brücke") == [
        "Süderhafen bekommt zweite Brücke"
    ]
    assert pointers("相关阅读\n\n港口风暴后的石码头重新开放") == ["港口风暴后的石码头重新开放"]
    assert pointers("Lesen Sie auch\n\nbrücke am abend\n\nSüderhafen bekommt zweite Brücke") == [
        "Süderhafen bekommt zweite Brücke"
    ]
    assert pointers("Więcej na ten temat\n\nEwa Zaremba i Jan Kowal\n\nStary prom z Wyspy idzie na złom") == [
        "Stary prom z Wyspy idzie na złom"
    ]
    assert pointers(
        "Auch interessant\n\nDie Brücke am Abend. Foto: Udo Falk\n\nStadt & Hafen\n\nSüderhafen bekommt zweite Brücke"
    ) == ["Süderhafen bekommt zweite Brücke"]


def test_the_words_of_pictures_in_a_list_are_no_headlines() -> None:
    headlines = ["Storm tears forty metres off the pier", "Lighthouse lamp goes dark for a week"]
    box = f"The pier after the storm\n\n{headlines[0]}\n\nThe lighthouse at dusk\n\n{headlines[1]}"
    assert pointers(f"Related articles\n\n{box}") == headlines
    assert pointers("Related articles\n\n" + "\n\n".join(headlines)) == headlines


def test_a_verse_below_a_pointer_is_no_box_of_headlines() -> None:
    verse = (
        "The old boats of the harbour lay on the sand that year\n"
        "The long quay of the harbour was white with salt\n"
        "The grey wall of the harbour stood as it had stood\n"
        "The last lamp of the harbour went out on Sunday"
    )
    headline = "Storm tears forty metres off Thornsea pier"
    lines = read(f"{HEAD}\n{FERRY}\n\nRead more\n\n{headline}\n\n{verse}\n\n{FUEL}").lines
    assert [line.kind for line in lines if line.text in verse.split("\n")] == ["body"] * 4
    assert [line.text for line in lines if line.kind == "read_more"] == [headline]


@pytest.mark.parametrize(
    "box",
    [
        f"Read more\n\n{STORM}\n\n{LAMP}",
        f"Related reading\n\n{STORM}\n\n{LAMP}",
        f"Read more\n\n> {STORM}\n\n> {LAMP}",
        f"More must-read stories from the Courier:\n\n—{STORM}\n\n—{LAMP}",
        f"Read more\n\n{STORM}\nBy Tom Hale\n\n{LAMP}\nRuth Adair",
        f"Read more\n\n{STORM}\nMonday 8 May, 2023\n\n{LAMP}\n9 May 2023",
        f"Related articles\n\nMay 8, 2023\n\n{STORM}\n\nMay 9, 2023\n\n{LAMP}",
    ],
)
def test_each_headline_below_a_label_is_a_pointer(box: str) -> None:
    assert pointers(box) == [STORM, LAMP]


def test_a_short_line_below_a_pointer_stays_a_heading_unless_the_first_has_the_same_mark() -> None:
    assert kinds(f"Read more\n\n{STORM}\n\nWhat is to be done") == ["read_more_label", "read_more", "heading"]
    assert pointers(f"Read more\n\n» {STORM}\n\n» What is to be done") == [STORM, "What is to be done"]
    below_colon = "Harbour board meets on Monday 7"
    assert pointers(f"Read more:\n\n{STORM}\n\n{below_colon}") == [STORM, below_colon]
    assert pointers(f"Read more\n\n{STORM}\n\n{below_colon}") == [STORM]


@pytest.mark.parametrize("line", [f">> {STORM}", f"> VIDÉO. {STORM}", f"[{STORM}]", f"→ {STORM}"])
def test_a_headline_amid_the_text_behind_an_arrow_or_in_brackets_is_a_pointer(line: str) -> None:
    assert pointers(line) == [STORM]


def test_a_label_without_a_headline_of_its_own_is_set_aside() -> None:
    assert kinds(f"Read More\nRead more: {STORM}") == ["furniture", "read_more"]
    assert pointers(f"Read More\nRead more: {STORM}") == [STORM]


def test_a_brief_label_alone_announces_a_headline_between_paragraphs() -> None:
    long = FERRY.replace("Saturday", "Sunday") + " " + FUEL
    assert pointers(f"{long}\n\nADEMÁS\n\n{STORM}\n\n{long}") == [STORM]
    assert pointers(f"ADEMÁS\n\n{STORM}\n\n{LAMP}") == []


def test_a_sentence_behind_a_pointer_amid_the_text_is_text() -> None:
    menu = "\n\n".join(
        ("Home", "News", "Sport", "Weather", "Subscribe", "Log in", "Skarrow", "Thornsea", "Harwell")
    )
    behind = ("Share", "Facebook", "Comments", "Log in", "Most read", LAMP, "Tide tables", "Terms of use")
    last = "Nobody was hurt."
    text = "\n\n".join((HEAD, menu, FERRY, "See also", STORM, last, *behind, *behind))
    assert {line.text: line.kind for line in read(text).lines}[last] == "body"


def test_headlines_below_a_label_behind_the_text_are_the_page_s() -> None:
    others = ["Skarrow market opens its doors again", "What the tide tables tell of Thornsea"]
    far = "\n\n".join(["Ferries", "Share", "Print", "Advertisement", "Subscribe now", "Send"])
    below = "\n\n".join(["Most read", *others])
    reading = read(f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{FERRY}\n\n{far}\n\n{below}")
    kinds = {line.text: line.rule for line in reading.lines}
    assert {kinds[other] for other in others} == {"a headline below a label behind the text"}


def test_a_headline_with_a_button_right_below_it_is_of_another_article() -> None:
    reading = read(f"{HEAD}\n{FERRY}\n\nSkarrow market opens its doors again\nRead more\n\n{FUEL}")
    assert [line.kind for line in reading.lines] == ["header", "body", "furniture", "furniture", "body"]


def test_several_lines_with_two_arrows_are_pointers_and_with_one_a_list() -> None:
    first, second = "Skarrow market opens its doors again", "What the tide tables tell of Thornsea"
    text = "\n\n".join([FERRY, FUEL] * 2)
    for mark, kinds in ((">>> ", {"read_more"}), ("> ", {"body", "heading", "list_item"})):
        reading = read(f"{HEAD}\n{text}\n\n{mark}{first}\n\n{FUEL}\n\n{mark}{second}\n\n{text}")
        assert {line.kind for line in reading.lines if line.text.startswith(mark)} <= kinds


@pytest.mark.parametrize(
    "title",
    [
        "The harbour dues that came into effect on 1 July",
        "Ferries to run again on 3 May 2015",
        "Kelp House could open again for guests Feb. 1",
    ],
)
def test_a_headline_may_end_in_a_day(title: str) -> None:
    text = "\n\n".join([FERRY, FUEL] * 2)
    for pointer in (f"Read more: {title}", f"READ MORE\n\n{title}"):
        reading = read(f"{HEAD}\n{text}\n\n{pointer}\n\n{text}")
        assert [line.kind for line in reading.lines if title in line.text] == ["read_more"]


@pytest.mark.parametrize("label", ["Weiterlesen auf Hafenblatt.de:", "Lesen Sie auch bei Hafenblatt"])
def test_a_label_may_name_the_site(label: str) -> None:
    assert label_kind(fold(label)) in ("pointer", "list")
    assert label_kind(fold("Der Hafen auf Hafenblatt.de")) is None


def test_a_question_above_a_paragraph_is_a_heading_and_no_second_headline() -> None:
    text = "\n\n".join([FERRY, FUEL] * 2)
    first, heading = "Skarrow market opens its doors again", "What did the passengers see of it, really?"
    reading = read(f"{HEAD}\n{text}\n\nRead more\n\n{first}\n\n{heading}\n\n{text}")
    assert [line.kind for line in reading.lines if line.text == heading] == ["heading"]
