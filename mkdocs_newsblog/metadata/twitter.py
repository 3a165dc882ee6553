"""The card of X (https://developer.x.com/en/docs/x-for-websites/cards): what Open Graph does not say."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.metadata.facts import Illustration, PageFacts
from mkdocs_newsblog.metadata.tags import Tag, meta
from mkdocs_newsblog.schema.options.announcing import MetadataOptions

ALT_LIMIT = 420
"""Characters of an alternative text."""

LARGE = (300, 157)
"""Pixels, across and down, from which a picture may be shown large."""


def _is_large(image: Illustration) -> bool:
    """Whether a picture is, or may be, as large as a large card wants it."""
    return (image.width or LARGE[0]) >= LARGE[0] and (image.height or LARGE[1]) >= LARGE[1]


def twitter_tags(facts: PageFacts, options: MetadataOptions) -> Iterable[Tag | None]:
    """Return the card; title and description fall back to those of Open Graph where that is on."""
    alone = not options.open_graph
    image = facts.card_image if facts.card_image and facts.card_image.fits_cards else None
    alt = image.alt if image else ""
    return [
        meta("twitter:card", "summary_large_image" if image and _is_large(image) else "summary"),
        meta("twitter:site", options.twitter_site),
        meta("twitter:title", facts.title if alone else None),
        meta("twitter:description", facts.description if alone else None),
        meta("twitter:image", image.url if image else None),
        meta("twitter:image:alt", alt if len(alt) <= ALT_LIMIT else alt[: ALT_LIMIT - 1] + "…"),
    ]
