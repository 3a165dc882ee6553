"""Whoever copies an example from the documentation gets the site that the page promises."""

import re
import shutil
import sys
import tomllib
from itertools import pairwise

import pytest
from markdown.extensions.toc import slugify
from mkdocs.utils.yaml import yaml_load

from tests.docs.examples import PROJECT, Example, examples, pages
from tests.harness.site import Site
from tests.harness.tree import PNG

EXAMPLES = examples()
MESSAGE = re.compile(r"(?:[A-Z]+ +-  mkdocs_newsblog: )?(\S.*?\[[a-z-]+\])(?: |$)")
CODE = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)+)\](?:\n|$)")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)#?([^)\s]*)")


def install_pack(example: Example, root, monkeypatch):
    """Make the package of an example look installed: its modules on the path, its entry points on record."""
    found = tomllib.loads(example.files["pyproject.toml"])["project"]
    lines = [f"Metadata-Version: 2.1\nName: {found['name']}\nVersion: {found['version']}\n"]
    points = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in rows.items())
        for group, rows in found["entry-points"].items()
    ]
    info = root / f"{found['name'].replace('-', '_')}-{found['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("".join(lines), encoding="utf-8")
    (info / "entry_points.txt").write_text("\n".join(points), encoding="utf-8")
    monkeypatch.syspath_prepend(str(root))


def laid_out(example: Example, root) -> Site:
    """The files of an example on disk."""
    site = Site(root, config=example.config)
    site.write("docs/index.md", b"# Home\n")
    for path, text in example.files.items():
        if path != "mkdocs.yml":
            site.write(path, text.encode())
    for path in example.said("picture"):
        site.write(path, PNG)
    if not any(path.startswith("docs/") and path.endswith(".md") for path in example.files):
        # An example of options alone is read beside posts that are there already.
        for folder in re.findall(r"\bdir: ([a-z]+)", example.config) or ["blog"]:
            site.write(f"docs/{folder}/first.md", b"---\ntitle: First\ndate: 2024-01-02\n---\nText.\n")
    return site


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_builds_and_is_what_its_page_says(example, tmp_path, monkeypatch):
    site = laid_out(example, tmp_path)
    if example.said("pack"):
        install_pack(example, tmp_path, monkeypatch)
    problems = {code for codes in example.said("says") for code in codes.split()}
    built = site.build(strict=not problems)
    said = {code for text in built.said("WARNING", "ERROR") for code in CODE.findall(text)}
    assert said == problems, built
    if problems:
        quoted = {message for quote in example.quotes for message in MESSAGE.findall(quote)}
        told = "\n".join(built.said("WARNING", "ERROR"))
        assert {each for each in quoted if each not in told} == set()
    if not problems:
        assert built.ok, built
        assert built.warnings == []
        assert built.broken_links() == []
    check_wishes(example, built)
    assert not {name for name in sys.modules if name.startswith("newsblog_")}  # a pack's code is never run


def check_wishes(example: Example, built):
    """Ask the built site what the page says of it."""
    for url in example.said("has"):
        assert built.exists(url), f"no {url}; there are {built.urls()}"
    for url in example.said("lacks"):
        assert not built.exists(url), url
    for verb in ("shows", "hides"):
        for line in example.said(verb):
            url, _, text = line.partition(" ")
            raw = " ".join(built.page("" if url == "/" else url).raw.split())
            assert (text in raw) is (verb == "shows"), f"{verb} {line}\n{raw}"


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_files_of_an_example_are_well_formed(example):
    for path, text in example.files.items():
        if path.endswith((".yml", ".yaml")):
            assert yaml_load(text), path


def test_comments_of_examples_use_known_verbs():
    known = {"has", "lacks", "shows", "hides", "picture", "theme", "says", "continues", "pack"}
    assert {verb for example in EXAMPLES for verb, _ in example.wishes} <= known


def test_the_documentation_builds_without_a_warning(tmp_path):
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    built = Site(tmp_path, (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")).build()
    assert built.ok, built
    assert built.warnings == []
    assert built.broken_links() == []


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "changes/README.md"]
)
def test_places_that_are_linked_from_pages_outside_the_site_exist(name):
    path = PROJECT / name
    for target, fragment in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
        if fragment:
            headings = re.findall(r"(?m)^#+ (.+)$", (path.parent / target).read_text(encoding="utf-8"))
            assert fragment in {slugify(heading, "-") for heading in headings}, f"{target}#{fragment}"


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_pages_use_headings_in_order(path):
    text = re.sub(r"(?ms)^ *(`{3,}).*?^ *\1[ ]*$", "", path.read_text(encoding="utf-8"))
    levels = [len(signs) for signs in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
