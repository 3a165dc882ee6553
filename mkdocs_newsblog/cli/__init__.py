"""The `newsblog` command: checks posts, writes new ones, and more, all without a host."""

from __future__ import annotations

import click

from mkdocs_newsblog import __version__
from mkdocs_newsblog.cli.check import check
from mkdocs_newsblog.cli.export import export
from mkdocs_newsblog.cli.images import images
from mkdocs_newsblog.cli.migrate import migrate
from mkdocs_newsblog.cli.new import new
from mkdocs_newsblog.cli.ping import ping
from mkdocs_newsblog.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="newsblog")
def main() -> None:
    """Look after the posts of a MkDocs or ProperDocs site."""


main.add_command(check)
main.add_command(export)
main.add_command(images)
main.add_command(migrate)
main.add_command(new)
main.add_command(ping)
main.add_command(schema)
