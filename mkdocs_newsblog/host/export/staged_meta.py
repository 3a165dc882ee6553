"""Front matter of exported pages: what themes, search and other plugins read there, as values of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.content.meta import DEPTH, PrintableMapping
from mkdocs_newsblog.host.files.introductions import as_yaml
from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.read.values.status import has_password
from mkdocs_newsblog.schema.front_matter.fields import normal

log = get_plugin_logger("mkdocs_newsblog")
FENCE = "---\n"
MOST = 10_000
"""Values of one key that an export writes: a few aliases of YAML can stand for any number."""
_SHOWN = frozenset({"title", "description", "author", "tags"})
"""Keys of a post whose values its pages show."""
_MAIL = re.compile(r"[^\s@<>]@[^\s@<>]")


def page_meta(page: Page) -> dict[str, Any]:
    """Return what a theme may know of a page, and the title that the host found; no password.

    A front page without title stays so: themes call it by the site's name alone.
    """
    said = {}
    for key, value in page.meta.items():
        if normal(str(key)) == "password":
            continue
        if _is_bounded(value):
            said[str(key)] = _plain(value)
        else:
            fact = f"{quoted(str(key))} is left out of the export, since it repeats itself"
            log.warning(f"{page.file.src_uri}: {fact}. Write it without aliases.")
    if "](" in str(said.get("description")):  # generators that look for links look here, too
        said["description"] = said["description"].replace("](", "]&#40;")
    return said if page.is_homepage else {"title": str(page.title)} | said


def post_meta(page: Page, build: Build) -> dict[str, Any]:
    """Return what a theme may know of a post; addresses for mail only where the site shows them."""
    said, people = page_meta(page), build.settings.authors
    if people is not None and people.email:
        return said
    return {key: value for key, value in said.items() if key in _SHOWN or not _has_mail(value)}


def lock_of(text: str) -> dict[str, Any]:
    """Return the password in a page's front matter, for the plugin that will ask for it there, too."""
    said = ((str(key), value) for key, value in get_data(text)[1].items())
    return {key: _plain(value) for key, value in said if normal(key) == "password" and _is_bounded(value)}


def is_opened(text: str, front: str) -> bool:
    """Whether a page has a password that the front matter written for it has not."""
    had, has = ({str(key): value for key, value in get_data(each)[1].items()} for each in (text, front))
    return has_password(had) and not has_password(has)


def titled(text: str, title: str) -> str:
    """Return a page's text with a title in its front matter, or as it is if none can be added to that."""
    front, said = as_yaml({"title": title}), get_data(text)[1]
    line = front.removeprefix(FENCE).removesuffix(f"{FENCE}\n")
    first, _, rest = text.partition("\n")
    made = front + text
    if said:
        made = f"{first}\n{line}{rest}" if first.startswith(FENCE.strip()) else line + text
    return made if get_data(made)[1] == {**said, "title": title} else text


def _is_bounded(value: Any) -> bool:
    """Whether a value is neither nested too deeply nor has too many values in it."""
    return all(number < MOST and depth <= DEPTH for number, (_, depth) in enumerate(_values(value)))


def _values(value: Any) -> Iterator[tuple[Any, int]]:
    """Yield a value and all in it, with how deep each stands; without end for one that contains itself."""
    pending = [(value, 0)]
    while pending:
        inner, depth = pending.pop()
        yield inner, depth
        if isinstance(inner, Mapping):
            pending += ((each, depth + 1) for pair in inner.items() for each in pair)
        elif isinstance(inner, list | tuple):
            pending += ((each, depth + 1) for each in inner)


def _has_mail(value: Any) -> bool:
    return any(isinstance(each, str) and _MAIL.search(each) for each, _ in _values(value))


def _plain(value: Any) -> Any:
    if isinstance(value, PrintableMapping | Markup):
        return str(value)
    if isinstance(value, Mapping):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | date | None) else str(value)
