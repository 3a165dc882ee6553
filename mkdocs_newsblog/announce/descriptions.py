"""What posts and listings are about, in a sentence or two of plain text."""

from __future__ import annotations

from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.post import Entry, Post
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.html.content import written_summary
from mkdocs_newsblog.render.text.inline import inline_markup

LENGTH = 160
"""Characters of a description that search engines show."""


def plain(text: str | None) -> str | None:
    """Return what inline Markdown says, without its marks and on one line; None for nothing."""
    said = written_summary(text, lambda markdown: inline_markup(markdown) or "")
    return " ".join(said.text.split()) or None if said else None


def written_description(entry: Entry) -> str | None:
    """Return what a post's author says that it is about."""
    return plain(entry.description)


def post_description(post: Post) -> str | None:
    """Return what a post is about in one or two sentences: as its author says, else from its summary."""
    text = written_description(post.entry) or post.summary_text
    return shortened(" ".join(text.split()), LENGTH) or None if text else None


def view_description(view: ViewPage, edition: Edition) -> str:
    """Return what a listing is about: as its author says, else what it is called, and in which site.

    The first page of an author is about that person, if something is said of them, and that of a tag about
    what a file says of it.
    """
    is_front = view.kind is ViewKind.INDEX and view.number == 1
    title, site = edition.presenter.page_title(view), edition.site
    about = site.description if is_front else about_author(view, edition) or about_term(view)
    said = view.description or about
    return said or (title if site.name in title else f"{title} – {site.name}")


def about_author(view: ViewPage, edition: Edition) -> str | None:
    """Return what is said of the author whose first page a listing is."""
    author = edition.author_of(view) if view.number == 1 else None
    text = plain(author.description) if author and author.description != author.title else None
    return shortened(text, LENGTH) if text else None


def about_term(view: ViewPage) -> str | None:
    """Return what a file says of the tag whose first page a listing is."""
    text = plain(view.term.description) if view.term and view.number == 1 else None
    return shortened(text, LENGTH) if text else None


def shortened(text: str, limit: int) -> str:
    """Return a text of at most ``limit`` characters, cut between words.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–-") + "…"
