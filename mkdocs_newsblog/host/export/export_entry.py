"""The process in which `newsblog export` has the host build: `python -m …export_entry CONFIG FOLDER`.

The command itself imports no host. What it has to write goes into a folder, with an index beside it.
"""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_newsblog.model.exported import INDEX, ExportIndex

if TYPE_CHECKING:
    from mkdocs_newsblog.host.export.staging import Staged

FAILED, REFUSED = 1, 2


def choose_host(config: Path) -> None:
    """Let ProperDocs answer to the host's name, where it is the one, or the configuration file is its own."""
    if find_spec("mkdocs") is None or (config.stem == "properdocs" and find_spec("properdocs") is not None):
        import_module("properdocs.replacement")


def export(config_file: Path, folder: Path) -> None:
    """Build a site into a folder that nobody keeps, and write down what another generator needs.

    Raises:
        click.ClickException: the host stops.
    """
    from mkdocs.commands.build import build  # noqa: PLC0415 - the host is chosen first
    from mkdocs.config import load_config  # noqa: PLC0415

    from mkdocs_newsblog.host.export.recorder import Recorder  # noqa: PLC0415
    from mkdocs_newsblog.host.export.staging import stage  # noqa: PLC0415
    from mkdocs_newsblog.host.plugin import NewsblogPlugin  # noqa: PLC0415
    from mkdocs_newsblog.model.translation import I18N  # noqa: PLC0415

    try:
        config = load_config(config_file=str(config_file), site_dir=str(folder / "site"))
    except click.ClickException as error:
        raise click.UsageError(error.format_message()) from None
    if I18N in config.plugins:
        raise click.UsageError(f"sites in several languages can't be exported: {I18N} builds each by itself.")
    if not any(isinstance(each, NewsblogPlugin) for each in config.plugins.values()):
        raise click.UsageError("every section is switched off: there is nothing that other generators lack.")
    made: list[Staged] = []
    config.plugins["newsblog export"] = Recorder(lambda kept, built: made.append(stage(kept, built)))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    if not made:
        raise click.ClickException("the host did not come to the end of its build")
    _write(made[0], folder)


def _write(staged: Staged, folder: Path) -> None:
    paths = {}
    for number, (uri, content) in enumerate(staged.files.items()):
        path = content if isinstance(content, Path) else folder / f"{number}.made"
        if isinstance(content, bytes):
            path.write_bytes(content)
        paths[uri] = str(path)
    said: ExportIndex = {**asdict(staged), "files": paths}  # type: ignore[typeddict-item]
    (folder / INDEX).write_text(json.dumps(said), encoding="utf-8")


def main(config: str, folder: str) -> int:
    """Export, say on standard error what goes wrong, and return the exit status."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    choose_host(Path(config))
    for name in ("mkdocs", "properdocs"):
        logging.getLogger(name).propagate = False
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        export(Path(config), Path(folder))
    except click.ClickException as stop:
        click.echo(f"ERROR   -  {stop.format_message()}", err=True)
        return REFUSED if isinstance(stop, click.UsageError) else FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
