"""What an article is about, from its own words."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Article, Heading, Paragraph, Picture, ReadMore, Tag
from generator.tags import MOST_TAGS, explain, infer


def article(title: str, *paragraphs: str, lang: str = "en", authors: tuple[str, ...] = ()) -> Article:
    return Article(
        title, "2024-03-02", tuple(Paragraph(text) for text in paragraphs), lang=lang, authors=authors
    )


def kinds(tags: tuple[Tag, ...]) -> dict[str, str]:
    return {tag.name: tag.kind for tag in tags}


RAID = article(
    "Norway accuses Denmark of launching drone attacks on Bergen",
    "Norway has vowed to answer after accusing Denmark of launching drones and missile attacks on Bergen.",
    "Two people were hurt in Bergen on Saturday, regional governor Halvard Ekeland said in a statement.",
    "Danish officials denied it. Danish drones had not been in the air, diplomat Astrid Lundgaard said.",
    authors=("Martin Brill",),
)


def test_an_article_gets_its_places_people_and_topics() -> None:
    assert kinds(infer(RAID)) == {
        "Norway": "place",
        "Denmark": "place",
        "Bergen": "place",
        "drones": "topic",
        "missile attacks": "topic",
        "Halvard Ekeland": "person",
        "Astrid Lundgaard": "person",
    }


def test_the_author_the_picture_agency_and_weekdays_are_no_tags() -> None:
    body = (
        *RAID.body,
        Picture("", "A burnt-out car in Bergen. Picture: Alamy", "Alamy"),
        Paragraph("Martin Brill reported from Bergen on Saturday. Martin Brill returns on Sunday."),
    )
    names = {tag.name for tag in infer(replace(RAID, body=body))}
    assert not names & {"Martin Brill", "Brill", "Alamy", "Saturday", "Sunday", "Picture"}


def test_adjectives_and_inhabitants_lead_to_their_country() -> None:
    assert "Portugal" in kinds(infer(article("Trawler lost", "The Portuguese crew was saved.")))
    assert "Iceland" in kinds(infer(article("Trawler lost", "The crew was saved by Icelanders.")))


def test_changed_names_lead_to_the_name_of_today() -> None:
    assert "Myanmar" in kinds(infer(article("Burma floats its currency", "Burma said so.")))
    assert "Germany" in kinds(infer(article("West German steel", "The West German mills closed.")))
    assert "Democratic Republic of Congo" in kinds(infer(article("Zaire cuts rates", "Zaire did.")))


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    found = infer(
        article(
            "Quarrymaster Ashgrove resigns",
            "Finance minister Peter Ashgrove resigned on Monday.",
            "Ashgrove said he was tired. Mr Ashgrove was 61.",
        )
    )
    assert [tag.name for tag in found if tag.kind == "person"] == ["Peter Ashgrove"]


def test_two_people_of_one_surname_stay_two() -> None:
    found = infer(
        article(
            "Hill and Hill differ",
            "Treasury secretary James Hillam met chief of staff Howard Hillam.",
            "James Hillam said yes. Howard Hillam said no.",
        )
    )
    assert {"James Hillam", "Howard Hillam"} <= set(kinds(found))


def test_a_word_that_begins_a_sentence_is_no_name() -> None:
    found = infer(
        article("Rain expected", "Showers fell. Showers returned. Showers will go.", "Puddles said nothing.")
    )
    assert [tag for tag in found if tag.kind in ("person", "organisation")] == []


def test_a_person_who_bears_a_countrys_name_is_no_country() -> None:
    found = infer(article("Striker signs", "Michael Jordan scored twice.", "Jordan said he was glad."))
    assert "Jordan" not in kinds(found)
    assert kinds(found)["Michael Jordan"] == "person"


def test_an_initialism_is_the_organisation_it_abbreviates() -> None:
    found = infer(
        article(
            "Peat talks fail",
            "The International Kelp Organization (IKO) met in Vienna.",
            "The IKO will meet again, the IKO said.",
        )
    )
    assert "International Kelp Organization" in kinds(found)
    assert "IKO" not in kinds(found)


def test_a_company_loses_its_legal_form() -> None:
    found = infer(
        article("Harwell Quarries net rises", "Harwell Quarries Inc said its profit rose in the quarter.")
    )
    assert kinds(found)["Harwell Quarries"] == "organisation"


def test_a_department_is_named_to_its_end() -> None:
    found = infer(
        article("Mosquitoes return", "The Kerrow Department of Health and Human Services said so. It is wet.")
    )
    assert "Kerrow Department of Health and Human Services" in kinds(found)


def test_a_german_noun_after_an_office_is_no_surname() -> None:
    text = "Als Bürgermeister Großgemeinde und Verein vertritt, hat Frau Aldinger wenig Zeit."
    assert [tag.name for tag in infer(article("Wenig Zeit", text, lang="de")) if tag.kind == "person"] == [
        "Aldinger"
    ]


def test_capitals_of_german_nouns_make_no_names() -> None:
    found = infer(
        article(
            "Gemeinderat streitet über den Deich",
            "Der Gemeinderat hat am Montag über den Deich gestritten, weil der Deich im Winter gebrochen war.",
            "Bürgermeisterin Sabine Kröger sagte, der Deich müsse erneuert werden. Das Wasser kam bis an die Kirche.",
            lang="de",
        )
    )
    assert {tag.name for tag in found if tag.kind in ("person", "organisation")} == {"Sabine Kröger"}
    assert "local government" in kinds(found)


def test_a_text_in_another_language_gets_the_names_a_reader_of_english_expects() -> None:
    assert "Munich" in kinds(
        infer(article("Streik in München", "In München stehen die Bahnen still.", lang="de"))
    )
    assert "Warsaw" in kinds(infer(article("Strajk w Warszawie", "W Warszawie stoją tramwaje.", lang="pl")))
    french = infer(article("L’armée allemande en manœuvre", "Le gouvernement allemand a parlé.", lang="fr"))
    assert "Germany" in kinds(french)


def test_a_city_that_is_also_a_word_needs_words_beside_it() -> None:
    assert "Nice" not in kinds(infer(article("Nice day out", "Nice weather is expected. Nice it was.")))
    assert "Nice" in kinds(
        infer(article("Fire in Nice", "The fire in Nice, France, is out. French crews left Nice."))
    )


def test_a_city_that_is_someones_given_name_is_no_place() -> None:
    assert "Kobe" not in kinds(
        infer(article("Kobe Ashdown Trial Opens", "The trial of Kobe Ashdown opens today."))
    )


def test_a_company_called_by_a_regions_name_is_no_region() -> None:
    found = infer(
        article(
            "Piedmont cuts flights",
            "Piedmont Aviation Inc said it would cut flights. Piedmont said it was sorry.",
            "In a letter Piedmont gave no reason.",
        )
    )
    assert kinds(found) == {"Piedmont Aviation": "organisation", "aviation": "topic"}


def test_a_line_that_says_who_wrote_where_tells_nothing_of_the_subject() -> None:
    found = infer(
        article("Quarry floods", "By Jane Ashdown in Brussels", "The quarry flooded. Floods came at night.")
    )
    assert kinds(found) == {"floods": "topic"}


def test_a_country_named_in_passing_in_a_long_text_is_no_tag() -> None:
    filler = "The harbour board met again about the silt and the price of the dredging. " * 30
    found = infer(article("Harbour board meets", filler, filler, "One buyer came from Peru."))
    assert "Peru" not in kinds(found)


def test_captions_and_pointers_alone_make_no_tag() -> None:
    body = (
        Paragraph("The choir sang."),
        Picture("", "A view of Lima, Peru"),
        ReadMore("Brazil wins in Recife"),
    )
    assert infer(Article("Choir sings", "2024-03-02", body, lang="en")) == ()


def test_no_article_gets_more_than_ten_tags() -> None:
    names = "Peru, Chile, Brazil, Mexico, Cuba, Spain, France, Italy, Poland, Norway, Sweden, Finland, Japan, China"
    found = infer(article(f"Many countries sign: {names}", f"{names} signed."))
    assert len(found) == MOST_TAGS


def test_each_tag_is_explained_with_the_sentence_it_came_from() -> None:
    text = explain(RAID)
    assert "Halvard Ekeland (person" in text
    assert "after “governor”" in text
    assert (
        "Two people were hurt in Bergen on Saturday, regional governor Halvard Ekeland said in a statement."
        in text
    )
    assert {line.split(" (")[0] for line in text.splitlines() if not line.startswith(" ")} == set(
        kinds(infer(RAID))
    )


def test_an_empty_article_has_no_tags() -> None:
    assert infer(Article("", "2024-03-02")) == ()


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=60),
    st.lists(st.text(max_size=120), max_size=4),
    st.sampled_from(["en", "de", "fr", "", "zh"]),
)
def test_any_text_gets_at_most_ten_tags_without_two_of_one_name(
    title: str, texts: list[str], lang: str
) -> None:
    body = tuple(Heading(text) if at % 2 else Paragraph(text) for at, text in enumerate(texts))
    found = infer(Article(title, "2024-03-02", body, lang=lang))
    assert len(found) <= MOST_TAGS
    assert len({tag.name for tag in found}) == len(found)
    assert all(0 < tag.score <= 1 and tag.inferred for tag in found)
    assert infer(Article(title, "2024-03-02", body, lang=lang)) == found
