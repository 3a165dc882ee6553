"""Where a post is in the languages of a site that are built before or after this one."""

from __future__ import annotations

from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.collect.addresses import output_path, path_output, settle
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.translation import Translation


def output_elsewhere(plan: Plan, source: Source, folder: str) -> str | None:
    """Return the file that a post of another language is written to, None where none is to be found.

    The path is below ``folder``, that of the language. The section has the same options in all of them.
    """
    entry = plan.folder.read_elsewhere(source)
    if entry is None or plan.publication.status(entry) is not Status.PUBLISHED:
        return None
    moved, _ = settle({entry.src_uri: entry}, plan.settings, plan.section.parts, Translation(folder))
    folders = plan.site.directory_urls
    if entry.src_uri in moved:
        return output_path(moved[entry.src_uri], directory_urls=folders)
    return path_output(entry.path, directory_urls=folders)
