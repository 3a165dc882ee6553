"""How a page's text reaches the host when it does not stand in a file as it is."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig


def add_reader(config: MkDocsConfig, read: Callable[..., str | None]) -> None:
    """Let a function answer what a page's source is.

    Of a second plugin that defines this event the host warns, and a strict build would end.
    """
    readers = config.plugins.events["page_read_source"]
    if read not in readers:
        readers.append(read)
