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
from collections.abc import Callable
from functools import wraps
from typing import Any

PHASES: dict[str, float] = dict.fromkeys(
    ("start", "reading", "planning", "images", "content", "listings", "feeds", "metadata"), 0.0
)
_running: list[str] = []
_since = 0.0


def _switch() -> None:
    """Charge the time since the last switch to the innermost phase."""
    global _since  # noqa: PLW0603
    now = time.process_time()
    if _running:
        PHASES[_running[-1]] += now - _since
    _since = now


def _timed(owner: Any, name: str, phase: str) -> None:
    """Put a clock around a method; what an inner phase takes is not counted in the outer one."""
    inner: Callable[..., Any] = getattr(owner, name)

    @wraps(inner)
    def around(*args: Any, **kwargs: Any) -> Any:
        _switch()
        _running.append(phase)
        try:
            return inner(*args, **kwargs)
        finally:
            _switch()
            _running.pop()

    setattr(owner, name, around)


EVENTS = {
    "on_config": "start",
    "_on_files_early": "planning",
    "_on_files_late": "planning",
    "_on_nav_early": "planning",
    "_on_nav_again": "planning",
    "_on_nav_late": "planning",
    "_read_source": "content",
    "on_page_markdown": "content",
    "_on_page_content_early": "content",
    "_on_page_content_late": "content",
    "on_env": "feeds",
    "on_page_context": "listings",
    "on_post_page": "metadata",
    "on_template_context": "metadata",
    "on_post_build": "content",
}


def watch() -> None:
    """Put a clock around each of our events, and around parts of them that are phases of their own."""
    _running.append("start")
    _switch()
    from mkdocs_newsblog.build.plan import Plan  # noqa: PLC0415
    from mkdocs_newsblog.host.files import section  # noqa: PLC0415
    from mkdocs_newsblog.host.plugin import NewsblogPlugin as Plugin  # noqa: PLC0415
    from mkdocs_newsblog.images.gallery import Gallery  # noqa: PLC0415

    _switch()
    _running.pop()
    for name, phase in EVENTS.items():
        _timed(Plugin, name, phase)
    for name in ("on_files", "on_nav", "on_page_content"):
        event = vars(Plugin)[name]
        event.methods = tuple(getattr(Plugin, method.__name__) for method in event.methods)
    for owner, name, phase in (
        (section, "take_offer", "reading"),
        (Plan, "scan", "reading"),
        (Gallery, "find", "images"),
        (Plan, "develop", "images"),
    ):
        _timed(owner, name, phase)


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
