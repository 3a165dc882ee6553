"""What the site's own templates ask for, as far as that decides whether a finished page may be used again.

A page is known by what the themes of the hosts and Material are given. Other templates may ask for more: for
what stands in other pages, or for the day of the build. Each is parsed, and may use the names of the host's
objects that are compared, and any names that these objects do not have.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_newsblog.host.reuse.filters import item, ways
from mkdocs_newsblog.host.reuse.of_plugins import asked_of_plugins
from mkdocs_newsblog.render.templating.template_files import TemplateFile

OF_ANY = frozenset(
    {
        *("title", "url", "meta", "active", "ancestors", "parent", "children", "homepage", "pages", "items"),
        *("is_link", "is_page", "is_section", "is_top_level", "is_homepage", "is_index", "id", "level"),
        *("file", "page", "name", "src_uri", "src_path", "update_date", "render"),
    }
)
"""What is compared of every page or place in the navigation; ``render`` is what macros are called."""

OF_THE_PAGE = frozenset(
    {"content", "toc", "markdown", "next_page", "previous_page", "canonical_url", "abs_url", "edit_url"}
)
"""What is compared of the page at hand alone."""

PLAIN = frozenset({"title", "url", "meta", "src_uri", "src_path", "name", "content", "markdown", "edit_url"})
"""What is text, or values of front matter: nothing leads from there to other pages."""

PLACES = frozenset({"docs_dir", "site_dir", "config_file_path", "custom_dir", "dirs"})
"""Where things are on this machine, which is not compared, whatever a template calls the configuration."""

CHANGING = frozenset(
    {
        *("append", "extend", "insert", "add", "update", "setdefault", "sort", "reverse"),
        *("pop", "popitem", "remove", "discard", "clear"),
    }
)
"""What changes a list or a mapping in place, so that other pages see it where the template was run."""

ASSETS = frozenset({".js", ".css", ".map", ".svg"})
"""Endings of files that are no templates, unless one includes them: braces mean something else there."""


@cache
def names_of(kind: type[object]) -> frozenset[str]:
    """Return the names that the objects of a class have by what the class itself says."""
    lines = (each for each in kind.__mro__ if each is not object)
    return frozenset(name for each in lines for name in (*vars(each), *getattr(each, "__annotations__", ())))


KINDS = (Page, Section, Link, Navigation, File, AnchorLink, TableOfContents)
FAR = frozenset({"attr"}).union(*map(names_of, KINDS)) - OF_ANY
"""What the host's objects have and is not compared: no other name leads from one of them to anything."""

_parser = Environment(  # noqa: S701 - nothing is rendered
    extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"]
)


class Asked(NamedTuple):
    """What a template asks for."""

    digest: str
    """A hash of its text."""
    far: str = ""
    """The first thing that can't be compared."""
    variables: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """Literal texts, such as names of templates that it includes."""


def asked(files: Iterable[TemplateFile]) -> Iterator[tuple[Path, Asked]]:
    """Yield what each of some templates asks for; of assets that none of them names, only what they are."""
    found = [(file.path, _asked(*file)) for file in files]
    texts = (text for path, each in found if path.suffix not in ASSETS for text in each.texts)
    included = {text.rpartition("/")[2] for text in texts}
    for path, each in found:
        is_asset = path.suffix in ASSETS and path.name not in included
        yield path, Asked(each.digest) if is_asset else each


@lru_cache(maxsize=20_000)
def _asked(path: Path, size: int, changed: int) -> Asked:
    """Return what a template asks for; its size and time stand for its text, which is read once."""
    del size, changed
    try:
        data = path.read_bytes()
    except OSError:
        return Asked("")
    digest = hashlib.blake2b(data, digest_size=20).hexdigest()
    if b"{{" not in data and b"{%" not in data:
        return Asked(digest)
    try:
        tree = _parser.parse(data.decode("utf-8", "replace"))
    except (TemplateSyntaxError, RecursionError):  # no template, or one that ends the build
        return Asked(digest)
    texts = frozenset(node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str))
    attributes = texts.union(node.attr for node in tree.find_all(nodes.Getattr))
    attributes = attributes.union(*(way for node in tree.find_all(nodes.Filter) for way in ways(node)))
    asking = tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter))
    far = [name for node in asking for name in _far(node)]
    far += asked_of_plugins(tree)
    far += sorted(PLACES & attributes)
    far += sorted(FAR & texts) if any(map(_is_open, tree.find_all(nodes.Getitem))) else []
    far += [f"another {name}" for name in sorted({"page", "config"}.intersection(_given(tree)))]
    far += ["build_date_utc"] if _day(tree) else []
    far += sorted(_changed(tree))
    variables = frozenset(node.name for node in tree.find_all(nodes.Name))
    return Asked(digest, (far or [""])[0], variables, attributes, texts)


def _far(node: nodes.Node) -> Iterator[str]:
    """Yield what a template asks for in one place and that is not compared."""
    if isinstance(node, nodes.Filter):
        yield from _filtered(node)
    elif isinstance(node, nodes.Getattr | nodes.Getitem):
        *above, last = _chain(node)
        if not _is_free(above) and not _is_compared(above, last):
            yield str(last)


def _chain(node: Any) -> list[Any]:
    """Return the names that lead to a value, 0 for one that is not written out."""
    names: list[Any] = []
    while not isinstance(node, nodes.Name):
        if isinstance(node, nodes.Getattr):
            names.append(node.attr)
        elif isinstance(node, nodes.Getitem):
            names.append(item(node.arg))
        elif not isinstance(node, nodes.Call):
            return ["", *reversed(names)]
        node = node.node
    return [node.name, *reversed(names)]


def _is_open(node: nodes.Getitem) -> bool:
    """Whether a template asks for a name that is not written out there; it may be elsewhere in it."""
    return not isinstance(node.arg, nodes.Const | nodes.Slice) and not isinstance(node.node, nodes.Dict)


def _is_free(above: list[Any]) -> bool:
    """Whether a value belongs to front matter, to the configuration, or to us, who notice who asks."""
    root, *between = above
    return root in ("config", "newsblog") or bool(PLAIN.intersection(map(str, between)))


def _is_compared(above: list[Any], last: Any) -> bool:
    return last not in FAR or (above == ["page"] and last in OF_THE_PAGE)


def _filtered(node: nodes.Filter) -> Iterator[str]:
    """Yield what a filter asks of values by name, and that is not compared."""
    if node.name == "random":
        yield "random"
    for path in ways(node):
        for end, name in enumerate(path):
            if name in FAR and not _is_free(["", *path[:end]]):
                yield name


def _given(tree: nodes.Template) -> Iterator[str]:
    """Yield the names to which a template gives a meaning."""
    yield from (node.name for node in tree.find_all(nodes.Name) if node.ctx != "load")
    yield from (node.target for node in tree.find_all(nodes.Import))
    for node in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _changed(tree: nodes.Template) -> set[str]:
    """Return what a template does that changes lists or mappings which may not be its own."""
    calls = [call.node for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Getattr)]
    changing = [node for node in calls if node.attr in CHANGING]
    made = list(tree.find_all(nodes.Assign)) if changing else []
    fresh = {_named(each.target) for each in made}
    fresh -= {_named(each.target) for each in made if not _is_fresh(each.node)}
    return {f"{node.attr}()" for node in changing if _chain(node)[0] not in fresh}


def _named(target: nodes.Node) -> str:
    return str(getattr(target, "name", ""))


def _is_fresh(value: nodes.Node) -> bool:
    """Whether a value is written out, so that nobody else has it."""
    names = {name.name for name in value.find_all(nodes.Name)}
    return names <= {"namespace", "dict"} and not isinstance(value, nodes.Name)


def _day(tree: nodes.Template) -> bool:
    """Whether a template asks for more of the time of the build than the year, which is compared."""
    years = {id(node.node) for node in tree.find_all(nodes.Getattr) if node.attr == "year"}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr == "strftime":
            years |= {id(call.node.node)} if [*map(item, call.args)] == ["%Y"] else set()
    names = (node for node in tree.find_all(nodes.Name) if node.name == "build_date_utc")
    return any(id(node) not in years for node in names)
