"""Front matter keys of the hero; the notation is that of ``aliases``."""

from __future__ import annotations

from collections.abc import Mapping

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
        coverUrl | sites of several systems
        content_img_path | Stackbit
        feature ?picture | Gridea
        header.image | Minimal Mistakes
        header.overlay_image | Minimal Mistakes
        banner | Jekyll sites
        banner_image | Jekyll sites
        postImage | Astro themes
        header_image | Hexo, Jekyll sites
        header_cover | Pelican themes
        primary_image ~ | GSA
        featured-img | PyTorch site
        feature-img | Type on Strap
        headimg | Volantis
        index_img | Fluid
        previewimage | Nikola
        preview_image | Jekyll sites
        preview.cover | Astro themes
        image_title ?picture | GitLab site
        imageUrl | Next.js and Gatsby starters
        img_url ?picture | Jekyll and Svelte sites
        featured_media ?picture | Gatsby sites
        main_image | Jekyll sites
        eyecatch | Hugo and Gatsby sites
        cover-img | Beautiful Jekyll
        bigimg | Beautiful Jekyll
        header-img | Hux
        background ?picture | Clean Blog
        params.image | Hugo
        params.cover | Hugo
        extra.image | Zola
        extra.cover_image | Zola
        images | Hugo
        resources ?objects | Hugo
        bannerCloudinaryId ~ | Gatsby sites
        header.teaser ~ | Minimal Mistakes
        header.og_image ~ | Minimal Mistakes
        banner_img ~ | Fluid
        top_img ?picture ~ | Butterfly
        article_header.image ~ | TeXt
        img ?picture ~ | Matery, Flexible Jekyll
        picture ?picture ~ | DVC, Jekyll sites
        thumbnail ~ | Jekyll sites, Nuxt
        thumb_img_path ~ | Stackbit
        thumbnailImage ~ | Tranquilpeak
        extra.thumbnail ?picture ~ | Zola
        thumbnail-img ~ | Beautiful Jekyll
        featuredImagePreview ~ | LoveIt
        illustration ~ | mkdocs-rss-plugin
        preview ?picture ~ | Distill
        share-img ~ | Beautiful Jekyll
        shareImage ~ | Clarity
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
        content_img_alt | Stackbit
        imageAlt | Astro themes
        alt | Starlight Blog
        bannerAlt | Gatsby sites
        feature_image_alt | Ghost
        featured_image_alt | Hugo themes
        mainImageAlt | Astro themes
        header.alt | Minimal Mistakes
        header.image_description | Minimal Mistakes
        featureAlt | Blowfish
        thumbnailAlt | Quarto
        """,
    "image.caption": """
        heroCaption | Astro themes
        header.caption | Minimal Mistakes
        feature_image_caption | Ghost
        featured_image_caption | Astro themes
        image_caption | Jekyll sites
        image_figcaption | 18F
        coverCaption | Astro themes, Tranquilpeak
        fig-caption | Flexible Jekyll
        featureImageCap | Clarity
        """,
    "image.credit": """
        bannerCredit | Gatsby sites
        heroCredit | Astro themes
        hero_image_credit_text | Gatsby sites
        image_credit | Jekyll sites
        imageSource | Jekyll sites
        featured_image_credit | Gatsby sites
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
    "image.folder": """
        media_subpath | Chirpy
        img_path | Chirpy
        """,
    "image.position": """
        hero_position | Hugo themes
        """,
}
"""The hero and what is said of it."""

IMAGE_OBJECT: Mapping[str, tuple[str, ...]] = {
    "src": (
        *("src", "url", "path", "image", "img", "light", "file", "href"),
        *("uid", "filename", "feature", "featured", "teaser", "html"),
    ),
    "dark_src": ("dark",),
    "alt": ("alt", "altText", "alternative"),
    "caption": ("caption", "figcaption"),
    "credit": ("credit", "source", "copyright"),
    "width": ("width",),
    "height": ("height",),
    "position": ("position",),
    "hidden": ("hidden",),
    "hidden_on_page": ("hiddenInSingle", "preview_only"),
    "hidden_on_cards": ("hiddenInList",),
}
"""Keys of an object that stands where a picture's path is expected."""

LENGTH = r"auto|[0-9]{1,6}(?:\.[0-9]+)?\s*(?:%|r?em|ex|ch|v[hw]|vmin|vmax|cm|mm|in|pt|pc)"
"""Pattern of lengths of CSS, which say how large a picture is elsewhere (Quarto), and not its pixels."""
