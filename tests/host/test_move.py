"""A file that is written elsewhere than the host thought."""

import pytest
from mkdocs.structure.files import File

from mkdocs_newsblog.host.site.translation import move_file


@pytest.mark.parametrize("looked_at", [True, False])
def test_what_the_host_worked_out_from_the_old_place_is_worked_out_anew(tmp_path, looked_at):
    file = File("news/a.md", str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)
    if looked_at:
        assert (file.url, file.abs_dest_path) == ("news/a/", str(tmp_path / "site/news/a/index.html"))
    move_file(file, "news/2024/é b/index.html")
    assert file.url == "news/2024/%C3%A9%20b/"
    assert file.abs_dest_path == str(tmp_path / "site/news/2024/é b/index.html")
    move_file(file, "news/a.html")
    assert (file.url, file.abs_dest_path) == ("news/a.html", str(tmp_path / "site/news/a.html"))


def test_a_translated_file_stays_below_the_folder_of_its_language(tmp_path):
    # As the translation plugin leaves it: a folder that is none, and a whole path of its own.
    file = File("news/a.md", str(tmp_path), "news/a/index.html", True, dest_uri="fr/news/a/index.html")
    file.abs_dest_path = str(tmp_path / "site/fr/news/a/index.html")
    move_file(file, "fr/news/b/index.html")
    assert file.url == "fr/news/b/"
    assert file.abs_dest_path == str(tmp_path / "site/fr/news/b/index.html")
