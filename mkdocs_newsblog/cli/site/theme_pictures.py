"""Pictures of the theme, which posts may name as those of the docs folder: a build has them in the site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs_newsblog.images.gallery import Disk
from mkdocs_newsblog.model.media import names_picture


def pictures_in(folders: Iterable[str]) -> dict[str, str]:
    """Return the pictures of a theme's folders by their paths in the site; of two, the first folder's.

    Hosts take no file from there that is hidden or lies in a hidden folder, none of the theme's words and
    none that tells developers about it.
    """
    found: dict[str, str] = {}
    for top in folders:
        for folder, inner, names in os.walk(top):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in names:
                if names_picture(name) and not name.startswith("."):
                    path = Path(folder, name)
                    uri = path.relative_to(top).as_posix()
                    if "readme" not in uri.lower() and not uri.lower().startswith("locales/"):
                        found.setdefault(uri, str(path))
    return found


def with_pictures(
    urls: Mapping[str, str], disk: Disk, pictures: Mapping[str, str]
) -> tuple[Mapping[str, str], Disk]:
    """Return URLs and places of a site's files with pictures of its theme; those of the docs come first."""
    more = {uri: path for uri, path in pictures.items() if uri not in urls}
    known = {uri: quote(uri, errors="surrogateescape") for uri in more} | dict(urls)
    return known, disk._replace(paths=more | dict(disk.paths), outside=frozenset((*disk.outside, *more)))
