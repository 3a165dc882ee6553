"""Every front matter key that is understood, by field, in order of precedence.

One line is one alias: the key (dots reach into an object), marks, and the systems that write it so.
Marks: ``?switch``, ``?date``, ``?draft``, ``?url``, ``?path``, ``?picture``, ``?number`` and ``?minutes``
ask for a value of that type, where one key means different things to different systems; ``~`` is a form
written for another purpose, used where nothing better stands and never reported as disagreeing; ``!`` is a
date that a post waits for, even where another key says the date that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_newsblog.schema.front_matter.groups import AUTHOR_OBJECT, LISTS, PARTS
from mkdocs_newsblog.schema.front_matter.pictures import IMAGE_OBJECT, IMAGES
from mkdocs_newsblog.schema.front_matter.switches import SWITCHES

__all__ = ["AUTHOR_OBJECT", "DATES", "IMAGES", "IMAGE_OBJECT", "LISTS", "PARTS", "SWITCHES", "TEXTS"]

TEXTS: Mapping[str, str] = {
    "title": """
        title | every system
        newstitle | Eleventy sites
        post_title | WordPress exports
        linkTitle ~ | Hugo, VitePress
        title_meta ~ | Docusaurus
        sidebar_label ~ | Docusaurus
        meta_title ~ | Ghost
        og_title ~ | Ghost
        """,
    "subtitle": """
        subtitle | Quarto, Stack, Pelican
        subhead | web.dev
        deck | GSA
        tagline | Minimal Mistakes
        kicker ~ | GSA
        """,
    "description": """
        description | most systems
        meta_description | Ghost
        abstract | Quarto
        metadesc | Ghost
        og_description ~ | Ghost
        seoDescription ~ | Hashnode
        seo.description ~ | Doks
        metadata.description ~ | AstroWind
        """,
    "summary": """
        summary | Hugo, Pelican
        excerpt | Starlight Blog, Jekyll, Minimal Mistakes, ABlog
        custom_excerpt | Ghost
        post_excerpt | WordPress exports
        teaser | eslint.org
        spoiler | Gatsby sites
        """,
    "lang": """
        lang | Jekyll, Pelican, Fuwari
        locale | jekyll-seo-tag, Ghost
        language | ABlog
        """,
    "canonical_url": """
        canonical_url | jekyll-seo-tag, Ghost
        canonicalURL | AstroPaper
        canonical | Node.js site
        canonical_link | ABlog
        seo.canonical | Doks
        metadata.canonical | AstroWind
        """,
    "external_url": """
        external_url | Eleventy sites, JSON Feed
        externalUrl | Blowfish
        external_link | ABlog
        link ?url | Nikola
        url ?url | OCaml site
        redirect ?url | Vite sites
        redirect_to ?url | Jekyll
        redirectto ?url | GSA
        """,
    "guid": """
        guid | Nikola
        uuid | Eleventy sites
        id ~ | Jekyll
        """,
    "seo_type": """
        seo.type | jekyll-seo-tag
        schema_type | Pelican themes
        """,
}
"""Fields that take one text."""

DATES: Mapping[str, str] = {
    "published": """
        date | Material, Hugo, Jekyll, Eleventy, Pelican, Nikola, Zola, Docusaurus, Quarto, Gatsby, VitePress
        date.created | Material
        pubDate ! | Astro
        pubDatetime ! | AstroPaper
        publishDate ! | Hugo, Astro themes
        published ?day ! | Hugo, Fuwari
        publish ?day ! | Eleventy sites
        publishedTime ! | Astro-News
        publishedAt ! | Astro themes
        published_at ! | Ghost
        published_time ! | Open Graph
        publishedDate ! | Astro and Gatsby sites
        publicationDate ! | Astro themes
        publish_date ! | Astro themes
        publish_on ?day ! | sites of several systems
        publish_at ?day ! | sites of several systems
        published_on ?day ! | sites of several systems
        post_date ! | WordPress exports
        datePublished ! | Hashnode
        datetime | Astro themes
        created ~ | Hexo, VuePress
        created_at ~ | Ghost
        createTime ~ | VuePress Theme Plume
        dateCreated ~ | sites of several systems
        added ~ | Astro themes
        creationDate ~ | sites of several systems
        cms_date | GSA
        """,
    "updated": """
        updatedDate | Astro
        modDatetime | AstroPaper
        date.updated | Material
        lastUpdated | Starlight Blog
        lastUpdated.date | Starlight Blog
        lastmod | Hugo
        last_modified_at | Minimal Mistakes
        modified | Hugo, Pelican, Minimal Mistakes
        updated ?date | Fuwari, Zola, Nikola, Hexo
        last_update.date | Docusaurus
        date-modified | Quarto
        updated_at | Ghost
        seo.date_modified | jekyll-seo-tag
        modified_time | Open Graph
        updatedAt | Astro themes
        modifiedAt | sites of several systems
        lastModified | Astro themes
        dateUpdated | Hashnode
        lastModifiedDate | Astro themes
        updated_on | sites of several systems
        updateDate | Astro sites
        lastUpdatedOn | Astro sites
        modified_date | Minima, Astro and Next.js sites
        modify_date | TeXt
        update ?dated | Gatsby and Hexo sites
        """,
    "expires": """
        expiryDate | Hugo
        unpublishdate | Hugo
        expires ?date | Eleventy sites
        archivedate | GSA
        """,
}
"""Fields that take a date."""
