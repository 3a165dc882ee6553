"""The sitemap that Google News reads (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_newsblog.feeds.characters import one_line
from mkdocs_newsblog.feeds.dates import rfc3339
from mkdocs_newsblog.feeds.xml_writer import around, declared, element, write

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
RECENT = dt.timedelta(days=2)
"""How old an article may be."""
LIMIT = 1000
"""Articles that a file may hold; more go into further files below an index."""


class NewsArticle(NamedTuple):
    """One post: ``url`` is absolute, ``language`` a BCP 47 tag."""

    url: str
    title: str
    published: dt.datetime
    language: str


def write_news(articles: Iterable[NewsArticle], publication: str) -> bytes:
    """Return a sitemap of articles; one without any is legal, and says that there is nothing new."""
    name = re.sub(r"\s*\([^()]*\)", "", one_line(publication)) or one_line(publication)
    entries = "".join([_entry(article, name) for article in articles])
    return write(around("urlset", entries, {"xmlns": SITEMAPS, **declared(("news",))}))


def _entry(article: NewsArticle, publication: str) -> str:
    language = news_language(article.language)
    about = element("news:name", publication) + element("news:language", language)
    news = [
        around("news:publication", about),
        element("news:publication_date", rfc3339(article.published)),
        element("news:title", one_line(article.title)),
    ]
    return around("url", element("loc", article.url) + around("news:news", "".join(news)))


def write_index(urls: Iterable[str]) -> bytes:
    """Return an index of sitemaps (https://www.sitemaps.org/protocol.html#index)."""
    entries = "".join([around("sitemap", element("loc", url)) for url in urls])
    return write(around("sitemapindex", entries, {"xmlns": SITEMAPS}))


def news_language(tag: str) -> str:
    """Return a language as Google News names it: ISO 639, but for the two ways to write Chinese.

    >>> [news_language(tag) for tag in ("en-GB", "zh", "zh-Hant", "zh_TW")]
    ['en', 'zh-cn', 'zh-tw', 'zh-tw']
    """
    parts = tag.lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        return "zh-tw" if {"hant", "tw", "hk", "mo"} & set(parts[1:]) else "zh-cn"
    return parts[0]
