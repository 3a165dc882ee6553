#!/usr/bin/env python3
"""What the plugin adds to a small site: python bench/startup.py [--runs 20] [--theme mkdocs] [--posts 0 3]

A site of ten pages, of which some are posts, is built with and without the plugin by turns, each build in a
process of its own and without what a former one kept. Printed are medians: processor and wall time of whole
processes, the time that the plugin adds, memory at the peak, and the number of modules that are imported.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import CALM, write_docs, write_posts

PAGES = 10
CONFIG = """\
site_name: Bench
site_url: https://bench.example/docs/
theme: {{name: {theme}}}
plugins:
  - search
{plugin}"""
PLUGINS = {"plain": "", "newsblog": "  - newsblog: {dir: news}\n"}


@dataclass(frozen=True)
class Cost:
    """One build: milliseconds of processor and of wall time, MiB at the peak."""

    processor: float
    wall: float
    memory: float


def write_site(top: Path, plugin: str, posts: int, theme: str) -> None:
    """Write a site of ten pages; with the plugin there is a section even where there is no post."""
    write_docs(top / "docs", PAGES - posts)
    write_posts(top / "docs" / "news", posts)
    (top / "mkdocs.yml").write_text(CONFIG.format(theme=theme, plugin=PLUGINS[plugin]), encoding="utf-8")


def command(top: Path, *flags: str) -> list[str]:
    """Return the command that builds a site."""
    return [sys.executable, *flags, "-m", "mkdocs", "build", "-q", "-f", str(top / "mkdocs.yml")]


def build(top: Path) -> Cost:
    """Build a site from nothing."""
    for folder in ("site", ".cache"):
        shutil.rmtree(top / folder, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(command(top), env=os.environ | CALM, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build of {top.name} failed")
    return Cost((used.ru_utime + used.ru_stime) * 1000, wall * 1000, used.ru_maxrss / 1024)


def modules(top: Path) -> int:
    """Return how many modules a build imports."""
    done = subprocess.run(
        command(top, "-X", "importtime"), check=True, env=os.environ | CALM, stderr=subprocess.PIPE, text=True
    )
    return sum(line.startswith("import time:") for line in done.stderr.splitlines()) - 1


def measure(theme: str, posts: int, runs: int) -> None:
    """Build by turns, and print the rows of one theme and number of posts."""
    with tempfile.TemporaryDirectory() as folder:
        tops = {name: Path(folder, name) for name in PLUGINS}
        for name, top in tops.items():
            write_site(top, name, posts, theme)
            build(top)  # what Python compiles and the system reads for the first time is no part of it
        costs: dict[str, list[Cost]] = {name: [] for name in PLUGINS}
        for _ in range(runs):
            for name, top in tops.items():
                costs[name].append(build(top))
        for name, each in costs.items():
            middle = [statistics.median(values) for values in _columns(each)]
            _print(theme, posts, name, middle, str(modules(tops[name])))
    pairs = zip(*(_columns(costs[name]) for name in ("newsblog", "plain")), strict=True)
    _print(theme, posts, "added", [_added(ours, plain) for ours, plain in pairs], "")


def _columns(costs: list[Cost]) -> list[list[float]]:
    return [[getattr(one, name) for one in costs] for name in ("processor", "wall", "memory")]


def _added(ours: list[float], plain: list[float]) -> float:
    """Return the median of the differences of builds that ran right after one another."""
    return statistics.median(one - other for one, other in zip(ours, plain, strict=True))


def _print(theme: str, posts: int, name: str, middle: list[float], imported: str) -> None:
    cells = [theme, str(posts), name, *(f"{value:.0f}" for value in middle), imported]
    print("| " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    """Measure every theme with every number of posts, and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--theme", nargs="+", default=["mkdocs", "material"])
    parser.add_argument("--posts", type=int, nargs="+", default=[0, 1, 3])
    options = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"\n{PAGES} pages in all, medians of {options.runs} runs by turns\n")
    heads = ("theme", "posts", "build", "processor ms", "wall ms", "MiB", "modules")
    print("| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads))
    for theme in options.theme:
        for posts in options.posts:
            measure(theme, posts, options.runs)


if __name__ == "__main__":
    main()
