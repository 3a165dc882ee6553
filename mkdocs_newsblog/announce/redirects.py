"""Redirects from former addresses of posts and listings: a page at each, or lines of the file for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.announce.programme import Programme
from mkdocs_newsblog.collect.addresses import FILES, Address, path_address, path_output
from mkdocs_newsblog.model.links import quote_path, relative_href
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.translation import Translation
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.render.redirect import Target, redirect_page
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.route import above_of, listing_words, reserved

REDIRECTS = "_redirects"
"""The file that Netlify and Cloudflare Pages read."""


class Former(NamedTuple):
    """The posts that have a page, and the addresses of those that do not stay at the path of their file."""

    entries: Mapping[str, Entry]
    moved: Mapping[str, Address]
    translation: Translation
    introduced: Sequence[tuple[ViewPage, Entry]]
    """Listings with the pages that authors have written for them."""

    def address(self, uri: str) -> Address:
        """Return where a post lives."""
        return self.moved.get(uri) or path_address(self.entries[uri].path)


class Redirect(NamedTuple):
    """One former address: the file of the site that stands there, and the page that it leads to."""

    path: str
    entry: Entry
    """The post, or what an author has written for the listing."""
    written: str | None = None
    """As its author wrote it; None for the path of the post's own file."""
    view: ViewPage | None = None
    """The listing."""

    @property
    def src_uri(self) -> str:
        """The source of the page that it leads to."""
        return self.entry.src_uri

    def url(self, edition: Edition) -> str | None:
        """Return where it leads, below the site's root; None if another plugin has taken the page away."""
        if self.view is not None:
            return edition.presenter.views.url(self.view.name)
        return edition.posts[self.src_uri].url if self.src_uri in edition.posts else None


def with_redirects(
    programme: Programme,
    former: Former,
    site: Site,
    settings: Settings,
    views: Sequence[ViewPage],
    owners: Mapping[str, Sequence[str]],
) -> Programme:
    """Return the programme with the redirects that the options ask for, and with what is wrong with them."""
    options = settings.redirects
    wanted = sorted(_wanted(former, site, moved=options.moved), key=_order) if options else []
    if options is None or not wanted:
        return programme
    taken = reserved(site.templates) | {output: sources[0] for output, sources in owners.items()}
    taken |= {folded(folder): who for folder, who in former.translation.taken.items()}
    taken |= {folded(view.output): listing_words(view) for view in views if not view.adopted}
    taken |= {folded(path): f"the file {path}" for path in programme.paths}
    good, clashes = _placed(wanted, taken)
    pages = {each.path: partial(_page, each) for each in good} if options.pages else {}
    lines = {REDIRECTS: partial(_continued, good, former.translation.folder)} if options.file else {}
    return programme._replace(
        makers={**programme.makers, **pages},
        extends={**programme.extends, **lines},
        problems=(*programme.problems, *clashes),
    )


def _wanted(former: Former, site: Site, *, moved: bool) -> Iterator[Redirect]:
    for uri, entry in former.entries.items():
        for written in entry.aliases:
            path = _path_of(written, former.address(uri), former.translation)
            yield Redirect(path, entry, written)
        if moved and uri in former.moved:
            yield Redirect(path_output(entry.path, directory_urls=site.directory_urls), entry)
    for view, entry in former.introduced:
        for written in entry.aliases:
            yield Redirect(_path_of(written, view.address, former.translation), entry, written, view)


def _order(each: Redirect) -> tuple[str, str]:
    return (each.path, each.src_uri)


def _path_of(written: str, home: Address, translation: Translation) -> str:
    """Return the file at a former address: from the site's root, or beside the post (as Hugo reads it).

    The root is that of the language, as in Hugo.
    """
    inside = "/" + translation.inside(written[1:]) if written.startswith("/") else written
    parts = tuple(part for part in inside.split("/") if part not in ("", "."))
    around = () if written.startswith("/") else home[:-1]
    while parts[:1] == ("..",):  # which stays in the site: that was asked when the post was read
        around, parts = around[:-1], parts[1:]
    address = (*around, *parts)
    is_file = bool(parts) and not written.endswith("/") and parts[-1].lower().endswith(FILES)
    return "/".join(address if is_file else (*address, "index.html"))


def _placed(wanted: Sequence[Redirect], taken: Mapping[str, str]) -> tuple[list[Redirect], list[Problem]]:
    """Return the redirects that have their place to themselves, and a problem for each of the others."""
    folders = {above: who for path, who in taken.items() for above in above_of(path)}
    files = dict(taken)
    good, clashes = [], []
    for each in wanted:
        own = folded(each.path)
        if files.get(own) == each.src_uri:  # the page's own address, or one that is named twice
            continue
        around = (files[above] for above in above_of(own) if above in files)
        owner = files.get(own) or folders.get(own) or next(around, None)
        if owner is None:
            good.append(each)
            files[own] = each.src_uri
            folders |= dict.fromkeys(above_of(own), each.src_uri)
        elif each.written is not None:
            clashes.append(_clash(each, owner))
    return good, clashes


def _clash(each: Redirect, owner: str) -> Problem:
    fact = f"the former address {quoted(each.written)} of {each.src_uri} belongs to {owner}"
    place = each.entry.place("aliases")
    return problem("address-taken", place, "aliases", fact, "Remove it from one of them", others=(owner,))


def _page(each: Redirect, edition: Edition) -> bytes:
    """Return the page at a former address; it leads to the page itself, so no redirect follows another."""
    url = each.url(edition)
    if url is None:
        return b""
    here = edition.presenter
    entry = edition.posts[each.src_uri].entry if each.view is None else each.entry
    title = here.view_title(each.view) if each.view and entry.title_from == "file" else entry.title
    href = relative_href(url, edition.files[each.path])
    target = Target(title, entry.lang, href, edition.absolute(url) or href)
    return redirect_page(target, here.labels).encode()


def _continued(redirects: Sequence[Redirect], folder: str, existing: bytes, edition: Edition) -> bytes:
    """Return ``_redirects`` with our lines behind those that stand there: the first that fits counts."""
    root = urlsplit(edition.site.url or "/").path or "/"
    lines = [existing.decode("utf-8", "replace").rstrip("\n")] if existing.strip() else []
    for each in redirects:
        if (url := each.url(edition)) is not None:
            sources = (quote_path(folder + source) for source in _sources(each.path))
            lines += [f"{root}{source} {root}{url} 301" for source in sources]
    return ("\n".join(lines) + "\n").encode()


def _sources(path: str) -> Iterator[str]:
    """Yield how browsers ask for a file: a folder with its final slash and without."""
    folder = path.removesuffix("index.html")
    if folder != path and folder.endswith("/"):
        yield folder.rstrip("/")
        yield folder
    else:
        yield path
