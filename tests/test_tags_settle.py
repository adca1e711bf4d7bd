"""The tags of a whole archive: the keeper's rules, one name each, the rare ones left out, the tree above them."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Article, Tag
from generator.settled_tags import LARGE
from generator.tag_names import key, person_key
from generator.tag_rules import parse
from generator.tag_tables import rows
from generator.tags import infer, settle


def with_tags(*tags: Tag, shown: tuple[str, ...] | None = None) -> Article:
    names = tuple(tag.name for tag in tags) if shown is None else shown
    return Article("A headline", "2024-03-02", tags=names, tags_inferred=tags)


def place(name: str, score: float = 0.9) -> Tag:
    return Tag(name, "place", score)


def person(name: str, score: float = 0.7) -> Tag:
    return Tag(name, "person", score)


def topic(name: str, score: float = 0.7) -> Tag:
    return Tag(name, "topic", score)


def shown(article: Article, rules: str = "") -> list[str]:
    return [tag.name for tag in settle({"a": article}, parse(rules)).tags["a"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("drone", "Drones"),
        ("U.N.", "UN"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Allied-Lyons", "Allied Lyons"),
        ("Łódź", "Lodz"),
        ("The Hague", "Hague"),
    ],
)
def test_names_that_differ_by_case_plural_accent_or_punctuation_are_one(one: str, other: str) -> None:
    assert key(one) == key(other)
    tags = settle({"a": with_tags(topic(one)), "b": with_tags(topic(other)), "c": with_tags(topic(one))}).tags
    assert {tag.name for found in tags.values() for tag in found} == {one}


@pytest.mark.parametrize(
    ("one", "other"), [("Paris", "Pari"), ("glass", "glas"), ("US", "U"), ("Niger", "Nigeria")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert {key(one), key(other)} == {key(one), key(other)}
    assert (key(one) == key(other)) is (one == "Paris")


def test_a_person_is_one_with_and_without_an_initial() -> None:
    assert person_key("James A. Baker") == person_key("James Baker")
    assert person_key("James Baker") != person_key("Howard Baker")


def test_what_a_keeper_removed_stays_removed_and_what_he_added_stays() -> None:
    article = with_tags(place("Peru"), topic("war"), shown=("Peru", "seals"))
    assert settle({"a": article}).tags["a"] == (
        Tag("seals", "topic", 1.0, inferred=False),
        Tag("Peru", "place", 0.9, inferred=True),
    )


def test_a_removed_tag_does_not_come_back_under_another_name() -> None:
    article = with_tags(place("Kyiv"), place("Kiev"), shown=("Kiev",))
    assert shown(article, "aliases:\n  Kyiv: [Kiev]\n") == []


def test_a_keepers_tag_is_kept_though_it_was_inferred_and_removed_under_another_name() -> None:
    article = with_tags(place("Kyiv"), shown=("Kiev",))
    assert shown(article, "aliases:\n  Kyiv: [Kiev]\n") == ["Kyiv"]


def test_the_keepers_rules_alias_merge_rename_and_forbid() -> None:
    article = with_tags(place("Kiew"), topic("global warming"), place("United States"), topic("news"))
    rules = "aliases: {Kyiv: [Kiev, Kiew]}\nmerge: {climate change: [global warming]}\n"
    rules += "rename: {united states: USA}\nnever: [News]\n"
    assert sorted(shown(article, rules)) == ["Kyiv", "USA", "climate change"]


def test_rules_that_follow_each_other_are_followed_to_the_end() -> None:
    assert shown(with_tags(place("Kiew")), "aliases:\n  Kiev: [Kiew]\nrename:\n  Kiev: Kyiv\n") == ["Kyiv"]


def test_the_report_says_what_each_rule_changed() -> None:
    rules = parse("rename:\n  UK: Britain\n  Narnia: Wonderland\n")
    settled = settle(
        {"a": with_tags(place("UK")), "b": with_tags(place("Peru")), "c": with_tags(place("UK"))}, rules
    )
    assert [(change.rule.name, change.articles) for change in settled.changes] == [
        ("UK", ("a", "c")),
        ("Narnia", ()),
    ]
    assert [str(problem) for problem in settled.problems] == [
        "tags.yaml:3: no article has the tag `Narnia`; see `pressmark tags` for the names in use"
    ]


def test_a_kind_the_keeper_gave_is_the_tags() -> None:
    article = with_tags(shown=("Harbour Trust",))
    settled = settle({"a": article}, parse("kinds:\n  harbour trust: organisation\n"))
    assert settled.tags["a"] == (Tag("Harbour Trust", "organisation", 1.0, inferred=False),)


def test_a_tag_set_by_hand_has_the_kind_it_has_elsewhere() -> None:
    settled = settle({"a": with_tags(place("Peru")), "b": with_tags(shown=("peru",))})
    assert settled.tags["b"] == (Tag("peru", "place", 1.0, inferred=False),)
    assert [tag.name for tag in settled.tags["a"]] == ["peru"]


def test_a_surname_joins_the_full_name_that_bears_it() -> None:
    settled = settle({"a": with_tags(person("Ana Robledo")), "b": with_tags(person("Robledo"))})
    assert [tag.name for tag in settled.tags["b"]] == ["Ana Robledo"]


def test_a_surname_of_two_people_alike_joins_neither() -> None:
    articles = {
        "a": with_tags(person("Ana Robledo")),
        "b": with_tags(person("Luis Robledo")),
        "c": with_tags(person("Robledo")),
    }
    assert [tag.name for tag in settle(articles).tags["c"]] == ["Robledo"]


def test_a_surname_with_a_particle_and_a_family_name_in_front_join_too() -> None:
    articles = {
        "a": with_tags(person("Willem de Groot")),
        "b": with_tags(person("De Groot")),
        "c": with_tags(person("Zhao Wenming")),
        "d": with_tags(person("Zhao")),
    }
    settled = settle(articles)
    assert [tag.name for tag in settled.tags["b"]] == ["Willem de Groot"]
    assert [tag.name for tag in settled.tags["d"]] == ["Zhao Wenming"]


def large(**extra: Article) -> dict[str, Article]:
    return {str(number): with_tags(place("Peru")) for number in range(LARGE)} | extra


def test_in_a_large_archive_a_tag_of_one_article_is_left_out_unless_it_is_its_subject() -> None:
    article = with_tags(place("Peru"), person("Ana Robledo", 0.4), topic("floods", 0.8))
    assert [tag.name for tag in settle(large(x=article)).tags["x"]] == ["Peru", "floods"]
    assert len(settle({"x": article}).tags["x"]) == 3


def test_a_key_word_is_a_topic_only_where_articles_share_it() -> None:
    alone = {"x": with_tags(place("Peru"), topic("turnstile", 0.5))}
    assert [tag.name for tag in settle(alone).tags["x"]] == ["Peru"]
    assert len(settle(alone | {"y": with_tags(topic("turnstiles", 0.5))}).tags["x"]) == 2
    two = large(x=alone["x"], y=alone["x"])
    assert len(settle(two).tags["x"]) == 1
    assert len(settle(two | {"z": alone["x"]}).tags["x"]) == 2


def test_a_key_word_that_every_tenth_article_has_is_no_topic() -> None:
    articles = {str(n): with_tags(place("Peru"), topic("turnstile", 0.5)) for n in range(LARGE)}
    assert {len(tags) for tags in settle(articles).tags.values()} == {1}


def test_a_keepers_tag_is_kept_however_rare() -> None:
    article = with_tags(place("Peru"), person("Ana Robledo", 0.4), shown=("Peru", "Ana Robledo", "otters"))
    assert {tag.name for tag in settle(large(x=article)).tags["x"]} == {"Peru", "otters"}
    kept = with_tags(place("Peru"), shown=("Peru", "Ana Robledo"))
    assert "Ana Robledo" in {tag.name for tag in settle(large(x=kept)).tags["x"]}


def test_an_article_keeps_its_best_tag_where_all_are_rare() -> None:
    article = with_tags(person("Ana Robledo", 0.4), topic("floods", 0.3))
    assert [tag.name for tag in settle(large(x=article)).tags["x"]] == ["Ana Robledo"]


def test_a_city_is_under_its_country_and_that_under_its_continent() -> None:
    nodes = settle({"a": with_tags(place("Kyiv")), "b": with_tags(place("Ukraine"))}).nodes
    assert [(nodes[name].parent, nodes[name].children) for name in ("Kyiv", "Ukraine", "Europe")] == [
        ("Ukraine", ()),
        ("Europe", ("Kyiv",)),
        (None, ("Ukraine",)),
    ]
    assert nodes["Europe"].articles == ()
    assert nodes["Europe"].gathered == ("a", "b")


def test_a_parent_gathers_an_article_once() -> None:
    nodes = settle({"a": with_tags(place("Kyiv"), place("Odesa"), place("Ukraine"))}).nodes
    assert nodes["Ukraine"].gathered == ("a",)


def test_the_keepers_parents_go_before_the_gazetteers() -> None:
    rules = parse("parents:\n  Crimea: Black Sea coast\n  drones: weapons\n")
    nodes = settle({"a": with_tags(place("Crimea"), topic("Drones"))}, rules).nodes
    assert nodes["Crimea"].parent == "Black Sea coast"
    assert nodes["Drones"].parent == "weapons"
    assert nodes["weapons"].gathered == ("a",)


def test_former_names_and_aliases_are_shown_beside_the_name() -> None:
    rules = parse("aliases:\n  Kyiv: [Kiev]\n")
    nodes = settle({"a": with_tags(place("Myanmar"), place("Kiev"))}, rules).nodes
    assert nodes["Myanmar"].also == ("Burma",)
    assert nodes["Kyiv"].also == ("Kiev",)


def test_a_citys_former_name_leads_to_it_and_is_shown_beside_it() -> None:
    for name, former in rows("cities")["formerly"].items():
        article = Article(f"Fire in {former[0]}", "2024-03-02", lang="en")
        assert name in [tag.name for tag in infer(article)], former
        assert settle({"a": with_tags(place(name))}).nodes[name].also == tuple(former)


def test_tags_that_go_together_are_named_closest_first() -> None:
    articles = {
        str(n): with_tags(place("Peru"), topic("seals"), *([topic("fog")] if n < 2 else [])) for n in range(4)
    }
    nodes = settle(articles).nodes
    assert nodes["seals"].together == ("Peru", "fog")
    assert nodes["fog"].together == ("Peru", "seals")


NAMES = st.sampled_from(
    ["Peru", "peru", "Kyiv", "Kiev", "Ana Robledo", "Robledo", "drones", "drone", "U.N.", "UN", "fog"]
)
KINDS = st.sampled_from(["place", "person", "organisation", "topic"])


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.lists(st.tuples(NAMES, KINDS, st.booleans(), st.booleans()), max_size=5), max_size=8),
    st.randoms(),
)
def test_settled_names_are_one_each_and_do_not_depend_on_the_order_of_articles(
    rows: list[list[tuple[str, str, bool, bool]]], shuffle: random.Random
) -> None:
    articles = {}
    for number, row in enumerate(rows):
        inferred = tuple(Tag(name, kind, 0.5) for name, kind, keep, own in row if not own)  # type: ignore[arg-type]
        names = tuple(dict.fromkeys(name for name, _, keep, own in row if keep or own))
        articles[str(number)] = Article("A", "2024-03-02", tags=names, tags_inferred=inferred)
    settled = settle(articles)
    used = {tag.name for tags in settled.tags.values() for tag in tags}
    assert len({key(name) for name in used}) == len(used)
    assert used <= set(settled.nodes)
    order = list(articles)
    shuffle.shuffle(order)
    again = settle({id: articles[id] for id in order})
    assert dict(again.tags) == dict(settled.tags)
    for article in articles.values():
        own = {key(name) for name in article.tags} - {key(tag.name) for tag in article.tags_inferred}
        id = next(id for id, other in articles.items() if other is article)
        have = {key(tag.name) for tag in settled.tags[id]}
        assert {name for name in own if name not in have} <= {key("Robledo"), key("Ana Robledo")}
