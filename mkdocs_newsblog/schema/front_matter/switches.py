"""Front matter keys of switches and states, written as in ``aliases``."""

from __future__ import annotations

from collections.abc import Mapping

SWITCHES: Mapping[str, str] = {
    "draft": """
        draft | Astro, Hugo, Zola, Docusaurus, Material, Quarto
        isDraft | Astro-News
        headless ?switch | Hugo
        unpublished ?switch | Jekyll, Hugo and Next.js sites
        nopublish ?switch | sites of several systems
        ignorePublish ?switch | Qiita CLI
        ignorePost ?switch | Hashnode
        saveAsDraft ?switch | Hashnode
        doNotPublish ?switch | sites of several systems
        """,
    "public": """
        published ?switch | Jekyll
        publish ?switch | Obsidian Publish, Quartz
        isPublished ?switch | Next.js sites
        isPublish ?switch | Astro, Nuxt and Next.js sites
        public ?switch | sites of several systems
        isPublic ?switch | Obsidian
        dg-publish ?switch | Obsidian Digital Garden
        """,
    "private": """
        private | Obsidian, themes of Jekyll and Hugo
        encrypted ?switch | Quartz sites
        protected ?switch | Astro and Next.js sites
        """,
    "password": """
        password | Hexo, FixIt, encryptcontent
        """,
    "rendered": """
        build.render | Hugo
        render ?switch | Zola
        permalink ?switch | Eleventy
        permalink.build ?switch | Eleventy
        eleventyComputed.permalink ?switch | Eleventy
        """,
    "listed": """
        build.list | Hugo
        listed ?switch | Jekyll and Astro sites
        article ?switch | VuePress Theme Hope
        """,
    "state": """
        status | Pelican, Nikola, Ghost
        post_status | WordPress exports
        publishStatus | sites of several systems
        visibility | Ghost
        published ?word | Jekyll sites
        publish ?word | Obsidian Publish, Quartz
        dg-publish ?word | Obsidian Digital Garden
        isPublished ?word | Next.js sites
        isPublish ?word | Astro, Nuxt and Next.js sites
        unpublished ?word | Jekyll, Hugo and Next.js sites
        nopublish ?word | sites of several systems
        """,
    "unlisted": """
        unlisted | Docusaurus
        eleventyExcludeFromCollections ?switch | Eleventy
        eleventyComputed.eleventyExcludeFromCollections ?switch | Eleventy
        hidden ?state | Pelican themes, Hexo
        hide ?switch | Fluid
        archived ?switch | Gatsby sites
        isHidden ?switch | Jekyll and Gatsby sites
        hideInList ?switch | Gridea
        secret ?switch | Novela
        excludeFromList ?switch | Hugo and Jekyll sites
        """,
    "perhaps.draft": """
        wip ?switch | sites of several systems
        ignore ?switch | sites of several systems
        """,
    "perhaps.named": """
        layout ?draft | Hexo and Jekyll sites
        type ?draft | sites of several systems
        state ?draft | Jekyll and Markdoc sites
        stage ?draft | sites of several systems
        workflow ?draft | sites of several systems
        """,
    "perhaps.listed": """
        show ?switch | sites of several systems
        visible ?switch | Hexo and Jekyll sites
        """,
    "on_index.hidden": """
        hiddenFromHomePage ?switch | LoveIt, FixIt
        hiddenInHomeList ?switch | PaperMod
        """,
    "pinned": """
        pin | Material
        pinned | Astro themes
        featured ?switch | AstroPaper, Starlight Blog, Ghost
        topmost ?switch | Jekyll sites
        isFeatured ?switch | Next.js sites, Astro themes
        isTop ?switch | Gridea
        sticky ?switch | Hexo
        top ?switch | Hexo
        isBigHeadline | Astro-News
        """,
    "noindex": """
        noindex | themes of Jekyll and Hugo
        robotsNoIndex | PaperMod
        seo.noindex | themes of Hugo and Jekyll
        robots | Blowfish
        """,
    "related.shown": """
        related ?switch | Minimal Mistakes
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
    "image.hidden_on_page": """
        hide_image ?switch | Hydejack
        """,
}
"""Fields that are switched on or off."""
