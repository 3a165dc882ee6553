"""Pictures of a site in several languages: each has one name, and a file for any of the languages."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_newsblog.images.gallery import Disk
from mkdocs_newsblog.model.media import names_picture
from mkdocs_newsblog.model.translation import Translation


def in_language(
    urls: Mapping[str, str], disk: Disk, translation: Translation
) -> tuple[Mapping[str, str], Disk]:
    """Return URLs and places of files, with pictures also by the paths that a page of any language would use.

    The translation plugin chooses one file for each name, that of the language or else of the default one.
    So it resolves links: ``pic.jpg`` is ``pic.fr.jpg`` for French, where a page in ``en/`` stands in as well.
    """
    if translation.is_only:
        return urls, disk
    found: dict[str, str] = {}
    for uri in urls:
        if names_picture(uri) and uri not in disk.outside:
            for top in translation.sources:
                found.setdefault(top + translation.name(uri), uri)
    known = {path: urls[uri] for path, uri in found.items()}
    places = {path: disk.paths[uri] for path, uri in found.items() if uri in disk.paths}
    return known | dict(urls), disk._replace(paths=places | dict(disk.paths))
