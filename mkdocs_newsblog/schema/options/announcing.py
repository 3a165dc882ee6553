"""Options of what programs read: feeds, metadata in the head of pages, and files for search and news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from mkdocs_newsblog.model.names import FeedFormat
from mkdocs_newsblog.schema.options.group import (
    COUNTED,
    FileAtTop,
    FileName,
    Options,
    TaxonomyName,
    WebAddress,
    shaped,
    switch,
)

Handle = Annotated[str, shaped(r"^@[^\s\"'<>]+$", "an account that begins with @, such as @example")]

ARTICLES = (
    *("AdvertiserContentArticle", "AnalysisNewsArticle", "APIReference", "Article", "AskPublicNewsArticle"),
    *("BackgroundNewsArticle", "BlogPosting", "DiscussionForumPosting", "LiveBlogPosting", "NewsArticle"),
    *("OpinionNewsArticle", "Report", "ReportageNewsArticle", "ReviewNewsArticle", "SatiricalArticle"),
    *("ScholarlyArticle", "SocialMediaPosting", "TechArticle"),
)
"""Every article that schema.org knows (https://schema.org/Article, more specific types)."""


FILES = {FeedFormat.RSS: "feed.xml", FeedFormat.ATOM: "atom.xml", FeedFormat.JSON: "feed.json"}
"""Usual names of feeds."""


class FeedOptions(Options):
    """Feeds of the section, and of its tags, categories, authors and series."""

    formats: tuple[FeedFormat, ...] = (FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.JSON)
    """Formats: `rss`, `atom` and `json`."""
    per: tuple[TaxonomyName, ...] = ("tags", "categories", "authors")
    """Taxonomies of which each term has feeds of its own; a view's option `feed` has the last word."""
    length: Annotated[int, Field(ge=1, le=1000), COUNTED] = 20
    """Posts in a feed, the newest ones."""
    content: Literal["summary", "full"] = "summary"
    """Whether a feed holds the text of a card or the whole post."""
    title: str | None = None
    """Title of the section's feed; default: the section's title and the site's name."""
    description: str | None = None
    """What the feed is about; default: the site's description, else the feed's title."""
    icon: WebAddress | None = None
    """Address of a small square picture that stands for the feed."""
    hub: WebAddress | None = None
    """Address of a WebSub hub; `newsblog ping` tells it what has changed."""
    stylesheet: Literal["xsl", "css", "none"] = "css"
    """How a feed looks in a browser: by CSS; or as a page with links, by XSLT, where that is still there."""
    files: dict[FeedFormat, FileAtTop] = Field(default={})
    """Names, else `feed.xml`, `atom.xml`, `feed.json`; `/rss.xml` is at the site's top, for no term."""

    def path(self, kind: FeedFormat, folder: Sequence[str], *, of_term: bool = False) -> str:
        """Return the path of a feed below the site's root; ``folder`` is that of its listing."""
        name = self.files.get(kind, FILES[kind])
        if name.startswith("/") and not of_term:
            return name[1:]
        return "/".join((*folder, FILES[kind] if name.startswith("/") else name))


class MetadataOptions(Options):
    """What the head of our pages says to search engines and social networks, where nothing else says it."""

    open_graph: bool = True
    """Open Graph: the card that most networks show."""
    twitter: bool = True
    """The card of X, formerly Twitter."""
    json_ld: bool = True
    """Structured data of schema.org."""
    article_type: Literal[ARTICLES] = "BlogPosting"  # type: ignore[valid-type]
    """schema.org type of posts; the front matter key `seo.type` has the last word."""
    noindex: tuple[Literal["pages", "archive", "tags", "categories", "authors", "series"], ...] = ()
    """Listings that search engines are asked to leave out; `pages` are those from the second page on."""
    large_preview: bool = True
    """Whether search engines may show a post's picture at full size."""
    publisher: str | None = None
    """Who publishes the section; default: the site's name."""
    publisher_url: WebAddress | None = None
    """Address of the publisher; default: the site's."""
    logo: WebAddress | None = None
    """Address of the publisher's logo."""
    organizations: tuple[str, ...] = ()
    """Names of authors who are no persons; the publisher always is one of them."""
    twitter_site: Handle | None = None
    """Account of the site on X, such as `@example`."""
    fediverse_creator: Handle | None = None
    """Account in the Fediverse for posts whose authors name none, such as `@news@example.social`."""


class NewsOptions(Options):
    """A sitemap for Google News: the posts of the last two days."""

    name: str | None = None
    """Name of the publication exactly as Google News shows it; default: the site's name."""
    file: FileName = "news-sitemap.xml"
    """Name of the file in the section's folder."""


Feeds = Annotated[FeedOptions | None, BeforeValidator(switch)]
Metadata = Annotated[MetadataOptions | None, BeforeValidator(switch)]
News = Annotated[NewsOptions | None, BeforeValidator(switch)]
