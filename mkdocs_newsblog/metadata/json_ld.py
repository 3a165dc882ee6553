"""schema.org as one JSON-LD graph a page (https://schema.org/Article, Google Search Central: Article)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mkdocs_newsblog.metadata.facts import Creator, Illustration, PageFacts, Publisher, Step
from mkdocs_newsblog.metadata.links import Tag

Node = dict[str, object]
MEDIA_TYPE = "application/ld+json"
ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What could end a script element, or be a line's end in old JavaScript, written so that it can't."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_ld_tag(facts: PageFacts) -> Tag:
    """Return the page's graph as a script element that runs nothing."""
    nodes = [_article(facts) if facts.kind == "article" else _listing(facts)]
    if facts.trail and all(step.url for step in facts.trail):
        nodes.append(_breadcrumb(facts.trail))
    text = _encode({"@context": "https://schema.org", "@graph": nodes})
    for char, escape in ESCAPES.items():
        text = text.replace(char, escape)
    return Tag(("script", MEDIA_TYPE), f'<script type="{MEDIA_TYPE}">{text}</script>')


def _article(facts: PageFacts) -> Node:
    return _given(
        {
            "@type": facts.article_type,
            "@id": _id(facts.url, "article"),
            "headline": facts.title,
            "description": facts.description,
            "url": facts.url,
            "mainEntityOfPage": facts.url,
            "datePublished": facts.published,
            "dateModified": facts.modified or facts.published,
            "author": [_creator(creator) for creator in facts.creators],
            "publisher": _publisher(facts.publisher),
            "image": [_image(facts.image)] if facts.image else [],
            "articleSection": list(facts.sections),
            "keywords": list(facts.tags),
            "wordCount": facts.words or None,
            "inLanguage": facts.language,
            "isPartOf": [
                *_blog(facts),
                *(_part("CreativeWorkSeries", step, "series") for step in facts.series),
            ],
        }
    )


def _listing(facts: PageFacts) -> Node:
    entries = [
        _given({"@type": "ListItem", "position": place, "name": step.title, "url": step.url})
        for place, step in enumerate(facts.items, 1)
    ]
    return _given(
        {
            "@type": "CollectionPage",
            "@id": _id(facts.url, "page"),
            "name": facts.title,
            "description": facts.description,
            "url": facts.url,
            "inLanguage": facts.language,
            "publisher": _publisher(facts.publisher),
            "isPartOf": _blog(facts),
            "mainEntity": {"@type": "ItemList", "itemListElement": entries} if entries else None,
        }
    )


def _blog(facts: PageFacts) -> list[Node]:
    return [_part("Blog", facts.blog, "blog")] if facts.blog else []


@lru_cache(maxsize=256)
def _part(kind: str, step: Step, mark: str) -> Node:
    return _given({"@type": kind, "@id": _id(step.url, mark), "name": step.title, "url": step.url})


@lru_cache(maxsize=256)
def _creator(creator: Creator) -> Node:
    kind = "Organization" if creator.organization else "Person"
    return _given({"@type": kind, "name": creator.name, "url": creator.url, "sameAs": creator.same_as})


@lru_cache(maxsize=256)
def _publisher(publisher: Publisher) -> Node:
    logo = {"@type": "ImageObject", "url": publisher.logo} if publisher.logo else None
    return _given({"@type": "Organization", "name": publisher.name, "url": publisher.url, "logo": logo})


def _image(image: Illustration) -> Node:
    sized = image.width and image.height
    return _given(
        {
            "@type": "ImageObject",
            "url": image.url,
            "width": image.width if sized else None,
            "height": image.height if sized else None,
            "caption": image.caption or image.alt,
        }
    )


def _breadcrumb(trail: Iterable[Step]) -> Node:
    steps = [
        {"@type": "ListItem", "position": place, "name": step.title, "item": step.url}
        for place, step in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _id(url: str | None, mark: str) -> str | None:
    return f"{url}#{mark}" if url else None


def _given(node: Mapping[str, object]) -> Node:
    return {name: value for name, value in node.items() if value}
