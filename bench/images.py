#!/usr/bin/env python3
"""What pictures cost: python bench/images.py [--posts 1000] [--width 1200] [--runs 5] [--folder F]

The same posts are built in four ways by turns in one run, each build in a process of its own:

    none       posts without any picture
    unshown    posts that name none, with the pictures beside them, which the host copies into the site
    originals  each with a local hero, no two alike, shown as it is
    copies     the same with smaller copies, which the first build has made

Printed are the processor time of the build that makes the copies, and for builds after it the processor time
of each way and its ratio to the others, turn by turn: a busy machine slows all of a turn.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import CALM, articles
from PIL import Image

HERE = Path(__file__).resolve().parent
CONFIG = """\
site_name: Bench
site_url: https://bench.example.org/
docs_dir: {docs}
site_dir: site-{name}
theme: {{name: material, font: false}}
plugins: [search, {{newsblog: {{dir: news, images: {images}}}}}]
"""
WAYS = {
    "none": ("bare", "{variants: false}"),
    "unshown": ("unshown", "{variants: false, discover: []}"),
    "originals": ("docs", "{variants: false}"),
    "copies": ("docs", "{variants: true}"),
}
"""The folder of posts and the options of each way."""
BASES = ("originals", "unshown", "none")


def draw(root: Path, posts: int, width: int) -> None:
    """Write the posts with a picture for each, with one that they do not name, and without."""
    for name in ("docs", "unshown", "bare"):
        (root / name / "news").mkdir(parents=True)
        (root / name / "index.md").write_text("# Home\n")
    ground = Image.effect_noise((width, width * 9 // 16), 40).convert("RGB")
    for number, each in enumerate(articles(posts)):
        for bit in range(16):  # squares of two colours: JPEG loses what differs less
            colour = "navy" if number >> bit & 1 else "gold"
            ground.paste(colour, (bit * 32, 32, bit * 32 + 32, 64))
        file = io.BytesIO()
        ground.save(file, "JPEG", quality=60)
        for name in ("docs", "unshown"):
            (root / name / "news" / f"{each.name}.jpg").write_bytes(file.getvalue())
        head = f"title: {each.title}\ndate: {each.date}\ntags: [{', '.join(each.tags)}]\n"
        hero = f"hero: {each.name}.jpg\nheroAlt: A\n"
        (root / "docs/news" / f"{each.name}.md").write_text(f"---\n{head}{hero}---\n\n{each.body}\n")
        for name in ("unshown", "bare"):
            (root / name / "news" / f"{each.name}.md").write_text(f"---\n{head}---\n\n{each.body}\n")


def build(root: Path, name: str) -> float:
    """Build once in a process of its own, and return its processor time in seconds."""
    docs, images = WAYS[name]
    config = root / f"{name}.yml"
    config.write_text(CONFIG.format(name=name, docs=docs, images=images))
    command = [sys.executable, str(HERE / "measured.py"), "build", "-q", "-f", str(config)]
    done = subprocess.run(command, check=True, env=os.environ | CALM, stdout=subprocess.PIPE, text=True)
    seconds: float = json.loads(done.stdout.splitlines()[-1])["seconds"]
    return seconds


def measure(root: Path, runs: int) -> None:
    """Build everything by turns, and print what it took."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    start = time.perf_counter()
    first = build(root, "copies")
    wall = time.perf_counter() - start
    copies = list((root / ".cache/newsblog/img").iterdir())
    size = sum(path.stat().st_size for path in copies) / 2**20
    print(f"first build: {len(copies)} copies, {size:.0f} MiB, {first:.1f} s ({wall:.1f} s by the clock)")
    for name in WAYS:
        build(root, name)  # sites of the build before are removed by each one that counts
    turns = []
    for _ in range(runs):
        turns.append({name: build(root, name) for name in WAYS})
        print("  ".join(f"{name} {seconds:.2f} s" for name, seconds in turns[-1].items()), end="  ")
        print("  ".join(f"copies/{base} {_ratio(turns[-1:], base):.3f}" for base in BASES))
    for base in BASES:
        print(f"copies/{base}, median of {runs}: {_ratio(turns, base):.3f}")


def _ratio(turns: list[dict[str, float]], base: str) -> float:
    return statistics.median(turn["copies"] / turn[base] for turn in turns)


def main() -> None:
    """Draw, build, and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--posts", type=int, default=1000)
    options.add_argument("--width", type=int, default=1200)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--folder", type=Path, help="keep the site there, instead of in a temporary folder")
    said = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = said.folder or Path(folder)
        if not (root / "docs").exists():
            draw(root, said.posts, said.width)
        print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
        print(f"{said.posts} posts with pictures {said.width} pixels wide", flush=True)
        measure(root, said.runs)


if __name__ == "__main__":
    main()
