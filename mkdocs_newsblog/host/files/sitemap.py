"""The host's own sitemap: which of our pages it names, and when each of them changed."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import Files
from mkdocs.utils.templates import TemplateContext

from mkdocs_newsblog.announce.sitemap import left_out
from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.content.meta import YEARS
from mkdocs_newsblog.host.site.listing_page import ListingPage
from mkdocs_newsblog.host.site.navigation import page_of

SITEMAP = "sitemap.xml"


def hide_pages(build: Build, template_name: str, context: TemplateContext) -> None:
    """Let the sitemap, of all templates, name only what it may."""
    if template_name != SITEMAP:
        return
    hidden = left_out(build.announcer.edition, build.views.values())
    context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
    listed: Any = context.get("i18n_alternates", {})  # the translation plugin names the pages itself
    for files in listed.values():
        files[:] = [file for file in files if file.src_uri not in hidden]


def date_listings(build: Build, files: Files) -> None:
    """Let the sitemap say of each listing when its newest post changed, not when the site was built.

    From now on no template takes it for a draft.
    """
    for uri in build.views:
        page = page_of(files, uri)
        if isinstance(page, ListingPage):
            page.publish()
        day = build.announcer.edition.changed_on(build.views[uri])
        if page is not None and day and int(day[:4]) in YEARS:
            page.update_date = day
