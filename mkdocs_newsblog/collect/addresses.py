"""Where posts live: the path of their file, or what the option ``url`` makes of what they say."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_newsblog.collect.slugs import is_sound, plain_slug, slug
from mkdocs_newsblog.collect.terms import Taxonomy, taxonomies
from mkdocs_newsblog.model.names import Status, TaxonomyKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.translation import ONE_LANGUAGE, Translation
from mkdocs_newsblog.read.files.paths import read_path
from mkdocs_newsblog.read.files.select import is_folder_page
from mkdocs_newsblog.schema.options.addressing import KEEP, SLUG, pattern_names
from mkdocs_newsblog.schema.options.reading import DateOptions
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

Address = tuple[str, ...]
"""Parts of an address below the site's root, not percent-encoded."""

FILES = (".html", ".htm")
"""How an address ends that is a file; any other is a folder with an ``index.html``."""
UNFINISHED = (Status.DRAFT, Status.SKIP)
"""States of posts that may lack what an address is made of."""
BUNDLES = ("index", "README")
"""Names of pages that stand for their folder."""


def path_address(src_uri: str) -> Address:
    """Return the address that the host gives to a page.

    >>> path_address("news/2024/index.md")
    ('news', '2024')
    """
    *folders, name = posixpath.splitext(src_uri)[0].split("/")
    return tuple(folders) if name in BUNDLES else (*folders, name)


def output_path(address: Address, *, directory_urls: bool) -> str:
    """Return the file of the site that an address names: ``news/a/index.html``, or ``news/a.html``.

    An address may name the file itself.
    """
    if address and address[-1].lower().endswith(FILES):
        return "/".join(address)
    return "/".join((*address, "index.html")) if directory_urls else "/".join(address) + ".html"


def path_output(src_uri: str, *, directory_urls: bool) -> str:
    """Return the file of the site that the host writes a page to."""
    parts = path_address(src_uri)
    is_bundle = posixpath.splitext(src_uri)[0].rpartition("/")[2] in BUNDLES
    return "/".join((*parts, "index.html")) if directory_urls or is_bundle else "/".join(parts) + ".html"


def settle(
    entries: Mapping[str, Entry],
    settings: Settings,
    section: Sequence[str],
    translation: Translation = ONE_LANGUAGE,
) -> tuple[dict[str, Address], list[Problem]]:
    """Return the address of each post that does not stay at the path of its file, and what was missing.

    ``section`` are the parts of the section's folder. A post that lacks a part of the pattern stays, and so
    does the page of a folder, which is no post elsewhere. Addresses are below the folder of the language.
    """
    if settings.url == KEEP:
        return {}, []
    names = [] if settings.url == SLUG else list(dict.fromkeys(pattern_names(settings.url)))
    categories = next(kind for kind in taxonomies(settings) if kind.name == TaxonomyKind.CATEGORIES)
    moved: dict[str, Address] = {}
    doubts = []
    for uri, entry in _asked(entries):
        if entry.permalink:
            moved[uri] = tuple(translation.inside(entry.permalink).split("/"))
        elif not names:
            if entry.slug and "slug" in entry.places:
                moved[uri] = (*path_address(entry.path)[:-1], entry.slug)
        else:
            values = _values(entry, settings.dates, categories, section)
            lacking = [name for name in names if not values[name]]
            if lacking and entry.status not in UNFINISHED:
                fact = f"the post has no {_listed(lacking)} for the address {quoted(settings.url)}"
                doubts.append(problem("address-incomplete", Place(uri), "url", fact))
            elif not lacking:
                moved[uri] = tuple(_filled(settings.url, values, section))
    return {
        uri: address for uri, address in moved.items() if address != path_address(entries[uri].path)
    }, doubts


def _asked(entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Return the posts that the option speaks of, and pages of folders that have an address of their own."""
    return (each for each in entries.items() if each[1].permalink or not is_folder_page(each[1].path))


def _filled(pattern: str, values: Mapping[str, str], section: Sequence[str]) -> Iterator[str]:
    """Yield the parts of an address."""
    if not pattern.startswith("/"):
        yield from section
    for piece in pattern.strip("/").split("/"):
        for part in piece.format_map(values).split("/"):
            yield part if is_sound(part) else slug(part)


def _listed(names: Sequence[str]) -> str:
    dated = [name for name in names if name in ("year", "month", "day")]
    return " and no ".join(["date"] * bool(dated) + [name for name in names if name not in dated])


def _values(
    entry: Entry, dates: DateOptions, categories: Taxonomy, section: Sequence[str]
) -> Mapping[str, str]:
    """Return what each name of a pattern stands for; nothing where the post does not say it."""
    day = entry.published.day if entry.published else None
    path = path_address(entry.path)
    return {
        "year": f"{day.year:04}" if day else "",
        "month": f"{day.month:02}" if day else "",
        "day": f"{day.day:02}" if day else "",
        "slug": _spelled(entry.slug or read_path(entry.path, dates).name),
        "title": _titled(entry),
        "category": _category(entry, categories),
        "file": _spelled(path[-1]),
        "path": "/".join(map(_spelled, path[len(section) :])),
    }


def _category(entry: Entry, kind: Taxonomy) -> str:
    label = next(kind.visible(entry), "")
    return "/".join(kind.slugs(label)) if label else ""


def _titled(entry: Entry) -> str:
    """Return the slug that the author gave, else the title as one."""
    return _spelled(entry.slug) if entry.slug and "slug" in entry.places else plain_slug(entry.title)


def _spelled(name: str) -> str:
    """Return the name of a file as a part of an address: spaces are hyphens, and it is safe everywhere."""
    plain = re.sub(r"\s+", "-", unicodedata.normalize("NFC", name).strip())
    return plain if is_sound(plain) else slug(name)
