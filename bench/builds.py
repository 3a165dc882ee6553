#!/usr/bin/env python3
"""What a build costs: python bench/builds.py [--posts 300 1000] [--runs 3] [--theme material]

Each site is built in a process of its own, the variants by turns within one run, so that a busy machine
slows all of them; what counts are the ratios. Variants:

    plain      the posts as ordinary pages, search on, no blog
    newsblog   the same with this plugin, everything on
    warm       newsblog once more, one post edited, with what the last build kept
    hand       plain with as many listings as newsblog makes, written by hand as Markdown
    blog       Material's blog plugin with tags, archive, categories and author profiles
    lean       newsblog without pages of months and authors, and without feeds of single terms
    kept       as warm, with finished pages kept, too

All but the last two are built unless others are named.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import CALM, write_docs, write_people, write_posts
from selectolax.lexbor import LexborHTMLParser

HERE = Path(__file__).resolve().parent
DOCS = 50
CONFIG = """\
site_name: Bench
site_url: https://bench.example/docs/
theme: {{name: {theme}}}
not_in_nav: |
  /news/
markdown_extensions:
  - tables
  - attr_list
  - admonition
  - toc: {{permalink: true}}
plugins:
  - search
{plugins}
nav:
{nav}
"""
PLUGINS = {
    "plain": "",
    "hand": "",
    "newsblog": "  - newsblog: {dir: news}\n",
    "warm": "  - newsblog: {dir: news}\n",
    "lean": "  - newsblog: {dir: news, archive: {months: false}, authors: false, feeds: {per: []}}\n",
    "kept": "  - newsblog: {dir: news, cache: {pages: true}}\n",
    "blog": "  - blog: {blog_dir: news, pagination_per_page: 10, authors_profiles: true}\n  - tags\n",
}
FLOOR = 0.38
"""What a page of finished HTML costs, in ordinary pages: it is templated and written, not converted."""


@dataclass(frozen=True)
class Cost:
    """One build: seconds of processor time, MiB of memory at its peak, HTML pages."""

    seconds: float
    memory: float
    pages: int


class Bench:
    """The sites of one number of posts."""

    def __init__(self, root: Path, posts: int, theme: str) -> None:
        self.root = root
        self.posts = posts
        self.theme = theme

    def write(self, name: str) -> None:
        """Write the sources of a variant."""
        top = self.root / name
        if name == "warm":
            return
        nav = write_docs(top / "docs", DOCS)
        if name == "blog":
            nav.append("  - News: news/index.md")
            write_posts(top / "docs" / "news" / "posts", self.posts, material=True)
            (top / "docs" / "news" / "index.md").write_text("# News\n")
            (top / "docs" / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n")
            write_people(top / "docs" / "news" / ".authors.yml")
        else:
            write_posts(top / "docs" / "news", self.posts)
        if name == "hand":
            self._write_listings(top / "docs")
        config = CONFIG.format(theme=self.theme, plugins=PLUGINS[name], nav="\n".join(nav))
        (top / "mkdocs.yml").write_text(config)

    def _write_listings(self, docs: Path) -> None:
        """Write by hand what the plugin has made: its listings as Markdown, with the same posts."""
        site = self.root / "newsblog" / "site"
        for page in sorted(site.glob("news/**/index.html")):
            tree = LexborHTMLParser(page.read_bytes())
            if tree.css_first(".newsblog-view") is None:
                continue
            where = page.relative_to(site).parent
            lines = [f"# {tree.css_first('.newsblog-view h1').text(strip=True)}", ""]
            for card in tree.css(".newsblog-view .newsblog-card"):
                title = card.css_first("a.newsblog-card__title, .newsblog-card__title a")
                source = (where / title.attributes["href"]).parts
                lines += list(_entry(card, title.text(strip=True), os.path.relpath(Path(*source), where)))
            lines += [
                f"- [{term.text(strip=True)}]({term.attributes['href']}index.md)"
                for term in tree.css(".newsblog-terms a")
            ]
            target = docs / where / "index.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def build(self, name: str) -> Cost:
        """Build a variant in a process of its own."""
        top = self.root / ("newsblog" if name == "warm" else name)
        if name in ("newsblog", "lean"):
            shutil.rmtree(top / ".cache", ignore_errors=True)
        if name == "kept" and not (top / ".cache").exists():
            self._run(top)
        if name in ("warm", "kept"):
            self._edit(top)
        return self._run(top)

    def _run(self, top: Path) -> Cost:
        site = top / "site"
        shutil.rmtree(site, ignore_errors=True)
        command = [sys.executable, str(HERE / "measured.py"), "build", "-q", "-f", str(top / "mkdocs.yml")]
        done = subprocess.run(command, check=True, env=os.environ | CALM, stdout=subprocess.PIPE, text=True)
        cost = json.loads(done.stdout.splitlines()[-1])
        return Cost(cost["seconds"], cost["memory"], sum(1 for _ in site.rglob("*.html")))

    def _edit(self, top: Path) -> None:
        post = sorted((top / "docs" / "news").glob("*.md"))[self.posts // 2]
        post.write_text(post.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")

    def rebuild(self, name: str) -> float:
        """Return the seconds of processor time of a preview's build after one post was edited."""
        top = self.root / name
        post = sorted((top / "docs" / "news").glob("*.md"))[self.posts // 2]
        command = [sys.executable, str(HERE / "rebuild.py"), str(top / "mkdocs.yml"), str(post)]
        done = subprocess.run(command, check=True, env=os.environ | CALM, stdout=subprocess.PIPE, text=True)
        return statistics.median(json.loads(done.stdout.splitlines()[-1])["cpu"][1:])

    def phases(self) -> tuple[float, dict[str, float]]:
        """Return the seconds of one more build, and those that the parts of the plugin take of it."""
        top = self.root / "newsblog"
        shutil.rmtree(top / ".cache", ignore_errors=True)
        command = [
            sys.executable,
            str(HERE / "measured.py"),
            "--phases",
            "build",
            "-q",
            "-f",
            str(top / "mkdocs.yml"),
        ]
        done = subprocess.run(command, check=True, env=os.environ | CALM, stdout=subprocess.PIPE, text=True)
        found = json.loads(done.stdout.splitlines()[-1])
        return found["seconds"], found["phases"]


def _entry(card: object, title: str, href: str) -> Iterator[str]:
    summary = card.css_first(".newsblog-card__summary")  # type: ignore[attr-defined]
    date = card.css_first("time")  # type: ignore[attr-defined]
    yield f"## [{title}]({href}.md)" if summary else f"- [{title}]({href}.md)"
    if summary:
        yield from ("", f"*{date.text(strip=True)}*", "", " ".join(summary.text().split()), "")


def measure(posts: int, theme: str, runs: int, names: list[str]) -> dict[str, list[Cost]]:
    """Return what every variant cost, run by run, and print the table of one number of posts."""
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), posts, theme)
        written: set[str] = set()
        for _ in range(runs):
            for name in names:
                if name not in written:
                    bench.write(name)
                    written.add(name)
                costs[name].append(bench.build(name))
        previews = [(bench.rebuild("plain"), bench.rebuild("newsblog")) for _ in range(runs)]
        whole, phases = bench.phases()
    _print(posts, theme, costs, whole, phases)
    plain, ours = (statistics.median(each) for each in zip(*previews, strict=True))
    ratio = statistics.median(own / other for other, own in previews)
    print(f"\nPreview, after one edit: plain {plain:.2f} s, newsblog {ours:.2f} s, {ratio:.2f} × plain")
    return costs


def _print(
    posts: int, theme: str, costs: dict[str, list[Cost]], whole: float, phases: dict[str, float]
) -> None:
    plain = costs["plain"]
    ordinary = plain[0].pages
    print(f"\n{posts} posts, {DOCS} docs pages, {theme}, {len(plain)} runs\n")
    print("| variant | pages | seconds | × plain | × floor | MiB |\n| --- | --- | --- | --- | --- | --- |")
    for name, each in costs.items():
        ratio = statistics.median(one.seconds / base.seconds for one, base in zip(each, plain, strict=True))
        floor = 1 + FLOOR * (each[0].pages - ordinary) / ordinary
        seconds = statistics.median(one.seconds for one in each)
        memory = max(one.memory for one in each)
        print(
            f"| {name} | {each[0].pages} | {seconds:.1f} | {ratio:.2f} | {ratio / floor:.2f} | {memory:.0f} |"
        )
    total = sum(phases.values())
    share, each_post = total / whole, total / posts * 1000
    print(f"\nIn our own code {total:.2f} s, {share:.1%} of the build, {each_post:.2f} ms a post:\n")
    print("| " + " | ".join(phases) + " |\n|" + " --- |" * len(phases))
    print("| " + " | ".join(f"{seconds:.2f} s" for seconds in phases.values()) + " |", flush=True)


def main() -> None:
    """Build everything by turns and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--posts", type=int, nargs="+", default=[300, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--theme", default="material")
    parser.add_argument(
        "--with", dest="names", nargs="*", default=["plain", "newsblog", "warm", "hand", "blog"]
    )
    options = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    names = list(dict.fromkeys(["plain", "newsblog", *options.names]))
    growth: dict[str, list[tuple[int, float, float]]] = {}
    for posts in options.posts:
        for name, each in measure(posts, options.theme, options.runs, names).items():
            middle = statistics.median(one.seconds for one in each)
            growth.setdefault(name, []).append((posts, middle, max(one.memory for one in each)))
    for name, points in growth.items():
        (small, first, less), (large, last, more) = points[0], points[-1]
        if large > small:
            exponent = math.log(last / first) / math.log(large / small)
            kib = (more - less) * 1024 / (large - small)
            print(f"{name}: grows as posts^{exponent:.2f}, {kib:.0f} KiB a further post")


if __name__ == "__main__":
    main()
