"""What of a built site changed since it was last looked at: posts by their text, feeds by their bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.collect.publish import LISTED, SHOWN
from mkdocs_newsblog.images.writing import write_whole
from mkdocs_newsblog.model.links import absolute_url, quote_path
from mkdocs_newsblog.read.html.depth import is_deep

VERSION = 1
POST = ".newsblog-post"
UNPUBLISHED = frozenset(f"newsblog-post--{state}" for state in SHOWN - LISTED)
"""Classes of posts that a preview alone shows, or that no listing does."""


@dataclass(frozen=True, slots=True)
class State:
    """Digests of posts and feeds by their absolute addresses."""

    posts: Mapping[str, str] = field(default_factory=dict)
    feeds: Mapping[str, str] = field(default_factory=dict)

    def changed_posts(self, before: State) -> list[str]:
        """Return the posts that are new, that changed, or that are gone, by address."""
        urls = sorted({*self.posts, *before.posts})
        return [url for url in urls if self.posts.get(url) != before.posts.get(url)]

    def changed_feeds(self, before: State) -> list[str]:
        """Return the feeds that are new or that changed, by address."""
        return [url for url, digest in sorted(self.feeds.items()) if before.feeds.get(url) != digest]


def read_site(site_dir: Path, site_url: str, feed_names: Collection[str]) -> State:
    """Return the state of a built site.

    What a theme prints around a post does not count, so a new theme is no change of its posts.
    """
    posts = {_url(path, site_dir, site_url): digest for path, digest in _posts(site_dir)}
    feeds = {
        _url(path, site_dir, site_url): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site_dir.rglob("*"))
        if path.name in feed_names and path.is_file()
    }
    return State(posts, feeds)


def _posts(site_dir: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site_dir.rglob("*.html")):
        html = path.read_text(encoding="utf-8", errors="replace")
        if "newsblog-post" not in html or 'content="noindex' in html.partition("</head")[0]:
            continue
        if is_deep(html):
            continue
        article = LexborHTMLParser(html).css_first(POST)
        if article is not None and UNPUBLISHED.isdisjoint((article.attributes.get("class") or "").split()):
            words = " ".join(article.text().split())
            yield path, hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def _url(path: Path, site_dir: Path, site_url: str) -> str:
    name = path.relative_to(site_dir).as_posix()
    name = name.removesuffix("index.html") if f"/{name}".endswith("/index.html") else name
    return absolute_url(quote_path(name), site_url) or site_url


def load_state(path: Path) -> State:
    """Return the state of a file, an empty one where there is no file.

    Raises:
        ValueError: the file holds something else.
    """
    if not path.exists():
        return State()
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["version"] != VERSION:
            raise ValueError("its version is another")
        return State(dict(values["posts"]), dict(values["feeds"]))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"{path} is no state of this command ({error})") from None


def save_state(path: Path, state: State) -> None:
    """Write a state, whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    values = {"version": VERSION, "posts": dict(state.posts), "feeds": dict(state.feeds)}
    write_whole(path, (json.dumps(values, indent=1, sort_keys=True) + "\n").encode())


def make_room(path: Path) -> None:
    """Make the folder of a state, and see whether a file can be written there, before anybody is told.

    Raises:
        OSError: none can.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=path.parent) as file:
        file.write(b"room")
