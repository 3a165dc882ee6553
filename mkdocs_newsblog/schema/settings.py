"""The plugin's options, declared once: names, defaults, bounds and their documentation.

Attribute docstrings are the options' reference text; JSON Schema and the reference page are made from them.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from mkdocs_newsblog.model.names import Layout, Severity
from mkdocs_newsblog.schema.addressing import (
    KEEP,
    AddressPattern,
    Pagination,
    PaginationOptions,
    RedirectOptions,
    Redirects,
)
from mkdocs_newsblog.schema.announcing import FeedOptions, Feeds, Metadata, MetadataOptions, News
from mkdocs_newsblog.schema.caching import Cache, CacheOptions
from mkdocs_newsblog.schema.codes import CODES
from mkdocs_newsblog.schema.options import (
    LayoutName,
    NamedPath,
    Options,
    OwnTaxonomy,
    PathText,
    Told,
    declared,
    front,
    switch,
)
from mkdocs_newsblog.schema.own_words import OwnWords
from mkdocs_newsblog.schema.pictures import ImageOptions
from mkdocs_newsblog.schema.reading import DateFormat, DateOptions, Language, TagTextOptions
from mkdocs_newsblog.schema.words import RelatedOptions, ShownOptions, SummaryOptions


class ViewOptions(Options):
    """Options that every listing takes."""

    title: str | None = None
    """Title of the page; default: a word in the site's language."""
    path: NamedPath | None = None
    """Last parts of the address below the section; default: the view's own name."""
    per_page: Annotated[int, Field(ge=1, le=1000)] = 10
    """Posts on a page."""
    layout: LayoutName = Layout.CARDS
    """How posts are shown; a site may add layouts of its own."""
    pagination: Pagination | None = None
    """How the listing is cut into pages; default: as the section's option of that name says."""


class ArchiveOptions(ViewOptions):
    """Options of the dated archive."""

    layout: LayoutName = Layout.COMPACT
    """How posts are shown; a site may add layouts of its own."""
    per_page: Annotated[int, Field(ge=1, le=1000)] = 50
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


class IndexOptions(ViewOptions):
    """Options of the front page."""

    feed: bool = True
    """Whether the section has feeds."""
    nav_posts: Annotated[int, Field(ge=0, le=100)] = 0
    """How many of the newest posts the site's navigation shows below the front page of the section."""


class TermOptions(ViewOptions):
    """Options of a taxonomy: a page for each term, and an index of all terms."""

    feed: bool | None = None
    """Whether each term has feeds; default: as `feeds.per` says."""
    nav: bool = False
    """Whether the site's navigation shows the index of terms below the front page of the section."""

    sort: Literal["name", "count", "date"] = "name"
    """Order of the terms on the index page."""
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


def _known_codes(levels: dict[str, Severity]) -> dict[str, Severity]:
    """Refuse a code that nothing reports.

    Raises:
        ValueError: a code is not declared; the text names it, and one that may have been meant.
    """
    for code in levels:
        if code not in CODES:
            near = get_close_matches(code, CODES, n=1)
            advice = f"; did you mean '{near[0]}'?" if near else "; the reference of problems lists them all"
            raise ValueError(f"there is no problem '{code}'{advice}")
    return levels


class Settings(Options):
    """All options of one section."""

    dir: PathText = "blog"
    """Folder of the section below `docs_dir`; `.` for a site that is only a blog."""
    posts: tuple[str, ...] = ("**/*",)
    """Globs below `dir`, matched part by part, that say which pages are posts; `index.md` never is one, and
    what begins with `_` only where a part of a glob does."""
    title: str | None = None
    """Title of the section; default: that of its index page, else a word in the site's language."""
    url: AddressPattern = KEEP
    """Addresses of posts. `keep`: the path of the file. `slug`: the same, with a post's `slug` as last
    part. Else a pattern of `{year}`, `{month}`, `{day}`, `{slug}`, `{title}`, `{category}`, `{file}` and
    `{path}`, below `dir`, or below the site's root if it begins with `/`. `permalink` goes before both, but
    not before `keep`."""
    redirects: Redirects = RedirectOptions()
    """Redirects from former addresses: the front matter key `aliases`. `false` for none."""
    pagination: Pagination = PaginationOptions()
    """How long listings are cut into pages."""
    index: Index = IndexOptions()
    """The section's front page."""
    archive: Archive = ArchiveOptions()
    """The archive of everything, by year and month."""
    tags: Terms = TermOptions()
    """Tag pages and their index."""
    categories: Annotated[CategoryOptions | None, BeforeValidator(switch)] = CategoryOptions()
    """Category pages and their index."""
    authors: Authors = AuthorOptions()
    """Author pages and their index."""
    series: Annotated[SeriesOptions | None, BeforeValidator(switch)] = SeriesOptions()
    """Series pages and their index, and the box on each part."""
    taxonomies: dict[OwnTaxonomy, Annotated[OwnTermOptions, BeforeValidator(declared)]] = Field(default={})
    """Further taxonomies by name, each with the options of `tags` and the key it reads, `from`; or `true`
    for their defaults."""
    related: Annotated[RelatedOptions | None, BeforeValidator(switch)] = RelatedOptions()
    """Other posts named below each post. `false` for none."""
    shown: ShownOptions = ShownOptions()
    """What is said of a post beside its title."""
    summary: SummaryOptions = SummaryOptions()
    """The text of a card."""
    feeds: Feeds = FeedOptions()
    """Feeds in RSS, Atom and JSON Feed; they need `site_url`. `false` for none."""
    metadata: Metadata = MetadataOptions()
    """Metadata in the head of posts and listings. `false` for none but links to feeds."""
    news: News = None
    """A sitemap for Google News; it needs `site_url`."""
    llms: bool = False
    """Whether the newest posts are named in `llms.txt`, after what the docs folder's own file says."""
    posts_json: bool = False
    """Whether `posts.json` in the section's folder lists every post for other programs."""
    images: ImageOptions = ImageOptions()
    """Heroes."""
    cache: Cache = CacheOptions()
    """What is kept between builds. `false` for nothing."""
    jobs: Annotated[int, Field(ge=1, le=64)] = 1
    """Processes that convert the Markdown of posts in a build, on Linux. More than one needs `cache`."""
    dates: DateOptions = DateOptions()
    """Reading of dates."""
    tag_text: TagTextOptions = TagTextOptions()
    """Reading of tags that are no list."""
    authors_file: PathText | None = None
    """Authors, below `docs_dir`; default: `authors.yml` or `.authors.yml` in the section's folder."""
    words_per_minute: Annotated[int, Field(ge=1)] = 212
    """Reading speed for words."""
    characters_per_minute: Annotated[int, Field(ge=1)] = 500
    """Reading speed for Chinese, Japanese and Korean characters."""
    language: Language | None = None
    """BCP 47 tag of the labels and dates; default: the theme's language, else English."""
    words: OwnWords = Field(default={})
    """Words of the site's own in place of the plugin's, by name; or by language, then by name."""
    date_format: DateFormat | None = None
    """How dates are written: `full`, `long`, `medium`, `short`, or a pattern of CLDR such as `y-MM-dd`;
    default: as the language has them in text."""
    future: bool = False
    """Whether posts with a date in the future are published at once, and do not wait for it."""
    drafts: Told = False
    """Whether a build shows what `mkdocs serve` shows, with badges: drafts, scheduled and expired posts."""
    require_front_matter: bool = False
    """Whether a file without front matter below `dir` is an error; otherwise it is a post without a date."""
    problems: Annotated[dict[str, Severity], AfterValidator(_known_codes)] = Field(default={})
    """Levels of problem codes: `error`, `warning`, `info` or `ignore`; `option-invalid` stays an error."""

    def terms(self, taxonomy: str) -> TermOptions | None:
        """Return the options of a taxonomy, built in or the site's own; None where it is switched off."""
        if taxonomy in self.taxonomies:
            return self.taxonomies[taxonomy]
        built_in: TermOptions | None = getattr(self, taxonomy)
        return built_in
