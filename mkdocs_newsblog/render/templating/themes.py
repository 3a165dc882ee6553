"""What we know of themes: a new one is one row here, and templates only where it should look different."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.render.templating.template_files import ENDINGS, files_below
from mkdocs_newsblog.render.templating.widths import MATERIAL, MKDOCS, READTHEDOCS, Widths


class Adaptor(NamedTuple):
    """How fragments fit a theme: its folder of templates, and what the theme prints itself.

    No theme in the table prints the title of a page above content that has a heading. Others are asked.
    """

    name: str
    templates: str | None = None
    neighbours: bool = False
    """Whether the theme's own pages link to the previous and next page."""
    neighbours_feature: str | None = None
    """The theme feature that makes it so, where it is optional."""
    swaps_feature: str | None = None
    """The theme feature with which its script puts the next page into the one that is open."""
    listings: Collection[str] = ()
    """Templates of its own blog that print the text of any page, so that a listing may have one."""
    packages: Collection[str] = ()
    """The packages of which one holds the theme's own templates; of those of any other nothing is known."""
    shared: Mapping[str, Collection[str]] = MappingProxyType({})
    """Parts that say the same on all pages outside the nav that are as deep, with the templates that each is
    made of. A part is a template, or a block of one: ``template#block``."""
    widths: Widths = Widths()
    """How wide its text is, and so our pictures in it."""


MATERIAL_PARTS = {
    "partials/nav.html": ("partials/nav-item.html", "partials/logo.html", "partials/source.html"),
    "partials/tabs.html": ("partials/tabs-item.html",),
    "partials/search.html": ("partials/language.html",),
    "partials/palette.html": (),
    "partials/source.html": ("partials/language.html",),
    "partials/copyright.html": ("partials/language.html",),
    "partials/social.html": (),
    "partials/logo.html": (),
    "base.html#config": ("partials/language.html",),
}
PLAIN = Adaptor("")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_NEAR = re.compile(r"<a\b(?:[^<]|<(?!/a\b))*?\bpage\.(?:previous|next)_page\b")
"""A link of a template to the page before or after, by its address or by its words."""
ADAPTORS = {
    adaptor.name: adaptor
    for adaptor in (
        Adaptor(
            "mkdocs",
            neighbours=True,
            packages=("mkdocs.themes.mkdocs", "properdocs_theme_mkdocs"),
            shared={"base.html#site_nav": ("nav-sub.html",)},
            widths=MKDOCS,
        ),
        Adaptor(
            "readthedocs",
            neighbours=True,
            packages=("mkdocs.themes.readthedocs", "properdocs_theme_readthedocs"),
            shared={"base.html#site_nav": ("nav.html", "toc.html")},
            widths=READTHEDOCS,
        ),
        Adaptor(
            "material",
            templates="material",
            neighbours_feature="navigation.footer",
            swaps_feature="navigation.instant",
            listings=("blog.html",),
            packages=("material.templates",),
            shared=MATERIAL_PARTS,
            widths=MATERIAL,
        ),
        Adaptor(
            "materialx",
            templates="material",
            neighbours_feature="navigation.footer",
            swaps_feature="navigation.instant",
            listings=("blog.html",),
            widths=MATERIAL,
        ),
        Adaptor("terminal", neighbours_feature="footer.prev_next"),
    )
}


class Theme(NamedTuple):
    """The theme of a site, as the site has set it up."""

    name: str
    dirs: Sequence[str]
    """Folders that may hold templates, in the order in which the host asks them: the site's own first."""
    features: Collection[str] = ()
    """Those of its optional features that are switched on."""

    @property
    def adaptor(self) -> Adaptor:
        """What is known of it."""
        return adaptor_for(self.name)

    @property
    def prints_neighbours(self) -> bool:
        """Whether it shows the previous and next page: of one that is not known, its templates are asked."""
        if self.name in ADAPTORS:
            return self.adaptor.neighbours or self.adaptor.neighbours_feature in self.features
        return any(_links_near(text, self.features) for folder in self.dirs for text in _templates(folder))

    @property
    def swaps_pages(self) -> bool:
        """Whether its script puts the next page into the one that is open."""
        return self.adaptor.swaps_feature in self.features


def adaptor_for(theme: str) -> Adaptor:
    """Return what is known of a theme; any other theme gets the base templates."""
    return ADAPTORS.get(theme, PLAIN)


def _links_near(template: str, features: Collection[str]) -> bool:
    """Whether a template links to the pages before or after, and no feature switches that off."""
    if "navigation.footer" in template and "navigation.footer" not in features:
        return False
    return _NEAR.search(_COMMENT.sub("", template)) is not None


def _templates(folder: str) -> Iterator[str]:
    for file in files_below(folder, hidden=False):  # in hidden ones are thousands of icons
        if file.path.suffix in ENDINGS:
            yield file.path.read_text(encoding="utf-8", errors="replace")
