#!/usr/bin/env python3
"""Throw bytes at the reader: nothing may make it raise, and every problem must print as one line.

    pip install atheris
    python fuzz/front_matter.py -max_total_time=60 CORPUS_FOLDER

A folder of posts makes a good corpus; without one, the seeds below are used. Atheris sees Python code, so
the pure-Python YAML loader is used: it follows the same rules as the C loader.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mkdocs_newsblog", "yaml", "frontmatter"]):
    import yaml

    if hasattr(yaml, "CSafeLoader"):
        del yaml.CSafeLoader
    from mkdocs_newsblog.model.source import Source
    from mkdocs_newsblog.read import read_entry
    from mkdocs_newsblog.schema.settings import Settings

SEEDS = (
    b"---\ntitle: 'A: b'\npubDate: 2024-02-30\ntags: [a, 'b, c', 2024]\nhero: {src: x.png}\n---\n# A\n",
    b'+++\ntitle = "T"\ndate = 2024-01-02T03:04:05Z\n[extra]\na = [1]\n+++\nText\n---',
    b"Title: T\nDate: 2024-01-02 10:00\nAuthors: A, B\n\nText",
    b'{"title": "T", "date": {"created": "2024-01-02"}}\n\nText',
    b"\xef\xbb\xbf---\r\ntitle: T\r\ndate: 10/25/2022\r\nauthor: '[A](https://a.example)'\r\n---\r\n",
)
SETTINGS = Settings()


def one_input(data: bytes) -> None:
    """Read one post; an exception, a lost post or a message of several lines is a finding."""
    reading = read_entry(Source("news/2024-01-02-post.md", data), SETTINGS)
    said = [str(problem) for problem in reading.problems]
    if reading.entry is None and not said:
        raise AssertionError("a post was lost without a word")
    if any(not line.isprintable() for line in said):
        raise AssertionError("a message is no single printable line")


def main() -> None:
    """Run the fuzzer over a folder of posts, or over the seeds."""
    if not any(Path(argument).is_dir() for argument in sys.argv[1:]):
        folder = Path(tempfile.mkdtemp(prefix="newsblog-fuzz-"))
        for number, seed in enumerate(SEEDS):
            (folder / f"{number}.md").write_bytes(seed)
        sys.argv.append(str(folder))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
