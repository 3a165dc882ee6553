"""Every front matter key that is understood, by field, in order of precedence.

One line is one alias: the key (dots reach into an object), marks, and the systems that write it so.
Marks: ``?switch``, ``?date``, ``?url``, ``?path`` and ``?number`` ask for a value of that type, where one
key means different things to different systems; ``~`` is a form written for another purpose, used where
nothing better stands and never reported as disagreeing.
"""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "title": """
        title | every system
        newstitle | Eleventy sites
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
        """,
    "summary": """
        summary | Hugo, Pelican
        excerpt | Starlight Blog, Jekyll, Minimal Mistakes, ABlog
        custom_excerpt | Ghost
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
        id | Jekyll
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
        pubDate | Astro
        pubDatetime | AstroPaper
        publishDate | Hugo, Astro themes
        published ?date | Hugo, Fuwari
        publishedTime | Astro-News
        publishedAt | Astro themes
        published_at | Ghost
        published_time | Open Graph
        publicationDate | Astro themes
        publish_date | Astro themes
        post_date | WordPress exports
        datetime | Astro themes
        created | Hexo, VuePress
        created_at | Ghost
        added | Astro themes
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
        lastModified | Astro themes
        """,
    "expires": """
        expiryDate | Hugo
        unpublishdate | Hugo
        expires ?date | Eleventy sites
        archivedate | GSA
        """,
}
"""Fields that take a date."""

SWITCHES: Mapping[str, str] = {
    "draft": """
        draft | Astro, Hugo, Zola, Docusaurus, Material, Quarto
        isDraft | Astro-News
        """,
    "public": """
        published ?switch | Jekyll
        """,
    "state": """
        status | Pelican, Nikola, Ghost
        visibility | Ghost
        """,
    "unlisted": """
        unlisted | Docusaurus
        hidden ?switch | Pelican themes
        archived ?switch | Gatsby sites
        """,
    "pinned": """
        pin | Material
        pinned | Astro themes
        featured ?switch | AstroPaper, Starlight Blog, Ghost
        topmost ?switch | Jekyll sites
        sticky ?switch | Hexo
        isBigHeadline | Astro-News
        """,
    "noindex": """
        noindex | themes of Jekyll and Hugo
        robots | Blowfish
        """,
    "image.shown": """
        hero ?switch | 18F
        cover ?switch | Hugo themes
        image ?switch | Hugo themes
        showHero ?switch | Blowfish
        """,
    "image.hidden": """
        cover.hidden | PaperMod
        hideHero ?switch | Astro themes
        """,
}
"""Fields that are switched on or off."""

LISTS: Mapping[str, str] = {
    "tags": """
        tags | almost every system
        tag | Eleventy sites
        taxonomies.tags | Zola
        topics | GSA
        meta.keywords | Gatsby sites
        """,
    "categories": """
        categories | Hugo, Jekyll, Material, Quarto, Hexo
        category | Pelican, Nikola, Fuwari, Astro-News, Node.js site
        taxonomies.categories | Zola
        """,
    "series": """
        series | PaperMod, Blowfish, AstroPaper
        taxonomies.series | Zola
        """,
    "authors": """
        authors | Starlight Blog, Docusaurus, Material, Zola, Hugo
        author | Jekyll, Pelican, Nikola, Quarto, AstroPaper
        taxonomies.authors | Zola
        posts_authors | Ghost
        last_update.author ~ | Docusaurus
        """,
    "author.second": """
        second_author | Jekyll sites
        """,
    "aliases": """
        aliases | Hugo, Zola, Quarto
        redirect_from | Jekyll
        redirect ?path | ABlog
        alias | Hexo
        """,
    "related": """
        links | Material
        related | Minimal Mistakes
        related_posts | GSA
        """,
}
"""Fields that take several values."""

PARTS: Mapping[str, str] = {
    "series.number": """
        series_order | Blowfish
        series_part | Jekyll sites
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
        """,
    "permalink": """
        permalink | Jekyll, Eleventy, Minimal Mistakes
        url ?path | Hugo
        path ?path | Zola
        save_as | Pelican
        """,
    "weight": """
        weight | Hugo, Zola
        sticky ?number | Hexo
        top ?number | Hexo
        """,
    "reading_minutes": """
        readtime | Material
        metrics.readingTime | Starlight Blog
        duration | Vite sites
        timeToRead | Appwrite
        reading_time ?number | Jekyll sites
        """,
}
"""Addresses, numbers and what belongs to another field."""

IMAGES: Mapping[str, str] = {
    "image.src": """
        hero | Astro-Theme-Creek
        heroImage | Astro
        cover | Astro-News, Starlight Blog, PaperMod
        cover.image | PaperMod, Starlight Blog
        image | Stack, Jekyll, Docusaurus, Quarto, Fuwari
        image.path | jekyll-seo-tag
        image.url | Astro tutorial
        image.src | Astro themes
        featured_image | WordPress exports, Hugo themes
        feature_image | Ghost
        coverImage | Next.js and Gatsby starters
        header.image | Minimal Mistakes
        header.overlay_image | Minimal Mistakes
        banner | Jekyll sites
        banner_image | Jekyll sites
        postImage | Astro themes
        header_image | Hexo, Jekyll sites
        primary_image | Jekyll sites
        featured-img | PyTorch site
        previewimage | Nikola
        preview_image | Jekyll sites
        preview.cover | Astro themes
        images | Hugo
        resources | Hugo
        bannerCloudinaryId ~ | Gatsby sites
        header.teaser ~ | Minimal Mistakes
        header.og_image ~ | Minimal Mistakes
        thumbnail ~ | Jekyll sites, Nuxt
        ogImage ~ | AstroPaper
        og_image ~ | Rails site, Ghost
        socialImage ~ | Gatsby starters
        twitter_image ~ | Ghost
        """,
    "image.alt": """
        heroAlt | Astro-Theme-Creek
        heroImageAlt | Astro themes
        coverAlt | Astro themes
        coverImageAlt | Next.js starters
        imageAlt | Astro themes
        alt | Starlight Blog
        bannerAlt | Gatsby sites
        feature_image_alt | Ghost
        featured_image_alt | Hugo themes
        header.alt | Minimal Mistakes
        """,
    "image.caption": """
        heroCaption | Astro themes
        header.caption | Minimal Mistakes
        feature_image_caption | Ghost
        image_caption | Jekyll sites
        image_figcaption | 18F
        coverCaption | Astro themes
        """,
    "image.credit": """
        bannerCredit | Gatsby sites
        heroCredit | Astro themes
        image_credit | Jekyll sites
        imageSource | Jekyll sites
        """,
    "image.width": """
        coverImageWidth | Next.js starters
        imageWidth | Astro themes
        heroWidth | Astro themes
        """,
    "image.height": """
        coverImageHeight | Next.js starters
        imageHeight | Astro themes
        heroHeight | Astro themes
        """,
    "image.position": """
        hero_position | Hugo themes
        """,
}
"""The hero and what is said of it."""

IMAGE_OBJECT: Mapping[str, tuple[str, ...]] = {
    "src": ("src", "url", "path", "image", "light", "href", "uid", "filename"),
    "dark_src": ("dark",),
    "alt": ("alt", "altText", "alternative"),
    "caption": ("caption", "figcaption"),
    "credit": ("credit", "source", "copyright"),
    "width": ("width",),
    "height": ("height",),
    "position": ("position",),
    "hidden": ("hidden",),
}
"""Keys of an object that stands where a picture's path is expected."""

AUTHOR_OBJECT: Mapping[str, tuple[str, ...]] = {
    "key": ("key", "id"),
    "name": ("name", "display_name", "label", "full_name"),
    "title": ("title", "role", "job", "jobTitle", "position"),
    "url": ("url", "link", "website", "site", "homepage", "href"),
    "email": ("email", "mail"),
    "avatar": ("image_url", "imageURL", "image", "avatar", "picture", "photo", "profile_image"),
    "description": ("description", "bio"),
}
"""Keys of an object that stands for an author."""
