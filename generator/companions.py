"""Which tags go together: those an article's tag keeps company with more than chance would have it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")


def companions(
    articles: Iterable[Iterable[T]], own: T, totals: Mapping[T, int], limit: int = 12
) -> list[tuple[T, int]]:
    """The tags that stand most often beside `own`, each with the number of articles that have both.

    `articles` are the tags of each article that has `own`, `totals` the number of articles of each tag in the
    archive. In order of the cosine of the two tags' articles without its constant part, n / sqrt(total), so that a
    tag all articles have does not lead everywhere; of equals the more frequent, then the earlier met. Tags met
    once only count where nothing else does.
    """
    together = Counter(tag for tags in articles for tag in tags if tag != own)
    often = {tag: n for tag, n in together.items() if n > 1} or together
    ranked = sorted(often.items(), key=lambda row: (-row[1] / totals.get(row[0], row[1]) ** 0.5, -row[1]))
    return ranked[:limit]
