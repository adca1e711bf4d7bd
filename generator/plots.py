"""Plots as static SVG: bars in percent of the width, so that labels keep their size on every screen.

No colour and no style is written here: `theme/css/plot.css` gives them, in light, dark and print.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

HEIGHT = 120
"""Of the bars, in pixels."""
_LABELS = 6
"""At most so many labels stand below the bars."""
_WIDEST = 12.0
"""Of a bar, in percent of the plot."""
_MONTHS_AT_MOST = 36


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a month of a year, and how many articles it has."""

    year: int
    month: int | None
    count: int

    @property
    def url(self) -> str:
        """Of its page, relative to the site's root."""
        return (
            f"{self.year:04}/index.html"
            if self.month is None
            else f"{self.year:04}/{self.month:02}/index.html"
        )


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot."""

    label: str
    """Below the bar: `2023`; empty for none. Where there are many, only some are shown."""
    name: str
    """Read out and shown on hover, with the value: `December 2023: 14 articles`."""
    value: int
    href: str | None
    """Where the bar leads; None for no link."""


def course(days: Iterable[date]) -> tuple[Period, ...]:
    """Articles over time without gaps: by month where they span three years or less, else by year."""
    months = Counter((day.year, day.month) for day in days)
    if not months:
        return ()
    (first_year, first_month), (last_year, last_month) = min(months), max(months)
    numbers = range(first_year * 12 + first_month - 1, last_year * 12 + last_month)
    if len(numbers) <= _MONTHS_AT_MOST:
        return tuple(Period(n // 12, n % 12 + 1, months[(n // 12, n % 12 + 1)]) for n in numbers)
    years: Counter[int] = Counter()
    for (year, _), count in months.items():
        years[year] += count
    return without_gaps(years.items())


def without_gaps(years: Iterable[tuple[int, int]]) -> tuple[Period, ...]:
    """Years with their counts, those between the first and the last that have none among them."""
    counts = dict(years)
    return (
        tuple(Period(n, None, counts.get(n, 0)) for n in range(min(counts), max(counts) + 1))
        if counts
        else ()
    )


def bars(rows: Sequence[Bar], *, id: str, title: str, description: str) -> Markup:
    """An SVG element with a bar a row, in their order, the highest as high as the plot.

    `id` must be unique in the page; the title and the description are for those who do not see the plot.
    """
    if not rows:
        return Markup("")
    top = max(max(row.value for row in rows), 1)
    step = 100 / len(rows)
    labelled = [number for number, row in enumerate(rows) if row.label]
    shown = set(labelled[:: -(-len(labelled) // _LABELS) or 1])
    told = False
    parts = [
        f'<svg class="plot-bars" role="group" aria-labelledby="{id}-title {id}-desc"',
        f' width="100%" height="{HEIGHT + 40}">',
        f'<title id="{id}-title">{escape(title)}</title><desc id="{id}-desc">{escape(description)}</desc>',
    ]
    for number, row in enumerate(rows):
        parts.append(_bar(row, number * step, step, row.value / top))
        x = _number(number * step + step / 2)
        if row.value == top and not told:
            told = True
            parts.append(f'<text class="plot-label plot-value" x="{x}%" y="12">{row.value}</text>')
        if number in shown:
            parts.append(f'<text class="plot-label" x="{x}%" y="{HEIGHT + 34}">{escape(row.label)}</text>')
    parts.append(
        f'<line class="plot-axis" x1="0" x2="100%" y1="{HEIGHT + 16.5}" y2="{HEIGHT + 16.5}"/></svg>'
    )
    return Markup("".join(parts))


def _bar(row: Bar, left: float, step: float, share: float) -> str:
    if not row.value:
        return ""
    height = max(round(share * HEIGHT), 2)
    wide = min(step - min(step * 0.2, 1.0), _WIDEST)
    x, width = _number(left + (step - wide) / 2), _number(wide)
    shape = f'<rect class="plot-bar" x="{x}%" y="{HEIGHT + 16 - height}" width="{width}%" height="{height}"/>'
    if row.href is None:
        return f"<g><title>{escape(row.name)}</title>{shape}</g>"
    # The whole column is the target, so that a low bar is as easy to hit as a high one.
    target = (
        f'<rect class="plot-hit" x="{_number(left)}%" y="0" width="{_number(step)}%" height="{HEIGHT + 16}"/>'
    )
    return (
        f'<a href="{escape(row.href)}" aria-label="{escape(row.name)}">'
        f"<title>{escape(row.name)}</title>{target}{shape}</a>"
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
