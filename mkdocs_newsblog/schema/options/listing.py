"""The options of listings: the front page, the archive, and the pages of terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from mkdocs_newsblog.model.names import Layout
from mkdocs_newsblog.schema.options.addressing import Pagination
from mkdocs_newsblog.schema.options.group import COUNTED, LayoutName, NamedPath, Options, front, switch


class ViewOptions(Options):
    """Options that every listing takes."""

    title: str | None = None
    """Title of the page; default: a word in the site's language."""
    path: NamedPath | None = None
    """Last parts of the address below the section; default: the view's own name."""
    per_page: Annotated[int, Field(ge=1, le=1000), COUNTED] = 10
    """Posts on a page."""
    layout: LayoutName = Layout.CARDS
    """How posts are shown; a site may add layouts of its own."""
    pagination: Pagination | None = None
    """How the listing is cut into pages; default: as the section's option of that name says."""


class ArchiveOptions(ViewOptions):
    """Options of the dated archive."""

    layout: LayoutName = Layout.COMPACT
    """How posts are shown; a site may add layouts of its own."""
    per_page: Annotated[int, Field(ge=1, le=1000), COUNTED] = 50
    """Posts on a page."""
    years: bool = True
    """A page for each year."""
    months: bool = True
    """A page for each month."""
    days: bool = False
    """A page for each day."""
    nested: bool = False
    """Whether those pages lie below the address of the archive: `archive/2024/`, and not `2024/`."""
    nav: bool = False
    """Whether the site's navigation shows the archive below the front page of the section."""


def _refuse(path: object) -> object:
    """Refuse an address for the front page, which would change nothing.

    Raises:
        ValueError: there is one.
    """
    if path is None:
        return path
    raise ValueError(
        "should be left out: the front page is at the address of the section's folder, see 'dir'"
    )


class IndexOptions(ViewOptions):
    """Options of the front page."""

    title: str | None = None
    """Title of the page; default: the option `title`, else as it says."""
    path: Annotated[NamedPath | None, BeforeValidator(_refuse)] = None
    """Not for this page: it is at the address of the section's folder."""
    feed: bool = True
    """Whether the section has feeds."""
    nav_posts: Annotated[int, Field(ge=0, le=100), COUNTED] = 0
    """How many of the newest posts the site's navigation shows below the front page of the section."""


class TermOptions(ViewOptions):
    """Options of a taxonomy: a page for each term, and an index of all terms."""

    feed: bool | None = None
    """Whether each term has feeds; default: as `feeds.per` says."""
    nav: bool = False
    """Whether the site's navigation shows the index of terms below the front page of the section."""

    sort: Literal["name", "count", "date"] = "name"
    """Order of the terms on the page that lists them; `name` is by the alphabet of the language."""
    singular: str | None = None
    """What one term is called; default: a word in the site's language."""
    slugs: Literal["distinct", "plain"] = "distinct"
    """How terms become addresses. `distinct`: no two terms share one, `C++` and `C#` have a hash behind
    them. `plain`, as Material's blog has it: signs are left out, each space is a hyphen, and authors go by
    their keys in the authors file; two terms that come out alike are an error."""
    nested: bool = False
    """Whether `a/b` is a term within `a`."""
    allowed: tuple[str, ...] | None = None
    """The terms that posts may use; default: any."""
    aliases: dict[str, str] = Field(default={})
    """Other spellings of terms, and the term each stands for."""
    hidden: tuple[str, ...] = ()
    """Terms that have no page and are printed nowhere; lists may still choose posts by them."""


class CategoryOptions(TermOptions):
    """Options of categories, which nest."""

    nested: bool = True
    """Whether `a/b` is a category within `a`."""


class OwnTermOptions(TermOptions):
    """Options of a taxonomy of the site's own."""

    from_: str | None = Field(default=None, alias="from")
    """Front matter key that holds the terms; default: the taxonomy's name."""


class SeriesOptions(TermOptions):
    """Options of series: their pages, and the box on each part."""

    order: Literal["parts", "newest"] = "parts"
    """Order of the posts on a page: `parts` begins with part 1, `newest` with the newest post."""
    box: bool = True
    """Whether each part shows its place among the others, with links to them."""


class AuthorOptions(TermOptions):
    """Options of authors: their pages, and how their names are read."""

    split_names: bool = False
    """Whether a text such as `A, B and C` is three people; otherwise it is one name."""
    avatars: bool = True
    """Whether portraits are shown."""
    email: bool = False
    """Whether pages of authors show their addresses for mail."""


Index = Annotated[IndexOptions, BeforeValidator(front)]
Archive = Annotated[ArchiveOptions | None, BeforeValidator(switch)]
Terms = Annotated[TermOptions | None, BeforeValidator(switch)]
Authors = Annotated[AuthorOptions | None, BeforeValidator(switch)]
