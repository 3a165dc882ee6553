"""Floor 4: what a page says in its head."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.metadata.facts import PageFacts
from mkdocs_newsblog.metadata.json_ld import json_ld_tag
from mkdocs_newsblog.metadata.links import Tag
from mkdocs_newsblog.metadata.open_graph import open_graph_tags
from mkdocs_newsblog.metadata.page import page_tags
from mkdocs_newsblog.metadata.twitter import twitter_tags
from mkdocs_newsblog.schema.announcing import MetadataOptions


def head_tags(facts: PageFacts, options: MetadataOptions) -> Iterable[Tag]:
    """Yield all that a page's head should say, as the options ask for it."""
    yield from page_tags(facts, options)
    if options.open_graph:
        yield from open_graph_tags(facts)
    if options.twitter:
        yield from twitter_tags(facts, options)
    if options.json_ld:
        yield json_ld_tag(facts)
