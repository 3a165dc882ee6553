"""Tags that every kind of program reads: description, canonical address, authors, robots, neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.metadata.facts import PageFacts
from mkdocs_newsblog.metadata.tags import Tag, link, meta, pager_links
from mkdocs_newsblog.schema.options.announcing import MetadataOptions


def page_tags(facts: PageFacts, options: MetadataOptions) -> Iterable[Tag | None]:
    """Return what HTML itself (4.2.5 and 4.6.7) and search engines define."""
    return [
        meta("description", facts.description),
        link("canonical", facts.url),
        meta("author", ", ".join([creator.name for creator in facts.creators])),
        meta("robots", _robots(facts, options)),
        link("author", next((each.url for each in facts.creators if each.url), None)),
        meta("fediverse:creator", _account(facts, options)) if facts.kind == "article" else None,
        *pager_links(facts.previous, facts.next),
    ]


def _account(facts: PageFacts, options: MetadataOptions) -> str | None:
    accounts = (creator.account for creator in facts.creators)
    return next(filter(None, accounts), options.fediverse_creator)


def _robots(facts: PageFacts, options: MetadataOptions) -> str | None:
    """Return the rules for search engines (Google, Robots meta tag), None where the usual ones do."""
    if facts.noindex:
        return "noindex, follow"
    large = facts.kind == "article" and facts.image is not None and options.large_preview
    return "max-image-preview:large" if large else None
