"""What an article is about: places, people, organisations and topics, inferred from its own words."""

from generator.model import Article, Heading, ListItem, Paragraph, Quote, Tag
from generator.places import gazetteer
from generator.words_in_text import words_of

MOST_TAGS = 10
"""No article gets more."""


def infer(article: Article) -> tuple[Tag, ...]:
    """The tags of one article, best first, from nothing but its own words; at most `MOST_TAGS`."""
    places = gazetteer(article.lang or "en")
    texts = [article.title]
    texts += [
        block.text for block in article.body if isinstance(block, Paragraph | Heading | ListItem | Quote)
    ]
    scores: dict[str, float] = {}
    names: dict[str, str] = {}
    for number, text in enumerate(texts):
        weight = 3.0 if number == 0 else 1.0 if number < 3 else 0.4
        for mention in places.mentions(words_of(text)):
            place = mention.place
            if place.tag:
                names[place.key] = place.name
                scores[place.key] = scores.get(place.key, 0.0) + weight
    kept = sorted((key for key in scores if scores[key] >= 1.0), key=lambda key: (-scores[key], key))
    return tuple(
        Tag(names[key], "place", round(scores[key] / (scores[key] + 1), 3)) for key in kept[:MOST_TAGS]
    )
