"""What the cache knows of its files: when they are read again, made again, and removed."""

import json
import os
import time
from pathlib import Path

import pytest

from mkdocs_newsblog.images.index import DAY, FRESH, OLD, STALE, Index
from mkdocs_newsblog.images.writing import place


@pytest.fixture
def index(tmp_path):
    return lambda: Index(tmp_path / "pictures.json")


@pytest.fixture
def copy(tmp_path):
    """Write a file of the cache: its path, as a text."""

    def write(name="a.webp", content=b"a picture", days=0.0):
        path = tmp_path / "img" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (time.time() - days * DAY,) * 2)
        return str(path)

    return write


def aged(tmp_path, days):
    """Let everything the index knows have been asked for so many days ago."""
    path = tmp_path / "pictures.json"
    known = json.loads(path.read_text())
    path.write_text(json.dumps({name: [*each[:3], each[3] - days] for name, each in known.items()}))
    return path.read_text()


def kept(index, *paths):
    first = index()
    for path in paths:
        first.keep(path, Path(path).name)
    first.write()


def test_a_copy_is_sound_once_it_is_known_and_until_it_changes(index, copy):
    path = copy()
    assert not index().is_sound(path, "a.webp")
    kept(index, path)
    assert index().is_sound(path, "a.webp")
    copy(content=b"A PICTURE")
    assert not index().is_sound(path, "a.webp")
    Path(path).unlink()
    assert not index().is_sound(path, "a.webp")


def test_a_copy_that_a_build_server_brought_back_with_another_time_is_sound(index, copy, monkeypatch):
    path = copy()
    kept(index, path)
    os.utime(path, (1, 1))
    second = index()
    assert second.is_sound(path, "a.webp")
    second.write()
    monkeypatch.setattr("hashlib.file_digest", lambda *_: pytest.fail("read again"))
    assert index().is_sound(path, "a.webp")


def test_a_link_in_place_of_a_copy_is_not_sound(index, copy, tmp_path):
    path = copy()
    kept(index, path)
    Path(path).rename(tmp_path / "elsewhere")
    Path(path).symlink_to(tmp_path / "elsewhere")
    assert not index().is_sound(path, "a.webp")


def test_an_original_is_read_again_only_when_it_changed(index, copy, monkeypatch):
    path = copy()
    first = index()
    digest = first.digest(path)
    first.write()
    copy(content=b"another")
    assert index().digest(path) != digest
    copy()
    second = index()
    assert second.digest(path) == digest
    second.write()
    monkeypatch.setattr("hashlib.file_digest", lambda *_: pytest.fail("read again"))
    assert index().digest(path) == digest


def test_two_builds_at_one_time_keep_what_each_learned(index, copy):
    one, two = index(), index()
    assert (one.known, two.known) == ({}, {})
    for each, name in ((one, "a.webp"), (two, "b.webp")):
        each.keep(copy(name), name)
        each.write()
    assert set(index().known) == {"a.webp", "b.webp"}


def test_the_day_of_use_is_written_now_and_then(index, copy, tmp_path):
    path = copy()
    kept(index, path)
    for days, renewed in ((FRESH, False), (FRESH + 1, True)):
        before = aged(tmp_path, days)
        build = index()
        assert build.is_sound(path, "a.webp")
        build.write()
        assert ((tmp_path / "pictures.json").read_text() != before) is renewed
        kept(index, path)


def test_what_a_build_has_written_down_it_still_knows(index, copy):
    build = index()
    assert build.known == {}
    build.keep(copy(), "a.webp")
    build.write()
    assert build.is_sound(copy(), "a.webp")


def test_no_build_counts_on_a_copy_that_another_one_may_remove(index, copy, tmp_path):
    path = copy(days=OLD + 2)
    kept(index, path)
    aged(tmp_path, STALE + 1)
    assert not index().is_sound(path, "a.webp")
    index().tidy(tmp_path / "img", ())
    assert Path(path).exists()
    aged(tmp_path, OLD - STALE)
    index().tidy(tmp_path / "img", ("a.webp",))
    assert Path(path).exists()
    index().tidy(tmp_path / "img", ())
    assert not Path(path).exists()


def test_a_copy_made_anew_meanwhile_is_not_removed(index, copy, tmp_path):
    path = copy()
    kept(index, path)
    aged(tmp_path, OLD + 1)
    index().tidy(tmp_path / "img", ())
    assert Path(path).exists()


def test_what_nobody_asks_for_is_forgotten(index, copy, tmp_path):
    paths = copy("a.webp"), copy("b.webp")
    kept(index, *paths)
    aged(tmp_path, OLD + 1)
    kept(index, paths[0])
    assert set(index().known) == {"a.webp"}


def test_an_original_that_is_gone_is_forgotten_and_no_copy_is(index, copy, tmp_path):
    originals = [copy(f"{number}.png", b"an original") for number in range(3)]
    first = index()
    for path in originals:
        first.digest(path)
    first.keep(copy(), "a.webp")
    first.write()
    Path(originals[0]).unlink()
    last = index()
    last.digest(copy("new.png"))
    last.write()
    known = json.loads((tmp_path / "pictures.json").read_text())
    assert sorted(Path(name).name for name in known) == ["1.png", "2.png", "a.webp", "new.png"]


@pytest.mark.parametrize(
    "text", ["[1]", "{", '{"a.webp": 1}', '{"a.webp": ["1", 2, "x", 3]}', "\ud800", "[" * 100_000]
)
def test_an_index_that_is_nonsense_is_an_empty_one(index, copy, tmp_path, text):
    path = copy()
    (tmp_path / "pictures.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert not index().is_sound(path, "a.webp")
    kept(index, path)
    assert index().is_sound(path, "a.webp")


def test_a_file_of_the_cache_is_placed_without_writing_it_again(copy, tmp_path):
    target = tmp_path / "site" / "img" / "a.webp"
    for _ in range(2):
        place(copy(), str(target))
        assert target.samefile(copy())


def test_where_a_disk_can_not_share_a_file_it_is_copied(copy, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError("cross-device link")

    target = tmp_path / "site" / "a.webp"
    place(copy(), str(target))
    monkeypatch.setattr(os, "link", refuse)
    place(copy("b.webp", b"other"), str(target))
    assert (target.read_bytes(), target.stat().st_nlink) == (b"other", 1)
    assert (tmp_path / "img/a.webp").read_bytes() == b"a picture"


def test_a_file_that_is_gone_is_said_to_be(tmp_path):
    with pytest.raises(FileNotFoundError):
        place(str(tmp_path / "gone"), str(tmp_path / "site" / "a"))
