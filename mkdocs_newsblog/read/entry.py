"""The source of a post to an :class:`Entry`, with everything that is wrong or doubtful said at once."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry, SeriesPart
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.site import NOTHING, Around
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.defaults import Defaults, merge
from mkdocs_newsblog.read.files.decode import read_text as read_file
from mkdocs_newsblog.read.files.paths import humanised, read_path
from mkdocs_newsblog.read.files.select import Section, is_folder_page, left_out_fact
from mkdocs_newsblog.read.front_matter.container import Block, Format, UnclosedError, split
from mkdocs_newsblog.read.front_matter.document import Document, Value
from mkdocs_newsblog.read.front_matter.load import load
from mkdocs_newsblog.read.markdown.body import Body, read_body
from mkdocs_newsblog.read.misplaced import misplaced_in
from mkdocs_newsblog.read.people.authors import read_credits
from mkdocs_newsblog.read.pictures.hero import read_image, read_places, read_shown
from mkdocs_newsblog.read.values import addresses, scalars, terms
from mkdocs_newsblog.read.values.fields import Picker, read_claims
from mkdocs_newsblog.read.values.mistyped_keys import mistyped_keys
from mkdocs_newsblog.read.values.moments import dates_needed, read_moments
from mkdocs_newsblog.read.values.related import read_related, read_show_related
from mkdocs_newsblog.read.values.status import is_featured, is_held, read_doubts, read_status, status_place
from mkdocs_newsblog.read.values.texts import read_link, read_text
from mkdocs_newsblog.schema.front_matter.fields import FIELDS, aliases_of, normal
from mkdocs_newsblog.schema.problems.codes import problem, problem_at
from mkdocs_newsblog.schema.settings import Settings

MAX_TITLE = 300
"""Characters that a title may have without a word about it."""
UNREAD = frozenset(
    {"front-matter-unreadable", "front-matter-too-big", "front-matter-unsafe", "front-matter-misplaced"}
)
"""Problems that may have swallowed the date: one fault gets one message."""


class Reading(NamedTuple):
    """What became of a file: ``entry`` is None only where it can't be a post, and a problem says why."""

    entry: Entry | None
    problems: tuple[Problem, ...] = ()


def read_entry(
    source: Source, settings: Settings, defaults: Sequence[Defaults] = (), around: Around = NOTHING
) -> Reading:
    """Return the entry of a post and its problems; no bytes make this raise.

    ``defaults`` may hold files of other folders: only those that cover the post are used.
    """
    if (left_out := _left_out(source, settings)) is not None:
        return left_out
    text = read_file(source)
    if isinstance(text, Problem):
        return Reading(None, (text,))
    problems: list[Problem] = []
    if not text.strip():
        problems.append(problem("file-empty", Place(source.src_uri), "file", "the file holds no text"))
    try:
        block = split(text)
        loaded = load(block, source.src_uri)
    except UnclosedError as error:
        place, said = Place(source.src_uri, error.skipped + 1), ("front matter", error.fact, error.remedy)
        return Reading(None, (problem("front-matter-unclosed", place, *said),))
    problems += loaded.problems
    opening = text.lstrip().partition("\n")[0]
    if block.format is Format.YAML and not opening.startswith("---") and not opening.strip(" \t-–—"):
        fact = "the line above the front matter has typographic dashes, read as ---"
        problems.append(
            problem("front-matter-mended", Place(source.src_uri), "front matter", fact, "Write ---")
        )
    problems += misplaced_in(source, text, block, required=settings.require_front_matter)
    document = merge(loaded.document, defaults) if defaults else loaded.document
    entry = _Reader(source, document, settings, problems, around).entry(block)
    unread = not text.strip() or any(found.code in UNREAD for found in problems)
    dated = dates_needed(problems, entry.status, unread=unread)
    return Reading(entry, tuple(dated))


def _left_out(source: Source, settings: Settings) -> Reading | None:
    """Return what becomes of a file that is no post by its name, whatever stands in it; None for a post."""
    path = source.path
    odd = Section.of(settings.dir, settings.posts).left_out(path) if "/_" in f"/{path}" else None
    if odd is None:
        return None
    found = problem("file-left-out", Place(source.src_uri), "file", left_out_fact(path, odd))
    return Reading(Entry(source.src_uri, odd, name=source.name, status=Status.SKIP), (found,))


class _Reader:
    """Reads one document field by field; problems gather in one list."""

    def __init__(
        self, source: Source, document: Document, settings: Settings, problems: list[Problem], around: Around
    ) -> None:
        self.src_uri, self.name, self.commits = source.src_uri, source.name, source.commits
        self.around = around
        self.document = document
        self.settings = settings
        self.problems = problems
        self.path = read_path(source.path, settings.dates)
        self.one_text: set[str] = set()
        self.claims, unknown = read_claims(document)
        problems += mistyped_keys(unknown, document, self.claims, settings.taxonomies)
        self.picker = Picker(self.claims, problems)
        for key in document.data:
            # Keys of the theme or of others, and those of which only inner keys are ours: for later messages.
            if all(alias.rest or (alias.only and key not in FIELDS) for alias in aliases_of(key)):
                self.picker.places[key] = document.place((key,))
        if (place := document.closed or status_place(self.claims)) is not None:
            self.picker.places["status"] = place

    @property
    def _split_names(self) -> bool:
        return self.settings.authors is not None and self.settings.authors.split_names

    def text(self, name: str) -> str | None:
        value = self.picker.pick(name)
        if value is None or isinstance(value.raw, bool):
            return None  # a switch of a theme, such as excerpt: false
        return read_text(value, self.problems)

    def link(self, name: str) -> str | None:
        value = self.picker.pick(name)
        return read_link(value, self.problems) if value is not None else None

    def entry(self, block: Block) -> Entry:
        pick, problems, options = self.picker.pick, self.problems, self.settings.dates
        url = self.settings.url
        slug, permalink = addresses.read_addresses(self.picker, self.path, problems, url=url)
        moments = read_moments(self.picker, self.path, permalink, options, self.commits, problems)
        title, body = self._title_and_body(block)
        status, tags = self._status_and_tags(block, is_doubtful=moments.is_doubtful)
        on_page, on_cards = read_places(self.picker, problems)
        pinned, weight = scalars.read_weight(self.picker, problems)
        own = self.settings.taxonomies
        return Entry(
            src_uri=self.src_uri,
            name=self.name,
            title=title or body.heading or humanised(self.path.name),
            body=body.text,
            title_from="title" if title else "heading" if body.heading else "file",
            subtitle=self.text("subtitle"),
            description=self.text("description"),
            summary=self.text("summary"),
            image=read_image(self.picker, problems),
            show_image=read_shown(self.picker, problems),
            image_on_page=on_page,
            image_on_cards=on_cards,
            authors=read_credits(
                self.picker, problems, split=self._split_names, headers=block.format is Format.HEADERS
            ),
            lang=scalars.read_lang(pick("lang"), problems),
            canonical_url=self.link("canonical_url"),
            external_url=self.link("external_url"),
            guid=self.text("guid"),
            seo_type=self.text("seo_type"),
            noindex=scalars.read_noindex(pick("noindex")),
            meta=MappingProxyType(self.document.data),
            places=MappingProxyType(self.picker.places),
            published=moments.published,
            due=moments.due,
            updated=moments.updated,
            expires=moments.expires,
            slug=slug,
            permalink=permalink,
            tags=tags,
            categories=self._terms("categories"),
            series=self._series(),
            terms={name: self._own_terms(name, kind.from_ or name) for name, kind in own.items()},
            aliases=addresses.read_former(pick("aliases"), problems),
            related=read_related(pick("related"), problems),
            show_related=read_show_related(self.picker),
            one_text=frozenset(self.one_text),
            status=status,
            held=is_held(self.claims, locks=self.around.locks),
            on_index=scalars.is_on_index(self.claims),
            pinned=pinned or is_featured(self.claims),
            weight=weight,
            reading_minutes=self._minutes(),
        )

    def _status_and_tags(self, block: Block, *, is_doubtful: bool) -> tuple[Status, tuple[str, ...]]:
        tags = self._terms("tags")
        closed = self.document.closed is not None
        status = read_status(self.claims, self.problems, self.src_uri, locks=self.around.locks, closed=closed)
        if status is Status.PUBLISHED and is_folder_page(self.name or self.src_uri):
            status = Status.UNLISTED
        is_nikola = block.format is Format.COMMENTS
        status, tags = read_doubts(self.claims, tags, self.problems, status, is_sure=is_nikola)
        return (Status.DRAFT if is_doubtful and status is not Status.SKIP else status), tags

    def _minutes(self) -> int | None:
        minutes = scalars.read_minutes(self.picker.pick("reading_minutes"), self.problems)
        return minutes or scalars.read_seconds(self.picker.pick("reading_seconds"), self.problems)

    def _title_and_body(self, block: Block) -> tuple[str | None, Body]:
        value = self.picker.pick("title")
        title = read_text(value, self.problems, required=True) if value is not None else None
        if value is not None and title and len(title) > MAX_TITLE:
            fact = f"{len(title)} characters, more than {MAX_TITLE}"
            self.problems.append(problem_at("title-too-long", value, fact))
        if value is not None and isinstance(value.raw, str) and "\n" in value.raw.strip():
            fact = "a title of several lines; they are joined"
            self.problems.append(problem_at("text-cleaned", value, fact, "Write it on one line"))
        for known in (None, title) if title and self.picker.stands_in("title") else (title,):
            text = (block.body, known, self.src_uri, block.body_skipped, self._marker)
            body = read_body(*text, superfences=self.around.superfences)
            if body.heading:
                break
        self.problems += body.problems
        return known, body

    @property
    def _marker(self) -> str | None:
        """The line that ends the summary: as the site says, or the post itself in Jekyll's way."""
        own = self.document.data.get("excerpt_separator")
        return (own.strip() or None) if isinstance(own, str) else self.settings.summary.marker

    def _terms(self, name: str) -> tuple[str, ...]:
        at_spaces = self.settings.tag_text.string_split == "space"
        value = self.picker.pick(name)
        found = terms.read_terms(value, self.problems, at_spaces=at_spaces, paths=name == "categories")
        if value is not None and isinstance(value.raw, str) and len(found) == 1 and " " in found[0]:
            self.one_text.add(name)
        return found

    def _own_terms(self, name: str, wanted: str) -> tuple[str, ...]:
        """Return the terms of a taxonomy of the site's own, from the key that its options name."""
        for key, raw in self.document.data.items():
            if normal(key) == normal(wanted):
                value = Value(raw, (key,), self.document)
                self.picker.places[name] = value.place
                return terms.read_terms(value, self.problems)
        return ()

    def _series(self) -> tuple[SeriesPart, ...]:
        number = scalars.read_number(self.picker.pick("series.number"), self.problems)
        return terms.read_series(self.picker.pick("series"), number, self.problems)
