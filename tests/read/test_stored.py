"""Paths of the options are found whichever way the system stores their accents."""

import unicodedata
from pathlib import Path

import pytest

from mkdocs_newsblog.read.files.stored import as_stored


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("path", "stored"),
    [
        ("news", "news"),
        ("größe", nfd("größe")),
        (nfd("größe"), nfd("größe")),
        ("./größe/", nfd("größe")),
        ("größe/été/à", f"{nfd('größe/été')}/à"),
        ("größe/autören.yml", nfd("größe/autören.yml")),
        ("à", "à"),
        ("näher", nfd("näher")),
        ("both/é", "both/é"),
        (nfd("both/é"), nfd("both/é")),
    ],
)
def test_a_path_is_the_one_that_the_system_lists(tmp_path: Path, path: str, stored: str) -> None:
    for folder in (nfd("größe/été"), nfd("fr/näher"), "both/é", nfd("both/é")):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / nfd("größe/autören.yml")).touch()
    assert as_stored(str(tmp_path), path) == stored


def test_a_folder_that_is_not_there_is_as_it_is_written(tmp_path: Path) -> None:
    assert as_stored(str(tmp_path / "gone"), "größe/x") == "größe/x"
