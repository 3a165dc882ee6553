#!/usr/bin/env python3
"""What feeds and metadata cost: python bench/feeds.py [posts] [runs] [count].

One site of posts with 40 tags is built with and without them by turns, in one run, so that a busy machine
slows both; what is printed are the medians and their ratio. With ``count``, valgrind counts instructions
instead, which takes minutes a build and comes out nearly the same each time.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import CALM, TAGS, WORDS

CONFIG = """\
site_name: Bench
site_url: https://bench.example/docs/
theme: {{name: {theme}}}
markdown_extensions: [fenced_code, tables, toc]
plugins:
  - search
  - newsblog: {options}
"""
OPTIONS = {
    "without": "{dir: news, cache: false, feeds: false, metadata: false}",
    "with": "{dir: news, cache: false}",
    "with full text": "{dir: news, cache: false, feeds: {content: full}}",
}


def write_posts(folder: Path, posts: int) -> None:
    """Write the same posts each time."""
    chance = random.Random(6)  # noqa: S311 - no secret
    folder.mkdir(parents=True)
    (folder.parent / "index.md").write_text("# Bench\n")
    for number in range(posts):
        day = dt.date(2000, 1, 1) + dt.timedelta(days=number)
        title = " ".join(chance.choices(WORDS, k=6)).capitalize()
        tags = ", ".join(sorted(chance.sample(TAGS, 3)))
        parts = [" ".join(chance.choices(WORDS, k=70)).capitalize() + "." for _ in range(5)]
        code = "```python\nif tide > 3:\n    warn()\n```"
        body = f"{parts[0]}\n\n## Part\n\n" + "\n\n".join([*parts[1:], code])
        head = f"title: {title}\ndate: {day}\ntags: [{tags}]\ndescription: About {title}.\nauthor: Ada\n"
        (folder / f"{number:05}.md").write_text(f"---\n{head}---\n\n{body}\n")


def seconds(config: Path, site: Path) -> float:
    """Return the processor time of one build, which other work on the machine changes little."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=os.environ | CALM)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def instructions(config: Path, site: Path) -> float:
    """Return the instructions of one build, in thousands of millions."""
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    command = [*tool, sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]
    done = subprocess.run(command, check=True, env=os.environ | CALM, capture_output=True, text=True)
    return int(done.stderr.rpartition("refs:")[2].split()[0].replace(",", "")) / 1e9


def main() -> None:
    """Build by turns and print a table."""
    given = [text for text in sys.argv[1:] if text != "count"]
    posts, runs = (int(text) for text in (*given, *("1000", "3")[len(given) :]))
    measure, unit = (instructions, "G") if "count" in sys.argv else (seconds, "s")
    theme = os.environ.get("BENCH_THEME", "material")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_posts(root / "docs" / "news", posts)
        times: dict[str, list[float]] = {kind: [] for kind in OPTIONS}
        for _ in range(runs):
            for kind, options in OPTIONS.items():
                config = root / f"{kind.replace(' ', '-')}.yml"
                config.write_text(CONFIG.format(theme=theme, options=options))
                times[kind].append(measure(config, root / "site"))
    print(f"{posts} posts, {len(TAGS)} tags, {theme}, median of {runs}")
    for kind, each in times.items():
        # Pairs of one turn, since a machine's speed changes between turns.
        ratio = statistics.median(one / base for one, base in zip(each, times["without"], strict=True))
        print(f"{kind:<16}{statistics.median(each):7.2f} {unit}{(ratio - 1) * 100:+7.1f} %")


if __name__ == "__main__":
    main()
