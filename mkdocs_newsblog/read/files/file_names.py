"""What a part of an address may be: it becomes the name of a file, on whichever system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.schema.options.portable import is_device, too_long

_FORBIDDEN = re.compile(r"[\\:?#%*\"<>|\x00-\x1f\x7f]")


def composed(text: str) -> str:
    """Return a text with letters and accents as one sign each: files from a Mac have them apart (UAX 15)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def folded(path: str) -> str:
    """Return ``path`` as file systems that ignore case and composition see it."""
    return composed(path).casefold()


def by_composed(paths: Iterable[str]) -> Mapping[str, str]:
    """Return paths by their composed forms, those that may be written in several."""
    return {composed(path): path for path in paths if not path.isascii()}


def unsafe_part(part: str) -> str | None:
    """Return why a text can't be one part of an address, None where it can."""
    if part in (".", "..") or part.startswith(".") or part.endswith((".", " ")):
        return "begins or ends with a dot"
    if found := _FORBIDDEN.search(part):
        return f"holds {quoted(found[0])}"
    if is_device(part):
        return "is the name of a device on Windows"
    return unsafe_length(part)


def unsafe_length(path: str) -> str | None:
    """Return why an address is too long to be a file, None where it is not."""
    found = too_long(path)
    return f"has {found}" if found else None
