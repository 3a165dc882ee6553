"""Opening a post's file, on systems of every kind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_newsblog.images.header import read_header
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.beside import META_FILE, read_beside
from mkdocs_newsblog.read.files import source
from mkdocs_newsblog.read.files.select import Section
from mkdocs_newsblog.read.files.source import Opener, is_below


@pytest.fixture(name="docs")
def _docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "secret.md").write_text("# Secret\n", encoding="utf-8")
    return tmp_path / "docs"


def fact(docs: Path, name: str) -> str:
    found = Opener(str(docs)).open(name, str(docs / name))
    assert isinstance(found, Problem)
    return found.fact


def test_links_that_lead_nowhere_or_out_are_said(docs: Path) -> None:
    for name, target in {"loop.md": "loop.md", "gone.md": "nowhere.md", "out.md": "../secret.md"}.items():
        (docs / name).symlink_to(target)
    assert fact(docs, "loop.md") == "can't be opened (OSError)"
    assert fact(docs, "gone.md") == "can't be opened (FileNotFoundError)"
    assert fact(docs, "missing/a.md") == "can't be opened (FileNotFoundError)"
    assert fact(docs, "out.md") == "is a link that leads out of the docs folder"


def test_only_a_link_is_told_to_stay(docs: Path) -> None:
    (docs / "a.md").mkdir()
    (docs / "out.md").symlink_to("../secret.md")
    found = [Opener(str(docs)).open(name, str(docs / name)) for name in ("a.md", "out.md")]
    said = [each.remedy for each in found if isinstance(each, Problem)]
    assert said == ["Put a plain file there", source.STAY]


def test_the_docs_folder_and_one_that_links_lead_to_may_be_links(docs: Path) -> None:
    (docs.parent / "content").mkdir()
    (docs.parent / "content/b.md").write_bytes(b"# B\n")
    (docs / "a.md").write_bytes(b"# A\n")
    (docs / "b.md").symlink_to("../content/b.md")
    for name, target in {"other": "docs", "more": "content"}.items():
        (docs.parent / name).symlink_to(target)
    other = docs.parent / "other"
    opener = Opener(str(other), linked=[str(docs.parent / "more")])
    for name, content in {"a.md": b"# A\n", "b.md": b"# B\n"}.items():
        assert opener.open(name, str(other / name)) == Source(name, content)


def test_a_file_is_opened_where_the_system_cannot_say_where_it_lies(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    realpath = os.path.realpath

    def unsure(path: str, *, strict: bool = False) -> str:
        if strict:
            raise OSError(1, "Incorrect function")
        return realpath(path)

    monkeypatch.setattr(os.path, "realpath", unsure)
    (docs / "a.md").write_text("# A\n", encoding="utf-8")
    (docs / "b.md").symlink_to("a.md")
    opener = Opener(str(docs))
    monkeypatch.setattr(source, "IS_WINDOWS", True)
    for name in ("a.md", "b.md"):
        assert opener.open(name, str(docs / name)) == Source(name, b"# A\n")


def test_a_file_is_opened_up_to_a_size(docs: Path) -> None:
    (docs / "a.md").write_bytes(b"12345")
    opener = Opener(str(docs))
    assert opener.open("a.md", str(docs / "a.md"), limit=5) == Source("a.md", b"12345")
    found = opener.open("a.md", str(docs / "a.md"), limit=4)
    assert isinstance(found, Problem)
    assert (found.code, found.fact) == ("file-too-large", "has 5 bytes, the limit is 4")


def test_a_file_that_takes_the_place_of_another_as_long_and_as_old_is_read(docs: Path) -> None:
    opener = Opener(str(docs))
    for name, content in {"a.md": b"# One\n", "b.md": b"# Two\n"}.items():
        (docs / name).write_bytes(content)
        os.utime(docs / name, (0, 0))
    assert opener.open("a.md", str(docs / "a.md")) == Source("a.md", b"# One\n")
    (docs / "b.md").replace(docs / "a.md")
    assert opener.open("a.md", str(docs / "a.md")) == Source("a.md", b"# Two\n")


def test_one_file_may_be_two_sources(docs: Path) -> None:
    opener = Opener(str(docs))
    (docs / "a.md").write_bytes(b"# One\n")
    for name in ("a.md", "de/a.md", "a.md"):
        assert opener.open(name, str(docs / "a.md")) == Source(name, b"# One\n")


def test_of_what_must_not_be_opened_no_beginning_is_read(docs: Path) -> None:
    (docs / "out.md").symlink_to("../secret.md")
    (docs / "a.md").write_bytes(b"12345")
    heads = (Opener(str(docs)).head(str(docs / name), 2) for name in ("out.md", "gone.md", ".", "\0", "a.md"))
    assert list(heads) == [b"", b"", b"", b"", b"12"]


def test_a_circle_of_links_leads_nowhere(docs: Path) -> None:
    (docs / ".circle").symlink_to(".circle")
    (docs / ".out").symlink_to("../secret.md")
    for name in ("way.md", META_FILE, "authors.yml"):
        (docs / name).symlink_to(".circle/../.out")  # in the text, .out is beside the circle
    assert fact(docs, "way.md") == "can't be opened (OSError)"
    assert read_header(str(docs / "way.md"), [str(docs)]).fault == "can't be opened (OSError)"
    found = read_beside(str(docs), Section.of(".", ()), (), None)
    assert (found.defaults, found.people) == ((), None)
    assert {each.code for each in found.faults} == {"file-not-regular"}


def test_a_folder_holds_what_lies_in_it_alone() -> None:
    assert is_below(f"{os.sep}a{os.sep}b", f"{os.sep}a")
    assert is_below(f"{os.sep}a", os.sep)
    assert not is_below(f"{os.sep}ab", f"{os.sep}a")
    assert not is_below(f"{os.sep}a", f"{os.sep}a")
