"""Files for search, news and language models, made from an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_newsblog.announce.descriptions import post_description
from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.announce.sitemap import is_unnamed
from mkdocs_newsblog.collect.publish import changed_at
from mkdocs_newsblog.feeds.llms import llms_section, with_section
from mkdocs_newsblog.feeds.news_sitemap import LIMIT, RECENT, NewsArticle, write_index, write_news
from mkdocs_newsblog.feeds.post_list import write_posts
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Entry, Image, Post
from mkdocs_newsblog.model.site import Site

LLMS = "llms.txt"


def news_paths(folder: Sequence[str], name: str, articles: int) -> list[str]:
    """Return the paths of the sitemap: one file, or an index and one file for each thousand articles."""
    path = "/".join((*folder, name))
    if articles <= LIMIT:
        return [path]
    stem, dot, ending = path.rpartition(".")
    count = -(-articles // LIMIT)
    return [path, *(f"{stem}-{number}{dot}{ending}" for number in range(1, count + 1))]


def recent(entries: Iterable[Entry], site: Site) -> list[str]:
    """Return the posts of the last two days that sitemaps name, by the one clock of the build."""
    new = (
        entry for entry in entries if entry.published and site.now - RECENT <= entry.published.at <= site.now
    )
    return [entry.src_uri for entry in new if not entry.noindex and not is_unnamed(entry, site)]


def make_news(uris: Sequence[str], edition: Edition) -> bytes:
    """Return a news sitemap of some posts."""
    options = edition.settings.news
    return write_news(_articles(uris, edition), (options and options.name) or edition.site.name)


def make_news_index(paths: Iterable[str], edition: Edition) -> bytes:
    """Return the index of several news sitemaps."""
    urls = (edition.absolute(edition.files[path]) for path in paths if path in edition.files)
    return write_index(url for url in urls if url)


def _articles(uris: Sequence[str], edition: Edition) -> Iterator[NewsArticle]:
    for uri in uris:
        post = edition.posts.get(uri)
        url = edition.post_url(post) if post else None
        if post and url and post.entry.published:
            language = post.entry.lang or edition.presenter.labels.tag
            yield NewsArticle(url, post.entry.title, post.entry.published.at, language)


def make_posts_json(edition: Edition) -> bytes:
    """Return ``posts.json``."""
    posts = (_listed(post, edition) for post in edition.published())
    return write_posts(edition.presenter.title, edition.site.url, posts)


def _listed(post: Post, edition: Edition) -> Mapping[str, object]:
    entry, changed = post.entry, changed_at(post.entry, edition.site.now)
    return {
        "url": post.url,
        "title": entry.title,
        "subtitle": entry.subtitle,
        "summary": post.summary_text,
        "published": entry.published.machine if entry.published else None,
        "updated": changed.machine if changed and changed == entry.updated else None,
        "tags": edition.labels(post, TaxonomyKind.TAGS),
        "categories": edition.labels(post, TaxonomyKind.CATEGORIES),
        "authors": edition.labels(post, TaxonomyKind.AUTHORS),
        "series": edition.labels(post, TaxonomyKind.SERIES),
        "image": _picture(post.image),
        "language": entry.lang,
        "words": post.words,
        "minutes": post.minutes,
        "pinned": entry.pinned or None,
    }


def _picture(image: Image | None) -> Mapping[str, object] | None:
    if image is None:
        return None
    sizes = {"width": image.width, "height": image.height}
    return {"url": image.url, "alt": image.alt, **{name: size for name, size in sizes.items() if size}}


def make_llms(existing: bytes, edition: Edition) -> bytes:
    """Return ``llms.txt`` with a section of the newest posts after what stands there already."""
    length = edition.settings.feeds.length if edition.settings.feeds else 20
    posts = [post for _, post in zip(range(length), edition.published(), strict=False)]
    links = (
        (post.entry.title, edition.post_url(post) or f"/{post.url}", post_description(post) or "")
        for post in posts
    )
    section = llms_section(edition.presenter.title, links)
    site = edition.site
    text = with_section(existing.decode("utf-8", "replace"), section, site.name, site.description)
    return text.encode()
