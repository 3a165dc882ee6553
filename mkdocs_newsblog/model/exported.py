"""What an export has made: written by the process that builds, read by the command that called it."""

from __future__ import annotations

from typing import TypedDict

INDEX = "index.json"
"""The file that holds it, written last."""


class ExportIndex(TypedDict):
    """Where each file of the new docs folder is, and what the configuration has to say."""

    nav: list[object] | None
    """The navigation, where the site's own does not hold any more."""
    edit_uri: str | None
    """Where the sources of pages are edited, as the host has it by itself."""
    files: dict[str, str]
    """Path below the new docs folder -> path of the content on this machine."""
    styles: list[str]
    folders: list[str]
    """Where pages are that need not stand in the navigation."""
    moved: dict[str, str]
    """Sources of pages with another place, and that."""
    unlisted: list[str]
    """Pages with another place that the site's own patterns kept out of the navigation."""
    excluded: list[str]
    """Files that the site's own patterns would exclude in their places there."""
    drafts: list[str]
    """Files that the site's own patterns would take for drafts there."""
    elsewhere: dict[str, str]
    """Sources of pages for which no place gives the address that they have, and the address that they get."""
    finished: list[str]
    """Sources of pages that are no Markdown any more, listings apart."""
    orders: list[str]
    """Sources of pages in whose scripts other generators may find orders."""
