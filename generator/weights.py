"""How much each feature of a line counts for or against its being text, and how that is said to a person.

The weights are the coefficients of a logistic regression fitted by `benchmarks/fit_lines.py` to captures whose
lines were labelled; `docs/reading.md` says how. They are data: `rules/line_weights.yaml`.
"""

from collections import defaultdict
from functools import cache

from generator.rulebook import table

_REASONS = (
    ("under comments", "it stands below a line that begins comments"),
    ("under popular", "it stands below a line that begins a list of other articles"),
    ("under label", "it stands below a line that announces other articles"),
    ("under", "it stands below other furniture"),
    ("behind", "it stands behind the end of the text"),
    ("after", "it stands behind the end of the text"),
    ("before", "it stands before the text begins"),
    ("promotion", "the page speaks of itself"),
    ("group", "it is a known line of the page around the text"),
    ("copyright", "it names the owner of rights"),
    ("repeated", "the page has it more than once"),
    ("of the headline", "it is part of the headline"),
    ("address", "it holds an address or handle"),
    ("marks", "it holds arrows, bars or dots"),
    ("time", "it holds a date or time and little else"),
    ("known around", "there is furniture around it"),
    ("prose around", "there is little text around it"),
    ("prose", "there is little text before or behind it"),
    ("length", "it is short"),
    ("in", "it is short"),
    ("cut", "it breaks off"),
    ("mostly capitals", "most of its words begin with capitals"),
)


@cache
def _weights() -> tuple[float, dict[str, float]]:
    data = table("line_weights")
    return float(data["base"]), defaultdict(float, data["weights"])


def score_of(features: list[str]) -> float:
    """The log odds that a line with these features is text."""
    base, weights = _weights()
    return base + sum(map(weights.__getitem__, features))


def threshold() -> float:
    """Lines below are furniture. Far below zero: where it is uncertain, a line is text."""
    return float(table("line_weights")["threshold"])


def reason_for(features: list[str]) -> str:
    """The strongest ground against a line's being text, in words."""
    _, weights = _weights()
    for name in sorted(features, key=lambda name: (weights.get(name, 0.0), name)):
        for begins, words in _REASONS:
            if name.startswith(begins):
                return words
    return "it looks like the page around the text"
