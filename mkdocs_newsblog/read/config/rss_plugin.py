"""Files that mkdocs-rss-plugin writes into the finished site, which no list of the host's names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

RSS = "rss"
"""The name of mkdocs-rss-plugin."""
FEED_FILES = {"rss": "feed_rss_{}.xml", "json": "feed_json_{}.json"}
"""Names of its feeds: one of posts by creation, one by their last change."""
ORDERS = ("created", "updated")


def files_written(plugins: Iterable[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    """Return the path of each such file below the site's root with the plugin that writes it.

    ``plugins`` are names and options; the host numbers instances behind a space.
    """
    found = ((name.partition(" ")[0], options) for name, options in plugins)
    paths = {path: name for name, options in found if name == RSS for path in _feeds(options)}
    return tuple(sorted(paths.items()))


def _feeds(options: object) -> Iterator[str]:
    given: Mapping[str, object] = options if isinstance(options, Mapping) else {}
    if given.get("enabled") is False:
        return
    for kind in FEED_FILES:
        if given.get(f"{kind}_feed_enabled") is not False:
            yield from (posixpath.normpath(feed_name(given, kind, order)) for order in ORDERS)


def feed_name(options: Mapping[str, object], kind: str, order: str) -> str:
    """Return the name that the options of mkdocs-rss-plugin give one of its feeds."""
    names = options.get("feeds_filenames")
    given = names.get(f"{kind}_{order}") if isinstance(names, Mapping) else None
    return str(given or FEED_FILES[kind].format(order))
