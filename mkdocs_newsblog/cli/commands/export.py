"""`newsblog export`: the site as a docs folder for generators that do not run this plugin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from mkdocs_newsblog.cli.exported.config import config_text, exported_path, is_ours
from mkdocs_newsblog.cli.exported.tree import ExportedTree, StrangeFolderError
from mkdocs_newsblog.cli.formats import say
from mkdocs_newsblog.cli.options import config_file, sound_project_at
from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.images.writing import write_whole
from mkdocs_newsblog.model.exported import INDEX, ExportIndex
from mkdocs_newsblog.model.problem import printable
from mkdocs_newsblog.read.config.config_file import ConfigError, read_values

ENTRY = "mkdocs_newsblog.host.export.export_entry"
"""The module that has the host build, in a process of its own: no command imports a host."""
DOCS = "docs"
FOLDER = "exported"


@click.command("export", short_help="Write the site as plain Markdown, for other generators.")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@config_file
def export(folder: Path | None, config: Path | None) -> None:
    """Write the site with its posts and listings as Markdown, for generators without this plugin.

    The docs go into FOLDER (default: `exported` beside the configuration), and a configuration that points to
    them beside the site's own. The next export changes only what differs. The exit status is 1 if posts have
    errors, 2 if the command can't be carried out as given, else 0.
    """
    project = sound_project_at(config)
    top = project.config.parent
    target = (folder or top / FOLDER).absolute()
    _check_place(target, project)
    beside = exported_path(project.config)
    try:
        if not is_ours(beside):
            raise click.UsageError(f"{beside} was not written by an export. Move it away.")
        tree = ExportedTree.at(target, project.config)
        with tempfile.TemporaryDirectory(prefix="newsblog-") as made:
            index = _build(project, Path(made))
            changes = tree.update({f"{DOCS}/{uri}": Path(path) for uri, path in index["files"].items()})
        docs_dir = f"{target.resolve().relative_to(top.resolve()).as_posix()}/{DOCS}"
        text = config_text(project.config, docs_dir, index)
        if not beside.exists() or beside.read_bytes() != text.encode():
            write_whole(beside, text.encode())
    except (StrangeFolderError, ConfigError) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        place = error.filename or target  # a full disk is noticed by files that are open, without their name
        raise click.UsageError(f"{place} can't be written or read ({error.strerror}).") from None
    counts = f"{len(index['files'])} files, {changes.written} written, {changes.removed} removed"
    say(f"{printable(docs_dir)}: {counts}")
    say(f"{beside.name} points to them")
    for uri, address in sorted(index["elsewhere"].items()):
        say(f"{printable(uri)} has another address there: {printable(address)}")
    for uri in index["finished"]:
        say(f"{printable(uri)} is finished HTML there: as Markdown it would not say the same")
    for uri in index["orders"]:
        say(f"{printable(uri)} has {{{{, {{% or --8<-- in its scripts: others may take that for orders")


def _check_place(target: Path, project: Project) -> None:
    """Refuse a folder in which an export would be lost, or would come into the site.

    Raises:
        click.UsageError: it is such a folder.
    """
    top, place = project.config.parent.resolve(), target.resolve()
    if not place.is_relative_to(top) or place == top:
        raise click.UsageError(f"{target} is no folder below {top}, where generators look for it.")
    values = read_values(project.config)
    others = {"docs_dir": project.docs_dir, "site_dir": top / str(values.get("site_dir") or "site")}
    theme = values.get("theme")
    if isinstance(theme, Mapping) and theme.get("custom_dir"):
        others["custom_dir"] = top / str(theme["custom_dir"])
    for name, other in others.items():
        theirs = other.resolve()
        if place.is_relative_to(theirs) or theirs.is_relative_to(place):
            raise click.UsageError(f"{target} and {name} ({theirs}) would hold the same files. Name another.")


def _build(project: Project, folder: Path) -> ExportIndex:
    """Have the host build the site, print what it says, and return what it has made.

    Raises:
        SystemExit: it has stopped.
    """
    # -P: no module is taken from the present folder.
    command = [sys.executable, "-P", "-m", ENTRY, str(project.config), str(folder)]
    spoken = {**os.environ, "PYTHONIOENCODING": "utf-8:backslashreplace"}
    done = subprocess.run(command, stderr=subprocess.PIPE, check=False, env=spoken)  # noqa: S603 - our own module
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        say(line, err=True)
    if done.returncode:
        raise SystemExit(2 if done.returncode == 2 else 1)
    index: ExportIndex = json.loads((folder / INDEX).read_bytes())
    return index
