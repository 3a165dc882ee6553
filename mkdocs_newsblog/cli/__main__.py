"""`python -m mkdocs_newsblog.cli` is the `newsblog` command."""

from mkdocs_newsblog.cli import main

if __name__ == "__main__":
    main(prog_name="newsblog")
