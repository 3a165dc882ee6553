"""Templates of a site that nothing asks for: they are called nearly as ours, or stand in another folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.render.templating.fragments import FOLDER, bundled
from mkdocs_newsblog.render.templating.layouts import LAYOUTS
from mkdocs_newsblog.render.templating.template_files import ENDINGS, files_below
from mkdocs_newsblog.render.templating.template_mistakes import below
from mkdocs_newsblog.schema.problems.codes import problem

_ENDINGS = ("", *ENDINGS)
"""How the names of templates end; others are copies that editors keep, pictures and the like."""
OWN_THEME = "mkdocs_theme.yml"
"""What is in each folder of a theme, and in no ``custom_dir``."""

_PAGE = r"""(?i)\{%[-+]?\s*extends\s+["'](?!base/|newsblog/)|<html\b"""
"""What whole pages hold, as ours never do: front matter or a setting may ask for such a template."""
_OURS = r"""["']base/|\bnewsblog-"""
"""What templates hold that were written to stand in for one of ours: its other name, or our classes."""


def misnamed_templates(theme_dirs: Sequence[str], top: str) -> Iterator[Problem]:
    """Yield a problem for each such file; ``top`` is the folder from which paths are said.

    A layout has any name, and so has a template that another one asks for.
    """
    known = {path.stem for path in bundled("base").glob("*.html")}
    for folder in map(Path, theme_dirs):
        files = [path for path in (folder / FOLDER).glob("*") if path.suffix in _ENDINGS and path.is_file()]
        free = sorted(name for name in known if not (folder / FOLDER / f"{name}.html").exists())
        for path in sorted(path for path in files if path.name not in {f"{name}.html" for name in known}):
            near = [_layout(path)] if _layout(path) else get_close_matches(path.stem.casefold(), free, n=1)
            if near and not _is_asked_for(path, folder):
                fact = f"nothing asks for {quoted(f'{FOLDER}/{path.name}')}"
                remedy = f"Did you mean {near[0]}.html?"
                yield problem("template-unknown", Place(below(str(path), top)), "template", fact, remedy)


def _layout(path: Path) -> str:
    """Return the layout of ours that a template in the folder above is called as, if it is."""
    return f"{LAYOUTS}/{path.stem}" if (bundled("base") / LAYOUTS / f"{path.stem}.html").exists() else ""


def misplaced_templates(theme_dirs: Sequence[str], top: str) -> Iterator[Problem]:
    """Yield a problem for each template of a site that is called as one of ours and stands elsewhere.

    Sites and themes have templates of these names, too: it has to tell what it was written for.
    """
    known = {path.name for path in bundled("base").glob("*.html")}
    for folder in (Path(each) for each in theme_dirs if not Path(each, OWN_THEME).exists()):
        for path in (file.path for file in files_below(folder, hidden=False) if file.path.name in known):
            way = path.relative_to(folder)
            is_right = way.parent in (Path(FOLDER), Path(FOLDER, LAYOUTS))
            others = (Path(other, way) for other in theme_dirs if Path(other) != folder)
            if is_right or (folder / FOLDER / path.name).exists() or any(other.exists() for other in others):
                continue
            text = _text(path)
            is_ours = not re.search(_PAGE, text) and (FOLDER in way.parts or re.search(_OURS, text))
            if is_ours and not any(_is_asked_for(path, Path(each)) for each in theme_dirs):
                fact = f"nothing asks for {quoted(way.as_posix())}"
                remedy = f"Move it to {below(str(folder / FOLDER / path.name), top)}"
                yield problem("template-unknown", Place(below(str(path), top)), "template", fact, remedy)


def _is_asked_for(path: Path, folder: Path) -> bool:
    """Whether another file of the folder of the site or theme names it."""
    files = (file.path for file in files_below(folder, hidden=False) if file.path.suffix in _ENDINGS)
    return any(path.name in _text(file) for file in files if file != path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
