"""The card of X (https://developer.x.com/en/docs/x-for-websites/cards): what Open Graph does not say."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.metadata.facts import PageFacts
from mkdocs_newsblog.metadata.links import Tag, meta
from mkdocs_newsblog.schema.announcing import MetadataOptions

ALT_LIMIT = 420
"""Characters of an alternative text."""


def twitter_tags(facts: PageFacts, options: MetadataOptions) -> Iterable[Tag | None]:
    """Return the card; title and description fall back to those of Open Graph where that is on."""
    image, alone = facts.image, not options.open_graph
    alt = image.alt if image else ""
    return [
        meta("twitter:card", "summary_large_image" if image else "summary"),
        meta("twitter:site", options.twitter_site),
        meta("twitter:title", facts.title if alone else None),
        meta("twitter:description", facts.description if alone else None),
        meta("twitter:image", image.url if image else None),
        meta("twitter:image:alt", alt if len(alt) <= ALT_LIMIT else alt[: ALT_LIMIT - 1] + "…"),
    ]
