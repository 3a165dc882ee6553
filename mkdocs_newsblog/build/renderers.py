"""What puts values into HTML, and so can't be there before every URL is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_newsblog.build.listings import Listings
from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.post_pages import PostPages
from mkdocs_newsblog.build.reading_on import ReadingOn
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.render.templating.widths import Widths
from mkdocs_newsblog.render.text.labels import Labels
from mkdocs_newsblog.render.values.people import People
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.render.values.view_urls import ViewUrls
from mkdocs_newsblog.schema.options.listing import AuthorOptions


class Renderers(NamedTuple):
    """All of them for one section, made together when the host has settled the addresses."""

    presenter: Presenter
    listings: Listings
    reading_on: ReadingOn
    post_pages: PostPages


def presenter_for(
    plan: Plan,
    labels: Labels,
    posts: Mapping[str, Post],
    urls: Mapping[str, str],
    memory: Memory,
    widths: Widths,
) -> Presenter:
    """Return what puts the posts and listings of a plan into words; ``urls`` are those of all its pages."""
    settings = plan.settings
    title = settings.title or settings.index.title or plan.introductions.title
    return Presenter(
        labels,
        plan.found,
        posts,
        ViewUrls({view.name: urls[uri] for uri, view in plan.views.items() if uri in urls}),
        title or labels.word("blog"),
        site_name=plan.site.name,
        images=settings.images,
        widths=widths,
        badges=plan.publication.is_preview,
        made=memory.made,
        portraits=plan.gallery.likenesses,
        people=People(settings.authors or AuthorOptions(), plan.gallery.portrait),
    )
