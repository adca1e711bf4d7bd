"""The settings of the site: the one page a keeper edits. Every setting of Pelican's may stand here too.

https://docs.getpelican.com/en/latest/settings.html; those of Pressmark's own are described in docs/settings.md.
"""

# What the archive is called, and where it is published ("" while it has no address; "https://example.org/archive").
SITENAME = "The Skarrow Coast Archive"
SITESUBTITLE = "Three years of news from a made-up coast: the sample archive of Pressmark"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

# How it looks: an accent (a CSS colour), an image in the site, a line above the name.
ACCENT = ""
LOGO = ""
MASTHEAD = ""

# Where things are.
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
THEME = "theme"
THEME_TEMPLATES_OVERRIDES = ["content/templates", "theme"]
PLUGINS = ["generator.plugin"]
DELETE_OUTPUT_DIRECTORY = True

# Addresses: files that end in .html and relative links, so that the site works from a folder as from a server.
RELATIVE_URLS = True
ARTICLE_URL = ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/{slug}.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = ARTICLE_URL
PAGE_URL = PAGE_SAVE_AS = PAGE_LANG_URL = PAGE_LANG_SAVE_AS = "{slug}.html"
TAG_URL = TAG_SAVE_AS = "tag/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "author/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"

# Pages that are not articles, and how many articles a page of a list shows.
DIRECT_TEMPLATES = [
    "index",
    "tags",
    "authors",
    "archives",
    "search",
    "offline",
    "sources",
    "languages",
    "credits",
    "wanted",
    "404",
    "stylesheet",
    "robots",
    "service_worker",
    "opensearch",
    "components",
]
STYLESHEET_SAVE_AS = "theme/site.css"
SERVICE_WORKER_SAVE_AS = "sw.js"
ROBOTS_SAVE_AS = "robots.txt"
OPENSEARCH_SAVE_AS = "opensearch.xml"
DEFAULT_PAGINATION = 30
PAGINATED_TEMPLATES = {"index": 21, "tag": None, "author": None}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{name}/{number}.html", "{name}/{number}.html"),
]

# Feeds.
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
TAG_FEED_ATOM = "feeds/tag/{slug}.atom.xml"
AUTHOR_FEED_ATOM = "feeds/author/{slug}.atom.xml"
TAG_FEED_RSS = "feeds/tag/{slug}.rss.xml"
AUTHOR_FEED_RSS = "feeds/author/{slug}.rss.xml"

# How Markdown and templates are read. Archived text is text: templates escape whatever they are given.
MARKDOWN = {
    "extensions": ["markdown.extensions.nl2br", "markdown.extensions.sane_lists"],
    "output_format": "html",
    "lazy_ol": False,
}
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "auto_reload": False,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}

# Outlines of the countries, for the maps.
OUTLINES = "node_modules/world-atlas/countries-110m.json"

# Files of npm packages that belong to the site: folder of the site to files on disk (`*` stands for any letters).
NPM_FILES = {
    "theme/js": [
        "node_modules/lunr/lunr.min.js",
        "node_modules/lunr-languages/min/lunr.stemmer.support.min.js",
        "node_modules/lunr-languages/min/lunr.da.min.js",
        "node_modules/lunr-languages/min/lunr.de.min.js",
        "node_modules/lunr-languages/min/lunr.es.min.js",
        "node_modules/lunr-languages/min/lunr.fi.min.js",
        "node_modules/lunr-languages/min/lunr.fr.min.js",
        "node_modules/lunr-languages/min/lunr.hu.min.js",
        "node_modules/lunr-languages/min/lunr.it.min.js",
        "node_modules/lunr-languages/min/lunr.nl.min.js",
        "node_modules/lunr-languages/min/lunr.no.min.js",
        "node_modules/lunr-languages/min/lunr.pt.min.js",
        "node_modules/lunr-languages/min/lunr.ro.min.js",
        "node_modules/lunr-languages/min/lunr.ru.min.js",
        "node_modules/lunr-languages/min/lunr.sv.min.js",
        "node_modules/lunr-languages/min/lunr.tr.min.js",
    ],
    "theme/fonts": [
        "node_modules/@fontsource-variable/newsreader/files/newsreader-latin*-wght-*.woff2",
        "node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin*-wght-normal.woff2",
    ],
}
