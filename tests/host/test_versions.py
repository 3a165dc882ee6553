"""What is kept of a build is used by the same programs alone."""

from __future__ import annotations

import platform

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from mkdocs_newsblog.host.conversion import extensions
from mkdocs_newsblog.host.conversion.extension_code import ImpureError
from mkdocs_newsblog.host.conversion.extensions import ExtensionState
from mkdocs_newsblog.host.reuse import page_keys
from mkdocs_newsblog.host.reuse.own_templates import Templates
from mkdocs_newsblog.host.store import versions

READ = [
    *("pymdownx.b64", "pymdownx.blocks.include", "mdx_include.mdx_include:IncludeExtension", "md_include"),
    *("mkdocstrings", "markdown_exec", "plantuml_markdown", "plantuml-markdown", "kroki", "markdown_katex"),
    *("mdx_include", "include", "mdx_truly_sane_lists.include", "material.extensions.preview"),
    *("neoteroi.mkdocs.cards", "neoteroi.mkdocs.timeline", "neoteroi.mkdocs.projects"),
]
"""Extensions that read files, run programs or count, as people write their names."""
MARKED = {
    "pymdownx.snippets": '--8<-- "a.txt"',
    "markdown_include.include": "{!a.txt!}",
    "mkdocs-click": "::: mkdocs-click",
    "mkdocs_typer": "::: mkdocs-typer",
}
PROGRAMS = {
    "ours": ("__version__", "99"),
    "Python": ("platform.python_version", lambda: "99"),
    "the host": ("host_version", lambda: "99"),
}


def other(name):
    """A version of one package that is another, and those of all others as they are."""
    return lambda package: "99" if package == name else versions.version(package)


def pages_text():
    return page_keys.hash_of(page_keys.site_parts(Navigation([], []), Files([]), Templates()))


@pytest.fixture
def config(drawn):
    site = drawn("docs/\n  index.md | # Home\n")
    site.write("mkdocs.yml", site.config)
    return load_config(str(site.root / "mkdocs.yml"))


@pytest.mark.parametrize("program", [*PROGRAMS, "jinja2"])
def test_pages_that_other_programs_made_are_made_anew(monkeypatch, program):
    before = pages_text()
    assert pages_text() == before
    name, value = PROGRAMS.get(program) or ("version", other(program))
    owner = platform if name.startswith("platform.") else page_keys
    monkeypatch.setattr(owner, name.removeprefix("platform."), value)
    assert pages_text() != before


PACKAGES = ["pymdown-extensions", "Pygments", "mkdocs-material"]


@pytest.mark.parametrize("program", [*PROGRAMS, "Python-Markdown", *PACKAGES])
def test_texts_that_other_programs_converted_are_converted_anew(monkeypatch, config, program):
    before = extensions.extensions_text(config, ())
    assert extensions.extensions_text(config, ()) == before
    if program == "Python-Markdown":
        monkeypatch.setattr(extensions.markdown, "__version__", "99")
    else:
        name, value = PROGRAMS.get(program) or ("version", other(program))
        owner = platform if name.startswith("platform.") else extensions
        monkeypatch.setattr(owner, name.removeprefix("platform."), value)
    assert extensions.extensions_text(config, ()) != before


@pytest.mark.parametrize(
    "group", ["mkdocs.themes", "properdocs.themes", "mkdocs.plugins", "properdocs.plugins"]
)
def test_a_theme_or_plugin_that_was_updated_counts_whichever_host_it_is_for(drawn, monkeypatch, group):
    root = drawn("docs/\n  index.md | # Home\n").root
    monkeypatch.syspath_prepend(str(root))
    folder = root / "other-1.0.dist-info"
    folder.mkdir()
    folder.joinpath("entry_points.txt").write_text(f"[{group}]\nother = other\n", "utf-8")
    found = set()
    for version in ("1.0", "2.0"):
        folder.joinpath("METADATA").write_text(f"Name: other\nVersion: {version}\n", "utf-8")
        found.add(versions.add_on_versions.__wrapped__())
    assert len(found) == 2


@pytest.mark.parametrize("name", READ)
def test_beside_an_extension_that_reads_what_it_likes_nothing_is_kept(config, name):
    config.markdown_extensions.append(name)
    with pytest.raises(ImpureError, match="may read files"):
        ExtensionState().follow(config)


@pytest.mark.parametrize("name", MARKED)
def test_a_text_is_marked_where_an_extension_of_the_site_takes_in_files(config, name):
    assert not any(mark in MARKED[name] for mark in extensions.marks_of(config))
    config.markdown_extensions.append(name)
    assert any(mark in MARKED[name] for mark in extensions.marks_of(config))


@pytest.mark.parametrize("name", ["bibtex_file", "bib_file", "base_path", "auto_append"])
def test_beside_options_that_name_files_nothing_is_kept(config, name):
    config.markdown_extensions.append("footnotes")
    for options in ({name: "refs.bib"}, {"more": {name: ["refs.bib"]}}, {"more": [{name: "refs.bib"}]}):
        config.mdx_configs["footnotes"] = options
        with pytest.raises(ImpureError, match=f"the option {name} of footnotes names files"):
            ExtensionState().follow(config)
    config.mdx_configs["footnotes"] = {name: "", "more": [{name: None}]}
    ExtensionState().follow(config)


def test_texts_that_are_parted_elsewhere_are_others():
    assert page_keys.hash_of(["ab", "c"]) != page_keys.hash_of(["a", "bc"])
