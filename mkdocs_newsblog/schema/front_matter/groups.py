"""Front matter keys of lists, addresses and numbers, written as in ``aliases``."""

from __future__ import annotations

from collections.abc import Mapping

LISTS: Mapping[str, str] = {
    "tags": """
        tags | almost every system
        tag | Eleventy sites
        taxonomies.tags | Zola
        taxonomies.tag | Zola sites
        taxonomy.tag | Grav
        taxonomy.post_tag | Git it Write
        post_tag ~ | WordPress exports
        topics | GSA
        meta.keywords | Gatsby sites
        """,
    "categories": """
        categories | Hugo, Jekyll, Material, Quarto, Hexo
        category | Pelican, Nikola, Fuwari, Astro-News, Node.js site
        taxonomies.categories | Zola
        taxonomies.category | Zola sites
        taxonomy.category | Grav
        """,
    "series": """
        series | PaperMod, Blowfish, AstroPaper
        taxonomies.series | Zola
        """,
    "authors": """
        authors | Starlight Blog, Docusaurus, Material, Zola, Hugo
        author | Jekyll, Pelican, Nikola, Quarto, AstroPaper
        taxonomies.authors | Zola
        taxonomies.author | Zola sites
        params.author | Hugo
        params.authors | Hugo
        extra.author | Zola
        extra.authors | Zola
        posts_authors | Ghost
        by | Go and Scala sites
        postauthors | scikit-learn site
        author1 | Microsoft DevBlogs
        author_name ~ | sites of several systems
        post_author ?word ~ | Jekyll sites
        contributors ~ | Doks
        last_update.author ~ | Docusaurus
        """,
    "author.second": """
        second_author | Jekyll sites
        author2 | Microsoft DevBlogs
        """,
    "aliases": """
        aliases | Hugo, Zola, Quarto
        redirect_from | Jekyll
        redirect ?path | ABlog
        alias | Hexo
        """,
    "related": """
        links | Material, Stack
        related | Minimal Mistakes
        related_posts | GSA
        """,
}
"""Fields that take several values."""

PARTS: Mapping[str, str] = {
    "series.number": """
        series_order | Blowfish
        series_part | Jekyll sites
        series_index ?number | Pelican, sites of several systems
        series_weight | LoveIt, Zzo
        part ?number | web.dev
        """,
    "author.url": """
        author_url | Docusaurus
        author_site | Nushell
        author_link | Hugo themes
        """,
    "author.title": """
        author_title | Docusaurus
        """,
    "author.avatar": """
        author_image_url | Docusaurus
        author_image | Nushell
        author_avatar | Vue.js site
        """,
    "author.email": """
        author_email | Jekyll sites
        """,
    "slug": """
        slug | Astro, Hugo, Pelican, Nikola, Zola, Docusaurus, Material, Ghost
        post_slug | Microsoft DevBlogs
        """,
    "permalink": """
        permalink | Jekyll, Eleventy, Minimal Mistakes
        url ?path | Hugo
        path ?path | Zola
        save_as ~ | Pelican
        """,
    "weight": """
        weight | Hugo, Zola
        """,
    "pinned.number": """
        sticky ?number | Hexo
        top ?number | Hexo
        """,
    "reading_minutes": """
        readtime | Material
        duration ?minutes | Vite sites
        timeToRead | Appwrite
        reading_time ?number | Jekyll sites
        minutesToRead ?number | sites of several systems
        """,
    "reading_seconds": """
        metrics.readingTime | Starlight Blog
        """,
}
"""Addresses, numbers and what belongs to another field."""

AUTHOR_OBJECT: Mapping[str, tuple[str, ...]] = {
    "key": ("key", "id"),
    "name": ("name", "display_name", "label", "full_name", "author", "user", "username"),
    "title": ("title", "role", "job", "jobTitle", "position"),
    "url": ("url", "link", "website", "site", "homepage", "href", "to"),
    "email": ("email", "mail"),
    "avatar": ("image_url", "imageURL", "image", "avatar", "picture", "photo", "profile_image"),
    "description": ("description", "bio"),
}
"""Keys of an object that stands for an author."""

TERM_LABELS = ("label", "name", "title", "slug", "tag")
"""Keys of an object that names a term, in order."""
