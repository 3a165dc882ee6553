"""What conversions depend on besides a text: files, code and options of Markdown extensions."""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path

import markdown
import pymdownx.superfences
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from mkdocs_newsblog.host.conversion import extension_code, extension_files
from mkdocs_newsblog.host.conversion.extension_code import ImpureError, code_of, is_installed
from mkdocs_newsblog.host.conversion.extension_files import icons, without_files
from mkdocs_newsblog.host.conversion.extensions import ExtensionState


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def parts(tmp_path):
    write(tmp_path / "parts/words.md", "One.")
    write(tmp_path / "more/lines.md", "Two.")
    write(tmp_path / "more/other.md", "Three.")
    return tmp_path


class Unfit:
    """A folder that depends on the page, as hosts hand one down."""

    def __fspath__(self):
        raise ConfigurationError("no page")


APPENDED = [
    {"auto_append": ["words.md", "lines.md"], "base_path": ["{}/parts", "{}/more"]},
    {"auto_append": ["words.md:1:2", "lines.md:part"], "base_path": ["{}/parts", "{}/more"]},
    {"auto_append": ["parts/words.md", "more/lines.md"], "base_path": "{}"},
    {"auto_append": ["parts/words.md", "more/lines.md"], "base_path": Path("{}")},
    {"auto_append": ["parts/words.md", "more/lines.md"]},
    {"auto_append": ["parts/words.md", "more/lines.md"], "base_path": None},
    {"auto_append": ["any", "lines.md"], "base_path": ["{}/parts/words.md", "{}/more"]},
]


def placed(value, root):
    """A value with a folder in place of braces."""
    if isinstance(value, list):
        return [placed(each, root) for each in value]
    return type(value)(str(value).replace("{}", str(root))) if isinstance(value, str | Path) else value


@pytest.mark.parametrize("options", APPENDED)
def test_what_is_appended_to_every_page_is_looked_at_wherever_it_lies(parts, monkeypatch, options):
    monkeypatch.chdir(parts)
    options = {name: placed(value, parts) for name, value in options.items()}
    states = []
    for name, text in (
        (None, ""),
        ("more/other.md", "3."),
        ("parts/words.md", "1."),
        ("more/lines.md", "2."),
    ):
        if name:
            write(parts / name, text)
        states.append(without_files("pymdownx.snippets", options | {"check_paths": True}))
    assert states[0] == states[1] != states[2] != states[3] != states[1]
    assert states[0].keys() == {"appended", "check_paths"}


def test_one_file_that_is_appended_may_be_named_without_a_list(parts):
    options = {"auto_append": "words.md", "base_path": [parts / "parts"]}
    first = without_files("pymdownx.snippets", options)
    write(parts / "parts/words.md", "1.")
    assert without_files("pymdownx.snippets", options) != first
    assert options["auto_append"] == "words.md"
    assert without_files("pymdownx.keys", options) == options
    assert without_files("pymdownx.snippets", {"base_path": [Unfit()], "a": 1}) == {"a": 1}


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"auto_append": ["gone.md"]}, "names gone.md, which is no file"),
        ({"auto_append": ["words.md", ""]}, "names , which is no file"),
        (
            {"auto_append": ["taking.md"]},
            "taking.md, which is appended to every page, takes in further files",
        ),
        ({"auto_append": ["words.md"], "base_path": [Unfit()]}, "depends on the page"),
        ({"auto_append": ["words.md"], "base_path": [1]}, "depends on the page"),
        (
            {"auto_append": ["taking.md"], "base_path": ["{}/parts/part", "{}/parts"]},
            "takes in further files",
        ),
    ],
)
def test_where_what_is_appended_is_not_known_nothing_is_kept(parts, options, why):
    write(parts / "parts/taking.md", "A line.\n--8<-- 'words.md'\n")
    write(parts / "parts/part/taking.md", "A line that stands in the way of the other.\n")
    options = {name: placed(value, parts) for name, value in options.items()}
    with pytest.raises(ImpureError, match=re.escape(why)):
        without_files("pymdownx.snippets", {"base_path": [parts / "parts"]} | options)


def test_icons_are_known_by_their_names_and_what_they_are(tmp_path, monkeypatch):
    folders = [str(tmp_path / "a"), str(tmp_path / "b")]
    write(tmp_path / "b/own/star.svg", "star")
    found = [icons(folders)]
    assert found == [[["own/star.svg", found[0][0][1]]]]
    write(tmp_path / "b/own/star.svg", "moon")
    found.append(icons(folders))
    (tmp_path / "b/own/star.svg").rename(tmp_path / "b/own/moon.svg")
    found.append(icons(folders))
    write(tmp_path / "a/sun.svg", "sun")
    found.append(icons(folders))
    assert len({str(each) for each in found}) == 4
    assert icons(tuple(folders)) == found[-1] != icons(folders[:1])
    for other in (folders[0], None, {}):
        with pytest.raises(ImpureError, match="no list of folders"):
            icons(other)
    monkeypatch.setattr(extension_files, "MANY", 2)
    assert icons(folders) == found[-1]
    write(tmp_path / "a/sky.svg", "sky")
    with pytest.raises(ImpureError, match="more than 2 files"):
        icons(folders)


@pytest.fixture
def module(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield code_of.__wrapped__
    for name in [each for each in sys.modules if each.startswith("newsblog_")]:
        del sys.modules[name]  # packages are imported to find what lies in them


def test_code_of_the_site_is_known_by_all_its_files(tmp_path, module, monkeypatch):
    write(tmp_path / "newsblog_one.py", "a = 1")
    write(tmp_path / "newsblog_beside.py", "b = 1")
    write(tmp_path / "newsblog_whole/__init__.py", "")
    write(tmp_path / "newsblog_whole/deep/part.py", "c = 1")
    names = ("newsblog_one", "newsblog_whole", "newsblog_whole.deep.part")
    states = {name: [module(name), module(name)] for name in names}
    write(tmp_path / "newsblog_whole/deep/part.py", "c = 2")
    write(tmp_path / "newsblog_beside.py", "b = 2")
    for name in names:
        states[name].append(module(name))
    (tmp_path / "newsblog_whole/deep/part.py").rename(tmp_path / "newsblog_whole/deep/other.py")
    (tmp_path / "newsblog_beside.py").rename(tmp_path / "newsblog_near.py")
    for name in names[:2]:
        states[name].append(module(name))
    assert [len(set(states[name])) for name in names] == [3, 3, 2]
    assert all(name in states[name][0] for name in names)
    assert not is_installed("newsblog_one")
    monkeypatch.setattr(extension_code, "MANY", 1)
    with pytest.raises(ImpureError, match="made of more than 1 files"):
        module("newsblog_one")
    monkeypatch.setattr(extension_code, "MANY", 4)
    assert module("newsblog_one") == states["newsblog_one"][-1]


@pytest.mark.parametrize("name", ["newsblog_nowhere", "sys", "newsblog_nowhere.part", "..part"])
def test_of_an_extension_without_files_nothing_is_known(module, name):
    assert not is_installed(name)
    with pytest.raises(ImpureError, match="is not known"):
        module(name)


def test_what_is_installed_is_known_by_its_package(module):
    assert is_installed("pymdownx.superfences")
    assert is_installed("markdown")
    assert module("pymdownx.keys") == module("pymdownx.keys")


OPTIONS = [
    *(None, True, 2, 0.5, "a", re.compile("a"), re.compile("a", re.IGNORECASE), ["a"], ["a", 2], {"a": 1}),
    *({"a": {"b": [1]}}, {"a": None}, pymdownx.superfences.fence_code_format, {"b": 1}, re.compile("b")),
    *(functools.partial(pymdownx.superfences.fence_code_format, a=1), markdown.util.code_escape),
    *(functools.partial(pymdownx.superfences.fence_code_format, 1),),
    functools.partial(pymdownx.superfences.fence_div_format, a=1),
]


@pytest.fixture
def state(drawn):
    site = drawn("docs/\n  index.md | # Home\n")
    site.write("mkdocs.yml", site.config)
    config = load_config(str(site.root / "mkdocs.yml"))
    config.markdown_extensions.append("footnotes")

    def of(value):
        """Return what stands for the extensions of a site with a value as an option of one."""
        config.mdx_configs["footnotes"] = {"x": value}
        found = ExtensionState()
        found.follow(config)
        return found.text

    return of


def test_options_are_known_by_their_values(state):
    texts = [state(value) for value in OPTIONS]
    assert len(set(texts)) == len(OPTIONS)
    assert texts == [state(value) for value in OPTIONS]
    assert state(("a", 2)) == state(["a", 2])


FREE = [object(), len, print, write, functools.partial(write), functools.partial(len, 1), b"a", {1}]


@pytest.mark.parametrize("value", FREE, ids=lambda value: type(value).__name__)
def test_of_options_that_do_what_they_like_nothing_is_known(state, value):
    partial = functools.partial(pymdownx.superfences.fence_code_format, value)
    for each in (value, [value], {"a": value}, {"a": [{"b": value}]}, partial):
        with pytest.raises(ImpureError, match="of which nothing is known"):
            state(each)
