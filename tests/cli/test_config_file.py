"""The configuration is read as the host reads it, and nothing in it is run."""

import pytest

from mkdocs_newsblog.cli.site.project import read_project
from mkdocs_newsblog.read.config.config_file import ConfigError, find_config, read_values
from mkdocs_newsblog.read.config.config_places import place_of

POSTS = """
    docs/
        news/
            a.md | # No date
"""


def values(folder, text, **files):
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content)
    (folder / "mkdocs.yml").write_text(text)
    return read_values(folder / "mkdocs.yml")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("x: !ENV HERE", {"x": "text"}),
        ("x: !ENV NUMBER", {"x": 5}),
        ("x: !ENV SWITCH", {"x": True}),
        ("x: !ENV NOWHERE", {"x": None}),
        ("x: !ENV [NOWHERE, NUMBER]", {"x": "NUMBER"}),
        ("x: !ENV [NOWHERE, NUMBER, 7]", {"x": 5}),
        ("x: !ENV [NOWHERE, docs]", {"x": "docs"}),
        ("x: !ENV [HERE]", {"x": "text"}),
        ("x: !ENV {a: b}", {"x": None}),
        ("x: !relative $docs_dir/x", {"x": "$docs_dir/x"}),
        ("x: !!python/name:os.system", {"x": ""}),
        ("x: !!python/object/apply:os.system [touch ran]", {"x": ["touch ran"]}),
        ("x: !unknown {a: !other [1]}", {"x": {"a": [1]}}),
        ("", {}),
    ],
)
def test_tags_are_read_or_inert(tmp_path, monkeypatch, text, wanted):
    monkeypatch.chdir(tmp_path)
    for name, value in {"HERE": "text", "NUMBER": "5", "SWITCH": "true"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NOWHERE", raising=False)
    assert values(tmp_path, text) == wanted
    assert not (tmp_path / "ran").exists()


def test_inherited_mappings_are_merged_and_lists_replaced(tmp_path):
    found = values(
        tmp_path,
        "INHERIT: base.yml\ntheme: {language: de}\nplugins: [b]\n",
        base="INHERIT: top.yml\ntheme: {name: material}\nplugins: [a]\nx: 1\n",
        top="site_name: Top\ntheme: {name: mkdocs, locale: fr}\nx: 0\n",
    )
    theme = {"name": "material", "locale": "fr", "language": "de"}
    assert found == {"site_name": "Top", "theme": theme, "plugins": ["b"], "x": 1}


def test_inherited_values_are_those_of_the_host(tmp_path):
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415 - the host is asked here only

    found = values(
        tmp_path,
        "INHERIT: base.yml\na: {b: {c: 1}}\nl: [1]\nn: null\nm: 3\n",
        base="a: {b: {d: 2}, e: 3}\nl: [2, 3]\nn: {x: 1}\nm: {y: 1}\n",
    )
    with (tmp_path / "mkdocs.yml").open("rb") as file:
        assert found == yaml_load(file)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [\n", "Error: mkdocs.yml:2:1 is no valid YAML:"),
        ("a: 1\nb:\n\t- c\n", "Error: mkdocs.yml:3:1 is no valid YAML: a tab begins the line, where only"),
        ("a: 1\nb:\n  - c:\n    \td: 1\n", "Error: mkdocs.yml:4:5 is no valid YAML: a tab begins the line"),
        ("a: 1\nb:\t[\n", "Error: mkdocs.yml:3:1 is no valid YAML: did not find"),
        ("a: \x01", "Error: mkdocs.yml is no valid YAML: unacceptable character #x0001"),
        (b"site_name: Caf\xe9\n", "Error: mkdocs.yml is not UTF-8. Save it as UTF-8."),
        (b"site_name: Caf\xe9", "Error: mkdocs.yml is not UTF-8. Save it as UTF-8."),
        ("- a", "Error: mkdocs.yml should hold keys and values"),
        ("INHERIT: gone.yml", "gone.yml can't be read"),
        ("INHERIT: mkdocs.yml", "inherits from itself"),
    ],
)
def test_what_can_not_be_read_is_said(project, text, words):
    site = project(POSTS)
    site.write("mkdocs.yml", text)
    done = site.run("check")
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plugins: [search]", "Error: mkdocs.yml has no newsblog below plugins"),
        ("site_name: x", "has no newsblog below plugins"),
        ("plugins: newsblog", "plugins in"),
        ("plugins: [newsblog]\ndocs_dir: gone", "Error: docs_dir is gone, which is no folder"),
        ("plugins: [newsblog]\nexclude_docs: [a]", "exclude_docs in"),
    ],
)
def test_what_says_nothing_of_posts_is_said(project, text, words):
    site = project(POSTS)
    site.write("mkdocs.yml", text)
    done = site.run("check")
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    "plugins",
    [
        "[newsblog: {dir: news}]",
        "[/newsblog: {dir: news}]",
        "{search: {}, newsblog: {dir: news}}",
        "[search, newsblog: !ENV [NOWHERE, {dir: news}]]",
        '[{newsblog: {"dir": "news", "enabled": true}}]',
    ],
)
def test_a_section_is_found_in_every_form(project, plugins):
    site = project(POSTS)
    site.write("mkdocs.yml", f"site_name: x\nsite_url: https://a.example/\nplugins: {plugins}\n")
    assert site.run("check").stdout.startswith("WARNING -  news/a.md:1:1: date: ")


def test_a_name_alone_is_a_section_with_all_defaults(project):
    site = project("docs/\n    blog/\n        a.md | # No date\n")
    site.write("mkdocs.yml", "plugins: [newsblog]\n")
    assert "blog/a.md:1:1: date" in site.run("check").stdout


@pytest.mark.parametrize("options", ["5", "[a]", "text"])
def test_options_that_are_no_mapping_are_an_error(project, options):
    site = project(POSTS)
    site.write("mkdocs.yml", f"plugins:\n  - newsblog: {options}\n")
    done = site.run("check")
    assert done.exit_code == 1
    assert "Plugin 'newsblog': options should be keys and values" in done.stdout


def test_the_first_name_of_a_configuration_wins(tmp_path):
    for name in ("mkdocs.yaml", "mkdocs.yml", "properdocs.yml"):
        (tmp_path / name).touch()
        assert find_config(tmp_path).name == name


def test_no_configuration_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match=r"no mkdocs\.yml in"):
        find_config(tmp_path)


def test_docs_lie_beside_the_configuration(project, monkeypatch):
    site = project("inner/\n    content/\n        news/\n            a.md | # No date\n")
    site.write("inner/mkdocs.yml", "docs_dir: content\nplugins:\n  - newsblog: {dir: news}\n")
    assert "news/a.md:1:1" in site.run("check", "-f", "inner/mkdocs.yml").stdout
    monkeypatch.chdir(site.root / "inner")
    assert "news/a.md:1:1" in site.run("check").stdout


def test_facts_of_the_site_are_taken_over(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = project(POSTS)
    site.write(
        "mkdocs.yml",
        "site_name: Site\nsite_url: https://a.b/c\ntheme: {name: material, language: de}\n"
        "use_directory_urls: false\nplugins: [newsblog]\n",
    )
    found = read_project(site.root / "mkdocs.yml").site
    assert (found.name, found.url, found.theme, found.language) == (
        "Site",
        "https://a.b/c/",
        "material",
        "de",
    )
    assert (found.directory_urls, found.now.timestamp(), found.serving) == (False, 0, False)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("plugins", 1, "newsblog", "dir"), (5, 12)),
        (("plugins", 1, "newsblog", "gone"), (3, 5)),
        (("plugins", 1, "newsblog", "dir", "deep"), (5, 7)),
        (("plugins", 7), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_places_in_the_configuration(tmp_path, keys, place):
    path = tmp_path / "mkdocs.yml"
    path.write_text("plugins:\n  - search\n  - newsblog:\n      x: 1\n      dir: news\n")
    assert place_of(path, keys) == ("mkdocs.yml", *place)


def test_an_option_of_an_inherited_file_is_told_at_its_line_there(project):
    site = project(POSTS)
    site.write("shared/base.yml", "plugins:\n  - newsblog:\n      dir: news\n      x: 1\n")
    site.write("mkdocs.yml", "INHERIT: shared/base.yml\n")
    assert "shared/base.yml:4:10: Plugin 'newsblog' option 'x'" in site.run("check").stdout
    assert "::warning file=shared/base.yml,line=4,col=10," in site.run("check", "--format", "github").stdout


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("plugins", "newsblog", "dir"), ("mkdocs.yml", 4, 10)),
        (("plugins", "newsblog", "feeds", "length"), ("base.yml", 6, 15)),
        (("plugins", "newsblog", "feeds", "title"), ("top.yml", 4, 20)),
        (("plugins", "newsblog", "feeds", "gone"), ("base.yml", 5, 5)),
        (("plugins", "newsblog", "tags"), ("mkdocs.yml", 5, 11)),
        (("plugins", "newsblog", "tags", "path"), ("mkdocs.yml", 5, 5)),
        (("nav", 0), ("base.yml", 2, 7)),
        (("nav", 1), ("base.yml", 2, 1)),
        (("gone",), ("mkdocs.yml", 1, 1)),
    ],
)
def test_a_value_stands_where_the_host_takes_it_from(tmp_path, keys, place):
    (tmp_path / "top.yml").write_text("nav: [x, y]\nplugins:\n  newsblog:\n    feeds: {title: T}\n")
    options = "    feeds:\n      length: 5\n    tags: {path: x}\n"
    (tmp_path / "base.yml").write_text(f"INHERIT: top.yml\nnav: [z]\nplugins:\n  newsblog:\n{options}")
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: base.yml\nplugins:\n  newsblog:\n    dir: news\n    tags: false\n"
    )
    assert place_of(tmp_path / "mkdocs.yml", keys) == place
