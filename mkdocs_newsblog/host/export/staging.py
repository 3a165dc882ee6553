"""A whole build as the docs folder of another generator: pages, and all files that newsblog makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, set_exclusions
from mkdocs.utils import is_markdown_file

from mkdocs_newsblog.host.export.new_places import address_of, place_of
from mkdocs_newsblog.host.export.recorder import Recorder
from mkdocs_newsblog.host.export.staged_nav import staged_nav
from mkdocs_newsblog.host.export.staged_pages import StagedPages
from mkdocs_newsblog.host.site.config import META, authors_files, meta_file
from mkdocs_newsblog.metadata.tags import STYLESHEET
from mkdocs_newsblog.read.config.plugin_options import plain_name
from mkdocs_newsblog.read.directives.comments import find_directives


@dataclass
class Staged:
    """What goes into an :class:`~mkdocs_newsblog.model.exported.ExportIndex`, with the contents of files."""

    nav: object = None
    edit_uri: str | None = None
    files: dict[str, bytes | Path] = field(default_factory=dict)
    """Contents, or where these are."""
    styles: tuple[str, ...] = (STYLESHEET,)
    folders: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    unlisted: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    elsewhere: dict[str, str] = field(default_factory=dict)
    finished: list[str] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)


def stage(recorder: Recorder, config: MkDocsConfig) -> Staged:
    """Return what a build has made, while its sections still hold it."""
    posts = {uri: each.build for each in recorder.sections for uri in each.build.posts}
    views = {uri: each.build for each in recorder.sections for uri in each.build.views}
    ours = posts | views
    files = [file for file in recorder.files if _is_wanted(file, ours, recorder, config)]
    pages = [file for file in files if file.page is not None]
    moved = {
        file.src_uri: place
        for file in pages
        if file.src_uri in ours
        or (_has_list(file, recorder) and address_of(file.src_uri, config) == file.dest_uri)
        if (place := place_of(file, config)) != file.src_uri
    }
    moved = _kept_apart(moved, [file.src_uri for file in files])
    staged = Staged(edit_uri=config.edit_uri, moved=moved)
    made = StagedPages(recorder, config, moved)
    for file in files:
        uri, page = file.src_uri, file.page
        place = moved.get(uri, uri)
        if page is None:
            staged.files[file.dest_uri] = _content(file)
        elif uri in posts:
            staged.files[place] = made.post(posts[uri], page).encode()
        elif uri in views:
            staged.files[place] = made.listing(page).encode()
        else:
            text = made.other(page)
            staged.files[place] = _content(file) if text is None else text.encode()
    for file in _replaced(recorder, {file.src_uri for file in files}, config):
        staged.files[file.src_uri] = made.relinked(file) if is_markdown_file(file.src_uri) else _content(file)
    for plugin in recorder.sections:
        staged.files |= {uri: Path(source) for uri, source in plugin.section.pictures.items()}
        staged.folders.append(plugin.build.settings.dir)
    staged.unlisted = [
        moved[file.src_uri]
        for file in pages
        if file.inclusion is InclusionLevel.NOT_IN_NAV
        and file.src_uri in moved
        and not _in_section(moved[file.src_uri], recorder)
    ]
    staged.elsewhere = {
        file.src_uri: address
        for file in pages
        if file.src_uri in ours
        and (address := address_of(moved.get(file.src_uri, file.src_uri), config)) != file.dest_uri
    }
    staged.excluded, staged.drafts = _hidden(staged.files, config)
    staged.files |= _defaults(config, [file.src_uri for file in pages if file.src_uri not in ours])
    staged.nav = staged_nav(recorder, config, moved, {*views, *made.finished})
    staged.finished, staged.orders = sorted(made.finished), sorted(made.orders)
    return staged


def _has_list(file: File, recorder: Recorder) -> bool:
    return bool(find_directives(recorder.rendered.get(file.src_uri, "")))


def _kept_apart(moved: Mapping[str, str], uris: Sequence[str]) -> dict[str, str]:
    """Return the pages with another place; one whose place has another page stays where it is."""
    kept = dict(sorted(moved.items()))
    while True:
        places = Counter(kept.get(uri, uri) for uri in uris)
        shared = [uri for uri, place in kept.items() if places[place] > 1]
        if not shared:
            return kept
        del kept[shared[-1]]


def _is_wanted(file: File, ours: Collection[str], recorder: Recorder, config: MkDocsConfig) -> bool:
    """Whether a file is the site's own or ours: what themes and other plugins add, they add again.

    Posts and listings are ``ours``, whoever wrote their text.
    """
    if not file.inclusion.is_included():
        return False
    by = file.generated_by
    if by is None and file.src_dir == config.docs_dir:
        return True
    return file.src_uri in ours or any(by and config.plugins.get(by) is each for each in recorder.sections)


def _replaced(recorder: Recorder, wanted: Collection[str], config: MkDocsConfig) -> list[File]:
    """Return files of the docs folder in whose place other plugins have put theirs: these need them again.

    A post may be a draft there.
    """
    files = [
        File(file.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)
        for file in recorder.files
        if file.src_uri not in wanted and file.inclusion.is_included()
    ]
    set_exclusions(files, config)
    return [
        file
        for file in files
        if file.inclusion.is_included()
        and Path(config.docs_dir, file.src_uri).is_file()
        and not _is_post(file, recorder)
    ]


def _is_post(file: File, recorder: Recorder) -> bool:
    """Whether a page is a post of some section, which may be a draft."""
    is_page = is_markdown_file(file.src_uri)
    return is_page and any(each.build.section.has_post(file.src_uri) for each in recorder.sections)


def _hidden(uris: Iterable[str], config: MkDocsConfig) -> tuple[list[str], list[str]]:
    """Return which files would be excluded, and which would be drafts, by the site's own patterns."""
    files = [File(uri, config.docs_dir, config.site_dir, config.use_directory_urls) for uri in sorted(uris)]
    set_exclusions(files, config)
    excluded = [file.src_uri for file in files if file.inclusion is InclusionLevel.EXCLUDED]
    drafts = config.draft_docs
    return excluded, [] if drafts is None else [
        each.src_uri for each in files if drafts.match_file(each.src_uri)
    ]


def _content(file: File) -> bytes | Path:
    return Path(file.abs_src_path) if file.abs_src_path is not None else file.content_bytes


def _defaults(config: MkDocsConfig, pages: Sequence[str]) -> dict[str, Path]:
    """Return the files of folder defaults that pages have which are copied, where a plugin reads them.

    Posts and listings have their defaults already, and say of which files. The authors of a blog that another
    plugin makes are such a file, too.
    """
    found = {uri: path for uri in authors_files(config) if (path := Path(config.docs_dir, uri)).is_file()}
    around = {folder for uri in pages for folder in PurePosixPath(uri).parents}
    if not any(plain_name(name) == META for name in config.plugins):
        return found
    for path in sorted(Path(config.docs_dir).rglob(meta_file(config))):
        inner = path.relative_to(config.docs_dir)
        if PurePosixPath(inner.parent.as_posix()) in around:
            found[inner.as_posix()] = path
    return found


def _in_section(uri: str, recorder: Recorder) -> bool:
    return any(each.build.section.holds(uri) for each in recorder.sections)
