"""schema.org as one JSON-LD graph a page (https://schema.org, Google Search Central: Article, ProfilePage).

Nodes are written as text at once, and those that many pages share only once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mkdocs_newsblog.metadata.facts import Creator, Illustration, PageFacts, Profile, Publisher, Step
from mkdocs_newsblog.metadata.tags import WIDE, Tag

MEDIA_TYPE = "application/ld+json"
ESCAPES = {char: f"\\u{ord(char):04x}" for char in f"<>&\u2028\u2029{WIDE}"}
"""What could end a script element, or be a line's end in old JavaScript, written so that it can't."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


def json_ld_tag(facts: PageFacts) -> Tag:
    """Return the page's graph as a script element that runs nothing."""
    nodes = [_article(facts) if facts.kind == "article" else _listing(facts)]
    # A way of one step leads nowhere, and is an error to Google (Search Central: Breadcrumb).
    if len(facts.trail) > 1 and all(step.url for step in facts.trail):
        nodes.append(_breadcrumb(facts.trail))
    text = f'{{"@context":"https://schema.org","@graph":{_list(nodes)}}}'
    for char, escape in ESCAPES.items():
        text = text.replace(char, escape)
    return Tag(("script", MEDIA_TYPE), f'<script type="{MEDIA_TYPE}">{text}</script>')


def _article(facts: PageFacts) -> str:
    url = _text(facts.url)
    return _node(
        facts.article_type,
        {
            "@id": _id(facts.url, "article"),
            "headline": _text(facts.title),
            "description": _text(facts.description),
            "url": url,
            "mainEntityOfPage": url,
            "datePublished": _text(facts.published),
            "dateModified": _text(facts.modified or facts.published),
            "author": _list(map(_creator, facts.creators)),
            "publisher": _publisher(facts.publisher),
            "image": f"[{_image(facts.image)}]" if facts.image else None,
            "articleSection": _list(map(_encode, facts.sections)),
            "keywords": _list(map(_encode, facts.tags)),
            "wordCount": str(facts.words) if facts.words else None,
            "inLanguage": _text(facts.language),
            "isPartOf": _list(
                [*_blog(facts), *[_part("CreativeWorkSeries", step, "series") for step in facts.series]]
            ),
        },
    )


def _listing(facts: PageFacts) -> str:
    return _node(
        "ProfilePage" if facts.profile else "CollectionPage",
        {
            "@id": _id(facts.url, "page"),
            "name": _text(facts.title),
            "description": _text(facts.description),
            "url": _text(facts.url),
            "inLanguage": _text(facts.language),
            "publisher": _publisher(facts.publisher),
            "isPartOf": _list(_blog(facts)),
            **(_of_author(facts.profile, facts) if facts.profile else _of_posts(facts)),
        },
    )


def _of_posts(facts: PageFacts) -> Mapping[str, str | None]:
    entries = _list([_place(number, step, "url") for number, step in enumerate(facts.items, 1)])
    return {"mainEntity": _node("ItemList", {"itemListElement": entries}) if entries else None}


def _of_author(profile: Profile, facts: PageFacts) -> Mapping[str, str | None]:
    """Return who a page is of, which Google asks of a profile, and which posts are listed there."""
    person = {
        "name": _text(profile.creator.name),
        "url": _text(profile.creator.url),
        "jobTitle": None if profile.creator.organization else _text(profile.position),
        "description": _text(profile.description),
        "image": _text(profile.portrait),
        "sameAs": _list(map(_encode, profile.same_as)),
    }
    posts = [
        _node("BlogPosting", {"headline": _text(step.title), "url": _text(step.url)}) for step in facts.items
    ]
    return {"mainEntity": _node(_kind(profile.creator), person), "hasPart": _list(posts)}


def _blog(facts: PageFacts) -> Iterable[str]:
    return [_part("Blog", facts.blog, "blog")] if facts.blog else []


@lru_cache(maxsize=256)
def _part(kind: str, step: Step, mark: str) -> str:
    return _node(kind, {"@id": _id(step.url, mark), "name": _text(step.title), "url": _text(step.url)})


@lru_cache(maxsize=256)
def _creator(creator: Creator) -> str:
    about = {"name": creator.name, "url": creator.url, "sameAs": creator.same_as}
    return _node(_kind(creator), {name: _text(value) for name, value in about.items()})


def _kind(creator: Creator) -> str:
    return "Organization" if creator.organization else "Person"


@lru_cache(maxsize=16)
def _publisher(publisher: Publisher) -> str:
    logo = _node("ImageObject", {"url": _text(publisher.logo)}) if publisher.logo else None
    return _node("Organization", {"name": _text(publisher.name), "url": _text(publisher.url), "logo": logo})


def _image(image: Illustration) -> str:
    sized = image.width and image.height
    return _node(
        "ImageObject",
        {
            "url": _text(image.url),
            "width": str(image.width) if sized else None,
            "height": str(image.height) if sized else None,
            "caption": _text(image.caption or image.alt),
        },
    )


def _breadcrumb(trail: Iterable[Step]) -> str:
    steps = _list([_place(number, step, "item") for number, step in enumerate(trail, 1)])
    return _node("BreadcrumbList", {"itemListElement": steps})


def _place(number: int, step: Step, key: str) -> str:
    return f'{{"@type":"ListItem","position":{number},{_named(step, key)}}}'


@lru_cache(maxsize=4096)
def _named(step: Step, key: str) -> str:
    return f'"name":{_encode(step.title)}' + (f',"{key}":{_encode(step.url)}' if step.url else "")


def _id(url: str | None, mark: str) -> str | None:
    return _encode(f"{url}#{mark}") if url else None


def _text(text: str | None) -> str | None:
    return _encode(text) if text else None


def _list(values: Iterable[str]) -> str | None:
    """Return an array of values that are JSON already, None for none."""
    joined = ",".join(values)
    return f"[{joined}]" if joined else None


def _node(kind: str, values: Mapping[str, str | None]) -> str:
    """Return an object of values that are JSON already, without those that are None."""
    given = "".join([f',"{name}":{value}' for name, value in values.items() if value])
    return f'{{"@type":"{kind}"{given}}}'
