"""`newsblog schema` prints what editors need."""

import io
import json

import pytest
from jsonschema import Draft202012Validator

from mkdocs_newsblog.schema.reference.json_schema import SCHEMAS


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_schema_is_printed(project, name):
    done = project().run("schema", name)
    assert done.exit_code == 0
    schema = json.loads(done.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema == SCHEMAS[name]()


def test_a_schema_needs_no_site(project, monkeypatch, tmp_path):
    site = project()
    monkeypatch.chdir(tmp_path)
    assert site.run("schema", "config").exit_code == 0


def test_a_schema_can_be_written_to_a_file(project):
    site = project()
    for path in ("schema.json", ".vscode/newsblog/schema.json"):
        done = site.run("schema", "mkdocs", "--output", path)
        assert (done.exit_code, done.output) == (0, "")
        assert json.loads(site.read(path)) == SCHEMAS["mkdocs"]()


def test_a_schema_is_the_same_on_every_system(project, monkeypatch):
    def as_on_windows(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        ends = newline if newline is not None or "b" in mode else "\r\n"
        return really(file, mode, buffering, encoding, errors, ends)

    really = io.open
    site = project()
    monkeypatch.setattr(io, "open", as_on_windows)
    site.run("schema", "mkdocs", "--output", "schema.json")
    monkeypatch.undo()
    assert b"\r" not in (site.root / "schema.json").read_bytes()


def test_a_file_that_can_not_be_written_is_said(project):
    site = project()
    site.write("taken", "a file where a folder should be")
    done = site.run("schema", "mkdocs", "--output", "taken/schema.json")
    assert done.exit_code == 2
    assert "can't be written" in done.stderr


def test_another_name_is_misuse(project):
    done = project().run("schema", "feeds")
    assert done.exit_code == 2
    assert "'feeds' is not one of 'front-matter', 'config', 'mkdocs'" in done.stderr


def test_the_command_says_what_it_can_do(project):
    done = project().run("--help")
    assert [line.split()[0] for line in done.stdout.partition("Commands:\n")[2].splitlines()][:7] == [
        "check",
        "export",
        "images",
        "migrate",
        "new",
        "ping",
        "schema",
    ]
    assert "..." not in done.stdout.partition("Commands:\n")[2]
    assert project is not None


def test_the_version_is_that_of_the_package(project):
    from mkdocs_newsblog import __version__  # noqa: PLC0415

    assert project().run("--version").stdout == f"newsblog, version {__version__}\n"
