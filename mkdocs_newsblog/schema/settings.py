"""The plugin's options, declared once: names, defaults, bounds and their documentation.

Attribute docstrings are the options' reference text; JSON Schema and the reference page are made from them.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.schema.options.addressing import (
    KEEP,
    AddressPattern,
    Pagination,
    PaginationOptions,
    RedirectOptions,
    Redirects,
)
from mkdocs_newsblog.schema.options.announcing import FeedOptions, Feeds, Metadata, MetadataOptions, News
from mkdocs_newsblog.schema.options.caching import Cache, CacheOptions
from mkdocs_newsblog.schema.options.group import (
    COUNTED,
    FolderText,
    Options,
    OwnTaxonomy,
    PathText,
    Told,
    declared,
    switch,
)
from mkdocs_newsblog.schema.options.listing import (
    Archive,
    ArchiveOptions,
    AuthorOptions,
    Authors,
    CategoryOptions,
    Index,
    IndexOptions,
    OwnTermOptions,
    SeriesOptions,
    TermOptions,
    Terms,
)
from mkdocs_newsblog.schema.options.own_words import OwnWords
from mkdocs_newsblog.schema.options.pictures import ImageOptions
from mkdocs_newsblog.schema.options.reading import DateFormat, DateOptions, Language, TagTextOptions
from mkdocs_newsblog.schema.options.showing import (
    ALL,
    Neighbours,
    RelatedOptions,
    ShownOptions,
    SummaryOptions,
)
from mkdocs_newsblog.schema.problems.codes import CODES


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
    follow_links_to: tuple[FolderText, ...] = ()
    """Folders outside `docs_dir` to which symbolic links in it may lead, from the folder of the configuration
    file; posts and pictures that a link takes from anywhere else are refused."""
    posts: tuple[str, ...] = ("**/*",)
    """Globs below `dir`, matched part by part, that say which pages are posts; the section's own
    `index.md` never is one, and what begins with `_` only where a part of a glob does."""
    title: str | None = None
    """Title of the section; default: that of its `index.md`, else a word in the site's language."""
    url: AddressPattern = KEEP
    """Addresses of posts. `keep`: the path of the file. `slug`: the same, with a post's `slug` as last
    part. Else a pattern of `{year}`, `{month}`, `{day}`, `{slug}`, `{title}`, `{category}`, `{file}` and
    `{path}`, below `dir`, or below the site's root if it begins with `/`. `permalink` goes before both, but
    not before `keep`."""
    redirects: Redirects = RedirectOptions()
    """Redirects from former addresses: the front matter key `aliases`. `false` for none."""
    heading: bool | None = None
    """Whether posts and listings begin with their title as main heading; default: unless the theme prints
    titles there itself."""
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
    neighbours: Neighbours = ALL
    """Among which posts previous and next are looked for: `all`, or those that share the first term of a
    taxonomy, such as `categories`; in `series` they go by parts. `false` for no previous and next."""
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
    jobs: Annotated[int, Field(ge=1, le=64), COUNTED] = 1
    """Processes that convert the Markdown of posts in a build, on Linux. More than one needs `cache`."""
    dates: DateOptions = DateOptions()
    """Reading of dates."""
    tag_text: TagTextOptions = TagTextOptions()
    """Reading of tags that are no list."""
    authors_file: PathText | None = None
    """Authors, below `docs_dir`; default: `.authors.yml`, else `authors.yml`, in the section's folder, else
    `.authors.yml` in a folder above it."""
    words_per_minute: Annotated[int, Field(ge=1), COUNTED] = 212
    """Reading speed for words."""
    characters_per_minute: Annotated[int, Field(ge=1), COUNTED] = 500
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
    """Whether a build shows what `mkdocs serve` shows, with badges: drafts, scheduled and expired posts; but
    none that is private, or that has a password nothing asks for."""
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
