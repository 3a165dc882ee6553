"""A post whose page the host has rendered: what its HTML adds to what its source said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import unquote

from mkdocs_newsblog.model.links import href_of, quote_path
from mkdocs_newsblog.model.post import Entry, Post
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.read.html.content import (
    Inline,
    Summary,
    automatic_summary,
    marked_summary,
    shows,
    written_summary,
)
from mkdocs_newsblog.read.html.depth import is_deep
from mkdocs_newsblog.read.html.length import Length
from mkdocs_newsblog.read.html.shown import heading_text
from mkdocs_newsblog.read.markdown.markers import has_marker
from mkdocs_newsblog.read.pictures.schemes import for_all
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

WRITTEN = {
    "marker": "put a line <!-- more --> behind the first paragraph",
    "summary": "add summary to the front matter",
    "description": "add description to the front matter",
}
"""What an author does who gives a post a summary, by where that is looked for."""


def called(post: Post, heading: str) -> Post:
    """Return a post whose title is what its finished heading says: emoji and keys as readers see them.

    Its address and its place among others stay what its source has made them.
    """
    old, title = post.entry.title, heading_text(heading)
    if not title or title == old:
        return post
    image = post.image
    if image is not None and image.alt == old:  # the title stands in
        dark = image.dark and image.dark._replace(alt=title)
        image = image._replace(alt=title, dark=dark)
    return post._replace(entry=post.entry._replace(title=title), image=image)


def measured(post: Post, length: Length, settings: Settings) -> Post:
    """Return the post with its length and its reading time."""
    minutes = post.entry.reading_minutes or length.minutes(
        settings.words_per_minute, settings.characters_per_minute
    )
    return post._replace(words=length.words + length.characters, minutes=minutes)


def lacks_summary(entry: Entry, settings: Settings) -> Problem | None:
    """Return a problem for a post whose author wrote no summary, where the site demands one."""
    wanted = [source for source in settings.summary.from_ if source != "auto"]
    written = {"marker": has_marker(entry.body), "summary": entry.summary, "description": entry.description}
    if not settings.summary.required or any(written[source] for source in wanted):
        return None
    fact = (
        f"the post has none of these: {', '.join(wanted)}"
        if wanted
        else "no text that an author writes counts"
    )
    advice = (
        ", or ".join(WRITTEN[source] for source in wanted[:2]) or "add summary to the option summary.from"
    )
    return problem("summary-missing", entry.place("summary"), "summary", fact, advice[0].upper() + advice[1:])


def summarised(post: Post, html: str, settings: Settings, base: str, inline: Inline) -> Post:
    """Return the post with its summary, from the first source in the configured order that has one.

    ``base`` is the path of the site's root, ``inline`` turns inline Markdown of the front matter into HTML.
    """
    entry = post.entry
    pictures = (post.image, post.image.dark) if post.image else ()
    shown = {address for picture in pictures if picture for address in _addresses(for_all(picture.url), base)}
    makers: Mapping[str, Callable[[], Summary | None]] = {
        "marker": lambda: marked_summary(html, post.url, shown, entry.title),
        "summary": lambda: written_summary(entry.summary, inline),
        "description": lambda: written_summary(entry.description),
        "auto": lambda: automatic_summary(html, post.url, settings.summary.words, shown),
    }
    found = (makers[source]() for source in settings.summary.from_)
    summary = next((summary for summary in found if summary), Summary(has_more=False))
    return post._replace(summary_html=summary.html, summary_text=summary.text, has_more=summary.has_more)


def _addresses(picture: str, base: str) -> tuple[str, ...]:
    """Return how the text of a post may name a picture: below the site's root, or below that of the host."""
    below = "/".join(filter(None, (base, picture)))
    return href_of(picture), f"/{quote_path(below)}", f"/{unquote(below)}"


def placed(post: Post, html: str, base: str) -> Post:
    """Return the post with its hero left out only where its finished text shows that picture.

    The host leaves some paths as they are, from which a hero is found all the same.
    """
    image = post.image
    if image is None or not image.guessed:
        return post
    in_body = not is_deep(html) and shows(html, image.url, post.url, base)
    return post._replace(image=image._replace(in_body=in_body))


def without_body(post: Post) -> Post:
    """Return a post with nothing that was learnt from its text, of which other pages must not tell."""
    shown = None if post.image is not None and post.image.in_body else post.image
    return post._replace(image=shown, words=0, minutes=post.entry.reading_minutes or 0)
