"""Fences that are told more than a name, as those of MyST are: Python-Markdown takes them for no code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_newsblog.read.markdown.code import code_spans
from mkdocs_newsblog.read.markdown.replaced import replaced

_OPENING = re.compile(
    r"(?P<before>[ \t]*(?:>[ \t]*)*)(?P<fence>`{3,}|~{3,})[ \t]*"
    r"(?P<name>\{(?P<kind>[a-z][\w:.+-]*)\})[ \t]+(?P<told>[^\s`][^\n`]*)\n"
)
_CODE = frozenset({"code", "code-block", "code-cell", "sourcecode"})
"""Directives that are told the language of the code in them (MyST, Code blocks; Sphinx, Showing code)."""
_OPTIONS = re.compile(
    r"(?:[ \t]*:[a-z-]+:[^\n]*\n)+|[ \t]*---[ \t]*\n(?:[ \t]*[a-z-]+:[^\n]*\n)*[ \t]*---[ \t]*\n"
)
"""What such a directive is told besides, on lines of its own."""
_LANGUAGE = re.compile(r"[\w+#.-]+")


def with_plain_fences(text: str) -> str:
    """Return a text with ``{figure} a.png`` in the code that it opens, and not behind the fence.

    For the host such a fence would be text, and the one that closes it would open code, up to the next. What
    says the language of code so becomes code in that language.
    """
    if "}" not in text or not any(fence in text for fence in ("```", "~~~")):
        return text
    return replaced(text, _changes(text))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    for start, _ in code_spans(text):
        if (found := _OPENING.match(text, start)) is None:
            continue
        lead = found["before"] + found["fence"]
        language = _LANGUAGE.match(found["told"]) if found["kind"] in _CODE else None
        if language is None:
            yield start, found.end(), f"{lead}\n{found['before']}{found['name']} {found['told']}\n"
        else:
            options = _OPTIONS.match(text, found.end())
            yield start, options.end() if options else found.end(), f"{lead}{language[0]}\n"
