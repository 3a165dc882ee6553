"""Where the pages of listings are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_newsblog.model.links import href_of
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.view import ViewName


@dataclass(frozen=True, slots=True)
class ViewUrls:
    """The URL of every listing page below the site's root, by its name."""

    urls: Mapping[ViewName, str]

    def url(self, name: ViewName) -> str | None:
        """Return the URL of a listing page, None where it is switched off."""
        return self.urls.get(name)

    def href(
        self, kind: ViewKind, taxonomy: str | None = None, subject: object = None, number: int = 1
    ) -> str | None:
        """Return the address of a listing page as templates print it, None where it is switched off."""
        url = self.urls.get((kind, taxonomy, subject, number))
        return None if url is None else href_of(url)
