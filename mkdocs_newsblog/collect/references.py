"""What a text in front matter refers to: a post, another page or file of the site, or another site."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs_newsblog.collect.addresses import BUNDLES
from mkdocs_newsblog.model.links import absolute_url, is_absolute
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.translation import ONE_LANGUAGE, Translation
from mkdocs_newsblog.read.files.file_names import composed, folded
from mkdocs_newsblog.schema.front_matter.near import KnownNames

ENDINGS = ("", ".md", *(f"/{name}.md" for name in BUNDLES))
"""What a reference may lack at its end."""


Owners = dict[str, set[str]]
"""Posts by a name that several may have."""


class Reference(NamedTuple):
    """Where a text leads: to the file ``src_uri`` of the site, or to ``url`` on another."""

    src_uri: str = ""
    url: str = ""
    fragment: str = ""
    title: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Whereabouts:
    """Knows every file of the site by its path, its address and, where it is a post, its name."""

    urls: Mapping[str, str]
    """URL below the site's root by path below ``docs_dir``."""
    posts: Mapping[str, Entry]
    section: Sequence[str]
    """Parts of the section's folder."""
    site_url: str | None = None
    moved: Mapping[str, str] = field(default_factory=dict)
    """Files that posts with an address of their own are written to, by path below ``docs_dir``."""
    translation: Translation = ONE_LANGUAGE
    """How sources are called whatever their language."""
    closed: Collection[str] = frozenset()
    """Files that the site leaves out."""

    def is_left_out(self, src_uri: str | None) -> bool:
        """Whether a file has no page of its own: of posts, those that are not shown."""
        return src_uri in self.posts or src_uri in self.closed

    def find(self, text: str, src_uri: str) -> Reference | None:
        """Return what ``text``, written in the file ``src_uri``, refers to; None where nothing fits."""
        path, _, fragment = text.partition("#")
        tail = f"#{fragment}" if fragment else ""
        if is_absolute(text):
            uri = self._by_url.get(self._below(text) or "/")
            return Reference(uri, fragment=tail) if uri else _elsewhere(text)
        plain = unquote(path.partition("?")[0]).strip()
        paths = self._candidates(plain, src_uri)
        uri = next(filter(None, map(self._at, paths)), None)
        uri = uri or self._by_url.get(self._inside(plain)) or self._by_name.get(folded(plain.strip("/")))
        uri = uri or self._below_posts(plain)
        if uri is None and (titled := self._by_title.get(folded(text.strip()))):
            return Reference(titled)
        return Reference(uri, fragment=tail) if uri and plain else None

    def nearest(self, text: str) -> str | None:
        """Return the post whose path or name is most like ``text``."""
        wanted = folded(posixpath.basename(text.partition("#")[0].rstrip("/"))).removesuffix(".md")
        near = self._names.closest(wanted, 0.7)
        return self._by_name[near] if near else None

    def _below_posts(self, plain: str) -> str | None:
        """Return the post that a path of Jekyll means, wherever its file lies now; None for other paths."""
        _, posts, rest = f"/{plain}".rpartition("/_posts/")
        if not posts:
            return None
        named = folded(posixpath.basename(rest).rpartition(".")[0])
        return self._at("/".join((*self.section, rest))) or self._by_name.get(named)

    def _at(self, path: str) -> str | None:
        if path in self.urls:
            return path
        return self._by_path.get(path) or self._by_composed.get(composed(path))

    def _candidates(self, plain: str, src_uri: str) -> Iterator[str]:
        here = (posixpath.dirname(src_uri), posixpath.dirname(self.translation.name(src_uri)))
        folders = ("",) if plain.startswith("/") else (*here, "", "/".join(self.section))
        for folder in dict.fromkeys(folders):
            path = posixpath.normpath(posixpath.join(folder, plain.lstrip("/")))
            yield from (path + ending for ending in ENDINGS)

    @cached_property
    def _by_url(self) -> Mapping[str, str]:
        former = {_bare(old): uri for uri, entry in self.posts.items() for old in entry.aliases}
        present = {_bare(url): uri for uri, url in (*self.urls.items(), *self.moved.items())}
        return former | present

    @cached_property
    def _by_path(self) -> Mapping[str, str]:
        """Sources by the paths they would have if there were one language."""
        return {name: uri for uri, name in self.translation.names.items() if uri in self.urls}

    @cached_property
    def _by_composed(self) -> Mapping[str, str]:
        named = {**{uri: uri for uri in self.urls}, **self._by_path}
        return {composed(name): uri for name, uri in named.items() if not name.isascii()}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """Posts by slug and by the name of their file, unless two have one."""
        owners: Owners = {}
        for uri, entry in self.posts.items():
            path = self.translation.name(uri)
            stem = posixpath.basename(path).rpartition(".")[0]
            name = posixpath.basename(posixpath.dirname(path)) if stem in BUNDLES else stem
            for known in {folded(name), folded(entry.slug or name)}:
                owners.setdefault(known, set()).add(uri)
        return _sole(owners)

    @cached_property
    def _by_title(self) -> Mapping[str, str]:
        """Posts by title, as Netlify's blog names them, unless two have one."""
        owners: Owners = {}
        for uri, entry in self.posts.items():
            if entry.title_from != "file":
                owners.setdefault(folded(entry.title.strip()), set()).add(uri)
        return _sole(owners)

    @cached_property
    def _names(self) -> KnownNames:
        return KnownNames(self._by_name)

    def _below(self, address: str) -> str | None:
        """Return an absolute address as one below the site's root; None for those of other sites."""
        if not self.site_url or not address.startswith(self.site_url):
            return None
        return _bare(address.removeprefix(self.site_url).partition("#")[0].partition("?")[0])

    def _inside(self, path: str) -> str:
        """Return a path from the host's root as one below the site's."""
        root = urlsplit(self.site_url or "").path
        return _bare(path.removeprefix(root))


def _sole(owners: Owners) -> dict[str, str]:
    return {name: min(uris) for name, uris in owners.items() if len(uris) == 1}


def _bare(url: str) -> str:
    return composed(unquote(url)).removesuffix("index.html").removesuffix(".html").strip("/")


def _elsewhere(text: str) -> Reference | None:
    url = absolute_url(text, None)
    return Reference(url=url) if url and url.startswith(("https:", "http:", "mailto:")) else None
