"""Posts converted ahead by further processes, on systems that fork.

A build goes through its posts from the first to the last. Each further process goes from the last to the
first, and puts on the shelf what a post becomes, where the build finds it. It knows the text of a post as we
hand it to the host: if another plugin changes it, the build converts that post itself, since entries are
found by their text.
"""

from __future__ import annotations

import logging
import mmap
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

FEW = 64
"""Posts that are converted before another process would have begun."""


class ConversionWorkers:
    """The further processes of one build."""

    def __init__(self) -> None:
        self._workers: list[int] = []
        self._numbers: dict[str, int] = {}
        self._begun: mmap.mmap | None = None
        """A byte for each post, shared by all processes: whether one of them has begun it."""

    def start(self, workers: int, uris: Sequence[str], convert: Callable[[str], None]) -> None:
        """Start processes that convert posts by their sources; nothing where that can't be done safely."""
        if workers < 1 or len(uris) < FEW or not may_fork():
            return
        self._begun = mmap.mmap(-1, len(uris))
        self._numbers = {uri: number for number, uri in enumerate(uris)}
        for first in range(workers):
            worker = os.fork()
            if not worker:
                self._work(uris, first, workers, convert)
            self._workers.append(worker)

    def _work(self, uris: Sequence[str], first: int, step: int, convert: Callable[[str], None]) -> NoReturn:
        """Do the work of one process, and end it: nothing of the build's own ending may run twice."""
        status = 1
        try:
            parent = os.getppid()
            _be_quiet()
            for number in range(len(uris) - 1 - first, -1, -step):
                if os.getppid() != parent:
                    break
                if self._begins(number):
                    convert(uris[number])
            status = 0
        finally:
            os._exit(status)

    def _begins(self, number: int) -> bool:
        """Take a post, unless another process has; two that take one at once make the same of it."""
        if self._begun is None or self._begun[number]:
            return False
        self._begun[number] = 1
        return True

    def take(self, uri: str) -> None:
        """Let no other process begin a post any more."""
        if uri in self._numbers:
            self._begins(self._numbers[uri])

    def stop(self) -> None:
        """End the processes, and wait until they are gone."""
        workers, self._workers = self._workers, []
        for worker in workers:
            with suppress(OSError):
                os.kill(worker, signal.SIGTERM)
                os.waitpid(worker, 0)
        if self._begun is not None:
            self._begun.close()
            self._begun, self._numbers = None, {}


def may_fork() -> bool:
    """Whether this process may be copied: a lock that another thread holds would stay locked for ever."""
    if sys.platform != "linux":
        return False
    with suppress(OSError):
        return len(list(Path("/proc/self/task").iterdir())) == 1
    return False


def _be_quiet() -> None:
    """Say nothing: what is said of a post is kept with it, and said by the build."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("", "mkdocs", "properdocs"):
        logging.getLogger(name).handlers.clear()
    logging.lastResort = None
