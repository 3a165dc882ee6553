"""The reference pages written by hand name exactly what there is."""

import inspect
import re

import click
import pytest

from mkdocs_newsblog.cli import main
from mkdocs_newsblog.collect.slugs import slug
from mkdocs_newsblog.host.plugin import NewsblogPlugin
from mkdocs_newsblog.render.templating.fragments import bundled
from mkdocs_newsblog.render.values import context, context_links
from tests.harness.site import PROJECT

PAGES = PROJECT / "docs/interface"
TEMPLATES = sorted(bundled("base").rglob("*.html"))
SECTIONS = {
    "Post": context.PostText,
    "Date": context.DateText,
    "Term link": context.TermLink,
    "Author": context.AuthorText,
    "Author link": context.AuthorLink,
    "Picture": context.Picture,
    "Frame": context.Frame,
    "Insert": context.InsertText,
    "View": context.ViewText,
    "Group": context.Group,
    "Pager": context.Pager,
    "Picture source": context.PictureSource,
    "Pager link": context.PagerLink,
    "Neighbour": context.Neighbour,
    "Series": context_links.SeriesText,
    "Part": context_links.PartText,
    "Related link": context_links.RelatedText,
}


def read(name):
    return (PAGES / name).read_text(encoding="utf-8")


def rows(text):
    """Cells of every table row of a page, without the heads."""
    found, before = [], ""
    for line in text.splitlines():
        if line.startswith("|") and before.startswith("|") and "---" not in line:
            found.append([cell.strip() for cell in line.strip("|").split("|")])
        before = line
    return found


def names(cell):
    return re.findall(r"`([^`]+)`", cell)


def test_every_class_of_templates_and_stylesheet_is_listed():
    sources = [*bundled("").rglob("*.html"), PROJECT / "mkdocs_newsblog/assets/newsblog.css"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r"(?<![-\w])newsblog-[a-z]+(?:__[a-z]+)?", text)) - {"newsblog-"}
    listed = set(re.findall(r"(?<![-\w])newsblog-[a-z]+(?:__[a-z]+)?", read("styles.md")))
    assert listed == used


def test_every_variable_is_listed_with_what_stands_in():
    css = (PROJECT / "mkdocs_newsblog/assets/newsblog.css").read_text(encoding="utf-8")
    found = re.findall(r"var\(\s*(--newsblog-[a-z-]+),\s*(.*?)\s*\);", css, re.DOTALL)
    used = dict(reversed(found))  # what is said first
    listed = {names(row[0])[0]: row[2] for row in rows(read("styles.md")) if row[0].startswith("`--")}
    assert set(listed) == set(used)
    for name, cell in listed.items():
        assert names(cell)[-1] in used[name], name


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_is_listed_with_its_blocks(template):
    files = [row for row in rows(read("templates.md")) if row[0].endswith(".html`")]
    listed = {name: row for row in files for name in names(row[0])}
    blocks = re.findall(r"{% block (\w+) %}", template.read_text(encoding="utf-8"))
    assert names(listed[template.relative_to(bundled("base")).as_posix()][2]) == blocks


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_value_of_a_template_is_listed(heading):
    section = re.split(r"^## ", read("templates.md"), flags=re.MULTILINE)
    text = next(part for part in section if part.startswith(f"{heading}\n"))
    listed = [name for row in rows(text) for name in names(row[0])]
    assert sorted(listed) == sorted(inspect.signature(SECTIONS[heading]).parameters)


def test_every_event_is_listed_with_its_priority():
    found = set()
    for name in vars(NewsblogPlugin):
        if name.startswith("on_"):
            event = getattr(NewsblogPlugin, name)
            for method in getattr(event, "methods", [event]):
                found.add((name, str(getattr(method, "mkdocs_priority", 0))))
    listed = {(names(row[0])[0], row[1]) for row in rows(read("events.md")) if row[0].startswith("`on_")}
    assert listed == found | {("on_page_read_source", "")}


def commands(group, name):
    for each in group.commands.values():
        called = f"{name} {each.name}"
        if isinstance(each, click.Group):
            yield from commands(each, called)
        else:
            yield called, each


def test_every_command_is_listed_with_its_options():
    shared, *sections = re.split(r"^## ", read("commands.md"), flags=re.MULTILINE)
    listed = {each.partition("\n")[0]: [names(row[0]) for row in rows(each)] for each in sections}
    found = {}
    for name, command in commands(main, "newsblog"):
        options = [each.opts for each in command.params if isinstance(each, click.Option)]
        found[name] = sorted(sorted(each) for each in options if "--config-file" not in each)
    assert {name: sorted(map(sorted, options)) for name, options in listed.items()} == found
    assert [names(row[0])[0] for row in rows(shared)] == sorted(found)


def test_addresses_of_terms_are_those_of_the_page():
    text = read("addresses.md").partition("| part of the address |")[2].partition("\n\n")[0]
    said = {names(row[0])[0]: names(row[1])[0] for row in rows(text)}
    assert said
    assert said == {name: slug(name) for name in said}


def test_every_language_that_has_words_is_listed():
    page = (
        (PROJECT / "docs/how-to/language.md").read_text(encoding="utf-8").partition("Languages that have")[2]
    )
    files = list((PROJECT / "mkdocs_newsblog/labels").glob("*.yml"))
    assert sorted(re.findall(r"\(`([\w-]+)`\)", page)) == sorted(path.stem for path in files)
    assert f"{len(files)} languages" in (PROJECT / "README.md").read_text(encoding="utf-8")
