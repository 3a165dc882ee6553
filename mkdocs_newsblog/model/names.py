"""The closed lists of names that other floors must cover."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: errors stop a build, warnings are counted by ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    IGNORE = "ignore"


class Status(StrEnum):
    """The publication state that the author of a post asked for.

    ``SCHEDULED`` and ``EXPIRED`` follow from the clock, see :mod:`mkdocs_newsblog.collect.publish`;
    front matter itself only says ``PUBLISHED``, ``DRAFT``, ``UNLISTED`` or ``SKIP``.
    """

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"
    UNLISTED = "unlisted"
    SKIP = "skip"


class TaxonomyKind(StrEnum):
    """The ways posts are grouped by what their authors say of them."""

    TAGS = "tags"
    CATEGORIES = "categories"
    AUTHORS = "authors"
    SERIES = "series"


class ViewKind(StrEnum):
    """Every kind of listing page."""

    INDEX = "index"
    ARCHIVE = "archive"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TERM = "term"
    TERMS = "terms"


class FeedFormat(StrEnum):
    """The formats in which a feed is written."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"


class Layout(StrEnum):
    """The layouts that come with this package; a site adds its own by a template each."""

    CARDS = "cards"
    LIST = "list"
    COMPACT = "compact"
    TABLE = "table"
