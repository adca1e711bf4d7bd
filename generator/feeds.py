"""Pelican's writer, with feeds in which archived text stays text and addresses work without a site address."""

import datetime
import posixpath
from typing import Any

from feedgenerator import get_tag_uri
from markupsafe import escape
from pelican.utils import set_date_tzinfo
from pelican.writers import Writer

_NO_SITE = "https://archive.invalid/"
"""Stands in the ids of entries where the site has no address; RFC 2606 keeps the name from being anyone's."""
_NOTHING_YET = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class ArchiveWriter(Writer):
    """Differs from Pelican's in feeds alone.

    Pelican strips whatever looks like a tag from headlines, and hands summaries on as HTML; here both are text.
    Without `SITEURL` addresses are relative to the feed, so that a folder on disk has working feeds.
    """

    def write_feed(
        self,
        elements: list[Any],
        context: Any,
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """As Pelican's."""
        if not context.get("SITEURL") and path:
            context = context.copy()
            context["SITEURL"] = posixpath.relpath(".", posixpath.dirname(path) or ".")
        return super().write_feed(elements, context, path, url, feed_type, override_output, feed_title)  # type: ignore[no-untyped-call]

    def _create_new_feed(self, feed_type: str, feed_title: str, context: Any) -> Any:
        feed = super()._create_new_feed(feed_type, feed_title, context)  # type: ignore[no-untyped-call]
        latest = feed.latest_post_date
        # An empty feed would else carry the time of the build.
        feed.latest_post_date = lambda: latest() if feed.items else _NOTHING_YET
        return feed

    def _add_item_to_the_feed(self, feed: Any, item: Any) -> None:
        base = self.site_url + "/"
        link = base + item.url
        zone = self.settings["TIMEZONE"]
        feed.add_item(
            title=item.title,
            link=link,
            unique_id=get_tag_uri(link if "://" in link else _NO_SITE + item.url, item.date),
            description=str(escape(item.summary)) or None,
            content=item.get_content(self.site_url),
            categories=[tag.name for tag in item.tags] or None,
            author_name=", ".join(author.name for author in item.authors) or None,
            pubdate=set_date_tzinfo(item.date, zone),
            updateddate=set_date_tzinfo(item.modified, zone) if hasattr(item, "modified") else None,
        )
