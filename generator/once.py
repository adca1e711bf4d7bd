"""The filter `once`: a part of the page that is the same on many pages is rendered once for all of them."""

from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

_RENDERED: WeakKeyDictionary[Environment, dict[tuple[Any, ...], Markup]] = WeakKeyDictionary()
"""For each environment, which lives as long as one build: Pelican makes new ones for the next."""


@pass_context
def once(context: Context, template: str, *differs: Any) -> Markup:
    """`"partials/footer.html"|once(SITEURL)`: the template with the page's variables, rendered anew only where one
    of `differs` has a value it has not had before. They must name all that the part takes from the page."""
    rendered = _RENDERED.setdefault(context.environment, {})
    key = (template, *differs)
    if key not in rendered:
        part = context.environment.get_template(template)
        rendered[key] = Markup(part.render(context.get_all()))
    return rendered[key]
