#!/usr/bin/env python3
"""How long `newsblog check` takes: python bench/check.py [posts] [runs].

The posts are made here, the same ones each time: six dialects of front matter, bodies of some 3 kB, tags and
pictures, and every hundredth post with a mistake. What is printed is the wall time of whole processes.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import TAGS, WORDS

CONFIG = "site_name: Bench\ntheme: {name: mkdocs}\nplugins:\n  - newsblog: {dir: news}\n"


def front_matter(number: int, chance: random.Random) -> str:
    """The front matter of one post, in one of six dialects."""
    day = dt.date(2000, 1, 1) + dt.timedelta(days=number % 9000)
    title = " ".join(chance.choices(WORDS, k=6)).capitalize()
    tags = sorted(chance.sample(TAGS, 3))
    listed = "\n".join(f"  - {tag}" for tag in tags)
    broken = "draft: perhaps\n" if number % 100 == 0 else ""
    dialects = (
        f"title: {title}\npubDate: {day:%b %d %Y}\ndescription: A note on {title.lower()}.\n"
        f"heroImage: ../img/{number % 50}.jpg\nheroAlt: A view\ntags: [{', '.join(tags)}]\n",
        f"title: '{title}'\ndate: {day}T08:30:00+02:00\nlastmod: {day}\ntags:\n{listed}\nsummary: Short.\n",
        f"layout: post\ntitle: {title}\ndate: {day} 12:00:00 +0000\ncategories: [{tags[0]}]\nauthor: Ada\n",
        f"title: {title}\ndate:\n  created: {day}\n  updated: {day}\nauthors:\n  - ada\ntags:\n{listed}\n",
        f"Title: {title}\nDate: {day}\nCategory: {tags[1]}\nTags: {', '.join(tags)}\nSlug: post-{number}\n",
        f"title: {title}\npublishedAt: {day}\ncover:\n  image: /img/{number % 50}.jpg\n  alt: A view\n",
    )
    return f"---\n{dialects[number % len(dialects)]}{broken}---\n\n"


def body(chance: random.Random) -> str:
    """A body of headings, paragraphs, a list and a block of code."""
    paragraphs = [" ".join(chance.choices(WORDS, k=70)).capitalize() + "." for _ in range(5)]
    return (
        f"{paragraphs[0]}\n\n<!-- more -->\n\n## Part\n\n"
        + "\n\n".join(paragraphs[1:])
        + "\n\n```\ncode\n```\n"
    )


def make_site(root: Path, posts: int) -> None:
    """Write the site."""
    chance = random.Random(20240501)  # noqa: S311 - repeatable, not secret
    root.mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    images = root / "docs" / "img"
    images.mkdir(parents=True)
    for number in range(50):
        (images / f"{number}.jpg").write_bytes(b"")
    for number in range(posts):
        path = root / "docs" / "news" / f"{number % 40:02}" / f"post-{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front_matter(number, chance) + body(chance), encoding="utf-8")


def timed(root: Path, *arguments: str) -> tuple[float, str]:
    """Seconds of one run, and the last line it printed."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs_newsblog.cli", "check", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return time.perf_counter() - start, (done.stdout + done.stderr).strip().rpartition("\n")[2]


def main() -> None:
    """Make the site, then time the check of all posts and of one."""
    posts, runs = [*map(int, sys.argv[1:3]), *(10_000, 5)[len(sys.argv[1:3]) :]]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_site(root, posts)
        for name, arguments in (("all posts", ()), ("one post", ("docs/news/01/post-00001.md",))):
            results = [timed(root, *arguments) for _ in range(runs)]
            seconds = statistics.median(result[0] for result in results)
            sys.stdout.write(f"{name}: {seconds:.2f} s (median of {runs}); {results[-1][1]}\n")


if __name__ == "__main__":
    main()
