"""A progress bar on a terminal, when there is much to do; elsewhere nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

MUCH = 8
"""Steps from which a bar is worth its line."""


@contextmanager
def progress_bar(steps: int, label: str) -> Iterator[Callable[[], None]]:
    """Yield what counts one step; the bar stands on standard error, where the host's messages are."""
    if steps < MUCH or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
