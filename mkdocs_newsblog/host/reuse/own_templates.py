"""The site's own templates, and those of themes of which nothing is known: what they are, and ask for."""

from __future__ import annotations

import site
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import mkdocs.theme
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_newsblog.host.reuse.asked import asked
from mkdocs_newsblog.host.site.config import project_folder
from mkdocs_newsblog.render.templating.template_files import TemplateFile, files_below
from mkdocs_newsblog.render.templating.themes import ADAPTORS


class Templates(NamedTuple):
    """What of a site's templates its pages depend on."""

    reason: str = ""
    """Why no page can be used again, if that is so."""
    digests: tuple[tuple[str, str], ...] = ()
    """The site's own files by name, and templates of which nothing is known."""
    variables: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    """What they ask for, besides what themes do that are known."""


def look_at(config: MkDocsConfig) -> Templates:
    """Look at all templates but those of the themes that are known."""
    own = [folder for folder in map(Path, config.theme.dirs) if not _is_installed(folder, config)]
    files = [file for folder in own for file in files_below(folder)]
    static = {folder / name for folder in own for name in config.theme.static_templates}
    templates = [file for file in files if file.path not in static]
    others = list(_unknown(config))
    found = list(asked((*templates, *others)))
    digests = {path: each.digest for path, each in (*found, *asked(files))}
    # A plugin may bring templates, whose names are enough: they lie elsewhere on another machine.
    brought = ((file.path.name, digests[file.path]) for file in others)
    far = next(((path, each.far) for path, each in found if each.far), None)
    return Templates(
        f"{_short(far[0], config)} asks for {far[1]}, which may come from anywhere" if far else "",
        (*((_short(file.path, config), digests[file.path]) for file in files), *brought),
        frozenset().union(*(each.variables for _, each in found)),
        frozenset().union(*(each.attributes for _, each in found)),
    )


def _short(path: Path, config: MkDocsConfig) -> str:
    """Return a path without what differs from one checkout of a project to the next."""
    folder = project_folder(config).absolute()
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _unknown(config: MkDocsConfig) -> Iterator[TemplateFile]:
    """Yield the templates of installed themes of which nothing is known."""
    packages = {name for theme in ADAPTORS.values() for name in theme.packages}
    known = {folder for name in packages if (folder := _folder_of(name))}
    known.add(Path(mkdocs.theme.__file__).with_name("templates"))
    for folder in map(Path, config.theme.dirs):
        if folder not in known and _is_installed(folder, config):
            static = {folder / name for name in config.theme.static_templates}
            yield from (file for file in files_below(folder, hidden=False) if file.path not in static)


def _folder_of(package: str) -> Path | None:
    file = getattr(sys.modules.get(package), "__file__", None)
    return Path(file).parent if file else None


def _is_installed(folder: Path, config: MkDocsConfig) -> bool:
    """Whether a folder of templates stays what it is while the versions of all packages do."""
    if config.theme.custom_dir and folder == Path(config.theme.custom_dir):
        return False
    return any(folder.resolve().is_relative_to(packages) for packages in package_folders())


@cache
def package_folders() -> tuple[Path, ...]:
    """Return the folders that packages are installed in."""
    found = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *site.getsitepackages()}
    return tuple(Path(folder).resolve() for folder in sorted({*found, site.getusersitepackages()}))
