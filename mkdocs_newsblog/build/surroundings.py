"""The site around a section, as the host or a command sees it when the section is planned."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from mkdocs_newsblog.build.introductions import Opened
from mkdocs_newsblog.images.gallery import Disk
from mkdocs_newsblog.model.translation import Translation


class Surroundings(NamedTuple):
    """What a plan has to fit into: all files of the site but those that the section adds itself."""

    urls: Mapping[str, str]
    """The URL of every file below the site's root, by ``src_uri``."""
    owners: Mapping[str, Sequence[str]]
    """The sources that write each output path, folded as file systems that ignore case see it."""
    disk: Disk
    """Where pictures can be measured."""
    opened: Opened
    """Gives the bytes of pages at the addresses of listings."""
    translation: Translation
    """The language that is built, where a plugin builds a site in several."""
    closed: Collection[str] = frozenset()
    """Files that the site leaves out, by ``src_uri``, besides posts of this section."""
