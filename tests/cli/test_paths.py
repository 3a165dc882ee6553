"""Paths are found as the system finds them, whatever their case and composition."""

import os
import unicodedata
from pathlib import Path

import pytest

from mkdocs_newsblog.read.files.file_names import folded

SITE = """
    docs/
        index.md | # Home
        news/
            bad.md | # No date
            größe.md | # No date
            README.md | # Twice
            index.md | # News
"""


def there(path):
    """The path of the file that a system which ignores case and composition finds."""
    found = Path("/")
    for part in Path.cwd().joinpath(path).parts[1:]:
        if part == "..":
            found = found.parent
            continue
        names = [each.name for each in found.iterdir()] if found.is_dir() else []
        found /= next((name for name in names if folded(name) == folded(part)), part)
    return found


@pytest.fixture
def careless(monkeypatch):
    """A file system that ignores case and composition."""
    stat = os.stat

    def found(path, **options):
        try:
            return stat(path, **options)
        except FileNotFoundError:
            monkeypatch.setattr(os, "stat", stat)
            real = there(path)
            monkeypatch.setattr(os, "stat", found)
            return stat(real, **options)

    monkeypatch.setattr(os, "stat", found)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: access(there(path), mode))


@pytest.mark.parametrize(
    ("path", "reported"),
    [
        ("docs/news/Bad.md", ["bad.md"]),
        ("docs/News/bad.md", ["bad.md"]),
        ("DOCS/news/bad.md", ["bad.md"]),
        (unicodedata.normalize("NFD", "docs/news/größe.md"), ["größe.md"]),
        ("docs/NEWS", ["bad.md", "größe.md"]),
        ("Docs", ["bad.md", "größe.md"]),
        ("../PROJECT", ["bad.md", "größe.md"]),
        ("MKDOCS.yml", []),
    ],
)
def test_a_path_is_found_as_the_system_finds_it(project, careless, path, reported):
    done = project(SITE).run("check", path)
    assert [name for name in ("bad.md", "größe.md") if f"news/{name}:1:1: date" in done.stdout] == reported
    assert "was not checked" not in done.stderr


@pytest.mark.parametrize("path", ["docs/empty", "docs/news/README.md"])
def test_what_no_build_takes_does_not_pass_without_a_word(project, path):
    site = project(SITE)
    (site.root / "docs/empty").mkdir()
    done = site.run("check", "--quiet", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{path} was not checked" in done.stderr


def test_other_files_pass_without_a_word(project):
    done = project(SITE).run("check", "--quiet", "mkdocs.yml", "docs/index.md")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
