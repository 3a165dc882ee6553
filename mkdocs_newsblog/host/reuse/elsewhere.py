"""What others have given to pages that other pages may show, as far as it is not compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from mkdocs_newsblog.host.reuse.asked import names_of
from mkdocs_newsblog.host.reuse.strangers import given_names, is_ours, is_told

VALUES = "data"
"""Where the host's configuration has its values, which are compared by their names."""


def strange_name(config: MkDocsConfig, nav: Navigation, attributes: Collection[str]) -> str:
    """Return which value that others gave to what all pages share can't be compared, or nothing.

    They are seen under the same names as the values in the configuration, and the places in the navigation.
    """
    given = given_names(config) | given_names(config.theme) | given_names(nav)
    return _said(given - {VALUES}, attributes)


def strange_value(files: Iterable[File], attributes: Collection[str]) -> str:
    """Return which value that others gave to pages may be seen elsewhere and not be compared, or nothing."""
    for file in files:
        page = file.page
        given = [given_names(item) | _own_names(type(item)) for item in (file, page) if item is not None]
        if said := _said(set[str]().union(*given), attributes):
            return said
        if page is not None and "meta" in attributes and not is_told(page.meta):
            return f"what {page.title} holds can't be compared"
    return ""


def _said(given: Collection[str], attributes: Collection[str]) -> str:
    found = sorted(set(given).intersection(attributes))
    return f"templates ask for {found[0]}, which may come from anywhere" if found else ""


def _own_names(kind: Any) -> frozenset[str]:
    """Return the names that a plugin's class of pages or files has for what templates may ask."""
    if is_ours(kind):
        return frozenset()
    return names_of(kind).difference(*(names_of(each) for each in kind.__mro__ if is_ours(each)))
