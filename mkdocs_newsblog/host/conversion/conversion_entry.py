"""One conversion as it is kept: all that it gave a page, and what it was looked up in.

It holds only while each file that the page links to is where it was.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.conversion.listening import Listener
from mkdocs_newsblog.host.site.contents import contents_of, contents_text


class Lookups:
    """The files of a site, with a note of each one that was asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.asked: dict[str, list[Any] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file as the host's own collection does."""
        file = self._files.get_file_from_path(path)
        self.asked[path] = state_of(file)
        return file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


def state_of(file: File | None) -> list[Any] | None:
    """Return what a link to a file depends on."""
    return None if file is None else [file.src_uri, file.url, file.inclusion.is_excluded()]


def unpacked(data: bytes | None) -> dict[str, Any] | None:
    """Return an entry from its bytes, None for what is none."""
    try:
        entry = json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def holds(entry: dict[str, Any], files: Files) -> bool:
    """Whether every file that an entry was made from is where it was."""
    return all(state_of(files.get_file_from_path(path)) == state for path, state in entry["asked"].items())


def taken(page: Page, lookups: Lookups, listener: Listener) -> dict[str, Any]:
    """Return all that a conversion gave a page."""
    anchors = page.links_to_anchors
    return {
        "asked": lookups.asked,
        "said": listener.said,
        "content": page.content,
        "toc": contents_text(page.toc, strange=None),
        "heading": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "anchors": None if anchors is None else [[file.src_uri, links] for file, links in anchors.items()],
    }


def give(page: Page, entry: dict[str, Any], files: Files) -> None:
    """Give a page what a conversion gave it once, and say again what was said."""
    page.content = entry["content"]
    page.toc = contents_of(entry["toc"])
    page._title_from_render = entry["heading"]
    page.present_anchor_ids = set(entry["ids"])
    if entry["anchors"] is not None:
        found = [(files.src_uris.get(uri), links) for uri, links in entry["anchors"]]
        page.links_to_anchors = {file: links for file, links in found if file is not None}
    for name, level, message in entry["said"]:
        logging.getLogger(name).log(level, "%s", message)
