"""File trees drawn as text."""

from __future__ import annotations

import base64
import textwrap
from pathlib import Path

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A whole picture of one pixel, which is what a drawn `.png` without text holds."""


def read_tree(drawing: str) -> dict[str, bytes]:
    """Contents by path of a drawn tree.

    A name that ends in a slash is a folder, any other a file, and deeper lines are inside it. Text follows
    a bar: behind the name when it is one line, else on deeper lines that begin with the bar. One space after
    the bar belongs to the drawing. Every line of text ends with a newline; for other bytes use `Site.write`.
    """
    files: dict[str, list[str]] = {}
    folders: list[tuple[int, str]] = []
    current = ""
    for number, line in enumerate(textwrap.dedent(drawing).expandtabs(4).splitlines(), 1):
        entry = line.strip()
        if not entry:
            continue
        if entry.startswith("|"):
            if not current:
                raise ValueError(f"line {number} of the drawing is text that belongs to no file: {entry}")
            files[current].append(_text(entry[1:]))
            continue
        indent = len(line) - len(line.lstrip())
        while folders and folders[-1][0] >= indent:
            folders.pop()
        name, bar, text = entry.partition(" | ")
        path = (folders[-1][1] if folders else "") + name.strip()
        if name.endswith("/"):
            folders.append((indent, path))
            current = ""
            continue
        if path in files:
            raise ValueError(f"line {number} of the drawing names {path} again")
        files[path] = [text] if bar else []
        current = path
    return {path: _content(path, lines) for path, lines in files.items()}


def _text(after_bar: str) -> str:
    return after_bar.removeprefix(" ")


def _content(path: str, lines: list[str]) -> bytes:
    if not lines and path.endswith(".png"):
        return PNG
    return "".join(line + "\n" for line in lines).encode()


def write_tree(root: Path, files: dict[str, bytes]) -> None:
    """Write contents by path below a folder, making the folders they need."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
