"""Files beside the posts that are there and can't be read."""

from pathlib import Path

import pytest

from mkdocs_newsblog.read.beside import read_beside
from mkdocs_newsblog.read.files.select import Section


@pytest.fixture
def locked(monkeypatch):
    """Let the system refuse to read a file, as it does for files of other people, but not for root."""

    def lock(path):
        read = Path.read_bytes

        def refuse(self):
            if self == path.resolve():
                raise PermissionError(13, "Permission denied")
            return read(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)

    return lock


@pytest.mark.parametrize("name", [".meta.yml", ".authors.yml"])
def test_a_file_beside_the_posts_that_the_system_refuses_is_a_problem(tmp_path, locked, name):
    (tmp_path / "news").mkdir()
    (tmp_path / f"news/{name}").write_text("a: 1\n")
    (tmp_path / ".meta.yml").write_text("b: 1\n")
    (tmp_path / "news/authors.yml").write_text("c: C\n")
    locked(tmp_path / f"news/{name}")
    found = read_beside(str(tmp_path), Section.of("news", ("**/*.md",)), ["news/a.md"], None)
    (fault,) = found.faults
    assert (fault.code, str(fault.place)) == ("file-not-regular", f"news/{name}:1:1")
    assert "PermissionError" in fault.fact
    assert found.defaults[0].src_uri == ".meta.yml"
    assert found.people is not None
    assert found.people.src_uri == "news/authors.yml"


def test_a_folder_that_may_not_be_looked_into_is_a_problem(tmp_path, monkeypatch):
    def refuse(self):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "news").mkdir()
    for name in (".meta.yml", "news/people.yml"):
        (tmp_path / name).write_text("a: 1\n")
    monkeypatch.setattr(Path, "is_file", refuse)
    found = read_beside(str(tmp_path), Section.of("news", ()), [], "news/people.yml")
    assert [str(fault.place) for fault in found.faults] == [".meta.yml:1:1", "news/people.yml:1:1"]
    assert (found.defaults, found.people) == ((), None)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere.yml")])
def test_what_is_no_file_is_none(tmp_path, make):
    make(tmp_path / ".meta.yml")
    assert read_beside(str(tmp_path), Section.of("news", ()), [], None) == ((), None, None, ())


def test_data_that_is_eleventy_s_alone_lies_over_the_plain_one(tmp_path):
    (tmp_path / "news").mkdir()
    for name in ("news.11tydata.json", "news.json", "_metadata.yml", "other.json"):
        (tmp_path / f"news/{name}").write_text("{}\n")
    found = read_beside(str(tmp_path), Section.of("news", ("**/*.md",)), ["news/a.md"], None).defaults
    names = [source.src_uri for source in found]
    assert names == ["news/_metadata.yml", "news/news.json", "news/news.11tydata.json"]
