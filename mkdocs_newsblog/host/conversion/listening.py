"""What is said while a page is converted, written down so that it can be said again, or kept back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.structure.pages import Page

PAGES = logging.getLogger(Page.__module__)
"""Where the host says what is wrong with links."""


class Listener(logging.Handler):
    """Writes down what is said while a page is converted, by whomever."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[list[Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Write down one line."""
        if record.name != PAGES.name:
            self.hear(record)

    def hear(self, record: logging.LogRecord) -> bool:
        """Write down a line, also one that a filter is about to keep back."""
        self.said.append([record.name, record.levelno, record.getMessage()])
        return True


@contextmanager
def muted() -> Iterator[None]:
    """Let nobody say anything meanwhile: what is tried is said again, or counted, when it is done."""
    before = logging.root.manager.disable
    logging.disable()
    try:
        yield
    finally:
        logging.disable(before)


@contextmanager
def listening() -> Iterator[Listener]:
    """Yield what hears all that is said meanwhile."""
    host = logging.getLogger(Page.__module__.partition(".")[0])
    # The command line keeps what the host says from the root, where libraries are heard.
    loggers = [logging.getLogger()] if host.propagate else [logging.getLogger(), host]
    listener = Listener()
    for logger in loggers:
        logger.addHandler(listener)
    PAGES.filters.insert(0, listener.hear)
    try:
        yield listener
    finally:
        PAGES.removeFilter(listener.hear)
        for logger in loggers:
            logger.removeHandler(listener)
