"""Who wrote an article: the forms of bylines and signatures, and what only looks like one."""

import pytest

from generator.byline import read_byline
from tests.reading_made import FERRY, FUEL, HEAD, read


@pytest.mark.parametrize(
    ("line", "names", "roles", "agency"),
    [
        ("By Meg HarlanStaff Writer", ("Meg Harlan",), (("Meg Harlan", "Staff Writer"),), ""),
        ("ByMeg Harlan", ("Meg Harlan",), (), ""),
        ("By Dan GarberTIDEBusiness", ("Dan Garber",), (("Dan Garber", "TIDEBusiness"),), ""),
        ("BY SARAH BIRCH / STAFF WRITER", ("Sarah Birch",), (("Sarah Birch", "STAFF WRITER"),), ""),
        ("By Emma Aldous, Tom Birk and Ines Falk", ("Emma Aldous", "Tom Birk", "Ines Falk"), (), ""),
        ("Von Jana Möller und Udo Falk", ("Jana Möller", "Udo Falk"), (), ""),
        ("Le Courrier | Par Lucie Ferrand", ("Lucie Ferrand",), (), ""),
        ("Emma Aldous @emmaldous", ("Emma Aldous",), (), ""),
        ("Emma Aldous emma.aldous@courier.example", ("Emma Aldous",), (), ""),
        ("By Neil MacTavish", ("Neil MacTavish",), (), ""),
        ("By Emma Aldous, Reuters", ("Emma Aldous",), (), "Reuters"),
        ("dpa", (), (), "dpa"),
        ("By EVE YOUNG, REUTERS", ("Eve Young",), (), "Reuters"),
        ("TOM BIRK State columnist", ("Tom Birk",), (("Tom Birk", "State columnist"),), ""),
        (
            "BY UVEDA BIRK-REED Observer staff reporter",
            ("Uveda Birk-Reed",),
            (("Uveda Birk-Reed", "Observer staff reporter"),),
            "",
        ),
        ("By Emma Aldous Courier Writer", ("Emma Aldous",), (("Emma Aldous", "Courier Writer"),), ""),
        (
            "By Uveda Birk Skarrow Review-Journal",
            ("Uveda Birk",),
            (("Uveda Birk", "Skarrow Review-Journal"),),
            "",
        ),
        ("By Emma Aldousealdous@courier.example", ("Emma Aldous",), (), ""),
        (
            "By Emma Aldous and Tom Birkemma.aldous@courier.example, tom.birk@courier.example",
            ("Emma Aldous", "Tom Birk"),
            (),
            "",
        ),
        ("Jana Möller Pressestelle", ("Jana Möller",), (("Jana Möller", "Pressestelle"),), ""),
        ("12 ‧ Jana Möller", ("Jana Möller",), (), ""),
        ("von Nicolas", ("Nicolas",), (), ""),
        ("by HarwellReporters, New Skarrow", ("HarwellReporters",), (), ""),
        ("von Jana Möller Kategorien: Häfen & Fähren", ("Jana Möller",), (), ""),
        ("Marta Olmedo (texto) y Iago Otero (fotos)", ("Marta Olmedo",), (("Marta Olmedo", "texto"),), ""),
        ("The quay was closed.", (), (), ""),
        ("dpa/lno", (), (), "dpa"),
        ("FR mit dpa", (), (), "dpa"),
        (
            "By Emma Aldous, A.A. Lind, Ines Falk, and Tom Birk",
            ("Emma Aldous", "A.A. Lind", "Ines Falk", "Tom Birk"),
            (),
            "",
        ),
        (
            "Emma Aldous, Courier National Political Writer",
            ("Emma Aldous",),
            (("Emma Aldous", "Courier National Political Writer"),),
            "",
        ),
        (
            "Par Lucie Ferrand (avec Luc Brun et Ana Roche)",
            ("Lucie Ferrand", "Luc Brun", "Ana Roche"),
            (),
            "",
        ),
        ("By Emma Aldous | Topic: Harbours", ("Emma Aldous",), (), ""),
        ("Lucie FERRAND", ("Lucie Ferrand",), (), ""),
        ("By Piet De BoerView More Articles", ("Piet De Boer",), (), ""),
        ("Text size", (), (), ""),
        ("BY MEG HARLANStaff Reporter", ("Meg Harlan",), (("Meg Harlan", "Staff Reporter"),), ""),
        (
            "By Meg Harlan WriterHarbourPhotographer",
            ("Meg Harlan",),
            (("Meg Harlan", "WriterHarbourPhotographer"),),
            "",
        ),
        (
            "ByAshlynd HarlanBreaking News Reporter",
            ("Ashlynd Harlan",),
            (("Ashlynd Harlan", "Breaking News Reporter"),),
            "",
        ),
        ("By Tom Birk For Courieronline", ("Tom Birk",), (("Tom Birk", "For Courieronline"),), ""),
        (
            "By Tom Birk FOR THE SKARROW TELEGRAPH",
            ("Tom Birk",),
            (("Tom Birk", "FOR THE SKARROW TELEGRAPH"),),
            "",
        ),
        ("By Emma Aldous; and Tom Birk", ("Emma Aldous", "Tom Birk"), (), ""),
        (
            "Sorrel Aldous · Harbour News · Posted",
            ("Sorrel Aldous",),
            (("Sorrel Aldous", "Harbour News"),),
            "",
        ),
        ("By Emma Aldous Harbour Staff", ("Emma Aldous",), (("Emma Aldous", "Harbour Staff"),), ""),
        (
            "By Mary Beth Aldous Harbour Staff",
            ("Mary Beth Aldous",),
            (("Mary Beth Aldous", "Harbour Staff"),),
            "",
        ),
        ("By Tom Birk Skarrow Post-Dispatch", ("Tom Birk",), (("Tom Birk", "Skarrow Post-Dispatch"),), ""),
        (
            "By North Sea correspondent Emma Aldous",
            ("Emma Aldous",),
            (("Emma Aldous", "North Sea correspondent"),),
            "",
        ),
        ("By Courier Reporter", ("Courier Reporter",), (), ""),
        ("Courier Reporter", (), (), ""),
        ("Harbour News Reporter", (), (), ""),
        ("Senior reporter, Harbour News", (), (), ""),
        (
            "Lucie Ferrand (à Plouharnel, Morbihan),",
            ("Lucie Ferrand",),
            (("Lucie Ferrand", "à Plouharnel Morbihan"),),
            "",
        ),
        ("Autorka/Autor:ak/tam", ("ak", "tam"), (), ""),
        ("Text: kg / dpa", (), (), "dpa"),
        ("By Harbour 11 Staff", ("Harbour 11 Staff",), (), ""),
        ("By Adele Harlan1 minute Read", ("Adele Harlan",), (), ""),
    ],
)
def test_bylines_give_names_roles_and_agency(
    line: str, names: tuple[str, ...], roles: tuple[tuple[str, str], ...], agency: str
) -> None:
    found = read_byline(line)
    assert (found.names, found.roles, found.agency) == (names, roles, agency)


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ("Emma Aldous\n\n30 December 2023, 15:48", ("Emma Aldous",)),
        ("Pennavar, Courier News Bureau | Updated: 30 December 2023, 09:01 AM", ("Courier News Bureau",)),
        ("Emma Aldous @emmaaldous", ("Emma Aldous",)),
        ("By\n\nEmma Aldous\n\nPort Ellory 1 Saltrey Town 1 (Saltrey win on penalties)", ("Emma Aldous",)),
        ("By Emma Aldous in Port Ellory", ("Emma Aldous",)),
        ("Von Jana Möller aus Kiel", ("Jana Möller",)),
        ("Par Lucie Ferrand, à Nantes", ("Lucie Ferrand",)),
        ("By Emma Aldous\n\nRelated reports\n\nA harbour under stones\n\nBy Tom Birk", ("Emma Aldous",)),
        ("Skarrow Ferry\n\n30 December 2023", ()),
        ("By\n\nEmma Aldous\n\nand\n\nTom Birk", ("Emma Aldous", "Tom Birk")),
        ("30. Dezember 202330. Dezember 2023 Udo Falk 1 Kommentar Hafen, Brücke", ("Udo Falk",)),
        ("Marta Olmedo | Publicado hace 3 horas", ("Marta Olmedo",)),
        ("von Jana Möller Twitter Account von Jana Möller", ("Jana Möller",)),
        ("Emma Aldous\n\nTom Birk\n\n30 December 2023", ("Emma Aldous", "Tom Birk")),
        ("Hafenticker Skarrow\n\n30.12.2023\n\nRedaktion Hafenblatt Nord", ("Redaktion Hafenblatt Nord",)),
        ("vor 3 Stunden\n\nUdo Falk\n\nHafen\n\nBrücke\n\nJana Möller\n\n30.12.2023", ("Jana Möller",)),
        ("Für Arbeitgeber\n\nSaturday, 30.12.2023", ()),
        ("Associated Press\n\nUpdated 30 December 2023", ("Associated Press",)),
        (
            "By Emma Aldous\nemma@courier.example\n\nand Tom Birk\n\n30 December 2023",
            ("Emma Aldous", "Tom Birk"),
        ),
        ("By Emma Aldous,\nTom Birk\n\n30 December 2023", ("Emma Aldous", "Tom Birk")),
        ("Emma Aldous\nemma.aldous@courier.example\n@emmaaldous\n\n30 December 2023", ("Emma Aldous",)),
        ("Xqola Vrandt\nHarbour correspondent\n\n30 December 2023", ("Xqola Vrandt",)),
        ("Redazione\n30 dicembre 2023 15:48", ("Redazione",)),
        ("Autor:\n\nJana Möller\n\nJetzt auf Facebook folgen", ("Jana Möller",)),
        ("30 December 2023, 3:48 PM ESTEmma Aldous", ("Emma Aldous",)),
        ("Related links\n\nEmma Aldous", ()),
        ("By Emma Aldous\n\nThe quay is shut since Friday.\n\nBy Lew Sandys/The Courier", ("Emma Aldous",)),
        ("By The Associated Press", ("The Associated Press",)),
        ("By Emma Aldous and The Associated Press", ("Emma Aldous",)),
        ("Agencia EFE\n30.12.2023", ("Agencia EFE",)),
        ("Emma Aldous | Community 1\n\nShare", ("Emma Aldous",)),
        ("Emma Aldous (MEP): The harbour must stay\n\nShare", ()),
        ("About the author\n\nEmma Aldous\n\nShare", ("Emma Aldous",)),
        ("Autor/in: Jana Möller", ("Jana Möller",)),
        ("Emma Aldous in Port Ellory\n\n30 December 2023", ("Emma Aldous",)),
        ("Political correspondent Emma Aldous\n\n30 December 2023", ("Emma Aldous",)),
        ("De notre correspondante à Londres Lucie Ferrand", ("Lucie Ferrand",)),
        ("Von unserem Redaktionsmitglied Jana Möller", ("Jana Möller",)),
        ("By Our Correspondent", ("Our Correspondent",)),
        ("By Emma Aldous for Courier Online", ("Emma Aldous",)),
        ("By Emma Aldous BBC News", ("Emma Aldous",)),
        ("Text: Jana Möller Fotos: Udo Falk", ("Jana Möller",)),
        ("EFE / Skarrow\n\n30 December 2023", ("EFE",)),
        ("Ewa Zaremba, PAP\n\n30 December 2023", ("Ewa Zaremba",)),
        ("December 30, 2023Emma Aldous", ("Emma Aldous",)),
        ("Edited by Emma Aldous", ()),
        ("Tom Birk, 43, a stoker", ()),
        ("Par ailleurs, la taxe augmente", ()),
        ("By Monday the quay was open again", ()),
        ("World Cup\n\n30 December 2023", ()),
        ("30 December 2023\nEmma Aldous", ("Emma Aldous",)),
        ("Emma Aldous\nTom Birk\n\n30 December 2023", ("Emma Aldous", "Tom Birk")),
        ("Emma Aldous\nand\nTom Birk\n\nSkarrow\n\n30 December 2023", ("Emma Aldous", "Tom Birk")),
        ("Emma Aldous\n\n|\n\nTom Birk\n\n30 December 2023", ("Emma Aldous", "Tom Birk")),
        (
            "Emma Aldous\n\nemma@courier.example\n\n@emmaaldous\n\nTom Birk\n\n30 December 2023",
            ("Emma Aldous", "Tom Birk"),
        ),
        ("Orsolo Peral y Marta Olmedo\n\n30 December 2023", ("Orsolo Peral", "Marta Olmedo")),
        ("Skarrow\n\nOrsolo Peral\n\nShare\n\n30 December 2023", ("Orsolo Peral",)),
        ("Skarrow\n\nM. Olmedo\n\nShare\n\n30 December 2023", ("M. Olmedo",)),
        ("Orsolo Peral\nStaff Writer\n\n30 December 2023", ("Orsolo Peral",)),
        (
            "Skarrow\n\nEmma Aldous and Tom Birk, News Editor and Staff Writer\n\n30 December 2023",
            ("Emma Aldous", "Tom Birk"),
        ),
        ("EMMA ALDOUS, HOST:", ()),
        ("سامر الهاشمي\n\n30 December 2023", ("سامر الهاشمي",)),
        ("حريق في عبارة\n\n30 December 2023", ()),
        ("30 December 2023\n\nOrsolo PERAL / PORT ELLORY, (DHA)", ("Orsolo Peral",)),
        ("Par\n\nCourrier avec AFP\nPublications du Port\n\n30 December 2023", ("Courrier",)),
        ("Par\n\nSkarrowMer Suivre\n\n30 December 2023", ("SkarrowMer",)),
        ("Skarrow\n\nOrsolo Peral\n@orsoloperal\n\nPort Ellory", ("Orsolo Peral",)),
        ("Skarrow\n\nOrsolo Peral\n\n(OPeral)\n\nPort Ellory", ("Orsolo Peral",)),
        ("Emma Aldous@@emmaaldousTwitter Logo\nFeatured Columnist", ("Emma Aldous",)),
        ("Marta Olmedo\n\nTexto\n\nJosé Peral\n\nFotos\n\n30 December 2023", ("Marta Olmedo",)),
    ],
)
def test_only_who_wrote_is_an_author(above: str, authors: tuple[str, ...]) -> None:
    assert read(f"{HEAD}\n{above}\n\n{FERRY}\n\n{FUEL}").article.authors == authors


def test_who_signs_a_message_in_the_text_is_no_author() -> None:
    message = "Glad to hear that all are safe on land!\n\n— Emma Aldous (@emmaaldous) December 30, 2023"
    assert read(f"{HEAD}\n{FERRY}\n\n{message}\n\n{FUEL}\n\n{FERRY}").article.authors == ()


def test_who_heads_a_message_in_the_text_is_no_author() -> None:
    text = (
        f"{FERRY}\n\n{FUEL}\n\n{FERRY}\n\nEmma Aldous @emmaaldous\n\nAll safe on land.\n\n{FUEL}\n\n{FERRY}"
    )
    assert read(f"{HEAD}\n{text}").article.authors == ()


def test_post_and_handle_below_a_name_are_no_text() -> None:
    lines = read(f"{HEAD}\nBy Emma Aldous\nHarbour correspondent\n@emmaaldous\n\n{FERRY}\n\n{FUEL}").lines
    assert [line.kind for line in lines[1:4]] == ["byline"] * 3


@pytest.mark.parametrize(
    ("below", "authors", "agency"),
    [
        ("The fire was out by noon. (Jana Möller) +++", ("Jana Möller",), None),
        (
            "The fire was out by noon on Saturday, said the owner of the ferry on the quay. (dpa/lno)",
            ("dpa/lno",),
            "dpa",
        ),
        ("The fire was out by noon on Saturday, said the owner of the ferry at last. - AFP", ("AFP",), "AFP"),
        (
            "Reporting by Emma Aldous in Skarrow and Tom Birk; Editing by Ines Falk",
            ("Emma Aldous", "Tom Birk"),
            None,
        ),
        ("Quelle: hafenblatt.de/bb", ("hafenblatt.de/bb",), None),
        (
            "The fire was out by noon on Saturday, said the owner of the ferry at last. (APA, 30.12.2023)",
            ("APA",),
            "APA",
        ),
        ("Source: AFP", ("AFP",), "AFP"),
        ("(Con información de AFP, EFE y Reuters)", (), "AFP"),
        ("Fuente: AFP, EFE y Reuters", ("AFP", "EFE", "Reuters"), "AFP"),
        ("Lucie FERRAND", ("Lucie Ferrand",), None),
        ("30 December 2023 at 08:01PM by Emma Aldous", ("Emma Aldous",), None),
        ("Emma Aldous\n\nTom Birk", ("Emma Aldous", "Tom Birk"), None),
        ("hb/lno/dpa\n\nShare", ("hb/lno/dpa",), "dpa"),
        ("zdr/sgo/hafenblatt.de", ("zdr", "sgo"), None),
        ("and/or/else", (), None),
        ("Oprac. Ewa Zaremba\n\nWrite to the Courier.\n\nHave you been there too?", ("Ewa Zaremba",), None),
        ("Published\n\n30.12.2023\n\nEmma Aldous", ("Emma Aldous",), None),
        ("The fire was out by noon on Saturday, said the owner of the ferry (the Maid).", (), None),
    ],
)
def test_who_signs_below_the_text_is_the_author(
    below: str, authors: tuple[str, ...], agency: str | None
) -> None:
    article = read(f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{FERRY}\n\n{below}").article
    assert (article.authors, article.agency) == (authors, agency)


def test_the_line_that_a_signature_stands_in_stays_text() -> None:
    line = "The fire was out by noon. (dpa/gem)"
    body = read(f"{HEAD}\n{FERRY}\n\n{FUEL}\n\n{FERRY}\n\n{line}").article.body
    assert line in [getattr(block, "text", "") for block in body]


def test_a_person_of_whom_the_text_speaks_is_no_author() -> None:
    text = f"{FERRY} Her master, Tom Birk, was the last to leave the engine room with the two stokers."
    assert read(f"{HEAD}\nTom Birk\n\nShare\n\n{text}\n\n{FUEL}").article.authors == ()


def test_several_roles_of_one_author_are_kept_together() -> None:
    line = "By Emma Aldous, Senior Staff Writer, Harbour Project"
    article = read(f"{HEAD}\n{line}\n\n{FERRY}\n\n{FUEL}").article
    assert article.author_roles == (("Emma Aldous", "Senior Staff Writer, Harbour Project"),)


def test_the_authors_name_below_the_text_is_no_text() -> None:
    lines = read("\n\n".join([HEAD, "By Emma Aldous", *[FERRY, FUEL] * 3, "Emma Aldous"])).lines
    assert [line.kind for line in lines if "Emma" in line.text] == ["byline", "byline"]
