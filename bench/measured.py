#!/usr/bin/env python3
"""Run mkdocs and print what the process took as one line of JSON; with --phases, what our own parts took.

Times are processor time of this process and its children. Phases are measured around our events, so they
hold our own code and what it calls, and nothing of the host.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any

PHASES: dict[str, float] = defaultdict(float)


def _timed(owner: Any, name: str, phase: str) -> None:
    inner: Callable[..., Any] = getattr(owner, name)

    @wraps(inner)
    def around(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return inner(*args, **kwargs)
        finally:
            PHASES[phase] += time.process_time() - start

    setattr(owner, name, around)


def watch() -> None:
    """Put a clock around each of our events, and around what they ask of the build."""
    start = time.process_time()
    from mkdocs_newsblog.host.plugin import NewsblogPlugin as Plugin  # noqa: PLC0415

    PHASES["start"] += time.process_time() - start
    events = {
        "on_config": "start",
        "_on_files_early": "reading and planning",
        "_on_files_late": "reading and planning",
        "_on_nav_late": "addresses",
        "_read_source": "posts",
        "on_page_markdown": "posts",
        "_on_page_content_early": "posts",
        "_on_page_content_late": "posts",
        "on_env": "feeds",
        "on_page_context": "listings",
        "on_post_page": "metadata",
        "on_post_build": "addresses",
    }
    for name, phase in events.items():
        if hasattr(Plugin, name):
            _timed(Plugin, name, phase)
    for name in ("on_files", "on_nav", "on_page_content"):
        event = vars(Plugin)[name]
        event.methods = tuple(getattr(Plugin, method.__name__) for method in event.methods)


def main() -> int:
    """Run the command and print its costs."""
    if sys.argv[1] == "--phases":
        del sys.argv[1]
        watch()
    from mkdocs.__main__ import cli  # noqa: PLC0415

    try:
        cli(standalone_mode=False)
    finally:
        own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
        print(json.dumps({"seconds": seconds, "memory": own.ru_maxrss / 1024, "phases": PHASES}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
