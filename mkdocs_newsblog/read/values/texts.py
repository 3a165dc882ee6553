"""One text from front matter: as typed, on one line, without characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.entities import html5

from mkdocs_newsblog.model.media import EMBEDDED
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.files.file_names import composed
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.schema.problems.codes import problem_at

JOINERS = "\u200c\u200d"
"""Zero-width characters that Persian, Indic scripts and emoji are written with: kept within a text."""
_SURROGATE = r"[\ud800-\udfff]"
_REFERENCE = re.compile(r"&(?:#(?:[0-9]{1,7}|x[0-9a-f]{1,6})|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
"""What exports of WordPress have for dashes and quotes; nobody means the digits themselves. A text without
numbers may speak of HTML, and stays as it is typed."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def _clean(text: str) -> tuple[str, bool]:
    """Return the text on one line, without control, bidi and invisible characters, and whether any were."""
    if "\n" in text or "\t" in text:
        text = " ".join(text.split())
    if text.isprintable():
        return text, False
    kept = "".join(char for char in text if _is_visible(char))
    if not any(char.isprintable() and not char.isspace() for char in kept):
        kept = ""
    return kept.strip(), kept != text


def _is_visible(char: str) -> bool:
    if char in JOINERS:
        return True
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn", "Co") and char not in "\u2028\u2029"


def read_text(value: Value, problems: list[Problem], *, required: bool = False) -> str | None:
    """Return a scalar's text, or None with a problem; ``required`` makes a wrong type an error."""
    if not value.is_scalar:
        kind = "a list" if isinstance(value.raw, list) else "an object"
        code = "value-invalid" if required else "value-ignored"
        problems.append(problem_at(code, value, f"should be a text, is {kind}"))
        return None
    text = value.text()
    if not text.isascii() and re.search(_SURROGATE, text):
        fact = f"half of a character (lone surrogate) in {quoted(text)}"
        problems.append(problem_at("value-invalid", value, fact, "Write the character itself"))
        return None
    if "&#" in text:
        text = without_references(text)
    if "://" not in text:  # another host may tell both forms of an address apart
        text = composed(text)
    cleaned, changed = _clean(text)

    if changed:
        fact = f"invisible or control characters were removed from {quoted(text)}"
        problems.append(problem_at("text-cleaned", value, fact))
    return cleaned or None


def without_references(text: str) -> str:
    """Return a text of HTML with the signs that its character references stand for."""
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    """Return the sign that a reference stands for; of an unknown name ``unescape`` would take a part."""
    name = reference[0][1:]
    return unescape(reference[0]) if name[0] == "#" else html5.get(name, reference[0])


def read_link(value: Value, problems: list[Problem]) -> str | None:
    """Return an http(s) address or a path, or None with a problem."""
    text = None if isinstance(value.raw, bool) else read_text(value, problems)
    return with_scheme(text) if text and safe_link(text, value, problems) else None


def with_scheme(text: str) -> str:
    """Return an address with ``https://`` where it begins with ``www.``, as people write those of the web."""
    return f"https://{text}" if text[:4].lower() == "www." else text


def safe_link(text: str, value: Value, problems: list[Problem]) -> bool:
    """Return whether a link has no scheme, or one that is allowed; else say so."""
    if EMBEDDED.match(text):
        fact = "a picture itself, in place of an address of one, is left out"
        advice = "Save it as a file, and write its path"
        problems.append(problem_at("value-ignored", value, fact, advice))
        return False
    found = SCHEME.match("".join(text.split()))
    if found and found[0].lower() not in ("http:", "https:", "mailto:"):
        fact = f"the scheme of {quoted(text)} is not allowed"
        problems.append(problem_at("link-unsafe", value, fact))
        return False
    return True
