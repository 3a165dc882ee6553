"""Pages that authors have written for listings: front matter of any system, in the host's own words.

The host reads plain YAML and headers itself, and such a page reaches it as it is. What it would print as text
reaches it as YAML. Values that would break a theme are taken away, as posts have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from mkdocs_newsblog.host.content.meta import escaped, has_file
from mkdocs_newsblog.host.content.page_templates import Named
from mkdocs_newsblog.host.site.navigation import page_of
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.read.entry import UNREAD
from mkdocs_newsblog.read.files.decode import read_text
from mkdocs_newsblog.read.front_matter.container import Block, Format, UnclosedError, split
from mkdocs_newsblog.read.front_matter.document import Document
from mkdocs_newsblog.read.front_matter.load import Loaded, load
from mkdocs_newsblog.render.theme_keys import fits_theme, unfit_values
from mkdocs_newsblog.schema.settings import Settings

_KEY = r"[ \t]*(?:#|\[|[\"']?[\w.@$-]+[\"']?[ \t]*[:=])"
"""How front matter begins."""


class IntroductionPages:
    """The front matter of the pages in one build that an author has written for listings."""

    def __init__(self, settings: Settings, config: MkDocsConfig, *, serving: bool) -> None:
        self._settings = settings
        self._config = config
        self._serving = serving
        self._texts: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._said: dict[str, dict[str, Any]] = {}
        """The front matter of each page's own file, as the host reads it and as we do."""

    def read(self, sources: Iterable[Source | Problem]) -> list[Problem]:
        """Read all of them anew; return what is wrong with front matter that the host can't read itself."""
        self._texts, self._documents, self._said = {}, {}, {}
        return [found for source in sources if isinstance(source, Source) for found in self._read(source)]

    def _read(self, source: Source) -> Iterable[Problem]:
        text = read_text(source)
        if isinstance(text, Problem):
            return ()
        self._documents[source.src_uri] = Document(source.src_uri)
        self._said[source.src_uri] = get_data(text)[1]
        try:
            block = split(text)
            loaded = load(block, source.src_uri)
        except UnclosedError:  # said where it is the page of a folder; any other may begin with a rule
            return ()
        self._documents[source.src_uri] = loaded.document
        self._said[source.src_uri] |= loaded.document.data
        if _is_text(text, block):
            return ()
        if not UNREAD.isdisjoint(found.code for found in loaded.problems):
            # What it says of publication is not known, so none of it is published.
            self._texts[source.src_uri] = "\n" + (block.body if self._serving else "")
            return loaded.problems
        if _is_read_by_host(text, block, loaded):
            return ()
        self._texts[source.src_uri] = as_yaml(self._meta(source, loaded.document)) + block.body
        return loaded.problems

    def _meta(self, source: Source, document: Document) -> dict[str, Any]:
        """Return what the page says, with title and description under the names that the host knows."""
        meta, entry = dict(document.data), read_entry(source, self._settings).entry
        if entry is not None and entry.title_from == "title":
            meta["title"] = entry.title
        if entry is not None and entry.description:
            meta["description"] = entry.description
        return meta

    def text(self, uri: str) -> str | None:
        """Return the text that the host is given instead of the file's, None where that is its own."""
        return self._texts.get(uri)

    def settle(self, page: Page) -> list[Problem]:
        """Take from a page's metadata what would break a theme, and return what was meant for it."""
        said = self._said.get(page.file.src_uri, {})
        if page.meta.get("search") is False:  # as themes for Jekyll have it
            page.meta["search"] = {"exclude": True}
        if page.meta.get("hide") is False:
            page.meta["hide"] = []
        if page.meta.get("comments") and "comments" not in said:
            del page.meta["comments"]  # a folder's defaults ask for them below its posts
        # What a folder's defaults or a hook give to a page is no mistake of the page.
        own = {key: value for key, value in page.meta.items() if key in said}
        problems = unfit_values(own, lambda key: self._place(page, key))
        # Themes print all of it as it is, the title on every page of the site.
        page.meta = {
            escaped(key): escaped(value)
            for key, value in page.meta.items()
            if (value is None or fits_theme(key, value)) and not (key == "title" and _is_nested(value))
        }
        # Cards want the room; an author who says what to hide has the last word, and no folder's defaults.
        hidden = page.meta.setdefault("hide", ["toc"])
        if "hide" not in said and hidden and "toc" not in hidden:
            page.meta["hide"] = [*([hidden] if isinstance(hidden, str) else hidden), "toc"]
        if "icon" in page.meta and not self._has_icon(page.meta["icon"]):
            del page.meta["icon"]
        return problems

    def _has_icon(self, icon: object) -> bool:
        """Whether a page may have an icon: a theme without any uses the key in a way of its own."""
        if not any(Path(folder, ".icons").is_dir() for folder in self._config.theme.dirs):
            return True
        return isinstance(icon, str) and has_file(self._config, f".icons/{icon}.svg")

    def templates(self) -> dict[str, object]:
        """Return what the pages name as their templates."""
        return {uri: document.data.get("template") for uri, document in self._documents.items()}

    def named(self, files: Files) -> Iterator[Named]:
        """Yield the pages, each with where it names a template."""
        for uri in self._documents:
            if (page := page_of(files, uri)) is not None:
                yield Named(page, self._place(page, "template"), is_listing=True)

    def _place(self, page: Page, key: str) -> Place:
        uri = page.file.src_uri
        return self._documents[uri].place((key,)) if uri in self._documents else Place(uri)


def _is_nested(value: object) -> bool:
    return isinstance(value, list | Mapping)


def _is_read_by_host(text: str, block: Block, loaded: Loaded) -> bool:
    """Whether the host makes of the front matter what we do; a rule that we take for its end stays a rule."""
    if block.format in (Format.NONE, Format.HEADERS):
        return True
    if block.format is not Format.YAML:
        return False
    return bool(get_data(text)[1]) or not (loaded.document.data or loaded.problems)


def _is_text(text: str, block: Block) -> bool:
    """Whether a page only begins with a rule: what follows is no key, for the host neither."""
    if block.format not in (Format.YAML, Format.TOML) or get_data(text)[1]:
        return False
    return not re.match(_KEY, block.text.lstrip("\n"))


def as_yaml(meta: Mapping[str, Any]) -> str:
    """Return front matter for the host, without keys whose values would not come out as they went in."""
    lines = "".join(found for key, value in meta.items() if (found := _line(key, value)))
    return f"---\n{lines}---\n\n" if lines else "\n"


def _line(key: str, value: object) -> str:
    try:
        line = yaml.safe_dump({key: value}, allow_unicode=True)
        return line if get_data(f"---\n{line}---\n")[1] == {key: value} else ""
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""
