"""What a site has for Material's blog, or beside it, that is something else here, for `newsblog migrate`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.read.files.select import PAGES
from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.views.route import own_sources

OWN = ("blog.html", "blog-post.html", "partials/post.html", "partials/pagination.html")
"""Templates of that blog, which a site may have put its own in place of."""
_ASKS = re.compile(
    rf"""["'](?:{"|".join(map(re.escape, OWN))})["']"""
    r"|\{%-?\s*for\s+\w+\s+in\s+posts\b|\bpage\.(?:config|authors)\b|(?<!\|)\|\s*date\b"
)
"""What other templates take from it: one of its own, its posts and what it knows of them, its filter."""
_IMAGE = re.compile(r"""\bmeta(?:\.image\b|(?:\.get\(|\[)\s*["']image["'])""")
_ADDRESS = re.compile(r"\bsite_url\b\s*(?:\}\}|~|\+|\|)")
_COMMENT = re.compile(r"\{#.*?(?:#\}|\Z)", re.DOTALL)
_CALLS = re.compile(r"""\bmaterialx?[./](?:plugins\.)?blog\b|["']blog(?:-post)?\.html["']""")
"""How it is named: as a module, as a plugin of a configuration, or by the template of a page."""
_CLASSES = re.compile(
    r"\bmd-(?:post|pagination|profile|meta|draft|content--post|sidebar--post)(?![A-Za-z0-9])"
)
"""Classes that elements have in that blog alone, such as ``md-post__title``."""


def leftovers(config: Mapping[str, object], path: Path) -> Iterator[str]:
    """Yield a note on each file that is nothing, or something else, without that blog."""
    theme = config.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    if isinstance(custom, str):
        yield from _templates(path.parent / custom, path.parent)
    hooks = config.get("hooks")
    for name in hooks if isinstance(hooks, list) else ():
        if isinstance(name, str) and _CALLS.search(_text(path.parent / name)):
            yield f"{name} asks for that blog: see what it did, and whether this plugin does it by itself"
    docs = path.parent / str(config.get("docs_dir") or "docs")
    for name in _assets(config):
        if _CLASSES.search(_text(docs / name)):
            yield f"{name} is made for elements of that blog: they have other classes here"


def moved_file(blog: str, posts: str, docs: Path) -> str | None:
    """Return a note on pictures and other files among posts, which that blog lifts into its own folder."""
    among = (file for file in sorted((docs / posts).rglob("*")) if file.suffix.lower() not in PAGES)
    inner = (file.relative_to(docs / posts) for file in among if file.is_file())
    shown = next((name for name in inner if not any(part.startswith(".") for part in name.parts)), None)
    if shown is None or posts == blog:
        return None
    old, new = (PurePosixPath(folder, shown.as_posix()) for folder in (blog, posts))
    fact = f"files among posts are at their own paths here, such as {new}, which was {old}"
    return f"{fact}: let the server send on who asks for them"


def nameless_post(pattern: object, posts: str, docs: Path) -> str | None:
    """Return a note on a post whose file is called ``index.md``, which that blog's ``{file}`` leaves out."""
    if "{file}" not in str(pattern):
        return None
    files = (file for file in sorted((docs / posts).rglob("*")) if file.suffix.lower() in PAGES)
    inner = (file.relative_to(docs / posts) for file in files if file.stem in ("index", "README"))
    found = next((name for name in inner if name.parent.name), None)
    if found is None:
        return None
    post = PurePosixPath(posts, found.as_posix())
    fact = f"{{file}} of {post} is {found.parent.name} here, and was nothing"
    return f"{fact}: such posts move, but for those that get a permalink"


def introductions(options: Mapping[str, object], docs: Path) -> Iterator[str]:
    """Yield a note on each page of an author's that is at the address of a listing which that blog had not.

    ``options`` are those of ours for the blog.
    """
    names = (ViewKind.ARCHIVE.value, *(kind.value for kind in TaxonomyKind))
    settings = check_settings({name: options[name] for name in names if name in options}).settings
    for name in names:
        if listing := getattr(settings, name, None):
            address = posixpath.normpath(posixpath.join(str(options["dir"]), listing.path or name))
            sources = own_sources(tuple(address.split("/")))
            if found := next((source for source in sources if (docs / source).is_file()), None):
                fact = (
                    f"{found} was a page of its own, and introduces the listing {name} here, if there is one"
                )
                yield f"{fact}: the listing stands below its text, so take out of it what it lists itself"


def _assets(config: Mapping[str, object]) -> Iterator[str]:
    """Yield the stylesheets and scripts that a site has itself, as its configuration names them."""
    for key in ("extra_css", "extra_javascript"):
        listed = config.get(key)
        for entry in listed if isinstance(listed, list) else ():
            name = entry.get("path") if isinstance(entry, Mapping) else entry
            if isinstance(name, str) and "//" not in name:
                yield name


def _templates(folder: Path, root: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*.html")):
        inner = file.relative_to(folder).as_posix()
        name = (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
        if inner in OWN:
            yield f"{name} is not used any more: move what it adds to a template of this plugin"
        elif not inner.startswith("newsblog/"):
            text = _COMMENT.sub("", _text(file))
            if _ASKS.search(text) or _CALLS.search(text):
                yield f"{name} asks for that blog: pages with this template lack its posts, or fail"
            if _IMAGE.search(text) and _ADDRESS.search(text):
                yield f"{name} asks for the image of a page: that of a post is a whole address here"


def _text(file: Path) -> str:
    try:
        # A pipe or a device may have no end.
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    except (OSError, ValueError):
        return ""
