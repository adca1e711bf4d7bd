"""Who points to whom in a story, as static SVG: articles in order of time on a line, an arc for each "Read more"."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_STEP = 44
"""From one article to the next, in the units of the drawing."""
_RADIUS = 9


@dataclass(frozen=True, slots=True)
class Node:
    """An article."""

    name: str
    """Read out and shown on hover: headline and date."""
    href: str


def graph(
    nodes: Sequence[Node], arcs: Sequence[tuple[int, int]], *, id: str, title: str, description: str
) -> Markup:
    """An SVG element: `nodes` from first to last, `arcs` from the pointing article to its target."""
    width = _STEP * len(nodes)
    far = max((abs(a - b) for a, b in arcs), default=0)
    line = 20 + _RADIUS + far * _STEP // 4
    places = [number * _STEP + _STEP // 2 for number in range(len(nodes))]
    parts = [
        f'<svg class="plot-graph" role="group" aria-labelledby="{id}-title {id}-desc" ',
        f'viewBox="0 0 {width} {line + _RADIUS + 4}" width="{width}" height="{line + _RADIUS + 4}">',
        f'<title id="{id}-title">{escape(title)}</title><desc id="{id}-desc">{escape(description)}</desc>',
        f'<defs><marker id="{id}-tip" markerWidth="7" markerHeight="7" refX="6" refY="3" orient="auto">',
        '<path class="plot-tip" d="M0 0L6 3L0 6z"/></marker></defs>',
        f'<line class="plot-axis" x1="0" x2="{width}" y1="{line}" y2="{line}"/>',
    ]
    for source, target in arcs:
        start, end = places[source], places[target]
        top = line - _RADIUS - 2
        peak = top - abs(start - end) // 2
        parts.append(
            f'<path class="plot-arc" d="M{start} {top}Q{(start + end) // 2} {peak} {end} {top}"'
            f' marker-end="url(#{id}-tip)"/>'
        )
    parts.extend(
        f'<a href="{escape(node.href)}" aria-label="{escape(node.name)}"><title>{escape(node.name)}</title>'
        f'<circle class="plot-node" cx="{place}" cy="{line}" r="{_RADIUS}"/></a>'
        for node, place in zip(nodes, places, strict=True)
    )
    parts.append("</svg>")
    return Markup("".join(parts))
