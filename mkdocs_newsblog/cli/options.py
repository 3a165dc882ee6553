"""What every command takes: the site's configuration."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_newsblog.cli.site.project import Project, read_project
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.read.config.config_file import ConfigError, find_config

config_file = click.option(
    "--config-file",
    "-f",
    "config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's configuration; default: properdocs.yml, then mkdocs.yml, in this folder.",
)


def project_at(config: Path | None) -> Project:
    """Return the site of a configuration file, or of the one in the present folder.

    Raises:
        click.UsageError: there is none, or it can't be read.
    """
    try:
        return read_project((config or find_config(Path.cwd())).absolute())
    except ConfigError as error:
        raise click.UsageError(str(error)) from None


def sound_project_at(config: Path | None) -> Project:
    """Return a site whose options are all accepted, for commands that do more than report.

    Raises:
        click.UsageError: as :func:`project_at`, and where an option is wrong: its section would be left out.
    """
    project = project_at(config)
    if faults := [str(fault) for fault in project.faults if fault.severity is Severity.ERROR]:
        raise click.UsageError("\n".join(faults))
    return project
