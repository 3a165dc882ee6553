#!/usr/bin/env python3
"""Build a site as `mkdocs serve` does, edit one post, build again, and print what each took as JSON.

    python bench/rebuild.py mkdocs.yml post.md [rebuilds]

Times are processor time and wall-clock time of this process. There is no server: what is measured is the
build that a reader of the preview waits for.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

ADDRESS = "http://127.0.0.1:8000/docs/"


def timed(config: MkDocsConfig) -> tuple[float, float]:
    """Build, and return the processor time and the wall-clock time that it took, in seconds."""
    config.site_url = ADDRESS
    cpu, wall = time.process_time(), time.perf_counter()
    build(config, serve_url=ADDRESS)
    return time.process_time() - cpu, time.perf_counter() - wall


def main() -> int:
    """Build, edit and build again, as often as asked."""
    config_file, post = sys.argv[1], Path(sys.argv[2])
    times = []
    with tempfile.TemporaryDirectory() as site:
        config = load_config(config_file, site_dir=site)
        config.plugins.on_startup(command="serve", dirty=False)
        for number in range(int((*sys.argv[3:], "2")[0]) + 1):
            if number:
                config = load_config(config_file, site_dir=site)
                post.write_text(f"{post.read_text(encoding='utf-8')}\nLine {number}.\n", encoding="utf-8")
            times.append(timed(config))
    cpu, wall = zip(*times, strict=True)
    print(json.dumps({"cpu": cpu, "wall": wall}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
