"""Problems of what should be there and is not: files and folders that options name, pages of posts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.read.files.select import PAGES
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings


def lost_file(wanted: str | None, config: str) -> Iterator[Problem]:
    """Say that there is no authors file of the name that the options give."""
    if wanted:
        fact = f"there is no file {quoted(wanted)} in the docs folder that can be read"
        yield problem("authors-file-missing", Place(config), "authors_file", fact)


def lost_folders(settings: Settings, site: Site) -> Iterator[Problem]:
    """Say which folders, to which links may lead, are not there."""
    for named, folder in zip(settings.follow_links_to, map(Path, site.linked), strict=False):
        if not folder.is_dir():
            fact = f"there is no folder {quoted(named)}, seen from the configuration file"
            beside = (each.name for each in folder.parent.glob("*") if each.is_dir())
            near = get_close_matches(folder.name, beside, n=1)
            advice = f"Did you mean {PurePosixPath(named).with_name(near[0])!s}?" if near else "Mend its path"
            yield problem("option-dir-missing", Place(site.config), "follow_links_to", fact, advice)


def lost_post(uri: str, routed: Container[str]) -> Problem:
    """Say that a site was built without a post; ``routed`` are those that had an address by then."""
    if uri in routed:
        return problem("post-lost", Place(uri), "file", "the host made no page of this post")
    fact = "another plugin or a hook has taken this post out of the site after it was read"
    advice = "Leave it out with exclude_docs, or as a draft"
    return problem("post-lost", Place(uri), "file", fact, advice)


def no_page(
    settings: Settings, site: Site, files: Iterable[str], own: Mapping[str, str]
) -> Iterator[Problem]:
    """Say that a section may have a mistyped folder, and which of the site was meant.

    That is one without a page among its ``own`` files. A folder is often written with that of the docs before
    it.
    """
    if any(uri.endswith(PAGES) for uri in own.values()):
        return
    parts = settings.dir.split("/")
    known = {str(parent) for uri in files if uri.endswith(PAGES) for parent in PurePosixPath(uri).parents}
    tails = ("/".join(parts[start:]) for start in range(1, len(parts)))
    near = [*(tail for tail in tails if tail in known), *get_close_matches(settings.dir, known)]
    fact = f"there is no page below {quoted(settings.dir)} in the docs folder"
    advice = f"Did you mean {near[0]}?" if near else None
    yield problem("option-dir-missing", Place(site.config), "dir", fact, advice)
