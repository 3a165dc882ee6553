"""A section of ``llms.txt`` (https://llmstxt.org): a heading and a list of links with notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_newsblog.feeds.characters import one_line

_OPTIONAL = re.compile(r"^## Optional\b", re.MULTILINE)


def llms_section(title: str, links: Iterable[tuple[str, str, str]]) -> str:
    """Return the section: each link is a title, an address, and a note that may be empty."""
    lines = [f"## {_plain(title)}", ""]
    for name, address, note in links:
        line = f"- [{_plain(name)}]({address})"
        lines.append(f"{line}: {_plain(note)}" if note else line)
    return "\n".join(lines) + "\n"


def with_section(existing: str, section: str, site_name: str, description: str | None) -> str:
    """Return the file with the section: before the part that may be left out, else at the end."""
    if not existing.strip():
        existing = f"# {_plain(site_name)}\n" + (f"\n> {_plain(description)}\n" if description else "")
    found = _OPTIONAL.search(existing)
    before, after = (existing[: found.start()], existing[found.start() :]) if found else (existing, "")
    return f"{before.rstrip()}\n\n{section}" + (f"\n{after}" if after else "")


def _plain(text: str) -> str:
    """Return a text on one line that no Markdown reader takes for a link's end."""
    return re.sub(r"([\[\]\\])", r"\\\1", one_line(text))
