"""Which programs make the site: what is kept of a build holds only for the same ones."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points, version

from mkdocs.structure.pages import Page

GROUPS = ("mkdocs.themes", "properdocs.themes", "mkdocs.plugins", "properdocs.plugins")
"""Groups of entry points under which themes and plugins are installed."""


@cache
def host_version() -> str:
    """Return the host's name and version: what it says of a page stands under its own name."""
    name = Page.__module__.partition(".")[0]
    return f"{name} {version(name)}"


@cache
def add_on_versions() -> str:
    """Return the versions of all packages that bring themes or plugins.

    A theme may extend that of another, and a plugin may rewrite templates.
    """
    points = (point for group in GROUPS for point in entry_points(group=group))
    return repr(sorted(f"{point.value} {point.dist.version if point.dist else ''}" for point in points))
