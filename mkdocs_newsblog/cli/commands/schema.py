"""`newsblog schema`: JSON Schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mkdocs_newsblog.cli.formats import say
from mkdocs_newsblog.schema.reference.json_schema import SCHEMAS


@click.command("schema", short_help="Print a JSON Schema, by which editors know keys and options.")
@click.argument("name", metavar="front-matter|config|mkdocs", type=click.Choice(list(SCHEMAS)))
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write to.")
def schema(name: str, output: Path | None) -> None:
    """Print a JSON Schema (draft 2020-12): of front matter, of the plugin's options, or of mkdocs.yml.

    The last one asks nothing but of the plugin's options: editors match schemas with whole files.
    """
    text = json.dumps(SCHEMAS[name](), indent=2)
    if output is None:
        say(text)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"{output} can't be written ({error.strerror}).") from None
