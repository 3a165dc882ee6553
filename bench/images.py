#!/usr/bin/env python3
"""What pictures cost: a site of posts with local heroes, built with and without smaller copies, side by side.

    python bench/images.py [--posts 1000] [--width 1200] [--repeat 3]

Prints the seconds of the first build, which makes the copies, and the best of several builds after it, beside
the best of as many builds without any work on pictures, taken in turns. The last line is their ratio.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

CONFIG = """\
site_name: Bench
site_url: https://bench.example.org/
theme: {{name: material, font: false}}
plugins: [search, {{newsblog: {{dir: news, images: {images}}}}}]
"""
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def draw(root: Path, posts: int, width: int) -> None:
    """Write the posts and a picture for each, none like another."""
    news = root / "docs/news"
    news.mkdir(parents=True)
    (root / "docs/index.md").write_text("# Home\n")
    ground = Image.effect_noise((width, width * 9 // 16), 40).convert("RGB")
    for number in range(posts):
        ground.paste((number % 256, number // 256, 90), (0, 0, width // 2, width // 4))
        file = io.BytesIO()
        ground.save(file, "JPEG", quality=60)
        (news / f"p{number}.jpg").write_bytes(file.getvalue())
        day = f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}"
        head = f"title: Post {number}\ndate: {day}\nhero: p{number}.jpg\nheroAlt: A\ntags: [t{number % 9}]"
        (news / f"p{number}.md").write_text(f"---\n{head}\n---\n" + "Words of a post. " * 200 + "\n")


def build(root: Path, images: str) -> float:
    """Build once in a process of its own, and return its seconds."""
    config = root / "mkdocs.yml"
    config.write_text(CONFIG.format(images=images))
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(root / "site")]
    subprocess.run(command, check=True, env=os.environ | QUIET, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Draw, build, and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--posts", type=int, default=1000)
    options.add_argument("--width", type=int, default=1200)
    options.add_argument("--repeat", type=int, default=3)
    said = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        draw(root, said.posts, said.width)
        print(f"{said.posts} posts with pictures {said.width} pixels wide, {os.cpu_count()} processors")
        print(f"first build, which makes the copies: {build(root, '{variants: true}'):7.1f} s")
        plain, light = [], []
        for _ in range(said.repeat):
            plain.append(build(root, "{variants: false}"))
            light.append(build(root, "{variants: true}"))
        print(f"without copies, best of {said.repeat}: {min(plain):7.2f} s   all: {plain}")
        print(f"with copies made before, best of {said.repeat}: {min(light):7.2f} s   all: {light}")
        print(f"ratio: {min(light) / min(plain):.3f}")


if __name__ == "__main__":
    main()
