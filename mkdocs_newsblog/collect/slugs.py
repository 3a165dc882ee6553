"""Names to parts of addresses: one part a name, whatever else the site holds now or later."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from mkdocs_newsblog.read.files.file_names import unsafe_part
from mkdocs_newsblog.read.values.terms import identity
from mkdocs_newsblog.schema.options.portable import DEVICES

_MARKUP = re.compile(r"</?[^<>]*>")
_SIGNS = re.compile(r"[^\w\- ]")

LIMIT = 80
"""Bytes of UTF-8 that a part has which is made here: percent-encoding triples it."""


def term_key(label: str) -> str:
    """Return the identity of a term: NFKC, case folded, with spaces, hyphens and underscores alike.

    >>> term_key("Social_Media") == term_key("social media")
    True
    """
    return identity(label).replace(" ", "-") or label


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """Return ``name`` as one part of an address: letters and digits of any script, and hyphens.

    A name that keeps all its characters gets the plain slug; any other carries eight digits of a hash,
    so that ``C``, ``C++`` and ``C#`` stay apart and no address depends on which other names exist.
    """
    key = term_key(name)
    plain = "-".join(spaced(key).split())
    if plain and plain == key and plain not in DEVICES and len(plain.encode()) <= LIMIT:
        return unicodedata.normalize("NFC", plain)
    named = unicodedata.normalize("NFC", key).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(named).hexdigest()[:8]
    short = unicodedata.normalize("NFC", plain).encode()[: LIMIT - 9].decode(errors="ignore").strip("-")
    return f"{short or 't'}-{digest}"


@lru_cache(maxsize=65_536)
def plain_slug(name: str) -> str:
    """Return ``name`` as Material's blog and others write it: signs left out, and each space a hyphen.

    The rule is that of ``pymdownx.slugs.slugify`` in lower case, so addresses made by it stay as they are.
    Names that differ in signs alone come out alike; nothing but signs, or too long a name, is ``slug(name)``.

    >>> plain_slug("Tips & Tricks")
    'tips--tricks'
    """
    text = _MARKUP.sub("", unicodedata.normalize("NFC", name)).strip().lower()
    plain = _SIGNS.sub("", text).replace(" ", "-")
    return plain if plain.strip("-") and is_sound(plain) else slug(name)


def is_sound(part: str) -> bool:
    """Return whether a text can be a part of an address as it is, and the name of a file everywhere."""
    return unsafe_part(part) is None


def anchor(text: str) -> str:
    """Return a text as an id on a page: its words joined by hyphens."""
    return "-".join(spaced(term_key(text)).split()) or "title"


def spaced(text: str) -> str:
    """Return ``text`` with spaces for all that is no letter, digit or combining mark (Hindi, Thai)."""
    return "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in text)
