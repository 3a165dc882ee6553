"""The start of a build: the words, templates and stores that fit the site and its theme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from mkdocs_newsblog.announce.announcer import Announcer
from mkdocs_newsblog.build.history import read_history
from mkdocs_newsblog.build.memory import Memory, stamps
from mkdocs_newsblog.build.missing import lost_folders
from mkdocs_newsblog.build.pages import Build
from mkdocs_newsblog.build.plan import Placed
from mkdocs_newsblog.images.gallery import Gallery
from mkdocs_newsblog.images.locate import base_of
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.read.folder import Folder
from mkdocs_newsblog.render.templating.fragments import Fragments, ladder
from mkdocs_newsblog.render.templating.layouts import unknown_layouts
from mkdocs_newsblog.render.templating.misnamed import misnamed_templates, misplaced_templates
from mkdocs_newsblog.render.templating.template_mistakes import Mistakes
from mkdocs_newsblog.render.templating.themes import Theme
from mkdocs_newsblog.render.text.labels import Labels, unused_forms
from mkdocs_newsblog.schema.settings import Settings

EPOCH = dt.datetime.fromtimestamp(0, dt.UTC)


def start_build(
    site: Site,
    settings: Settings,
    theme: Theme,
    placed: Placed,
    memory: Memory | None = None,
    before: Sequence[Build] = (),
) -> Build:
    """Return a build without posts.

    ``placed`` finds the lines of options, ``memory`` keeps what a preview has put into HTML. ``before`` are
    the builds of the sections before this one. All share what is said of templates, what was compiled, and
    the history.
    """
    labels = Labels(site.language, settings.date_format, settings.words)
    folders = ladder(theme.dirs, theme.adaptor)
    memory = memory or Memory()
    mistakes = (before and before[0].fragments.mistakes) or Mistakes(
        site.folder, settings.problems, shown=site.serving
    )
    history = read_history(site, settings, (other.folder.history for other in before))
    around = None if settings.language is None else site.direction
    compiled = (before[0].memory if before else memory).compiled
    fragments = Fragments(folders, labels, compiled, mistakes, settings.shown, around)
    if memory.on:
        memory.begin((site._replace(now=EPOCH), settings, sorted(theme.features), stamps(folders)))
    elif memory.shelf is not None:
        placeless = site._replace(now=EPOCH, config="", folder="", docs_dir="", linked=())
        memory.stand_on((placeless, settings, sorted(theme.features)), folders, lambda: mistakes.any)
    return Build(
        site=site,
        settings=settings,
        folder=Folder(settings, site.around, history),
        announcer=Announcer(site.in_words(), settings, made=memory.made),
        gallery=Gallery(
            settings.images,
            Store(Path(site.folder, settings.images.cache)),
            avatars=settings.authors is None or settings.authors.avatars,
            base=base_of(site.url),
        ),
        labels=labels,
        fragments=fragments,
        memory=memory,
        mistakes=[
            *lost_folders(settings, site),
            *unknown_layouts(settings, fragments.layouts, site.config),
            *unused_forms(settings.words, labels, site.config),
            *(() if before else misnamed_templates(theme.dirs, site.folder)),
            *(() if before else misplaced_templates(theme.dirs, site.folder)),
        ],
        placed=placed,
        theme_prints_neighbours=theme.prints_neighbours,
        theme_swaps_pages=theme.swaps_pages,
        widths=theme.adaptor.widths.fitted(
            theme.features, settings.images.hero_sizes, settings.images.card_sizes
        ),
    )
