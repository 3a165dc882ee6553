"""Floor 4: what a page says in its head."""

from __future__ import annotations

from mkdocs_newsblog.metadata.facts import PageFacts
from mkdocs_newsblog.metadata.json_ld import json_ld_tag
from mkdocs_newsblog.metadata.open_graph import open_graph_tags
from mkdocs_newsblog.metadata.page import page_tags
from mkdocs_newsblog.metadata.tags import Tag
from mkdocs_newsblog.metadata.twitter import twitter_tags
from mkdocs_newsblog.schema.options.announcing import MetadataOptions


def head_tags(facts: PageFacts, options: MetadataOptions) -> list[Tag]:
    """Return all that a page's head should say, as the options ask for it."""
    tags = [
        *page_tags(facts, options),
        *(open_graph_tags(facts) if options.open_graph else ()),
        *(twitter_tags(facts, options) if options.twitter else ()),
        json_ld_tag(facts) if options.json_ld else None,
    ]
    return [tag for tag in tags if tag]
