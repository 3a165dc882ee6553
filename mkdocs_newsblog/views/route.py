"""One owner for every address: listing pages against posts, other pages and files of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Place, Problem, named
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.read.files.select import FOLDER_NAME, INDEX_NAMES
from mkdocs_newsblog.schema.problems.codes import problem

RESERVED = {
    "404.html": "the theme",
    "search/search_index.json": "the search",
    "sitemap.xml": "the sitemap",
    "sitemap.xml.gz": "the sitemap",
    "assets/newsblog": "this plugin, which keeps its stylesheets and pictures there",
}
"""Files that hosts write without listing them, and the folder of ours; and who they are for.

Our stylesheets join the files of a site when all else is planned, and copies of pictures never do.
"""


class Made(str):
    """The owner of a file that another section makes for programs: no file of that name is there."""

    __slots__ = ()

    @classmethod
    def of(cls, path: str) -> Made:
        """Return what is said of a file."""
        return cls(f"{path} of another section")


def reserved(templates: Iterable[str]) -> dict[str, str]:
    """Return the files that are nobody's to take, those of a theme's own ``templates`` among them."""
    return dict.fromkeys(map(folded, templates), RESERVED["404.html"]) | RESERVED


def own_sources(address: tuple[str, ...]) -> Iterable[str]:
    """Yield the source paths at which an author may write a view's own page."""
    folder = "/".join(address)
    yield from ("/".join((*address, name)) for name in INDEX_NAMES)
    if folder:
        yield f"{folder}.md"
    yield "/".join((*address, FOLDER_NAME))


def adopt(views: Iterable[ViewPage], pages: Mapping[str, str], taken: Collection[str] = ()) -> list[ViewPage]:
    """Return the views with the source each lives in: the author's page if there is one, else a new one.

    ``pages`` maps folded source paths to source paths of the pages that may be adopted; no view lives in
    one of those ``taken``.
    """
    adopted = []
    for view in views:
        found = (pages[folded(path)] for path in own_sources(view.address) if folded(path) in pages)
        source = next(found, None)
        new = ("/".join((*view.address, name)) for name in INDEX_NAMES)
        own = source if source is not None else next(path for path in new if path not in taken)
        adopted.append(view._replace(src_uri=own, adopted=source is not None))
    return adopted


def claim(
    views: Iterable[ViewPage],
    owners: Mapping[str, str],
    posts: Mapping[str, Entry] = MappingProxyType({}),
    config: str = "mkdocs.yml",
) -> list[Problem]:
    """Return a problem for each view whose output another view, page or file of the site has.

    ``owners`` says who writes each folded output path of the site without the generated pages. Two options
    that give listings one address are said once, in the file ``config``, however many pages meet.
    """
    clashes = []
    paths: set[frozenset[str]] = set()
    seen: dict[str, ViewPage] = {}
    for view in views:
        output = folded(view.output)
        other = seen.setdefault(output, view)
        if other is not view:
            clashing = frozenset((_option(view), _option(other)))
            if clashing not in paths:
                clashes.append(_meeting(view, other, posts, config))
            paths |= {clashing} if len(clashing) > 1 else set()
        elif not view.adopted and owners.get(output, view.src_uri) != view.src_uri:
            clashes.append(_taken(view, owners[output], posts))
    return clashes


def _taken(view: ViewPage, owner: str, posts: Mapping[str, Entry]) -> Problem:
    """Return a problem of a listing and a page, named where a post has chosen its address."""
    if owner in posts:
        place, key, _ = _wish(posts[owner], view.address)
        if key != "file":
            return _clash(view, owner, place, key, f"Write another {key}, or give the listing another path")
    return _clash(view, owner, Place(owner))


def _option(view: ViewPage) -> str:
    """Return the option that says where the pages of a view are."""
    if view.taxonomy is None:
        return "pagination.path" if view.kind is ViewKind.INDEX else "archive.path"
    return f"{'' if view.taxonomy in set(TaxonomyKind) else 'taxonomies.'}{view.taxonomy}.path"


def _is_usual(view: ViewPage) -> bool:
    """Whether no option has moved the pages of a view."""
    usual = view.taxonomy or {ViewKind.INDEX: "page", ViewKind.ARCHIVE: "archive"}.get(view.kind, "")
    parts = view.address[:-1] if view.kind is ViewKind.INDEX else view.first
    above = parts[: -len(view.term.slugs)] if view.term else parts
    return not usual or above[-1:] == (usual,)


def _meeting(view: ViewPage, other: ViewPage, posts: Mapping[str, Entry], config: str) -> Problem:
    """Return a problem of two listings at one address, where the options or a post's term say so."""
    if (option := _option(view)) != _option(other):
        moved = view if not _is_usual(view) or _is_usual(other) else other
        return _clash(view, other, Place(config), _option(moved), "Give one of them another path")
    term = view.term or other.term
    post = posts.get(term.posts[0]) if term else None
    place, key = (post.place(term.taxonomy), term.taxonomy) if term and post else (Place(config), option)
    return _clash(view, other, place, key, "Give one of them another name or path")


def shared_outputs(
    posts: Mapping[str, Entry],
    owners: Mapping[str, Sequence[str]],
    moved: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[Problem]:
    """Return a problem for each output path that a post shares with other sources.

    It is named at the last of them, or at the last that is not at the path of its file, since that one
    says itself where it wants to be. ``moved`` gives the addresses of these.
    """
    clashes = []
    for output, sources in owners.items():
        if len(sources) > 1 and not posts.keys().isdisjoint(sources):
            *others, last = sorted(sources)
            fact = f"{named(others)} and {last} would be one page, {output}"
            found = next((uri for uri in (last, *reversed(others)) if uri in posts and uri in moved), last)
            place, key, advice = _wish(posts[found], moved[found]) if found in moved else _by_name(found)
            clashes.append(problem("address-taken", place, key, fact, advice, others=sources))
    return clashes


def _wish(post: Entry, address: Sequence[str]) -> tuple[Place, str, str | None]:
    """Return which key of a post has chosen its address, where it stands, and what to do."""
    slug = post.slug if any(f"-{post.slug}-" in f"-{part}-" for part in address) else None
    chosen = {"permalink": post.permalink, "slug": slug}
    for key, value in chosen.items():
        if value and key in post.places:
            return post.places[key], key, f"Give one of them another {key}"
    return Place(post.src_uri), "file", None


def _by_name(source: str) -> tuple[Place, str, str | None]:
    """Return the same for what is at the path of its file, where a slug may change nothing."""
    return Place(source), "file", "Rename one of them"


def resettled(owners: Mapping[str, Sequence[str]], outputs: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return who writes each folded output path once some sources write to the ``outputs`` given for them."""
    if not outputs:
        return owners
    settled = {
        output: [source for source in sources if source not in outputs] for output, sources in owners.items()
    }
    for source, output in outputs.items():
        settled.setdefault(folded(output), []).append(source)
    return {output: sources for output, sources in settled.items() if sources}


def buried(
    outputs: Mapping[str, str],
    owners: Mapping[str, Sequence[str]],
    files: Iterable[str],
    folders_of_others: Mapping[str, str] = MappingProxyType({}),
    templates: Iterable[str] = (),
) -> Iterator[Problem]:
    """Yield a problem for each of our ``outputs`` that is a folder of others, or below what is theirs."""
    kept = reserved(templates)
    taken = {name: who for name, who in kept.items() if name not in owners}
    taken |= {folded(path): f"the file {path}" for path in files}
    taken |= {output: sources[0] for output, sources in owners.items()}
    taken |= {folded(folder): who for folder, who in folders_of_others.items()}
    folders = {above: who for output, who in taken.items() for above in above_of(output)}
    for source, output in outputs.items():
        own = folded(output)
        around = (taken[above] for above in above_of(own) if above in taken)
        if found := kept.get(own) or folders.get(own) or next(around, None):
            fact = f"{source} can't be written to {output}, which is in the way of {found}"
            yield problem("address-taken", Place(source), "file", fact, others=(found,))


def above_of(path: str) -> Iterator[str]:
    """Yield every folder around a path.

    >>> list(above_of("a/b/c.html"))
    ['a', 'a/b']
    """
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def _clash(
    view: ViewPage,
    owner: str | ViewPage,
    place: Place,
    key: str = "file",
    advice: str = "Move the file, or give the listing another path",
) -> Problem:
    address = "/".join(view.address)
    listings, words = ([view], owner) if isinstance(owner, str) else ([view, owner], listing_words(owner))
    fact = f"{listing_words(view)} at {address}/ and {words} would be one page"
    uris = (uri for each in listings if each.term for uri in each.term.posts)
    return problem("address-taken", place, key, fact, advice, others=uris)


def listing_words(view: ViewPage) -> str:
    """Return what a listing is called in messages: ``the listing tags world``."""
    subject = view.term.label if view.term else "-".join(view.period.parts) if view.period else ""
    return f"the listing {view.taxonomy or view.kind} {subject}".strip()
