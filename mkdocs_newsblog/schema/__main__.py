"""`python -m mkdocs_newsblog.schema` writes the reference; `--check` says what of it is out of date."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mkdocs_newsblog.schema.reference.pages import pages


def stale(folder: Path) -> dict[Path, str]:
    """Return the generated files of a folder that are missing or not current, and what they should hold."""
    texts = {folder / name: text for name, text in pages().items()}
    return {
        path: text
        for path, text in texts.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    }


def write(folder: Path) -> dict[Path, str]:
    """Write the generated files that are not current, and return them."""
    changed = stale(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in changed.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return changed


def main() -> int:
    """Write or check the files below ``docs/reference`` in the present folder; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m mkdocs_newsblog.schema", description=__doc__)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="write the files (the default)")
    mode.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")
    parser.add_argument("--folder", type=Path, default=Path("docs", "reference"), help="where they are")
    options = parser.parse_args()
    changed = stale(options.folder) if options.check else write(options.folder)
    for path in changed:
        said = "out of date, run: python dev.py generate" if options.check else "written"
        sys.stdout.write(f"{path.as_posix()}: {said}\n")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
