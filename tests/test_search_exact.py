"""The shards answer as the whole index of lunr.py does: same articles, order, scores. In node; in browser/ too."""

import json
from pathlib import Path

import pytest

from generator.model import SearchDoc
from tests.search_made import LUNR, documents, node, queries, write_index, write_whole


def _compare(docs: list[SearchDoc], asked: list[str], folder: Path) -> dict[str, object]:
    write_index(docs, folder / "search")
    write_whole(docs, folder / "whole.json")
    (folder / "queries.json").write_text(json.dumps(asked), "utf-8")
    answer: dict[str, object] = node(
        "compare.js", LUNR, folder / "search", folder / "whole.json", folder / "queries.json"
    )
    return answer


def test_shards_answer_every_kind_of_query_as_the_whole_index_does(tmp_path: Path) -> None:
    asked = queries()
    assert len(asked) >= 300
    answer = _compare(documents(2000), asked, tmp_path)
    assert answer["different"] == []
    assert int(str(answer["results"])) > 20_000
    assert int(str(answer["without"])) < 150
    assert int(str(answer["errors"])) < 60


def test_shards_of_an_archive_in_several_languages_answer_as_the_whole_index_does(tmp_path: Path) -> None:
    docs = documents(300, langs=("en", "de", "fr", "pl", "", "ja", "ru"))
    assert _compare(docs, queries(seed=8)[:250], tmp_path)["different"] == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_an_archive_of_a_few_articles_answers_exactly(count: int, tmp_path: Path) -> None:
    assert _compare(documents(count, seed=2), queries()[:150], tmp_path)["different"] == []
