"""The `newsblog` command: checks posts, writes new ones, and more, all without a host.

The packages and modules, each importing from those below it alone:

- ``commands``: one module for each command
- ``formats``: what a command prints, and ``options``, what each of them takes
- ``site``: configuration, files and sections, and what is wrong with their posts
- ``migration``: options of other plugins; ``exported``: an exported docs folder
- ``yaml_text``: values as YAML
"""

from __future__ import annotations

import click

from mkdocs_newsblog import __version__
from mkdocs_newsblog.cli.commands.check import check
from mkdocs_newsblog.cli.commands.export import export
from mkdocs_newsblog.cli.commands.images import images
from mkdocs_newsblog.cli.commands.migrate import migrate
from mkdocs_newsblog.cli.commands.new import new
from mkdocs_newsblog.cli.commands.ping import ping
from mkdocs_newsblog.cli.commands.schema import schema


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
