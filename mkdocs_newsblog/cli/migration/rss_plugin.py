"""Options of mkdocs-rss-plugin as ``feeds`` of ours, for ``newsblog migrate``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_newsblog.read.config.rss_plugin import FEED_FILES, feed_name

SAME = {"title": "feed_title", "description": "feed_description", "length": "length", "icon": "image"}
"""Options of ours that say the same as one of its own."""
WHOLE = -1
"""Its number of characters for whole posts."""
ELSEWHERE = {
    "match_path": "a feed has the posts of its section",
    "categories": "a post has its categories and tags in feeds",
    "url_parameters": "links of feeds are the addresses of posts",
    "comments_path": "feeds name no comments",
    "feed_ttl": "feeds do not say how long they hold",
    "abstract_chars_count": "feeds have the summaries that cards show",
    "abstract_delimiter": "feeds have the summaries that cards show",
    "stylesheet": "feeds have one of their own, which feeds.stylesheet takes away",
}
USUAL = (None, ".*", WHOLE, "auto", "<!-- more -->", "")
"""Values of those that are carried over, or say no more than nothing does."""


def holds(rss: Mapping[str, object], folder: str) -> bool:
    """Whether its feeds have the posts of a folder, as far as their names are no matter."""
    try:
        return re.match(str(rss.get("match_path") or ".*"), f"{folder}/post.md") is not None
    except re.error:
        return False


def feeds_of(rss: Mapping[str, object]) -> dict[str, object]:
    """Return options that leave its feeds at the top of the site; nothing where it has none."""
    formats = _formats(rss)
    named = {name: rss[theirs] for name, theirs in SAME.items() if rss.get(theirs) is not None}
    if rss.get("abstract_chars_count") == WHOLE:
        named["content"] = "full"
    files = {kind: f"/{feed_name(rss, kind, 'created')}" for kind in formats}
    return {"formats": formats, "files": files, **named} if formats else {}


def notes_on(rss: Mapping[str, object]) -> Iterator[str]:
    """Yield what those options do not say."""
    names = [feed_name(rss, kind, "updated") for kind in _formats(rss)]
    if names:
        are = "are" if len(names) > 1 else "is"
        told = f"{' and '.join(names)} {are} not made, so let the server send their readers on"
        yield f"rss: take it out; {told}"
        if rss.get("match_path") in (None, ".*"):
            yield "rss held every page of the site: a feed has the posts of its section alone"
    for name, fact in ELSEWHERE.items():
        if rss.get(name) not in USUAL:
            yield f"{name} of rss is left out: {fact}"


def _formats(rss: Mapping[str, object]) -> list[str]:
    return [kind for kind in FEED_FILES if rss.get(f"{kind}_feed_enabled") is not False]
