"""Addresses that a post names: its slug, a whole one, and former ones."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.files.file_names import unsafe_length, unsafe_part
from mkdocs_newsblog.read.files.paths import PathFacts
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.values.fields import Picker, is_switch
from mkdocs_newsblog.read.values.texts import read_text
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.options.addressing import KEEP, SLUG
from mkdocs_newsblog.schema.problems.codes import problem_at

_PATTERN = re.compile(r"\{\{|\{%|/:[a-z]|^:[a-z]|\{[a-z]+\}")
_STYLES = frozenset({"date", "none", "ordinal", "pretty", "weekdate"})
"""What Jekyll takes for a way to make permalinks, and not for one (Jekyll, Permalinks, Built-in formats)."""
_ELEVENTY = frozenset({"build", "serverless"})
"""Parts of an address in Eleventy (Permalinks, Mapping one URL to multiple files)."""


def read_address(
    value: Value | None, problems: list[Problem], folder: str = ""
) -> tuple[str | None, str | None]:
    """Return ``(slug, permalink)``: the last part of an address, or a whole one where it holds a ``/``.

    One that begins with ``./`` lies in ``folder``, which is at the address that it has.
    """
    if value is None or isinstance(value.raw, bool):
        return None, None
    text = read_text(value, problems)
    if not text or _PATTERN.search(text):
        return None, None
    text = unicodedata.normalize("NFC", text).strip()
    above = [folder] if folder and text.startswith("./") else []
    asked = text.removeprefix("./").strip("/")
    parts = [" ".join(part.split()).replace(" ", "-") for part in asked.split("/") if part.strip()]
    if (reason := _fault(parts) or unsafe_length("/".join(above + parts))) is not None:
        fact = f"the address {quoted(text if text.startswith('./') else asked)} {reason}, so it is not used"
        problems.append(problem_at("address-unsafe", value, fact))
        return None, None
    parts = above + parts
    if above or len(parts) > 1:
        return None, "/".join(parts)
    return (parts[0], None) if parts else (None, None)


def read_slug(
    value: Value | None, problems: list[Problem], folder: str = ""
) -> tuple[str | None, str | None]:
    """Return ``(slug, permalink)`` of a ``slug`` key; a slug that ends like a file is refused."""
    slug, permalink = read_address(value, problems, folder)
    if slug and value is not None and slug.lower().endswith((".html", ".htm")):
        fact = f"the slug {quoted(slug)} ends like a file, so it is not used"
        problems.append(problem_at("address-unsafe", value, fact, "Leave the ending out"))
        return None, None
    return slug, permalink


def read_permalink(value: Value | None, problems: list[Problem], folder: str = "") -> str | None:
    """Return a whole address: a folder, or a file where it ends with ``.html``.

    Eleventy has an object, whose ``build`` is meant for files. Lume's ``./a/`` counts from the ``folder``.
    """
    if value is not None and isinstance(value.raw, dict) and set(value.raw) & _ELEVENTY:
        value = value.child("build") if "build" in value.raw else None
    slug, permalink = read_address(value, problems, folder)
    text = permalink or slug or ""
    is_folder = value is not None and value.is_scalar and value.text().rstrip().endswith("/")
    for name in ("/index.html", "/index.htm", *((".html", ".htm") if is_folder else ())):
        text = text.removesuffix(name)
    return None if text in _STYLES else text or None


def read_addresses(
    picker: Picker, path: PathFacts, problems: list[Problem], *, url: str
) -> tuple[str | None, str | None]:
    """Return ``(slug, permalink)`` of a post: its own keys, else what stands behind a date in its path.

    ``url`` is the site's option. Where it leaves posts at the paths of their files, a notice says what is
    wrong with these keys.
    """
    said: list[Problem] = []
    folder = posixpath.dirname(path.src_uri)
    slug, permalink = read_slug(picker.pick("slug"), said, folder)
    whole = picker.pick("permalink")
    for value in filter(None, (picker.pick("slug"), whole)) if url == SLUG else ():
        if value.is_scalar and _PATTERN.search(value.text()):
            fact = f"{quoted(value.text())} is a pattern of another system, and not used"
            said.append(problem_at("address-pattern", value, fact))
    if whole is not None:
        permalink = read_permalink(whole, said, folder) or permalink
    if slug is None and permalink is None:
        picker.places.pop("slug", None)  # what was not used did not choose the address
    problems += said if url != KEEP else (found._replace(severity=Severity.INFO) for found in said)
    return slug or (None if permalink else path.slug), permalink


def read_former(value: Value | None, problems: list[Problem]) -> tuple[str, ...]:
    """Return former addresses of the post, each a path: from the site's root if it begins with ``/``.

    Only ``aliases`` as Hugo reads them may lie beside the post: all other systems begin at the root.
    """
    found: dict[str, None] = {}
    for item in value.items() if value is not None else ():
        if item.is_empty or is_switch(item) or (item is value and isinstance(item.raw, bool)):
            continue
        written = read_text(item, problems)
        if not written:
            continue
        path, *rest = re.split(r"[?#]", written, maxsplit=1)
        text = unicodedata.normalize("NFC", unquote(path))
        text = f"/{text}" if _is_rooted(item) and not text.startswith("/") and ":" not in text else text
        fact = f"the former address {quoted(written)}"
        if (reason := _former_fault(text, item.doc.src_uri.count("/"))) is not None:
            advice = "Write a path of this site"
            if _is_name(item, text):
                said = problem_at("alias-ignored", item, f"{fact} is none: it {reason}", advice)
            else:  # a redirect that its readers wait for, and nothing stands in for it
                said = problem_at("address-unsafe", item, f"{fact} {reason}", advice)
                said = said._replace(severity=Severity.ERROR)
            problems.append(said)
        elif rest:
            fact += " has a query or an anchor, which no page can answer to"
            advice = "Leave out what follows the path"
            problems.append(problem_at("alias-ignored", item, fact, advice))
        else:
            found[text] = None
    return tuple(found)


def _is_rooted(item: Value) -> bool:
    """Whether an address counts from the root however it begins; Zola's pages have tables of their own."""
    is_zola = any(isinstance(item.doc.data.get(table), dict) for table in ("extra", "taxonomies"))
    return is_zola or normal(str(item.path[0])) != "aliases"


def _is_name(item: Value, text: str) -> bool:
    """Whether an address is what else a note is called: Obsidian keeps that in ``aliases``, too."""
    return normal(str(item.path[0])) == "aliases" and " " in text and "/" not in text


def _former_fault(text: str, depth: int) -> str | None:
    """Return why a text is no former address; a relative one may climb up ``depth`` folders at its start."""
    if text.startswith("//") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text):
        return "leaves the site"
    parts = [part for part in text.split("/") if part not in ("", ".")]
    while not text.startswith("/") and parts[:1] == [".."] and depth > 0:
        parts, depth = parts[1:], depth - 1
    if "\\" in text or ".." in parts:
        return "leaves its folder"
    return _fault(parts)


def _fault(parts: Sequence[str]) -> str | None:
    """Return why parts can't be an address."""
    return next(filter(None, map(unsafe_part, parts)), None) or unsafe_length("/".join(parts))
