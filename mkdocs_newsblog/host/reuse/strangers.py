"""What other plugins and hooks may add to what templates are given, as far as it can be compared.

A template sees the environment, the context, the page, the navigation and the configuration. The first can't
be compared, so a plugin that has a part in it is a stranger, unless it is known. Of anybody's values in the
others plain ones are compared, and others are not trusted. That is done once where all plugins leave the
navigation and the configuration alone while pages are made, else before each page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_newsblog.host.reuse.asked import KINDS, names_of
from mkdocs_newsblog.host.site.contents import Contents
from mkdocs_newsblog.read.config.plugin_options import plain_name

SEEN = frozenset(
    {
        *("newsblog", "search", "meta", "info", "offline", "group", "autorefs", "redirects", "minify"),
        *("tags", "privacy", "optimize", "mkdocstrings", "git-authors", "git-committers", "section-index"),
        *("document-dates", "glightbox", "meta-descriptions", "drawio", "swagger-ui-tag", "mermaid2"),
        "print-site",
    }
)
"""Plugins that give templates nothing, or nothing that is not compared, by the last part of their names.

What section-index makes of the theme's templates is the same while its version is. Where document-dates puts
templates of its own before them, so are those.
"""

MOVERS = frozenset({"i18n"})
"""Plugins of which the same is known, but that they change ``config.extra`` from one page to the next."""

BETWEEN = ("pre_template", "template_context", "post_template", "page_context", "post_page")
"""Events that come between the first look at what all pages are given, and the making of a page."""

OURS = frozenset({"mkdocs", "properdocs", "mkdocs_newsblog", "mkdocs_section_index"})
"""Packages whose kinds of pages are known."""

PLAIN = frozenset({str, Markup, bool, int, float, date, datetime, time, timedelta, type(None)})
"""Kinds of values of which all is seen in their text."""

BESIDE = ("icon", "status", "subtitle")
"""What known themes show of the front matter of pages in the navigation; plugins put dates there."""

NOTES = frozenset({"html"})
"""What print-site keeps with pages for itself. No theme that is known asks for it."""

UNSAID: Mapping[type[object], frozenset[str]] = {
    Page: frozenset({"update_date"}),
    Navigation: frozenset({"items"}),
    TableOfContents: frozenset({"items"}),
    AnchorLink: frozenset({"id", "active"}),
}
"""What the host gives to its objects, though their classes don't say so."""

TAGS = "material.plugins.tags."
"""Where Material keeps the tags that it gives to pages."""

UNSEEN = frozenset({"__module__", "__doc__", "__init__", "__dict__", "__weakref__", "__annotations__"}) | {
    *("__firstlineno__", "__static_attributes__", "__annotate_func__", "__annotations_cache__")
}
"""What a class has whose objects are records: what templates see of one is what was put into it at first."""


def stranger(config: MkDocsConfig) -> str:
    """Return which plugin or hook may give templates more than can be compared, or nothing."""
    others = (name for name in _listening(config, ("env",)) if name not in SEEN | MOVERS)
    return next((f"{name} may change what templates see" for name in others), "")


def mover(config: MkDocsConfig, known: Collection[str] = SEEN) -> str:
    """Return which plugin or hook may change from one page to the next what all are given, or nothing."""
    return next((name for name in _listening(config, BETWEEN) if name not in known), "")


def _listening(config: MkDocsConfig, events: Iterable[str]) -> Iterator[str]:
    """Yield the names of plugins and hooks that take part in some events."""
    names = {id(plugin): plain_name(name) for name, plugin in config.plugins.items()}
    for method in (each for event in events for each in config.plugins.events[event]):
        hook = getattr(method, "__module__", "a hook")
        yield names.get(id(getattr(method, "__self__", None)), hook)


def strange_place(nav: Navigation, attributes: Collection[str]) -> str:
    """Return which value that others gave to places in the navigation can't be compared, or nothing.

    ``attributes`` are what templates ask for that are not those of known themes.
    """
    for item in _inner(nav.items):
        if added(item) is None or (isinstance(item, Page) and not is_told(shown_of(item, attributes))):
            return f"what {item.title} in the navigation holds can't be compared"
    for kind in KINDS:
        for name in sorted((names_of.__wrapped__(kind) - names_of(kind)).intersection(attributes)):
            return f"templates ask for {name}, which was added to all of a kind"
    return ""


def outline(nav: Navigation, attributes: Collection[str]) -> list[tuple[object, ...]]:
    """Return what tells a navigation from itself at another time, as far as themes show its places."""
    return [_state(item, attributes) for item in _inner(nav.items)]


_NOTHING = [None] * len(BESIDE)


def _state(item: Any, attributes: Collection[str]) -> tuple[object, ...]:
    shown: object = None
    if isinstance(item, Page):
        day = item.update_date if "update_date" in attributes else None
        meta = shown_of(item, attributes)
        shown = (text_of(meta) if list(meta.values()) != _NOTHING else None, day)
    given = given_names(item)
    values = text_of({name: getattr(item, name) for name in sorted(given)}) if given else ""
    inner = getattr(item, "children", None)
    return (item, item.title, getattr(item, "url", None), len(inner or ()), shown, values)


def shown_of(page: Page, attributes: Collection[str]) -> Mapping[str, Any]:
    """Return what templates may show of the front matter of a page in the navigation."""
    return page.meta if "meta" in attributes else {key: page.meta.get(key) for key in BESIDE}


def given_to(page: Page, context: Mapping[str, Any], known: Collection[str]) -> list[object] | None:
    """Return what others have given to a page and to its context, None if it can't be compared.

    ``known`` are names in the context that are no others'.
    """
    contents, near = page.toc, (page.previous_page, page.next_page)
    if not is_told(page.meta) or not isinstance(contents, TableOfContents):
        return None
    if not all(each is None or isinstance(each, Page) for each in near):
        return None
    is_untouched = isinstance(contents, Contents) and contents.untouched is not None
    links = () if is_untouched else _inner(contents)
    found = [described({name: context[name] for name in context.keys() - known}), added(page)]
    marks = [(number, mark) for number, mark in enumerate(map(added, links)) if mark != []]
    return None if None in found or any(mark is None for _, mark in marks) else [*found, marks]


def added(item: object) -> list[tuple[str, object]] | None:
    """Return what others have added to a page or a place in the navigation, None if it can't be compared."""
    if not is_ours(type(item)):
        return None
    return described({name: getattr(item, name) for name in given_names(item) - NOTES})


def described(values: Mapping[str, Any]) -> list[tuple[str, object]] | None:
    """Return values by name, each as what tells it from others, None if there are some that can't be told."""
    found = [(name, _described(values[name])) for name in sorted(values)]
    return None if any(value is None for _, value in found) else found


def strange_setting(config: MkDocsConfig) -> str:
    """Return which value that a plugin or hook gave to the configuration can't be compared, or nothing."""
    own = {name for name, _ in config._schema} - {"extra"}
    settings = {name: value for name, value in config.items() if name not in own}
    extra = settings.pop("extra", None)
    theme = {name: value for name, value in config.theme.items() if name != "locale"}
    for values in (settings, extra if isinstance(extra, Mapping) else {"extra": extra}, theme):
        for name in (name for name, value in values.items() if not is_told({name: value})):
            return f"the value of {name} in the configuration can't be compared"
    return ""


def is_told(values: Mapping[str, Any]) -> bool:
    """Whether all is seen of some values in their text; two others may look alike, or differ by address."""
    try:
        return _is_plain(dict(values))
    except RecursionError:  # a value that holds itself
        return False


def text_of(values: object) -> str:
    """Return a text that tells values from others if they are told from others at all."""
    text = repr(values)
    return repr(_opened(values)) if " object at 0x" in text else text


def _opened(value: Any) -> Any:
    """Return a value with names and values in place of the records in it."""
    kind: Any = type(value)
    if kind in (list, tuple):
        return kind(map(_opened, value))
    if kind is dict or isinstance(value, Config):
        return {key: _opened(inner) for key, inner in value.items()}
    return (kind.__qualname__, _opened(vars(value))) if _is_record(kind) else value


@cache
def _is_record(kind: type[object]) -> bool:
    return kind.__base__ is object and vars(kind).keys() <= UNSEEN and "__init__" in vars(kind)


def _described(value: object) -> object:
    if is_told({"": value}):
        return text_of(value)
    if isinstance(value, list) and all(type(tag).__module__.startswith(TAGS) for tag in value):
        return [(tag.name, tag.hidden, [(link.title, link.url) for link in tag.links]) for tag in value]
    return None


def _is_plain(value: Any) -> bool:
    kind: Any = type(value)
    if kind in PLAIN:
        return True
    if kind is dict or isinstance(value, Config):
        return all(map(_is_plain, (*value, *value.values())))
    if kind in (list, tuple):
        return all(map(_is_plain, value))
    return _is_record(kind) and all(map(_is_plain, vars(value).values()))


def given_names(item: Any) -> set[str]:
    """Return the names of what others have given to one of the host's objects; some keep notes there."""
    kind: Any = type(item)
    return {name for name in vars(item).keys() - _known(kind) if not name.startswith("_")}


@cache
def _known(kind: Any) -> frozenset[str]:
    return names_of(kind).union(*(names for each, names in UNSAID.items() if issubclass(kind, each)))


def is_ours(kind: type[object]) -> bool:
    """Whether a class is the host's or ours, or one of a plugin that is known."""
    return kind.__module__.partition(".")[0] in OURS


def _inner(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _inner(getattr(item, "children", None) or ())
