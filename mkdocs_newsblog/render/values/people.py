"""Authors as bylines and their own pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mkdocs_newsblog.model.links import is_absolute
from mkdocs_newsblog.model.post import Author, Image
from mkdocs_newsblog.read.people.socials import host_of
from mkdocs_newsblog.render.text.inline import inline_markup
from mkdocs_newsblog.render.values.context import AuthorLink, AuthorText, TermLink
from mkdocs_newsblog.render.values.pictures import portrait
from mkdocs_newsblog.schema.options.listing import AuthorOptions


@dataclass(slots=True, eq=False, repr=False)
class People:
    """Puts authors into words, each once."""

    options: AuthorOptions
    portrait: Callable[[Author], Image | None]
    _texts: dict[tuple[str, Author, str], AuthorText] = field(default_factory=dict)

    def text(self, author: Author, term: TermLink) -> AuthorText:
        """Return an author under the name and address of ``term``."""
        key = (term.label, author, author.avatar_at.path if author.avatar_at else "")
        if key not in self._texts:
            self._texts[key] = self._text(author, term)
        return self._texts[key]

    def _text(self, author: Author, term: TermLink) -> AuthorText:
        said = author.description if author.description != author.title else None
        own = author.url if author.url and is_absolute(author.url) else None
        return AuthorText(
            label=term.label,
            href=term.href or own,
            count=term.count,
            depth=term.depth,
            avatar=portrait(self.portrait(author)) if self.options.avatars else None,
            position=author.title,
            description=inline_markup(said),
            links=tuple(self._links(author, own)),
        )

    def _links(self, author: Author, own: str | None) -> Iterator[AuthorLink]:
        if own and own not in {url for _, url in author.links}:
            yield AuthorLink(host_of(own) or own.partition(":")[2], own)
        for label, url in author.links:
            yield AuthorLink(label, url)
        if author.email and self.options.email:
            yield AuthorLink(author.email, f"mailto:{author.email}")
