"""The card of X (https://developer.x.com/en/docs/x-for-websites/cards): what Open Graph does not say."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.metadata.facts import PageFacts
from mkdocs_newsblog.metadata.links import Tag, meta
from mkdocs_newsblog.schema.announcing import MetadataOptions

ALT_LIMIT = 420
"""Characters of an alternative text."""


def twitter_tags(facts: PageFacts, options: MetadataOptions) -> Iterable[Tag]:
    """Yield the card; title and description fall back to those of Open Graph where that is on."""
    yield from meta("twitter:card", "summary_large_image" if facts.image else "summary")
    yield from meta("twitter:site", options.twitter_site)
    if not options.open_graph:
        yield from meta("twitter:title", facts.title)
        yield from meta("twitter:description", facts.description)
    if facts.image:
        yield from meta("twitter:image", facts.image.url)
        alt = facts.image.alt
        yield from meta("twitter:image:alt", alt if len(alt) <= ALT_LIMIT else alt[: ALT_LIMIT - 1] + "…")
