"""Open Graph (https://ogp.me): the card that social networks and chats show."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

from mkdocs_newsblog.metadata.facts import Illustration, PageFacts
from mkdocs_newsblog.metadata.tags import Tag, meta


def open_graph_tags(facts: PageFacts) -> Iterable[Tag | None]:
    """Return a page's properties, for a post with those of an article."""
    article = facts.kind == "article"
    return [
        meta("og:type", "article" if article else "website"),
        meta("og:title", facts.title),
        meta("og:url", facts.url),
        meta("og:site_name", facts.site_name),
        meta("og:locale", og_locale(facts.language)),
        meta("og:description", facts.description),
        *(_image(facts.card_image) if facts.card_image else ()),
        *(_article(facts) if article else ()),
    ]


def _image(image: Illustration) -> Iterable[Tag | None]:
    sized = image.width and image.height
    return [
        meta("og:image", image.url),
        meta("og:image:type", image.media_type),
        meta("og:image:width", image.width if sized else None),
        meta("og:image:height", image.height if sized else None),
        meta("og:image:alt", image.alt),
    ]


def _article(facts: PageFacts) -> Iterable[Tag | None]:
    return [
        meta("article:published_time", facts.published),
        meta("article:modified_time", facts.modified),
        *[meta("article:author", creator.url) for creator in facts.creators],
        meta("article:section", next(iter(facts.sections), None)),
        *[meta("article:tag", tag) for tag in facts.tags],
    ]


@lru_cache(maxsize=64)
def og_locale(tag: str) -> str | None:
    """Return a language as ``language_TERRITORY``, the territory guessed where none is named (UTS 35).

    >>> [og_locale(tag) for tag in ("en", "pt-BR", "zh-Hant", "xx-unknown")]
    ['en_US', 'pt_BR', 'zh_TW', None]
    """
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    territory = locale.territory or _likely_territory(locale)
    return f"{locale.language}_{territory}" if territory else None


def _likely_territory(locale: Locale) -> str | None:
    likely = get_global("likely_subtags")
    names = ("_".join(filter(None, (locale.language, locale.script))), locale.language)
    found = next((likely[name] for name in names if name in likely), None)
    return parse_locale(found)[1] if found else None
