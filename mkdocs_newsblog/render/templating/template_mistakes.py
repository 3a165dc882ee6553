"""Mistakes in templates of a site, a theme or a pack: found where they stand, and said once for a build."""

from __future__ import annotations

import os
import posixpath
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.schema.problems.codes import problem, relevel

Spot = tuple[str, int]
"""A file and a line in it."""


class UnreadableError(Exception):
    """A template's file that is there, and that holds no text."""

    def __init__(self, spot: Spot, fact: str) -> None:
        super().__init__(fact)
        self.spot = spot


class Shelves(FileSystemLoader):
    """Templates from folders; of a file that can't be read it says which one that is."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, object]:  # type: ignore[override]
        """Return a template's text as Jinja's own loader does."""
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:
            raise
        except UnicodeDecodeError as error:
            fact = f"it is not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start}"
            line = error.object[: error.start].count(b"\n") + 1
            raise UnreadableError((self._path_of(template), line), fact) from error
        except OSError as error:
            fact = f"it can't be opened ({error.__class__.__name__})"
            raise UnreadableError((self._path_of(template), 1), fact) from error

    def _path_of(self, template: str) -> str:
        parts = split_template_path(template)
        paths = (posixpath.join(folder, *parts) for folder in self.searchpath)
        return next(path for path in paths if Path(path).is_file())


class Mistakes:
    """What is wrong with templates, for all sections of one build of the host."""

    def __init__(self, top: str, levels: Mapping[str, Severity], *, shown: bool) -> None:
        """Take the folder from which paths are said, the levels of the config, and whether pages say it."""
        self._top = top
        self._levels = levels
        self._shown = shown
        self._found: dict[str, dict[object, Problem]] = {}
        """By the template that was asked for, which may be another than the one that is wrong."""
        self._said: set[object] = set()

    def note(self, name: str, error: Exception, folders: Sequence[Path]) -> bool:
        """Keep what a template of these ``folders`` has done wrong; False if no such one has."""
        found = find_mistake(error, folders)
        if found is None:
            return False
        (path, line), fact = found
        said = problem("template-broken", Place(below(path, self._top), line), "template", fact)
        self._found.setdefault(name, {}).setdefault(said.order, said)
        return True

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self._found)

    def shown(self, *names: str) -> list[str]:
        """Return what a preview's page says that holds parts made by these templates."""
        if not self._shown or not self._found:
            return []
        found = [each for name in names for each in self._found.get(name, {}).values()]
        return [str(each) for each in relevel(found, self._levels)]

    def take(self) -> list[Problem]:
        """Return what was found and is not yet said, whichever section asks first."""
        every = (found for each in self._found.values() for found in each.values())
        fresh = [found for found in every if found.order not in self._said]
        self._said |= {found.order for found in fresh}
        return relevel(fresh, self._levels)


class Mistake(NamedTuple):
    """Where a template is wrong, and what is wrong with it."""

    spot: Spot
    fact: str


def find_mistake(error: Exception, folders: Sequence[Path]) -> Mistake | None:
    """Return what an error says of a template in some folders, None if it came about without one."""
    spots = [spot for spot in _spots(error) if any(_is_in(spot[0], folder) for folder in folders)]
    if not spots:
        return None
    if isinstance(error, RecursionError):
        # Where it runs out differs from page to page; where it begins does not.
        counts = Counter(spots)
        first = next((spot for spot in spots if counts[spot] > 1), spots[0])
        return Mistake(first, "it includes or extends itself without end")
    return Mistake(spots[-1], _fact(error))


def _spots(error: Exception) -> Iterator[Spot]:
    """Yield the places that an error has come through, the innermost last."""
    if isinstance(error, UnreadableError):
        yield error.spot
    elif isinstance(error, TemplateSyntaxError):
        yield (error.filename or "", error.lineno)
    else:
        # Jinja has put the lines of templates in place of those of its own code.
        for frame, line in traceback.walk_tb(error.__traceback__):
            yield (frame.f_code.co_filename, line)


def _fact(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f'there is no template "{error.name}"'
    text = str(error).partition("\n")[0] if isinstance(error, TemplateSyntaxError) else str(error)
    known = type(error).__module__.startswith(("jinja2", __name__))
    return (text if known else f"{type(error).__name__}: {text}").rstrip(" .")


def _is_in(path: str, folder: Path) -> bool:
    return _whole(path).is_relative_to(_whole(folder))


def below(path: str, top: str) -> str:
    """Return a path from a folder, or the whole path if it does not lie there."""
    return (_whole(path).relative_to(_whole(top)) if _is_in(path, Path(top)) else _whole(path)).as_posix()


def _whole(path: str | Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - as Jinja says it, links unresolved
